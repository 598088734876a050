"""The profile of a meeting: choosing it until the approval, changing it afterwards with a reason."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from models.civil_time import day_of
from models.errors import ProfileNotAllowed, ValueRefused
from models.meeting import Meeting
from models.operations.access import meeting_to_change
from models.profile_rules import (
    ChoiceFault,
    ChoiceFaultKind,
    Choosing,
    OfficeRule,
    fault_of_change,
    fault_of_choice,
    is_fixed,
    is_judged,
    missing_rules,
    office_rule,
)
from models.profiles import Profile, Profiles, profile_of

REASON_MISSING = "profile_reason_missing"
"""The code of a change without a reason, in the table ``value`` of the messages."""


def require_profile(meeting: Meeting, wanted: object, profiles: Profiles) -> None:
    """Refuse a profile that the meeting may not simply turn to. Raises ValueRefused."""
    choosing, profile = _choosing(meeting), _profile(meeting, wanted, profiles)
    fault = fault_of_change(choosing, profile, profiles, _office_rules(meeting))
    if fault is not None:
        raise _refusal(fault)


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
    fault = fault_of_choice(profiles[wanted], _choosing(meeting), _office_rules(meeting))
    if fault is not None:
        raise _refusal(fault)
    meeting.profile = wanted


def require_allowed_profile(meeting: Meeting, state: str, profiles: Profiles) -> None:
    """Refuse to approve a conference whose profile it may not follow. Raises ProfileNotAllowed."""
    if not is_judged(meeting.state, state):
        return
    profile = _followed(meeting, profiles)
    fault = fault_of_choice(profile, _choosing(meeting), _office_rules(meeting))
    if fault is not None:
        raise ProfileNotAllowed(fault.kind, fault.organs)


@contextmanager
def needed_rules_kept(meeting: Meeting, profiles: Profiles) -> Iterator[None]:
    """Refuse what takes away a rule that the chosen profile needs. Raises ProfileNotAllowed."""
    before = set(_missing(meeting, profiles))
    yield
    lost = tuple(name for name in _missing(meeting, profiles) if name not in before)
    if lost:
        raise ProfileNotAllowed(ChoiceFaultKind.RULE_NEEDED, lost)


def _missing(meeting: Meeting, profiles: Profiles) -> tuple[str, ...]:
    rules = _office_rules(meeting)
    return missing_rules(_followed(meeting, profiles), _choosing(meeting), rules)


def _refusal(fault: ChoiceFault) -> ValueRefused:
    return ValueRefused("meeting", "profile", fault.kind, fault.organs)


def _profile(meeting: Meeting, wanted: object, profiles: Profiles) -> Profile:
    """Return the profile of an id; of an empty field the one that is followed without any."""
    if wanted is None:
        return profile_of(meeting.kind, None, profiles)
    return profiles[str(wanted)]


def _followed(meeting: Meeting, profiles: Profiles) -> Profile:
    return profile_of(meeting.kind, meeting.profile, profiles)


def _office_rules(meeting: Meeting) -> tuple[OfficeRule, ...]:
    return tuple(office_rule(rule.organ, rule.title, rule.number) for rule in meeting.office_rules)


def _choosing(meeting: Meeting) -> Choosing:
    organs = (organ.name for organ in meeting.organs)
    offices = (person.organ for person in meeting.participants)
    return Choosing(
        kind=meeting.kind,
        state=meeting.state,
        profile=meeting.profile,
        scope=meeting.scope,
        host=meeting.host,
        organs=tuple(name for name in (*organs, *offices) if name),
        day=day_of(meeting.schedule.held_from) if meeting.schedule else None,
    )
