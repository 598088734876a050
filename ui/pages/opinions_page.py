"""The opinions of a meeting: who was heard on which question, each in full, each somebody's own."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from models.forms import Sheet
from models.opinion_grid import Heard
from models.snapshot import MeetingSnapshot
from models.standing import may_give_opinion
from models.vocabulary import Manner, MeetingKind
from ui import opinion_operations as operations
from ui.editing import MeetingEditor
from ui.forms.tab_order import chain_tabs
from ui.item_models.lines import TimelineModel
from ui.item_models.opinion_grid import GridModel
from ui.item_models.opinions import OpinionEntry, opinion_entries
from ui.pages.opinion_form import OpinionForm
from ui.theme import Theme
from ui.widgets.basics import frame, label
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.opinion_grid import OpinionGridView
from ui.widgets.opinion_register import OpinionRegister
from ui.widgets.person_recusals import LockedLine
from ui.widgets.rows_view import RowsView
from ui.widgets.tab_page import TabPage

_BESIDE_FROM_PX = 900  # at 100 %: from this width the form stands beside the list
_LIST_PX = 320
_FORM_PX = 360


class OpinionsPage(QScrollArea, TabPage):
    """The grid, the list in speaking order, and the form of the opinion selected."""

    line_asked = Signal(str)  # id of a line to be shown in the record

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("opinionsPage")
        self._theme = theme
        self._editor = editor
        self._meeting: MeetingSnapshot | None = None
        self._wanted = ""  # an opinion that was just added, to go to once it is listed
        self._note = label("muted", wrap=True)
        self._locked = LockedLine(theme)
        self._grid_model = GridModel(self)
        self.grid = OpinionGridView(theme, self._grid_model)
        self.register = OpinionRegister(theme)
        self._nothing = label("muted", wrap=True)
        self.model = TimelineModel(self)
        self.view = RowsView(theme)
        self.view.set_up(self.model, LineDelegate(theme, self.view))
        self.form = OpinionForm(theme, editor, language)
        self._build()
        self._connect()
        self._fit()
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show the opinions of that meeting, at the latest when the page comes into view."""
        self._meeting = meeting
        if self.isVisible():
            self._show_opinions()

    def commit(self) -> None:
        """Save what is being typed."""
        self.form.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.grid.setAccessibleName(self.tr("意见一览：问题和人员"))
        self.grid.setAccessibleDescription(self.tr("用方向键移动，按回车键查看原话。"))
        self.view.setAccessibleName(self.tr("意见，按发言顺序"))
        self.view.copy_action.setText(self.tr("复制意见"))
        self._show_opinions()
        self.model.refresh_words()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed in the meantime."""
        super().showEvent(event)
        self._show_opinions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the list, or below it, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._body.addWidget(self.view, 1)
        self._body.addWidget(self.form, 1)
        column = QVBoxLayout()
        column.setContentsMargins(26, 14, 26, 20)
        column.setSpacing(12)
        for part in (self._note, self._locked, self.grid, self.register, self._nothing):
            column.addWidget(part)
        column.addLayout(self._body, 1)
        self._host = frame("formHost", column)
        self.setWidget(self._host)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        self.grid.opened.connect(self._open_cell)
        self.register.asked.connect(self._add)
        self.form.line_asked.connect(self.line_asked)
        self.form.arranged.connect(self._chain)
        self._editor.shown.connect(self._take_sheet)
        self._theme.changed.connect(self._fit)

    def _take_sheet(self, _sheet: object) -> None:
        if self.isVisible():
            self._show_opinions()

    def _fit(self) -> None:
        beside = self.width() >= self._theme.text_px(_BESIDE_FROM_PX)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._body.setStretch(0, 1 if beside else 0)
        self.view.setMinimumHeight(self._theme.text_px(_LIST_PX))
        self.form.setMinimumWidth(self._theme.text_px(_FORM_PX) if beside else 0)

    def _show_opinions(self) -> None:
        meeting, sheet = self._meeting, self._editor.sheet
        if meeting is None:
            return
        self._say_note(meeting)
        locked = self._editor.locked("opinion")
        if isinstance(sheet, Sheet) and sheet.id == meeting.id:
            self._locked.show_sheet(sheet, locked=locked)
        self._grid_model.show(meeting)
        self.grid.setVisible(bool(self._grid_model.people))
        self.register.show_meeting(meeting)
        self.register.setVisible(not locked)
        entries = opinion_entries(meeting)
        self.model.set_rows(entries)
        self._nothing.setVisible(not entries)
        self.view.setVisible(bool(entries))
        self.form.setVisible(bool(entries))
        self._follow_selection()
        self._go_to_wanted()
        self._chain()

    def _say_note(self, meeting: MeetingSnapshot) -> None:
        if meeting.kind is MeetingKind.HEARING:
            self._note.setText(self.tr("意见按发言顺序排列，是人民检察院依法处理案件的重要参考。"))
            self._nothing.setText(self.tr("还没有意见。在记录中把发言类型选为“意见”。"))
        else:
            self._note.setText(
                self.tr(
                    "意见按发言顺序排列，是各人的个人意见，仅供承办检察官参考；不统计，不归纳。"
                )
            )
            self._nothing.setText(self.tr("还没有意见。在记录中把发言类型选为“意见”或者“补充”。"))

    def _follow_selection(self) -> None:
        rows = self.view.selectionModel().selectedIndexes()
        entry = self.model.rows[rows[0].row()] if rows else None
        opinion = entry.opinion if isinstance(entry, OpinionEntry) else None
        self.form.show_opinion(opinion, self._meeting)

    def _open_cell(self, row: int, column: int) -> None:
        """Show the words of a cell; where somebody is waited for, offer to note the opinion."""
        grid = self._grid_model.grid
        cell, person = grid.rows[row].cells[column], grid.people[column]
        if cell.opinion_ids:
            self.view.select_key(cell.opinion_ids[0])
            self.view.bring_to_top(cell.opinion_ids[0])
            self.view.setFocus()
            self.ensureWidgetVisible(self.view)
        elif cell.line_ids:
            self.line_asked.emit(cell.line_ids[0])
        elif cell.state is Heard.PENDING and may_give_opinion(person.role):
            self.register.choose(person.id, grid.rows[row].question_id)

    def _add(self, person_id: str, manner: object, question_id: object) -> None:
        if self._meeting is None:
            return
        question = None if question_id is None else str(question_id)
        operation = operations.add_opinion(
            self._meeting.id, person_id, Manner(str(manner)), question
        )
        self._editor.run(operation, then=self._want)

    def _want(self, opinion_id: object) -> None:
        self._wanted = str(opinion_id)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted and self.view.select_key(self._wanted):
            self._wanted = ""
            self.view.scrollTo(self.view.currentIndex())
            self.form.go_to_words()
            self.ensureWidgetVisible(self.form)

    def _chain(self) -> None:
        chain_tabs(self._host)
