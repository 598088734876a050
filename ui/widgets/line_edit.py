"""The field of the typing line: grows with its text, Enter hands it in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.guard.waves import WavedText
from ui.theme import Theme

_FEWEST_LINES = 2
_MOST_LINES = 6
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYPAD = ~Qt.KeyboardModifier.KeypadModifier


class LineEdit(WavedText):
    """Takes the words of one contribution.

    Enter belongs to the input method while it composes; Shift+Enter begins a new line. Tab leaves.
    Undo is the field's own while it has text, else the program's.
    """

    given_up = Signal()  # Esc, while there is something to give up

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lineEdit")
        self._theme = theme
        self.can_give_up = False
        self.takes_key: Callable[[QKeyEvent], bool] = lambda _event: False  # before the field does
        self.hand_in: Callable[[], None] = lambda: None  # a signal would take longer
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def composing(self) -> bool:
        """Whether an input method has words that are not given over yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    @property
    def words(self) -> str:
        """The text as typed or pasted."""
        return self.marked_text()

    def event(self, event: QEvent) -> bool:
        """Take keys, Enter and Esc among them; leave undo to the program while empty."""
        if isinstance(event, QKeyEvent):
            kind = event.type()
            if kind is QEvent.Type.KeyPress:
                return self.takes_key(event) or self._ends(event) or super().event(event)
            if kind is QEvent.Type.ShortcutOverride and self._gives_up(event):
                event.accept()
                return True
            if kind is QEvent.Type.ShortcutOverride and self._leaves_undo(event):
                event.ignore()
                return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return a size for the text it holds, within bounds."""
        return QSize(super().sizeHint().width(), self.height())

    def _ends(self, event: QKeyEvent) -> bool:
        """Hand in at Enter, give up at Esc; say whether it was one of them."""
        if event.key() in _RETURNS and _is_plain(event) and not self.composing:
            self.hand_in()
        elif self._gives_up(event):
            self.given_up.emit()
        else:
            return False
        return True

    def _gives_up(self, event: QKeyEvent) -> bool:
        escape = event.key() == Qt.Key.Key_Escape and _is_plain(event)
        return escape and self.can_give_up and not self.composing

    def _leaves_undo(self, event: QKeyEvent) -> bool:
        return self.document().isEmpty() and not self.composing and _is_undo(event)

    def _fit(self) -> None:
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = min(max(self.document().size().height(), _FEWEST_LINES), _MOST_LINES)
        margins = 2 * self.document().documentMargin() + 2 * self.frameWidth()
        self.setFixedHeight(round(lines * line + margins + self._theme.space_px(6)))


def _is_plain(event: QKeyEvent) -> bool:
    return not event.modifiers() & _NO_KEYPAD


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
