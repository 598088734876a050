"""Long meetings and absurd fields: every word is there, in order, inside the frame of its page."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from reportlab.lib.units import mm

from exporters.document import Document, Sheet
from exporters.page import PAGES
from tests.exporters import docx_files, pdf_files
from tests.exporters.documents import document, paragraph, speech, table
from tests.exporters.every_paper import MEETINGS, papers_of
from tests.exporters.glyphs import glyph_lines
from tests.exporters.meetings import conference, paper
from tests.exporters.pdf_files import BARE, needs_poppler, seen

LINES = 2_000
EXTREMES = [
    pytest.param(name, kind, id=f"{kind} of {name}")
    for name in MEETINGS
    if name.startswith("extreme")
    for kind in papers_of(name)
]
_SHOWN = " TJ"  # the one operator that the writer shows text with
_UPON = 0.6  # of a word; marks that are set closer share half of an em, and less of the grid's
_SIDES = ("xMin", "yMin", "xMax", "yMax")
_HANGING_PT = 17.0  # a stop in the margin, and the blank around it
_EDGE_MM = 8.0  # no printer reaches further


@dataclass(frozen=True)
class Box:
    """A word on a page, in points from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> bool:
        """Say whether most of one of two words lies upon the other.

        Half of it may: a mark stands in the blank half of the one before it.
        """
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(self.area, other.area)
        return width > 0 and height > 0 and width * height > smaller * _UPON

    @property
    def area(self) -> float:
        """Its area in square points."""
        return (self.right - self.left) * (self.bottom - self.top)


def word_boxes(pdf: bytes, folder: Path) -> Iterator[list[Box]]:
    """Yield the words of each page as poppler finds them."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True)
    # Poppler 22.12 tells the title of the file too, and cuts a character above U+FFFF in two there.
    text = run.stdout.decode(errors="replace")
    for page in etree.fromstring(text.encode()).iter("{http://www.w3.org/1999/xhtml}page"):
        yield [
            Box(words, *(float(word.get(side) or 0) for side in _SIDES))
            for word in page
            if (words := str(word.xpath("string()")).strip())
        ]


def strays(boxes: list[Box], sheet: Sheet) -> list[str]:
    """Return the words of a page that stand outside of the frame, or upon each other."""
    page = PAGES[sheet]
    left, right = page.left_mm * mm, (page.width_mm - page.right_mm) * mm
    top, bottom = _EDGE_MM * mm, (page.height_mm - _EDGE_MM) * mm
    wrong = [
        f"outside: {box}"
        for box in boxes
        if not (left - 9 <= box.left and box.right <= right + _HANGING_PT)
        or not (top <= box.top and box.bottom <= bottom)
    ]
    ordered = sorted(boxes, key=lambda box: (box.top, box.left))
    for number, box in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.top > box.bottom:
                break
            if box.covers(other):
                wrong.append(f"upon each other: {box} {other}")
    return wrong


@cache
def words_said() -> tuple[str, ...]:
    """Two thousand lines, each told apart by its number, of one word to a page full."""
    return tuple(
        f"甲{n}乙"
        + "某人称转账在先，“上家”要求分次汇出385,000元。" * (1 + n % 3 + 30 * (n % 400 == 7))
        for n in range(LINES)
    )


@cache
def long_record() -> Document:
    return paper(conference(*words_said()))


@cache
def bare_pdf() -> bytes:
    """Without head and foot, so that the text of all pages is the meeting's."""
    return pdf_files.written(replace(long_record(), frame=BARE))


def test_every_line_of_a_long_meeting_stands_once_in_order_in_a_pdf() -> None:
    read, at = seen("".join(line.text for line in glyph_lines(bare_pdf()))), 0

    for text in words_said():
        assert read.count(text[: text.index("乙") + 1]) == 1
        at = read.index(seen(text), at) + len(seen(text))


def test_every_line_of_a_long_meeting_stands_once_in_order_in_a_docx() -> None:
    texts = docx_files.texts_inside(docx_files.written(long_record()))

    assert [text for text in texts if re.match("甲[0-9]+乙", text)] == list(words_said())


def test_no_page_of_a_long_meeting_is_empty() -> None:
    pages = pdf_files.page_texts(bare_pdf())

    assert len(pages) > 150
    assert [number for number, text in enumerate(pages[:-1], 1) if len(seen(text)) < 99] == []
    assert seen(pages[-1])


@pytest.mark.foreign
@needs_poppler
def test_nothing_of_a_long_meeting_stands_outside_the_frame(tmp_path: Path) -> None:
    pages = list(word_boxes(pdf_files.written(long_record()), tmp_path))

    assert len(pages) > 150
    assert [fault for boxes in pages for fault in strays(boxes, Sheet.RECORD)] == []


@pytest.mark.foreign
@needs_poppler
def test_strays_are_found(tmp_path: Path) -> None:
    """The check really looks: silence means soundness."""
    (boxes,) = word_boxes(pdf_files.written(document(paragraph("犇" * 90), frame=BARE)), tmp_path)

    moved = [replace(box, left=box.left + 30, right=box.right + 30) for box in boxes]
    doubled = [*boxes, replace(boxes[0], top=boxes[0].top + 2, bottom=boxes[0].bottom + 2)]

    assert strays(boxes, Sheet.RECORD) == []
    assert len(strays(moved, Sheet.RECORD)) >= 2
    assert len(strays(doubled, Sheet.RECORD)) == 1


@pytest.mark.foreign
@needs_poppler
@pytest.mark.parametrize(("name", "kind"), EXTREMES)
def test_absurd_fields_stay_inside_the_frame(name: str, kind: str, tmp_path: Path) -> None:
    made = papers_of(name)[kind].document

    pages = list(word_boxes(pdf_files.written(made), tmp_path))

    assert [fault for boxes in pages for fault in strays(boxes, made.sheet)][:5] == []


@pytest.mark.parametrize(("name", "kind"), EXTREMES)
def test_absurd_fields_leave_no_page_empty(name: str, kind: str) -> None:
    made = papers_of(name)[kind].document

    pages = pdf_files.content_streams(pdf_files.written(replace(made, frame=BARE)))

    assert [number for number, code in enumerate(pages, 1) if _SHOWN not in code] == []


@pytest.mark.parametrize("rows", [1_000])
def test_every_row_of_a_long_table_stands_once_in_order(rows: int) -> None:
    lines = tuple((f"{n}", f"第{n}号材料", "甲" * (n % 40)) for n in range(1, rows + 1))
    made = pdf_files.written(
        document(table(*lines, heads=("序号", "材料", "备注")), *speech(1), frame=BARE)
    )

    read = seen("".join(pdf_files.page_texts(made)))
    places = [read.index(f"第{n}号材料") for n in range(1, rows + 1)]
    assert all(before < after for before, after in pairwise(places))
    assert all(read.count(f"第{n}号材料") == 1 for n in range(1, rows + 1))
