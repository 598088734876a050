"""How an entry of the audit trail looks in its list: what was done and when, and about what."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.painting import Brush, Paragraph, paragraph
from ui.trail_words import TrailRow
from ui.widgets.rows_view import Cell, RowDelegate

_MARGIN_PX = 14


class TrailDelegate(RowDelegate):
    """What was done in bold with the time at the right, and below what it was about."""

    def estimate(self, row: object, width: int) -> int:  # noqa: ARG002  # as every delegate
        """Guess that what it is about has one line."""
        return int(self.theme.text_px(22 + 18) + self._gap)

    def height(self, row: object, width: int) -> int:
        """Make room for the whole text."""
        if not isinstance(row, TrailRow):
            return 0
        about = self._about(row, width)
        return int(self.theme.text_px(22) + (about.height if row.about else 0) + self._gap)

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, TrailRow):
            return
        brush, theme = Brush(painter, self.theme), self.theme
        self.paint_ground(brush, cell.rect.adjusted(6, 2, -6, -2), cell)
        margin = theme.space_px(_MARGIN_PX)
        left, top = cell.rect.x() + margin, cell.rect.y() + self._gap / 2
        small, bold = theme.font(12), theme.font(13.5, bold=True)
        time_width = QFontMetricsF(small).horizontalAdvance(row.time)
        right = cell.rect.right() - margin - time_width
        brush.text(QPointF(right, top), row.time, font=small, ink="text3")
        room = right - left - margin
        ink = "accent" if cell.selected else "text"
        brush.text(QPointF(left, top), row.what, font=bold, ink=ink, room=room)
        if row.about:
            about = self._about(row, int(cell.rect.width()))
            about.draw(painter, left, top + theme.text_px(22), theme.colour("text2"))

    @property
    def _gap(self) -> int:
        return self.theme.space_px(16)

    def _about(self, row: TrailRow, width: int) -> Paragraph:
        theme = self.theme
        room = width - 2 * theme.space_px(_MARGIN_PX)
        return paragraph(row.about, theme.font(12), width=room, pitch=theme.text_px(18))
