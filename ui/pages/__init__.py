"""Pages: layout and wiring only."""
