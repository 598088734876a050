"""A list whose user writes and orders its rows, by keys and by mouse.

It is as high as its rows and leaves scrolling to the page. It shows and asks only: every change
goes out as a signal, and comes back as new rows. Keys: F2 or Enter writes, Delete deletes,
Alt+Up and Alt+Down move, Esc leaves. In an agenda Tab and Shift+Tab change the level and digits
begin a number of minutes, but only in a list that was entered: who merely passes by with Tab goes
on with Tab. A list is entered by a key that goes to a row or changes one, or by a click.
"""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QKeyCombination,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSizePolicy, QWidget

from ui.item_models.agenda import ListedRow, OrderedModel
from ui.item_models.rows import ROW_ROLE, Index
from ui.theme import Theme
from ui.widgets.ordered_delegate import OrderedDelegate
from ui.widgets.page_scroll import PageScroll
from ui.widgets.row_drag import RowDragger
from ui.widgets.row_writing import RowWriter
from ui.widgets.rows_view import RowsView

_NO_KEY = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier
_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_ENTERING = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter),
)
_Flag = QItemSelectionModel.SelectionFlag


class OrderedList(RowsView):
    """Shows an :class:`OrderedModel`; a ``narrow`` one in a side pane.

    An ``agenda`` has levels, minutes and clock times too.
    """

    rename_asked = Signal(str, str)  # id of a row, its new text
    text_kept = Signal(str, object)  # id of a row, what is being typed into it; None for nothing
    minutes_asked = Signal(object, object)  # ids of rows, a number or None
    delete_asked = Signal(object)  # ids of rows
    shift_asked = Signal(object, int)  # ids of rows, -1 up or 1 down
    indent_asked = Signal(object, int)  # ids of rows, 1 deeper or -1 back
    drop_asked = Signal(object, int, int)  # ids of rows, the gap they go to, the level they get
    gone_on = Signal()  # the user went below the last row, or is done here

    def __init__(
        self, theme: Theme, *, agenda: bool, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("orderedList")
        self.list_model = OrderedModel(self)
        self.delegate = OrderedDelegate(theme, self, timed=agenda, narrow=narrow)
        self.levelled = agenda
        self._entered = False
        self._pressed: QPointF | None = None
        self._narrow_later = False  # a press on one of several selected rows may begin a drag
        self.writer = RowWriter(theme, self)
        self._page = PageScroll(self)
        self.drag = RowDragger(theme, self, self._page)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._make_actions()
        self.set_up(self.list_model, self.delegate)
        self.list_model.rowsRemoved.connect(self.writer.close_if_lost)
        self.writer.text_ready.connect(self.rename_asked)
        self.writer.text_kept.connect(self.text_kept)
        self.writer.minutes_ready.connect(self._ask_minutes)
        self.writer.minutes_ended.connect(self._go_on_with_minutes)

    def show_rows(self, rows: list[ListedRow]) -> None:
        """Show these rows, leaving alone what the user is at."""
        self.list_model.set_rows(rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        self._take_height()
        if self.drag.active:
            self.drag.look()

    def set_open(self, open_: bool) -> None:  # noqa: FBT001  # the one thing it sets
        """Let the rows be changed, or only be read and copied."""
        self.delegate.open = open_
        for action in (self.rename, self.delete, *self._moves):
            action.setEnabled(open_)
        if not open_:
            self.writer.close(save=False)
        self.viewport().update()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected rows, in order; of the current row if none is selected."""
        indexes = self.selectionModel().selectedRows() or [self.currentIndex()]
        rows = sorted(index.row() for index in indexes if index.isValid())
        return tuple(self.list_model.rows[row].id for row in rows)

    def go_to(self, place: int) -> None:
        """Make the row at that place, or the nearest one, current and selected."""
        last = self.list_model.rowCount() - 1
        if last >= 0:
            self._select(self.list_model.index(max(0, min(place, last)), 0))

    def write(self) -> None:
        """Open a field on the text of the current row."""
        row = self._current()
        if row is not None and self.delegate.open:
            self.writer.write(row)
            self._page.bring_into_view(self.visualRect(self.currentIndex()))

    def write_minutes(self, first: str = "") -> None:
        """Open a field on the minutes of the current row, with a first digit typed already."""
        row = self._current()
        if row is not None and self.delegate.open and self.levelled:
            self.writer.write_minutes(row, first)
            self._page.bring_into_view(self.visualRect(self.currentIndex()))

    def refit(self) -> None:
        """Take the heights of the rows anew."""
        self._fit_visible()
        self._take_height()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.copy_action.setText(self.tr("复制"))
        self.rename.setText(self.tr("修改文字"))
        self.delete.setText(self.tr("删除"))
        words = (
            *(self.tr("上移"), self.tr("下移")),
            *(self.tr("降为下一级") + "\tTab", self.tr("升为上一级") + "\tShift+Tab"),
        )
        for action, text in zip(self._moves, words, strict=False):  # plain texts have no levels
            action.setText(text)
        self.delegate.forget()
        self.list_model.refresh_words()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be passed by with Tab until the list is entered."""
        if event.reason() in _TABBED:
            self._entered = False
        elif event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._entered = True
        super().focusInEvent(event)
        if event.reason() in _TABBED and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drag no further when the user turns to something else."""
        super().focusOutEvent(event)
        if self.drag.active:
            self._call_off()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Change the level by Tab in an agenda that was entered; else go on."""
        if self.levelled and self._entered and self.hasFocus() and self.delegate.open:
            self._ask_indent(1 if forwards else -1)
            return True
        return super().focusNextPrevChild(forwards)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from the shortcuts of the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if self.drag.active:
            if event.key() == Qt.Key.Key_Escape:
                self._call_off()
            return
        self._entered |= self._takes(event) or event.key() in _ENTERING
        action, digit = self._action_for(event), self._digit_of(event)
        plain = not event.modifiers() & ~_NO_KEY
        at_end = self.currentIndex().row() == self.list_model.rowCount() - 1
        if action is not None:
            action.trigger()
        elif digit:
            self.write_minutes(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.write()
        elif plain and (
            event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Down and at_end)
        ):
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; on one of several selected rows only if no drag follows."""
        self._entered = True
        self._pressed = None
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        chosen = self.selectionModel().isSelected(index)
        self._narrow_later = chosen and not event.modifiers() and len(self.chosen) > 1
        if not self._narrow_later:
            super().mousePressEvent(event)
        if index.isValid() and not event.modifiers():
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is selected."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif self.drag.active:
            self.drag.go(event.position())
        elif self._pressed is not None and self.delegate.open:
            far = (event.position() - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self.drag.begin(self.chosen, self._pressed)
                self.drag.go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is dragged; open the minutes that were clicked."""
        pressed = self._pressed
        if self.drag.active:
            ids, target = self.drag.ids, self.drag.target
            self._call_off()
            if target is not None:
                self.drop_asked.emit(ids, target.gap, target.level)
            return
        self._pressed = None
        index = self.indexAt(event.position().toPoint())
        if self._narrow_later and index.isValid() and pressed is not None:
            self._select(index)
        self._narrow_later = False
        super().mouseReleaseEvent(event)
        if pressed is not None and self._on_minutes(index, event.position()):
            self.write_minutes()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write into the row that was clicked twice."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._on_minutes(index, event.position()):
            self._select(index)
            self.write()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Have the page scroll to the row."""
        super().scrollTo(index, hint)
        if self.hasFocus():
            self._page.bring_into_view(self.visualRect(index))

    def updateGeometries(self) -> None:
        """Be as high as the rows, and keep an open field on its row."""
        super().updateGeometries()
        if not hasattr(self, "writer"):
            return  # while it is being made
        self._take_height()
        self.writer.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and where those that are dragged would land."""
        super().paintEvent(event)
        if self.drag.active:
            self.drag.paint()

    def _make_actions(self) -> None:
        keys, alt = Qt.Key, Qt.KeyboardModifier.AltModifier
        self.rename = self._action(QKeySequence(keys.Key_F2), self.write)
        self.delete = self._action(QKeySequence(keys.Key_Delete), self._ask_delete)
        self._moves = [
            self._action(QKeySequence(QKeyCombination(alt, key)), partial(self._ask_shift, by))
            for key, by in ((keys.Key_Up, -1), (keys.Key_Down, 1))
        ]
        for by in (1, -1) if self.levelled else ():
            self._moves.append(self._action(QKeySequence(), partial(self._ask_indent, by)))

    def _ask_delete(self) -> None:
        self.delete_asked.emit(self.chosen)

    def _ask_shift(self, by: int) -> None:
        self.shift_asked.emit(self.chosen, by)

    def _ask_indent(self, by: int) -> None:
        self.indent_asked.emit(self.chosen, by)

    def _action(self, keys: QKeySequence, work: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: work())
        self.addAction(action)
        return action

    def _action_for(self, event: QKeyEvent) -> QAction | None:
        """Return the action of a key; the block of digits makes no difference."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        keys = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
        exact = QKeySequence.SequenceMatch.ExactMatch
        actions = (self.rename, self.delete, *self._moves)
        return next((a for a in actions if a.shortcut().matches(keys) == exact), None)

    def _digit_of(self, event: QKeyEvent) -> str:
        """Return the digit that was typed to begin a number of minutes, or nothing."""
        if not self.levelled or event.modifiers() & ~_NO_KEY:
            return ""
        return event.text() if len(event.text()) == 1 and event.text().isdecimal() else ""

    def _takes(self, event: QKeyEvent) -> bool:
        cancels = self.drag.active and event.key() == Qt.Key.Key_Escape
        return cancels or bool(self._digit_of(event)) or self._action_for(event) is not None

    def _current(self) -> ListedRow | None:
        return cast("ListedRow | None", self.currentIndex().data(ROW_ROLE))

    def _select(self, index: Index) -> None:
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def _ask_minutes(self, row_id: str, minutes: object) -> None:
        """Ask for the minutes of a row, and of all that are selected with it."""
        self.minutes_asked.emit(self.chosen if row_id in self.chosen else (row_id,), minutes)

    def _go_on_with_minutes(self, step: int) -> None:
        """Go to the next row after Enter; write on there after Up and Down."""
        place = self.currentIndex().row() + (step or 1)
        if 0 <= place < self.list_model.rowCount():
            self.go_to(place)
            if step:
                self.write_minutes()

    def _on_minutes(self, index: Index, at: QPointF) -> bool:
        if not self.levelled or not index.isValid() or not self.delegate.open:
            return False
        row = cast("ListedRow", index.data(ROW_ROLE))
        return self.delegate.places(row, QRectF(self.visualRect(index))).minutes.contains(at)

    def _call_off(self) -> None:
        """Have nothing dragged any more, nor about to be."""
        self._pressed = None
        self._narrow_later = False
        self.drag.end()

    def _take_height(self) -> None:
        height = self.verticalHeader().length()
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
