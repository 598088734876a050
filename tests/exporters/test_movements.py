"""Comings and goings stand in the papers as plain statements, in their place and with their time."""

from dataclasses import replace

import pytest

from exporters.document import Paragraph, ParagraphStyle, texts
from exporters.text import clean_document
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from tests.exporters import docx_files, pdf_files
from tests.exporters.meetings import conference, hearing, paper

GOING = "李军因回避退席。"


def _line(seq: int | None, kind: str, text: str = "话", step: int | None = None) -> LineView:
    return LineView(f"l{seq}", seq, "09:38", "p1", kind, text, step=step)


def _going(seq: int | None, at: str | None = "09:40", step: int | None = None) -> LineView:
    return LineView(
        f"l{seq}", seq, at, None, None, GOING, movement="回避", mover_id="p2", step=step
    )


def _with(meeting: MeetingSnapshot, *lines: LineView) -> MeetingSnapshot:
    people = (
        ParticipantView("p1", 1, "罗承砚", organ="甲院", role="主持"),
        ParticipantView("p2", 2, "李军", organ="甲院", role="出席"),
    )
    return replace(meeting, participants=people, lines=lines)


def test_it_stands_between_the_words_without_a_speaker() -> None:
    document = paper(_with(conference(), _line(1, "意见"), _going(2), _line(3, "意见")))
    found = texts(document)

    place = found.index("2．（09:40 李军因回避退席。）")
    assert found[place - 1] == "话"
    assert found[place + 1].startswith("3．09:38　罗承砚")
    assert not any("发言人待核" in text for text in found)
    (statement,) = (
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.runs[0].text == found[place]
    )
    assert statement.style is ParagraphStyle.BODY


@pytest.mark.parametrize(
    ("seq", "at", "words"),
    [
        (None, "09:40", "（09:40 李军因回避退席。）"),
        (2, None, "2．（李军因回避退席。）"),
        (2, "2026-01-02T09:40", "2．（2026年1月2日9时40分 李军因回避退席。）"),
    ],
)
def test_what_is_not_known_of_it_is_left_out(seq: int | None, at: str | None, words: str) -> None:
    assert words in texts(paper(_with(conference(), _line(1, "意见"), _going(seq, at))))


def test_it_neither_ends_the_chairs_opening_nor_the_closing() -> None:
    lines = (
        *(_going(1), _line(2, "主持人"), _going(3), _line(4, "主持人"), _line(5, "意见")),
        *(_line(6, "主持人"), _going(7), _line(8, "主持人"), _going(9)),
    )
    found = texts(paper(_with(conference(), *lines)))

    closing = found.index("主持人结束语")
    assert found[closing + 1].startswith("6．")
    assert any("2、4" in text for text in found)


def test_a_closing_does_not_begin_with_it() -> None:
    lines = (_line(1, "意见"), _going(2), _line(3, "主持人"))
    found = texts(paper(_with(conference(), *lines)))

    assert found[found.index("主持人结束语") + 1].startswith("3．")


def test_in_a_hearing_it_stays_in_the_step_it_happened_in() -> None:
    lines = (_line(1, "说明", step=2), _going(2), _line(3, "说明", step=2))
    found = texts(paper(_with(hearing(), *lines)))

    assert sum("当事人及其他参加人说明情况" in text for text in found) == 1
    assert found.index("2．（09:40 李军因回避退席。）") < found.index(
        "3．09:38　罗承砚（甲院）　说明"
    )


def test_before_all_steps_it_needs_no_heading() -> None:
    found = texts(paper(_with(hearing(), _going(1), _line(2, "说明", step=1))))

    assert "1．（09:40 李军因回避退席。）" in found
    assert not any("其他" in text for text in found)


def test_it_stands_in_both_files() -> None:
    meeting = _with(conference(), _line(1, "意见"), _going(2), _line(3, "意见"))
    document, _ = clean_document(paper(meeting))

    assert "2．（09:40 李军因回避退席。）" in docx_files.texts_inside(docx_files.written(document))
    pdf = pdf_files.pdfium_text(pdf_files.written(document))
    assert "（09:40 李军因回避退席。）" in pdf.replace("\xa0", " ")
