"""The named styles of paragraphs: sizes and spacing in points, shared by all writers.

Sizes are the Chinese type sizes: 二号 22, 三号 16, 四号 14, 五号 10.5 points. A record is set in
四号 rather than the 三号 of official documents, as forms of records usually are. A style has the
same face on every sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from unicodedata import east_asian_width

from exporters.document import Face, ParagraphStyle, Sheet

PITCH_PT = 156 / 25.4 * 72 / 31
"""Advance of one 14-point character: 31 fill the text width of 156 mm exactly."""

GRID_PT = 156 / 25.4 * 72 / 28
"""Advance of a 16-point character of an official document: 28 a line (GB/T 9704-2012, 5.2.3)."""

GRID_LINE_PT = 225 / 25.4 * 72 / 22
"""Distance of the lines of an official document: 22 a page (GB/T 9704-2012, 5.2.3)."""

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
    """The look of a paragraph. ``indent`` is the first line's, in characters.

    ``advance_pt`` is that of each character, None for its own width.
    """

    face: Face
    size_pt: float
    leading_pt: float
    align: Align = Align.JUSTIFY
    indent: int = 0
    before_pt: float = 0
    after_pt: float = 0
    keep_with_next: bool = False
    advance_pt: float | None = None


_GRID = TextStyle(Face.BODY, 16, GRID_LINE_PT, indent=2, advance_pt=GRID_PT)


def _grid(face: Face = Face.BODY, *, indent: int = 2, keep_with_next: bool = False) -> TextStyle:
    return replace(_GRID, face=face, indent=indent, keep_with_next=keep_with_next)


_RECORD: dict[ParagraphStyle, TextStyle] = {
    ParagraphStyle.OFFICE: TextStyle(
        Face.TITLE, 16, 26, Align.CENTRE, after_pt=4, keep_with_next=True
    ),
    ParagraphStyle.TITLE: TextStyle(Face.TITLE, 22, 33, Align.CENTRE, keep_with_next=True),
    ParagraphStyle.NUMBER: TextStyle(
        Face.BODY, 14, 24, Align.CENTRE, after_pt=8, keep_with_next=True
    ),
    ParagraphStyle.ADDRESSEE: TextStyle(Face.BODY, 14, 25, advance_pt=PITCH_PT),
    ParagraphStyle.HEADING: TextStyle(
        Face.HEI, 14, 25, before_pt=6, keep_with_next=True, advance_pt=PITCH_PT
    ),
    ParagraphStyle.HEADING_2: TextStyle(Face.KAI, 14, 25, keep_with_next=True, advance_pt=PITCH_PT),
    ParagraphStyle.HEADING_3: TextStyle(
        Face.BODY, 14, 25, keep_with_next=True, advance_pt=PITCH_PT
    ),
    ParagraphStyle.HEADING_4: TextStyle(
        Face.BODY, 14, 25, keep_with_next=True, advance_pt=PITCH_PT
    ),
    ParagraphStyle.BODY: TextStyle(Face.BODY, 14, 25, indent=2, advance_pt=PITCH_PT),
    ParagraphStyle.CELL: TextStyle(Face.BODY, 12, 19),
    ParagraphStyle.CELL_CENTRE: TextStyle(Face.BODY, 12, 19, Align.CENTRE),
    ParagraphStyle.CELL_RIGHT: TextStyle(Face.BODY, 12, 19, Align.RIGHT),
    ParagraphStyle.SPEAKER: TextStyle(
        Face.HEI, 12, 22, Align.LEFT, before_pt=3, keep_with_next=True
    ),
    ParagraphStyle.SPEECH: TextStyle(Face.BODY, 14, 25, indent=2, advance_pt=PITCH_PT),
    ParagraphStyle.REMARK: TextStyle(Face.KAI, 12, 20, indent=2),
}

# The title stands on the lines of the grid, with one free line below it (7.3.1, 7.3.2).
_OFFICIAL: dict[ParagraphStyle, TextStyle] = {
    **_RECORD,
    ParagraphStyle.OFFICE: TextStyle(
        Face.TITLE, 22, GRID_LINE_PT, Align.CENTRE, keep_with_next=True
    ),
    ParagraphStyle.TITLE: TextStyle(
        Face.TITLE, 22, GRID_LINE_PT, Align.CENTRE, after_pt=GRID_LINE_PT, keep_with_next=True
    ),
    ParagraphStyle.NUMBER: TextStyle(
        Face.BODY, 16, GRID_LINE_PT, Align.CENTRE, keep_with_next=True
    ),
    ParagraphStyle.ADDRESSEE: _grid(indent=0, keep_with_next=True),
    ParagraphStyle.HEADING: _grid(Face.HEI, keep_with_next=True),
    ParagraphStyle.HEADING_2: _grid(Face.KAI, keep_with_next=True),
    ParagraphStyle.HEADING_3: _grid(keep_with_next=True),
    ParagraphStyle.HEADING_4: _grid(keep_with_next=True),
    ParagraphStyle.BODY: _GRID,
}

_STYLES: dict[Sheet, dict[ParagraphStyle, TextStyle]] = {
    Sheet.RECORD: _RECORD,
    Sheet.OFFICIAL: _OFFICIAL,
    Sheet.LETTER: _OFFICIAL,
    Sheet.CARD: _RECORD,
}


def styles(sheet: Sheet) -> Mapping[ParagraphStyle, TextStyle]:
    """Return the looks of paragraphs on a sheet."""
    return _STYLES[sheet]


def face_of(style: ParagraphStyle) -> Face:
    """Return the face of a style, which is the same on every sheet."""
    return _RECORD[style].face


FORM_LABEL = TextStyle(Face.HEI, 12, 19, Align.CENTRE)
STATEMENT = TextStyle(Face.KAI, 14, 24, before_pt=4, after_pt=10)  # outside its box
SIGNATURES_HEADING = TextStyle(Face.HEI, 14, 25, before_pt=8, keep_with_next=True)
SIGNATURE = TextStyle(Face.BODY, 12, 28, Align.LEFT)
SIGNATURES_ON_ONE_PAGE = 8
"""Most rows of signatures that are kept on one page: as many as surely fit there."""

HEADER = TextStyle(Face.KAI, 10.5, 14, Align.LEFT)
PAGE_STATEMENT = TextStyle(Face.KAI, 10.5, 14, Align.CENTRE)
OFFICE_MARK = TextStyle(Face.TITLE, 40, 40, Align.CENTRE)
LETTER_NUMBER = TextStyle(Face.BODY, 16, GRID_LINE_PT, Align.RIGHT)
SIGN_OFF = replace(_GRID, align=Align.RIGHT, indent=0)
PAGE_NUMBER = TextStyle(Face.SONG, 14, 16, Align.LEFT)
FOOTER = TextStyle(Face.SONG, 9, 12, Align.LEFT)
SECRECY = TextStyle(Face.HEI, 16, 20, Align.LEFT)
MARK = TextStyle(Face.HEI, 12, 14, Align.LEFT)


_TEXT_WIDTH_PT = 28 * GRID_PT
_DAY_FROM_RIGHT = 4.0  # characters (GB/T 9704-2012, 7.3.5.1)
_LEAST_FROM_RIGHT = 2.0


def sign_off_indents(office: str, day: str) -> tuple[float, float]:
    """Return how far from the right office and day end, in characters: both on one axis.

    The day stands four characters from the right; a long office moves it to the left.
    """
    half = (_width(office) - _width(day)) / 2
    day_indent = max(_DAY_FROM_RIGHT, _LEAST_FROM_RIGHT + half)
    return day_indent - half, day_indent


def office_mark_size(office: str) -> float:
    """Return the type size in points of an issuing office's name: a long one is set smaller."""
    return min(OFFICE_MARK.size_pt, int(_TEXT_WIDTH_PT / max(1.0, _width(office))))


def _width(text: str) -> float:
    """Return the width of a line in characters; Latin letters and digits take half of one."""
    return sum(1.0 if east_asian_width(one) in "WFA" else 0.5 for one in text)
