"""A list of rows of different heights that stays quick with ten thousand of them.

A one-column table: all rows get the usual height, a row gets its exact one when it comes into view.
(A list view lays out all its rows at every insertion.) The place that is being read keeps still
while heights above it are corrected.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.item_models.rows import COPY_ROLE, ROW_ROLE, Index, RowTableModel
from ui.painting import Brush
from ui.theme import Theme
from ui.widgets.row_heights import RowHeights
from ui.widgets.table_look import make_quiet

_MOST_PASSES = 4  # the heights on the way become exact while scrolling
_LINES_PER_KEY = 3  # what an arrow key scrolls within a row that is higher than the view
_LINE_PX = 24

_MOUSE = Qt.FocusReason.MouseFocusReason
_Move = QAbstractItemView.CursorAction
_FORWARDS = {Qt.Key.Key_Down: False, Qt.Key.Key_PageDown: True}  # key, and whether by a page
_BACKWARDS = {Qt.Key.Key_Up: False, Qt.Key.Key_PageUp: True}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row is to be painted, and how the user stands to it."""

    rect: QRectF
    selected: bool
    focused: bool
    hovered: bool


class RowDelegate(QStyledItemDelegate):
    """Paints rows of a :class:`RowsView` and knows how high they are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def estimate(self, row: object, width: int) -> int:
        """Return about how high the row will be, without laying out its text."""
        return self.height(row, width)

    def height(self, row: object, width: int) -> int:
        """Return how high the row is at that width."""
        raise NotImplementedError

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint the row into its cell."""
        raise NotImplementedError

    def paint_ground(self, brush: Brush, card: QRectF, cell: Cell) -> None:
        """Paint what tells a selected row, the current one and one under the mouse apart."""
        fill = "accent_soft" if cell.selected else "hover" if cell.hovered else ""
        edge = "accent" if cell.focused else ""
        half = 0.5 if edge else 0  # on the middle of pixels a thin edge is sharp
        if fill or edge:
            brush.box(card.adjusted(half, half, -half, -half), 10, fill=fill, edge=edge)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Paint the row of that index."""
        state = option.state  # type: ignore[attr-defined]  # missing in PySide6's stubs
        rect = option.rect  # type: ignore[attr-defined]  # as above
        cell = Cell(
            rect=QRectF(rect),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        painter.save()
        self.draw(painter, cell, index.data(ROW_ROLE))
        painter.restore()


class RowsView(QTableView):
    """Shows the first column of a :class:`RowTableModel` with a :class:`RowDelegate`."""

    activated_row = Signal(object)  # by Enter or by a click
    moved_to = Signal(object)  # the row that the user made current, by key or mouse

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand = False
        self._theme = theme
        self._heights: RowHeights | None = None
        theme.changed.connect(self._fit_anew)
        make_quiet(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.copy_action = QAction(self)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy_selected)
        self.addAction(self.copy_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalScrollBar().valueChanged.connect(self._fit_visible)
        self.clicked.connect(lambda index: self.activated_row.emit(index.data(ROW_ROLE)))

    def set_up(self, model: RowTableModel, delegate: RowDelegate) -> None:  # type: ignore[type-arg]  # any row
        """Show that model."""
        self.setItemDelegate(delegate)
        self.setModel(model)
        heights = self._heights = RowHeights(self, model, delegate)
        model.rowsInserted.connect(heights.take_in)
        model.rowsMoved.connect(heights.fit_visible)
        model.rowsRemoved.connect(heights.fit_visible)
        model.dataChanged.connect(heights.fit_visible)
        heights.estimate()

    def select_key(self, key: Hashable) -> bool:
        """Make the row of that key current and visible; say whether there is one."""
        model = self._rows_model()
        row = model.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(model.index(row, 0))
        return True

    def clear_current(self) -> None:
        """Have no row current or selected."""
        self.setCurrentIndex(QModelIndex())

    def bring_to_top(self, key: str) -> None:
        """Scroll so that the row of that key is the first one."""
        model = self._rows_model()
        row = model.row_of(key)
        for _ in range(_MOST_PASSES):
            self.scrollTo(model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self._fit_visible()

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, in the order shown."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        texts = [text for index in indexes if (text := index.data(COPY_ROLE))]
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the user went; what the program makes current is no news."""
        super().currentChanged(current, previous)
        if current.isValid() and self._by_hand:
            self.moved_to.emit(current.data(ROW_ROLE))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to rows that can be selected only; enter at the first one in view."""
        last = self.model().rowCount() - 1
        if action is _Move.MoveHome:
            return self._selectable(0, 1)
        if action is _Move.MoveEnd:
            return self._selectable(last, -1)
        if not self.currentIndex().isValid():
            found = self._selectable(self._first_whole_row(), 1)
            return found if found.isValid() else self._selectable(last, -1)
        here = self.currentIndex().row()
        target = super().moveCursor(action, modifiers).row()
        if target == here:  # the row is higher than a page
            target += {_Move.MovePageDown: 1, _Move.MovePageUp: -1}.get(action, 0)
        step = -1 if target < here else 1
        found = self._selectable(target, step)
        return found if found.isValid() else self._selectable(target - step, -step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current row to see and to start from, also after the former one went away."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != _MOUSE:
            index = self.moveCursor(_Move.MoveNext, Qt.KeyboardModifier.NoModifier)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a click does, copy whole rows, and read high rows to their end."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().data(ROW_ROLE))
            return
        if self._scroll_within_row(event):
            return
        before = self.currentIndex().row()
        with self._moving_by_hand():
            super().keyPressEvent(event)
        self._show_from_its_side(event, before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that it is the user who moves."""
        with self._moving_by_hand():
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Note that it is the user who moves."""
        with self._moving_by_hand():
            super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew when the width changed; show more of them when the height did."""
        super().resizeEvent(event)
        if self._heights is not None:
            self._heights.follow_size()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the heights that could not be known while hidden."""
        super().showEvent(event)
        self._fit_visible()

    def _fit_anew(self) -> None:
        if self._heights is not None:
            self._heights.estimate()

    def _fit_visible(self) -> None:
        if self._heights is not None:
            self._heights.fit_visible()

    def _rows_model(self) -> RowTableModel:  # type: ignore[type-arg]  # any row
        model = self.model()
        if not isinstance(model, RowTableModel):
            raise TypeError("the view has no model of rows yet")
        return model

    @contextmanager
    def _moving_by_hand(self) -> Iterator[None]:
        self._by_hand = True
        try:
            yield
        finally:
            self._by_hand = False

    def _selectable(self, place: int, step: int) -> QModelIndex:
        """Return the first row that can be selected, from a place on; invalid if there is none."""
        model = self.model()
        while 0 <= place < model.rowCount():
            index = model.index(place, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
            place += step
        return QModelIndex()

    def _first_whole_row(self) -> int:
        """Return the first row whose beginning is in view."""
        first = max(self.rowAt(0), 0)
        following = (
            self.rowViewportPosition(first + 1) if first + 1 < self.model().rowCount() else -1
        )
        cut = self.rowViewportPosition(first) < 0
        return first + 1 if cut and 0 <= following < self.viewport().height() else first

    def _scroll_within_row(self, event: QKeyEvent) -> bool:
        """Scroll instead of moving on while the current row reaches beyond the view that way."""
        row, height = self.currentIndex().row(), self.viewport().height()
        if row < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, top = Qt.Key(event.key()), self.rowViewportPosition(row)
        bottom = top + self.rowHeight(row)
        if bottom <= 0 or top >= height:
            return False  # scrolled away from: the key brings the view back
        line = self._theme.text_px(_LINE_PX)
        bar = self.verticalScrollBar()
        if key in _FORWARDS and bottom > height:
            step = height - line if _FORWARDS[key] else _LINES_PER_KEY * line
            bar.setValue(bar.value() + min(max(step, line), bottom - height))
            return True
        if key in _BACKWARDS and top < 0:
            step = height - line if _BACKWARDS[key] else _LINES_PER_KEY * line
            bar.setValue(bar.value() - min(max(step, line), -top))
            return True
        return False

    def _show_from_its_side(self, event: QKeyEvent, before: int) -> None:
        """Show the row that a key went to from the side it was entered at."""
        row, bar = self.currentIndex().row(), self.verticalScrollBar()
        if event.key() not in {*_FORWARDS, *_BACKWARDS, Qt.Key.Key_Home, Qt.Key.Key_End}:
            return
        if row == before and event.key() not in _BACKWARDS and event.key() != Qt.Key.Key_Home:
            return
        if row == self._selectable(0, 1).row() and row <= before:
            bar.setValue(bar.minimum())  # what stands above the first row can be read only so
            return
        self.scrollTo(self.currentIndex())  # its height became exact when it came into view
        beyond = self.rowViewportPosition(row) + self.rowHeight(row) - self.viewport().height()
        if row < before and beyond > 0:
            bar.setValue(bar.value() + beyond)
