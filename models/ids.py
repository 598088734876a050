"""Identifiers of rows."""

import os
import time
import uuid


def new_id() -> uuid.UUID:
    """Return a time-ordered identifier (RFC 9562, version 7): new rows go to the end of an index."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)
