"""The line in which people are added: by characters, first letters of pinyin, or a whole list."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.roster import is_list
from ui.forms.inputs import is_undo
from ui.icons import ThemedIcons
from ui.item_models.candidates import Candidate, KnownPeople
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.person_popup import CandidatePopup

if TYPE_CHECKING:
    from models.roster import KnownPerson

_DRAFT_PAUSE_MS = 1000
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_OF_THE_LIST = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class _Field(QLineEdit):
    """A line that hands its keys to the list below it, but none while text is being composed."""

    stepped = Signal(int)
    entered = Signal()
    escaped = Signal()
    left = Signal()
    entered_focus = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.has_list: Callable[[], bool] = lambda: False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether an input method is at work."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk in the list, add, or close it."""
        key = Qt.Key(event.key())
        if self._composing and key in _OF_THE_LIST:
            event.accept()  # the page must not scroll by it either
        elif self._composing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.has_list():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody wants to add people."""
        super().focusInEvent(event)
        self.entered_focus.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window while nothing is typed."""
        if event.type() is QEvent.Type.ShortcutOverride and is_undo(event) and not self.text():
            event.ignore()
            return False
        return super().event(event)


class AddPersonLine(QWidget):
    """Asks for people to be added; who they are, the page decides."""

    chosen = Signal(object)  # a KnownPerson
    named = Signal(str)  # the name of somebody new
    listed = Signal(str)  # a list, one person per line
    wanted = Signal()  # the known people are needed
    text_kept = Signal(str)  # what is typed and not added yet; empty for nothing

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = KnownPeople()
        self._present: Collection[tuple[str, str]] = ()
        self.field = _Field()
        self.field.setAcceptDrops(False)  # files dropped on it are case files for the window
        self.popup = CandidatePopup(theme, self.field)
        self.field.has_list = self.popup.isVisible
        self._label = label("paneTitle")
        self._label.setBuddy(self.field)
        self._add = button()
        self._hint = label("muted", wrap=True)
        ThemedIcons(theme, self).on_button(self._add, "plus")
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_PAUSE_MS)
        self._timer.timeout.connect(self.keep_text)
        self._connect()
        line = row(self._label, self.field, self._add, spacing=10)
        line.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._hint)
        self.setFocusProxy(self.field)
        self.retranslate()

    @property
    def people(self) -> "tuple[KnownPerson, ...]":
        """The known people."""
        return self._known.people

    def set_known(self, people: "Sequence[KnownPerson]") -> None:
        """Offer these people from now on."""
        if self._known.people != tuple(people):
            self._known = KnownPeople(people)
            self._refresh()

    def set_present(self, present: Collection[tuple[str, str]]) -> None:
        """Say who is in the meeting: their names and offices as they are compared."""
        self._present = present
        self._refresh()

    def set_text(self, text: str) -> None:
        """Put what was typed before into the field, in place of what stands there."""
        self._timer.stop()
        self.popup.hide()
        self.field.setText(text)
        self.tell("")
        self._mark()

    def clear(self) -> None:
        """Empty the field and close the list."""
        self.field.clear()
        self.popup.hide()
        self.keep_text()
        self._mark()

    def tell(self, words: str) -> None:
        """Say below the field what became of the last entry."""
        self._hint.setText(words or self._hint_text())

    def keep_text(self) -> None:
        """Have what is typed kept for later."""
        self._timer.stop()
        self.text_kept.emit(self.field.text())

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._label.setText(self.tr("添加人员"))
        self._add.setText(self.tr("添加"))
        self.field.setPlaceholderText(self.tr("姓名、其中的字或者拼音首字母"))
        self.field.setAccessibleName(self.tr("添加人员"))
        self.tell("")
        self.popup.retranslate(self._text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _text(self) -> str:
        return self.field.text().strip()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._edited)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self.add)
        self.field.escaped.connect(self.popup.hide)
        self.field.entered_focus.connect(self.wanted)
        self.field.left.connect(self.popup.hide)
        self.field.left.connect(self.keep_text)
        self.popup.chosen.connect(self._choose)
        self.popup.new_asked.connect(lambda: self.named.emit(self._text))
        self._add.clicked.connect(self.add)

    def add(self) -> None:
        """Add whom the list has marked, the list that was typed, or somebody new."""
        text = self._text
        if is_list(text):
            self.listed.emit(text)
        elif self.popup.isHidden():
            self._show_popup()
            if text and not self.popup.model.rows:
                self.named.emit(text)
        elif self.popup.current is not None:
            self._choose(self.popup.current)
        elif self.popup.on_new:
            self.named.emit(text)

    def _edited(self, text: str) -> None:
        self.tell("")
        self._mark()
        self._timer.start()
        if "\n" in text.strip():
            self.listed.emit(text)  # several lines were pasted
        elif self._text:
            self._show_popup()
        else:
            self.popup.hide()

    def _step(self, step: int) -> None:
        if self.popup.isHidden():
            self._show_popup()
            return
        for _ in range(abs(step)):
            self.popup.step(1 if step > 0 else -1)

    def _show_popup(self) -> None:
        text = self._text
        if is_list(text):
            self.popup.hide()
            return
        default = self.popup.model.show(self._known.find(text), self._present, text)
        self.popup.present(default, text)

    def _refresh(self) -> None:
        if not self.popup.isHidden():
            self._show_popup()

    def _choose(self, candidate: object) -> None:
        assert isinstance(candidate, Candidate)  # what the list holds
        self.chosen.emit(candidate.person)

    def _mark(self) -> None:
        self._add.setEnabled(bool(self._text))

    def _hint_text(self) -> str:
        return self.tr(
            "可以输入“单”或者“zxm”，用上下方向键选择，按回车键添加；"
            "也可以粘贴名单，每行一人：姓名、单位、职务。"
        )
