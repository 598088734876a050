"""Official documents measured on the sheet: the figures of GB/T 9704-2012, by the ink of the page.

The PDF as we write it, and the DOCX as LibreOffice sets it, which is a program of its own: there the
tolerance is a millimetre.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from exporters.document import Sheet
from tests.exporters import docx_files, readers
from tests.exporters.pdf_files import written
from tests.exporters.sheets import (
    DAY,
    NUMBER,
    SHORT_OFFICE,
    TITLE,
    Ink,
    lines_of,
    official,
    rules_of,
)

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
"""Edges of the type area of 156 × 225 mm on A4 (5.2.1)."""

ADVANCE, PITCH = 156 / 28, 225 / 22
EM = 16 * 25.4 / 72
"""Height of a character of 三号."""

SHEETS = (Sheet.OFFICIAL, Sheet.LETTER)


@dataclass(frozen=True, slots=True)
class Laid:
    """The lines and rules of each page of a document, as a program has set it."""

    lines: list[list[Ink]]
    rules: list[list[Ink]]
    tolerance: float

    def line(self, text: str) -> Ink:
        """Return the first line that begins with ``text``."""
        shown = "".join(text.split())
        return next(one for page in self.lines for one in page if one.text.startswith(shown))

    def full(self) -> list[Ink]:
        """Return the lines of the text on the second page, which is full of it."""
        return [one for one in self.lines[1] if one.text.startswith("国")]

    def is_near(self, found: float, expected: float, more: float = 0.0) -> bool:
        """Tell whether a length is as it should be."""
        return abs(found - expected) <= self.tolerance + more


def _of_docx(folder: Path) -> dict[Sheet, Laid]:
    written = {sheet.value: docx_files.written(official(sheet)) for sheet in SHEETS}
    files = readers.laid_out(written, folder)
    return {sheet: _laid(files[sheet.value].read_bytes(), 1.0) for sheet in SHEETS}


def _laid(pdf: bytes, tolerance: float) -> Laid:
    return Laid(lines_of(pdf), rules_of(pdf), tolerance)


@pytest.fixture(scope="module", params=["pdf", pytest.param("docx", marks=pytest.mark.foreign)])
def laid_out(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Sheet, Laid]]:
    if request.param == "docx":
        yield _of_docx(tmp_path_factory.mktemp("sheets"))
    else:
        yield {sheet: _laid(written(official(sheet)), 0.5) for sheet in SHEETS}


@pytest.fixture(params=SHEETS)
def laid(request: pytest.FixtureRequest, laid_out: dict[Sheet, Laid]) -> Laid:
    return laid_out[request.param]


@pytest.fixture
def document(laid_out: dict[Sheet, Laid]) -> Laid:
    return laid_out[Sheet.OFFICIAL]


@pytest.fixture
def letter(laid_out: dict[Sheet, Laid]) -> Laid:
    return laid_out[Sheet.LETTER]


def test_a_full_page_has_22_lines_of_28_characters(laid: Laid) -> None:
    full = laid.full()

    assert [len(one.text) for one in full] == [28] * 22


def test_the_type_area_is_156_by_225_mm(laid: Laid) -> None:
    """A line is in the middle of its pitch; beside 国 there is a hair's breadth to its square."""
    full = laid.full()

    assert laid.is_near(full[0].middle - PITCH / 2, TOP)
    assert laid.is_near(full[-1].middle + PITCH / 2, BOTTOM)
    for line in full:
        assert laid.is_near(line.left, LEFT, 0.5)
        assert laid.is_near(line.right, RIGHT, 0.5)
        assert line.left >= LEFT - 0.1
        assert line.right <= RIGHT + 0.1


def test_lines_stand_on_the_grid_from_the_text_on(laid: Laid) -> None:
    full = laid.full()

    for number, line in enumerate(full):
        assert laid.is_near(line.middle, TOP + (number + 0.5) * PITCH)


def test_every_page_has_its_number_between_dashes_at_the_outer_edge(document: Laid) -> None:
    for number, page in enumerate(document.lines, 1):
        line = next(one for one in page if one.text == f"—{number}—")
        assert document.is_near(line.middle, BOTTOM + 7)
        assert line.bottom - line.top == pytest.approx(3.3, abs=0.2)  # digits of 四号
        if number % 2:
            assert document.is_near(line.right, RIGHT - 14 * 25.4 / 72)
        else:
            assert document.is_near(line.left, LEFT + 14 * 25.4 / 72)


