"""Papers of a hearing (检察听证)."""
