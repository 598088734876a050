"""How a document becomes DOCX: base package, body, package file."""
