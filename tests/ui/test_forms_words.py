"""Words and times of forms: nothing unnamed, and times read as people write them."""

from datetime import date

import pytest

from models.civil_time import is_civil_time
from models.forms import GROUPS
from models.profiles import load_profiles
from models.vocabulary import AnswerStatus, Attendance, Manner, Mode, Road, Scope, SignatureStatus
from ui.forms import labels
from ui.forms.times import read_time, shown_time

TODAY = date(2026, 11, 21)


def test_every_field_and_every_group_has_a_name() -> None:
    fields = {(group, field) for group, rule in GROUPS.items() for field in rule.fields}

    assert set(labels._FIELDS) == fields
    assert set(labels._GROUPS) == set(GROUPS)
    assert set(labels._HINTS) <= fields
    assert all(labels.field_label(*field) for field in fields)


def test_no_two_fields_of_a_group_have_one_name() -> None:
    for group, rule in GROUPS.items():
        names = [labels.field_label(group, field) for field in rule.fields]
        assert len(set(names)) == len(names), group


@pytest.mark.parametrize(
    ("group", "field", "values"),
    [
        ("meeting", "scope", Scope),
        ("participant", "mode", Mode),
        ("participant", "attendance", Attendance),
        ("handler_answer", "status", AnswerStatus),
        ("handler_note", "road", Road),
        ("opinion", "manner", Manner),
        ("signature", "status", SignatureStatus),
    ],
)
def test_every_choice_has_a_word(group: str, field: str, values: type[Scope]) -> None:
    for value in values:
        assert labels.choice_word(group, field, value.value, {}) == value.value


def test_a_profile_is_called_by_its_name_and_an_unknown_one_as_it_is() -> None:
    profiles = load_profiles(())

    assert labels.choice_word("meeting", "profile", "civil49", profiles) == "民事诉讼监督"
    assert labels.choice_word("meeting", "profile", "ours", profiles) == "ours"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-6-18 9:00", "2025-06-18T09:00"),
        ("2025/6/18", "2025-06-18"),
        ("2025.6.18", "2025-06-18"),
        ("2025年6月18日9时5分", "2025-06-18T09:05"),
        ("2025年 6月18号 9:05", "2025-06-18T09:05"),
        ("２０２５年６月１８日　９：０５", "2025-06-18T09:05"),
        ("6月18日", "2026-06-18"),
        ("6-18 14：30", "2026-06-18T14:30"),
        ("9:05", "09:05"),
        ("下午3点半", "15:30"),
        ("上午9时", "09:00"),
        ("2025-06-18T09:00", "2025-06-18T09:00"),
        ("  2025-06-18 ", "2025-06-18"),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, meant: str) -> None:
    assert read_time(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["2月30日", "2025-13-1", "25:00", "6月", "明天", "9", "2025-6-18 九点", "20256-18", "下午"],
)
def test_what_is_no_time_stays_as_it_was_typed(typed: str) -> None:
    assert read_time(typed, TODAY) == typed
    assert not is_civil_time(typed)


@pytest.mark.parametrize("time", ["2025-06-18T09:00", "2025-06-18", "09:00"])
def test_a_time_that_is_shown_reads_as_the_same_time(time: str) -> None:
    assert read_time(shown_time(time), TODAY) == time
