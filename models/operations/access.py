"""Finding what an operation is to change, and refusing where it may not be changed."""

import uuid
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from models.base import Part, Positioned
from models.errors import MeetingNotFound, PartGone, RecordLocked
from models.meeting import Meeting
from models.states import STATES

_Part = TypeVar("_Part", bound=Part)
_Row = TypeVar("_Row", bound=Positioned)


def open_meeting(session: Session, meeting_id: str) -> Meeting:
    """Return a meeting that may be changed. Raises MeetingNotFound or RecordLocked."""
    meeting = session.get(Meeting, uuid.UUID(meeting_id))
    if meeting is None:
        raise MeetingNotFound(meeting_id)
    if STATES[meeting.state].signed:
        raise RecordLocked(meeting.number or meeting.title or "", meeting.state)
    return meeting


def open_part(session: Session, kind: type[_Part], part_id: str) -> tuple[Meeting, _Part]:
    """Return a part and its meeting, which may be changed.

    Raises PartGone if it was deleted, or RecordLocked.
    """
    part = session.get(kind, uuid.UUID(part_id))
    if part is None:
        raise PartGone(kind.__name__)
    return open_meeting(session, str(part.meeting_id)), part


def place(rows: Sequence[_Row]) -> None:
    """Give the rows their places in the order given."""
    for position, row in enumerate(rows):
        row.position = position


def moved(rows: Sequence[_Row], row: _Row, to: int) -> list[_Row]:
    """Return the rows with one of them at another place, counted without it."""
    others = [other for other in rows if other is not row]
    others.insert(max(0, min(to, len(others))), row)
    return others
