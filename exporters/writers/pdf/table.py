"""A ruled table: its rows one below the other, its heads on every page again."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from exporters.writers.pdf.flow import Flowable
from exporters.writers.pdf.form import BoxedRow
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
        heads_height = _height(heads)
        return cls(rows, offsets, heads, heads_height, heads_height + offsets[-1] <= whole_pt)


class TableFlowable(Flowable):
    """The rows from ``first`` up to ``last`` of a table, below its heads.

    ``opening`` is the rest of a row that no page holds, before the first one, and ``closing`` the
    beginning of one behind the last. The heads of a ``continued`` table are seen, but not read
    again.
    """

    def __init__(
        self,
        number: int,
        table: TableRows,
        *,
        first: int,
        last: int,
        opening: BoxedRow | None = None,
        closing: BoxedRow | None = None,
        continued: bool = False,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__(number, before=before, after=after)
        self._table = table
        self._first = first
        self._last = last
        self._opening = opening
        self._closing = closing
        self._is_continued = continued

    def content_height(self) -> float:
        """Return the height of heads and rows."""
        rows = self._rows_height(self._last)
        return self._table.heads_height + _height(self._opening) + rows + _height(self._closing)

    def parts(self, height: float) -> list["TableFlowable"]:
        """Break between rows, and in a row that no page holds between its lines."""
        if self._table.is_whole:
            return []
        room = height - self._table.heads_height
        if self._opening is not None and _height(self._opening) > room:
            pieces = self._opening.parts(room)
            return self._broken(self._first, pieces, is_opening=True) if pieces else []
        stop = self._fitting(room - _height(self._opening))
        left = room - _height(self._opening) - self._rows_height(stop)
        pieces = self._table.rows[stop].parts(left) if stop < self._last else []
        if pieces:
            return self._broken(stop, pieces)
        if stop == self._first and self._opening is None:
            return []
        return [self._part(stop, opening=self._opening), self._rest(stop)]

    def end_height(self) -> float:
        """Return the height of the heads and the last row, the least that stands on a page."""
        last = self._table.rows[self._last - 1] if self._last > self._first else None
        return self._table.heads_height + _height(last)

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put heads and rows on the page."""
        heads = self._table.heads
        if heads is not None:
            paint = heads.paint_again if self._is_continued else heads.paint
            paint(canvas, left, top)
        top -= self._table.heads_height
        if self._opening is not None:
            self._opening.paint(canvas, left, top)
            top -= _height(self._opening)
        for index in range(self._first, self._last):
            self._table.rows[index].paint(canvas, left, top - self._rows_height(index))
        if self._closing is not None:
            self._closing.paint(canvas, left, top - self._rows_height(self._last))

    def _rows_height(self, last: int) -> float:
        """Return the height of the rows from the first up to ``last``."""
        return self._table.offsets[last] - self._table.offsets[self._first]

    def _fitting(self, room: float) -> int:
        """Return before which row ``room`` ends."""
        offsets, first = self._table.offsets, self._first
        end = offsets[first] + room + _ROUNDING
        return max(first, bisect_right(offsets, end, first, self._last + 1) - 1)

    def _broken(
        self, stop: int, pieces: list[BoxedRow], *, is_opening: bool = False
    ) -> list["TableFlowable"]:
        """Return the parts with a row in ``pieces``: the opening one, or that at ``stop``."""
        head, tail = pieces
        if is_opening:
            return [self._part(stop, opening=head), self._rest(stop, opening=tail)]
        whole = self._part(stop, opening=self._opening, closing=head)
        return [whole, self._rest(stop + 1, opening=tail)]

    def _part(
        self, last: int, *, opening: BoxedRow | None, closing: BoxedRow | None = None
    ) -> "TableFlowable":
        return TableFlowable(
            self.number,
            self._table,
            first=self._first,
            last=last,
            opening=opening,
            closing=closing,
            continued=self._is_continued,
            before=self.before,
        )

    def _rest(self, first: int, *, opening: BoxedRow | None = None) -> "TableFlowable":
        return TableFlowable(
            self.number,
            self._table,
            first=first,
            last=self._last,
            opening=opening,
            continued=True,
            after=self.after,
        )


class FollowedTable(Flowable):
    """A table whose last row stays with ``rest``, which is not broken, such as signatures.

    ``page_height`` is the height of an empty page in points. If not even that holds both, the rest
    begins where the table ends.
    """

    def __init__(self, table: TableFlowable, rest: Flowable, page_height: float) -> None:
        super().__init__(rest.number, before=table.before, after=rest.after)
        self._own = table
        self._rest = rest
        self._page_height = page_height
        self._gap = max(table.after, rest.before)

    def content_height(self) -> float:
        """Return the height of both, with the space between."""
        return self._own.content_height() + self._gap + self._rest.content_height()

    def parts(self, height: float) -> list[Flowable]:
        """Break the table, before its last row at the latest."""
        pieces = self._own.parts(min(height, self._own.content_height() - 1))
        if pieces:
            begun, continued = pieces
            return [begun, FollowedTable(continued, self._rest, self._page_height)]
        is_given_up = height > self._page_height - 1 and self._own.content_height() <= height
        return [self._own, self._rest] if is_given_up else []

    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put both on the page."""
        self._own.paint(canvas, left, top)
        self._rest.paint(canvas, left, top - self._own.content_height() - self._gap)


def _height(row: BoxedRow | None) -> float:
    return row.content_height() if row else 0.0
