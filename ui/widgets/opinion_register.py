"""A line to note an opinion that was given in writing, or that somebody gave none."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame

from models.snapshot import MeetingSnapshot
from models.standing import may_give_opinion
from models.vocabulary import Manner
from ui.icons import ThemedIcons
from ui.line_choices import speaker_choices
from ui.theme import Theme
from ui.widgets.basics import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_layout import FlowLayout

_NAME_LETTERS = 12
_QUESTION_LETTERS = 18


class OpinionRegister(QFrame):
    """Offers those who may give an opinion, and the questions."""

    asked = Signal(str, object, object)  # id of a person, Manner, id of a question or None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._meeting: MeetingSnapshot | None = None
        self.person, self.question = ChoiceBox(), ChoiceBox()
        self.written, self.none = button(), button()
        self.person.setMinimumContentsLength(_NAME_LETTERS)
        self.question.setMinimumContentsLength(_QUESTION_LETTERS)
        icons = ThemedIcons(theme, self)
        icons.on_button(self.written, "plus")
        icons.on_button(self.none, "minus")
        flow = FlowLayout(self, gap=8, line_gap=6)
        for part in (self.person, self.question, self.written, self.none):
            flow.addWidget(part)
        self.written.clicked.connect(lambda: self._ask(Manner.WRITTEN))
        self.none.clicked.connect(lambda: self._ask(Manner.NONE_GIVEN))
        self.retranslate()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Offer the people and questions of a meeting; what is chosen stays."""
        self._meeting = meeting
        allowed = {p.id for p in meeting.participants if p.name and may_give_opinion(p.role)}
        self.person.offer([one for one in speaker_choices(meeting) if one[1] in allowed])
        questions = zip(meeting.question_ids, meeting.questions, strict=True)
        unspecified: list[tuple[str, object]] = [(self.tr("未指明问题"), None)]
        numbered = [(f"{n}  {text}", key) for n, (key, text) in enumerate(questions, 1)]
        self.question.offer([*unspecified, *numbered])
        self.question.setVisible(bool(numbered))
        for part in (self.person, self.written, self.none):
            part.setEnabled(bool(allowed))

    def choose(self, person_id: str, question_id: str | None) -> None:
        """Choose a person and a question, and go to the first button."""
        self.person.choose(person_id)
        self.question.choose(question_id)
        self.written.setFocus()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.person.setAccessibleName(self.tr("登记谁的意见"))
        self.question.setAccessibleName(self.tr("登记的意见所答问题"))
        self.written.setText(self.tr("登记书面意见"))
        self.none.setText(self.tr("登记未发表意见"))
        if self._meeting is not None:
            self.show_meeting(self._meeting)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _ask(self, manner: Manner) -> None:
        if self.person.value is not None:
            question = self.question.value
            self.asked.emit(
                str(self.person.value), manner, None if question is None else str(question)
            )
