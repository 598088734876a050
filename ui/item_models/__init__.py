"""Item models: frozen rows from snapshots, shown as columns that are described by data."""
