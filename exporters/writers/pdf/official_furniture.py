"""What stands around the text of an official document."""

from reportlab.lib.units import mm

from exporters.document import Document, Letterhead, Run, Sheet
from exporters.page import LETTER_FOOT_MM, LETTER_LINES_MM, PAGE_NUMBER_MM, PAGES
from exporters.styles import (
    FOOTER,
    GRID_LINE_PT,
    MARK,
    PAGE_NUMBER,
    PAGE_STATEMENT,
    SECRECY,
    TextStyle,
    office_mark_size,
)
from exporters.writers.pdf.atoms import Atomizer
from exporters.writers.pdf.furniture import PAGES_SEEN, artifact, mark_code, text_width
from exporters.writers.pdf.official import (
    DOUBLE_PT,
    NUMBER_BELOW_PT,
    THICK_PT,
    THIN_PT,
    letter_line,
)
from exporters.writers.pdf.paragraph import TextBlock, lay_out
from exporters.writers.pdf.tagged_canvas import RED, rules_code

_DASH_BELOW_TOP_PT = 9.6
"""From the upper edge of the line of the page number to the middle of its dashes."""


class OfficialFurniture:
    """The furniture of an official document: the number of the page, between dashes.

    It stands at the outer edge, a character from it, and not on the first page of a letter
    (GB/T 9704-2012, 7.5 and 10.1). Below it, outside the grid, stand the advisory statement and who
    made the paper.
    """

    def __init__(self, document: Document, atomizer: Atomizer) -> None:
        self._atomizer = atomizer
        self._place = document.title
        self._label = document.frame.page_label
        self._page = page = PAGES[document.sheet]
        self._is_letter = document.sheet is Sheet.LETTER
        width = page.text_width_mm * mm
        atomizer.atoms((Run(PAGES_SEEN, PAGE_NUMBER.face),), self._place)
        self._statement = self._text(document.frame.statement, PAGE_STATEMENT, width)
        self._footer = self._text(document.frame.footer, FOOTER, width)
        mark = document.frame.mark
        self._mark = self._text(mark, MARK, width / 2) if mark else None
        self._secrecy = self._text(document.frame.secrecy, SECRECY, width / 2)
        first = document.blocks[0] if document.blocks else None
        self._letterhead = first if isinstance(first, Letterhead) else None
        self._fixed = self._fixed_code()

    def top(self) -> float:
        """Return the distance of the text from the upper edge of the sheet, in points."""
        return self._page.top_mm * mm

    def bottom(self) -> float:
        """Return the distance of the text from the lower edge of the sheet, in points."""
        return self._page.bottom_mm * mm

    def code(self, page: int, pages: int) -> str:
        """Return the operators for a page from 1, of ``pages``."""
        left, right = self._edges()
        secrecy = self._secrecy.operators(left, self._secrecy_top(page))
        fixed = f"{artifact('Header', secrecy)}\n{self._fixed}"
        if self._is_letter and page == 1:
            return f"{fixed}\n{artifact('Footer', self._letter_lines())}"
        words = self._label.replace("{pages}", f"{pages}").replace("{page}", f"{page}")
        number = self._text(words, PAGE_NUMBER, self._page.text_width_mm * mm)
        is_odd = page % 2 == 1
        x = (
            right - PAGE_NUMBER.size_pt - text_width(number)
            if is_odd
            else left + PAGE_NUMBER.size_pt
        )
        dash = (self._page.bottom_mm - PAGE_NUMBER_MM) * mm
        code = number.operators(x, dash + _DASH_BELOW_TOP_PT)
        return f"{fixed}\n{artifact('Footer', code)}"

    def _secrecy_top(self, page: int) -> float:
        """Return where the mark of secrecy begins: on the first page under a letterhead's rules.

        That is the second line of the text, or beside a letter's number (7.2.2, 10.1). On the other
        pages, and where there is no letterhead, it stands above the text.
        """
        if page > 1 or self._letterhead is None:
            return (self._page.height_mm - self._page.header_mm) * mm
        top = (self._page.height_mm - self._page.top_mm) * mm
        within = (SECRECY.leading_pt - SECRECY.size_pt) / 2
        if not self._is_letter:
            return top - GRID_LINE_PT * 3 / 2 + SECRECY.leading_pt / 2
        line = letter_line(office_mark_size(self._letterhead.office))
        return top - line - DOUBLE_PT - NUMBER_BELOW_PT + within

    def _letter_lines(self) -> str:
        """Return the double line at the foot of a letter's first page."""
        left = (self._page.width_mm - LETTER_LINES_MM) / 2 * mm
        right = left + LETTER_LINES_MM * mm
        y = LETTER_FOOT_MM * mm
        upper = rules_code([(left, y, right, y)], THIN_PT)
        lower = rules_code([(left, y - DOUBLE_PT, right, y - DOUBLE_PT)], THICK_PT)
        return f"q {RED} RG\n{upper}\n{lower}\nQ"

    def _edges(self) -> tuple[float, float]:
        page = self._page
        return page.left_mm * mm, (page.width_mm - page.right_mm) * mm

    def _text(self, words: str, style: TextStyle, width: float) -> TextBlock:
        runs = (Run(words, style.face),)
        return lay_out(self._atomizer, runs, style=style, width_pt=width, place=self._place)

    def _fixed_code(self) -> str:
        left, right = self._edges()
        footer_top = self._page.footer_mm * mm
        code = [
            self._statement.operators(left, footer_top + self._statement.height),
            self._footer.operators(left, footer_top),
        ]
        top = (self._page.height_mm - self._page.header_mm) * mm
        parts = [artifact("Footer", "\n".join(code))]
        if self._mark:
            code = mark_code(self._mark, right, top - self._mark.height)
            parts.append(artifact("Header", "\n".join(code)))
        return "\n".join(parts)
