"""The table of the opinion grid: walked by arrows, opened by Enter or a click."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from models.opinion_grid import Heard
from ui.item_models.opinion_grid import GridModel, ShownCell
from ui.item_models.rows import Index
from ui.painting import Brush, Paragraph, paragraph
from ui.theme import Theme
from ui.widgets.page_scroll import PageScroll

_CELL_PX = 118  # at 100 %: the least width of a person's column
_WIDEST_CELL_PX = 220
_QUESTION_PX = 250
_QUESTION_SHARE = 0.36  # of the width, at most, for the questions
_PITCH_PX = 19
_MOST_PX = 380  # at 100 %: more questions are scrolled

_INKS = {
    Heard.SPOKEN: ("violet", "violet_soft"),
    Heard.WRITTEN: ("accent", "accent_soft"),
    Heard.NONE_GIVEN: ("text2", "grey_soft"),
    Heard.PENDING: ("warn", "warn_soft"),
    Heard.RECUSED: ("text2", "grey_soft"),
}
"""Ink and ground by how far a person was heard; never by what was said."""


class OpinionGridView(QTableView):
    """Shows a :class:`GridModel`."""

    opened = Signal(int, int)  # row and column of the cell that the user wants to read

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._page = PageScroll(self)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setHorizontalHeader(_PeopleHeader(theme, model, self))
        self.setVerticalHeader(_QuestionsHeader(theme, model, self))
        self.setModel(model)
        self._set_look()
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.clicked.connect(self._open)

    def fit(self) -> None:
        """Give columns, rows and the whole the sizes that width and text ask for."""
        theme, people = self._theme, max(self._model.columnCount(), 1)
        questions = round(min(theme.text_px(_QUESTION_PX), self.width() * _QUESTION_SHARE))
        self.verticalHeader().setFixedWidth(max(questions, 40))
        share = (self.width() - questions - 2) // people
        widest = theme.text_px(_WIDEST_CELL_PX)
        self.horizontalHeader().setDefaultSectionSize(
            max(theme.text_px(_CELL_PX), min(share, widest))
        )
        self.horizontalHeader().setFixedHeight(self._people_header.height_needed())
        self.verticalHeader().setMinimumSectionSize(1)
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, self._questions_header.height_needed(row))
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometries()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the size of all rows, with room for the bar below them."""
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2
        wide = self.verticalHeader().width() + self.horizontalHeader().length()
        if wide > self.width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.text_px(320), min(height, self._theme.text_px(_MOST_PX)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter; arrows walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the cell in sight, also where the page is scrolled."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            spot = self.visualRect(self.currentIndex())
            origin = self.viewport().mapTo(self, spot.topLeft())
            self._page.bring_into_view(QRect(origin, spot.size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @property
    def _people_header(self) -> "_PeopleHeader":
        header = self.horizontalHeader()
        assert isinstance(header, _PeopleHeader)  # set above
        return header

    @property
    def _questions_header(self) -> "_QuestionsHeader":
        header = self.verticalHeader()
        assert isinstance(header, _QuestionsHeader)  # set above
        return header

    def _set_look(self) -> None:
        self.setObjectName("opinionGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _open(self, index: Index) -> None:
        self.opened.emit(index.row(), index.column())


class _PeopleHeader(QHeaderView):
    """Names, and below them the role, or for namesakes the office."""

    def __init__(self, theme: Theme, model: GridModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._grid = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def height_needed(self) -> int:
        """Return how high the heads are, so that none is cut."""
        heights = [sum(p.height for p, _ in self._texts(n)) for n in range(len(self._grid.people))]
        return round(max(heights, default=0) + self._theme.space_px(14))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one head."""
        painter.save()
        brush, box = Brush(painter, self._theme), QRectF(rect)
        painter.fillRect(box, self._theme.colour("side"))
        top = box.top() + self._theme.space_px(7)
        for text, ink in self._texts(section):
            left = box.left() + self._theme.space_px(8)
            text.draw(painter, left, top, self._theme.colour(ink))
            top += text.height
        _draw_edges(brush, box)
        painter.restore()

    def _texts(self, section: int) -> list[tuple[Paragraph, str]]:
        theme, person = self._theme, self._grid.people[section]
        width = self.defaultSectionSize() - 2 * theme.space_px(8)
        name = paragraph(
            person.name, theme.font(13, bold=True), width=width, pitch=theme.text_px(_PITCH_PX)
        )
        about = paragraph(person.about, theme.font(11.5), width=width, pitch=theme.text_px(16))
        return [(name, "text"), (about, "warn" if person.away else "text3")]


class _QuestionsHeader(QHeaderView):
    """The questions, each in as many lines as it needs."""

    def __init__(self, theme: Theme, model: GridModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._theme = theme
        self._grid = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def height_needed(self, section: int) -> int:
        """Return how high a row is, for its question and for two lines in its cells."""
        theme = self._theme
        cell = theme.text_px(20) + theme.text_px(_PITCH_PX) + theme.space_px(18)
        return round(max(self._text(section).height + theme.space_px(16), cell))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one question."""
        painter.save()
        brush, box = Brush(painter, self._theme), QRectF(rect)
        painter.fillRect(box, self._theme.colour("side"))
        text = self._text(section)
        top = box.top() + self._theme.space_px(8)
        left = box.left() + self._theme.space_px(10)
        text.draw(painter, left, top, self._theme.colour("text"))
        _draw_edges(brush, box)
        painter.restore()

    def _text(self, section: int) -> Paragraph:
        theme = self._theme
        width = self.maximumWidth() - 2 * theme.space_px(10)
        pitch = theme.text_px(_PITCH_PX)
        return paragraph(self._grid.titles[section], theme.font(13), width=width, pitch=pitch)


class _CellDelegate(QStyledItemDelegate):
    """Paints how far a person was heard, and the first words below."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        rect = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in PySide6's stubs
        state = option.state  # type: ignore[attr-defined]  # as above
        model = index.model()
        assert isinstance(model, GridModel)  # of the view
        painter.save()
        painter.setClipRect(rect)
        brush = Brush(painter, self._theme)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("hover"))
        self._draw_words(brush, rect, model.cell(index))
        _draw_edges(brush, rect)
        current = self._view.currentIndex() == index and self._view.hasFocus()
        if current:
            brush.box(rect.adjusted(1.5, 1.5, -2.5, -2.5), 6, edge="accent")
        painter.restore()

    def _draw_words(self, brush: Brush, rect: QRectF, shown: ShownCell) -> None:
        theme = self._theme
        left, top = rect.left() + theme.space_px(8), rect.top() + theme.space_px(8)
        room = rect.width() - 2 * theme.space_px(8)
        if shown.cell.state is Heard.NOT_ASKED:
            brush.text(QPointF(left, top), "—", font=theme.font(13), ink="text3")
            return
        ink, ground = _INKS[shown.cell.state]
        if shown.cell.line_ids and not shown.cell.opinion_ids:
            ink, ground = _INKS[Heard.WRITTEN]
        brush.pill(QPointF(left, top), shown.word, ink=ink, ground=ground)
        words = " ".join(shown.words.split())
        if words:
            font = theme.font(12)
            top += brush.pill_size(shown.word)[1] + theme.space_px(3)
            top = min(top, rect.bottom() - QFontMetricsF(font).height() - 3)
            brush.text(QPointF(left, top), words, font=font, ink="text2", room=room)


def _draw_edges(brush: Brush, rect: QRectF) -> None:
    right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
    brush.rule(QPointF(rect.left(), bottom), QPointF(right, bottom), ink="hairline")
    brush.rule(QPointF(right, rect.top()), QPointF(right, bottom), ink="hairline")
