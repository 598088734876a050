"""Papers of a joint conference (检察官联席会议)."""
