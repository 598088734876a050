"""How the rows of the side panes look: meetings, the outline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from models.running import Stage
from models.snapshot import MeetingRow
from models.states import STATES
from ui.item_models.meetings import Heading, subtitle_of, title_of
from ui.item_models.outline import OutlineEntry
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate
from ui.words import PHASE_COLOURS, state_word

_STATE_SHARE = 0.45  # of the width of a meeting in the list
_STATUS_PITCH_PX = 18
_SIGN_PX = 13
_SIGNS = {
    Stage.NOW: ("play", "accent"),
    Stage.NEXT: ("chevron-right", "text3"),
    Stage.DONE: ("check", "ok"),
}
"""Icon and ink of where an item or a step stands."""


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
    """A point of the agenda, a step, a question or a paper, with its number and where it stands."""

    def height(self, row: object, width: int) -> int:
        """Make room for the whole text, where it stands, and what the chair says."""
        if not isinstance(row, OutlineEntry):
            return self.heading_height()
        height = self._words(row, width).height + self.theme.space_px(14)
        if row.state or row.minutes:
            height += self._status(row, width).height + self.theme.space_px(2)
        if row.prompt:
            height += self._prompt(row, width).height + self.theme.space_px(22)
        return int(height)

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        brush, rect, theme = Brush(painter, self.theme), cell.rect, self.theme
        if isinstance(row, Heading):
            self.draw_heading(brush, rect, row)
            return
        if not isinstance(row, OutlineEntry):
            return
        card = self.draw_ground(brush, cell)
        width, now = int(rect.width()), row.stage is Stage.NOW
        if now:
            edge = QRectF(card.x(), card.y() + 4, theme.space_px(3), card.height() - 8)
            brush.box(edge, edge.width() / 2, fill="accent")
        words = self._words(row, width)
        top = rect.y() + theme.space_px(7)
        self._draw_badge(brush, QPointF(rect.x() + self._margin, top), row)
        words.draw(painter, rect.x() + self._left(row), top, theme.colour("text"))
        small = theme.font(11.5)
        meta_width = QFontMetricsF(small).horizontalAdvance(row.meta)
        meta_at = QPointF(rect.right() - self._margin - meta_width, top + theme.text_px(2))
        brush.text(meta_at, row.meta, font=small, ink="text2" if now else "text3")
        top += words.height
        if row.state or row.minutes:
            top += theme.space_px(2)
            self._draw_status(brush, QRectF(rect.x(), top, width, 0), row)
            top += self._status(row, width).height
        if row.prompt:
            self._draw_prompt(brush, QRectF(rect.x(), top + theme.space_px(8), width, 0), row)

    @property
    def _margin(self) -> int:
        return self.theme.space_px(18)

    def _badge_width(self, row: OutlineEntry) -> float:
        """Return the width of the round number; a long one makes it longer."""
        number = QFontMetricsF(self.theme.font(11.5, bold=True)).horizontalAdvance(row.number)
        return max(self.theme.text_px(20), number + self.theme.space_px(9))

    def _left(self, row: OutlineEntry) -> int:
        return int(self._margin + self._badge_width(row) + self.theme.space_px(10))

    def _draw_badge(self, brush: Brush, at: QPointF, row: OutlineEntry) -> None:
        theme, side = self.theme, self.theme.text_px(20)
        badge = QRectF(at.x(), at.y(), self._badge_width(row), side)
        now = row.stage is Stage.NOW
        fill = "accent" if now else "accent_soft" if row.target else "grey_soft"
        ink = "on_accent" if now else "accent" if row.target else "text2"
        brush.box(badge, side / 2, fill=fill)
        font = theme.font(11.5, bold=True)
        metrics = QFontMetricsF(font)
        left = badge.center().x() - metrics.horizontalAdvance(row.number) / 2
        place = QPointF(left, at.y() + (side - metrics.height()) / 2)
        brush.text(place, row.number, font=font, ink=ink)

    def _draw_status(self, brush: Brush, rect: QRectF, row: OutlineEntry) -> None:
        """Paint the sign of where it stands, the minutes, and what exceeds the plan."""
        theme, left = self.theme, rect.x() + self._left(row)
        status = self._status(row, int(rect.width()))
        pitch = theme.text_px(_STATUS_PITCH_PX)
        sign = _SIGNS.get(row.stage)
        if sign is not None:
            icon, ink = sign
            side = theme.text_px(_SIGN_PX)
            badge = rect.x() + self._margin + self._badge_width(row) / 2
            at = QPointF(badge - side / 2, rect.y() + (pitch - side) / 2)
            brush.icon(at, icon, ink=ink, size=_SIGN_PX)
        token = "accent" if row.stage is Stage.NOW else "text2"
        status.draw(brush.painter, left, rect.y(), theme.colour(token))
        if row.over:
            pill, height = brush.pill_size(row.over, 11)
            at = QPointF(rect.right() - self._margin - pill, rect.y() + (pitch - height) / 2)
            brush.pill(at, row.over, ink="warn", ground="warn_soft", size=11)

    def _draw_prompt(self, brush: Brush, rect: QRectF, row: OutlineEntry) -> None:
        """Paint what the chair says, in a box of its own."""
        theme, words = self.theme, self._prompt(row, int(rect.width()))
        pad = theme.space_px(6)
        box = QRectF(
            rect.x() + self._margin - pad,
            rect.y(),
            rect.width() - 2 * (self._margin - pad),
            words.height + 2 * pad,
        )
        brush.box(box, theme.space_px(8), fill="banner")
        words.draw(brush.painter, box.x() + 2 * pad, box.y() + pad, theme.colour("banner_text"))

    def _words(self, row: OutlineEntry, width: int) -> Paragraph:
        theme = self.theme
        meta = theme.text_px(44) if row.meta else 0
        room = width - self._left(row) - theme.space_px(16) - meta
        font = theme.font(13, bold=row.stage is Stage.NOW)
        return paragraph(row.text, font, width=room, pitch=theme.text_px(20))

    def _status(self, row: OutlineEntry, width: int) -> Paragraph:
        """Return the state in words, where its sign does not have to do, and the minutes."""
        theme, font = self.theme, self.theme.font(11.5)
        word = row.state if row.stage in (Stage.NOW, Stage.NEXT) and not row.over else ""
        text = " · ".join(part for part in (word, row.minutes) if part)
        over = 0.0
        if row.over:
            over = QFontMetricsF(font).horizontalAdvance(row.over) + 3 * theme.space_px(8)
        room = width - self._left(row) - theme.space_px(16) - over
        return paragraph(text, font, width=room, pitch=theme.text_px(_STATUS_PITCH_PX))

    def _prompt(self, row: OutlineEntry, width: int) -> Paragraph:
        theme = self.theme
        room = width - 2 * self._margin - theme.space_px(12)
        return paragraph(row.prompt, theme.font(12), width=room, pitch=theme.text_px(19))
