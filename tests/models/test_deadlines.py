"""Deadlines of a meeting: when they end, and whether they were kept."""

from datetime import date

import pytest

from models.deadlines import Outcome, deadlines_of, last_day_before
from models.forms import Entry, Sheet
from models.profile_terms import DeadlineKind, DeadlineRule
from models.profiles import Profiles
from models.vocabulary import MeetingKind

TODAY = date(2025, 9, 20)


def _sheet(kind: MeetingKind, **groups: object) -> Sheet:
    entries = {
        group: tuple(
            Entry(f"{group}{place}", "", one)
            for place, one in enumerate(values if isinstance(values, list) else [values])
        )
        for group, values in groups.items()
    }
    return Sheet("1", kind, "J0", entries)


def _conference(**groups: object) -> Sheet:
    return _sheet(MeetingKind.JOINT_CONFERENCE, **groups)


def _hearing(**groups: object) -> Sheet:
    return _sheet(MeetingKind.HEARING, **groups)


@pytest.mark.parametrize(
    ("approved", "today", "outcome"),
    [
        ("2025-06-08T23:59", TODAY, Outcome.KEPT),
        ("2025-06-09", TODAY, Outcome.MISSED),
        (None, date(2025, 6, 8), Outcome.OPEN),
        (None, date(2025, 6, 9), Outcome.MISSED),
    ],
)
def test_a_request_is_approved_within_three_days(
    approved: str | None, today: date, outcome: Outcome, profiles: Profiles
) -> None:
    request = {"at": "2025-06-05T09:20", "approved_at": approved}

    (found,) = deadlines_of(_conference(request=request), profiles["strict"], today)

    assert (found.kind, found.due) == (DeadlineKind.APPROVAL, date(2025, 6, 8))
    assert found.outcome is outcome
    assert "松北" in found.source


@pytest.mark.parametrize(
    ("notice", "outcome"), [("2025-09-23", Outcome.KEPT), ("2025-09-24T08:00", Outcome.MISSED)]
)
def test_papers_go_out_three_days_before(notice: str, outcome: Outcome, profiles: Profiles) -> None:
    schedule = {"held_from": "2025-09-26T09:00", "notice_at": notice}

    (found,) = deadlines_of(_conference(schedule=schedule), profiles["strict"], TODAY)

    assert (found.due, found.outcome) == (date(2025, 9, 23), outcome)
    assert "第十四条" in found.source


def test_three_clear_days_end_a_day_earlier() -> None:
    hearing = date(2025, 9, 26)

    assert last_day_before(hearing, DeadlineRule(3, "甲")) == date(2025, 9, 23)
    assert last_day_before(hearing, DeadlineRule(3, "甲", clear=True)) == date(2025, 9, 22)


def test_weekends_and_holidays_count_like_other_days(profiles: Profiles) -> None:
    schedule = {"held_from": "2025-10-06T09:00"}  # a Monday, inside the national holidays

    (found,) = deadlines_of(_hearing(schedule=schedule), profiles["hearing"], TODAY)

    assert found.due == date(2025, 10, 3)


def test_each_participant_of_a_hearing_is_told_in_time(profiles: Profiles) -> None:
    sheet = _hearing(
        schedule={"held_from": "2025-09-26T14:30"},
        participant_notice=[
            {"to": "薛某", "at": "2025-09-22"},
            {"to": "听证员", "at": "2025-09-24"},
            {"to": "翻译", "at": None},
        ],
    )

    found = deadlines_of(sheet, profiles["hearing"], TODAY)

    assert [(one.whom, one.outcome) for one in found] == [
        ("薛某", Outcome.KEPT),
        ("听证员", Outcome.MISSED),
        ("翻译", Outcome.OPEN),
    ]


@pytest.mark.parametrize(
    ("deadline", "outcome"), [("2025-09-25T17:00", Outcome.KEPT), ("2025-09-27", Outcome.MISSED)]
)
def test_applications_to_observe_end_before_an_open_hearing(
    deadline: str, outcome: Outcome, profiles: Profiles
) -> None:
    schedule = {"held_from": "2025-09-26T14:30", "observer_deadline": deadline}
    sheet = _hearing(meeting={"open": True}, schedule=schedule)

    found = deadlines_of(sheet, profiles["hearing"], TODAY)

    assert [(one.kind, one.outcome) for one in found if one.kind is DeadlineKind.OBSERVERS] == [
        (DeadlineKind.OBSERVERS, outcome)
    ]


def test_a_closed_hearing_has_no_observers(profiles: Profiles) -> None:
    schedule = {"held_from": "2025-09-26T14:30", "observer_deadline": "2025-09-27"}
    sheet = _hearing(meeting={"open": False}, schedule=schedule)

    kinds = [one.kind for one in deadlines_of(sheet, profiles["hearing"], TODAY)]

    assert kinds == [DeadlineKind.NOTICE]


@pytest.mark.parametrize("time", [None, "09:00", "morgen", "2025-02-30", 3])
def test_without_a_day_to_count_from_there_is_no_deadline(time: object, profiles: Profiles) -> None:
    schedule = {"held_from": time}

    assert deadlines_of(_conference(schedule=schedule), profiles["strict"], TODAY) == ()
    assert deadlines_of(_hearing(schedule=schedule), profiles["hearing"], TODAY) == ()
    assert deadlines_of(_conference(), profiles["strict"], TODAY) == ()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_all_have_deadlines(day: str, profiles: Profiles) -> None:
    sheet = _conference(schedule={"held_from": day}, request={"at": day})

    assert len(deadlines_of(sheet, profiles["strict"], TODAY)) == 2
