"""What stands in each paper: functions from a meeting's snapshot to a neutral document."""
