"""When Python's garbage collector runs, and that it is held back while papers are made.

A collection looks through everything that is alive, a tenth of a second for a long record, and
stops all threads for as long: the window stands still. Making a paper leaves hardly any garbage
behind that only the collector could find.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LEAST_WHILE_BUSY = 5  # times its mark, before the whole is looked through all the same

_lock = Lock()
_held = 0  # how many are at work
_was_enabled = True


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector from running, in all threads; the last one out lets it run again."""
    global _held, _was_enabled  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        if _held == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _held += 1
    try:
        yield
    finally:
        with _lock:
            _held -= 1
            if _held == 0 and _was_enabled:
                gc.enable()


def collect_if_due(*, is_busy: bool = False) -> None:
    """Collect the oldest generation that is due, for those who keep Python from doing so itself.

    The marks are Python's own. It would have come by more often: so many young objects as belong to
    several of its rounds count as these rounds, and what was read at once is old at once. While the
    user is busy, the oldest of all has to wait longer: of a long record, that would be felt.
    """
    if _held > 0:
        return
    young, *rounds = gc.get_count()
    most, *most_rounds = gc.get_threshold()
    if is_busy:
        most_rounds[-1] *= _LEAST_WHILE_BUSY
    rounds[0] += young // max(most, 1) - 1
    due = [young > most, *(now > then for now, then in zip(rounds, most_rounds, strict=True))]
    if any(due):
        gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))
