"""Making meetings, and changing what stands at their head."""

from sqlalchemy.orm import Session

from models.meeting import Meeting, Schedule
from models.operations.access import open_meeting
from models.profiles import DEFAULT_PROFILE
from models.states import FIRST_STATE
from models.vocabulary import MeetingKind

TEXTS = frozenset({"title", "number", "host"})
TIMES_AND_PLACE = frozenset({"held_from", "held_to", "place"})


def create_meeting(session: Session, kind: MeetingKind, *, title: str, host: str | None) -> str:
    """Make an empty meeting in its first state, with the profile of its kind; return its id."""
    meeting = Meeting(
        kind=kind,
        state=FIRST_STATE[kind],
        profile=DEFAULT_PROFILE[kind],
        title=title,
        host=host,
    )
    session.add(meeting)
    session.flush()
    return str(meeting.id)


def set_head(session: Session, meeting_id: str, field: str, value: str | None) -> None:
    """Set one of TEXTS or TIMES_AND_PLACE; times are civil times as the case file writes them."""
    meeting = open_meeting(session, meeting_id)
    if field in TEXTS:
        setattr(meeting, field, value)
        return
    if field not in TIMES_AND_PLACE:
        raise KeyError(field)
    if meeting.schedule is None:
        meeting.schedule = Schedule()
    setattr(meeting.schedule, field, value)
