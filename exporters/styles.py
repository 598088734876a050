"""The named styles of paragraphs: sizes and spacing in points, shared by all writers.

Sizes are the Chinese type sizes: 二号 22, 三号 16, 四号 14, 五号 10.5 points. A record is set in
四号 rather than the 三号 of official documents, as forms of records usually are.
"""

from dataclasses import dataclass
from enum import StrEnum

from exporters.document import Face, ParagraphStyle

PITCH_PT = 156 / 25.4 * 72 / 31
"""Advance of one 14-point character: 31 fill the text width of 156 mm exactly."""

FORM_LABEL_MM = 30.0
"""Width of the label column of a form; the values take the rest of the text width."""

CELL_PADDING_PT = 5.0
"""Blank between the rules of a form and its text, left and right."""

RULE_PT = 0.5
"""Thickness of rules."""


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a paragraph. ``indent`` is the first line's, in characters."""

    face: Face
    size_pt: float
    leading_pt: float
    align: Align = Align.JUSTIFY
    indent: int = 0
    before_pt: float = 0
    after_pt: float = 0
    keep_with_next: bool = False
    grid: bool = False  # characters advance by PITCH_PT instead of their own width


STYLES: dict[ParagraphStyle, TextStyle] = {
    ParagraphStyle.OFFICE: TextStyle(
        Face.TITLE, 16, 26, Align.CENTRE, after_pt=4, keep_with_next=True
    ),
    ParagraphStyle.TITLE: TextStyle(Face.TITLE, 22, 33, Align.CENTRE, keep_with_next=True),
    ParagraphStyle.NUMBER: TextStyle(
        Face.BODY, 14, 24, Align.CENTRE, after_pt=8, keep_with_next=True
    ),
    ParagraphStyle.HEADING: TextStyle(
        Face.HEI, 14, 25, before_pt=6, keep_with_next=True, grid=True
    ),
    ParagraphStyle.BODY: TextStyle(Face.BODY, 14, 25, indent=2, grid=True),
    ParagraphStyle.CELL: TextStyle(Face.BODY, 12, 19),
    ParagraphStyle.CELL_CENTRE: TextStyle(Face.BODY, 12, 19, Align.CENTRE),
    ParagraphStyle.CELL_RIGHT: TextStyle(Face.BODY, 12, 19, Align.RIGHT),
    ParagraphStyle.SPEAKER: TextStyle(
        Face.HEI, 12, 22, Align.LEFT, before_pt=3, keep_with_next=True
    ),
    ParagraphStyle.SPEECH: TextStyle(Face.BODY, 14, 25, indent=2, grid=True),
    ParagraphStyle.REMARK: TextStyle(Face.KAI, 12, 20, indent=2),
}

FORM_LABEL = TextStyle(Face.HEI, 12, 19, Align.CENTRE)
STATEMENT = TextStyle(Face.KAI, 14, 24, before_pt=4, after_pt=10)  # outside its box
SIGNATURES_HEADING = TextStyle(Face.HEI, 14, 25, before_pt=8, keep_with_next=True)
SIGNATURE = TextStyle(Face.BODY, 12, 28, Align.LEFT)
SIGNATURES_ON_ONE_PAGE = 8
"""Most rows of signatures that are kept on one page: as many as surely fit there."""

HEADER = TextStyle(Face.KAI, 10.5, 14, Align.LEFT)
PAGE_STATEMENT = TextStyle(Face.KAI, 10.5, 14, Align.CENTRE)
FOOTER = TextStyle(Face.SONG, 9, 12, Align.LEFT)
MARK = TextStyle(Face.HEI, 12, 14, Align.LEFT)
