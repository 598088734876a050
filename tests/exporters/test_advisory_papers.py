"""What the papers of a conference say of opinions, signatures and rules beyond the lines."""

import io
from dataclasses import replace

import docx
import pikepdf
import pytest

from exporters.document import Document, Paragraph, ParagraphStyle, SignatureRow, Signatures, texts
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from models.papers import MeetingPapers
from models.profiles import paper_rules_of
from models.snapshot import (
    CaseView,
    MeetingSnapshot,
    OfficeRuleView,
    OpinionView,
    ParticipantView,
    SignatureView,
)
from models.vocabulary import MeetingKind, SignatureStatus
from tests.exporters import docx_files, pdf_files
from tests.exporters.meetings import (
    MADE_AT,
    PROFILES,
    built,
    conference,
    hearing,
    paper,
    whole,
)

ATTENDING = ParticipantView("p1", 1, "罗承砚", organ="甲院", post="检察官", role="出席")
CHAIR = ParticipantView("p2", 2, "司马㛃", role="主持")
GUEST = ParticipantView("p3", 3, "韦𫖯", role="列席")


def _opinion(**fields: object) -> OpinionView:
    return OpinionView(id="o", author_id="p1", **fields)  # type: ignore[arg-type] # as named


def _meeting(*opinions: OpinionView, **fields: object) -> MeetingSnapshot:
    small = conference("我同意补查。", participants=(ATTENDING, CHAIR, GUEST), opinions=opinions)
    spoken = replace(small.lines[0], speaker_id="p1")
    return replace(small, lines=(spoken,), **fields)  # type: ignore[arg-type] # as named


