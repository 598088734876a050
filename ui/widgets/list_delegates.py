"""How the rows of the side panes look: meetings, the outline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from models.snapshot import MeetingRow
from models.states import STATES
from ui.item_models.meetings import Heading, subtitle_of, title_of
from ui.item_models.outline import OutlineEntry
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate
from ui.words import PHASE_COLOURS, state_word

_STATE_SHARE = 0.45  # of the width of a meeting in the list


class _GroupedDelegate(RowDelegate):
    """Rows under headings; a selected row and one under the mouse have a ground."""

    def heading_height(self) -> int:
        """Return how high a heading is."""
        return self.theme.text_px(20) + self.theme.space_px(14)

    def draw_heading(self, brush: Brush, rect: QRectF, heading: Heading) -> None:
        """Paint a heading above its group."""
        left = rect.x() + self.theme.space_px(20)
        top = rect.y() + self.theme.space_px(12)
        room = rect.right() - left
        font = self.theme.font(11.5, bold=True)
        brush.text(QPointF(left, top), heading.text, font=font, ink="text3", room=room)

    def draw_ground(self, brush: Brush, cell: Cell) -> QRectF:
        """Paint the ground of a row; return the box inside which the row is painted."""
        card = cell.rect.adjusted(8, 2, -8, -2)
        self.paint_ground(brush, card, cell)
        return card


class MeetingDelegate(_GroupedDelegate):
    """A meeting: its title in full, kind, day and place, and where it stands."""

    def estimate(self, row: object, width: int) -> int:
        """Guess the number of lines from the length of the title."""
        if not isinstance(row, MeetingRow):
            return self.heading_height()
        theme = self.theme
        per_line = max(int(self._title_room(width) / theme.text_px(13.5)), 1)  # Chinese: 1 em each
        lines = max(1, -(-len(title_of(row)) // per_line))
        return int(lines * theme.text_px(21) + theme.text_px(20) + theme.space_px(32))

    def height(self, row: object, width: int) -> int:
        """Make room for the whole title: its end is what tells two sessions apart."""
        if not isinstance(row, MeetingRow):
            return self.heading_height()
        title = self._title(row, width)
        return int(title.height + self.theme.text_px(20) + self.theme.space_px(32))

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        brush, rect, theme = Brush(painter, self.theme), cell.rect, self.theme
        if isinstance(row, Heading):
            self.draw_heading(brush, rect, row)
            return
        if not isinstance(row, MeetingRow):
            return
        card = self.draw_ground(brush, cell)
        selected = cell.selected
        left, top = card.x() + theme.space_px(12), card.y() + theme.space_px(10)
        title = self._title(row, int(rect.width()))
        title.draw(painter, left, top, theme.colour("accent" if selected else "text"))
        top += title.height + theme.space_px(6)
        word = self._state(row, int(rect.width()))
        width, height = brush.pill_size(word)
        pill_left = card.right() - theme.space_px(12) - width
        ink, ground = PHASE_COLOURS[STATES[row.state].phase]
        place = QPointF(pill_left, top)
        brush.pill(place, word, ink=ink, ground="surface" if selected else ground)
        small = theme.font(12)
        room = pill_left - theme.space_px(8) - left
        baseline = top + (height - QFontMetricsF(small).height()) / 2
        meta = QPointF(left, baseline)
        brush.text(meta, subtitle_of(row), font=small, ink="text2", room=room)

    def _title(self, row: MeetingRow, width: int) -> Paragraph:
        theme = self.theme
        font = theme.font(13.5, bold=True)
        room = self._title_room(width)
        return paragraph(title_of(row), font, width=room, pitch=theme.text_px(21))

    def _state(self, row: MeetingRow, width: int) -> str:
        """Return where the meeting stands, cut where it would leave no room for the day."""
        metrics = QFontMetricsF(self.theme.font(11.5))
        room = self._title_room(width) * _STATE_SHARE
        return metrics.elidedText(state_word(row.state), Qt.TextElideMode.ElideRight, room)

    def _title_room(self, width: int) -> int:
        return width - 16 - 2 * self.theme.space_px(12)


class OutlineDelegate(_GroupedDelegate):
    """A point of the agenda, a step, a question or a paper, with its number."""

    def height(self, row: object, width: int) -> int:
        """Make room for the whole text."""
        if not isinstance(row, OutlineEntry):
            return self.heading_height()
        return int(self._words(row, width).height + self.theme.space_px(14))

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        brush, rect, theme = Brush(painter, self.theme), cell.rect, self.theme
        if isinstance(row, Heading):
            self.draw_heading(brush, rect, row)
            return
        if not isinstance(row, OutlineEntry):
            return
        self.draw_ground(brush, cell)
        words = self._words(row, int(rect.width()))
        top = rect.y() + theme.space_px(7)
        side = theme.text_px(20)
        badge = QRectF(rect.x() + theme.space_px(18), top, side, side)
        brush.box(badge, side / 2, fill="accent_soft" if row.target else "grey_soft")
        number = theme.font(11.5, bold=True)
        width = QFontMetricsF(number).horizontalAdvance(row.number)
        drop = (side - QFontMetricsF(number).height()) / 2
        at = QPointF(badge.center().x() - width / 2, top + drop)
        brush.text(at, row.number, font=number, ink="accent" if row.target else "text2")
        words.draw(painter, rect.x() + self._left, top, theme.colour("text"))
        small = theme.font(11.5)
        meta_width = QFontMetricsF(small).horizontalAdvance(row.meta)
        meta_at = QPointF(rect.right() - theme.space_px(18) - meta_width, top + theme.text_px(2))
        brush.text(meta_at, row.meta, font=small, ink="text3")

    @property
    def _left(self) -> int:
        return self.theme.space_px(28) + self.theme.text_px(20)

    def _words(self, row: OutlineEntry, width: int) -> Paragraph:
        theme = self.theme
        meta = theme.text_px(44) if row.meta else 0
        room = width - self._left - theme.space_px(16) - meta
        return paragraph(row.text, theme.font(13), width=room, pitch=theme.text_px(20))
