"""The clock on the wall, as civil times."""

from datetime import datetime


def civil_now() -> str:
    """Return the day and the time of day, to the minute, such as 2025-06-18T09:05."""
    return datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M")


def clock_time() -> str:
    """Return the time of day as a civil time, such as 09:05."""
    return civil_now().partition("T")[2]


def local_now() -> datetime:
    """Return the time on the clock here, to the second and below, without its zone."""
    return datetime.now().astimezone().replace(tzinfo=None)
