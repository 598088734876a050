"""How a neutral document looks in a format: one package a format, one handler a block type."""
