"""Identifiers of rows."""

import os
import threading
import time
import uuid

_RANDOM_BITS = 74  # of an identifier, beside its time, version and variant
_MOST_STEP = 2**32 - 1  # added at random where the clock has not gone on

_one_at_a_time = threading.Lock()
_last = 0


def new_id() -> uuid.UUID:
    """Return a time-ordered identifier (RFC 9562, version 7): new rows go to the end of an index.

    Of two made in this process the later one is always greater, also within a millisecond and when
    the clock was put back: lists are ordered by it.
    """
    global _last  # noqa: PLW0603 - one order for the whole process
    milliseconds = time.time_ns() // 1_000_000
    chance = int.from_bytes(os.urandom(10), "big") >> (80 - _RANDOM_BITS)
    with _one_at_a_time:
        value = milliseconds << _RANDOM_BITS | chance
        if value <= _last:
            value = _last + 1 + (chance & _MOST_STEP)
        _last = value
    head, tail = value >> 62, value & ((1 << 62) - 1)
    return uuid.UUID(int=(head >> 12) << 80 | 0x7 << 76 | (head & 0xFFF) << 64 | 0x2 << 62 | tail)
