"""How a tile beside the record looks: number, name, role, where somebody is, what is awaited."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from models.vocabulary import Presence
from ui.item_models.people import PersonEntry, name_of
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate
from ui.words import mode_word

_NAME_PX, _ROLE_PX = 18, 16
_LEAST_PX = 39  # twelve of them beside the queue in a window 768 high


class PersonTileDelegate(RowDelegate):
    """A quiet tick for having come; only what differs has a word, and never a colour alone."""

    def height(self, row: object, width: int) -> int:
        """Make room for the whole name, role and office."""
        if not isinstance(row, PersonEntry):
            return 0
        words = self._name(row, width).height + self._second(row, width).height
        return int(max(self.theme.text_px(_LEAST_PX), words + self.theme.space_px(5)))

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one tile."""
        if not isinstance(row, PersonEntry):
            return
        brush, theme, rect = Brush(painter, self.theme), self.theme, cell.rect
        self.paint_ground(brush, rect.adjusted(6, 1, -6, -1), cell)
        width = int(rect.width())
        name, second = self._name(row, width), self._second(row, width)
        self._draw_number(brush, rect, row)
        left = rect.x() + self._left
        top = rect.y() + (rect.height() - name.height - second.height) / 2
        there = row.where.is_there
        name.draw(painter, left, top, theme.colour("text" if there else "text2"))
        second.draw(painter, left, top + name.height, theme.colour("text2"))
        right = rect.right() - self._margin
        self._draw_whereabouts(brush, QPointF(right, top), row)
        self._draw_marks(brush, QPointF(right, top + name.height), row)

    @property
    def _left(self) -> int:
        return self.theme.space_px(14) + self.theme.text_px(38)

    @property
    def _margin(self) -> int:
        return self.theme.space_px(16)

    def _name(self, row: PersonEntry, width: int) -> Paragraph:
        theme = self.theme
        room = width - self._left - self._margin - self._whereabouts_width(row)
        font = theme.font(13.5, bold=True)
        return paragraph(name_of(row.person), font, width=room, pitch=theme.text_px(_NAME_PX))

    def _second(self, row: PersonEntry, width: int) -> Paragraph:
        """Return role and office; the room of the marks is kept free though they come and go."""
        theme = self.theme
        marks = self._width(f"{row.mark}  {row.turn}") if row.mark or row.turn else 0
        room = width - self._left - self._margin - theme.text_px(4) - marks
        words = row.second_line or " "
        return paragraph(words, theme.font(11.5), width=room, pitch=theme.text_px(_ROLE_PX))

    def _draw_number(self, brush: Brush, rect: QRectF, row: PersonEntry) -> None:
        """Paint the number large; of who is talking on blue, of who is not there in outline."""
        theme = self.theme
        high, wide = theme.text_px(26), theme.text_px(32)
        box = QRectF(rect.x() + theme.space_px(14), rect.center().y() - high / 2, wide, high)
        talking, there = row.talking is not None, row.where.is_there
        fill = "accent" if talking else "grey_soft" if there else ""
        edge = "" if talking or there else "border"
        brush.box(box, theme.space_px(6), fill=fill, edge=edge)
        brush.painter.setFont(theme.font(16 if len(row.number) < 3 else 12, bold=True))  # digits
        ink = "on_accent" if talking else "text" if there else "text3"
        brush.painter.setPen(theme.colour(ink))
        brush.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.number or "–")

    def _word(self, row: PersonEntry) -> tuple[str, str, str]:
        """Return sign, word and ink of where somebody is; no word for who came into the room."""
        if row.where.is_there:
            video = row.where is Presence.BY_VIDEO
            word = mode_word(row.person.mode) if video else "" if row.noted else row.whereabouts
            return ("check" if row.noted else "", word, "accent" if video else "text3")
        if not row.noted and row.person.attendance is None and row.where is Presence.AWAY:
            return "", row.whereabouts, "text3"
        return "minus", row.whereabouts, "warn"

    def _whereabouts_width(self, row: PersonEntry) -> float:
        _, word, _ = self._word(row)
        gap = self.theme.space_px(4) + self.theme.text_px(6)
        return self.theme.text_px(14) + self._width(word) + gap

    def _draw_whereabouts(self, brush: Brush, end: QPointF, row: PersonEntry) -> None:
        theme = self.theme
        sign, word, ink = self._word(row)
        size = theme.text_px(14)
        at = QPointF(end.x() - size, end.y() + (theme.text_px(_NAME_PX) - size) / 2)
        if sign:
            brush.icon(at, sign, ink="ok" if sign == "check" else ink, size=14)
        else:
            brush.ring(at, ink="control", size=14)
        self._draw_word(brush, QPointF(at.x() - theme.space_px(4), end.y()), word, ink, _NAME_PX)

    def _draw_marks(self, brush: Brush, end: QPointF, row: PersonEntry) -> None:
        """Paint the place in the queue at the right, and what is going on or awaited before it."""
        left = end.x()
        if row.turn:
            left -= self._draw_word(brush, end, row.turn, "text2", _ROLE_PX) + self._width("  ")
        ink = "text3" if row.talking is None or row.paused else "accent"
        self._draw_word(brush, QPointF(left, end.y()), row.mark, ink, _ROLE_PX)

    def _draw_word(self, brush: Brush, end: QPointF, word: str, ink: str, pitch: int) -> float:
        """Paint a word that ends there, in the middle of a line; return its width."""
        font, width = self.theme.font(11.5), self._width(word)
        drop = (self.theme.text_px(pitch) - QFontMetricsF(font).height()) / 2
        brush.text(QPointF(end.x() - width, end.y() + drop), word, font=font, ink=ink)
        return width

    def _width(self, word: str) -> float:
        return QFontMetricsF(self.theme.font(11.5)).horizontalAdvance(word)
