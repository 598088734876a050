"""What stands at the head and foot of every page."""

import re

from exporters.document import PageFrame
from exporters.page import RECORD_PAGE
from exporters.writers.docx.inline import add_field, add_text, paragraph, plain
from exporters.writers.docx.ooxml import Element, add
from exporters.writers.docx.stylesheet import StyleId
from exporters.writers.docx.tables import cell, row, table

_MARK_MM = 34.0
_PAGE_LABEL_MM = 34.0

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_PLACEHOLDER = re.compile("({page}|{pages})")


def header(frame: PageFrame) -> list[Element]:
    """Build the head: the paper's name and number, and the mark of an unsigned paper right."""
    text = plain(StyleId.HEADER, frame.header)
    mark = plain(StyleId.MARK, frame.mark or "")
    return _two_columns(text, mark, right_mm=_MARK_MM, ruled=("bottom",), align="bottom")


def footer(frame: PageFrame) -> list[Element]:
    """Build the foot: advisory statement, a rule to sign on, maker and number of the page."""
    sign = plain(StyleId.PAGE_SIGN, frame.sign_label)
    add(add(sign, "r"), "tab")
    maker = plain(StyleId.FOOTER, frame.footer)
    return [
        plain(StyleId.PAGE_STATEMENT, frame.statement),
        sign,
        *_two_columns(maker, _page_label(frame.page_label), right_mm=_PAGE_LABEL_MM),
    ]


def _two_columns(
    left: Element,
    right: Element,
    *,
    right_mm: float,
    ruled: tuple[str, ...] = (),
    align: str = "top",
) -> list[Element]:
    """Set two paragraphs side by side: a tab would fail where the left one is long.

    The empty paragraph behind the table is demanded by the format.
    """
    left_mm = RECORD_PAGE.text_width_mm - right_mm
    made = table(StyleId.LAYOUT, (left_mm, right_mm))
    row(
        made,
        cell(left_mm, (left,), ruled=ruled, align=align),
        cell(right_mm, (right,), ruled=ruled, align=align),
    )
    return [made, paragraph(StyleId.PAGE_END)]


def _page_label(label: str) -> Element:
    """Make the label of the page, its placeholders as fields."""
    made = paragraph(StyleId.PAGE_LABEL)
    for piece in _PLACEHOLDER.split(label):
        if piece in _FIELDS:
            add_field(made, _FIELDS[piece])
        else:
            add_text(made, piece)
    return made
