"""Tables of fixed widths: the frame that forms, signatures and page furniture share."""

from collections.abc import Iterable

from exporters.styles import CELL_PADDING_PT, SIGNATURE
from exporters.writers.docx.ooxml import Element, add, element, qualified, twentieths, twips
from exporters.writers.docx.style_names import StyleId
from exporters.writers.docx.stylesheet import rule

_TYPE = SIGNATURE  # larger than that of any cell, with more between its lines
_SURELY_PT = 450.0  # high is the text of every sheet, whatever stands around it


def table(style: StyleId, widths_mm: tuple[float, ...]) -> Element:
    """Make a table without rows; ``widths_mm`` are the widths of its columns.

    Widths stand in the grid and in each cell: WPS goes by the one, Word by the other.
    """
    widths = [twips(width) for width in widths_mm]
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )


def row(
    parent: Element,
    *cells: Element,
    whole: bool = False,
    heads: bool = False,
    least_mm: float = 0.0,
) -> Element:
    """Add a row of cells to a table; a ``whole`` row never breaks across pages, if a page holds it.

    One that ``heads`` the table comes again on every page. ``least_mm`` is its height at least.
    """
    whole = whole and all(map(_is_low, cells))
    made = add(parent, "tr")
    if whole or heads or least_mm:
        properties = add(made, "trPr")
        if whole:
            add(properties, "cantSplit")
        if least_mm:
            add(properties, "trHeight", val=twips(least_mm), hRule="atLeast")
        if heads:
            add(properties, "tblHeader")
    made.extend(cells)
    return made


def _is_low(made: Element) -> bool:
    """Say whether a page surely holds a cell, reckoned with the largest type of a table.

    LibreOffice 7.4 loses the last lines of a higher one that may not break.
    """
    width = int(made[0][0].get(qualified("w")) or 0) - 2 * twentieths(CELL_PADDING_PT)
    lengths = (sum(map(len, one.itertext())) for one in made.iter(qualified("p")))
    lines = sum(1 + length * twentieths(_TYPE.size_pt) // width for length in lengths)
    return lines * _TYPE.leading_pt < _SURELY_PT


def cell(
    width_mm: float,
    paragraphs: Iterable[Element],
    *,
    ruled: tuple[str, ...] = (),
    open_sides: tuple[str, ...] = (),
    align: str = "top",
    span: int = 1,
    merged: str = "",
    direction: str = "",
) -> Element:
    """Make a cell; it needs at least one paragraph, else Word calls the file damaged.

    ``ruled`` are the sides with a rule of their own, ``open_sides`` those without the table's;
    ``align`` is top, center or bottom, ``span`` the number of columns. ``merged`` begins (restart)
    or goes on with (continue) a cell over several rows; ``direction`` is that of the text.
    """
    made = element("tc")
    properties = add(made, "tcPr")
    add(properties, "tcW", w=twips(width_mm), type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=span)
    if merged:
        add(properties, "vMerge", val=merged)
    if ruled or open_sides:
        sides = [*map(rule, ruled), *(element(side, val="nil") for side in open_sides)]
        properties.append(element("tcBorders", *sides))
    if direction:
        add(properties, "textDirection", val=direction)
    if align != "top":
        add(properties, "vAlign", val=align)
    made.extend(paragraphs)
    return made
