"""Taking people out of a meeting, numbering those in it, and telling them apart."""

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors import StillSpeaks, ValueRefused
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import meeting_to_change, place
from models.opinions import Opinion
from models.people import Participant
from models.text import for_comparison
from models.vocabulary import Mode, Role


def leave(session: Session, meeting: Meeting, person: Participant) -> None:
    """Let go of a person before the row is deleted.

    Raises StillSpeaks if the record holds words of theirs, or an opinion without a line.
    """
    spoken = _lines_of(session, person) + _unspoken_of(session, person)
    spoken += _movements_of(session, person)
    if spoken:
        raise StillSpeaks(person.name or "", spoken)
    meeting.queue[:] = [entry for entry in meeting.queue if entry.participant is not person]
    place(meeting.queue)
    for signature in meeting.signatures:
        if signature.participant is person:
            signature.participant = None
    meeting.officers[:] = [entry for entry in meeting.officers if entry.participant is not person]
    place(meeting.officers)
    session.flush()


def recorder_of(name: str, organ: str, post: str, position: int) -> Participant:
    """Return who takes the record from the room; without a number."""
    return Participant(
        name=name.strip(),
        organ=organ.strip() or None,
        post=post.strip() or None,
        role=Role.RECORDER.value,
        mode=Mode.ON_SITE.value,
        position=position,
    )


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


def require_name(session: Session, person: Participant) -> None:
    """Raise ValueRefused if the record has words of a person without a name."""
    if not person.name and _lines_of(session, person):
        raise ValueRefused("participant", "name", "required")


def require_number(session: Session, meeting: Meeting, person: Participant) -> None:
    """Raise ValueRefused if the name alone does not say who the person is."""
    if person.number is None and _needs_number(session, meeting, person):
        raise ValueRefused("participant", "number", "required")


def tell_apart(session: Session, meeting: Meeting) -> None:
    """Give the next numbers to those without one whose name alone does not say who they are."""
    for person in meeting.participants:
        if person.number is None and _needs_number(session, meeting, person):
            person.number = 1 + max((p.number or 0 for p in meeting.participants), default=0)
            session.flush()


def _needs_number(session: Session, meeting: Meeting, person: Participant) -> bool:
    """Say whether a case file names this person by number: officers, and namesakes who speak."""
    if any(officer.participant is person for officer in meeting.officers):
        return True
    names = Counter(for_comparison(other.name or "") for other in meeting.participants)
    return names[for_comparison(person.name or "")] > 1 and _lines_of(session, person) > 0


def _lines_of(session: Session, person: Participant) -> int:
    found = select(func.count()).select_from(Line).where(Line.speaker_id == person.id)
    return session.scalar(found) or 0


def _movements_of(session: Session, person: Participant) -> int:
    found = select(func.count()).select_from(Line).where(Line.mover_id == person.id)
    return session.scalar(found) or 0


def _unspoken_of(session: Session, person: Participant) -> int:
    unspoken = Opinion.author_id == person.id, Opinion.line_id.is_(None)
    return session.scalar(select(func.count()).select_from(Opinion).where(*unspoken)) or 0
