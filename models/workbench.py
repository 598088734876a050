"""What serves work in progress and its trail: drafts of unfinished texts, and the audit trail.

Neither is part of a meeting's content, so both are written without the journal: undo does not see
them. The audit trail only ever grows; an undo adds to it, and what a deleted line said stays there.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Text, bindparam, column, func, select, table
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base, ExactJson, FileShape, compact_encoder, compact_json
from models.journal import Row, RowChange
from models.statements import Prepared


class Draft(Base):
    """An unfinished text, kept each second. ``key`` says whose: a field of a meeting."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(ExactJson)


class AuditEntry(Base):
    """One change of the database: when, what was done, and every row before and after.

    ``digest`` is over the entry and ``previous``, the digest of the entry before it, so that an
    entry that is edited, removed or put elsewhere is found.
    """

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    verb: Mapped[str]
    operation: Mapped[str]
    meetings: Mapped[Any] = mapped_column(ExactJson)
    changes: Mapped[Any] = mapped_column(ExactJson)
    previous: Mapped[str]
    digest: Mapped[str]


# Tables instead of entities: both are written at every line that is typed.
_DRAFTS = Base.metadata.tables[Draft.__tablename__]
_KEPT = Prepared(select(_DRAFTS.c.value).where(_DRAFTS.c.key == bindparam("kept")))
_FORGET = Prepared(_DRAFTS.delete().where(_DRAFTS.c.key == bindparam("forgotten")))
# As the texts that are stored, since these are what the digest is over.
_TRAIL = table(
    AuditEntry.__tablename__,
    column("number", Integer()),
    *(column(name, Text()) for name in AuditEntry.__table__.columns.keys()[1:]),
)
_LAST = select(func.max(_TRAIL.alias().c.number)).scalar_subquery()
_HEAD = Prepared(select(_TRAIL.c.number, _TRAIL.c.digest).where(_TRAIL.c.number == _LAST))
_NEW_ENTRY = Prepared(_TRAIL.insert())


class Verb(StrEnum):
    """Whether a change was made, taken back, or made again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


def put_draft(session: Session, key: str, value: object) -> None:
    """Keep an unfinished text; None forgets it."""
    _FORGET.run(session, {"forgotten": key})
    if value is not None:
        session.execute(_DRAFTS.insert(), {"key": key, "value": value})


def forget_draft(session: Session, key: str, draft_id: str) -> None:
    """Forget an unfinished text that was taken; not another one that was begun meanwhile.

    What had been put aside for it is the unfinished text again.
    """
    if not draft_id:
        return
    (kept,) = _KEPT.first(session, {"kept": key}) or (None,)
    if isinstance(kept, dict) and kept.get("id") == draft_id:
        aside = kept.get("put_aside") or {}
        put_draft(session, key, aside if aside.get("text") else None)


def drafts(session: Session, prefix: str) -> dict[str, Any]:
    """Return the unfinished texts whose keys begin so, by key."""
    found = session.execute(
        select(Draft.key, Draft.value).where(Draft.key.startswith(prefix, autoescape=True))
    )
    return {row.key: row.value for row in found}


UNCHAINED = "0" * 64
"""What the first entry of the audit trail has in place of its predecessor's digest."""


def write_audit(
    session: Session,
    verb: Verb,
    operation: str,
    *,
    meetings: Iterable[str],
    changes: Iterable[RowChange],
    reason: str = "",
) -> None:
    """Add what was done to the audit trail, in the same transaction.

    The reason, where one was asked for, stands before the rows.
    """
    told = [{"reason": reason}] if reason else []
    last, previous = _HEAD.first(session, {}) or (0, UNCHAINED)
    entry = {
        "number": last + 1,
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "verb": verb.value,
        "operation": operation,
        "meetings": compact_json(sorted(meetings)),
        "changes": _ROWS_AS_JSON.encode([*told, *(_told(change) for change in changes)]),
        "previous": previous,
    }
    _NEW_ENTRY.run(session, entry | {"digest": entry_digest(*entry.values())})


def entry_digest(*values: int | str) -> str:
    """Return the digest of an entry of the trail from its columns, in their order, as stored.

    They are hashed as one JSON list; ``meetings`` and ``changes`` are the texts in the database.
    """
    return hashlib.sha256(compact_json(values).encode("utf-8")).hexdigest()


def verify_trail(session: Session) -> int | None:
    """Return the number at which the audit trail breaks, or None if it is sound.

    An end that was cut off is not seen by the chain alone, nor is a trail rewritten as a whole: for
    that, a digest has to be kept elsewhere.
    """
    previous = UNCHAINED
    rows = session.execute(
        select(_TRAIL).order_by(_TRAIL.c.number).execution_options(yield_per=200)
    )
    for number, row in enumerate(rows, 1):
        *values, digest = row
        if (row.number, row.previous) != (number, previous) or digest != entry_digest(*values):
            return number
        previous = digest
    return None


def _told(change: RowChange) -> dict[str, Any]:
    """Return a row change as the trail keeps it: what rows that came or went held, else what differs."""
    told: dict[str, Any] = {"table": change.table, "row": change.key}
    before, after = change.before, change.after
    if before is not None:
        told["before"] = _held(before) if after is None else before
    if after is not None:
        told["after"] = _held(after) if before is None else after
    return told


def _held(row: Row) -> Row:
    """Return the columns of a row that hold something."""
    return {name: value for name, value in row.items() if value is not None}


def _plain(value: object) -> object:
    """Return the value of a column as one that JSON knows."""
    match value:
        case UUID():
            return str(value)
        case FileShape():
            return value.as_json()
        case _:
            raise TypeError(type(value))


_ROWS_AS_JSON = compact_encoder(_plain)
