"""A band over the record while a conference in session has too few people for its quorum."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from models.quorum import QuorumNow
from models.snapshot import MeetingSnapshot
from models.states import STATES, Phase
from ui.icons import ThemedIcons
from ui.live.quorum_words import missing_text
from ui.theme import Theme
from ui.widgets.basics import label, row


class QuorumBand(QFrame):
    """Comes and goes by itself, and stops nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warnLine")
        self._found: QuorumNow | None = None
        self._text = label("warnText", wrap=True)
        sign = label()
        ThemedIcons(theme, self).on_label(sign, "triangle-alert", "warn", size=16)
        line = row(sign, self._text, margins=(26, 7, 18, 7))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """What is missing; empty while nothing is."""
        return self._text.text()

    def show_quorum(self, meeting: MeetingSnapshot | None, found: QuorumNow | None) -> None:
        """Tell what is missing while the meeting is in session; nothing of any other."""
        in_session = meeting is not None and STATES[meeting.state].phase is Phase.IN_SESSION
        self._found = found if in_session else None
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        text = missing_text(self._found)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
