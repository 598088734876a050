"""Paper, margins and the furniture around the text, in millimetres; shared by all writers.

Records and transcripts are not official documents (公文) but follow their A4 sheet, binding edge
and text width (GB/T 9704-2012, 5.1 and 6.2: 28 mm binding edge, 156 mm text width).
"""

from dataclasses import dataclass

from exporters.document import Sheet


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

OFFICIAL_PAGE = PageGeometry(top_mm=37, bottom_mm=35, footer_mm=13)
"""The sheet of official documents: text on 156 × 225 mm (GB/T 9704-2012, 5.2.1)."""

CARD_PAGE = PageGeometry(top_mm=10, bottom_mm=10, left_mm=10, right_mm=10, header_mm=0, footer_mm=0)
"""The sheet of a place card; its words have places of their own (``exporters.plates``)."""

PAGES: dict[Sheet, PageGeometry] = {
    Sheet.RECORD: RECORD_PAGE,
    Sheet.OFFICIAL: OFFICIAL_PAGE,
    Sheet.LETTER: OFFICIAL_PAGE,
    Sheet.CARD: CARD_PAGE,
}

PAGE_NUMBER_MM = 7.0
"""From the lower edge of the text to the dashes beside the page number (GB/T 9704-2012, 7.5)."""

OFFICE_MARK_MM = 35.0
"""From the upper edge of the text to that of the issuing office's name (7.2.4)."""

RED_LINE_MM = 4.0
"""From the number of a document, or the name on a letter, to the red line below it (7.2.7, 10.1)."""

LETTER_MARK_MM = 30.0
"""From the upper edge of a letter's sheet to that of the issuing office's name (10.1)."""

LETTER_LINES_MM = 170.0
"""Length of the double lines of a letter, centred on the sheet (10.1)."""

LETTER_FOOT_MM = 20.0
"""From the lower edge of a letter's sheet to the double line at its foot (10.1)."""
