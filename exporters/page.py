"""Paper, margins and the furniture around the text, in millimetres; shared by all writers.

Records and transcripts are not official documents (公文) but follow their A4 sheet, binding edge
and text width (GB/T 9704-2012, 5.1 and 6.2: 28 mm binding edge, 156 mm text width).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """A sheet of paper. Distances are from the edge of the sheet, in millimetres."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 30
    bottom_mm: float = 38
    left_mm: float = 28
    right_mm: float = 26
    header_mm: float = 18  # top edge of the header line
    footer_mm: float = 13  # bottom edge of the last footer line

    @property
    def text_width_mm(self) -> float:
        """Width of the text."""
        return self.width_mm - self.left_mm - self.right_mm


RECORD_PAGE = PageGeometry()
"""The sheet of records and transcripts."""
