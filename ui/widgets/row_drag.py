"""Rows on their way to another place by mouse: where they would land, and how that is shown.

The gap under the mouse is where they go. How deep they go there follows from how far the mouse was
moved sideways since it was pressed, in whole steps: a few pixels never change a level. Only places
that make sense are offered.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from models.agenda_plan import levels_at, levels_of, with_below
from ui.item_models.agenda import ListedRow
from ui.painting import Brush
from ui.theme import Theme

_LINE_PX = 2
_DOT_PX = 8


@dataclass(frozen=True, slots=True)
class Target:
    """A gap between rows, 0 before the first, and the level that the first of the rows gets."""

    gap: int
    level: int


class RowDrag:
    """The rows that are being dragged, from the place where the mouse was pressed."""

    def __init__(self, ids: tuple[str, ...], start: QPointF) -> None:
        self.ids = ids
        self.start = start
        self.at = start
        self.target: Target | None = None

    def go(
        self, at: QPointF, gap: int, *, rows: tuple[ListedRow, ...], step: int, levelled: bool
    ) -> None:
        """Follow the mouse; ``step`` is how far sideways a level lies."""
        self.at = at
        moving = with_below(rows, self.ids)
        allowed = levels_at(rows, self.ids, gap) if levelled else range(1)
        if not moving or not allowed:
            self.target = None
            return
        wanted = levels_of(rows)[moving[0]] + int((at.x() - self.start.x()) / step)
        self.target = Target(gap, max(allowed[0], min(wanted, allowed[-1])))

    def draw_veil(self, painter: QPainter, theme: Theme, row: QRect) -> None:
        """Paint that a row is about to leave its place."""
        veil = QColor(theme.colour("surface"))
        veil.setAlphaF(0.6)
        painter.fillRect(row, veil)

    def draw_line(self, painter: QPainter, theme: Theme, line: QRectF) -> None:
        """Paint where the rows would land: a line with a dot where the text would begin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = line.center().y()
        painter.setPen(QPen(theme.colour("accent"), _LINE_PX))
        painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))
        dot = QRectF(line.left() - _DOT_PX / 2, y - _DOT_PX / 2, _DOT_PX, _DOT_PX)
        painter.setPen(QPen(theme.colour("accent"), _LINE_PX))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(dot)

    def draw_words(self, painter: QPainter, theme: Theme, words: str, area: QRectF) -> None:
        """Paint what is being dragged beside the mouse."""
        brush, font = Brush(painter, theme), theme.font(12)
        metrics = QFontMetricsF(font)
        pad = theme.space_px(10)
        width = min(metrics.horizontalAdvance(words), theme.text_px(260)) + 2 * pad
        height = theme.text_px(26)
        left = min(self.at.x() + theme.space_px(14), area.right() - width - 2)
        top = min(self.at.y() + theme.space_px(10), area.bottom() - height - 2)
        box = QRectF(max(left, area.left()), max(top, area.top()), width, height)
        brush.box(box, theme.space_px(8), fill="accent" if self.target else "grey_soft")
        ink = "on_accent" if self.target else "text2"
        at = QPointF(box.left() + pad, box.center().y() - metrics.height() / 2)
        brush.text(at, words, font=font, ink=ink, room=width - 2 * pad)
