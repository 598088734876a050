"""A change to the database: how it is asked for, and what is told of it afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exporters.progress import CancelToken, Progress

if TYPE_CHECKING:
    from models.journal import Changes


@dataclass(frozen=True, slots=True)
class Operation:
    """A change to the database.

    ``function(session, *arguments)`` runs in one transaction; what it returns goes to ``then``.
    ``name`` is what the user calls it, ``code`` what the audit trail does. ``meeting`` is the id of
    the meeting it changes; new meetings tell themselves. ``prepare`` runs before the transaction
    begins, outside the row of writes; what it returns becomes the first argument. Only until then
    can the operation be cancelled. One that is not ``undoable`` clears the steps before it. The
    ``reason`` goes into the audit trail.
    """

    name: str
    code: str
    function: Callable[..., object]
    arguments: tuple[object, ...] = ()
    meeting: str = ""
    prepare: Callable[[Progress, CancelToken], object] | None = None
    undoable: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a write changed: the meetings concerned, and the ids of all rows by table."""

    meetings: frozenset[str]
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    replayed: bool = False  # by undo or redo, so that it may be about something out of sight

    @property
    def is_any(self) -> bool:
        """Whether anything changed; what belongs to the office changes in no meeting."""
        return bool(self.meetings or self.rows)

    def only(self, *tables: str) -> bool:
        """Say whether nothing else than rows of these tables changed."""
        return self.rows.keys() <= set(tables)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write brings home from the worker."""

    result: object
    change: Change
    steps: tuple[str, str]  # names of what can be undone and done again


def change_of(changes: "Changes", meeting: str) -> Change:
    """Return what an operation changed; ``meeting`` is the one that it was about."""
    rows: dict[str, set[str]] = {}
    meetings = {meeting} if meeting else set()
    for change in changes:
        rows.setdefault(change.table, set()).add(str(change.key))
        if change.table == "meeting":
            meetings.add(str(change.key))
    return Change(frozenset(meetings), {table: frozenset(ids) for table, ids in rows.items()})
