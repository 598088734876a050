"""Reading the audit trail of a meeting in words, portion by portion; called in a worker."""

from dataclasses import dataclass
from typing import Any

from models.profiles import Profiles
from ui.trail_words import TrailRow, trail_row

_PAGE = 200  # entries read at once
_ENOUGH = 100  # rows in a portion
_PAGES = 10  # read for one portion, so that other reads of the window get their turn


@dataclass(frozen=True, slots=True)
class TrailSearch:
    """What is read: of which meeting, in which words, holding which text."""

    meeting_id: str
    wanted: str
    language: str
    profiles: Profiles


@dataclass(frozen=True, slots=True)
class TrailPortion:
    """Rows in words, newest first. ``next`` is before which number to go on; None at the end."""

    search: TrailSearch
    rows: tuple[TrailRow, ...]
    next: int | None


def trail_portion(session: Any, search: TrailSearch, before: int | None) -> TrailPortion:  # noqa: ANN401  # SQLAlchemy stays out of ui
    """Return the next rows that hold the wanted text; maybe none although there are more."""
    from models import trail  # heavy: after the first paint

    rows: list[TrailRow] = []
    most = trail.MANY if search.wanted else trail.FEW
    for _ in range(_PAGES):
        entries = trail.trail_entries(
            session, search.meeting_id, before=before, limit=_PAGE, most=most
        )
        told = (trail_row(entry, search.language, search.profiles) for entry in entries)
        rows += [row for row in told if row.holds(search.wanted)]
        before = entries[-1].number if len(entries) == _PAGE else None
        if before is None or len(rows) >= _ENOUGH:
            break
    return TrailPortion(search, tuple(rows), before)


def trail_details(session: Any, search: TrailSearch, number: int) -> TrailPortion:  # noqa: ANN401  # as above
    """Return one entry in words with its changes, however many."""
    from models import trail  # heavy: after the first paint

    entry = trail.trail_entry(session, number)
    told = [trail_row(one, search.language, search.profiles) for one in (entry,) if one]
    return TrailPortion(search, tuple(told), None)


def trail_break(session: Any) -> int:  # noqa: ANN401  # as above
    """Return the number at which the whole trail breaks; 0 if it is sound."""
    from models import workbench  # heavy: after the first paint

    return workbench.verify_trail(session) or 0
