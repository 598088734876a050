"""Paragraphs that are fixed on the sheet: a letter's office and lines, page numbers, secrecy marks.

The frame stands at the paragraph, not in its style, where LibreOffice does not see it.
"""

from exporters.document import Letterhead, Sheet
from exporters.page import LETTER_FOOT_MM, LETTER_LINES_MM, LETTER_MARK_MM, PAGES
from exporters.styles import OFFICE_MARK, office_mark_size
from exporters.writers.docx.inline import paragraph, space_before
from exporters.writers.docx.ooxml import Element, element, twips
from exporters.writers.docx.style_names import StyleId
from exporters.writers.docx.stylesheet import LETTER_NUMBER_PT

_PAGE = PAGES[Sheet.OFFICIAL]

# Where frames begin; what stands in them is a little lower, as the programs set it.
_SECOND_LINE_MM = 48.1
_BESIDE_NUMBER_MM = 52.5
_LETTER_MARK_MM = LETTER_MARK_MM - 1.3
_LETTER_HEAD_MM = 45.6
_LETTER_FOOT_MM = _PAGE.height_mm - LETTER_FOOT_MM - 2.3
_NUMBER_MM = 265.4


def put_in_frame(made: Element, *, left_mm: float, top_mm: float, width_mm: float) -> Element:
    """Fix a paragraph on the sheet, so far from its edges; returns it."""
    frame = element(
        "framePr",
        w=twips(width_mm),
        hSpace=0,
        wrap="around",
        vAnchor="page",
        hAnchor="page",
        x=twips(left_mm),
        y=twips(top_mm),
    )
    made[0].insert(1, frame)
    return made


def frame_letterhead(office: Element, number: Element, size_pt: float) -> None:
    """Fix the office's name on a letter, which begins above the text, and the line below it.

    Where the name is set in a smaller type, line and number stand higher.
    """
    left = (_PAGE.width_mm - LETTER_LINES_MM) / 2
    put_in_frame(office, left_mm=left, top_mm=_LETTER_MARK_MM, width_mm=LETTER_LINES_MM)
    space_before(number, LETTER_NUMBER_PT - (OFFICE_MARK.size_pt - size_pt))
    line = put_in_frame(
        paragraph(StyleId.LETTER_HEAD),
        left_mm=left,
        top_mm=_LETTER_HEAD_MM - _higher_mm(size_pt),
        width_mm=LETTER_LINES_MM,
    )
    office.addnext(line)


def _higher_mm(size_pt: float) -> float:
    return (OFFICE_MARK.size_pt - size_pt) * 25.4 / 72


def letter_foot() -> Element:
    """Make the double line at the foot of a letter's first page."""
    left = (_PAGE.width_mm - LETTER_LINES_MM) / 2
    made = paragraph(StyleId.LETTER_FOOT)
    return put_in_frame(made, left_mm=left, top_mm=_LETTER_FOOT_MM, width_mm=LETTER_LINES_MM)


def frame_number(made: Element) -> Element:
    """Fix the number of a page below the text (GB/T 9704-2012, 7.5); returns it."""
    left, width = _PAGE.left_mm, _PAGE.text_width_mm
    return put_in_frame(made, left_mm=left, top_mm=_NUMBER_MM, width_mm=width)


def frame_secrecy(made: Element, sheet: Sheet, head: Letterhead | None) -> Element:
    """Fix a mark of secrecy; returns it.

    On a first page with a letterhead it stands on the second line of the text, or beside a letter's
    number (GB/T 9704-2012, 7.2.2 and 10.1), elsewhere above the text.
    """
    if head is None:
        top = _PAGE.header_mm
    elif sheet is Sheet.LETTER:
        top = _BESIDE_NUMBER_MM - _higher_mm(office_mark_size(head.office))
    else:
        top = _SECOND_LINE_MM
    return put_in_frame(made, left_mm=_PAGE.left_mm, top_mm=top, width_mm=_PAGE.text_width_mm / 2)
