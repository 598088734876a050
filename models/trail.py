"""Reading the audit trail of a meeting: what was done, newest first, in portions.

The trail keeps what rows held before and after, of one that stayed only what differs. What they are
called is read from the database as it is now, or from the entry itself if the row is gone.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Text, select, type_coerce
from sqlalchemy.orm import Session

from models.base import Base
from models.homes import HOMES, OWNER_COLUMNS
from models.workbench import AuditEntry

FEW = 8
"""How many changes of an entry are read for a list."""

MANY = 300
"""How many are read of one entry, and to search it."""

_IDS_AT_ONCE = 500

_GROUPS = {home.entity.__tablename__: group for group, home in HOMES.items()}
_TECHNICAL = frozenset(
    {
        *("id", "shape", "meeting_id", "meeting_kind", "seq", "speaker_written"),
        *("form", "algorithm"),
    }
)
_REFERENCES = {
    "speaker_id": "participant",
    "author_id": "participant",
    "participant_id": "participant",
    "item_id": "agenda_item",
    "question_id": "question",
    "case_id": "case",
    "opinion_id": "opinion",
    "line_id": "line",
}
"""Columns that refer to another row, with its table."""

_CALLED_BY = ("name", "title", "person", "to", "organ", "text", "role", "place", "by")
"""Columns that a row is called by, the first that holds something."""

_WORDS = {"participant": "name", "agenda_item": "title", "case": "name"}
_TABLES = Base.metadata.tables


@dataclass(frozen=True, slots=True)
class Reference:
    """The row that a value refers to, by what it is called; None if it is gone."""

    name: str | None


@dataclass(frozen=True, slots=True)
class TrailValue:
    """A value before and after; a reference is a :class:`Reference`. ``field`` as in the forms."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class TrailChange:
    """What happened to one row: it came (``before`` nowhere), went, or holds other values.

    ``group`` is that of the forms, else the table. ``number`` counts from 1, of rows in a list;
    ``name`` is the speaker of a line, else what the row is called by; ``text`` what a line says.
    """

    group: str
    came: bool
    went: bool
    number: int | None
    name: str
    text: str
    values: tuple[TrailValue, ...]


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One entry of the trail. ``at`` is in UTC; ``rows`` counts all changes, also those left out."""

    number: int
    at: str
    verb: str
    operation: str
    reason: str
    changes: tuple[TrailChange, ...]
    rows: int


def trail_entries(
    session: Session,
    meeting_id: str,
    *,
    before: int | None = None,
    limit: int = 200,
    most: int = FEW,
) -> tuple[TrailEntry, ...]:
    """Return the newest entries about a meeting, of those before a number.

    Of each entry at most so many changes are told.
    """
    concerned = type_coerce(AuditEntry.meetings, Text).contains(f'"{uuid.UUID(meeting_id)}"')
    statement = select(*_COLUMNS).where(concerned).order_by(AuditEntry.number.desc()).limit(limit)
    if before is not None:
        statement = statement.where(AuditEntry.number < before)
    return _entries(session, session.execute(statement).all(), most=most)


def trail_entry(session: Session, number: int) -> TrailEntry | None:
    """Return one entry with its changes, or None if there is none."""
    rows = session.execute(select(*_COLUMNS).where(AuditEntry.number == number)).all()
    return next(iter(_entries(session, rows, most=MANY)), None)


_COLUMNS = (
    AuditEntry.number,
    AuditEntry.at,
    AuditEntry.verb,
    AuditEntry.operation,
    AuditEntry.changes,
)


def _entries(session: Session, rows: Sequence[Row[Any]], *, most: int) -> tuple[TrailEntry, ...]:
    told = [[change for change in row.changes if "table" in change] for row in rows]
    chosen = [_telling(changes)[:most] for changes in told]
    names = _Names(session, [change for changes in chosen for change in changes])
    return tuple(
        TrailEntry(
            number=row.number,
            at=row.at,
            verb=row.verb,
            operation=row.operation,
            reason=next((c["reason"] for c in row.changes if "reason" in c), ""),
            changes=tuple(names.change(change) for change in few),
            rows=len(_telling(changes)),
        )
        for row, changes, few in zip(rows, told, chosen, strict=True)
    )


def _telling(changes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the changes that say what was done: not the rows that only made room."""
    telling = [change for change in changes if not _only_moved(change)]
    return telling or list(changes)


