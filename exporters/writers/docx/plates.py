"""Place cards: a table of two cells, whose texts run down and up the sheet."""

from exporters.document import NamePlate
from exporters.writers.docx.inline import plain
from exporters.writers.docx.ooxml import Element
from exporters.writers.docx.style_names import StyleId
from exporters.writers.docx.tables import cell, row, table

_SIDE_MM = 78.0
_HIGH_MM = 150.0


def plate(block: NamePlate) -> Element:
    """Build the two sides of a card."""
    made = table(StyleId.LAYOUT, (_SIDE_MM, _SIDE_MM))
    sides = (
        cell(
            _SIDE_MM,
            (plain(StyleId.TITLE, block.name), plain(StyleId.NUMBER, block.office)),
            align="center",
            direction=direction,
        )
        for direction in ("tbRl", "btLr")
    )
    row(made, *sides, whole=True, least_mm=_HIGH_MM)
    return made
