"""Marks of secrecy, of a version, of an unsigned paper: all of them together, and in their places."""

import io
from dataclasses import replace
from itertools import combinations

import pypdfium2
import pytest

from exporters.document import Document, Sheet, SignOff
from exporters.kinds.assembly import BuildOptions, Official, assemble_official
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due, working_kinds
from exporters.text import clean_document
from models.papers import MeetingPapers, PaperVersion
from models.secrecy import SecrecyMark
from resources import path
from tests.exporters import docx_files
from tests.exporters.docx_audit import audit as docx_audit
from tests.exporters.meetings import MADE_AT, papers
from tests.exporters.pdf_audit import audit
from tests.exporters.pdf_files import page_texts, seen, written
from tests.exporters.sheets import DAY, MM, NUMBER, OFFICE, lines_of, official, rules_of

LONG = "河澜哈萨克自治州朔川县白塔沟工业园区高寒草原生态保护区人民检察院派驻检察室联合办公室"
SECRECY = ("秘密★10年", "工作秘密（内部资料）")
VERSION = PaperVersion(masked=True, excerpt="甲案")
PITCH = 225 / 22

UNSIGNED = {"J5": "未签名稿·脱敏版·摘录", "J9": "脱敏版·摘录"}


def _told(secrecy: str, *, host: str = LONG, state: str = "J5") -> MeetingPapers:
    told = papers(path("samples") / "s02-joint.json")
    meeting = replace(told.meeting, host=host, state=state)
    return replace(told, meeting=meeting, version=VERSION, secrecy=SecrecyMark(secrecy))


def _made(kind: str, told: MeetingPapers) -> Document:
    options = BuildOptions(MADE_AT, ("主持", "记录")).for_papers(told)
    return clean_document(KINDS[kind].build(told, options, load_labels()))[0]


def _letter(sheet: Sheet, secrecy: str, *, issuer: str = LONG) -> Document:
    told = _told(secrecy)
    made = Official("关于召开会议的函", "说明。", sheet=sheet, issuer=issuer, number=NUMBER)
    options = BuildOptions(MADE_AT, ()).for_papers(told)
    return assemble_official(told.meeting, made, body=(), options=options, labels=load_labels())


def _overlaps(pdf: bytes) -> list[tuple[str, str]]:
    """Return the pairs of characters whose ink lies upon each other at the head of a page."""
    found: list[tuple[str, str]] = []
    file = pypdfium2.PdfDocument(io.BytesIO(pdf))
    for page in file:
        text = page.get_textpage()
        boxes = []
        for index in range(text.count_chars()):
            character = text.get_text_range(index, 1)
            left, bottom, right, top = text.get_charbox(index)
            if character.strip() and top * MM > 297 - 90:
                boxes.append((character, left, bottom, right, top))
        for one, other in combinations(boxes, 2):
            wide = min(one[3], other[3]) - max(one[1], other[1])
            high = min(one[4], other[4]) - max(one[2], other[2])
            if wide > 1 and high > 1:
                found.append((one[0], other[0]))
    file.close()
    return found


ALL_KINDS = [
    kind
    for kind in (*kinds_due(_told("")), *working_kinds(_told("")))
    if not kind.startswith("name_plates")
]


@pytest.mark.parametrize("secrecy", SECRECY)
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_all_marks_stand_on_every_page_and_nothing_overlaps(kind: str, secrecy: str) -> None:
    document = _made(kind, _told(secrecy))
    pdf, word = written(document), docx_files.written(document)

    assert document.frame.mark is not None
    for page in page_texts(pdf):
        assert seen(secrecy) in seen(page)
        assert seen(document.frame.mark) in seen(page)
    assert _overlaps(pdf) == []
    assert secrecy in docx_files.story_text(word, docx_files.HEADER)
    assert document.frame.mark in docx_files.story_text(word, docx_files.HEADER)


@pytest.mark.parametrize("state", UNSIGNED)
def test_the_marks_of_a_record_are_told_together(state: str) -> None:
    frame = _made("record", _told(SECRECY[0], state=state)).frame

    assert frame.mark == UNSIGNED[state]
    assert frame.secrecy == SECRECY[0]
    assert SECRECY[0] not in frame.header


def test_a_paper_without_marks_bears_none() -> None:
    told = replace(_told(""), version=PaperVersion(), secrecy=None)

    frame = _made("record", replace(told, meeting=replace(told.meeting, state="J9"))).frame

    assert (frame.secrecy, frame.mark) == ("", None)


@pytest.mark.parametrize("secrecy", SECRECY)
@pytest.mark.parametrize("issuer", [LONG, OFFICE, ""])
@pytest.mark.parametrize("sheet", [Sheet.OFFICIAL, Sheet.LETTER])
def test_on_an_official_document_nothing_overlaps(sheet: Sheet, issuer: str, secrecy: str) -> None:
    document = _letter(sheet, secrecy, issuer=issuer)
    pdf = written(document)

    assert _overlaps(pdf) == []
    assert audit(pdf) == set()
    assert docx_audit(docx_files.written(document)) == []
    assert seen("脱敏版·摘录") in seen(page_texts(pdf)[0])


def test_the_mark_of_a_document_is_on_the_second_line_at_the_left() -> None:
    first, second, *_ = lines_of(written(official(secrecy="机密★3年")))

    mark = next(one for one in first if one.text.startswith("机密"))
    assert mark.left == pytest.approx(28, abs=0.6)
    assert mark.middle == pytest.approx(37 + 1.5 * PITCH, abs=0.6)
    assert all("Hei" in font for font in mark.fonts)
    assert mark.bottom - mark.top == pytest.approx(5.4, abs=0.4)  # 三号
    above = next(one for one in second if one.text.startswith("机密"))
    assert above.bottom < 37


@pytest.mark.parametrize("office", [OFFICE, LONG])
def test_the_mark_of_a_letter_is_beside_its_number_below_the_lines(office: str) -> None:
    pdf = written(official(Sheet.LETTER, office=office, secrecy="机密★3年"))
    first, lines = lines_of(pdf)[0], rules_of(pdf)[0]

    both = next(one for one in first if one.text.startswith("机密"))
    assert both.text == "机密★3年" + NUMBER
    assert both.left == pytest.approx(28, abs=0.6)
    assert both.top > lines[1].bottom


def test_without_a_letterhead_the_mark_is_above_the_text() -> None:
    with_head = official(secrecy="机密★3年")
    first, *_ = lines_of(written(replace(with_head, blocks=with_head.blocks[1:])))

    assert next(one for one in first if one.text.startswith("机密")).bottom < 37


def test_a_long_office_signs_within_the_text() -> None:
    document = official()
    sign_off = SignOff(LONG, DAY)

    *_, last = lines_of(written(replace(document, blocks=(*document.blocks[:-1], sign_off))))

    office = [one for one in last if one.text[:6] in LONG and one.text[:6]]
    assert len(office) == 2
    assert all(one.left >= 28 - 0.1 and one.right <= 184 - 2 * 156 / 28 + 0.1 for one in office)
