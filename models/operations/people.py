"""Taking people out of a meeting, and numbering those in it."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors import StillSpeaks
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import meeting_to_change, place
from models.people import Participant


def leave(session: Session, meeting: Meeting, person: Participant) -> None:
    """Let go of a person before the row is deleted.

    Raises StillSpeaks if the record holds words of theirs.
    """
    spoken = session.scalar(
        select(func.count()).select_from(Line).where(Line.speaker_id == person.id)
    )
    if spoken:
        raise StillSpeaks(person.name or "", spoken)
    meeting.officers[:] = [entry for entry in meeting.officers if entry.participant is not person]
    place(meeting.officers)
    session.flush()


def number_people(session: Session, meeting_id: str) -> None:
    """Give the participants the numbers from 1 on, in their order. Raises RecordLocked."""
    meeting = meeting_to_change(session, meeting_id)
    wrong = [p for n, p in enumerate(meeting.participants, 1) if p.number != n]
    for person in wrong:
        person.number = None
    session.flush()  # a number must be free before somebody else can have it
    for number, person in enumerate(meeting.participants, 1):
        person.number = number
    session.flush()
