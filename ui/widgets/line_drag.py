"""Selected lines of the record on their way to another place by mouse.

Only a drag that begins on a selected line moves lines; any other goes on to select. A line with a
ring shows the gap they would go to. Esc, or turning to something else, leaves them where they are.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.item_models.lines import LineEntry, TimelineModel
from ui.theme import Theme
from ui.widgets.rows_view import RowsView

_EDGE_PX = 36  # near the upper and lower edge the record scrolls below the mouse
_SCROLL_MS = 20
_STEP_PX = 10
_RING_PX = 8
_LINE_PX = 2
_MARGIN_PX = 18


class LineDrag(QObject):
    """Follows the mouse over the timeline; ``movable`` says which lines may be taken along."""

    dropped = Signal(object, int)  # ids of lines, their place counted without them

    def __init__(
        self,
        theme: Theme,
        view: RowsView,
        model: TimelineModel,
        movable: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._movable = view, model, movable
        self._mark = _DropMark(theme, view.viewport())
        self._pressed: QMouseEvent | None = None
        self._held_back = False  # whether the view does not know of the press yet
        self._at = QPoint()  # of the mouse, in the viewport
        self._ids: tuple[str, ...] = ()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def active(self) -> bool:
        """Whether lines are being dragged."""
        return bool(self._ids)

    @property
    def mark(self) -> QWidget:
        """What shows the gap that the lines would go to."""
        return self._mark

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take mouse and Escape as long as lines are dragged."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and self.active:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                self._end()
            return True
        if kind is QEvent.Type.FocusOut:
            self._end()
        elif isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._follow(kind, event)
        return False

    def _follow(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        match kind:
            case QEvent.Type.MouseButtonPress:
                return self._press(event)
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._go(event)
                return True
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                return self._release(event)
            case _:
                return False

    def _press(self, event: QMouseEvent) -> bool:
        """Be ready on a selected line. With several, the press would leave only one selected."""
        if event.button() is not Qt.MouseButton.LeftButton or self._held_back:
            return False
        index = self._view.indexAt(event.position().toPoint())
        selected = index.isValid() and self._view.selectionModel().isSelected(index)
        lines = self._movable() if selected and not event.modifiers() else ()
        if not lines:
            self._pressed = None
            return False
        self._pressed = event.clone()
        self._held_back = len(lines) > 1
        return self._held_back

    def _go(self, event: QMouseEvent) -> None:
        assert self._pressed is not None  # only then the mouse is followed
        self._at = event.position().toPoint()
        far = (event.position() - self._pressed.position()).manhattanLength()
        if not self.active and far >= QApplication.startDragDistance():
            self._ids = self._movable()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scrolling.start()
        self._look()

    def _release(self, event: QMouseEvent) -> bool:
        """Ask for the new order; after a mere click let the view have what was held back."""
        pressed, held_back, ids = self._pressed, self._held_back, self._ids
        gap = self._gap(event.position().toPoint())
        if not ids and held_back and pressed is not None:
            QApplication.sendEvent(self._view.viewport(), pressed)
        self._end()
        if not ids:
            return False
        self._drop(ids, gap)
        return True

    def _drop(self, ids: tuple[str, ...], gap: int) -> None:
        lines = [e.line.id for e in self._model.rows if isinstance(e, LineEntry) and not e.waiting]
        above = {e.line.id for e in self._model.rows[:gap] if isinstance(e, LineEntry)}
        others = [line for line in lines if line not in ids]
        to = sum(line in above for line in others)
        moving = [line for line in lines if line in ids]
        if moving and [*others[:to], *moving, *others[to:]] != lines:
            self.dropped.emit(tuple(moving), to)

    def _end(self) -> None:
        self._pressed, self._held_back, self._ids = None, False, ()
        self._scrolling.stop()
        self._mark.hide()
        self._view.viewport().unsetCursor()

    def _look(self) -> None:
        """Show the gap below the mouse."""
        if not self.active:
            return
        gap = self._gap(self._at)
        if gap < self._model.rowCount():
            y = self._view.rowViewportPosition(gap)
        else:
            y = self._view.rowViewportPosition(gap - 1) + self._view.rowHeight(gap - 1)
        self._mark.show_at(y)

    def _gap(self, at: QPoint) -> int:
        """Return the row before which the lines would go; never below lines not on disk yet."""
        place = self._view.rowAt(at.y())
        saved = sum(not (isinstance(e, LineEntry) and e.waiting) for e in self._model.rows)
        if place < 0:
            return 0 if at.y() < 0 else saved
        middle = self._view.rowViewportPosition(place) + self._view.rowHeight(place) / 2
        return min(place + (at.y() > middle), saved)

    def _scroll(self) -> None:
        y, bar = self._at.y(), self._view.verticalScrollBar()
        if y < _EDGE_PX:
            bar.setValue(bar.value() - _STEP_PX)
        elif y > self._view.viewport().height() - _EDGE_PX:
            bar.setValue(bar.value() + _STEP_PX)


class _DropMark(QWidget):
    """A line with a ring at its beginning."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = parent
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int) -> None:
        """Stand at that height of the viewport."""
        area, height = self._viewport.rect(), _RING_PX + _LINE_PX
        top = max(0, min(y - height // 2, area.height() - height))
        self.setGeometry(QRect(_MARGIN_PX, top, area.width() - 2 * _MARGIN_PX, height))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), _LINE_PX))
            y = self.height() / 2
            painter.drawLine(QPointF(_RING_PX, y), QPointF(self.width(), y))
            painter.setBrush(self._theme.colour("surface"))
            ring = (_RING_PX - _LINE_PX) / 2
            painter.drawEllipse(QPointF(_RING_PX / 2, y), ring, ring)
