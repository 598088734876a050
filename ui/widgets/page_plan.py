"""Where the pages of a paper stand, one under the other, at a zoom. Logical pixels throughout."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, QSizeF

MARGIN_PX = 16
"""Ground between two pages and around them."""

LEAST_ZOOM, MOST_ZOOM = 0.5, 3.0

_SCREEN_PT = 96 / 72  # pixels a point at 100 %


class Fit(Enum):
    """A zoom that follows the size of the view."""

    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | float
"""How large pages are shown; 1.0 is as large as on paper."""


def zoom_factor(zoom: Zoom, sizes_pt: Sequence[QSizeF], room: QSize) -> float:
    """Return the zoom as a number, for pages of these sizes in a view of that size."""
    if not isinstance(zoom, Fit):
        return zoom
    widest = max((size.width() for size in sizes_pt), default=1.0) * _SCREEN_PT
    highest = max((size.height() for size in sizes_pt), default=1.0) * _SCREEN_PT
    across = (room.width() - 2 * MARGIN_PX) / widest
    if zoom is Fit.PAGE:
        across = min(across, (room.height() - 2 * MARGIN_PX) / highest)
    return max(across, 0.1)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a paper: a page (from 0), and how far down in it, 1.0 at its foot."""

    page: int
    share: float


class PagePlan:
    """The pages of a paper at one zoom."""

    def __init__(self, sizes_pt: Sequence[QSizeF], factor: float) -> None:
        self.sizes = [
            QSize(
                max(1, round(size.width() * _SCREEN_PT * factor)),
                max(1, round(size.height() * _SCREEN_PT * factor)),
            )
            for size in sizes_pt
        ]
        self._tops: list[int] = []
        bottom = 0
        for size in self.sizes:
            self._tops.append(bottom + MARGIN_PX)
            bottom += MARGIN_PX + size.height()
        self.height = bottom + MARGIN_PX
        self.width = max((size.width() for size in self.sizes), default=0) + 2 * MARGIN_PX

    def rect(self, page: int, width: int) -> QRect:
        """Return where a page stands, centred in that width."""
        size = self.sizes[page]
        left = (max(width, self.width) - size.width()) // 2
        return QRect(left, self._tops[page], size.width(), size.height())

    def pages(self, top: int, bottom: int) -> range:
        """Return the pages that can be seen between two heights."""
        if not self.sizes:
            return range(0)
        first = self.page_at(top)
        if self._tops[first] + self.sizes[first].height() <= top:
            first += 1
        return range(first, bisect_right(self._tops, bottom - 1))

    def page_at(self, height: int) -> int:
        """Return the page at that height, the one above it if there is ground."""
        return max(bisect_right(self._tops, height) - 1, 0)

    def place_at(self, height: int) -> Place:
        """Return the place at that height."""
        page = self.page_at(height)
        return Place(page, (height - self._tops[page]) / self.sizes[page].height())

    def height_of(self, place: Place) -> int:
        """Return the height at which a place is found; that of the last page if it is gone."""
        page = min(place.page, len(self.sizes) - 1)
        return self._tops[page] + round(place.share * self.sizes[page].height())
