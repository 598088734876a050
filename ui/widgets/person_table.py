"""The table of the people of a meeting: choosing some, putting them in order, registering them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from models.forms import Sheet
from ui.item_models.roster import (
    PersonRow,
    Place,
    RosterModel,
    dragged_ids,
    person_copied,
    place_without,
)
from ui.item_models.rows import ROW_ROLE, Index
from ui.painting import Brush
from ui.theme import Theme
from ui.widgets.person_delegate import RosterDelegate, RosterHeader
from ui.widgets.table_look import make_quiet

_WIDTHS_PX = {
    Place.NUMBER: 56,
    Place.NAME: 126,
    Place.GRADE: 108,
    Place.ROLE: 100,
    Place.MODE: 72,
    Place.PRESENCE: 88,
    Place.QUORUM: 68,
}
"""Widths at 100 %; the office has what is left."""

_NARROW_PX = {
    Place.NUMBER: 36,
    Place.NAME: 84,
    Place.ROLE: 86,
    Place.MODE: 46,
    Place.PRESENCE: 76,
    Place.QUORUM: 46,
}
_GRADE_FROM_PX = 780  # below, the grade stands under the office
_WIDE_FROM_PX = 640  # below, columns are narrow and names without their round initial
_LEAST_PX = 200
_ANY_HEIGHT = 1 << 20

_Move = QAbstractItemView.CursorAction
_SELECT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | (
    QItemSelectionModel.SelectionFlag.Rows
)


class RosterView(QTableView):
    """Shows a :class:`RosterModel`. What it is asked for it tells by signals, with ids."""

    opened = Signal(str)  # the person whose form is wanted
    current_changed = Signal(str)  # the person the user went to; empty for nobody
    selection_changed = Signal()
    delete_asked = Signal(object)  # ids
    presence_asked = Signal(object)  # ids whose presence is to be toggled
    moved = Signal(object, int)  # ids, and their place counted without them

    def __init__(self, theme: Theme, model: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._most = _ANY_HEIGHT
        self._gap = -1  # the row before which a drag would put the people; -1 for none
        self.delegate = RosterDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(RosterHeader(theme, self))
        self.setModel(model)
        self._set_look()
        theme.changed.connect(self.fit)
        self.clicked.connect(self._toggle_clicked)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE).id))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the people of that meeting, keeping the selection and the place."""
        self._model.show(sheet)
        self._fit_rows()

    @property
    def selected(self) -> tuple[PersonRow, ...]:
        """The people selected, in the order of the table."""
        places = {index.row() for index in self.selectionModel().selectedRows()}
        return tuple(self._model.rows[place] for place in sorted(places))

    @property
    def current(self) -> PersonRow | None:
        """The person that the keyboard is at."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def select(self, ids: Sequence[str]) -> None:
        """Select these people, the last of them being current and in view."""
        places = [place for key in ids if (place := self._model.row_of(key)) >= 0]
        if not places:
            return
        selection = self.selectionModel()
        selection.setCurrentIndex(self._model.index(places[-1], Place.NAME), _SELECT_ROW)
        for place in places[:-1]:
            flags = (
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            )
            selection.select(self._model.index(place, Place.NAME), flags)
        self.scrollTo(self._model.index(places[-1], Place.NAME))

    def fit(self) -> None:
        """Give columns and rows the sizes that width and text ask for."""
        width = self.viewport().width()
        logical = width / self._theme.text_scale
        self.delegate.grade_below = logical < _GRADE_FROM_PX
        self.delegate.initials = logical >= _WIDE_FROM_PX
        self.setColumnHidden(Place.GRADE, self.delegate.grade_below)
        taken = 0
        for place, wide in _WIDTHS_PX.items():
            narrow = _NARROW_PX.get(place, wide)
            size = self._theme.text_px(wide if self.delegate.initials else narrow)
            if not self.isColumnHidden(place):
                self.setColumnWidth(place, size)
                taken += size
        self.setColumnWidth(Place.OFFICE, max(width - taken, self._theme.text_px(100)))
        self._fit_rows()

    def sizeHint(self) -> QSize:
        """Return the size of all rows."""
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 1
        return QSize(self._theme.text_px(480), min(height, self._most))

    def set_most_height(self, height: int) -> None:
        """Be no higher than that; more people are scrolled."""
        self._most = max(height, self._theme.text_px(_LEAST_PX))
        self._fit_height()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go from person to person only."""
        last = self._model.rowCount() - 1
        here = self.currentIndex().row()
        match action:
            case _Move.MoveHome:
                target = 0
            case _Move.MoveEnd:
                target = last
            case _Move.MoveLeft | _Move.MoveRight:
                target = here
            case _:
                target = super().moveCursor(action, modifiers).row()
        return self._model.index(max(target, 0), Place.NAME)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keyboard is."""
        super().currentChanged(current, previous)
        row = current.data(ROW_ROLE) if current.isValid() else None
        self.current_changed.emit(row.id if row is not None else "")
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current person to start from."""
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid() and self._model.rowCount():
            self.selectionModel().setCurrentIndex(self._model.index(0, Place.NAME), _SELECT_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what keys ask for; the arrows walk."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
            return
        ids = tuple(row.id for row in self.selected)
        key, plain = event.key(), _is_plain(event)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and plain:
            if self.current is not None:
                self.opened.emit(self.current.id)
        elif key == Qt.Key.Key_Delete and plain and ids and self._model.movable:
            self.delete_asked.emit(ids)
        elif key == Qt.Key.Key_Space and plain and self._model.movable:
            self.presence_asked.emit(ids)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and _has_alt(event):
            self._move_by(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def copied(self) -> str:
        """Return name, office and post of the people selected, one per line."""
        return "\n".join(person_copied(row) for row in self.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand where a click registers the presence."""
        index = self.indexAt(event.position().toPoint())
        hand = self._model.movable and index.isValid() and index.column() == Place.PRESENCE
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take the people of this table; whatever else is dragged is for the window."""
        if event.source() is self and dragged_ids(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the people would be put."""
        if not dragged_ids(event.mimeData()):
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls near the edges
        self._show_gap(self._gap_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        self._show_gap(-1)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new order. The rows move when it is stored."""
        ids, gap = dragged_ids(event.mimeData()), self._gap_at(event.position().toPoint())
        self._show_gap(-1)
        self.stopAutoScroll()
        if not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # a move would have the view delete the rows
        event.accept()
        self._ask_move(ids, gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where a drag would put some."""
        super().paintEvent(event)
        if self._gap < 0:
            return
        with QPainter(self.viewport()) as painter:
            brush = Brush(painter, self._theme)
            y = max(self._gap_y(), 1)
            width = self.viewport().width()
            brush.rule(QPointF(4, y), QPointF(width - 4, y), ink="accent", width=2)
            brush.painter.setBrush(self._theme.colour("accent"))
            brush.painter.drawEllipse(QPointF(4, y), 3, 3)

    def _set_look(self) -> None:
        make_quiet(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit_rows(self) -> None:
        """Give each row the height that its texts need."""
        header = self.verticalHeader()
        widths = {place: self.columnWidth(place) for place in Place}
        blocker = QSignalBlocker(header)  # each resized section would lay the view out again
        for place, row in enumerate(self._model.rows):
            header.resizeSection(place, self.delegate.height(row, widths))
        blocker.unblock()
        self.updateGeometries()
        self._fit_height()
        self.viewport().update()

    def _fit_height(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def _toggle_clicked(self, index: QModelIndex) -> None:
        modifiers = QGuiApplication.keyboardModifiers()
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if index.column() == Place.PRESENCE and plain and self._model.movable:
            self.presence_asked.emit((index.data(ROW_ROLE).id,))

    def _move_by(self, step: int) -> None:
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not places:
            return
        self._ask_move(
            [self._model.rows[place].id for place in places],
            places[0] - 1 if step < 0 else places[-1] + 2,
        )

    def _ask_move(self, ids: Sequence[str], gap: int) -> None:
        rows = self._model.rows
        if not self._model.movable or not 0 <= gap <= len(rows):
            return
        to = place_without(rows, ids, gap)
        others = [row.id for row in rows if row.id not in ids]
        wanted = [*others[:to], *ids, *others[to:]]
        if wanted != [row.id for row in rows]:
            self.moved.emit(tuple(ids), to)

    def _gap_at(self, at: QPoint) -> int:
        place = self.rowAt(at.y())
        if place < 0:
            return self._model.rowCount()
        middle = self.rowViewportPosition(place) + self.rowHeight(place) / 2
        return place if at.y() < middle else place + 1

    def _gap_y(self) -> int:
        if self._gap < self._model.rowCount():
            return self.rowViewportPosition(self._gap)
        last = self._model.rowCount() - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) - 1

    def _show_gap(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _has_alt(event: QKeyEvent) -> bool:
    return (
        event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
    )
