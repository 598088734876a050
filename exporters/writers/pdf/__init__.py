"""How a document becomes PDF/A-2a: fonts, lines, blocks, tags, canvas."""
