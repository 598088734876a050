"""The masked version: no masked name is left anywhere, nobody else's changes, nothing is silent."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.hearing_papers import DeliberationView, OfficerOpinionView
from models.masked_texts import HintKind
from models.masking import MaskChoice, MaskedPapers, masked
from models.masks import mask_of, masks_for, name_key, people_in
from models.papers import MeetingPapers, PaperVersion, RequestView, SealView
from models.snapshot import (
    CaseView,
    LineView,
    ParticipantView,
    PartyView,
    SignatureView,
    TranscriptCheckView,
)
from tests.models.case_files import Document
from tests.models.full_files import full_conference, full_hearing
from tests.models.masked_papers import each_text, hearing_of, papers_from, strings


def _said(name: str, *texts: str, **fields: Any) -> tuple[str | None, ...]:
    """Return lines as they read once the party is masked."""
    done = masked(hearing_of(name, lines=texts, **fields))
    return tuple(line.text for line in done.papers.meeting.lines)


def _hints(done: MaskedPapers, kind: HintKind) -> list[tuple[str, str, int | None, str]]:
    return [(h.part, h.field, h.number, h.words) for h in done.hints if h.kind is kind]


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("张伟明", "张某某"),
        ("张伟", "张某"),
        ("欧阳砚青", "欧阳某某"),
        ("司马㛃", "司马某"),
        ("阿不都热西提·买买提", "阿某某"),
        ("阿不都热西提•买买提", "阿某某"),
        ("扎西多杰", "扎某某"),
        ("更登·扎西", "更某某"),
        ("张  伟 明", "张某某"),
        ("𬤇承砚", "𬤇某某"),
        ("John Smith", "J某某"),
        ("བཀྲ་ཤིས", "བ某某"),
    ],
)
def test_a_name_keeps_its_surname_or_first_character(name: str, mask: str) -> None:
    assert mask_of(name) == mask


def test_names_that_would_read_alike_are_numbered() -> None:
    assert masks_for(["张伟明", "李四", "张建国", "张伟"]) == {
        "张伟明": "张某某1",
        "张建国": "张某某2",
        "李四": "李某",
        "张伟": "张某",
    }


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("张三丰、李四等三人", ("张三丰", "李四")),
        ("杨明亮（绰号“老幺”）", ("杨明亮",)),
        ("“老街𰻞𰻞面”店主 薛蓝", ("薛蓝",)),
        ("欧阳 小明", ("欧阳 小明",)),
        ("阿不都热西提 · 买买提", ("阿不都热西提 · 买买提",)),
        ("陈某甲", ()),
        ("吴某", ()),
        ("", ()),
        ("、", ()),
    ],
)
def test_the_names_in_a_field_are_found(field: str, names: tuple[str, ...]) -> None:
    assert people_in(field) == names


@pytest.mark.parametrize(
    "written",
    ["张伟明", "张 伟 明", "张　伟明", "张\u200b伟明", "张\u00a0伟\u00a0明", "张伟\U000e0100明"],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert _said("张伟明", f"经查，{written}于当日到场。") == ("经查，张某某于当日到场。",)


@pytest.mark.parametrize(
    "written",
    [
        "阿不都热西提·买买提",
        "阿不都热西提•买买提",
        "阿不都热西提・买买提",
        "阿不都热西提 · 买买提",
        "阿不都热西提.买买提",
        "阿不都热西提买买提",
    ],
)
def test_any_middle_dot_is_the_same_name(written: str) -> None:
    assert _said("阿不都热西提·买买提", f"{written}说。") == ("阿某某说。",)


def test_a_compatibility_character_is_the_same_name() -> None:
    assert _said("福来顺", "\ufa1b来顺说。") == ("福某某说。",)


def test_longer_names_go_first() -> None:
    done = masked(hearing_of("张伟", "张伟明", lines=("张伟明与张伟、张 伟 明。",)))

    assert done.papers.meeting.lines[0].text == "张某某与张某、张某某。"
    assert [(one.name, one.mask) for one in done.names] == [("张伟", "张某"), ("张伟明", "张某某")]


@pytest.mark.parametrize(
    ("party", "other"), [("张伟明", "张伟"), ("张伟", "张伟明"), ("伟明", "张伟明")]
)
def test_somebody_else_of_a_longer_or_shorter_name_stays(party: str, other: str) -> None:
    people = (ParticipantView("p1", 1, other, role="出席"),)

    done = masked(hearing_of(party, lines=(f"{other}检察官发言。",), participants=people))

    assert done.papers.meeting.participants == people
    assert done.papers.meeting.lines[0].text == f"{other}检察官发言。"


def test_an_official_who_is_not_in_the_room_stays() -> None:
    papers = hearing_of("张伟", lines=("报张伟明批准。",))
    papers = replace(papers, request=RequestView(by="罗承砚", approved_by="张伟明"))

    done = masked(papers).papers

    assert done.request == papers.request
    assert done.meeting.lines[0].text == "报张伟明批准。"


def test_a_namesake_is_masked_in_running_text_alone_and_reported() -> None:
    people = (
        ParticipantView("p1", 1, "张伟", role="主持"),
        ParticipantView("p2", 2, "张伟", role="申请人"),
    )
    papers = hearing_of(
        "张伟",
        lines=("张伟发言。",),
        participants=people,
        signatures=(SignatureView("s1", "p1", "张伟"), SignatureView("s2", "p2", "张伟")),
        transcript_checks=(TranscriptCheckView("张伟", "无误"),),
    )
    papers = replace(
        papers,
        request=RequestView(by="张伟"),
        deliberation=DeliberationView(opinions=(OfficerOpinionView("张伟", "同意"),)),
    )

    done = masked(papers)

    meeting = done.papers.meeting
    assert [person.name for person in meeting.participants] == ["张伟", "张某"]
    assert [signature.name for signature in meeting.signatures] == ["张伟", "张某"]
    assert (meeting.lines[0].text, meeting.transcript_checks[0].name) == ("张某发言。", "张某")
    assert done.papers.request == papers.request
    assert done.papers.deliberation == papers.deliberation
    assert _hints(done, HintKind.SAME_NAME) == [("participants", "name", 1, "张伟")]


def test_participants_with_party_roles_are_masked_too() -> None:
    people = (
        ParticipantView("p1", 1, "罗承砚", role="主持"),
        ParticipantView("p2", 2, "薛蓝", role="相对人"),
        ParticipantView("p3", 3, "何青山", role="证人"),
        ParticipantView("p4", 4, "胡长风", role="辩护人"),
    )

    done = masked(hearing_of(lines=("薛蓝与何青山。",), participants=people)).papers.meeting

    assert [one.name for one in done.participants] == ["罗承砚", "薛某", "何某某", "胡长风"]
    assert done.lines[0].text == "薛某与何某某。"


def test_organisations_stay_unless_asked() -> None:
    texts = ("宏达商贸有限公司与青屏区市场监督管理局。",)
    papers = hearing_of("宏达商贸有限公司", "青屏区市场监督管理局", lines=texts)

    plain = masked(papers).papers.meeting
    asked = masked(papers, MaskChoice(organisations=True)).papers.meeting

    assert (plain.lines, plain.cases) == (papers.meeting.lines, papers.meeting.cases)
    assert asked.lines[0].text == "某某有限公司与青屏区市场监督管理局。"


def test_two_organisations_are_told_apart() -> None:
    papers = hearing_of("宏达有限公司", "远大有限公司", lines=("宏达有限公司诉远大有限公司。",))

    done = masked(papers, MaskChoice(organisations=True)).papers.meeting

    assert done.lines[0].text == "某某有限公司1诉某某有限公司2。"


def test_a_party_is_masked_inside_the_name_of_a_firm() -> None:
    done = masked(hearing_of("张伟明", "张伟明建材有限公司")).papers.meeting

    assert done.cases[0].parties[1].name == "张某某建材有限公司"


def _minors_case(**fields: Any) -> CaseView:
    parties = (
        PartyView("犯罪嫌疑人", "陈小雨", age=16),
        PartyView("法定代理人", "陈大山"),
        PartyView("被害人", "何青山", age=40),
    )
    return replace(CaseView("陈小雨盗窃案", parties=parties, id="c1"), **fields)


def _masked_parties(case: CaseView, which: MaskChoice) -> list[str | None]:
    done = masked(hearing_of(cases=(case,)), which)
    return [party.name for party in done.papers.meeting.cases[0].parties]


def test_minors_and_their_representatives_are_masked_whatever_is_chosen() -> None:
    nothing = MaskChoice(parties=False)

    assert _masked_parties(_minors_case(), nothing) == ["陈某某1", "陈某某2", "何青山"]
    assert _masked_parties(_minors_case(minor=True), nothing) == ["陈某某1", "陈某某2", "何某某"]


@pytest.mark.parametrize("role", ["未成年人", "法定代理人", "合适成年人"])
def test_a_minor_in_the_room_is_masked_whatever_is_chosen(role: str) -> None:
    people = (
        ParticipantView("p1", 1, "陈小雨", role="未成年人"),
        ParticipantView("p2", 2, "何青山", role=role),
        ParticipantView("p3", 3, "薛蓝", role="相对人"),
    )

    done = masked(hearing_of(participants=people), MaskChoice(parties=False)).papers.meeting

    assert [one.name for one in done.participants] == ["陈某某", "何某某", "薛蓝"]


def test_without_minors_nothing_is_masked_if_nothing_is_chosen() -> None:
    papers = hearing_of("张伟明", lines=("张伟明到场。",))

    assert masked(papers, MaskChoice(parties=False)).papers.meeting == papers.meeting


def test_the_words_that_the_office_chose_are_used() -> None:
    case = _minors_case()
    chosen = replace(case.parties[0], display="陈某甲")

    assert (
        _masked_parties(replace(case, parties=(chosen, *case.parties[1:])), MaskChoice())[0]
        == "陈某甲"
    )


def test_another_way_to_write_a_name_is_the_same_person() -> None:
    party = PartyView("申请人", "阿不都热西提·买买提", display="阿卜杜热西提")

    done = masked(
        hearing_of(cases=(CaseView(parties=(party,), id="c"),), lines=("阿卜杜热西提说。",))
    )

    assert done.papers.meeting.cases[0].parties[0] == PartyView("申请人", "阿某某", "阿某某")
    assert done.papers.meeting.lines[0].text == "阿某某说。"


@pytest.mark.parametrize(
    "parties",
    [
        (PartyView("申请人", None, display="张伟明"),),
        (PartyView("申请人", "张伟明", display="张伟明"),),
        (
            PartyView("申请人", "张大名", display="张伟明"),
            PartyView("申请人", "张伟明", display="张卫明"),
        ),
        (
            PartyView("申请人", "张伟明", display="张大名"),
            PartyView("申请人", "张大名", display="张伟明"),
        ),
    ],
)
def test_names_and_ways_to_write_them_may_run_into_each_other(
    parties: tuple[PartyView, ...],
) -> None:
    done = masked(hearing_of(cases=(CaseView(parties=parties, id="c"),), lines=("张伟明说。",)))

    assert done.papers.meeting.lines[0].text == "张某某说。"


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("身份证号622901199003041234。", "身份证号×××。"),
        ("身份证622901 19900304 123X，", "身份证×××，"),
        ("旧证622901900304123号", "旧证×××号"),
        ("电话13893012345转", "电话×××转"),
        ("电话+86 138-9301-2345", "电话×××"),
        ("电话１３８９３０１２３４５", "电话×××"),
        ("金额13893012345元", "金额13893012345元"),
        ("座机0930-6212345", "座机0930-6212345"),
        ("时间2026-03-02T09:00", "时间2026-03-02T09:00"),
    ],
)
def test_numbers_of_people_are_masked(text: str, then: str) -> None:
    done = masked(hearing_of(lines=(text,)))

    assert done.papers.meeting.lines[0].text == then
    assert done.numbers == int(text != then)


def test_numbers_of_cases_and_files_are_no_identity_cards() -> None:
    case = CaseView(case_no="622901199003041234", system_no="622901199003041234", id="c")
    papers = hearing_of(cases=(case,), archival_code="13893012345", number="13893012345")

    assert masked(papers).papers.meeting == papers.meeting


def test_homes_and_schools_are_reported_and_left() -> None:
    done = masked(hearing_of("张伟明", lines=("无。", "家住城关镇，在第二中学上学。")))

    assert _hints(done, HintKind.HOME_OR_SCHOOL) == [("lines", "text", 2, "家住")]
    assert done.papers.meeting.lines[1].text == "家住城关镇，在第二中学上学。"


def test_a_part_of_a_name_alone_is_reported() -> None:
    case = _minors_case()
    dotted = PartyView("被害人", "阿不都热西提·买买提")
    lines = tuple(
        LineView(f"l{n}", n, None, None, None, text)
        for n, text in enumerate(["小雨当时在场。", "阿不都热西提报了警。"], 7)
    )

    papers = hearing_of(cases=(replace(case, parties=(*case.parties, dotted)),))

    done = masked(replace(papers, meeting=replace(papers.meeting, lines=lines)))

    assert done.papers.meeting.lines == lines
    assert _hints(done, HintKind.PART_OF_NAME) == [
        ("lines", "text", 7, "小雨"),
        ("lines", "text", 8, "阿不都热西提"),
    ]


def test_a_nickname_and_another_script_are_reported() -> None:
    line = LineView("l1", 3, None, None, None, "说。", source_lang="bo", source_text="བཀྲ་ཤིས")

    done = masked(_with(line))

    assert _hints(done, HintKind.BESIDE_NAME) == [("parties", "name", 1, "杨某某（绰号“老幺”）")]
    assert _hints(done, HintKind.OTHER_SCRIPT) == [("lines", "source_text", 3, "bo")]


def _with(line: LineView) -> MeetingPapers:
    papers = hearing_of("杨明亮（绰号“老幺”）")
    return replace(papers, meeting=replace(papers.meeting, lines=(line,)))


def test_the_copy_is_not_what_was_signed() -> None:
    papers = replace(
        hearing_of(digest="ab" * 32), seal=SealView("2026-03-03", 1, "sha256", "ab" * 32)
    )

    done = masked(papers).papers

    assert (done.meeting.digest, done.seal) == ("", None)
    assert done.version == PaperVersion(masked=True)
    assert papers.meeting.digest == "ab" * 32


def test_each_name_is_counted() -> None:
    done = masked(
        hearing_of("张伟明", "李四", lines=("张伟明、张伟明。", "无。"), title="张伟明案")
    )

    assert [(one.name, one.mask, one.count) for one in done.names] == [
        ("张伟明", "张某某", 4),
        ("李四", "李某", 1),
    ]


_NAMES = st.lists(
    st.text(st.sampled_from("张伟明欧阳砚青阿买提扎西𬤇㛃龚福"), min_size=2, max_size=4)
    | st.sampled_from(["阿不都热西提·买买提", "更登 · 扎西", "John Smith", "བཀྲ་ཤིས", "ئۇيغۇر"]),
    min_size=1,
    max_size=4,
    unique_by=name_key,
)
_BETWEEN = st.sampled_from(["", " ", "　", "\u200b", "·", "•"])


@settings(max_examples=60, deadline=None)
@given(names=_NAMES, between=_BETWEEN, around=st.sampled_from("，。“1甲"))
@pytest.mark.parametrize("document", [full_conference("J5"), full_hearing("H9")])
def test_no_masked_name_survives_in_any_text(
    document: Document, names: list[str], between: str, around: str
) -> None:
    papers = papers_from(document)
    parties = tuple(PartyView("申请人", name, display=name) for name in names)
    spread = around + around.join(between.join(name) for name in names) + around
    papers = each_text(papers, lambda text: text + spread)
    case = replace(papers.meeting.cases[0], parties=parties)
    papers = replace(papers, meeting=replace(papers.meeting, cases=(case,)))

    done = masked(papers)

    left = [name_key(text) for text in strings(done.papers)]
    for name in names:
        assert not [text for text in left if name_key(name) in text]
    assert all(one.count > 1 for one in done.names)


@pytest.mark.parametrize(
    "papers", [papers_from(full_conference("J5")), papers_from(full_hearing("H9"))]
)
def test_nothing_else_changes(papers: MeetingPapers) -> None:
    """The one party of these is masked already."""
    done = masked(papers)

    expected = replace(papers.meeting, digest="")
    assert done.papers == replace(papers, meeting=expected, version=PaperVersion(masked=True))
    assert done.names == ()
