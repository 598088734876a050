"""What the guard promises besides its lists: places, fields, profiles, hostile texts."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from models.profile_terms import PAPERS
from models.profiles import Profiles, load_profiles
from models.vocabulary import MeetingKind
from models.wording import Severity, allowed_to_keep, check, clarification, guarding_profile
from models.wording.normal import fold
from models.wording.rules import allowances, rules_for
from tests.conftest import SAMPLES
from tests.models.wording.cases import Case, cases_of, verdict_of

RULES = (*rules_for(hearing=False), *rules_for(hearing=True))
BLOCKED = [
    case for case in cases_of("tuning") if case.expected == "block" and "\n" not in case.text
]

OPENING = str(resources.toml("i18n/document_zh_CN.toml")["statement"]["conference_opening"])
STATEMENTS = [
    OPENING,
    "以上意见均为发言人个人意见，仅供承办检察官参考，不构成会议决议或者倾向性意见。",
    "本意见仅就专门性问题作出说明，不涉及案件定性与处理结论。",
    "本说明由承办检察官个人作出，不属于会议内容。",
]


def test_places_are_those_of_the_text_as_typed() -> None:
    text = "𬤇：会 议\u200b認為，证据不足；經 研究，决定起诉。"

    verdict = verdict_of(text)

    assert [match.text for match in verdict.matches] == ["会 议\u200b認為", "經 研究，决定"]
    assert all(text[match.start : match.end] == match.text for match in verdict.matches)


def test_two_sentences_never_join_into_a_phrase() -> None:
    assert verdict_of("张某列席会议。认为证据不足的有李某。").severity is Severity.ALLOW
    assert verdict_of("今天召开会议\n\n认为证据不足的是李某").severity is Severity.ALLOW


@pytest.mark.parametrize("profile", load_profiles(()))
@pytest.mark.parametrize("text", STATEMENTS)
def test_the_standard_statements_pass_in_every_profile(text: str, profile: str) -> None:
    for field in ("声明", "摘要", "主持人归纳", "通知"):
        assert verdict_of(text, field, profile).severity is Severity.ALLOW


@pytest.mark.parametrize(
    ("kind", "profile"),
    [
        ("record", "strict"),
        ("attendance", "strict"),
        *((kind, "hearing") for kind in sorted(PAPERS[MeetingKind.HEARING])),
    ],
)
def test_the_words_printed_in_papers_pass(kind: str, profile: str) -> None:
    words = resources.toml("i18n/document_zh_CN.toml")
    texts = [text for part in (kind, "statement", "page", "common") for text in _texts(words[part])]

    for text in texts:
        assert verdict_of(text, "摘要", profile).severity is Severity.ALLOW, text


def _texts(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for value in table.values() for text in _texts(value)]
    return [str(table)]


def test_the_authored_texts_of_the_samples_pass() -> None:
    for file in SAMPLES:
        meeting = json.loads(file.read_text(encoding="utf-8"))
        profile = meeting.get("profile") or (
            "hearing" if meeting["kind"] == "hearing" else "strict"
        )
        for field, text in _authored(meeting):
            assert verdict_of(text, field, profile).severity is Severity.ALLOW, text


def _authored(meeting: dict[str, Any]) -> list[tuple[str, str]]:
    note, report = (meeting.get(key) or {} for key in ("handler_note", "divergence_report"))
    return [
        ("标题", str(meeting["title"])),
        ("摘要", str(meeting["case"].get("summary", ""))),
        ("承办人说明", str(meeting.get("follow_up", ""))),
        *(("承办人说明", str(item.get("reason", ""))) for item in note.get("items", ())),
        ("分歧情况报告", str(report.get("content", ""))),
    ]


def test_a_speakers_own_words_only_get_a_hint_and_a_line_to_add() -> None:
    verdict = verdict_of("会议决定起诉，五票赞成。", "原话")

    assert verdict.severity is Severity.HINT
    assert {clarification(match.group) for match in verdict.matches} != set()


def test_every_group_has_a_clarification() -> None:
    assert all(clarification(rule.group).startswith("主持人说明：") for rule in RULES)


def test_an_unknown_field_holds_authored_text() -> None:
    assert verdict_of("会议决定起诉。", "别的").severity is Severity.BLOCK
    assert verdict_of("会议决定起诉。", "").severity is Severity.BLOCK


def test_an_unknown_profile_is_as_strict_as_can_be() -> None:
    assert verdict_of("会议决定起诉。", profile="gone").severity is Severity.BLOCK


def test_a_field_of_hearings_follows_the_hearings_list_in_any_profile() -> None:
    for profile in ("strict", "dept", "hearing"):
        assert (
            verdict_of("听证员多数意见为不起诉。", "听证评议", profile).severity is Severity.ALLOW
        )
    assert verdict_of("听证会决定不起诉。", "听证总结").severity is Severity.BLOCK


def test_only_a_profile_that_says_so_lets_a_phrase_be_kept_with_a_reason(
    profiles: Profiles,
) -> None:
    text = "会议认为证据不足。"
    own = replace(profiles["strict"], id="own", keeps_blocked_wording=True)

    for profile, may_keep in ((profiles["strict"], False), (own, True)):
        verdict = check(text, field="摘要", profile=profile)
        assert verdict.severity is Severity.BLOCK
        assert [allowed_to_keep(profile, match) for match in verdict.matches] == [may_keep]


def test_every_entry_tells_what_to_write_instead_and_why() -> None:
    for rule in RULES:
        assert rule.suggestion, rule.id
        assert rule.reason, rule.id
        assert rule.source, rule.id


def test_names_are_unique_and_groups_of_allowances_exist() -> None:
    names = [rule.id for rule in RULES] + [allowance.id for allowance in allowances()]

    assert len(names) == len(set(names))
    assert {group for entry in allowances() for group in entry.groups} <= {
        rule.group for rule in RULES
    }


def test_profiles_name_groups_that_exist(profiles: Profiles) -> None:
    groups = {rule.group for rule in RULES}

    for profile in profiles.values():
        assert {key.partition("@")[0] for key in profile.wording} <= groups


def test_a_rule_finds_nothing_without_the_words_it_needs() -> None:
    texts = [fold(case.text).text for name in ("given", "tuning") for case in cases_of(name)]

    for rule in RULES:
        for text in texts:
            if rule.needs and not any(word in text for word in rule.needs):
                assert not rule.pattern.search(text), (rule.id, text)


def test_the_suggestions_themselves_pass() -> None:
    for rule in rules_for(hearing=False):
        assert verdict_of(rule.suggestion).severity is Severity.ALLOW, rule.suggestion
    for rule in rules_for(hearing=True):
        assert verdict_of(rule.suggestion, "摘要", "hearing").severity is Severity.ALLOW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "\ud800",
        "会\ud800议认\udfff为",
        "会̶议̶认̶为̶",
        "会议一致" * 25_000,
        "会议" * 50_000,
        "与会人员均都也" * 15_000,
        "对于就" * 33_000,
        "“" * 100_000,
        "《" * 100_000,
        "3人" * 50_000,
        "不" * 100_000,
        "被告人" * 33_000,
        "会，" * 50_000,
        "\n" * 100_000,
        " " * 100_000,
    ],
    ids=range(17),
)
def test_hostile_texts_are_judged(text: str) -> None:
    verdict = verdict_of(text)

    assert all(text[match.start : match.end] == match.text != "" for match in verdict.matches)


BLANKS = st.sampled_from(
    [" ", "　", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "̶", "\t", "-", "·"]
)


@given(st.data())
def test_blanks_and_marks_between_characters_change_no_verdict(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(BLOCKED))
    places = data.draw(st.lists(st.tuples(st.integers(0, len(case.text)), BLANKS), max_size=8))
    text = case.text
    for place, blank in sorted(places, reverse=True):
        text = text[:place] + blank + text[place:]

    assert verdict_of(text, case.field, case.profile).severity is Severity.BLOCK


@given(st.sampled_from(BLOCKED))
def test_width_and_traditional_characters_change_no_verdict(case: Case) -> None:
    text = case.text
    wide = "".join(chr(ord(mark) + 0xFEE0) if "!" <= mark <= "~" else mark for mark in text)
    pairs = str(resources.toml("wording/traditional.toml")["pairs"]).split()
    traditional = wide.translate({ord(pair[1]): pair[0] for pair in pairs})

    for written in (wide, traditional):
        verdict = verdict_of(written, case.field, case.profile)
        assert verdict.severity is Severity.BLOCK


@given(st.text(max_size=200))
def test_any_text_is_judged_and_places_map_back(text: str) -> None:
    for field in ("摘要", "原话", "标题", "统计", "听证评议"):
        for match in verdict_of(text, field).matches:
            assert text[match.start : match.end] == match.text


@given(st.integers(0, 700), st.sampled_from(["，", "、", ""]))
def test_a_phrase_is_found_anywhere_in_a_very_long_sentence(before: int, mark: str) -> None:
    filling = f"涉案资金去向{mark}"
    text = (filling * 100)[:before] + "，会议经讨论决定起诉，" + (filling * 100)[:before]

    verdict = verdict_of(text)

    assert [match.text for match in verdict.matches] == ["会议经讨论决定"]


def test_the_strict_profile_is_there_when_none_is_named(profiles: Profiles) -> None:
    assert guarding_profile(None, profiles) is profiles["strict"]