def test_a_letter_has_no_number_on_its_first_page(letter: Laid) -> None:
    first, second, *_ = letter.lines

    assert not any("—" in one.text for one in first)
    assert any(one.text == "—2—" for one in second)


def test_the_office_stands_35_mm_below_the_edge_of_the_text(document: Laid) -> None:
    """The ink of these characters begins a millimetre and a half below their square."""
    mark = document.lines[0][0]

    assert document.is_near(mark.top - 1.45, TOP + 35)
    assert document.is_near(mark.centre, (LEFT + RIGHT) / 2)


def test_the_office_of_a_letter_stands_30_mm_below_the_edge_of_the_sheet(letter: Laid) -> None:
    mark = letter.lines[0][0]

    assert letter.is_near(mark.top - 1.45, 30)


def test_the_red_line_is_4_mm_below_the_number_across_the_text(document: Laid) -> None:
    number, (red, *more) = document.line(NUMBER), document.rules[0]

    assert more == []
    assert document.is_near(red.middle - number.bottom, 4)
    assert document.is_near(number.centre, (LEFT + RIGHT) / 2)
    assert red.right - red.left == pytest.approx(156, abs=1.2)


def test_the_number_is_two_lines_below_the_office(document: Laid) -> None:
    gap = document.line(NUMBER).top - document.lines[0][0].bottom

    assert abs(gap - 2 * PITCH) <= 2.5  # ink to ink, as lines have blank above


def test_a_letter_has_double_lines_of_170_mm(letter: Laid) -> None:
    upper, below, third, last = letter.rules[0]

    for line in (upper, below, third, last):
        assert line.right - line.left == pytest.approx(170, abs=2.5)
        assert letter.is_near(line.centre, 105)
    assert upper.bottom - upper.top > below.bottom - below.top  # the heavy one above
    assert third.bottom - third.top < last.bottom - last.top  # and below at the foot
    assert letter.is_near(upper.middle - letter.lines[0][0].bottom, 4, 0.3)
    assert letter.is_near(third.middle, 297 - 20)
    assert letter.rules[1:] == [[]] * (len(letter.rules) - 1)


def test_the_number_of_a_letter_is_at_the_right_below_its_lines(letter: Laid) -> None:
    number, below = letter.line(NUMBER), letter.rules[0][1]

    assert letter.is_near(number.top - below.middle, 7 / 8 * EM)
    assert letter.is_near(number.right, RIGHT)


def test_the_title_is_two_lines_below_the_red_line_or_a_letter_s_number(
    document: Laid, letter: Laid
) -> None:
    title = TITLE.split("\n", maxsplit=1)[0]

    for laid, above in ((document, document.rules[0][0]), (letter, letter.line(NUMBER))):
        blank = laid.line(title).top - above.bottom
        assert abs(blank - 2 * PITCH) <= 2.5  # the lines of the grid lie where they lie


def test_the_office_stands_over_the_day_four_characters_from_the_right(laid: Laid) -> None:
    """日 fills less than its square: its ink ends 1.5 mm before.

    LibreOffice leaves blanks beside the figures of the day, whatever it is told.
    """
    office, day = laid.line(SHORT_OFFICE), laid.line(DAY)

    assert laid.is_near(day.right + 1.5, RIGHT - 4 * ADVANCE, 0.4)
    blanks = 3.0 if laid.tolerance > 0.5 else 0.0
    assert laid.is_near(office.centre, day.centre, 0.6 + blanks)
    assert day.middle - office.middle == pytest.approx(PITCH, abs=0.4)


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("一、时间地点", "Hei"),
        ("（一）分会场", "Kai"),
        ("1．材料", "Fang"),
        ("（1）保密", "Fang"),
        ("临原县人民检察院：", "Fang"),
        (TITLE.split("\n", maxsplit=1)[0], "Song"),
    ],
)
def test_levels_of_headings_have_their_faces(laid: Laid, text: str, face: str) -> None:
    fonts = laid.line(text).fonts

    assert any(face in font for font in fonts)
    if not any(one.isascii() for one in text):
        assert all(face in font for font in fonts)


def test_headings_begin_two_characters_in_and_the_addressee_at_the_edge(laid: Laid) -> None:
    assert laid.is_near(laid.line("一、时间地点").left, LEFT + 2 * ADVANCE, 0.5)
    assert laid.is_near(laid.line("临原县人民检察院：").left, LEFT, 0.9)
