"""Where the guard's words stand in a field: places of Qt's texts, which follow what is typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from models.wording import Match, Severity
from ui.qt_text import qt_length

Judge = Callable[[str], tuple[Match, ...]]
"""Returns what the guard finds in a text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A phrase to be marked; ``start`` and ``end`` count UTF-16 units, as Qt does."""

    start: int
    end: int
    match: Match

    @property
    def is_hint(self) -> bool:
        """Whether the words are a speaker's own, to be marked more quietly."""
        return self.match.severity is Severity.HINT


def marks_of(text: str, matches: Iterable[Match]) -> tuple[Mark, ...]:
    """Return the marks for what was found in a text."""
    if qt_length(text) == len(text):
        return tuple(Mark(match.start, match.end, match) for match in matches)
    return tuple(
        Mark(qt_length(text[: match.start]), qt_length(text[: match.end]), match)
        for match in matches
    )


def followed(marks: tuple[Mark, ...], before: str, after: str) -> tuple[Mark, ...]:
    """Return the marks where they are after a change; those that it touched are gone."""
    if not marks or qt_length(before) != len(before) or qt_length(after) != len(after):
        return ()
    head = _shared(before, after)
    most = min(len(before), len(after)) - head
    tail = min(_shared(before[::-1], after[::-1]), most)
    by = len(after) - len(before)
    stay = [mark for mark in marks if mark.end <= head]
    moved = [
        replace(mark, start=mark.start + by, end=mark.end + by)
        for mark in marks
        if mark.end > head and mark.start >= len(before) - tail
    ]
    return (*stay, *moved)


def _shared(one: str, other: str) -> int:
    """Return the length of what both begin with."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[:middle] == other[:middle]:
            least = middle
        else:
            most = middle - 1
    return least
