"""What stands on every page around the text: header, mark, place to sign, statement, footer.

It is drawn when all pages are made, because the page label tells how many there are, and is no
part of the structure (ISO 14289-1, 7.8: pagination artifacts).
"""

from typing import Protocol

from reportlab.lib.units import mm

from exporters.document import Document, Run
from exporters.page import PAGES, PageGeometry
from exporters.styles import FOOTER, HEADER, MARK, PAGE_STATEMENT, TextStyle
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.paragraph import TextBlock, lay_out
from exporters.writers.pdf.tagged_canvas import rules_code

_RULE_GAP_PT = 3.0
_COLUMN_GAP_PT = 12.0
_MARK_PADDING_PT = 4.0
_SIGN_HEIGHT_PT = 26.0
_SIGN_RULE_PT = 50 * mm
_TEXT_GAP_PT = 9.0  # least blank between furniture and text

PAGES_SEEN = "0123456789"
"""Characters of page numbers, to be checked before there are any."""


class Furniture(Protocol):
    """What stands around the text of one document."""

    def top(self) -> float:
        """Return the least distance of the text from the upper edge of the sheet, in points."""

    def bottom(self) -> float:
        """Return the least distance of the text from the lower edge of the sheet, in points."""

    def code(self, page: int, pages: int) -> str:
        """Return the operators for a page from 1, of ``pages``."""


class NoFurniture:
    """Nothing around the text, within the margins of ``page``."""

    def __init__(self, page: PageGeometry) -> None:
        self._page = page

    def top(self) -> float:
        """Return the distance of the text from the upper edge of the sheet, in points."""
        return self._page.top_mm * mm

    def bottom(self) -> float:
        """Return the distance of the text from the lower edge of the sheet, in points."""
        return self._page.bottom_mm * mm

    def code(self, page: int, pages: int) -> str:  # noqa: ARG002 - the same on every page
        """Return nothing."""
        return ""


class RecordFurniture:
    """The furniture of records and all that are no official documents."""

    def __init__(self, document: Document, atomizer: Atomizer) -> None:
        self._atomizer = atomizer
        self._place = document.title
        self._frame = frame = document.frame
        self._page = page = PAGES[document.sheet]
        width = page.text_width_mm * mm
        atomizer.atoms((Run(PAGES_SEEN, FOOTER.face),), self._place)
        label = self._text(frame.page_label, FOOTER, width)
        footer_width = width - text_width(label) - _COLUMN_GAP_PT
        self._footer = self._text(frame.footer, FOOTER, footer_width)
        self._statement = self._text(frame.statement, PAGE_STATEMENT, width)
        self._sign = self._text(frame.sign_label, HEADER, width - _SIGN_RULE_PT)
        self._mark = self._text(frame.mark, MARK, width / 2) if frame.mark else None
        room = width - (self._mark_width() + _COLUMN_GAP_PT if self._mark else 0)
        self._header = self._text(frame.header, HEADER, room)
        self._fixed = self._header_code() + "\n" + self._foot_code()

    def top(self) -> float:
        """Return the least distance of the text from the upper edge of the sheet, in points."""
        below = self._page.header_mm * mm + self._head_height() + _RULE_GAP_PT + _TEXT_GAP_PT
        return max(self._page.top_mm * mm, below)

    def bottom(self) -> float:
        """Return the least distance of the text from the lower edge of the sheet, in points."""
        above = self._page.footer_mm * mm + self._foot_height() + _TEXT_GAP_PT
        return max(self._page.bottom_mm * mm, above)

    def code(self, page: int, pages: int) -> str:
        """Return the operators for a page from 1, of ``pages``."""
        words = self._frame.page_label.replace("{pages}", f"{pages}").replace("{page}", f"{page}")
        label = self._text(words, FOOTER, self._page.text_width_mm * mm)
        x = self._right() - text_width(label)
        top = self._page.footer_mm * mm + self._footer.height
        return f"{self._fixed}\n{artifact('Footer', label.operators(x, top))}"

    def _text(self, words: str, style: TextStyle, width: float) -> TextBlock:
        runs = (Run(words, style.face),)
        return lay_out(self._atomizer, runs, style=style, width_pt=width, place=self._place)

    def _left(self) -> float:
        return self._page.left_mm * mm

    def _right(self) -> float:
        return (self._page.width_mm - self._page.right_mm) * mm

    def _mark_width(self) -> float:
        return mark_width(self._mark) if self._mark else 0.0

    def _head_height(self) -> float:
        return max(self._header.height, self._mark.height if self._mark else 0)

    def _header_code(self) -> str:
        top = (self._page.height_mm - self._page.header_mm) * mm
        bottom = top - self._head_height()
        rule = (self._left(), bottom - _RULE_GAP_PT, self._right(), bottom - _RULE_GAP_PT)
        code = [
            self._header.operators(self._left(), bottom + self._header.height),
            rules_code([rule]),
        ]
        if self._mark:
            code += mark_code(self._mark, self._right(), bottom)
        return artifact("Header", "\n".join(code))

    def _foot_height(self) -> float:
        sign = _SIGN_HEIGHT_PT if self._frame.sign_label else 0.0
        return self._footer.height + self._statement.height + 3 * _RULE_GAP_PT + sign

    def _foot_code(self) -> str:
        bottom = self._page.footer_mm * mm
        footer_top = bottom + self._footer.height
        statement_top = footer_top + _RULE_GAP_PT + self._statement.height
        rule_y = statement_top + _RULE_GAP_PT
        code = [
            self._footer.operators(self._left(), footer_top),
            self._statement.operators(self._left(), statement_top),
            rules_code([(self._left(), rule_y, self._right(), rule_y)]),
        ]
        if self._frame.sign_label:
            code += self._sign_code(rule_y + 3 * _RULE_GAP_PT)
        return artifact("Footer", "\n".join(code))

    def _sign_code(self, base: float) -> list[str]:
        """Return the label and the empty line at the right, above the statement."""
        start = self._right() - _SIGN_RULE_PT
        x = start - text_width(self._sign) - _RULE_GAP_PT
        rule = (start, base, self._right(), base)
        return [self._sign.operators(x, base + self._sign.height - 2), rules_code([rule])]


def body_height(furniture: Furniture, page: PageGeometry) -> float:
    """Return the height of the text on a page in points."""
    return page.height_mm * mm - furniture.top() - furniture.bottom()


def mark_width(mark: TextBlock) -> float:
    """Return the width of a notice with its frame in points."""
    return text_width(mark) + 2 * _MARK_PADDING_PT


def mark_code(mark: TextBlock, right: float, bottom: float) -> list[str]:
    """Return the notice of an unsigned paper at the right, in a frame of its own."""
    left = right - mark_width(mark)
    return [
        mark.operators(left + _MARK_PADDING_PT, bottom + mark.height + 1),
        f"1 w {left:.2f} {bottom:.2f} {mark_width(mark):.2f} {mark.height + 2:.2f} re S",
    ]


def artifact(kind: str, code: str) -> str:
    """Return the operators as furniture of a kind: Header or Footer."""
    return f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC\n{code}\nEMC"


def text_width(text: TextBlock) -> float:
    """Return the width of the longest line in points."""
    return max(line.natural for line in text.lines) * text.style.size_pt / 1000
