"""What a person types into: the base of all inputs, one line, several lines, a number.

An input shows a text and knows which value the text means. What it shows may be half-entered; it
neither judges nor saves.
"""

import re
import unicodedata

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.guard.waves import WavedLine, WavedText
from ui.widgets.basics import row

_MOST_LINES = 16  # a longer text is scrolled in its field
_NUMBER = re.compile(r"[+-]?\d+", re.ASCII)


class Input(QWidget):
    """Holds the text of one field."""

    edited = Signal()  # by hand, not by show_text
    settled = Signal()  # Enter, or a choice by mouse: to be saved at once

    def __init__(self) -> None:
        super().__init__()
        self.composing = False  # an input method is at work

    def text(self) -> str:
        """Return the text as it stands."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show another text; it is the first one that undo inside the field knows."""
        raise NotImplementedError

    def value_of(self, text: str) -> object:
        """Return the value that a text means; an unreadable text is returned as it is."""
        return text or None

    def text_of(self, value: object) -> str:
        """Return how a value stands in the field."""
        return "" if value is None else str(value)

    def hold(self, *, locked: bool) -> None:
        """Let the text be read and copied only, or changed again."""
        raise NotImplementedError

    def entry_widget(self) -> QWidget:
        """Return the widget that takes the focus and the accessible name."""
        raise NotImplementedError

    def set_name(self, name: str, description: str) -> None:
        """Say what the field is, to those who cannot see it."""
        self.entry_widget().setAccessibleName(name)
        self.entry_widget().setAccessibleDescription(description)

    def retranslate(self) -> None:
        """Say it in the language in force."""

    def holds_focus(self) -> bool:
        """Say whether a part of the input has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def watch(self, event: QEvent) -> None:
        """Keep in mind whether an input method is at work in a part of the input."""
        if isinstance(event, QInputMethodEvent):
            self.composing = bool(event.preeditString())

    def _contain(self, *parts: QWidget) -> None:
        self.setLayout(row(*parts, spacing=0))


class LineInput(Input):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.line = WavedLine()
        self.line.setObjectName("fieldLine")
        self.line.setAcceptDrops(False)  # files dropped on it are case files for the window
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.settled)
        self._contain(self.line)

    def text(self) -> str:
        """Return the text as it stands."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Show another text, leaving the cursor where it can be."""
        place = self.line.cursorPosition() if self.line.hasFocus() else 0
        self.line.setText(text)
        self.line.setCursorPosition(min(place, len(text)))

    def hold(self, *, locked: bool) -> None:
        """Let the text be read and copied only, or changed again."""
        self.line.setReadOnly(locked)

    def entry_widget(self) -> QWidget:
        """Return the line."""
        return self.line


class NumberInput(LineInput):
    """A whole number."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def value_of(self, text: str) -> object:
        """Return the number, of digits of any width."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        return int(plain) if _NUMBER.fullmatch(plain) and len(plain) < 12 else text


class _GrowingText(WavedText):
    """As high as its text, up to sixteen lines; Tab leaves it."""

    def __init__(self, least_lines: int) -> None:
        super().__init__()
        self._least_lines = least_lines
        self.setObjectName("fieldText")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the text."""
        pitch = self.fontMetrics().lineSpacing()
        there = round(self.document().size().height())
        lines = max(self._least_lines, min(_MOST_LINES, there))
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if there > _MOST_LINES else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        frame = self.height() - self.viewport().height() if self.isVisible() else pitch
        wanted = round(lines * pitch + 2 * self.document().documentMargin() + frame)
        if abs(wanted - self.minimumHeight()) > 1:
            self.setFixedHeight(wanted)
            if self.hasFocus():
                QTimer.singleShot(0, self, self._stay_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and take their height."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless the text is being read in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _stay_in_sight(self) -> None:
        """Have the page follow the line that is being typed."""
        above: QWidget | None = self
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            spot = self.viewport().mapTo(above.widget(), self.cursorRect().bottomLeft())
            above.ensureVisible(spot.x(), spot.y(), 0, 2 * self.fontMetrics().lineSpacing())


class LongTextInput(Input):
    """Lines and paragraphs, in a field that begins with some lines and grows."""

    def __init__(self, least_lines: int) -> None:
        super().__init__()
        self.area = _GrowingText(least_lines)
        self._showing = False
        self.area.textChanged.connect(self._tell)
        self._contain(self.area)

    def text(self) -> str:
        """Return the text as it stands, each paragraph on a line of its own."""
        raw = self.area.document().toRawText()  # the plain text would lose non-breaking blanks
        return raw.replace("\u2029", "\n")

    def show_text(self, text: str) -> None:
        """Show another text, leaving the cursor where it can be."""
        place = self.area.textCursor().position()
        self._showing = True
        self.area.setPlainText(text)
        self._showing = False
        cursor = self.area.textCursor()
        cursor.setPosition(min(place, max(0, self.area.document().characterCount() - 1)))
        self.area.setTextCursor(cursor)

    def hold(self, *, locked: bool) -> None:
        """Let the text be read and copied only, or changed again."""
        if self.area.isReadOnly() != locked:
            self.area.setReadOnly(locked)
            self.area.style().polish(self.area)

    def entry_widget(self) -> QWidget:
        """Return the area."""
        return self.area

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()


def is_undo(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo."""
    standard = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (
        event.matches(standard.Undo) or event.matches(standard.Redo)
    )
