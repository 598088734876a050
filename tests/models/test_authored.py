"""Which texts the wording guard judges, and what it finds in a whole meeting."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.authored import (
    AUTHORED,
    NOT_AUTHORED,
    VERBATIM,
    Finding,
    findings,
    guard_field,
    kept_values,
)
from models.forms import GROUPS, Entry, Sheet, ValueKind
from models.profiles import Profile, Profiles
from models.snapshot import LineView, OpinionView
from models.vocabulary import MeetingKind
from models.wording import Severity
from models.wording.rules import is_of_hearing

BLOCKED = "会议决定起诉。"
TEXTS = {ValueKind.TEXT, ValueKind.LONG_TEXT, ValueKind.YES_NO_OR_TEXT}


def _sheet(
    entries: Mapping[str, tuple[Entry, ...]],
    state: str = "J5",
    kind: MeetingKind = MeetingKind.JOINT_CONFERENCE,
) -> Sheet:
    return Sheet("m", kind, state, entries)


def _case(text: str) -> dict[str, tuple[Entry, ...]]:
    return {"case": (Entry("c1", "m", {"name": BLOCKED, "summary": text}),)}


@pytest.fixture
def keeping(profiles: Profiles) -> Profile:
    return replace(profiles["strict"], id="own", keeps_blocked_wording=True)


def test_every_text_of_the_forms_is_authored_or_verbatim_or_told_why_not() -> None:
    texts = {
        (group, name)
        for group, rule in GROUPS.items()
        for name, field in rule.fields.items()
        if field.kind in TEXTS and not field.language
    }
    told = [*AUTHORED, *VERBATIM, *NOT_AUTHORED]

    assert set(told) == texts
    assert len(told) == len(set(told))
    assert all(NOT_AUTHORED.values())


def test_fields_of_hearings_only_stand_in_groups_of_hearings() -> None:
    for (group, _), field in AUTHORED.items():
        assert not is_of_hearing(field) or GROUPS[group].kinds == {MeetingKind.HEARING}


def test_an_authored_text_that_decides_is_found_where_it_stands(profiles: Profiles) -> None:
    found = findings(_sheet(_case(f"经过如下。{BLOCKED}")), profiles["strict"])

    assert [(one.group, one.entry_id, one.field, one.match.text) for one in found] == [
        ("case", "c1", "summary", "会议决定")
    ]
    assert found[0].match.severity is Severity.BLOCK
    assert found[0].stops


def test_names_and_papers_of_others_are_not_judged(profiles: Profiles) -> None:
    assert findings(_sheet(_case("依法审查不起诉决定书。")), profiles["strict"]) == ()


def test_lines_and_written_opinions_only_get_hints(profiles: Profiles) -> None:
    line = LineView("l1", 1, None, None, None, BLOCKED)
    opinion = OpinionView("o1", "p1", text=BLOCKED)

    found = findings(_sheet({}), profiles["strict"], lines=[line], opinions=[opinion])

    assert [(one.group, one.entry_id, one.match.severity) for one in found] == [
        ("line", "l1", Severity.HINT),
        ("opinion", "o1", Severity.HINT),
    ]
    assert not any(one.stops for one in found)


def test_a_signed_record_stops_nothing_but_what_follows_it_does(profiles: Profiles) -> None:
    entries = {"meeting": (Entry("m", "", {"title": BLOCKED, "follow_up": BLOCKED}),)}

    found = {one.field: one.stops for one in findings(_sheet(entries, "J8"), profiles["strict"])}

    assert found == {"title": False, "follow_up": True}


def test_a_signed_paper_stops_nothing(profiles: Profiles) -> None:
    entries = {
        "handler_note": (
            Entry("n", "m", {"own_view": "根据联席会议决定。"}, signed_at="2025-06-20"),
        ),
        "handler_answer": (Entry("a", "n", {"reason": "根据联席会议决定。"}),),
    }

    found = findings(_sheet(entries, "J8"), profiles["strict"])

    assert {one.group for one in found} == {"handler_note", "handler_answer"}
    assert not any(one.stops for one in found)


def _with_kept(found: Finding, text: str, reason: str = "沿用原文") -> dict[str, tuple[Entry, ...]]:
    return _case(text) | {"kept_wording": (Entry("k", "m", kept_values(found.match, reason)),)}


def test_what_was_kept_with_a_reason_is_found_no_more(keeping: Profile) -> None:
    (found,) = findings(_sheet(_case(BLOCKED)), keeping)

    assert found.may_keep
    assert findings(_sheet(_with_kept(found, BLOCKED)), keeping) == ()


def test_a_reason_is_needed_to_keep_words(keeping: Profile) -> None:
    (found,) = findings(_sheet(_case(BLOCKED)), keeping)

    assert findings(_sheet(_with_kept(found, BLOCKED, " ")), keeping) != ()


def test_kept_words_let_no_others_pass(keeping: Profile) -> None:
    (found,) = findings(_sheet(_case(BLOCKED)), keeping)

    left = findings(_sheet(_with_kept(found, "会议认为证据不足。")), keeping)

    assert [one.match.text for one in left] == ["会议认为"]


def test_a_strict_profile_finds_what_was_kept_all_the_same(
    keeping: Profile, profiles: Profiles
) -> None:
    (found,) = findings(_sheet(_case(BLOCKED)), keeping)

    assert len(findings(_sheet(_with_kept(found, BLOCKED)), profiles["strict"])) == 1


def test_a_hearing_is_judged_by_its_own_list(profiles: Profiles) -> None:
    entries = {
        "deliberation": (Entry("d", "m", {"majority": "听证员多数意见为不起诉。"}),),
        "officer_view": (Entry("v", "d", {"view": "听证会决定不起诉。"}),),
    }

    found = findings(_sheet(entries, "H7", MeetingKind.HEARING), profiles["hearing"])

    assert [(one.group, one.match.text) for one in found] == [("officer_view", "听证会决定")]


def test_the_guard_knows_no_field_it_does_not_judge() -> None:
    assert guard_field("case", "name") is None
    assert guard_field("case", "summary") == "摘要"
    assert guard_field("line", "text") == "原话"
