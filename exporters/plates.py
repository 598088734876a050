"""The place card (席卡): measures that both writers share, in points.

A sheet of A4 stands upright before the printer and is folded along its upright middle to a tent:
each half is a side of 297 mm by 105 mm, its upper edge at the fold.
"""

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

NAME_HEIGHT_PT = 190.0
"""Height that the name may take, above the office."""

OFFICE_HEIGHT_PT = 48.0
"""Height that the office may take."""

NAME = TextStyle(Face.TITLE, 150, 180, Align.CENTRE)
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
