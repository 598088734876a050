"""Locking a record, and storing one that is locked already: sealed first, the state last.

The database takes no row of a signed record, so that whatever locks is written after all else.
"""

from sqlalchemy.orm import Session

from models.meeting import Meeting
from models.seal import seal_record
from models.states import STATES, last_open_state


def store(session: Session, meeting: Meeting) -> None:
    """Store a new meeting with everything in it, locked if its state says so."""
    state, note = meeting.state, meeting.handler_note
    if STATES[state].signed:
        meeting.state = last_open_state(meeting.kind)
    signed_at = note.signed_at if note is not None else None
    if note is not None:
        note.signed_at = None  # or its answers could not follow
    session.add(meeting)
    session.flush()
    if note is not None and signed_at is not None:
        note.signed_at = signed_at
        session.flush()
    if STATES[state].signed:
        lock(session, meeting, state)


def lock(session: Session, meeting: Meeting, state: str) -> None:
    """Bring an open meeting to a signed state; what it holds is sealed as it stands."""
    seal_record(session, meeting)
    meeting.state = state
    session.flush()
