"""How high the rows of a long list are: the usual height, until one comes into view.

What is being read keeps still while heights above it are corrected.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import mean
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.item_models.rows import RowTableModel

_FEW = 200  # rows that can be estimated one by one without anybody noticing
_SAMPLE = 24  # rows from which the usual height is taken
_MOST_PASSES = 4  # a row that shrinks lets further rows in, which then need their height


class Measures(Protocol):
    """What knows how high rows are, about or exactly, at a width in pixels."""

    def estimate(self, row: object, width: int) -> int: ...  # noqa: D102  # told by the class
    def height(self, row: object, width: int) -> int: ...  # noqa: D102  # as above


@dataclass(frozen=True, slots=True)
class _Place:
    """What is being read: the row in the middle and its top in the view, or an end of the list."""

    row: int
    top: int
    at_start: bool
    at_end: bool


class RowHeights:
    """Gives the rows of a table their heights."""

    def __init__(self, view: QTableView, model: RowTableModel[Any], measures: Measures) -> None:
        self._view = view
        self._model = model
        self._measures = measures
        self._width = -1  # for which the usual height was taken
        self._fitting = False

    def follow_size(self) -> None:
        """Wrap the rows anew when the width changed; show more of them when the height did."""
        if self._view.viewport().width() != self._width:
            self.estimate()
        else:
            self.fit_visible()

    def estimate(self) -> None:
        """Give all rows the height that is usual among them, then those in view theirs.

        In a short list each row gets its own estimate at once.
        """
        self._width = self._view.viewport().width()
        place = self._reading_place()
        count = self._model.rowCount()
        if count <= _FEW:
            self._estimate_each(0, count - 1)
        else:
            self._estimate_usual()
        self._go_back(place)
        self.fit_visible()

    def take_in(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Show rows that came; if most of them are new, another height may be usual now."""
        few = last - first < _FEW
        if not few and 2 * (last - first + 1) >= self._model.rowCount():
            self.estimate()
            return
        if few:
            self._estimate_each(first, last)
        self._view.updateGeometries()
        self.fit_visible()
        self._view.viewport().update()

    def _estimate_each(self, first: int, last: int) -> None:
        rows = self._model.rows
        with self._unheard() as header:
            for place in range(first, last + 1):
                header.resizeSection(place, self._measures.estimate(rows[place], self._width))

    def _estimate_usual(self) -> None:
        rows = self._model.rows
        sample = rows[:: len(rows) // _SAMPLE]
        usual = mean(self._measures.estimate(row, self._width) for row in sample)
        with self._unheard() as header:
            header.setDefaultSectionSize(max(round(usual), 1))

    def fit_visible(self) -> None:
        """Give the rows in view their exact heights, keeping the middle one where it is."""
        if self._fitting or not self._view.isVisible():
            return
        self._fitting = True
        try:
            place = self._reading_place()
            for _ in range(_MOST_PASSES):
                if not self._fit_once():
                    break
                self._go_back(place)
        finally:
            self._fitting = False

    def _fit_once(self) -> bool:
        view, rows = self._view, self._model.rows
        width, bottom = view.viewport().width(), view.viewport().height() - 1
        first, last = max(view.rowAt(0), 0), view.rowAt(bottom)
        changed = False
        with self._unheard():
            for place in range(first, (len(rows) - 1 if last < 0 else last) + 1):
                height = self._measures.height(rows[place], width)
                if view.rowHeight(place) != height:
                    view.setRowHeight(place, height)
                    changed = True
        return changed

    @contextmanager
    def _unheard(self) -> Iterator[QHeaderView]:
        """Let heights change without the table laying out and painting again for each."""
        header = self._view.verticalHeader()
        blocker = QSignalBlocker(header)
        try:
            yield header
        finally:
            blocker.unblock()

    def _reading_place(self) -> _Place:
        view, bar = self._view, self._view.verticalScrollBar()
        row = view.rowAt(view.viewport().height() // 2)
        top = view.rowViewportPosition(row) if row >= 0 else 0
        return _Place(row, top, bar.value() == 0, bar.value() == bar.maximum() > 0)

    def _go_back(self, place: _Place) -> None:
        """Show what was read before heights changed where it was."""
        view, bar = self._view, self._view.verticalScrollBar()
        view.updateGeometries()
        if place.at_end:
            bar.setValue(bar.maximum())
        elif place.row >= 0 and not place.at_start:
            bar.setValue(bar.value() + view.rowViewportPosition(place.row) - place.top)
        view.viewport().update()
