"""Finding what an operation is to change, and refusing where it may not be changed."""

import uuid
from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from models.base import Part, Positioned
from models.errors import MeetingNotFound, PartGone, RecordLocked
from models.meeting import Meeting
from models.states import STATES, Openness

_Part = TypeVar("_Part", bound=Part)
_Row = TypeVar("_Row", bound=Positioned)


def meeting_to_change(
    session: Session, meeting_id: str, openness: Openness = Openness.UNTIL_SIGNED
) -> Meeting:
    """Return a meeting that may be changed. Raises MeetingNotFound or RecordLocked."""
    meeting = session.get(Meeting, uuid.UUID(meeting_id))
    if meeting is None:
        raise MeetingNotFound(meeting_id)
    refuse_locked(meeting.state, meeting_name(meeting.number, meeting.title), openness)
    return meeting


def meeting_name(number: str | None, title: str | None) -> str:
    """Return what refusals call a meeting: its number, or else its title; empty if it has none."""
    return number or title or ""


def refuse_locked(state_id: str, name: str, openness: Openness = Openness.UNTIL_SIGNED) -> None:
    """Raise RecordLocked if a meeting in that state may not be changed."""
    if STATES[state_id].locks(openness):
        raise RecordLocked(name, state_id)


def part_of(session: Session, meeting: Meeting, kind: type[_Part], part_id: str) -> _Part:
    """Return a part of this meeting. Raises PartGone if it was deleted."""
    part = session.get(kind, uuid.UUID(part_id))
    if part is None or part.meeting_id != meeting.id:
        raise PartGone(kind.__name__)
    return part


def place(rows: Sequence[_Row]) -> None:
    """Give the rows their places in the order given."""
    for position, row in enumerate(rows):
        row.position = position


def moved(rows: Sequence[_Row], some: Sequence[_Row], to: int) -> list[_Row]:
    """Return the rows with some of them at another place, counted without them."""
    others = [other for other in rows if other not in some]
    to = max(0, min(to, len(others)))
    others[to:to] = some
    return others
