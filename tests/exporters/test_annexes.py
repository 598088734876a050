"""Pages after the signatures: what specialists said, and sheets of correction."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from exporters.document import Document, Form, Paragraph, Signatures, Statement, texts
from exporters.labels import load_labels
from exporters.text import clean_document
from models.snapshot import (
    CorrectionSheetView,
    LineView,
    MeetingSnapshot,
    OpinionView,
    ParticipantView,
)
from tests.exporters import docx_files, pdf_files
from tests.exporters.meetings import built, conference, hearing, paper, whole

EXPERT = ParticipantView(
    "p2", 2, "仁青·拉姆", organ="草地研究所", role="专家", specialist_question="修复年限"
)
SAID = LineView("l9", 9, "10:41", "p2", "专业说明", "五年以后才稳定。", limit="仅限专门性问题")
SHEET = CorrectionSheetView(
    "s1",
    number=3,
    line_id="l9",
    place="末句",
    wrong="五年",
    corrected="六年",
    reason="听误",
    by="喜玉梅",
    at="2025-06-20",
    signed_at="2025-06-21",
)


def _with_expert(**fields: object) -> MeetingSnapshot:
    small = conference("先补查。")
    meeting = replace(small, participants=(*small.participants, EXPERT), lines=(*small.lines, SAID))
    return replace(meeting, **fields)  # type: ignore[arg-type] # fields of the snapshot


def _annexes(document: Document) -> list[list[str]]:
    """Return the texts of each annex: everything from its title on."""
    starts = [
        place
        for place, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.starts_page
    ]
    return [
        texts(replace(document, blocks=document.blocks[start:end]))
        for start, end in pairwise([*starts, len(document.blocks)])
    ]


def test_what_an_expert_said_stands_on_a_page_of_its_own_with_its_own_statement() -> None:
    (annex,) = _annexes(paper(_with_expert()))

    assert annex == [
        *("专业说明", "河澜检联〔2026〕1号"),
        *("说明人", "仁青·拉姆（草地研究所）", "身份", "专家", "专门性问题", "修复年限"),
        "说明内容",
        *("9．10:41　仁青·拉姆（草地研究所）　专业说明", "五年以后才稳定。"),
        "发言范围：仅限专门性问题",
        load_labels()("statement.expert"),
        *("说明人签名", "专家", "仁青·拉姆"),
    ]


def test_the_record_keeps_the_words_of_an_expert_in_speaking_order() -> None:
    blocks = paper(_with_expert()).blocks
    before = next(place for place, block in enumerate(blocks) if isinstance(block, Signatures))

    printed = [block.text for block in blocks[:before] if isinstance(block, Paragraph)]

    assert printed.index("五年以后才稳定。") > printed.index("先补查。")


def test_an_invited_assistant_has_such_a_page_and_an_attendee_has_none() -> None:
    for role, pages in (("特邀检察官助理", 1), ("列席", 0), ("专家", 1)):
        meeting = _with_expert(participants=(replace(EXPERT, role=role),))
        assert len(_annexes(paper(meeting))) == pages


def test_a_specialist_who_said_nothing_has_no_page_and_one_who_wrote_has() -> None:
    silent = _with_expert(lines=())
    wrote = OpinionView("o1", "p2", manner="书面", text="另附年限测算。")

    assert _annexes(paper(silent)) == []
    (annex,) = _annexes(paper(replace(silent, opinions=(wrote,))))
    assert "另附年限测算。" in annex


def test_a_hearing_has_no_statement_of_an_expert() -> None:
    meeting = hearing(SAID, participants=(EXPERT,))

    assert _annexes(paper(meeting)) == []
    assert load_labels()("statement.expert") not in texts(paper(meeting))


def test_an_expert_signs_the_annex_and_not_the_record() -> None:
    meeting = whole().meeting

    first, *others = [b for b in paper(meeting).blocks if isinstance(b, Signatures)]

    assert not {"仁青·拉姆", "苏明舸"} & {row.name for row in first.rows}
    assert [row.instead for row in others[1].rows] == ["缺席（会后已返程）"]


@pytest.mark.parametrize("make", [conference, hearing])
def test_a_sheet_of_correction_follows_the_paper_which_stays_as_it_is(make: object) -> None:
    assert callable(make)
    before = paper(make(lines=(SAID,)))
    after = paper(make(lines=(SAID,), correction_sheets=(SHEET,)))

    assert after.blocks[: len(before.blocks)] == before.blocks
    (annex,) = _annexes(after)
    assert annex == [
        *("更正说明", "第3号"),
        *("更正位置", "讨论内容第9项", "末句"),
        *("原文", "五年", "更正为", "六年", "理由", "听误"),
        *("更正人", "喜玉梅", "更正日期", "2025年6月20日"),
        *("签名情况", "已签名（2025年6月21日）"),
        *("更正人签名", "更正人", "喜玉梅"),
    ]


def test_an_unsigned_sheet_of_nothing_says_what_is_missing() -> None:
    (annex,) = _annexes(paper(conference(correction_sheets=(CorrectionSheetView("s"),))))

    assert annex[:2] == ["更正说明", "第1号"]
    assert annex.count("（未填写）") == 7  # six rows and who signs
    assert "尚未签名" in annex


def test_annexes_stand_in_their_order_after_the_signatures() -> None:
    document = built("record", whole())

    number = whole().meeting.number
    assert [annex[:2] for annex in _annexes(document)] == [
        *(["专业说明", number], ["专业说明", number]),
        *(["更正说明", "第1号"], ["更正说明", "第2号"]),
    ]
    blocks = document.blocks
    first = next(p for p, b in enumerate(blocks) if isinstance(b, Paragraph) and b.starts_page)
    assert any(isinstance(block, Signatures) for block in blocks[:first])


def test_the_papers_of_a_meeting_with_all_of_it_are_equal_in_both_formats() -> None:
    for kind in ("record", "handler_note", "divergence_report"):
        document, _ = clean_document(built(kind, whole()))
        expected = _joined(texts(document))
        pdf = pdf_files.written(replace(document, frame=pdf_files.BARE))

        assert _joined(docx_files.texts_inside(docx_files.written(document))) == expected
        assert pdf_files.seen(_joined(pdf_files.page_texts(pdf))) == pdf_files.seen(expected)


def _joined(parts: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(parts))


def test_each_annex_is_a_page_with_the_conference_s_statement_at_its_foot() -> None:
    """The expert's own statement is boxed in the annex; the foot stays the paper's."""
    document, _ = clean_document(built("record", whole()))
    pages = [pdf_files.seen(page) for page in pdf_files.page_texts(pdf_files.written(document))]

    titles = ("专业说明玉措检联", "更正说明第")
    annexes = [page for page in pages if any(title in page for title in titles)]
    assert len(annexes) == 4
    statement, expert = document.frame.statement, load_labels()("statement.expert")
    assert all(statement in page for page in pages)
    assert [expert in page for page in annexes] == [True, True, False, False]
    assert Statement(expert) in document.blocks
    assert any(isinstance(block, Form) for block in document.blocks)
