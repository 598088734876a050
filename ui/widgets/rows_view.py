"""A list of rows of different heights that stays quick with ten thousand of them.

A one-column table: new rows get an estimated height, a row gets its exact one when it comes into
view. (A list view lays out all its rows at every insertion.) The place that is being read keeps
still while heights above it are corrected.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.item_models.rows import COPY_ROLE, ROW_ROLE, Index, RowTableModel
from ui.theme import Theme

_MOST_PASSES = 4  # a row that shrinks lets further rows in, which then need their height


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
    current_row = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = 0
        self._fitting = False
        self._delegate: RowDelegate | None = None
        theme.changed.connect(self._estimate_all)
        self._set_look()
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
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setModel(model)
        model.rowsInserted.connect(self._estimate_rows)
        model.rowsMoved.connect(self._estimate_all)
        model.rowsRemoved.connect(self._fit_visible)
        model.dataChanged.connect(self._fit_visible)
        self._estimate_all()

    def select_key(self, key: str) -> bool:
        """Make the row of that key current and visible; say whether there is one."""
        model = self._rows_model()
        row = model.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(model.index(row, 0))
        return True

    def bring_to_top(self, key: str) -> None:
        """Scroll so that the row of that key is the first one."""
        model = self._rows_model()
        row = model.row_of(key)
        for _ in range(_MOST_PASSES):  # the heights on the way become exact while scrolling
            self.scrollTo(model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self._fit_visible()

    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, in the order shown."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        texts = [text for index in indexes if (text := index.data(COPY_ROLE))]
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.current_row.emit(current.data(ROW_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a click does, and copy whole rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().data(ROW_ROLE))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew when the width changed; show more of them when the height did."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._estimate_all()
        else:
            self._fit_visible()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the heights that could not be known while hidden."""
        super().showEvent(event)
        self._fit_visible()

    def _set_look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes late narrows the view after the heights were taken.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _rows_model(self) -> RowTableModel:  # type: ignore[type-arg]  # any row
        model = self.model()
        if not isinstance(model, RowTableModel):
            raise TypeError("the view has no model of rows yet")
        return model

    def _estimate_all(self) -> None:
        self._width = self.viewport().width()
        if self._delegate is not None:
            self._estimate_rows(QModelIndex(), 0, self._rows_model().rowCount() - 1)

    def _estimate_rows(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._delegate is None:
            return
        rows = self._rows_model().rows
        header = self.verticalHeader()
        blocker = QSignalBlocker(header)  # each resized section would lay the view out again
        for place in range(first, last + 1):
            header.resizeSection(place, self._delegate.estimate(rows[place], self._width))
        blocker.unblock()
        self.updateGeometries()
        self._fit_visible()
        self.viewport().update()

    def _fit_visible(self) -> None:
        """Give the rows in view their exact heights, keeping the middle one where it is."""
        if self._delegate is None or self._fitting or not self.isVisible():
            return
        self._fitting = True
        bar = self.verticalScrollBar()
        at_start, at_end = bar.value() == 0, bar.value() == bar.maximum() > 0
        anchor = self.rowAt(self.viewport().height() // 2)
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        for _ in range(_MOST_PASSES):
            if not self._fit_once(self._delegate):
                break
            self.updateGeometries()
            if at_end:
                bar.setValue(bar.maximum())
            elif anchor >= 0 and not at_start:
                bar.setValue(bar.value() + self.rowViewportPosition(anchor) - before)
        self._fitting = False

    def _fit_once(self, delegate: RowDelegate) -> bool:
        rows = self._rows_model().rows
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        changed = False
        for place in range(first, (len(rows) - 1 if last < 0 else last) + 1):
            height = delegate.height(rows[place], self.viewport().width())
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)
                changed = True
        return changed
