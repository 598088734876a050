"""Official documents for the tests, and where the ink of their characters stands on the sheet."""

import ctypes
import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pypdfium2
import pypdfium2.raw as pdfium

from exporters.document import (
    Block,
    Document,
    Letterhead,
    PageFrame,
    ParagraphStyle,
    Sheet,
    SignOff,
)
from exporters.kinds.parts import paragraph
from exporters.text import clean_document

MM = 25.4 / 72
BODY = "为研究疑难案件，现就召开跨院检察官联席会议有关事项函告如下，请贵院做好参会准备工作。"
OFFICE = "河澜市朔川区人民检察院"
SHORT_OFFICE = "河澜州人民检察院"
NUMBER = "朔川检联函〔2025〕7号"
TITLE = "关于召开2025年第7次\n跨院检察官联席会议的函"
DAY = "2025年6月10日"

FRAME = PageFrame(
    header="",
    statement="以上意见均为发言人个人意见，仅供承办检察官参考，不构成会议决议或者倾向性意见。",
    footer="制作：乔木　2025-06-10 09:00　摘要：1a2b3c4d",
    page_label="— {page} —",
    sign_label="",
)


def official(sheet: Sheet = Sheet.OFFICIAL, *, office: str = OFFICE, secrecy: str = "") -> Document:
    """Make an official document of three pages with every level of headings."""
    blocks: tuple[Block, ...] = (
        Letterhead(office, NUMBER),
        paragraph(TITLE, ParagraphStyle.TITLE),
        paragraph("临原县人民检察院：", ParagraphStyle.ADDRESSEE),
        paragraph(BODY, ParagraphStyle.BODY),
        paragraph("一、时间地点", ParagraphStyle.HEADING),
        paragraph("（一）分会场", ParagraphStyle.HEADING_2),
        paragraph("1．材料", ParagraphStyle.HEADING_3),
        paragraph("（1）保密", ParagraphStyle.HEADING_4),
        paragraph("国" * 28 * 40, ParagraphStyle.BODY),
        paragraph("特此函告。", ParagraphStyle.BODY),
        SignOff(SHORT_OFFICE, DAY),
    )
    made = Document(
        title="函",
        subject="函",
        author=office,
        keywords="",
        made_at=datetime(2025, 6, 10, tzinfo=UTC),
        frame=replace(FRAME, secrecy=secrecy),
        blocks=blocks,
        sheet=sheet,
    )
    return clean_document(made)[0]


@dataclass(frozen=True, slots=True)
class Ink:
    """A line of text, or a drawn line: its edges in millimetres from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    fonts: frozenset[str] = frozenset()

    @property
    def middle(self) -> float:
        """Middle of its height."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Middle of its width."""
        return (self.left + self.right) / 2


def lines_of(pdf: bytes) -> list[list[Ink]]:
    """Return the lines of text of each page from top to bottom, each from left to right."""
    file = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [_lines(page) for page in file]
    finally:
        file.close()


def rules_of(pdf: bytes) -> list[list[Ink]]:
    """Return the straight lines of each page from top to bottom, longer than a character."""
    file = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [_rules(page) for page in file]
    finally:
        file.close()


def _lines(page: pypdfium2.PdfPage) -> list[Ink]:
    text = page.get_textpage()
    height = page.get_height()
    rows: list[list[Ink]] = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if not character.strip():
            continue
        left, bottom, right, top = text.get_charbox(index)
        fonts = frozenset([_font(text, index)])
        ink = Ink(
            character, left * MM, (height - top) * MM, right * MM, (height - bottom) * MM, fonts
        )
        _row_of(ink, rows).append(ink)
    return sorted(map(_joined, rows), key=lambda one: one.top)


def _row_of(ink: Ink, rows: list[list[Ink]]) -> list[Ink]:
    """Return the row that a character stands in, a new one if there is none."""
    for row in rows:
        if abs(_joined(row[:12]).middle - ink.middle) < 2.7:  # half a character
            return row
    rows.append([])
    return rows[-1]


def _joined(row: list[Ink]) -> Ink:
    row = sorted(row, key=lambda one: one.left)
    return Ink(
        "".join(one.text for one in row),
        row[0].left,
        min(one.top for one in row),
        max(one.right for one in row),
        max(one.bottom for one in row),
        frozenset().union(*(one.fonts for one in row)),
    )


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 200, flags)
    return name.value.decode("utf-8", "replace").partition("+")[2] or name.value.decode()


def _rules(page: pypdfium2.PdfPage) -> list[Ink]:
    height = page.get_height()
    found: dict[tuple[float, ...], Ink] = {}
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = one.get_bounds()
        if right - left > 100 and top - bottom < 10:  # a rule, no frame
            ink = Ink("", left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
            found[tuple(round(edge, 1) for edge in (ink.left, ink.top, ink.bottom))] = ink
    return sorted(found.values(), key=lambda one: one.top)
