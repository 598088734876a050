"""How the rows of an ordered list look: grip, number, text, planned minutes, clock times."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from models.agenda_plan import DEEPEST
from ui.item_models.agenda import ListedRow, minutes_word, unsaved_word, whole_word
from ui.painting import Brush, Paragraph, paragraph
from ui.theme import Theme
from ui.widgets.rows_view import Cell, RowDelegate, RowsView

_LEAST_TEXT_PX = 190  # with less room beside the text, minutes and times stand below it
_PITCH_PX = 22


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row are. Those of an agenda are empty in another list."""

    number: QPointF
    text: QRectF
    whole: QRectF
    minutes: QRectF
    times: QRectF
    height: float


@dataclass(frozen=True, slots=True)
class _Measures:
    """What all rows have in common; measuring text takes long for what is asked so often."""

    text_scale: float
    heading: QFont
    plain: QFont
    small: QFont
    digit: float
    minutes: QSizeF
    times: QSizeF


class OrderedDelegate(RowDelegate):
    """Paints :class:`ListedRow`; in ``narrow`` lists with little room around it.

    ``timed`` lists have minutes and clock times.
    """

    def __init__(
        self, theme: Theme, parent: RowsView, *, timed: bool, narrow: bool = False
    ) -> None:
        super().__init__(theme, parent)
        self._timed = timed
        self._narrow = narrow
        self.open = True
        self.edited: tuple[str, int] = ("", 0)  # the row with a field in it, and its height
        self._measures: _Measures | None = None

    def forget(self) -> None:
        """Measure anew, in another language."""
        self._measures = None

    @property
    def step(self) -> int:
        """How far a level is set in."""
        return self.theme.space_px(26)

    @property
    def margin(self) -> int:
        """The room left of the number of an outermost row."""
        return self.theme.space_px(20 if self._narrow else 26)

    @property
    def number_width(self) -> int:
        """The room that a number has."""
        return self.theme.text_px(22 if self._narrow else 30)

    def text_left(self, level: int) -> int:
        """Return where the text of a row of that level begins."""
        return self.margin + level * self.step + self.number_width

    def estimate(self, row: object, width: int) -> int:
        """Return the height; a list that is as high as its rows needs to know all of them."""
        return self.height(row, width)

    def height(self, row: object, width: int) -> int:
        """Make room for the whole text, and for a field that is open in the row."""
        if not isinstance(row, ListedRow):
            return 0
        places = self.places(row, QRectF(0, 0, width, 0))
        if self.edited[0] == row.id:
            pad = 2 * self.theme.space_px(5)
            missing = self.edited[1] + pad - (places.text.height() + 2 * self._pad)
            return int(places.height + max(0, missing))
        return int(places.height)

    def places(self, row: ListedRow, rect: QRectF) -> Places:
        """Return where the parts of a row are in the rectangle of the row."""
        theme = self.theme
        gap, pad = theme.space_px(12), self._pad
        number = QPointF(rect.x() + self.margin + row.level * self.step, rect.y() + pad)
        wide = max(self.number_width, len(row.number) * self._measured.digit + gap / 2)
        left, right = number.x() + wide, rect.right() - theme.space_px(14)
        whole, minutes, times = self._timed_sizes(row)
        beside = whole.width() + minutes.width() + times.width() + 3 * gap if self._timed else 0
        stacked = self._timed and self._is_narrow(rect.width())
        room = right - left - (0 if stacked else beside)
        words = self.words(row, room)
        text = QRectF(left, rect.y() + pad, room, words.height)
        height = words.height + 2 * pad
        if not self._timed:
            return Places(number, text, QRectF(), QRectF(), QRectF(), height)
        if stacked:
            top = text.bottom() + theme.space_px(4)
            box = QRectF(QPointF(left, top), minutes)
            clock = QRectF(QPointF(box.right() + gap, top), times)
            sum_ = QRectF(QPointF(clock.right() + gap, top), whole)
            return Places(number, text, sum_, box, clock, height + box.bottom() - text.bottom())
        top = text.top() + (theme.text_px(_PITCH_PX) - minutes.height()) / 2
        clock = QRectF(QPointF(right - times.width(), top), times)
        box = QRectF(QPointF(clock.left() - gap - minutes.width(), top), minutes)
        sum_ = QRectF(QPointF(box.left() - gap - whole.width(), top), whole)
        return Places(number, text, sum_, box, clock, height)

    def words(self, row: ListedRow, room: float) -> Paragraph:
        """Return the text of a row, wrapped."""
        shown = row.text if row.draft is None else f"{row.draft}  {unsaved_word()}"
        pitch = self.theme.text_px(_PITCH_PX)
        return paragraph(shown, self.text_font(row), width=room, pitch=pitch)

    def text_font(self, row: ListedRow) -> QFont:
        """Return the font of a row: the outermost items of an agenda are its headings."""
        fonts = self._measured
        return fonts.heading if self._timed and row.level == 0 else fonts.plain

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        if not isinstance(row, ListedRow):
            return
        brush, theme = Brush(painter, self.theme), self.theme
        self.paint_ground(brush, cell.rect.adjusted(4, 1, -4, -1), cell)
        places = self.places(row, cell.rect)
        if self.open and (cell.hovered or cell.selected):
            self._draw_grip(brush, cell.rect, places)
        font = self.text_font(row)
        ink = "accent" if cell.selected else "text3"
        drop = (theme.text_px(_PITCH_PX) - QFontMetricsF(font).height()) / 2
        brush.text(places.number + QPointF(0, drop), row.number, font=font, ink=ink)
        if self.edited[0] != row.id:
            token = "text" if row.draft is None else "warn"
            words = self.words(row, places.text.width())
            words.draw(painter, places.text.x(), places.text.y(), theme.colour(token))
        if self._timed:
            self._draw_minutes(brush, places.minutes, row)
            ink = "warn" if row.late else "text2" if "–" in row.times else "text3"
            self._draw_right(brush, places.times, row.times, ink)
            if row.whole is not None:
                self._draw_right(brush, places.whole, whole_word(row.whole), "text3")

    @property
    def _pad(self) -> int:
        return self.theme.space_px(2 if self._narrow else 9 if self._timed else 7)

    def _draw_grip(self, brush: Brush, rect: QRectF, places: Places) -> None:
        """Paint the dots by which a row is taken."""
        theme = self.theme
        size, gap = theme.space_px(2), theme.space_px(5)
        left = rect.x() + theme.space_px(11)
        top = places.text.y() + (theme.text_px(_PITCH_PX) - 2 * gap - size) / 2
        for column in range(2):
            for line in range(3):
                dot = QRectF(left + column * gap, top + line * gap, size, size)
                brush.box(dot, size / 2, fill="text3")

    def _draw_minutes(self, brush: Brush, box: QRectF, row: ListedRow) -> None:
        if self.open:
            edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
            brush.box(edge, self.theme.space_px(6), fill="surface", edge="border")
        elif row.minutes is None:
            return
        none = minutes_word(0).replace("0", "—")
        words = none if row.minutes is None else minutes_word(row.minutes)
        ink = "text3" if row.minutes is None else "text"
        font = self._measured.small
        right = box.right() - self.theme.space_px(9)
        at = QPointF(right - self._width(words, font), self._line_top(box, font))
        brush.text(at, words, font=font, ink=ink)

    def _draw_right(self, brush: Brush, box: QRectF, words: str, ink: str) -> None:
        font = self._measured.small
        left = box.right() - self._width(words, font)
        brush.text(QPointF(left, self._line_top(box, font)), words, font=font, ink=ink)

    def _line_top(self, box: QRectF, font: QFont) -> float:
        return box.center().y() - QFontMetricsF(font).height() / 2

    def _is_narrow(self, width: float) -> bool:
        """Say whether minutes and times have no room beside the text, in any row."""
        sizes, gap = self._measured, self.theme.space_px(12)
        beside = sizes.minutes.width() + sizes.times.width() + 4 * gap
        return width - self.text_left(DEEPEST) - beside < self.theme.text_px(_LEAST_TEXT_PX)

    def _timed_sizes(self, row: ListedRow) -> tuple[QSizeF, QSizeF, QSizeF]:
        """Return the sizes of the sum, of the box for minutes and of the clock times."""
        sizes, sum_ = self._measured, 0.0
        if row.whole is not None:
            sum_ = self._width(whole_word(row.whole), sizes.small)
        return QSizeF(sum_, sizes.minutes.height()), sizes.minutes, sizes.times

    @property
    def _measured(self) -> _Measures:
        if self._measures is None or self._measures.text_scale != self.theme.text_scale:
            theme, small = self.theme, self.theme.font(12)
            heading, height = theme.font(13.5, bold=True), theme.text_px(24)
            box = self._width(minutes_word(888), small) + 2 * theme.space_px(9)
            self._measures = _Measures(
                theme.text_scale,
                heading,
                theme.font(13.5),
                small,
                digit=self._width("0", heading),
                minutes=QSizeF(box, height),
                times=QSizeF(self._width("00:00–00:00", small), height),
            )
        return self._measures

    @staticmethod
    def _width(text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text)
