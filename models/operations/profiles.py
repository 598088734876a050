"""The profile of a meeting: choosing it until the approval, changing it afterwards with a reason."""

from sqlalchemy.orm import Session

from models.civil_time import day_of
from models.errors import ValueRefused
from models.meeting import Meeting
from models.operations.access import meeting_to_change
from models.profile_rules import Choosing, fault_of_change, fault_of_kind_and_day, is_fixed
from models.profiles import Profile, Profiles, profile_of

REASON_MISSING = "profile_reason_missing"
"""The code of a change without a reason, in the table ``value`` of the messages."""


def require_profile(meeting: Meeting, wanted: object, profiles: Profiles) -> None:
    """Refuse a profile that the meeting may not simply turn to. Raises ValueRefused."""
    choosing, profile = _choosing(meeting), _profile(meeting, wanted, profiles)
    fault = fault_of_change(choosing, profile, profiles)
    if fault is not None:
        raise ValueRefused("meeting", "profile", fault.kind)


def change_profile(
    session: Session, meeting_id: str, wanted: str, *, reason: str, profiles: Profiles
) -> None:
    """Turn a conference to another profile although it is approved, until its record is signed.

    The caller writes the reason into the audit trail. Raises ValueRefused or RecordLocked.
    """
    meeting = meeting_to_change(session, meeting_id)
    if wanted not in profiles:
        raise ValueRefused("meeting", "profile", "not_listed")
    if is_fixed(meeting.state) and not reason.strip():
        raise ValueRefused("meeting", "profile", REASON_MISSING)
    fault = fault_of_kind_and_day(_choosing(meeting), profiles[wanted])
    if fault is not None:
        raise ValueRefused("meeting", "profile", fault.kind)
    meeting.profile = wanted


def _profile(meeting: Meeting, wanted: object, profiles: Profiles) -> Profile:
    """Return the profile of an id; of an empty field the one that is followed without any."""
    if wanted is None:
        return profile_of(meeting.kind, None, profiles)
    return profiles[str(wanted)]


def _choosing(meeting: Meeting) -> Choosing:
    return Choosing(
        kind=meeting.kind,
        state=meeting.state,
        profile=meeting.profile,
        scope=meeting.scope,
        host=meeting.host,
        organs=tuple(organ.name for organ in meeting.organs),
        day=day_of(meeting.schedule.held_from) if meeting.schedule else None,
    )
