"""The list that opens below the field in which people are added."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.icons import ThemedIcons
from ui.item_models.candidates import Candidate, CandidateModel, Default, candidate_spoken
from ui.painting import Brush, Paragraph, paragraph
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.rows_view import Cell, RowDelegate, RowsView
from ui.words import role_word

_ROWS_SHOWN = 7
_GAP_PX = 4
_WIDEST_PX = 560  # at 100 %


class CandidateDelegate(RowDelegate):
    """Somebody who can be added: initial, name, office, and the role held last."""

    def estimate(self, row: object, width: int) -> int:  # noqa: ARG002  # as inherited
        """Take an office of one line."""
        return self.theme.text_px(37) + self.theme.space_px(14)

    def height(self, row: object, width: int) -> int:
        """Make room for the whole office."""
        assert isinstance(row, Candidate)  # what the model holds
        theme = self.theme
        text = theme.text_px(20) + self._office(row, width).height
        return int(max(text, theme.text_px(30)) + theme.space_px(14))

    def draw(self, painter: QPainter, cell: Cell, row: object) -> None:
        """Paint one row."""
        assert isinstance(row, Candidate)  # as above
        brush, rect, theme = Brush(painter, self.theme), cell.rect, self.theme
        self.paint_ground(brush, rect.adjusted(6, 1, -6, -1), cell)
        side, top = theme.text_px(30), rect.y() + theme.space_px(7)
        initial = QRectF(rect.x() + theme.space_px(14), top, side, side)
        painter.setOpacity(0.5 if row.present else 1)
        brush.initial(initial, row.person.name, row.colour)
        painter.setOpacity(1)
        end = self._draw_role(brush, rect, row)
        left = rect.x() + self._left
        font = theme.font(13.5, bold=True)
        ink = "text3" if row.present else "text"
        brush.text(QPointF(left, top - 1), row.person.name, font=font, ink=ink, room=end - left)
        office = self._office(row, int(rect.width()))
        strong = row.shares_name and not row.present
        office.draw(
            painter, left, top + theme.text_px(18), theme.colour("text" if strong else "text3")
        )

    def _draw_role(self, brush: Brush, rect: QRectF, row: Candidate) -> float:
        """Paint the role at the right, or that the person is here; return where it begins."""
        theme = self.theme
        word = self.tr("已在会议中") if row.present else role_word(row.person.role)
        right = rect.right() - theme.space_px(16)
        font = theme.font(12)
        left = right - QFontMetricsF(font).horizontalAdvance(word)
        brush.text(QPointF(left, rect.y() + theme.space_px(7)), word, font=font, ink="text3")
        return left - theme.space_px(8)

    @property
    def _left(self) -> int:
        return self.theme.space_px(24) + self.theme.text_px(30)

    def _office(self, row: Candidate, width: int) -> Paragraph:
        theme = self.theme
        room = width - self._left - theme.space_px(16)
        return paragraph(row.office, theme.font(12), width=room, pitch=theme.text_px(17))


class CandidatePopup(QFrame):
    """A card over the page. It never takes the focus; the field says where to go in it."""

    chosen = Signal(object)  # a Candidate
    new_asked = Signal()  # somebody new of the name typed

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field.window())
        self.setObjectName("card")
        self._theme = theme
        self._field = field
        self._on_new = False
        self._default = Default.NONE
        self.model = CandidateModel(self)
        self.view = RowsView(theme, self)
        self.view.set_up(self.model, CandidateDelegate(theme, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.activated_row.connect(self._choose)
        self.more = label("muted", wrap=True)
        self.more.setContentsMargins(14, 2, 14, 2)
        self.new = button("ghost")
        ThemedIcons(theme, self).on_button(self.new, "plus")
        self.new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.new.setCheckable(True)
        self.new.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.setSpacing(2)
        column.addWidget(self.view)
        column.addWidget(self.more)
        column.addLayout(row(self.new, None, margins=(8, 0, 8, 0)))
        self.hide()
        theme.changed.connect(self._place)

    @property
    def current(self) -> Candidate | None:
        """Whom Enter adds; None if nobody is chosen."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @property
    def on_new(self) -> bool:
        """Whether Enter adds somebody new."""
        return self._on_new

    def present(self, default: Default, text: str) -> None:
        """Show the list that the model holds, with what Enter does marked."""
        self._default = default
        self.retranslate(text)
        self.view.setVisible(bool(self.model.rows))
        self._go(self.model.next_choice(-1, 1) if default is Default.FIRST else -1)
        if default is Default.NEW:
            self._go_new()
        self._attach()
        self.show()
        self.raise_()
        self._place()

    def step(self, step: int) -> None:
        """Go down or up; somebody new stands after the last one, and then it begins again."""
        here = self.view.currentIndex().row()
        if here < 0 and not self._on_new:
            start = -1 if step > 0 else len(self.model.rows)
        else:
            start = len(self.model.rows) if self._on_new else here
            if self._on_new and step > 0:
                start = -1
        target = self.model.next_choice(start, step)
        if target >= 0:
            self._go(target)
        elif not self.new.isHidden() and not self._on_new:
            self._go_new()
        else:
            first = (-1, 1) if step > 0 else (len(self.model.rows), -1)
            self._go(self.model.next_choice(*first))

    def retranslate(self, text: str) -> None:
        """Say it in the language in force; ``text`` is what was typed."""
        self.view.setAccessibleName(self.tr("可以添加的人员"))
        self.setAccessibleName(self.tr("可以添加的人员"))
        self.new.setVisible(bool(text))
        known = any(row.person.name == text for row in self.model.rows)
        words = self.tr("添加另一位“{name}”") if known else self.tr("添加新人员“{name}”")
        self.new.setText(words.format(name=text))
        self.more.setText(self._note(text))
        self.more.setVisible(bool(self.more.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep below the field when the window changes; leave with it."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.hide()
        return super().eventFilter(watched, event)

    def _note(self, text: str) -> str:
        if self.model.left_out:
            note = self.tr("还有{count}人符合，请继续输入。")
            return note.format(count=self.model.left_out)
        if self._default is Default.NONE and text and self.model.rows:
            if all(row.present for row in self.model.rows):
                return self.tr("已在会议中，不再重复添加。")
            return self.tr("有同名人员，请用上下方向键选择。")
        if not text and not self.model.rows:
            return self.tr("还没有以前会议的人员，请输入姓名。")
        return ""

    def _go(self, place: int) -> None:
        self._on_new = False
        self.new.setChecked(False)
        if place < 0:
            self.view.clear_current()
            return
        self.view.setCurrentIndex(self.model.index(place, 0))
        self._tell(candidate_spoken(self.model.rows[place]))

    def _go_new(self) -> None:
        self.view.clear_current()
        self._on_new = True
        self.new.setChecked(True)
        self._tell(self.new.text())

    def _tell(self, words: str) -> None:
        """Have a screen reader say where the choice stands: the focus stays in the field."""
        self._field.setAccessibleDescription(words)
        event = QAccessibleEvent(self._field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def _choose(self, row: object) -> None:
        if isinstance(row, Candidate) and not row.present:
            self.chosen.emit(row)

    def _attach(self) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        window.removeEventFilter(self)
        window.installEventFilter(self)

    def _place(self) -> None:
        """Stand below the field, as high as the rows or the room there."""
        if not self.isVisible():
            return
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + _GAP_PX))
        self.setFixedWidth(min(self._field.width(), self._theme.text_px(_WIDEST_PX)))
        view = self.view
        header = view.verticalHeader()
        rows = min(self.model.rowCount(), _ROWS_SHOWN)
        view.setFixedHeight(max(sum(header.sectionSize(place) for place in range(rows)), 1))
        room = window.height() - corner.y() - 2 * _GAP_PX
        beyond = self.sizeHint().height() - room
        if beyond > 0:
            view.setFixedHeight(max(view.height() - beyond, self._theme.text_px(40)))
        self.resize(self.width(), self.sizeHint().height())
        self.move(corner)
