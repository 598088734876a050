"""A ruled table: its rows one below the other, its heads on every page again."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from exporters.writers.pdf.form import BoxedRow
from exporters.writers.pdf.paragraph import Placed
from exporters.writers.pdf.tagged_canvas import TaggedCanvas

HEADS_SHARE = 1 / 4
"""Share of the height of a page that heads may take, which come again on each."""

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class TableRows:
    """All rows of a table, and how far below its heads each begins; shared by its parts."""

    rows: tuple[BoxedRow, ...]
    offsets: tuple[float, ...]
    heads: BoxedRow | None
    heads_height: float
    is_whole: bool

    @classmethod
    def of(
        cls, rows: tuple[BoxedRow, ...], heads: BoxedRow | None, *, whole_pt: float = 0.0
    ) -> "TableRows":
        """Measure the rows. A table up to ``whole_pt`` high does not break."""
        offsets = tuple(accumulate((row.content_height() for row in rows), initial=0.0))
        heads_height = heads.content_height() if heads else 0.0
        return cls(rows, offsets, heads, heads_height, heads_height + offsets[-1] <= whole_pt)


class TableFlowable(Placed):
    """The rows from ``first`` up to ``last`` of a table, below its heads.

    ``opening`` is the rest of a row that no page holds, before the first one. The heads of a
    ``continued`` table are seen, but not read again.
    """

    def __init__(
        self,
        number: int,
        table: TableRows,
        *,
        first: int,
        last: int,
        opening: BoxedRow | None = None,
        continued: bool = False,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(number, before=before, after=after)
        self._table = table
        self._first = first
        self._last = last
        self._opening = opening
        self._is_continued = continued

    def content_height(self) -> float:
        """Return the height of heads and rows."""
        offsets = self._table.offsets
        rows = offsets[self._last] - offsets[self._first]
        return self._table.heads_height + self._opening_height() + rows

    def parts(self, height: float) -> list[Placed]:
        """Break between rows, and in a row that no page holds between its lines."""
        table, first = self._table, self._first
        if table.is_whole:
            return []
        room = height - table.heads_height
        stop = self._fitting(room)
        if stop > first or (self._opening and self._opening_height() <= room):
            return [
                self._part(first, stop, opening=self._opening),
                self._rest(stop),
            ]
        pieces = (self._opening or table.rows[first]).parts(room)
        if not pieces:
            return []
        after = first if self._opening else first + 1
        head, tail = pieces
        return [self._part(after, after, opening=head), self._rest(after, opening=tail)]

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put heads and rows on the page."""
        heads = self._table.heads
        if heads is not None:
            paint = heads.paint_again if self._is_continued else heads.paint
            paint(canvas, left, top)
        top -= self._table.heads_height
        if self._opening is not None:
            self._opening.paint(canvas, left, top)
            top -= self._opening_height()
        start = self._table.offsets[self._first]
        for index in range(self._first, self._last):
            row = self._table.rows[index]
            row.paint(canvas, left, top - (self._table.offsets[index] - start))

    def _opening_height(self) -> float:
        return self._opening.content_height() if self._opening else 0.0

    def _fitting(self, room: float) -> int:
        """Return before which row ``room`` ends."""
        offsets, first = self._table.offsets, self._first
        end = offsets[first] + room - self._opening_height() + _ROUNDING
        return max(first, bisect_right(offsets, end, first, self._last + 1) - 1)

    def _part(self, first: int, last: int, *, opening: BoxedRow | None) -> "TableFlowable":
        return TableFlowable(
            self.number,
            self._table,
            first=first,
            last=last,
            opening=opening,
            continued=self._is_continued,
            before=self.spaceBefore,
        )

    def _rest(self, first: int, *, opening: BoxedRow | None = None) -> "TableFlowable":
        return TableFlowable(
            self.number,
            self._table,
            first=first,
            last=self._last,
            opening=opening,
            continued=True,
            after=self.spaceAfter,
        )
