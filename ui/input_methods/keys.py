"""Keys that an input method wants to be typed: from the symbols of X to events of Qt."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_NAMED = {
    0xFF08: (Qt.Key.Key_Backspace, "\b"),
    0xFF09: (Qt.Key.Key_Tab, "\t"),
    0xFF0D: (Qt.Key.Key_Return, "\r"),
    0xFF1B: (Qt.Key.Key_Escape, "\x1b"),
    0xFF50: (Qt.Key.Key_Home, ""),
    0xFF51: (Qt.Key.Key_Left, ""),
    0xFF52: (Qt.Key.Key_Up, ""),
    0xFF53: (Qt.Key.Key_Right, ""),
    0xFF54: (Qt.Key.Key_Down, ""),
    0xFF55: (Qt.Key.Key_PageUp, ""),
    0xFF56: (Qt.Key.Key_PageDown, ""),
    0xFF57: (Qt.Key.Key_End, ""),
    0xFF8D: (Qt.Key.Key_Enter, "\r"),
    0xFFFF: (Qt.Key.Key_Delete, "\x7f"),
}
_MODIFIERS = {
    1 << 0: Qt.KeyboardModifier.ShiftModifier,
    1 << 2: Qt.KeyboardModifier.ControlModifier,
    1 << 3: Qt.KeyboardModifier.AltModifier,
}
_UNICODE = 0x01000000  # added to the code point of what has no symbol of its own


def typed_key(symbol: int, state: int, *, pressed: bool) -> QKeyEvent:
    """Return the event of a key, told as symbol and state of X."""
    kind = QEvent.Type.KeyPress if pressed else QEvent.Type.KeyRelease
    modifiers = Qt.KeyboardModifier.NoModifier
    for bit, modifier in _MODIFIERS.items():
        if state & bit:
            modifiers |= modifier
    key, text = _NAMED.get(symbol) or _character(symbol)
    return QKeyEvent(kind, key, modifiers, 0, symbol, state, text)


def _character(symbol: int) -> tuple[int, str]:
    """Return key and text of a symbol for a character; nothing if it is another one."""
    point = symbol - _UNICODE if symbol > _UNICODE else symbol
    if symbol < _UNICODE and not (0x20 <= symbol <= 0x7E or 0xA0 <= symbol <= 0xFF):
        return 0, ""
    return ord(chr(point).upper()[:1]), chr(point)
