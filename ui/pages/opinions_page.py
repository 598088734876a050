"""The opinions of a meeting in the order in which they were spoken, each its speaker's own."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.forms import Sheet
from models.snapshot import MeetingSnapshot
from models.vocabulary import OPINION_KINDS, MeetingKind
from ui import operations
from ui.editing import MeetingEditor
from ui.item_models.lines import Extra, LineEntry, TimelineEntry, TimelineModel, timeline
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.rows_view import RowsView
from ui.widgets.tab_page import TabPage


class OpinionsPage(QFrame, TabPage):
    """Lists the opinions; says which question each answers, and leads to where it was spoken."""

    line_asked = Signal(str)  # id of a line to be shown in the record

    def __init__(self, theme: Theme, editor: MeetingEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opinionsPage")
        self._editor = editor
        self._meeting: MeetingSnapshot | None = None
        self._questions: dict[str, str] = {}
        self.model = TimelineModel(self)
        self.view = RowsView(theme)
        self.view.set_up(self.model, LineDelegate(theme, self.view))
        self._note = label("muted", wrap=True)
        self._nothing = label("muted", wrap=True)
        self._asks = label("body")
        self.question = ChoiceBox()
        self._asks.setBuddy(self.question)
        self._show = button()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        column.addLayout(row(self._note, margins=(26, 0, 26, 0)))
        column.addLayout(row(self._nothing, margins=(26, 8, 26, 0)))
        column.addWidget(self.view, 1)
        foot = row(self._asks, self.question, self._show, margins=(26, 4, 26, 0))
        foot.setStretch(1, 1)
        column.addLayout(foot)
        self.question.activated.connect(self._answer)
        self._show.clicked.connect(self._go)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        editor.shown.connect(self._take_sheet)
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show the opinions of that meeting, at the latest when the page comes into view."""
        self._meeting = meeting
        if self.isVisible():
            self._show_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed in the meantime."""
        super().showEvent(event)
        self._show_now()

    def _show_now(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if self._editor.sheet is not None and self._editor.sheet.id == meeting.id:
            self._take_sheet(self._editor.sheet)
        else:
            self._show_opinions()

    def commit(self) -> None:
        """There is nothing half-entered here."""

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.view.setAccessibleName(self.tr("意见，按发言顺序"))
        self.view.copy_action.setText(self.tr("复制意见"))
        self._asks.setText(self.tr("所答问题"))
        self.question.setAccessibleName(self.tr("所答问题"))
        self._show.setText(self.tr("到记录中查看"))
        if self._editor.sheet is not None:
            self._take_sheet(self._editor.sheet)
        self._say_note()
        self._show_opinions()
        self.model.refresh_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_note(self) -> None:
        hearing = self._meeting is not None and self._meeting.kind is MeetingKind.HEARING
        if hearing:
            self._note.setText(self.tr("意见按发言顺序排列，是人民检察院依法处理案件的重要参考。"))
            self._nothing.setText(self.tr("还没有意见。在记录中把发言类型选为“意见”。"))
        else:
            self._note.setText(
                self.tr(
                    "意见按发言顺序排列，是各人的个人意见，仅供承办检察官参考；不统计，不归纳。"
                )
            )
            self._nothing.setText(self.tr("还没有意见。在记录中把发言类型选为“意见”或者“补充”。"))

    def _take_sheet(self, sheet: object) -> None:
        assert isinstance(sheet, Sheet)  # what the signal carries
        questions = {entry.id: str(entry.values["text"]) for entry in sheet.of("question")}
        self._questions = questions
        choices: list[tuple[str, object]] = [(self.tr("未指明"), None)]
        choices += [(f"{n}  {text}", key) for n, (key, text) in enumerate(questions.items(), 1)]
        self.question.offer(choices)
        self._show_opinions()

    def _show_opinions(self) -> None:
        if self._meeting is None:
            return
        self._say_note()
        found: list[TimelineEntry] = [
            self._with_question(entry)
            for entry in timeline(self._meeting)
            if isinstance(entry, LineEntry) and _is_opinion(entry)
        ]
        self.model.set_rows(found)
        self._nothing.setVisible(not found)
        self._follow_selection()

    def _with_question(self, entry: LineEntry) -> LineEntry:
        text = self._questions.get(entry.line.question_id or "")
        if text is None:
            return entry
        return replace(entry, extras=(*entry.extras, Extra(self.tr("所答问题"), text)))

    def _current(self) -> LineEntry | None:
        rows = self.view.selectionModel().selectedIndexes()
        entry = self.model.rows[rows[0].row()] if rows else None
        return entry if isinstance(entry, LineEntry) else None

    def _follow_selection(self) -> None:
        entry = self._current()
        changeable = entry is not None and not self._editor.locked("question")
        self.question.setEnabled(changeable and self.question.count() > 1)
        self._show.setEnabled(entry is not None)
        self.question.choose(entry.line.question_id if entry else None)

    def _answer(self) -> None:
        entry = self._current()
        if entry is None or self._meeting is None:
            return
        chosen = self.question.value
        question = None if chosen is None else str(chosen)
        if question != entry.line.question_id:
            self._editor.run(operations.answer_question(self._meeting.id, entry.line.id, question))

    def _go(self) -> None:
        entry = self._current()
        if entry is not None:
            self.line_asked.emit(entry.line.id)


def _is_opinion(entry: LineEntry) -> bool:
    return entry.line.kind in OPINION_KINDS and entry.speaker is not None
