"""How the table of people looks: wrapped cells, a round initial, what differs in a pill."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.vocabulary import AWAY, Mode
from ui.item_models.roster import PersonRow, Place, name_shown
from ui.item_models.rows import ROW_ROLE, Index
from ui.painting import Brush, Paragraph, paragraph
from ui.theme import Theme
from ui.words import attendance_word, mode_word, role_word

_LEAST_ROW_PX = 44
_PITCH_PX = 18


class RosterDelegate(QStyledItemDelegate):
    """Paints the cells of the table. ``grade_below`` puts the grade under the post."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.grade_below = False
        self.initials = True

    def height(self, row: PersonRow, widths: Mapping[Place, int]) -> int:
        """Return how high the row is, so that none of its texts is cut."""
        heights = [
            self._name(row, widths[Place.NAME]).height,
            sum(text.height for text, _ in self._office(row, widths[Place.OFFICE])),
            self._plain(role_word(row.role), widths[Place.ROLE]).height,
            self._plain(mode_word(row.mode), widths[Place.MODE]).height,
        ]
        if not self.grade_below:
            heights.append(self._plain(row.grade, widths[Place.GRADE]).height)
        theme = self._theme
        least = theme.space_px(_LEAST_ROW_PX)
        return round(max(max(heights) + theme.space_px(14), least))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in PySide6's stubs
        state = option.state  # type: ignore[attr-defined]  # as above
        row: PersonRow = index.data(ROW_ROLE)
        painter.save()
        brush = Brush(painter, self._theme)
        self._paint_ground(
            brush, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected)
        )
        match index.column():
            case Place.NUMBER:
                self._draw(brush, rect, self._plain(index.data(), int(rect.width())), "text3")
            case Place.NAME:
                self._paint_name(brush, rect, row)
            case Place.OFFICE:
                self._paint_office(brush, rect, row)
            case Place.PRESENCE:
                self._paint_presence(brush, rect, row)
            case Place.QUORUM:
                self._paint_quorum(brush, rect, row)
            case Place.MODE:
                ink = "text2" if row.mode == Mode.ON_SITE else "accent"
                self._draw(brush, rect, self._plain(index.data(), int(rect.width())), ink)
            case _:
                self._draw(brush, rect, self._plain(index.data(), int(rect.width())), "text2")
        painter.restore()

    def _paint_ground(self, brush: Brush, rect: QRectF, index: Index, *, selected: bool) -> None:
        current = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        tokens = self._theme
        if selected:
            brush.painter.fillRect(rect, tokens.colour("accent_soft"))
        bottom = rect.bottom() - 0.5
        brush.rule(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom), ink="hairline")
        if not current:
            return
        for y in (rect.top() + 0.5, bottom):
            brush.rule(QPointF(rect.left(), y), QPointF(rect.right(), y), ink="accent")
        if index.column() == Place.NUMBER:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height())
            brush.painter.fillRect(bar, tokens.colour("accent"))

    def _paint_name(self, brush: Brush, rect: QRectF, row: PersonRow) -> None:
        name = self._name(row, int(rect.width()))
        if self.initials:
            side = self._theme.text_px(28)
            top = rect.center().y() - side / 2
            left = rect.left() + self._margin
            brush.initial(QRectF(left, top, side, side), row.name, row.colour)
        left = rect.left() + self._name_left
        top = rect.center().y() - name.height / 2
        name.draw(brush.painter, left, top, self._theme.colour("text"))

    def _paint_office(self, brush: Brush, rect: QRectF, row: PersonRow) -> None:
        texts = self._office(row, int(rect.width()))
        top = rect.center().y() - sum(text.height for text, _ in texts) / 2
        for text, ink in texts:
            text.draw(brush.painter, rect.left() + self._margin, top, self._theme.colour(ink))
            top += text.height

    def _paint_presence(self, brush: Brush, rect: QRectF, row: PersonRow) -> None:
        word, theme = attendance_word(row.attendance), self._theme
        left = rect.left() + self._margin
        if row.attendance in AWAY:
            _, height = brush.pill_size(word)
            at = QPointF(left, rect.center().y() - height / 2)
            brush.pill(at, word, ink="warn", ground="warn_soft")
            return
        small = theme.font(12)
        metrics = QFontMetricsF(small)
        side = theme.text_px(16)
        sign = QPointF(left, rect.center().y() - side / 2)
        if row.present:
            brush.icon(sign, "circle-check", ink="ok")
        else:
            brush.ring(sign, ink="control")
        at = QPointF(left + side + theme.space_px(5), rect.center().y() - metrics.height() / 2)
        room = rect.right() - at.x()
        brush.text(at, word, font=small, ink="ok" if row.present else "text3", room=room)

    def _paint_quorum(self, brush: Brush, rect: QRectF, row: PersonRow) -> None:
        if row.counts:
            side = self._theme.text_px(16)
            at = QPointF(rect.left() + self._margin, rect.center().y() - side / 2)
            brush.icon(at, "check", ink="text2")

    def _draw(self, brush: Brush, rect: QRectF, text: Paragraph, ink: str) -> None:
        at = QPointF(rect.left() + self._margin, rect.center().y() - text.height / 2)
        text.draw(brush.painter, at.x(), at.y(), self._theme.colour(ink))

    @property
    def _margin(self) -> int:
        return self._theme.space_px(8)

    @property
    def _name_left(self) -> int:
        if not self.initials:
            return self._margin
        return self._margin + self._theme.text_px(28) + self._theme.space_px(8)

    def _name(self, row: PersonRow, width: int) -> Paragraph:
        theme = self._theme
        font = theme.font(13.5, bold=True)
        room = width - self._name_left - 2
        return paragraph(name_shown(row.name), font, width=room, pitch=theme.text_px(_PITCH_PX + 1))

    def _office(self, row: PersonRow, width: int) -> list[tuple[Paragraph, str]]:
        """Return office, post and grade below each other, each with its ink."""
        theme = self._theme
        made = partial(paragraph, width=width - 2 * self._margin, pitch=theme.text_px(_PITCH_PX))
        post = " · ".join(part for part in (row.post, self._grade_below(row)) if part)
        texts = []
        if row.organ:
            font = theme.font(12.5, bold=row.shares_name)
            texts.append((made(row.organ, font), "text" if row.shares_name else "text2"))
        if post:
            texts.append((made(post, theme.font(12)), "text3"))
        return texts

    def _grade_below(self, row: PersonRow) -> str:
        return row.grade if self.grade_below else ""

    def _plain(self, text: str, width: int) -> Paragraph:
        theme = self._theme
        room = width - self._margin - 2
        return paragraph(text, theme.font(12.5), width=room, pitch=theme.text_px(_PITCH_PX))


class RosterHeader(QHeaderView):
    """The titles of the columns, quiet and small."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Return the height of the highest title."""
        heights = [self._title(place).height for place in Place if not self.isSectionHidden(place)]
        return QSize(super().sizeHint().width(), round(max(heights) + self._theme.space_px(12)))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        painter.save()
        brush = Brush(painter, self._theme)
        title = self._title(section)
        top = rect.bottom() - title.height - self._theme.space_px(6)
        left = rect.left() + self._theme.space_px(8)
        title.draw(painter, left, top, self._theme.colour("text3"))
        bottom = rect.bottom() + 0.5
        brush.rule(QPointF(rect.left(), bottom), QPointF(rect.right() + 1, bottom), ink="border")
        painter.restore()

    def _title(self, section: int) -> Paragraph:
        theme = self._theme
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        room = self.sectionSize(section) - theme.space_px(8) - 2
        font = theme.font(11.5, bold=True)
        return paragraph(title, font, width=room, pitch=theme.text_px(16))
