"""What only official documents have: the letterhead, and who signs on which day.

Heights are whole lines of the grid, so that the text below stands on it.
"""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.units import mm

from exporters import document
from exporters.document import ParagraphStyle, Sheet
from exporters.page import (
    LETTER_LINES_MM,
    LETTER_MARK_MM,
    OFFICE_MARK_MM,
    OFFICIAL_PAGE,
    RED_LINE_MM,
)
from exporters.styles import (
    GRID_LINE_PT,
    GRID_PT,
    LETTER_NUMBER,
    OFFICE_MARK,
    SIGN_OFF,
    TextStyle,
    office_mark_size,
    sign_off_indents,
    styles,
)
from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.paragraph import TextBlock
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

THICK_PT = 2.25
"""The heavy line of the double lines of a letter."""

THIN_PT = 0.75
"""Its light line, and the red line of other documents is twice as heavy."""

DOUBLE_PT = 3.0
"""Distance of the middles of the double lines."""

NUMBER_BELOW_PT = 16 * 7 / 8
"""Blank between the double line of a letter and its number: 7/8 of a character (10.1)."""

_LINES_BEFORE_TITLE = 2

SetLine = Callable[[str, TextStyle, float], TextBlock]
"""Sets words on the width of the text, less so many points."""


def letterhead(number: int, block: document.Letterhead, sheet: Sheet, line: SetLine) -> Flowable:
    """Return the letterhead of an official document on a sheet; ``number`` is that of the block."""
    size = office_mark_size(block.office)
    office = line(block.office, replace(OFFICE_MARK, size_pt=size, leading_pt=size), 0.0)
    if sheet is Sheet.LETTER:
        return LetterLetterhead(number, office, line(block.number, LETTER_NUMBER, 0.0))
    look = styles(sheet)[ParagraphStyle.NUMBER]
    return Letterhead(number, office, line(block.number, look, 0.0))


def sign_off(number: int, block: document.SignOff, line: SetLine) -> Flowable:
    """Return who signs an official document, and its day."""
    indents = sign_off_indents(block.office, block.day)
    pairs = zip((block.office, block.day), indents, strict=True)
    return SignOff(number, tuple(line(text, SIGN_OFF, by * GRID_PT) for text, by in pairs))


class Letterhead(Flowable):
    """The name of the issuing office in red, its number, and the red line (7.2.4 to 7.2.7)."""

    def __init__(self, number: int, office: TextBlock, document_number: TextBlock) -> None:
        super().__init__(number)
        self._office = office
        self._number = document_number

    def content_height(self) -> float:
        """Return the height down to the title, in whole lines."""
        return _to_title(self._line())

    def parts(self, height: float) -> list[Flowable]:  # noqa: ARG002 - it is not divided
        """Return nothing: it stands on the first page."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put name, number and line on the page."""
        with canvas.red():
            self._office.paint(canvas, left, top - OFFICE_MARK_MM * mm)
            y = top - self._line()
            right = left + OFFICIAL_PAGE.text_width_mm * mm
            canvas.put_rules([(left, y, right, y)], 2 * THIN_PT)
        self._number.paint(canvas, left, top - self._number_top())

    def _number_top(self) -> float:
        return OFFICE_MARK_MM * mm + self._office.height + _LINES_BEFORE_TITLE * GRID_LINE_PT

    def _line(self) -> float:
        number = self._number_top() + self._number.height - _leading_below(self._number)
        return number + RED_LINE_MM * mm


class LetterLetterhead(Flowable):
    """The same of a letter: the name above double lines, its number below them (10.1)."""

    def __init__(self, number: int, office: TextBlock, document_number: TextBlock) -> None:
        super().__init__(number)
        self._office = office
        self._number = document_number

    def content_height(self) -> float:
        """Return the height down to the title, in whole lines."""
        number = self._number_top() + self._number.height
        return _to_title(number - _leading_below(self._number))

    def parts(self, height: float) -> list[Flowable]:  # noqa: ARG002 - it is not divided
        """Return nothing: it stands on the first page."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put name, lines and number on the page; the name begins above the text."""
        canvas.count_anew()
        y = top - self._line()
        with canvas.red():
            self._office.paint(canvas, left, top - _letter_mark())
            double_line(canvas, y, heavy_above=True)
        self._number.paint(canvas, left, top - self._number_top())

    def _line(self) -> float:
        return letter_line(self._office.height)

    def _number_top(self) -> float:
        return self._line() + DOUBLE_PT + NUMBER_BELOW_PT - _leading_below(self._number)


def letter_line(office_pt: float) -> float:
    """Return how far below the text's upper edge a letter's double line is, for such a name."""
    return _letter_mark() + office_pt + RED_LINE_MM * mm


def _letter_mark() -> float:
    """Return how far below the upper edge of the text the name begins; less than nothing."""
    return (LETTER_MARK_MM - OFFICIAL_PAGE.top_mm) * mm


def _leading_below(text: TextBlock) -> float:
    """Return the blank between the characters of a line and its lower edge; as much is above."""
    return (text.style.leading_pt - text.style.size_pt) / 2


def _to_title(height: float) -> float:
    """Return where the title begins, about two lines below ``height``, on the lines of the grid."""
    return round(height / GRID_LINE_PT + _LINES_BEFORE_TITLE) * GRID_LINE_PT


def double_line(canvas: TaggedCanvas, y: float, *, heavy_above: bool) -> None:
    """Draw the double lines of a letter, the upper one at ``y``, across the sheet."""
    left = (OFFICIAL_PAGE.width_mm - LETTER_LINES_MM) / 2 * mm
    right = left + LETTER_LINES_MM * mm
    upper, lower = (THICK_PT, THIN_PT) if heavy_above else (THIN_PT, THICK_PT)
    canvas.put_rules([(left, y, right, y)], upper)
    canvas.put_rules([(left, y - DOUBLE_PT, right, y - DOUBLE_PT)], lower)


class SignOff(Flowable):
    """The office that signs, and the day below it; each is as wide as it may go to the right."""

    def __init__(self, number: int, texts: tuple[TextBlock, ...]) -> None:
        super().__init__(number, before=2 * GRID_LINE_PT)
        self._texts = texts

    def content_height(self) -> float:
        """Return the height of office and day."""
        return sum(text.height for text in self._texts)

    def parts(self, height: float) -> list[Flowable]:  # noqa: ARG002 - it is not divided
        """Return nothing: office and day stay together."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put office and day on the page."""
        for text in self._texts:
            text.paint(canvas, left, top)
            top -= text.height
