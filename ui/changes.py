"""What a write changed, as the window is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.journal import Changes


@dataclass(frozen=True, slots=True)
class Change:
    """What a write changed: the meetings concerned, and the ids of all rows by table."""

    meetings: frozenset[str]
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    replayed: bool = False  # by undo or redo, so that it may be about something out of sight

    def only(self, *tables: str) -> bool:
        """Say whether nothing else than rows of these tables changed."""
        return self.rows.keys() <= set(tables)


def change_of(changes: "Changes", meeting: str) -> Change:
    """Return what the rows that an operation wrote are about; ``meeting`` is known beforehand."""
    rows: dict[str, set[str]] = {}
    meetings = {meeting} if meeting else set()
    for change in changes:
        rows.setdefault(change.table, set()).add(str(change.key))
        if change.table == "meeting":
            meetings.add(str(change.key))
    return Change(frozenset(meetings), {table: frozenset(ids) for table, ids in rows.items()})
