"""How long work tells how far it is, and how it is stopped. Plain Python, no Qt."""

from typing import Protocol


class Cancelled(Exception):
    """The user asked to stop; nothing was left behind."""


class Progress(Protocol):
    """Receives the state of long work; called from the working thread."""

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` steps are finished; ``total`` never shrinks."""


def no_progress(done: int, total: int) -> None:
    """Ignore the progress, for callers who do not show it."""


def share_of(progress: Progress, number: int, jobs: int) -> Progress:
    """Return the progress of one job of several, in thousandths of each."""

    def report(done: int, total: int) -> None:
        share = done * 1000 // max(total, 1)
        progress(number * 1000 + share, jobs * 1000)

    return report


def shares_of(progress: Progress, jobs: int) -> list[Progress]:
    """Return the progress of each of several jobs, in their order."""
    return [share_of(progress, number, jobs) for number in range(jobs)]


class CancelToken:
    """Set by the user's thread, asked by the working thread."""

    def __init__(self) -> None:
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def check(self) -> None:
        """Raise :class:`Cancelled` if the user asked to stop."""
        if self._cancelled:
            raise Cancelled
