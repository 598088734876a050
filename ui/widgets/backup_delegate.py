"""How a backup looks in its list: when it was made, what it holds, and whether it is sound."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ui.item_models.backups import BackupEntry, unsound_text
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate

_MARGIN_PX = 14


class BackupDelegate(RowDelegate):
    """Two lines; one that cannot be restored is paler and says why."""

    def height(self, row: object, width: int) -> int:
        """Make room for the whole text."""
        if not isinstance(row, BackupEntry):
            return 0
        text = sum(lines.height for lines in self._lines(row, width))
        return int(self.theme.text_px(22) + text + self._gap)

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, BackupEntry):
            return
        brush, theme = Brush(painter, self.theme), self.theme
        self.paint_ground(brush, cell.rect.adjusted(6, 2, -6, -2), cell)
        left, top = cell.rect.x() + theme.space_px(_MARGIN_PX), cell.rect.y() + self._gap / 2
        ink = "text3" if row.fault else "accent" if cell.selected else "text"
        brush.text(QPointF(left, top), row.time, font=theme.font(13.5, bold=True), ink=ink)
        top += theme.text_px(22)
        for lines, ink in zip(
            self._lines(row, int(cell.rect.width())), ("text2", "warn"), strict=False
        ):
            lines.draw(painter, left, top, theme.colour(ink))
            top += lines.height

    @property
    def _gap(self) -> int:
        return self.theme.space_px(18)

    def _lines(self, row: BackupEntry, width: int) -> list[Paragraph]:
        """Return what it holds, and for an unsound one the reason."""
        theme = self.theme
        room = width - 2 * theme.space_px(_MARGIN_PX)
        texts = [row.about, unsound_text(row)] if row.fault else [row.about]
        return [
            paragraph(text, theme.font(12), width=room, pitch=theme.text_px(18)) for text in texts
        ]
