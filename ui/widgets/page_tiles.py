"""Drawn parts of pages, as many as fit into a bounded memory."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

TILE_PIXELS = 4_000_000
"""A page with more pixels is drawn in bands; at ordinary zooms a page is one band."""

MOST_BYTES = 96_000_000
"""What all drawn parts together may take; a large screen needs some 60 MB at the highest zoom."""

_BYTES_A_PIXEL = 4


@dataclass(frozen=True, slots=True)
class Tile:
    """A band of a page that is ``width`` times ``height`` device pixels large.

    ``edition`` counts the papers shown, so that a new one never takes the pictures of an old one.
    """

    edition: int
    page: int
    width: int
    height: int
    band: int

    @property
    def size(self) -> QSize:
        """The size of the whole page."""
        return QSize(self.width, self.height)

    @property
    def area(self) -> QRect:
        """The part of the page."""
        rows = _band_rows(self.width)
        top = self.band * rows
        return QRect(0, top, self.width, min(rows, self.height - top))

    @property
    def bytes(self) -> int:
        """The memory its picture takes."""
        return self.area.width() * self.area.height() * _BYTES_A_PIXEL


def tiles_between(edition: int, page: int, size: QSize, top: int, bottom: int) -> Iterator[Tile]:
    """Give the bands of a page between two heights, all in device pixels."""
    rows = _band_rows(size.width())
    last = (min(bottom, size.height()) - 1) // rows
    for band in range(max(top, 0) // rows, last + 1):
        yield Tile(edition, page, size.width(), size.height(), band)


class TileCache:
    """The pictures drawn last; the oldest give way."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Tile, QImage] = OrderedDict()

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._pictures

    @property
    def bytes(self) -> int:
        """The memory taken."""
        return sum(tile.bytes for tile in self._pictures)

    @property
    def pages(self) -> set[int]:
        """The pages of which there is a picture."""
        return {tile.page for tile in self._pictures}

    def put(self, tile: Tile, picture: QImage) -> None:
        """Take a picture in."""
        self._pictures[tile] = picture
        while self.bytes > MOST_BYTES:
            self._pictures.popitem(last=False)

    def touch(self, tile: Tile) -> bool:
        """Return whether there is a picture, and keep it longer than the others."""
        if tile not in self._pictures:
            return False
        self._pictures.move_to_end(tile)
        return True

    def of_page(self, page: int) -> list[tuple[Tile, QImage]]:
        """Return the pictures of a page, of all sizes, the last used at the end."""
        return [(tile, image) for tile, image in self._pictures.items() if tile.page == page]

    def drop_old(self, edition: int, size_of: Callable[[int], QSize]) -> None:
        """Drop what is of another paper or another size."""
        for tile in list(self._pictures):
            if tile.edition != edition or tile.size != size_of(tile.page):
                del self._pictures[tile]

    def clear(self) -> None:
        """Drop everything."""
        self._pictures.clear()


def _band_rows(width: int) -> int:
    return max(TILE_PIXELS // max(width, 1), 64)
