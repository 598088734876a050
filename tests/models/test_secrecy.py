"""No paper bears a level that nobody decided, and none at all on a computer that is not for it."""

import copy
from dataclasses import replace
from typing import Any

import pytest

import resources
from models.secrecy import (
    STATE_SECRET_FIELDS,
    Marking,
    SecrecyFault,
    SecrecyMark,
    SecrecyRules,
    StateSecret,
    marking,
)
from models.secrecy_marks import bundled_marks, marks_from
from models.snapshot import CaseView, YesOrWords

_HERE = SecrecyRules()
_CONFIRMED = SecrecyRules("保密办 何青", "2026-01-05", "涉密信息设备登记表第3号")
_ENTRY = StateSecret(
    level="秘密",
    months=120,
    circle="承办检察官、分管副检察长",
    basis="派生自州公安局〔2026〕机字第1号",
    responsible="罗承砚",
    entered_by="管理员",
    entered_at="2026-01-06T09:00",
)


def _case(
    state_secret: YesOrWords = None, *, work: bool | None = None, key: str = "c1"
) -> CaseView:
    return CaseView("周某案", id=key, state_secret=state_secret, work_secret=work)


def _faults(told: Marking) -> list[tuple[SecrecyFault, str, str]]:
    return [(one.fault, one.case_id, one.field) for one in told.findings]


def test_the_levels_and_terms_are_those_of_the_law() -> None:
    levels = [(level.name, level.max_years) for level in bundled_marks().levels]

    assert levels == [("绝密", 30), ("机密", 20), ("秘密", 10)]


@pytest.mark.parametrize("words", [None, False, "", "否", "不涉密", " 无 "])
def test_without_a_reason_there_is_no_mark(words: YesOrWords) -> None:
    for rules in (_HERE, _CONFIRMED):
        assert marking([_case(words, work=False)], rules, {"c1": _ENTRY}) == Marking()


def test_a_work_secret_has_neutral_words() -> None:
    cases = [_case(), _case(work=True, key="c2")]

    told = marking(cases, _HERE)

    assert told == Marking(SecrecyMark("内部资料·注意保管"))
    assert told.mark is not None
    assert not told.mark.state_secret


@pytest.mark.parametrize(
    ("chosen", "words"),
    [("工作秘密", "工作秘密"), ("绝密★30年", "内部资料·注意保管"), ("", "内部资料·注意保管")],
)
def test_an_office_chooses_among_the_words_and_no_others(chosen: str, words: str) -> None:
    rules = SecrecyRules(work_secret_words=chosen)

    assert marking([_case(work=True)], rules).mark == SecrecyMark(words)


@pytest.mark.parametrize("level", ["秘密", "机密★5年", "绝密", True, "是", 1])
@pytest.mark.parametrize(
    "rules",
    [_HERE, replace(_CONFIRMED, confirmed_by=" "), replace(_CONFIRMED, basis="")],
)
def test_a_state_secret_is_not_for_this_computer(level: YesOrWords, rules: SecrecyRules) -> None:
    told = marking([_case(level, work=True)], rules, {"c1": _ENTRY})

    assert told.mark is None
    assert _faults(told) == [(SecrecyFault.NOT_ON_THIS_COMPUTER, "c1", "")]
    assert "第三十一条" in told.findings[0].source


@pytest.mark.parametrize(
    ("months", "text"),
    [(120, "秘密★10年"), (12, "秘密★1年"), (6, "秘密★6个月"), (18, "秘密★18个月")],
)
def test_a_confirmed_computer_prints_what_was_decided(months: int, text: str) -> None:
    told = marking([_case("秘密")], _CONFIRMED, {"c1": replace(_ENTRY, months=months)})

    assert told == Marking(SecrecyMark(text, state_secret=True))


def test_the_highest_level_counts_and_its_longest_term() -> None:
    cases = [_case("是", key=key) for key in ("c1", "c2", "c3")]
    entries = {
        "c1": _ENTRY,
        "c2": replace(_ENTRY, level="机密", months=36),
        "c3": replace(_ENTRY, level="机密", months=60),
    }

    assert marking(cases, _CONFIRMED, entries).mark == SecrecyMark("机密★5年", state_secret=True)


def test_nobody_may_leave_a_field_of_a_level_out() -> None:
    assert STATE_SECRET_FIELDS[:5] == ("level", "months", "circle", "basis", "responsible")
    for name in STATE_SECRET_FIELDS:
        empty: Any = {name: 0 if name == "months" else " "}

        told = marking([_case("秘密")], _CONFIRMED, {"c1": replace(_ENTRY, **empty)})

        assert told.mark is None
        assert _faults(told) == [(SecrecyFault.FIELD_MISSING, "c1", name)]
        assert told.findings[0].source


@pytest.mark.parametrize(
    ("said", "changes", "fault", "field"),
    [
        ("秘密", {"level": "内部"}, SecrecyFault.LEVEL_UNKNOWN, "level"),
        ("机密", {}, SecrecyFault.LEVELS_DIFFER, "level"),
        ("秘密", {"months": 121}, SecrecyFault.TERM_TOO_LONG, "months"),
        ("是", {"level": "绝密", "months": 361}, SecrecyFault.TERM_TOO_LONG, "months"),
    ],
)
def test_a_level_that_is_not_lawful_is_not_printed(
    said: str, changes: dict[str, Any], fault: SecrecyFault, field: str
) -> None:
    told = marking([_case(said)], _CONFIRMED, {"c1": replace(_ENTRY, **changes)})

    assert told.mark is None
    assert _faults(told) == [(fault, "c1", field)]


def test_one_case_without_an_entry_keeps_the_mark_off_all() -> None:
    told = marking([_case("秘密"), _case("机密", key="c2")], _CONFIRMED, {"c1": _ENTRY})

    assert told.mark is None
    assert _faults(told) == [(SecrecyFault.NOT_ENTERED, "c2", "")]


def _with(path: str, value: object) -> dict[str, Any]:
    data = copy.deepcopy(resources.toml("secrecy/marks.toml"))
    target: Any = data
    *parents, last = path.split(".")
    for name in parents:
        target = target[int(name) if name.isdigit() else name]
    if value is None:
        del target[last]
    else:
        target[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("level", []),
        ("level", None),
        ("level", "绝密"),
        ("level.0.name", " "),
        ("level.0.max_years", 0),
        ("level.0.max_years", True),
        ("level.0.max_years", "30"),
        ("level.0.max_years", 5),
        ("level.0.years", 30),
        ("level.1.name", "绝密"),
        ("work_secret", None),
        ("work_secret.words", []),
        ("work_secret.words", ["秘密"]),
        ("work_secret.words", ["内部★1年"]),
        ("work_secret.words", [1]),
        ("sources.computer", None),
        ("sources.computer", ""),
        ("sources.other", "甲"),
        ("other", 1),
    ],
)
def test_a_file_that_is_not_sound_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValueError, match="marks of secrecy"):
        marks_from(_with(path, value))
