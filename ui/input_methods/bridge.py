"""Carries keys to fcitx 4 and its text into the field that has the focus.

It stands where a plugin of Qt would: a key goes to the daemon before shortcuts and fields see it,
and what the daemon says before its answer is shown before the key. Only the window with the focus
is filtered, and keys leave it only while a field for text, other than for a password, has the focus.
"""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QPalette,
    QTextCharFormat,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from ui.input_methods.fcitx4 import (
    Commit,
    Fcitx4,
    ForwardedKey,
    Interrupted,
    Look,
    Preedit,
    Ready,
    Word,
)
from ui.input_methods.keys import typed_key
from ui.qt_text import qt_length

_Attribute = QInputMethodEvent.Attribute
_AttributeType = QInputMethodEvent.AttributeType
_SECRET = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Fcitx4Bridge(QObject):
    """Serves all windows of an application, as long as it runs."""

    def __init__(self, daemon: Fcitx4, application: QApplication) -> None:
        super().__init__(application)
        self._daemon = daemon
        self._window: QWindow | None = None
        self._field: QObject | None = None  # that the daemon knows to have the focus
        self._preedit = Preedit()
        self._caret = (0, 0, 0, 0)
        self._judged = (0, 0)  # time and code of the last key pressed that was asked about
        self._taken = False
        self._notifier = QSocketNotifier(daemon.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._listen)
        application.focusWindowChanged.connect(self._watch)
        application.focusObjectChanged.connect(self._attend)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._place_caret)
        application.aboutToQuit.connect(self._close)
        self._watch(QGuiApplication.focusWindow())

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Ask the daemon about keys; end composing at a click."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._takes(event):
                event.accept()  # no shortcut then, and it comes again as a key
                return True
        elif kind in _KEYS and isinstance(event, QKeyEvent):
            return self._takes(event)
        elif kind == QEvent.Type.MouseButtonPress and self._preedit.text:
            self._settle()
            self._daemon.reset()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Filter the window that has the focus, and no other."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def _takes(self, event: QKeyEvent) -> bool:
        """Return whether the daemon takes a key; it is asked once, though the key comes twice."""
        if not event.nativeVirtualKey():  # not from a keyboard
            return False
        pressed = event.type() != QEvent.Type.KeyRelease
        key = event.timestamp(), event.nativeScanCode()
        if pressed and key == self._judged:
            return self._taken
        self._attend()
        if self._field is None or isinstance(QApplication.activePopupWidget(), QMenu):
            return False
        self._place_caret()
        taken = self._daemon.takes_key(
            event.nativeVirtualKey(),
            event.nativeScanCode(),
            event.nativeModifiers(),
            pressed=pressed,
            time_ms=event.timestamp(),
        )
        if pressed:
            self._judged, self._taken = key, taken
        self._listen()
        return taken

    def _attend(self) -> None:
        """Tell the daemon of the focus if it has moved, and settle what was left behind."""
        focused = QGuiApplication.focusObject()
        field = focused if _takes_text(focused) else None
        if field is self._field:
            return
        if self._field is not None:
            self._settle()
            self._daemon.focus_out()
        self._field = field
        if field is not None:
            self._daemon.focus_in()
            self._place_caret()

    def _place_caret(self) -> None:
        """Tell the daemon where the caret is, in pixels of the display."""
        window = self._window
        if self._field is None or window is None or not isValid(window):
            return  # that of a closed dialog is gone before we hear of the next one
        caret = QGuiApplication.inputMethod().cursorRectangle().toRect()
        origin = window.screen().geometry().topLeft()  # not scaled, unlike what lies on the screen
        scale = window.devicePixelRatio()
        corner = (window.mapToGlobal(caret.topLeft()) - origin) * scale + origin
        placed = (
            corner.x(),
            corner.y(),
            round(caret.width() * scale),
            round(caret.height() * scale),
        )
        if placed != self._caret:
            self._caret = placed
            self._daemon.place_caret(*placed)

    def _listen(self) -> None:
        """Do what the daemon has said."""
        for word in self._daemon.words():
            self._obey(word)
        if not self._daemon.connected:
            self._notifier.setEnabled(False)

    def _obey(self, word: Word) -> None:
        match word:
            case Commit(text):
                self._write(Preedit(), text)
            case Preedit():
                self._write(word, "")
            case ForwardedKey(symbol, state, pressed):
                if self._field is not None:
                    key = typed_key(symbol, state, pressed=pressed)
                    QCoreApplication.sendEvent(self._field, key)
            case Interrupted():
                self._settle()
            case Ready():
                self._field = None
                self._caret = (0, 0, 0, 0)
                self._attend()
            case _:
                assert_never(word)

    def _settle(self) -> None:
        """Make text of what is being composed, since nobody will finish it."""
        if self._preedit.text:
            self._write(Preedit(), self._preedit.kept)

    def _write(self, preedit: Preedit, commit: str) -> None:
        """Show what is being composed, and add what is done."""
        self._preedit = preedit
        if self._field is None or not isValid(self._field):
            return
        event = QInputMethodEvent(preedit.text, _attributes(preedit))
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self._field, event)

    def _close(self) -> None:
        self._notifier.setEnabled(False)
        self._watch(None)
        self._field = None
        self._daemon.close()


def _takes_text(focused: QObject | None) -> bool:
    """Say whether an object is a field in which text may be composed."""
    if focused is None:
        return False
    queries = Qt.InputMethodQuery.ImEnabled | Qt.InputMethodQuery.ImHints
    asked = QInputMethodQueryEvent(queries)
    QCoreApplication.sendEvent(focused, asked)
    hints = Qt.InputMethodHint(asked.value(Qt.InputMethodQuery.ImHints) or 0)
    return bool(asked.value(Qt.InputMethodQuery.ImEnabled)) and not hints & _SECRET


def _attributes(preedit: Preedit) -> list[_Attribute]:
    """Return how the parts look and where the caret is, in the units of Qt's texts."""
    attributes = []
    start = 0
    for text, look in preedit.parts:
        length = qt_length(text)
        attributes.append(_Attribute(_AttributeType.TextFormat, start, length, _format(look)))
        start += length
    caret = qt_length(preedit.text[: preedit.caret])
    if preedit.text:
        attributes.append(_Attribute(_AttributeType.Cursor, caret, 1, None))
    return attributes


def _format(look: Look) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontUnderline(not look & Look.NO_UNDERLINE)
    if look & Look.HIGHLIGHT:
        palette = QGuiApplication.palette()
        shape.setBackground(palette.brush(QPalette.ColorRole.Highlight))
        shape.setForeground(palette.brush(QPalette.ColorRole.HighlightedText))
    return shape
