"""What the desk shows beside the record, as frozen values: the queue, internal notes, short codes.

Kept apart from the snapshot that papers are made from: what is not there cannot be printed, nor
reach the second screen.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.desk import InternalNote, QueueEntry, ShortCode


@dataclass(frozen=True, slots=True)
class NoteView:
    """An internal note (内部备注), after the line it stands after, or before all lines."""

    id: str
    text: str
    at: str | None
    after_id: str | None


@dataclass(frozen=True, slots=True)
class DeskView:
    """What serves the secretary of one meeting. ``queue`` are ids of participants, in order.

    ``codes`` are the short codes in force: those of the meeting before those of the office.
    """

    queue: tuple[str, ...] = ()
    notes: tuple[NoteView, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeListsView:
    """The lists of short codes: that of one meeting, and that of the office."""

    meeting: Mapping[str, str] = field(default_factory=dict)
    office: Mapping[str, str] = field(default_factory=dict)


def short_code_lists(session: Session, meeting_id: str = "") -> CodeListsView:
    """Return the short codes of a meeting, if one is named, and those of the office."""
    key = uuid.UUID(meeting_id) if meeting_id else None
    found = session.scalars(
        select(ShortCode)
        .where(or_(ShortCode.meeting_id.is_(None), ShortCode.meeting_id == key))
        .order_by(ShortCode.code)
    ).all()
    return CodeListsView(
        meeting={one.code: one.text for one in found if one.meeting_id is not None},
        office={one.code: one.text for one in found if one.meeting_id is None},
    )


def desk_view(session: Session, meeting_id: str) -> DeskView:
    """Return what the desk of a meeting shows beside the record."""
    key = uuid.UUID(meeting_id)
    queue = select(QueueEntry.participant_id).where(QueueEntry.meeting_id == key)
    notes = select(InternalNote).where(InternalNote.meeting_id == key)
    codes = select(ShortCode).where(
        or_(ShortCode.meeting_id.is_(None), ShortCode.meeting_id == key)
    )
    found = sorted(session.scalars(codes), key=lambda one: one.meeting_id is not None)
    return DeskView(
        queue=tuple(map(str, session.scalars(queue.order_by(QueueEntry.position)))),
        notes=tuple(
            NoteView(
                str(note.id),
                note.text,
                note.at,
                None if note.after_id is None else str(note.after_id),
            )
            for note in session.scalars(notes.order_by(InternalNote.position))
        ),
        codes={one.code: one.text for one in found},
    )
