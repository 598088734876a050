"""How a short code looks in its list: the code in bold, and its words beside it."""

from PySide6.QtGui import QPainter

from ui.item_models.codes import CodeRow
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate

_MARGIN_PX = 14
_CODE_PX = 96  # the column of codes
_PITCH_PX = 20


class CodeDelegate(RowDelegate):
    """Both are shown whole, on as many lines as they need."""

    def estimate(self, row: object, width: int) -> int:  # noqa: ARG002  # as every delegate
        """Guess that the words have one line."""
        return self.theme.text_px(_PITCH_PX) + self._gap

    def height(self, row: object, width: int) -> int:
        """Make room for all words."""
        if not isinstance(row, CodeRow):
            return 0
        return int(max(one.height for one in self._paragraphs(row, width))) + self._gap

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, CodeRow):
            return
        theme = self.theme
        self.paint_ground(Brush(painter, theme), cell.rect.adjusted(6, 2, -6, -2), cell)
        margin, column = theme.space_px(_MARGIN_PX), theme.text_px(_CODE_PX)
        left, top = cell.rect.x() + margin, cell.rect.y() + self._gap / 2
        ink = "accent" if cell.selected else "text"
        code, words = self._paragraphs(row, int(cell.rect.width()))
        code.draw(painter, left, top, theme.colour(ink))
        words.draw(painter, left + column, top, theme.colour("text2"))

    @property
    def _gap(self) -> int:
        return self.theme.space_px(14)

    def _paragraphs(self, row: CodeRow, width: int) -> tuple[Paragraph, Paragraph]:
        """Return code and words as they are laid out in a row of that width."""
        theme = self.theme
        margin, column = theme.space_px(_MARGIN_PX), theme.text_px(_CODE_PX)
        room, pitch = width - 2 * margin - column, theme.text_px(_PITCH_PX)
        bold = theme.font(13, bold=True)
        return (
            paragraph(row.code, bold, width=column - margin, pitch=pitch),
            paragraph(row.words, theme.font(13), width=room, pitch=pitch),
        )
