"""Fields inside a list: a text that grows with what is typed, and a number of minutes.

Enter and Esc end them, never while an input method is composing. They give the keys of undo and
redo away while they hold nothing of their own to take back.
"""

import math
import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QRegularExpressionValidator,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.guard.waves import WavedText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYING = {  # the focus comes back by itself
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_MOST_DIGITS = 3

_CHINESE_DIGITS = "一二三四五六七八九十百零〇"
_NUMBERING = re.compile(
    rf"""\s*(?:
        [(（]\s*(?:\d{{1,3}}|[{_CHINESE_DIGITS}]{{1,5}})\s*[)）][、.．]?  # （1） （一）
      | \d{{1,3}}\s*(?:[、)）]|[.．](?!\d))                             # 1. 1、 1）, not 1.5
      | [{_CHINESE_DIGITS}]{{1,5}}\s*[、.．]                           # 一、
      | [\u2460-\u249b\u3220-\u3229]                                   # ① ⑴ ⒈ ㈠
      | \d{{1,3}}\t                                                    # from a table
    )\s*""",
    re.VERBOSE,
)


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text that are not blank, without their numbers."""
    bare = (_without_number(line).strip() for line in text.splitlines())
    return tuple(line for line in bare if line)


class RowField(WavedText):
    """One line of text, wrapped to the width and as high as that takes."""

    entered = Signal()  # by Enter
    given_up = Signal()  # by Esc
    left = Signal()  # the focus went to another part of the window
    gone_up = Signal()  # by the Up key in the first line
    emptied_further = Signal()  # by Backspace where nothing is typed
    grown = Signal()  # it needs another height
    lines_pasted = Signal(object)  # a tuple of texts: what stood there with several lines pasted

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.takes_lines = False
        self.take_tab: Callable[[bool], bool] = lambda _forwards: False
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped on it are case files for the window
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return the text without blanks at its ends."""
        return self.document().toRawText().strip()  # the plain text would lose fixed blanks

    def show_text(self, text: str) -> None:
        """Show a text that is saved, or a half-entered one, with the cursor at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._shown = self.text()

    @property
    def changed(self) -> bool:
        """Whether something was typed since the text was shown."""
        return self.text() != self._shown

    @property
    def composing(self) -> bool:
        """Whether an input method is at work."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def wanted_height(self) -> int:
        """Return the height that the whole text takes."""
        layout = self.document().firstBlock().layout()
        height = max(layout.boundingRect().height(), self.fontMetrics().lineSpacing())
        return math.ceil(height) + self._frame_height()

    def sizeHint(self) -> QSize:
        """Return the size of the text."""
        return QSize(super().sizeHint().width(), self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size: some characters wide, the whole text high."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.wanted_height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take one line as it is; several ones as so many texts, where that is offered."""
        lines = lines_of(source.text())
        if len(lines) < 2:
            self.insertPlainText("".join(source.text().splitlines()).strip())
        elif not self.takes_lines:
            self.insertPlainText(" ".join(source.text().split()))
        else:
            cursor, whole = self.textCursor(), self.document().toRawText()
            before, after = whole[: cursor.selectionStart()], whole[cursor.selectionEnd() :]
            first, *others = lines
            texts = [before + first, *others]
            texts[-1] += after
            self.lines_pasted.emit(tuple(text.strip() for text in texts))

    def event(self, event: QEvent) -> bool:
        """Give undo and redo away where there is nothing of one's own to take back."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_undo(event) and not self.changed:
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Enter or Esc; a line break is never taken."""
        if self.composing:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.emptied_further.emit()
        elif event.key() == Qt.Key.Key_Escape and (self.changed or self.text()):
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Up and self._in_first_line(event):
            self.gone_up.emit()
        elif _is_undo(event) and not self.changed:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Leave by Tab, unless it means something here."""
        return self.take_tab(forwards) or super().focusNextPrevChild(forwards)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so when the field is left."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Grow with what is being composed too."""
        super().inputMethodEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height where the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def _in_first_line(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        block = self.textCursor().block()
        line = block.layout().lineForTextPosition(self.textCursor().positionInBlock())
        return line.lineNumber() <= 0

    def _frame_height(self) -> int:
        return max(0, self.height() - self.viewport().height())

    def _fit(self) -> None:
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)
        self.grown.emit()


class MinutesField(QLineEdit):
    """A number of minutes of up to three digits, of any width."""

    entered = Signal(int)  # by Enter: 0, Up: -1, Down: 1
    given_up = Signal()
    left = Signal()

    def __init__(self, minutes: int | None, first: str, parent: QWidget) -> None:
        super().__init__(first or ("" if minutes is None else str(minutes)), parent)
        self.setObjectName("minutesField")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAcceptDrops(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        most = max(_MOST_DIGITS, len(str(minutes or "")))
        digits = QRegularExpression(f"[0-9\uff10-\uff19]{{0,{most}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        if not first:
            self.selectAll()

    def minutes(self) -> int | None:
        """Return the number; nothing and zero mean that none is planned."""
        return int(unicodedata.normalize("NFKC", self.text()) or 0) or None

    def event(self, event: QEvent) -> bool:
        """Give undo and redo away where nothing was typed."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and _is_undo(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Enter, Esc, or by going to the row above or below."""
        steps = dict.fromkeys(_ENTER, 0) | {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.entered.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif _is_undo(event) and not self.isModified():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forwards: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """Let Tab save the number and stay in the row."""
        self.left.emit()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so when the field is left."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()


def focus_is_in(widget: QWidget) -> bool:
    """Say whether the widget or a part of it has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _without_number(line: str) -> str:
    numbering = _NUMBERING.match(line)
    return line if numbering is None else line[numbering.end() :]


def _is_undo(event: QEvent) -> bool:
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))