def _after(document: Document, heading: str) -> list[str]:
    """Return the paragraphs under a heading."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.HEADING:
            inside = block.text == heading
        elif not isinstance(block, Paragraph):
            inside = False
        elif inside:
            found.append(block.text)
    return found


def _signatures(document: Document) -> tuple[SignatureRow, ...]:
    return next(block.rows for block in document.blocks if isinstance(block, Signatures))


def test_reasons_and_legal_basis_stand_below_the_line_as_entered() -> None:
    line = _meeting().lines[0]
    opinion = _opinion(line_ids=(line.id,), reasons=" 证据不足 \n且矛盾", legal_basis="刑诉法")

    assert _after(paper(_meeting(opinion)), "讨论内容")[1:] == [
        "我同意补查。",
        "理由： 证据不足 \n且矛盾",
        "法律依据：刑诉法",
    ]


def test_an_opinion_names_its_case_where_there_are_several() -> None:
    opinion = _opinion(line_ids=(_meeting().lines[0].id,), case_id="c2")
    cases = (CaseView("甲案", id="c1"), CaseView("乙案", id="c2"))

    assert "案件：乙案" in texts(paper(_meeting(opinion, cases=cases)))
    assert "案件：乙案" not in texts(paper(_meeting(opinion, cases=cases[1:])))


def test_opinions_in_writing_stand_after_the_lines_with_author_time_and_words() -> None:
    opinion = _opinion(
        manner="书面", given_at="2025-06-18T15:30", text="补充：先调取原件。", legal_basis="规则"
    )

    document = paper(_meeting(opinion))

    assert _after(document, "书面意见") == [
        "罗承砚（甲院检察官）　2025年6月18日15时30分",
        "补充：先调取原件。",
        "法律依据：规则",
    ]
    printed = texts(document)
    assert printed.index("书面意见") > printed.index("我同意补查。")


def test_an_opinion_in_writing_without_words_says_so() -> None:
    assert _after(paper(_meeting(_opinion(manner="书面"))), "书面意见")[1] == "（未填写）"


def test_words_in_writing_are_printed_although_a_line_is_named() -> None:
    opinion = _opinion(line_ids=(_meeting().lines[0].id,), manner="书面", text="另附两页。")

    document = paper(_meeting(opinion))

    assert "另附两页。" in _after(document, "书面意见")
    assert "书面意见" in _after(document, "讨论内容")


def test_who_gave_no_opinion_is_told_with_the_reason() -> None:
    told = _opinion(manner="未发表", silence_reason="中途离席")

    assert _after(paper(_meeting(told)), "未发表意见的人员") == ["罗承砚（甲院检察官）：中途离席"]
    assert _after(paper(_meeting(_opinion(manner="未发表"))), "未发表意见的人员") == [
        "罗承砚（甲院检察官）：未说明原因"
    ]
    assert "未发表意见的人员" not in texts(paper(_meeting()))


def test_when_the_statement_was_read_is_told() -> None:
    printed = texts(paper(_meeting(statement_read_at="2025-06-18T09:02")))

    assert "宣读参考性质声明：2025年6月18日9时02分" in printed
    assert not any("宣读参考性质声明" in text for text in texts(paper(_meeting())))


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [
        (SignatureStatus.REFUSED, "漏记半句", "拒绝签名（漏记半句）"),
        (SignatureStatus.REFUSED, None, "拒绝签名"),
        (SignatureStatus.ABSENT, None, "缺席"),
        (SignatureStatus.SIGNED, "无", ""),
        (None, "无", ""),
    ],
)
def test_a_place_to_sign_says_why_nobody_signs_there(
    status: str | None, reason: str | None, words: str
) -> None:
    noted = SignatureView("s", "p1", status=status, reason=reason)

    first, second = _signatures(paper(_meeting(signatures=(noted,))))

    assert (first.name, first.instead) == ("罗承砚", words)
    assert (second.name, second.instead) == ("司马㛃", "")


def test_others_who_are_noted_have_their_place_after_those_who_sign_by_rule() -> None:
    noted = (
        SignatureView("s1", None, name="才旦", role="见证人", status="拒绝签名"),
        SignatureView("s2", "p3"),
        SignatureView("s3", "p3", status="缺席"),
    )

    rows = _signatures(paper(_meeting(signatures=noted)))

    assert [(row.label, row.name, row.instead) for row in rows[2:]] == [
        ("见证人", "才旦", "拒绝签名"),
        ("列席", "韦𫖯", "缺席"),
    ]


def test_a_note_by_name_alone_is_about_the_one_participant_of_that_name() -> None:
    noted = SignatureView("s", None, name="罗承砚", role="出席", status="拒绝签名")
    namesake = replace(GUEST, name="罗承砚")

    one = _signatures(paper(_meeting(signatures=(noted,))))
    two = _signatures(paper(_meeting(signatures=(noted,), participants=(ATTENDING, namesake))))

    assert [row.instead for row in one] == ["拒绝签名", ""]
    assert [row.instead for row in two] == ["", "拒绝签名"]  # whose it is cannot be known


def test_the_rules_a_meeting_was_held_by_stand_in_the_form() -> None:
    rules = (
        OfficeRuleView("1", "甲院", "联席会议规则", "甲检发〔2025〕3号"),
        OfficeRuleView("2", "乙院", "《联席会议办法》"),
    )

    printed = texts(paper(_meeting(profile="dept", office_rules=rules)))

    assert printed[printed.index("适用规则") + 1 :][:4] == [
        "部门规则（dept）",
        f"来源：{PROFILES['dept'].source}",
        "本院规定：甲院《联席会议规则》（甲检发〔2025〕3号）",
        "本院规定：乙院《联席会议办法》（文号未填写）",
    ]


def test_rules_and_the_whole_digest_stand_in_the_properties_of_both_formats() -> None:
    document = built("record", whole())

    for told in ("5f2a9c04" * 8, "会议纪要（minutes）", "《联席会议规则》（河检发〔2025〕3号）"):
        assert told in document.keywords
    assert "摘要：5f2a9c04" in document.frame.footer
    assert "5f2a9c04" * 2 not in document.frame.footer
    assert _word_keywords(document) == document.keywords
    with pikepdf.open(io.BytesIO(pdf_files.written(document))) as pdf:
        assert str(pdf.docinfo["/Keywords"]) == document.keywords
        assert document.keywords in pdf.Root.Metadata.read_bytes().decode()


def test_the_digest_outlasts_the_length_of_a_property() -> None:
    long = conference("甲", number="号" * 300, digest="ab" * 32)

    assert "ab" * 32 in _word_keywords(paper(long))


def _word_keywords(document: Document) -> str:
    word = docx.Document(io.BytesIO(docx_files.written(document)))
    return str(word.core_properties.keywords)


@pytest.mark.parametrize("kind", KINDS)
def test_no_profile_gives_a_conference_a_title_that_decides(kind: str) -> None:
    told = replace(whole(), meeting=whole().meeting)
    for profile in PROFILES.values():
        meeting = replace(
            whole().meeting if _of_conference(kind) else hearing(), profile=profile.id
        )
        document = built(kind, replace(told, meeting=meeting))
        assert not any(word in document.title for word in ("决议", "决定"))


def _of_conference(kind: str) -> bool:
    return KINDS[kind].meeting is MeetingKind.JOINT_CONFERENCE


@pytest.mark.parametrize("kind", ["record", "handler_note", "divergence_report"])
def test_every_paper_of_a_conference_takes_its_title_from_the_profile(kind: str) -> None:
    rules = replace(paper_rules_of(whole().meeting, PROFILES), titles={kind: "本院题名"})

    document = KINDS[kind].build(whole(), BuildOptions(MADE_AT, (), rules), load_labels())

    assert document.title.startswith("本院题名")


def test_the_note_tells_road_view_dates_and_what_was_given_in_writing() -> None:
    printed = texts(built("handler_note", whole()))

    for label, words in (
        ("处理意见\n或拟报事项", "拟先行磋商，磋商不成再发检察建议。"),
        ("后续去向", "报检察长"),
    ):
        assert words in printed[printed.index(label) + 1]
    assert "（2025年6月2日登记）" in printed
    place = printed.index("补充一点：饮水点应先行恢复。")
    assert printed[place + 1] == "（书面意见）"


def test_a_signed_note_bears_no_mark_and_an_unsigned_report_does() -> None:
    assert built("handler_note", whole()).frame.mark is None
    assert built("divergence_report", whole()).frame.mark == "未签名稿"


def test_opinions_of_a_hearing_are_printed_in_its_transcript_alike() -> None:
    opinion = _opinion(manner="书面", text="同意听证员代表所述。")
    meeting = hearing(participants=(ATTENDING,), opinions=(opinion,))

    assert "transcript" in kinds_due(MeetingPapers(meeting))
    assert "同意听证员代表所述。" in texts(paper(meeting))
