"""How the rows of the side panes look: meetings, people, the outline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from models.snapshot import MeetingRow, ParticipantView
from models.states import STATES
from models.vocabulary import AWAY, Attendance, Mode, Role
from ui.item_models.meetings import Heading, subtitle_of, title_of
from ui.item_models.outline import OutlineEntry
from ui.item_models.people import PersonEntry, name_of, office_of
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate
from ui.words import PHASE_COLOURS, attendance_word, mode_word, role_word, state_word

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


class PersonDelegate(_GroupedDelegate):
    """A participant: initial, name, role, office, and whether they came."""

    def height(self, row: object, width: int) -> int:
        """Make room for the whole office."""
        if not isinstance(row, PersonEntry):
            return self.heading_height()
        office = self._office(row.person, width)
        least = self.theme.text_px(34) + self.theme.space_px(18)
        return int(max(least, self.theme.text_px(22) + office.height + self.theme.space_px(18)))

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        brush, rect, theme = Brush(painter, self.theme), cell.rect, self.theme
        if isinstance(row, Heading):
            self.draw_heading(brush, rect, row)
            return
        if not isinstance(row, PersonEntry):
            return
        self.draw_ground(brush, cell)
        person, side = row.person, theme.text_px(34)
        top = rect.y() + theme.space_px(9)
        initial = QRectF(rect.x() + theme.space_px(20), top, side, side)
        brush.initial(initial, name_of(person), row.number)
        end = self._draw_presence(brush, rect, person)
        left = self._left + rect.x()
        name_font, small = theme.font(13.5, bold=True), theme.font(12)
        at = QPointF(left, top)
        name_room = end - left
        name_width = brush.text(
            at, name_of(person), font=name_font, ink="text", room=name_room
        ) + theme.space_px(8)
        drop = QFontMetricsF(name_font).ascent() - QFontMetricsF(small).ascent()
        role_at = QPointF(left + name_width, top + drop)
        role_room = end - left - name_width
        brush.text(role_at, role_word(person.role), font=small, ink="text2", room=role_room)
        ink = "text" if row.shares_name else "text3"
        office = self._office(person, int(rect.width()))
        office.draw(painter, left, top + theme.text_px(20), theme.colour(ink))

    @property
    def _left(self) -> int:
        return self.theme.space_px(32) + self.theme.text_px(34)

    def _office(self, person: ParticipantView, width: int) -> Paragraph:
        theme = self.theme
        room = width - self._left - theme.space_px(16)
        return paragraph(office_of(person), theme.font(12), width=room, pitch=theme.text_px(17))

    def _draw_presence(self, brush: Brush, rect: QRectF, person: ParticipantView) -> float:
        """Paint who came with a quiet tick, and what differs in a pill; return where it begins."""
        right, top = rect.right() - self.theme.space_px(18), rect.y() + self.theme.space_px(9)
        if person.role == Role.RECUSED:
            return self._draw_pill(brush, QPointF(right, top), role_word(person.role), "warn")
        if person.attendance in AWAY:
            word = attendance_word(person.attendance)
            return self._draw_pill(brush, QPointF(right, top), word, "warn")
        left = self._draw_attendance(brush, QPointF(right, top), person.attendance)
        if person.mode == Mode.ON_SITE or not person.mode:
            return left
        return self._draw_pill(brush, QPointF(left, top), mode_word(person.mode), "accent")

    def _draw_attendance(self, brush: Brush, end: QPointF, attendance: str | None) -> float:
        """Paint a tick for somebody who came, else a ring and what is known; return its left."""
        theme = self.theme
        sign = QPointF(end.x() - theme.text_px(16), end.y())
        if attendance == Attendance.PRESENT:
            brush.icon(sign, "check", ink="ok")
            return sign.x() - theme.space_px(6)
        brush.ring(sign, ink="control")
        word, font = attendance_word(attendance), theme.font(11.5)
        metrics = QFontMetricsF(font)
        left = sign.x() - theme.space_px(4) - metrics.horizontalAdvance(word)
        at = QPointF(left, end.y() + (theme.text_px(16) - metrics.height()) / 2)
        brush.text(at, word, font=font, ink="text3")
        return left - theme.space_px(6)

    def _draw_pill(self, brush: Brush, end: QPointF, word: str, ink: str) -> float:
        """Paint a pill that ends there; return where what stands beside it has to end."""
        left = end.x() - brush.pill_size(word)[0]
        brush.pill(QPointF(left, end.y() - 1), word, ink=ink, ground=f"{ink}_soft")
        return left - self.theme.space_px(6)


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
