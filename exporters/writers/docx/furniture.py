"""What stands at the head and foot of every page."""

import re

from exporters.document import Letterhead, PageFrame, Sheet
from exporters.page import RECORD_PAGE
from exporters.styles import MARK
from exporters.writers.docx.frames import frame_number, frame_secrecy, letter_foot
from exporters.writers.docx.inline import add_field, add_text, paragraph, plain
from exporters.writers.docx.ooxml import Element, add
from exporters.writers.docx.style_names import StyleId
from exporters.writers.docx.tables import cell, row, table

_MARK_EDGE_MM = 6.0
_MOST_MARK_MM = RECORD_PAGE.text_width_mm / 2
_PAGE_LABEL_MM = 32.0

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_PLACEHOLDER = re.compile("({page}|{pages})")


def header(frame: PageFrame) -> list[Element]:
    """Build the head: the paper's name and number, and the mark of an unsigned paper right."""
    text = paragraph(StyleId.HEADER, frame.header_runs)
    if frame.mark is None:
        return _side_by_side(text, None, right_mm=0, ruled=("bottom",))
    mark = plain(StyleId.MARK, frame.mark)
    return _side_by_side(text, mark, right_mm=_mark_mm(frame.mark), ruled=("bottom",))


def official_header(
    frame: PageFrame, sheet: Sheet, letterhead: Letterhead | None = None
) -> list[Element]:
    """Build the head of an official document: the marks of secrecy and of a copy.

    ``letterhead`` is that of the first page, if there is one.
    """
    secrecy: list[Element] = []
    if frame.secrecy:
        made = plain(StyleId.SECRECY, frame.secrecy)
        secrecy.append(frame_secrecy(made, sheet, letterhead))
    mark = plain(StyleId.MARK, frame.mark) if frame.mark else paragraph(StyleId.PAGE_END)
    return [*secrecy, mark]


def footer(frame: PageFrame) -> list[Element]:
    """Build the foot: a rule to sign on, advisory statement, maker and number of the page.

    Without a label there is no rule to sign on.
    """
    maker = plain(StyleId.FOOTER, frame.footer)
    label = _page_label(frame.page_label)
    return [
        *([_sign_line(frame.sign_label)] if frame.sign_label else []),
        plain(StyleId.PAGE_STATEMENT, frame.statement),
        *_side_by_side(maker, label, right_mm=_PAGE_LABEL_MM),
    ]


def official_footer(frame: PageFrame, number: StyleId | None) -> list[Element]:
    """Build the foot of an official document: the page's number in a style, statement and maker.

    The first page of a letter has no number, but a double line (GB/T 9704-2012, 10.1).
    """
    return [
        frame_number(_page_label(frame.page_label, number)) if number else letter_foot(),
        plain(StyleId.OFFICIAL_STATEMENT, frame.statement),
        plain(StyleId.FOOTER, frame.footer),
    ]


def _mark_mm(words: str) -> float:
    """Return how wide a mark is, that it stands on one line up to half of the text's width."""
    return min(len(words) * MARK.size_pt * 25.4 / 72 + _MARK_EDGE_MM, _MOST_MARK_MM)


def _sign_line(label: str) -> Element:
    """Make the line to sign each page on: an underlined tab rules it to the margin."""
    made = plain(StyleId.PAGE_SIGN, label)
    run = add(made, "r")
    add(add(run, "rPr"), "u", val="single")
    add(run, "tab")
    return made


def _side_by_side(
    left: Element, right: Element | None, *, right_mm: float, ruled: tuple[str, ...] = ()
) -> list[Element]:
    """Set paragraphs side by side; tab stops would fail where the left one is long.

    The empty paragraph behind the table is demanded by the format.
    """
    left_mm = RECORD_PAGE.text_width_mm - right_mm
    cells = [cell(left_mm, (left,), ruled=ruled, align="bottom" if ruled else "top")]
    widths: tuple[float, ...] = (left_mm,)
    if right is not None:
        cells.append(cell(right_mm, (right,), ruled=ruled))
        widths += (right_mm,)
    made = table(StyleId.LAYOUT, widths)
    row(made, *cells)
    return [made, paragraph(StyleId.PAGE_END)]


def _page_label(label: str, style: StyleId = StyleId.PAGE_LABEL) -> Element:
    """Make the label of the page, its placeholders as fields."""
    made = paragraph(style)
    for piece in _PLACEHOLDER.split(label):
        if piece in _FIELDS:
            add_field(made, _FIELDS[piece])
        else:
            add_text(made, piece)
    return made
