"""A button that shows a key and, once pressed, takes the next combination for a new one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.key_choices import MODIFIER_KEYS, native

_HELD = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)


class KeyButton(QPushButton):
    """Takes a combination while it listens; Esc, or leaving it, gives up."""

    pressed_keys = Signal(object)  # a QKeyCombination, to be taken or refused
    listening_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyButton")
        self.setAutoDefault(True)  # Enter presses the button that has the focus
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._keys = ""
        self._held = ""
        self._listening = False
        self.clicked.connect(self.listen)

    @property
    def is_listening(self) -> bool:
        """Whether the next combination is taken."""
        return self._listening

    def show_keys(self, keys: str) -> None:
        """Show these keys and listen no more."""
        self._keys = keys
        self._stop()

    def listen(self) -> None:
        """Take the next combination."""
        self.setFocus()
        self._turn(on=True)

    def event(self, event: QEvent) -> bool:
        """Get every key while it listens, before shortcuts and the Tab key do what they mean."""
        if self._listening and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
            if event.type() is QEvent.Type.KeyRelease:
                self._held = ""
                self.say()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Listen no more."""
        self._stop()
        super().focusOutEvent(event)

    def say(self) -> None:
        """Show what it is about, in the language in force."""
        if self._listening:
            self.setText(self._held or self.tr("请按新的快捷键…"))
        else:
            self.setText(native(self._keys) if self._keys else self.tr("没有"))

    def _take(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in MODIFIER_KEYS:
            self._held = "".join(words for modifier, words in _HELD if held & modifier)
            self.say()
        elif event.key() == Qt.Key.Key_Escape and not held:
            self._stop()
        elif event.key() not in (Qt.Key.Key_unknown, 0):
            self._held = ""
            self.pressed_keys.emit(event.keyCombination())
            self.say()

    def _stop(self) -> None:
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        changed = self._listening != on
        self._listening, self._held = on, ""
        self.setProperty("listening", on)
        self.style().polish(self)
        self.say()
        if changed:
            self.listening_changed.emit(on)
