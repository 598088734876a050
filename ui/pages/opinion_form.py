"""The form of one opinion: what it is about, how it was given, its reasons, its lines."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.forms import GROUPS, Entry
from models.snapshot import CaseView, MeetingSnapshot, OpinionView
from models.vocabulary import Manner
from ui import opinion_operations as operations
from ui.changes import Operation
from ui.editing import MeetingEditor
from ui.forms.form import GroupForm
from ui.forms.kit import Choices, FormKit
from ui.forms.tab_order import OwnOrder
from ui.icons import ThemedIcons
from ui.item_models.people import name_of, office_of
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.opinion_lines import OpinionLines

_ABOUT = ("question", "case", "manner", "given_at")
_REASONS = ("reasons", "legal_basis")
_FIELDS = {
    Manner.SPOKEN: (*_ABOUT, *_REASONS),
    Manner.WRITTEN: (*_ABOUT, "text", *_REASONS),
    Manner.NONE_GIVEN: (*_ABOUT, "silence_reason"),
}
"""The fields by how an opinion was given."""

_ORDER = (*_ABOUT, "text", "silence_reason", *_REASONS)


class OpinionForm(OwnOrder):
    """Edits the opinion that is selected."""

    line_asked = Signal(str)  # id of a line to be shown in the record
    arranged = Signal()  # parts came or went

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._editor = editor
        self._meeting: MeetingSnapshot | None = None
        self.opinion: OpinionView | None = None
        kit = FormKit(theme, editor, language, self._references, self._withheld)
        self.title = label("cardTitle", wrap=True)
        self.hint = label("muted", wrap=True)
        self.form = GroupForm(kit, "opinion", _ORDER)
        self.lines = OpinionLines()
        self.delete = button("ghost")
        ThemedIcons(theme, self).on_button(self.delete, "trash-2")
        head = row(self.title, self.delete)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self.hint, self.form, self.lines):
            column.addWidget(part)
        column.addStretch(1)
        self.delete.clicked.connect(self._delete)
        self.lines.line_asked.connect(self.line_asked)
        self.lines.join_asked.connect(self._join)
        self.lines.part_asked.connect(self._part)
        self.lines.arranged.connect(self.arranged)
        self.show_opinion(None, None)
        self.retranslate()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return the fields first, then the lines, and last what deletes the opinion."""
        return (self.form, self.lines, self.delete)

    def show_opinion(self, opinion: OpinionView | None, meeting: MeetingSnapshot | None) -> None:
        """Show an opinion of a meeting; None if none is selected."""
        if self.opinion is not None and (opinion is None or opinion.id != self.opinion.id):
            self.form.commit()
        self.opinion, self._meeting = opinion, meeting
        for part in (self.title, self.form):
            part.setVisible(opinion is not None)
        self.hint.setVisible(opinion is None)
        locked = self._editor.locked("opinion")
        unspoken = opinion is not None and not opinion.line_ids
        self.delete.setVisible(unspoken and not locked)
        self.lines.setVisible(opinion is not None and not unspoken)
        if opinion is None or meeting is None:
            return
        self._offer(opinion, meeting)
        self.form.show_entry(_entry(opinion, meeting))
        if not unspoken:
            self.lines.show_opinion(opinion, meeting, locked=locked)
        self._say_title()

    def go_to_words(self) -> None:
        """Go to the field for the words, or for the reason why there are none."""
        if self.opinion is not None:
            none = self.opinion.manner == Manner.NONE_GIVEN
            self.form.editors["silence_reason" if none else "text"].take_focus()

    def commit(self) -> None:
        """Save what is being typed."""
        if self.opinion is not None:
            self.form.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.hint.setText(self.tr("选中一条意见，在这里填写它所答的问题、理由和法律依据。"))
        self.delete.setToolTip(self.tr("删除这条意见"))
        self.delete.setAccessibleName(self.tr("删除这条意见"))
        self.form.retranslate()
        self.lines.retranslate()
        self.show_opinion(self.opinion, self._meeting)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _offer(self, opinion: OpinionView, meeting: MeetingSnapshot) -> None:
        fields = set(_FIELDS[Manner(opinion.manner or Manner.SPOKEN)])
        if not meeting.questions:
            fields.discard("question")
        if not meeting.cases:
            fields.discard("case")
        self.form.offer(fields)

    def _references(self, group: str) -> Choices:
        """Return the questions, or the cases, of the meeting."""
        meeting = self._meeting
        if meeting is None:
            return ()
        if group == "case":
            return tuple((case.id, _case_words(n, case)) for n, case in enumerate(meeting.cases, 1))
        questions = zip(meeting.question_ids, meeting.questions, strict=True)
        return tuple((key, f"{n}  {text}") for n, (key, text) in enumerate(questions, 1))

    def _withheld(self, _group: str, field: str) -> Collection[str]:
        """Return how an opinion cannot have been given: spoken without a line, or not at all in one."""
        if field != "manner" or self.opinion is None:
            return ()
        return (Manner.NONE_GIVEN,) if self.opinion.line_ids else (Manner.SPOKEN,)

    def _say_title(self) -> None:
        if self.opinion is None or self._meeting is None:
            return
        author = self._meeting.participants_by_id[self.opinion.author_id]
        about = office_of(author)
        self.title.setText(f"{name_of(author)} · {about}" if about else name_of(author))
        self.setAccessibleName(self.tr("{person}的意见").format(person=name_of(author)))

    def _run(self, operation: Operation) -> None:
        self._editor.run(operation)

    def _join(self, line_id: str) -> None:
        if self.opinion is not None and self._meeting is not None:
            self._run(operations.join_line(self._meeting.id, self.opinion.id, line_id))

    def _part(self, line_id: str) -> None:
        if self._meeting is not None:
            self._run(operations.part_line(self._meeting.id, line_id))

    def _delete(self) -> None:
        if self.opinion is not None and self._meeting is not None:
            self.form.commit()
            self._run(operations.delete_opinion(self._meeting.id, self.opinion.id))


def _entry(opinion: OpinionView, meeting: MeetingSnapshot) -> Entry:
    """Return the opinion as forms have it; one of which nothing else is said was spoken."""
    names = {"question": "question_id", "case": "case_id"}
    values = {
        field: getattr(opinion, names.get(field, field)) for field in GROUPS["opinion"].fields
    }
    values["manner"] = opinion.manner or Manner.SPOKEN.value
    return Entry(opinion.id, meeting.id, values)


def _case_words(number: int, case: CaseView) -> str:
    words = " ".join(part for part in (case.name, case.case_no) if part)
    if words:
        return words
    return QCoreApplication.translate("Opinions", "案件{number}").format(number=number)
