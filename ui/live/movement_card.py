"""A small card in the pane of people: somebody comes, goes, is recused or cut off, with a reason.

It is no window of its own, so that input methods work in it and nothing else is stopped by it.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.presence import entering, leaving
from models.vocabulary import Movement, Presence, Role
from ui.icons import ThemedIcons
from ui.item_models.people import PersonEntry, name_of
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.words import movement_word

_GOING = (Movement.LEFT, Movement.RECUSED, Movement.CUT_OFF)


def movements_from(where: Presence) -> tuple[Movement, ...]:
    """Return how somebody's presence can change from where they are, the usual one first."""
    if not where.is_there:
        comes = entering(where)
        return () if comes is None else (comes,)
    return _GOING if where is Presence.BY_VIDEO else _GOING[:2]


class MovementCard(QFrame):
    """Asks how somebody's presence changes. Enter in the reason takes the usual way, Esc closes."""

    chosen = Signal(str, object, str)  # id of a participant, a Movement, the reason
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entryCard")
        self._entry: PersonEntry | None = None
        self.title = label("entryTitle", wrap=True)
        self.reason = QLineEdit()
        self.reason.setObjectName("fieldLine")
        self._close = button("fieldButton")
        ThemedIcons(theme, self).on_button(self._close, "x")
        self.buttons: dict[Movement, QPushButton] = {}
        choices = row(spacing=6)
        for movement in Movement:
            made = self.buttons[movement] = button()
            made.clicked.connect(lambda _=False, movement=movement: self._choose(movement))
            choices.addWidget(made)
        choices.addStretch(1)
        head = row(self.title, self._close)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addLayout(choices)
        self._close.clicked.connect(self.dismiss)
        self.reason.returnPressed.connect(self._choose_usual)
        self.hide()
        self.retranslate()

    @property
    def participant_id(self) -> str:
        """Whom it is about; empty while it is closed."""
        return self._entry.person.id if self._entry is not None else ""

    def ask(self, entry: PersonEntry) -> None:
        """Ask about somebody; of who is recused from the whole meeting there is nothing to ask."""
        if entry.person.role == Role.RECUSED:
            return
        self._entry = entry
        self.reason.clear()
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def follow(self, entry: PersonEntry | None) -> None:
        """Offer what fits by now; close if that somebody is gone from the list."""
        if self._entry is None:
            return
        if entry is None:
            self.dismiss()
        elif entry.where is not self._entry.where:
            self._entry = entry
            self.retranslate()

    def dismiss(self) -> None:
        """Close, and ask nothing."""
        if self._entry is not None:
            self._entry = None
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.reason.setAccessibleName(self.tr("原因"))
        self._close.setToolTip(self.tr("关闭"))
        self._close.setAccessibleName(self.tr("关闭"))
        where = self._entry.where if self._entry is not None else Presence.PRESENT
        offered = movements_from(where)
        hint = self.tr("原因（可以不写），回车登记{movement}")
        self.reason.setPlaceholderText(hint.format(movement=movement_word(offered[0])))
        for movement, made in self.buttons.items():
            made.setText(movement_word(movement))
            made.setVisible(movement in offered)
        if self._entry is not None:
            words = self.tr("{name}：{where}")
            name = name_of(self._entry.person)
            self.title.setText(words.format(name=name, where=self._entry.whereabouts))
        self.setAccessibleName(self.title.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _choose_usual(self) -> None:
        """Take the usual way; a reason that begins with 回避 or 掉线 says another one."""
        if self._entry is None:
            return
        text = self.reason.text().strip()
        gone = leaving(self._entry.where, text)
        if gone is not None:
            self._tell(*gone)
        else:
            self._tell(movements_from(self._entry.where)[0], text)

    def _choose(self, movement: Movement) -> None:
        self._tell(movement, self.reason.text().strip())

    def _tell(self, movement: Movement, reason: str) -> None:
        person = self.participant_id
        self.dismiss()
        if person:
            self.chosen.emit(person, movement, reason)
