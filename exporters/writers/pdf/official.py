"""What only official documents have: the letterhead, and who signs on which day.

Heights are whole lines of the grid, so that the text below stands on it.
"""

from collections.abc import Callable
from dataclasses import replace
from math import ceil

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
from exporters.writers.pdf.paragraph import Placed, TextBlock
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

THICK_PT = 2.25
"""The heavy line of the double lines of a letter."""

THIN_PT = 0.75
"""Its light line, and the red line of other documents is twice as heavy."""

DOUBLE_PT = 3.0
"""Distance of the middles of the double lines."""

_LINES_BEFORE_TITLE = 2

SetLine = Callable[[str, TextStyle], TextBlock]
"""Sets words on the whole width of the text."""


def letterhead(number: int, block: document.Letterhead, sheet: Sheet, line: SetLine) -> Placed:
    """Return the letterhead of an official document on a sheet; ``number`` is that of the block."""
    size = office_mark_size(block.office)
    office = line(block.office, replace(OFFICE_MARK, size_pt=size, leading_pt=size))
    if sheet is Sheet.LETTER:
        return LetterLetterhead(number, office, line(block.number, LETTER_NUMBER))
    return Letterhead(number, office, line(block.number, styles(sheet)[ParagraphStyle.NUMBER]))


def sign_off(number: int, block: document.SignOff, line: SetLine) -> Placed:
    """Return who signs an official document, and its day."""
    texts = tuple(line(words, SIGN_OFF) for words in (block.office, block.day))
    return SignOff(number, texts, sign_off_indents(block.office, block.day))


class Letterhead(Placed):
    """The name of the issuing office in red, its number, and the red line (7.2.4 to 7.2.7)."""

    def __init__(self, number: int, office: TextBlock, document_number: TextBlock) -> None:
        super().__init__(number)
        self._office = office
        self._number = document_number

    def content_height(self) -> float:
        """Return the height down to the title, in whole lines."""
        free = _LINES_BEFORE_TITLE * GRID_LINE_PT
        return ceil((self._line() + free) / GRID_LINE_PT) * GRID_LINE_PT

    def parts(self, height: float) -> list[Placed]:  # noqa: ARG002 - it is not divided
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
        return self._number_top() + self._number.height + RED_LINE_MM * mm


class LetterLetterhead(Placed):
    """The same of a letter: the name above double lines, its number below them (10.1)."""

    def __init__(self, number: int, office: TextBlock, document_number: TextBlock) -> None:
        super().__init__(number)
        self._office = office
        self._number = document_number

    def content_height(self) -> float:
        """Return the height down to the title, in whole lines."""
        free = _LINES_BEFORE_TITLE * GRID_LINE_PT
        height = self._line() + DOUBLE_PT + self._number.height + free
        return ceil(height / GRID_LINE_PT) * GRID_LINE_PT

    def parts(self, height: float) -> list[Placed]:  # noqa: ARG002 - it is not divided
        """Return nothing: it stands on the first page."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put name, lines and number on the page; the name begins above the text."""
        y = top - self._line()
        with canvas.red():
            self._office.paint(canvas, left, top - _letter_mark())
            double_line(canvas, y, heavy_above=True)
        self._number.paint(canvas, left, y - DOUBLE_PT)

    def _line(self) -> float:
        return _letter_mark() + self._office.height + RED_LINE_MM * mm


def _letter_mark() -> float:
    """Return how far below the upper edge of the text the name begins; less than nothing."""
    return (LETTER_MARK_MM - OFFICIAL_PAGE.top_mm) * mm


def double_line(canvas: TaggedCanvas, y: float, *, heavy_above: bool) -> None:
    """Draw the double lines of a letter, the upper one at ``y``, across the sheet."""
    left = (OFFICIAL_PAGE.width_mm - LETTER_LINES_MM) / 2 * mm
    right = left + LETTER_LINES_MM * mm
    upper, lower = (THICK_PT, THIN_PT) if heavy_above else (THIN_PT, THICK_PT)
    canvas.put_rules([(left, y, right, y)], upper)
    canvas.put_rules([(left, y - DOUBLE_PT, right, y - DOUBLE_PT)], lower)


class SignOff(Placed):
    """The office that signs, and the day below it; each ends so many characters from the right."""

    def __init__(
        self, number: int, texts: tuple[TextBlock, ...], indents: tuple[float, ...]
    ) -> None:
        super().__init__(number, before=2 * GRID_LINE_PT)
        self._texts = texts
        self._indents = indents

    def content_height(self) -> float:
        """Return the height of office and day."""
        return sum(text.height for text in self._texts)

    def parts(self, height: float) -> list[Placed]:  # noqa: ARG002 - it is not divided
        """Return nothing: office and day stay together."""
        return []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put office and day on the page."""
        for text, indent in zip(self._texts, self._indents, strict=True):
            text.paint(canvas, left - indent * GRID_PT, top)
            top -= text.height
