"""Rows on their way to another place by mouse: where they would land, and how that is shown.

The gap under the mouse is where they go. How deep they go there follows from how far the mouse was
moved sideways since it was pressed, in whole steps: a few pixels never change a level. Only places
that make sense are offered.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from models.agenda_plan import levels_at, levels_of, with_below
from ui.painting import Brush
from ui.theme import Theme
from ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from ui.widgets.ordered_list import OrderedList

_LINE_PX = 2
_DOT_PX = 8
_MOST_WORDS_PX = 260
_VEIL = 0.6


@dataclass(frozen=True, slots=True)
class Target:
    """A gap between rows, 0 before the first, and the level that the first of the rows gets."""

    gap: int
    level: int


class RowDragger(QObject):
    """Follows the mouse with the rows that are dragged."""

    def __init__(self, theme: Theme, view: "OrderedList", page: PageScroll) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._page = page
        page.scrolled.connect(self._look_again)
        self._start = QPointF()
        self._at = QPointF()
        self.ids: tuple[str, ...] = ()
        self.target: Target | None = None

    @property
    def active(self) -> bool:
        """Whether rows are being dragged."""
        return bool(self.ids)

    def begin(self, ids: tuple[str, ...], start: QPointF) -> None:
        """Take rows up where the mouse was pressed."""
        self.ids, self._start = ids, start
        self._view.setCursor(Qt.CursorShape.ClosedHandCursor)

    def go(self, at: QPointF) -> None:
        """Follow the mouse."""
        self._at = at
        self.look()
        self._page.follow(self._view.viewport().mapToGlobal(at.toPoint()))

    def look(self) -> None:
        """Find out where the rows would land, among the rows as they are now."""
        rows, gap = self._view.list_model.rows, self._gap()
        moving = with_below(rows, self.ids)
        allowed = levels_at(rows, self.ids, gap) if self._view.levelled else range(1)
        self.target = None
        if moving and allowed:
            steps = int((self._at.x() - self._start.x()) / self._view.delegate.step)
            wanted = levels_of(rows)[moving[0]] + steps
            self.target = Target(gap, max(allowed[0], min(wanted, allowed[-1])))
        self._view.viewport().update()

    def end(self) -> None:
        """Let the rows go."""
        self.ids, self.target = (), None
        self._page.stop()
        self._view.unsetCursor()
        self._view.viewport().update()

    def paint(self) -> None:
        """Paint over the rows which of them are dragged, and where they would land."""
        rows = self._view.list_model.rows
        with QPainter(self._view.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            moving = with_below(rows, self.ids)
            veil = QColor(self._theme.colour("surface"))
            veil.setAlphaF(_VEIL)
            for place in moving:
                index = self._view.list_model.index(place, 0)
                painter.fillRect(self._view.visualRect(index), veil)
            if self.target is not None:
                self._paint_line(painter, self.line_of(self.target))
            if moving:
                one = self.tr("{count}项：{text}") if len(moving) > 1 else "{text}"
                words = one.format(count=len(moving), text=rows[moving[0]].text)
                self._paint_words(painter, words)

    def line_of(self, target: Target) -> QRectF:
        """Return the line at a gap, beginning where the number of that level would stand."""
        view, rows = self._view, self._view.list_model.rowCount()
        last = target.gap >= rows
        y = view.verticalHeader().length() if last else view.rowViewportPosition(target.gap)
        y = max(_DOT_PX // 2 + 1, min(y, view.viewport().height() - _DOT_PX // 2 - 1))
        left = view.delegate.margin + target.level * view.delegate.step
        right = view.viewport().width() - self._theme.space_px(14)
        return QRectF(left, y - _LINE_PX / 2, right - left, _LINE_PX)

    def _look_again(self, mouse: QPoint) -> None:
        """Look after the page was scrolled below the mouse."""
        if self.active:
            self.go(QPointF(self._view.viewport().mapFromGlobal(mouse)))

    def _gap(self) -> int:
        y = self._at.y()
        place = self._view.rowAt(int(y))
        if place < 0:
            return 0 if y < 0 else self._view.list_model.rowCount()
        middle = self._view.rowViewportPosition(place) + self._view.rowHeight(place) / 2
        return place + (y > middle)

    def _paint_line(self, painter: QPainter, line: QRectF) -> None:
        """Paint a line with a ring at its beginning."""
        painter.setPen(QPen(self._theme.colour("accent"), _LINE_PX))
        y = line.center().y()
        painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(QPointF(line.left(), y), _DOT_PX / 2, _DOT_PX / 2)

    def _paint_words(self, painter: QPainter, words: str) -> None:
        """Paint beside the mouse what is being dragged."""
        brush, theme, font = Brush(painter, self._theme), self._theme, self._theme.font(12)
        metrics, area = QFontMetricsF(font), self._view.viewport().rect()
        pad, height = theme.space_px(10), theme.text_px(26)
        text = min(metrics.horizontalAdvance(words), theme.text_px(_MOST_WORDS_PX))
        width = text + 2 * pad
        left = min(self._at.x() + theme.space_px(14), area.right() - width)
        top = min(self._at.y() + theme.space_px(10), area.bottom() - height)
        box = QRectF(max(left, area.left()), max(top, area.top()), width, height)
        brush.box(box, theme.space_px(8), fill="accent" if self.target else "grey_soft")
        ink = "on_accent" if self.target else "text2"
        at = QPointF(box.left() + pad, box.center().y() - metrics.height() / 2)
        brush.text(at, words, font=font, ink=ink, room=text + 1)
