"""Changing who takes part in a meeting that is not signed yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.errors import StillSpeaks
from models.operations.access import moved, open_meeting, open_part, place
from models.people import Participant


@dataclass(frozen=True, slots=True)
class PersonData:
    """What a form knows of a participant. ``role`` and ``mode`` are of the closed lists."""

    name: str
    organ: str | None = None
    post: str | None = None
    grade: str | None = None
    role: str | None = None
    mode: str | None = None
    counts_for_quorum: bool | None = None

    def fields(self) -> Mapping[str, object]:
        """Return the attributes of the entity and their values."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def add_participant(session: Session, meeting_id: str, data: PersonData) -> str:
    """Add a person at the end, with the next number; return the id."""
    meeting = open_meeting(session, meeting_id)
    numbers = [entry.number for entry in meeting.participants if entry.number is not None]
    person = Participant(number=max(numbers, default=0) + 1)
    _fill(person, data)
    meeting.participants.append(person)
    place(meeting.participants)
    session.flush()
    return str(person.id)


def edit_participant(session: Session, participant_id: str, data: PersonData) -> None:
    """Correct a person's data."""
    _, person = open_part(session, Participant, participant_id)
    _fill(person, data)


def move_participant(session: Session, participant_id: str, to: int) -> None:
    """Put a person at another place of the list; the number, once printed, stays."""
    meeting, person = open_part(session, Participant, participant_id)
    place(moved(meeting.participants, person, to))


def delete_participant(session: Session, participant_id: str) -> None:
    """Take a person out of the meeting. Raises StillSpeaks if the record holds words of theirs."""
    meeting, person = open_part(session, Participant, participant_id)
    spoken = sum(line.speaker is person for line in meeting.lines)
    if spoken:
        raise StillSpeaks(person.name or "", spoken)
    meeting.officers[:] = [entry for entry in meeting.officers if entry.participant is not person]
    place(meeting.officers)
    session.flush()
    meeting.participants.remove(person)
    place(meeting.participants)


def _fill(person: Participant, data: PersonData) -> None:
    for name, value in data.fields().items():
        setattr(person, name, value)
