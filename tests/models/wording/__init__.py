"""Cases and properties of the wording guard."""
