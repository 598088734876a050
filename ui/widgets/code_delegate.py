"""How a short code looks in its list: the code in bold, and its words beside it."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ui.item_models.codes import CodeRow
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate

_MARGIN_PX = 14
_CODE_PX = 96  # the column of codes; a longer one is cut, and stands whole in the field below
_PITCH_PX = 20


class CodeDelegate(RowDelegate):
    """Words are shown whole, on as many lines as they need."""

    def estimate(self, row: object, width: int) -> int:  # noqa: ARG002  # as every delegate
        """Guess that the words have one line."""
        return self.theme.text_px(_PITCH_PX) + self._gap

    def height(self, row: object, width: int) -> int:
        """Make room for all words."""
        if not isinstance(row, CodeRow):
            return 0
        return int(self._words(row, width).height) + self._gap

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, CodeRow):
            return
        brush, theme = Brush(painter, self.theme), self.theme
        self.paint_ground(brush, cell.rect.adjusted(6, 2, -6, -2), cell)
        margin, column = theme.space_px(_MARGIN_PX), theme.text_px(_CODE_PX)
        left, top = cell.rect.x() + margin, cell.rect.y() + self._gap / 2
        ink = "accent" if cell.selected else "text"
        bold = theme.font(13, bold=True)
        brush.text(QPointF(left, top), row.code, font=bold, ink=ink, room=column - margin)
        words = self._words(row, int(cell.rect.width()))
        words.draw(painter, left + column, top, theme.colour("text2"))

    @property
    def _gap(self) -> int:
        return self.theme.space_px(14)

    def _words(self, row: CodeRow, width: int) -> Paragraph:
        theme = self.theme
        room = width - 2 * theme.space_px(_MARGIN_PX) - theme.text_px(_CODE_PX)
        return paragraph(row.words, theme.font(13), width=room, pitch=theme.text_px(_PITCH_PX))
