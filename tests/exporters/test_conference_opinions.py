"""Opinions on pages of their own: specialists', written ones, and all of them by question."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.document import Form, Paragraph, texts
from exporters.export import export
from exporters.kinds.annexes import annexes
from exporters.labels import load_labels
from exporters.registry import kinds_allowed, kinds_due
from models.errors import KindNotDue
from models.papers import MeetingPapers
from models.profiles import paper_rules_of
from models.snapshot import LineView, MeetingSnapshot, OpinionView, ParticipantView
from tests.exporters.form_words import words_of
from tests.exporters.meetings import PROFILES, built, conference, whole

# Pages to sign


@pytest.mark.parametrize("kind", ["expert_statement", "correction_sheet", "written_opinions"])
def test_pages_to_sign_each_begin_a_page_with_their_title(kind: str) -> None:
    document = built(kind, whole())
    offices = [
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text == whole().meeting.host
    ]

    assert [one.starts_page for one in offices] == [False, *[True] * (len(offices) - 1)]
    assert (
        len(offices) == {"expert_statement": 2, "correction_sheet": 2, "written_opinions": 1}[kind]
    )


@pytest.mark.parametrize("kind", ["expert_statement", "correction_sheet"])
def test_a_page_alone_says_what_the_annex_of_the_record_says(kind: str) -> None:
    alone = [block for block in built(kind, whole()).blocks if isinstance(block, Form)]
    annexed = [
        block for block in annexes(whole().meeting, load_labels()) if isinstance(block, Form)
    ]

    assert alone
    assert all(form in annexed for form in alone)


def test_a_specialist_s_page_bears_only_its_own_statement() -> None:
    document = built("expert_statement", whole())

    assert document.frame.statement == load_labels()("statement.expert")
    assert load_labels()("statement.conference") not in words_of(document)


def test_what_a_specialist_wrote_is_no_written_opinion() -> None:
    person = ParticipantView("e", 2, "仁青·拉姆", role="专家")
    opinion = OpinionView("o", "e", manner="书面", text="五年以后才稳定。")
    meeting = conference(participants=(person,), lines=(), opinions=(opinion,))

    assert "written_opinions" not in kinds_due(MeetingPapers(meeting))
    assert "expert_statement" in kinds_due(MeetingPapers(meeting))


def test_a_person_s_written_opinions_stand_on_one_page_with_their_questions() -> None:
    person = ParticipantView("p", 1, "祁砚舟", role="出席")
    some = tuple(
        OpinionView(str(n), "p", manner="书面", question_id=f"q{n}", text=f"意见{n}。")
        for n in (1, 2)
    )
    meeting = conference(
        participants=(person,),
        lines=(),
        opinions=some,
        questions=("定性", "证据"),
        question_ids=("q1", "q2"),
    )

    printed = texts(built("written_opinions", MeetingPapers(meeting)))

    assert printed.count("书面意见") == 1
    wanted = iter(printed)
    for text in ("针对的问题", "定性", "意见", "意见1。", "针对的问题", "证据", "意见", "意见2。"):
        assert text in wanted


# The compilation


def _asked() -> MeetingSnapshot:
    people = tuple(
        ParticipantView(key, n, name, organ="甲院", role="出席")
        for n, (key, name) in enumerate((("a", "罗承砚"), ("b", "龚䶮")), 1)
    )
    lines = tuple(
        LineView(f"l{n}", n, "09:00", key, "意见", text)
        for n, (key, text) in enumerate(
            (("b", "先补查。"), ("a", "可以起诉。"), ("a", "另案处理。")), 1
        )
    )
    opinions = (
        OpinionView("o1", "a", ("l2",), "q1", reasons="证据确实", legal_basis="刑诉法"),
        OpinionView("o2", "b", ("l1",), "q1"),
        OpinionView("o3", "a", ("l3",)),
        OpinionView("o4", "b", manner="未发表", question_id="q2"),
    )
    return conference(
        participants=people,
        lines=lines,
        opinions=opinions,
        questions=("定性", "证据"),
        question_ids=("q1", "q2"),
    )


def test_the_compilation_goes_by_question_and_speaking_order_and_ends_there() -> None:
    printed = texts(built("summary", MeetingPapers(_asked())))

    assert printed[printed.index("问题1：定性") :] == [
        *("问题1：定性", "龚䶮", "甲院", "观点：先补查。"),
        *("罗承砚", "甲院", "观点：可以起诉。", "理由：证据确实", "法律依据：刑诉法"),
        *("问题2：证据", "（没有记录意见）"),
        *("没有指明问题的意见", "罗承砚", "甲院", "观点：另案处理。"),
        load_labels()("statement.conference"),
    ]


def test_the_compilation_is_off_by_default_and_made_only_where_the_profile_knows_one(
    tmp_path: Path,
) -> None:
    told = MeetingPapers(_asked())
    civil = MeetingPapers(replace(_asked(), profile="civil49"))

    assert "summary" not in kinds_due(told)
    assert kinds_allowed(told, paper_rules_of(told.meeting, PROFILES)) == ("summary",)
    assert kinds_allowed(civil, paper_rules_of(civil.meeting, PROFILES)) == ()
    with pytest.raises(KindNotDue):
        export(
            civil,
            kinds=["summary"],
            formats=["pdf"],
            folder=tmp_path,
            signers=(),
            rules=paper_rules_of(civil.meeting, PROFILES),
        )
    assert list(tmp_path.iterdir()) == []
