"""The place card (席卡): measures that both writers share, in points.

A sheet of A4 stands upright before the printer and is folded along its upright middle to a tent:
each half is a side of 297 mm by 105 mm, its upper edge at the fold.
"""

import unicodedata
from collections.abc import Iterator
from itertools import count
from math import ceil

from exporters.document import Face
from exporters.page import RECORD_PAGE
from exporters.styles import Align, TextStyle

_PT = 72 / 25.4

SIDE_WIDTH_PT = RECORD_PAGE.height_mm * _PT
SIDE_HEIGHT_PT = RECORD_PAGE.width_mm / 2 * _PT

MARGIN_PT = 17 * _PT
"""Blank left and right of the words on a side; the outermost of it no printer reaches."""

WIDTH_PT = SIDE_WIDTH_PT - 2 * MARGIN_PT
"""Width of the words."""

NAME_HEIGHT_PT = 200.0
"""Height that the name may take, above the office."""

OFFICE_HEIGHT_PT = 48.0
"""Height that the office may take."""

GAP_PT = 14.0
"""Blank between name and office."""

NAME = TextStyle(Face.TITLE, 165, 198, Align.CENTRE)
"""The largest name: four characters fill the width."""

OFFICE = TextStyle(Face.KAI, 26, 34, Align.CENTRE)

LEADING = NAME.leading_pt / NAME.size_pt
"""Leading of a smaller type as a multiple of its size."""

SMALLER = 0.94
"""Each type that is tried is so much smaller than the one before."""

LEAST_ONE_LINE_PT = 44.0
"""A name that would be smaller on one line is set on several."""

FOLD_MARK_PT = 14.0
"""Length of the mark at either end of the fold, behind the strip no printer reaches."""

EDGE_PT = 14.0
"""That strip."""

_NARROW = 0.62
"""Width of a letter that is not Chinese, as a share of its size; few are wider."""


def type_sizes(style: TextStyle) -> Iterator[float]:
    """Yield the sizes to try, from that of ``style`` down without end."""
    return (style.size_pt * SMALLER**step for step in count())


def is_small(size_pt: float, style: TextStyle) -> bool:
    """Tell whether words of this size stand better on several lines than on one."""
    return size_pt < min(LEAST_ONE_LINE_PT, style.size_pt / 2)


def estimated_size(words: str, style: TextStyle, height_pt: float) -> float:
    """Return the size of ``words``, up to that of ``style``, for a writer that knows no fonts."""
    wide = sum(map(_share, words))
    for size in type_sizes(style):
        lines = max(1, ceil(wide * size / WIDTH_PT))
        if lines * size * LEADING <= height_pt and (lines == 1 or is_small(size, style)):
            return size
    raise AssertionError("some type is small enough")


def _share(character: str) -> float:
    """Return the width of a character as a share of its size."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _NARROW
