"""Taking people out of a meeting."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors import StillSpeaks
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import place
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
