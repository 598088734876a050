"""Place cards: sheets with a table of two cells, whose texts run down and up the sheet.

Word and WPS turn all letters of a cell that runs down (``tbRl``); LibreOffice leaves Chinese ones
upright there, one below the other.
"""

from exporters.document import NamePlate, Run
from exporters.page import RECORD_PAGE
from exporters.plates import NAME, NAME_HEIGHT_PT, OFFICE, OFFICE_HEIGHT_PT, estimated_size
from exporters.styles import TextStyle
from exporters.writers.docx.inline import paragraph, set_size
from exporters.writers.docx.ooxml import Element, element, twips
from exporters.writers.docx.style_names import StyleId
from exporters.writers.docx.tables import cell, row, table

_MARGIN_MM = 10.0
_SIDE_MM = RECORD_PAGE.width_mm / 2 - _MARGIN_MM
_MARK_MM = 5.0  # at either end of the fold
_SLACK_MM = 3.0  # for the paragraph behind the table
_HIGH_MM = RECORD_PAGE.height_mm - 2 * (_MARGIN_MM + _MARK_MM) - _SLACK_MM


def plate(block: NamePlate) -> Element:
    """Build both sides of a card, between two marks of the fold."""
    made = table(StyleId.LAYOUT, (_SIDE_MM, _SIDE_MM))
    _add_mark(made)
    sides = (
        cell(_SIDE_MM, _words(block), align="center", direction=direction)
        for direction in ("tbRl", "btLr")
    )
    row(made, *sides, whole=True, least_mm=_HIGH_MM)
    _add_mark(made)
    return made


def closing(section: Element) -> Element:
    """Make the paragraph behind a card, or before the first one, that ends its ``section``."""
    made = paragraph(StyleId.PAGE_END)
    made[0].append(section)
    return made


def bare_section() -> Element:
    """Build the properties of a section that is one card.

    Without head and foot: it has ones of its own for its first page, and these are not there.
    """
    edge = twips(_MARGIN_MM)
    return element(
        "sectPr",
        element("pgSz", w=twips(RECORD_PAGE.width_mm), h=twips(RECORD_PAGE.height_mm)),
        element(
            "pgMar", top=edge, right=edge, bottom=edge, left=edge, header=0, footer=0, gutter=0
        ),
        element("titlePg"),
    )


def _add_mark(parent: Element) -> None:
    left = cell(_SIDE_MM, (paragraph(StyleId.SPACER),), ruled=("right",))
    right = cell(_SIDE_MM, (paragraph(StyleId.SPACER),))
    row(parent, left, right, whole=True, least_mm=_MARK_MM)


def _words(block: NamePlate) -> list[Element]:
    made = [_sized(block.name, NAME, NAME_HEIGHT_PT)]
    if block.office:
        made.append(_sized(block.office, OFFICE, OFFICE_HEIGHT_PT))
    return made


def _sized(words: str, style: TextStyle, height_pt: float) -> Element:
    """Make a paragraph whose type is as large as its cell holds, which no style can tell."""
    made = paragraph(StyleId.CELL_CENTRE, (Run(words, style.face),))
    set_size(made, estimated_size(words, style, height_pt))
    return made
