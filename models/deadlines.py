"""What has to be done in time for a meeting, and whether it was: dates, sources, results.

Days are calendar days, weekends and holidays included; a profile may ask for whole days between
(``clear``). Times are civil times; a deadline lasts until the end of its day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.civil_time import day_of
from models.forms import Entry, Sheet
from models.profile_terms import DeadlineKind, DeadlineRule
from models.profiles import Profile
from models.vocabulary import MeetingKind


class Outcome(StrEnum):
    """How a deadline stands."""

    KEPT = "kept"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of one meeting.

    ``due`` is the last day; ``done`` when it was done, None while it is not; ``whom`` is who is to
    be told, where several are.
    """

    kind: DeadlineKind
    due: date
    done: date | None
    outcome: Outcome
    source: str
    whom: str = ""


def deadlines_of(sheet: Sheet, profile: Profile, today: date) -> tuple[Deadline, ...]:
    """Return the deadlines of a meeting by day; none of what has no date to count from yet."""
    finders = _CONFERENCE if sheet.kind is MeetingKind.JOINT_CONFERENCE else _HEARING
    found = [
        _judged(kind, profile.deadlines[kind], wanted, today)
        for kind, find in finders.items()
        if kind in profile.deadlines
        for wanted in find(sheet, profile.deadlines[kind])
    ]
    return tuple(sorted(found, key=lambda deadline: deadline.due))


def last_day_before(day: date, rule: DeadlineRule) -> date:
    """Return the last day on which something is in time for that day.

    Three days before the 26th is the 23rd; with three clear days between it is the 22nd.
    """
    return _moved(day, -rule.days - rule.clear)


def last_day_after(day: date, rule: DeadlineRule) -> date:
    """Return the last day of so many that begin after that day."""
    return _moved(day, rule.days + rule.clear)


def _moved(day: date, days: int) -> date:
    """Return a day so many days off, within the years there are."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be done by which day."""

    due: date
    done: date | None
    whom: str = ""


def _judged(kind: DeadlineKind, rule: DeadlineRule, wanted: _Wanted, today: date) -> Deadline:
    if wanted.done is not None:
        outcome = Outcome.KEPT if wanted.done <= wanted.due else Outcome.MISSED
    else:
        outcome = Outcome.OPEN if today <= wanted.due else Outcome.MISSED
    return Deadline(kind, wanted.due, wanted.done, outcome, rule.source, wanted.whom)


def _approval(sheet: Sheet, rule: DeadlineRule) -> Iterator[_Wanted]:
    request = _values(sheet.single("request"))
    asked = day_of(request.get("at"))
    if asked is not None:
        yield _Wanted(last_day_after(asked, rule), day_of(request.get("approved_at")))


def _papers(sheet: Sheet, rule: DeadlineRule) -> Iterator[_Wanted]:
    yield from _before_meeting(sheet, rule, "notice_at")


def _notices(sheet: Sheet, rule: DeadlineRule) -> Iterator[_Wanted]:
    """Yield one for each participant told; one for all while none is entered."""
    held = _held(sheet)
    if held is None:
        return
    due = last_day_before(held, rule)
    notices = [entry.values for entry in sheet.of("participant_notice")]
    for notice in notices or [{}]:
        yield _Wanted(due, day_of(notice.get("at")), str(notice.get("to") or ""))


def _public_notice(sheet: Sheet, rule: DeadlineRule) -> Iterator[_Wanted]:
    if _is_open(sheet):
        yield from _before_meeting(sheet, rule, "public_notice_at")


def _observers(sheet: Sheet, rule: DeadlineRule) -> Iterator[_Wanted]:
    """Yield the last day that may be announced, once a day is announced."""
    if _is_open(sheet) and _values(sheet.single("schedule")).get("observer_deadline"):
        yield from _before_meeting(sheet, rule, "observer_deadline")


def _before_meeting(sheet: Sheet, rule: DeadlineRule, field: str) -> Iterator[_Wanted]:
    held = _held(sheet)
    if held is not None:
        done = day_of(_values(sheet.single("schedule")).get(field))
        yield _Wanted(last_day_before(held, rule), done)


def _held(sheet: Sheet) -> date | None:
    return day_of(_values(sheet.single("schedule")).get("held_from"))


def _is_open(sheet: Sheet) -> bool:
    """Say whether the public may come; nobody told yet means no."""
    return _values(sheet.single("meeting")).get("open") is True


def _values(entry: Entry | None) -> Mapping[str, object]:
    return entry.values if entry else {}


_CONFERENCE = {DeadlineKind.APPROVAL: _approval, DeadlineKind.PAPERS: _papers}
_HEARING = {
    DeadlineKind.NOTICE: _notices,
    DeadlineKind.PUBLIC_NOTICE: _public_notice,
    DeadlineKind.OBSERVERS: _observers,
}
