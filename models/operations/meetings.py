"""Making meetings, copying them, moving them on, and the bin they can come back from."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models.case_file import to_document, to_meeting
from models.errors import MoveNotAllowed
from models.meeting import Meeting
from models.operations.access import meeting_to_change
from models.operations.desk import freeze_numbers
from models.operations.locking import lock
from models.operations.people import recorder_of
from models.operations.profiles import require_allowed_profile
from models.operations.signing import refuse_unready
from models.profiles import DEFAULT_PROFILE, Profiles
from models.queries import meeting_by_id
from models.roster import counts_by_role
from models.states import FIRST_STATE, STATES, Openness, moves_from, notices_go_out
from models.vocabulary import MeetingKind

_COPIED = {
    "format": None,
    "version": None,
    "kind": None,
    "scope": None,
    "open": None,
    "profile": None,
    "title": None,
    "host": None,
    "organs": None,
    "agenda": None,
    "participants": None,
    "quorum": ("rule", "required"),
    "schedule": ("place", "remote"),
    "officers_ids": None,
}
"""What the next meeting has in common with an earlier one, by keys of the case file.

Of some objects only these keys; None takes all. The case, the dates and whatever was said do not.
"""


_COPIED_OF_OURS = ("agenda", "office_rules")
"""The same of the part of the case file that is our own."""


def create_meeting(
    session: Session,
    kind: MeetingKind,
    *,
    title: str = "",
    host: str = "",
    scope: str | None = None,
    recorder: str = "",
    recorder_post: str = "",
) -> str:
    """Make a meeting in its first state, with the profile of its kind; return its id.

    Nobody takes part in it yet but the ``recorder`` from the host's office, if one is named; numbers
    begin with those who come after.
    """
    meeting = Meeting(
        kind=kind,
        state=FIRST_STATE[kind],
        scope=scope,
        profile=DEFAULT_PROFILE[kind],
        title=title or None,
        host=host or None,
    )
    if recorder.strip():
        taker = recorder_of(recorder, host, recorder_post, position=0)
        if kind is MeetingKind.JOINT_CONFERENCE:
            taker.counts_for_quorum = counts_by_role(taker.role, taker.post)
        meeting.participants.append(taker)
    session.add(meeting)
    session.flush()
    return str(meeting.id)


def copy_meeting(session: Session, meeting_id: str) -> str:
    """Make a new meeting like an earlier one; return its id.

    People, organs, agenda, rules (also the offices' own) and place are taken over; case, dates and
    lines are not.
    """
    document = to_document(meeting_by_id(session, meeting_id))
    taken = {key: _taken(document[key], _COPIED[key]) for key in _COPIED if key in document}
    added = document.get("lianxi") or {}
    ours = {key: added[key] for key in _COPIED_OF_OURS if added.get(key)}
    if ours:
        taken["lianxi"] = ours
    meeting = to_meeting(taken)
    for item in meeting.agenda:
        item.number = None  # until its own notices go out
    session.add(meeting)
    session.flush()
    return str(meeting.id)


def move_meeting(session: Session, meeting_id: str, state: str, profiles: Profiles) -> None:
    """Bring a meeting to another state. When its notices go out, the agenda keeps its numbers.

    Raises MoveNotAllowed, ProfileNotAllowed or NotReadyToSign.

    Signing seals and locks the record and cannot be undone; the caller has said so.
    """
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    if state not in moves_from(meeting.state):
        raise MoveNotAllowed(meeting.state, state)
    require_allowed_profile(meeting, state, profiles)
    if STATES[state].signed and not STATES[meeting.state].signed:
        refuse_unready(session, meeting, profiles)
        lock(session, meeting, state)
        return
    if notices_go_out(meeting.state, state):
        freeze_numbers(session, meeting_id)
    meeting.state = state


def bin_meeting(session: Session, meeting_id: str) -> None:
    """Move a meeting to the bin, from which it can come back. Raises RecordLocked if it is signed."""
    meeting = meeting_to_change(session, meeting_id)
    meeting.binned_at = datetime.now(UTC).isoformat(timespec="seconds")


def restore_meeting(session: Session, meeting_id: str) -> None:
    """Take a meeting out of the bin."""
    meeting_to_change(session, meeting_id).binned_at = None


def _taken(value: object, keys: tuple[str, ...] | None) -> object:
    if keys is None or not isinstance(value, Mapping):
        return value
    return {key: value[key] for key in keys if key in value}
