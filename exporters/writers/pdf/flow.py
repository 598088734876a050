"""The page loop: puts flowables one below the other, and goes on at the top of the next page.

ReportLab's own one would do, but that loading it adds a quarter to the time of the first paper.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exporters.writers.pdf.tagged_canvas import TaggedCanvas

_ROUNDING_PT = 0.02
"""What may be missing of a height, else rounding drops the last line of a full page."""


class TooHigh(ValueError):
    """A flowable fits no page and cannot be broken: a fault of the program; nothing is dropped."""


class Flowable(ABC):
    """Something that is painted at a place on a page, and broken where the page ends.

    ``number`` is the block of the document it belongs to, for the progress. ``before`` and
    ``after`` are the least space to its neighbours in points; of two that meet the larger counts.
    """

    def __init__(self, number: int, *, before: float = 0.0, after: float = 0.0) -> None:
        self.number = number
        self.before = before
        self.after = after

    @abstractmethod
    def paint(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Put everything on the page, from the top left corner in points."""

    @abstractmethod
    def content_height(self) -> float:
        """Return the height in points."""

    @abstractmethod
    def parts(self, height: float) -> Sequence["Flowable"]:
        """Return a part that fits into ``height`` and the rest; nothing if no part fits."""


class PageBreak:
    """The start of a new page, unless one has just begun."""


Piece = Flowable | PageBreak
"""What flows down the pages."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text stands on every page: its upper left corner and its height in points."""

    left: float
    top: float
    height: float


def flow(
    pieces: Sequence[Piece],
    canvas: TaggedCanvas,
    area: Area,
    on_placed: Callable[[Flowable], None],
) -> None:
    """Paint ``pieces`` one below the other on as many pages as they take.

    ``on_placed`` is told of each flowable, or part of one, that is on its page. Raises TooHigh.
    """
    waiting = deque(pieces)
    column = _Column(area)
    while waiting:
        piece = waiting.popleft()
        if isinstance(piece, PageBreak):
            if not column.is_empty:
                column = _turned(canvas, area)
            continue
        if not column.holds(piece):
            parts = piece.parts(column.room(piece))
            if not parts and not column.is_empty:
                waiting.appendleft(piece)
                column = _turned(canvas, area)
                continue
            piece, *rest = parts or [piece]
            column.refuse_too_high(piece)
            waiting.extendleft(reversed(rest))
        column.put(piece, canvas)
        on_placed(piece)
    if not column.is_empty:
        canvas.showPage()


class _Column:
    """The text of one page, and how far down it is filled."""

    def __init__(self, area: Area) -> None:
        self.is_empty = True
        self._left = area.left
        self._top = area.top
        self._bottom = area.top - area.height
        self._after = 0.0  # the space that the last flowable wants below it, which it has

    def room(self, flowable: Flowable) -> float:
        """Return the height that is left for ``flowable`` in points."""
        return self._top - self._space(flowable) - self._bottom + _ROUNDING_PT

    def holds(self, flowable: Flowable) -> bool:
        """Say whether the whole of ``flowable`` fits."""
        return flowable.content_height() <= self.room(flowable)

    def refuse_too_high(self, flowable: Flowable) -> None:
        """Raise TooHigh for what does not fit, though it is as little as can be."""
        if not self.holds(flowable):
            height, room = flowable.content_height(), self.room(flowable)
            raise TooHigh(f"{type(flowable).__name__} of {height:.1f} pt in {room:.1f} pt")

    def put(self, flowable: Flowable, canvas: TaggedCanvas) -> None:
        """Paint ``flowable``, which fits, below what stands there."""
        self._top -= self._space(flowable)
        flowable.paint(canvas, self._left, self._top)
        self._top -= flowable.content_height() + flowable.after
        self._after = flowable.after
        self.is_empty = False

    def _space(self, flowable: Flowable) -> float:
        """Return the space above ``flowable``; at the head of a page there is none."""
        return 0.0 if self.is_empty else max(0.0, flowable.before - self._after)


def _turned(canvas: TaggedCanvas, area: Area) -> _Column:
    """End the page; return the column of the next one."""
    canvas.showPage()
    return _Column(area)
