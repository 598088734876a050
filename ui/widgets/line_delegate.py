"""How a line of the record looks: time, initial, name, role, office, kind, words, what follows."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.item_models.lines import LineEntry, NoteEntry, StepEntry, Tone
from ui.item_models.people import office_of
from ui.painting import Brush, Paragraph, paragraph
from ui.widgets.rows_view import Cell, RowDelegate
from ui.words import role_word

_TONES = {Tone.OPINION: ("violet", "violet_soft"), Tone.CHAIR: ("teal", "teal_soft")}


@dataclass(frozen=True, slots=True)
class _Block:
    """A laid-out piece below the head of a line."""

    label: str
    words: Paragraph
    height: float


class LineDelegate(RowDelegate):
    """Paints lines and the separators of a hearing's steps.

    An opinion has a violet edge and the chair's words a teal one, by their kind; all opinions look
    alike whatever they say.
    """

    def estimate(self, row: object, width: int) -> int:
        """Guess the number of lines from the length of the text."""
        if not isinstance(row, LineEntry):  # few, and short
            return self.height(row, width)
        theme = self.theme
        per_line = max(self._text_width(row, width) / theme.text_px(14.5), 1)  # Chinese: 1 em each
        text = row.line.text or ""
        lines = max(1, -(-len(text) // int(per_line)))
        if row.moves:
            return int(lines * theme.text_px(22) + self._gap)
        return int(theme.text_px(32) + lines * theme.text_px(24) + self._box(row) * 2 + self._gap)

    def height(self, row: object, width: int) -> int:
        """Lay the text out; the paragraph is kept for painting."""
        if isinstance(row, NoteEntry):
            return int(self._note(row, width).height + self._note_head + self._gap)
        if not isinstance(row, LineEntry):
            return self.theme.text_px(46)
        if row.moves:
            return int(self._statement(row, width).height + self._gap)
        blocks = sum(block.height for block in self._blocks(row, width))
        return int(self.theme.text_px(32) + blocks + self._box(row) * 2 + self._gap)

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        brush, rect = Brush(painter, self.theme), cell.rect
        if isinstance(row, LineEntry):
            self._draw_ground(brush, cell, rect)
            self._draw_rail(brush, rect)
            if row.moves:
                self._draw_statement(brush, rect, row)
            else:
                self._draw_head(brush, rect, row)
                self._draw_words(brush, rect, row)
        elif isinstance(row, NoteEntry):
            self._draw_ground(brush, cell, rect)
            self._draw_rail(brush, rect)
            self._draw_note(brush, rect, row)
        elif isinstance(row, StepEntry):
            self._draw_rail(brush, rect)
            self._draw_step(brush, rect, row)

    @property
    def _gap(self) -> int:
        return self.theme.space_px(16)

    @property
    def _rail(self) -> int:
        return self.theme.text_px(58) + self.theme.space_px(22)

    @property
    def _left(self) -> int:
        return self._rail + self.theme.text_px(15) + self.theme.space_px(15)

    @property
    def _margin(self) -> int:
        return self.theme.space_px(22)

    def _box(self, row: LineEntry) -> int:
        """Return the padding of the coloured box above and below; 0 for a plain line."""
        return self.theme.space_px(8) if row.tone in _TONES else 0

    def _text_width(self, row: LineEntry, width: int) -> int:
        inner = width - self._left - self._margin
        return inner - 2 * self.theme.space_px(14) if row.tone in _TONES else inner

    def _blocks(self, row: LineEntry, width: int) -> list[_Block]:
        theme, room = self.theme, self._text_width(row, width)
        words = paragraph(
            row.line.text or "", theme.font(14.5), width=room, pitch=theme.text_px(24)
        )
        blocks = [_Block("", words, words.height)]
        inset = theme.space_px(12)
        for extra in row.extras:
            text = paragraph(
                extra.text, theme.font(13), width=room - inset, pitch=theme.text_px(21)
            )
            head = theme.text_px(18) + theme.space_px(8)
            blocks.append(_Block(extra.label, text, text.height + head))
        return blocks

    def _draw_ground(self, brush: Brush, cell: Cell, rect: QRectF) -> None:
        card = rect.adjusted(self.theme.space_px(8), 0, -self.theme.space_px(8), -4)
        self.paint_ground(brush, card, cell)

    def _draw_rail(self, brush: Brush, rect: QRectF) -> None:
        x = rect.x() + self._rail
        brush.rule(QPointF(x, rect.y()), QPointF(x, rect.bottom() + 1), ink="hairline", width=2)

    def _draw_step(self, brush: Brush, rect: QRectF, row: StepEntry) -> None:
        theme, x = self.theme, rect.x() + self._rail
        bold, top = theme.font(12.5, bold=True), rect.y() + theme.text_px(14)
        radius = theme.text_px(5)
        middle = top + QFontMetricsF(bold).height() / 2
        brush.box(
            QRectF(x - radius, middle - radius, 2 * radius, 2 * radius), radius, fill="accent"
        )
        left = rect.x() + self._left
        left += brush.text(QPointF(left, top), row.number, font=bold, ink="accent")
        left += theme.space_px(10)
        room = rect.right() - self._margin - left
        left += brush.text(QPointF(left, top), row.text, font=bold, ink="text2", room=room)
        left += theme.space_px(14)
        end = rect.right() - self._margin
        if left < end:
            brush.rule(QPointF(left, middle), QPointF(end, middle), ink="border")

    @property
    def _note_head(self) -> int:
        """The height of what stands in the box of a note besides its words."""
        return self.theme.text_px(20) + 2 * self.theme.space_px(8)

    def _note(self, row: NoteEntry, width: int) -> Paragraph:
        theme = self.theme
        room = width - self._left - self._margin - 2 * theme.space_px(14)
        return paragraph(row.note.text, theme.font(13), width=room, pitch=theme.text_px(22))

    def _draw_note(self, brush: Brush, rect: QRectF, row: NoteEntry) -> None:
        """Paint an internal note in a box of its own colour, with what it is in words."""
        theme, words = self.theme, self._note(row, int(rect.width()))
        left, top = rect.x() + self._left, rect.y() + self._gap / 2
        box = QRectF(left, top, rect.right() - self._margin - left, words.height + self._note_head)
        brush.box(box, 8, fill="warn_soft", edge="warn")
        x, y, small = (
            left + theme.space_px(14),
            top + theme.space_px(8),
            theme.font(11.5, bold=True),
        )
        head = " · ".join(part for part in (row.label, row.note.at) if part)
        brush.text(QPointF(x, y), head, font=small, ink="warn")
        words.draw(brush.painter, x, y + theme.text_px(20), theme.colour("text"))

    def _statement(self, row: LineEntry, width: int) -> Paragraph:
        """Return the words of a line in which somebody comes or goes, laid out."""
        theme = self.theme
        word = QFontMetricsF(theme.font(11.5)).horizontalAdvance(f"{row.mark}  {row.label}")
        taken = word + theme.space_px(30) + (theme.text_px(20) if row.mark else 0)
        taken += theme.text_px(36) if row.attached else 0
        room = width - self._left - self._margin - taken
        return paragraph(row.line.text or "", theme.font(13), width=room, pitch=theme.text_px(22))

    def _draw_statement(self, brush: Brush, rect: QRectF, row: LineEntry) -> None:
        """Paint that somebody comes or goes: a dot, the time and the words, no speaker."""
        theme, middle = self.theme, rect.y() + self._gap / 2 + self.theme.text_px(11)
        self._draw_time(brush, rect, row, middle)
        radius, x = theme.text_px(3.5), rect.x() + self._rail
        dot = QRectF(x - radius, middle - radius, 2 * radius, 2 * radius)
        brush.box(dot, radius, fill="surface", edge="text3")
        self._draw_kind(brush, rect, row, middle)
        words = self._statement(row, int(rect.width()))
        ink = theme.colour("text3" if row.waiting else "text2")
        words.draw(brush.painter, rect.x() + self._left, rect.y() + self._gap / 2, ink)

    def _draw_time(self, brush: Brush, rect: QRectF, row: LineEntry, middle: float) -> None:
        theme, small = self.theme, self.theme.font(12)
        at = (row.line.at or "").rpartition("T")[2]
        time_right = rect.x() + self._rail - theme.text_px(15) - theme.space_px(8)
        metrics = QFontMetricsF(small)
        time_left = time_right - metrics.horizontalAdvance(at)
        brush.text(QPointF(time_left, middle - metrics.height() / 2), at, font=small, ink="text3")

    def _draw_head(self, brush: Brush, rect: QRectF, row: LineEntry) -> None:
        theme = self.theme
        small, bold = theme.font(12), theme.font(13.5, bold=True)
        radius, middle = theme.text_px(15), rect.y() + theme.text_px(17)
        self._draw_time(brush, rect, row, middle)
        metrics = QFontMetricsF(small)
        x = rect.x() + self._rail
        name = row.speaker_name if row.speaker else None
        brush.initial(QRectF(x - radius, middle - radius, 2 * radius, 2 * radius), name, row.number)
        end = self._draw_kind(brush, rect, row, middle)
        left, gap = rect.x() + self._left, theme.space_px(8)
        top = middle - QFontMetricsF(bold).height() / 2
        ink = "text" if row.speaker else "warn"
        name_at, room = QPointF(left, top), end - left
        left += brush.text(name_at, row.speaker_name, font=bold, ink=ink, room=room) + gap
        office = office_of(row.speaker)
        office_top = middle - metrics.height() / 2
        if office and row.shares_name:  # the office is what tells the two apart: it comes first
            at_office = QPointF(left, office_top)
            room = end - left
            left += brush.text(at_office, office, font=small, ink="text", room=room) + gap
        role = role_word(row.speaker.role) if row.speaker else ""
        width, height = brush.pill_size(role, 11)
        if role and left + width < end:
            place = QPointF(left, middle - height / 2)
            left += brush.pill(place, role, ink="text2", ground="grey_soft", size=11) + gap
        if office and not row.shares_name:
            room = end - left
            brush.text(QPointF(left, office_top), office, font=small, ink="text3", room=room)

    def _draw_kind(self, brush: Brush, rect: QRectF, row: LineEntry, middle: float) -> float:
        """Paint the kind at the right end and a flag before it; return where they begin."""
        marked = row.tone in _TONES
        font = self.theme.font(11.5, bold=marked)
        metrics = QFontMetricsF(font)
        word = row.label
        left = rect.right() - self._margin - metrics.horizontalAdvance(word)
        ink = _TONES[row.tone][0] if marked else "text3"
        brush.text(QPointF(left, middle - metrics.height() / 2), word, font=font, ink=ink)
        left = self._draw_mark(brush, left, row, middle)
        return self._draw_clip(brush, left, row, middle) - self.theme.space_px(10)

    def _draw_mark(self, brush: Brush, end: float, row: LineEntry, middle: float) -> float:
        """Paint a flag and a word on a line that is to be checked; return where they begin."""
        if not row.mark:
            return end
        theme, font = self.theme, self.theme.font(11.5)
        metrics = QFontMetricsF(font)
        left = end - theme.space_px(10) - metrics.horizontalAdvance(row.mark)
        brush.text(QPointF(left, middle - metrics.height() / 2), row.mark, font=font, ink="warn")
        left -= theme.text_px(14) + theme.space_px(4)
        brush.icon(QPointF(left, middle - theme.text_px(14) / 2), "flag", ink="warn", size=14)
        return left

    def _draw_clip(self, brush: Brush, end: float, row: LineEntry, middle: float) -> float:
        """Paint a paper clip and a number on a line with attachments; return where they begin."""
        if not row.attached:
            return end
        theme, font, count = self.theme, self.theme.font(11.5), str(row.attached)
        metrics = QFontMetricsF(font)
        left = end - theme.space_px(10) - metrics.horizontalAdvance(count)
        brush.text(QPointF(left, middle - metrics.height() / 2), count, font=font, ink="text2")
        left -= theme.text_px(14) + theme.space_px(3)
        brush.icon(QPointF(left, middle - theme.text_px(14) / 2), "paperclip", ink="text2", size=14)
        return left

    def _draw_words(self, brush: Brush, rect: QRectF, row: LineEntry) -> None:
        theme = self.theme
        blocks = self._blocks(row, int(rect.width()))
        left, top = rect.x() + self._left, rect.y() + theme.text_px(33)
        if row.tone in _TONES:
            ink, ground = _TONES[row.tone]
            height = sum(block.height for block in blocks) + 2 * self._box(row)
            box = QRectF(left, top, rect.right() - self._margin - left, height)
            brush.box(box, 8, fill=ground)
            brush.box(QRectF(left, top + 8, 3, height - 16), 1.5, fill=ink)
            left, top = left + theme.space_px(14), top + self._box(row)
        ink = "text3" if row.waiting else "text"
        for block in blocks:
            self._draw_block(brush, QPointF(left, top), block, ink)
            top += block.height

    def _draw_block(self, brush: Brush, at: QPointF, block: _Block, ink: str) -> None:
        theme = self.theme
        if not block.label:
            block.words.draw(brush.painter, at.x(), at.y(), theme.colour(ink))
            return
        top, inset = at.y() + theme.space_px(8), theme.space_px(12)
        bar = QRectF(at.x(), top + 2, 2, block.height - theme.space_px(8) - 4)
        brush.box(bar, 1, fill="border")
        label = QPointF(at.x() + inset, top)
        brush.text(label, block.label, font=theme.font(11.5, bold=True), ink="text2")
        words_top = top + theme.text_px(18)
        block.words.draw(brush.painter, at.x() + inset, words_top, theme.colour("text2"))