def _only_moved(change: Mapping[str, Any]) -> bool:
    return all(set(change.get(side, ())) <= {"position", "seq"} for side in ("before", "after"))


class _Names:
    """What the rows of some changes, and the rows they refer to, are called."""

    def __init__(self, session: Session, changes: Iterable[Mapping[str, Any]]) -> None:
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        changes = list(changes)
        for change in changes:
            wanted[change["table"]].add(change["row"])
        self._rows = {table: _read(session, table, ids) for table, ids in wanted.items()}
        referred: defaultdict[str, set[str]] = defaultdict(set)
        for change in changes:
            for row in (*self._sides(change), self._rows[change["table"]].get(change["row"], {})):
                for column, table in _REFERENCES.items():
                    if row.get(column):
                        referred[table].add(row[column])
        for table, ids in referred.items():
            known = self._rows.setdefault(table, {})
            known |= _read(session, table, ids - known.keys())
        lines = {row["line_id"] for row in self._rows.get("opinion", {}).values() if row["line_id"]}
        known = self._rows.setdefault("line", {})
        known |= _read(session, "line", lines - known.keys())

    def change(self, change: Mapping[str, Any]) -> TrailChange:
        """Return a change with the names it needs."""
        table = change["table"]
        before, after = self._sides(change)
        whole = {**self._rows[table].get(change["row"], {}), **before, **after}
        position = whole.get("position")
        return TrailChange(
            group=_GROUPS.get(table, table),
            came="before" not in change,
            went="after" not in change,
            number=position + 1 if isinstance(position, int) else None,
            name=self._name(table, whole),
            text=str(whole.get("text") or "") if table == "line" else "",
            values=tuple(self._values(table, change)),
        )

    def _sides(self, change: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        return change.get("before") or {}, change.get("after") or {}

    def _values(self, table: str, change: Mapping[str, Any]) -> Iterable[TrailValue]:
        before, after = self._sides(change)
        stays = "before" in change and "after" in change
        for column in dict.fromkeys((*before, *after)):
            values = before.get(column), after.get(column)
            told = is_told(table, column) and (column != "position" or stays)
            if told and values[0] != values[1]:
                yield TrailValue(
                    column.removesuffix("_id") if column in _REFERENCES else column,
                    *(self._value(column, value) for value in values),
                )

    def _value(self, column: str, value: object) -> object:
        if value is None or column not in _REFERENCES:
            return value
        table = _REFERENCES[column]
        row = self._rows.get(table, {}).get(str(value))
        return Reference(None if row is None else self._name(table, row, whole=True))

    def _name(self, table: str, row: Mapping[str, Any], *, whole: bool = False) -> str:
        """Return what a row is called; a line by its speaker, or by its words if asked."""
        match table:
            case "line" if whole:
                return str(row.get("text") or "")
            case "line":
                return self._person(row.get("speaker_id"))
            case "opinion":
                return self._person(row.get("author_id"))
            case "hearing_officer":
                return self._person(row.get("participant_id"))
            case "meeting":
                return ""
            case _:
                column = _WORDS.get(table)
                found = [row.get(name) for name in ((column,) if column else _CALLED_BY)]
                return str(next((text for text in found if isinstance(text, str) and text), ""))

    def _person(self, key: object) -> str:
        person = self._rows.get("participant", {}).get(str(key))
        return str(person.get("name") or "") if person else ""


def is_told(table: str, column: str) -> bool:
    """Say whether a column says something to a reader."""
    return column not in _TECHNICAL and column != OWNER_COLUMNS.get(_GROUPS.get(table, ""))


def _read(session: Session, table: str, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return rows as they are now, by id; those that are gone are missing."""
    there = _TABLES.get(table)
    if there is None:
        return {}  # of a later version
    wanted = sorted(ids)
    columns = [column for column in there.c if column.name != "shape"]
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(wanted), _IDS_AT_ONCE):
        some = [uuid.UUID(one) for one in wanted[start : start + _IDS_AT_ONCE]]
        for row in session.execute(select(*columns).where(there.c.id.in_(some))).mappings():
            plain = {k: str(v) if isinstance(v, uuid.UUID) else v for k, v in row.items()}
            found[plain["id"]] = plain
    return found
