"""Setting the program up from a source checkout."""
