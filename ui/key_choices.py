"""Which keys the user chose for the actions of the window, and why some cannot be chosen."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS
from ui.keys import FIXED, KeyRow

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_CTRL, _SHIFT, _ALT = (
    _Modifier.ControlModifier,
    _Modifier.ShiftModifier,
    _Modifier.AltModifier,
)

MODIFIER_KEYS = frozenset(
    {
        _Key.Key_Control,
        _Key.Key_Shift,
        _Key.Key_Alt,
        _Key.Key_AltGr,
        _Key.Key_Meta,
        _Key.Key_CapsLock,
        _Key.Key_NumLock,
        _Key.Key_ScrollLock,
        _Key.Key_Super_L,
        _Key.Key_Super_R,
    }
)
"""Keys that are only held while another one is pressed."""

_MOVING = frozenset(
    {
        *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape),
        *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home),
        *(_Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown),
    }
)
_EDITING = frozenset(
    {
        *(_Key.Key_A, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_Z, _Key.Key_Y),
        *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home),
        *(_Key.Key_End, _Key.Key_Backspace, _Key.Key_Delete, _Key.Key_Insert),
        *(_Key.Key_Return, _Key.Key_Enter),
    }
)
_MENU_KEYS = frozenset({_Key.Key_F10, _Key.Key_Menu})
_FUNCTION = range(_Key.Key_F1, _Key.Key_F35 + 1)
_DIGITS = range(_Key.Key_0, _Key.Key_9 + 1)
_INPUT_METHODS = frozenset(  # usual switches of Microsoft Pinyin, Sogou and fcitx
    {
        QKeyCombination(_CTRL, _Key.Key_Period),
        QKeyCombination(_CTRL, _Key.Key_Semicolon),
        QKeyCombination(_CTRL | _SHIFT, _Key.Key_F),
    }
)


class Refusal(StrEnum):
    """Why a combination cannot be chosen at all."""

    TYPING = "typing"
    MOVING = "moving"
    EDITING = "editing"
    INPUT_METHOD = "input_method"
    MENU = "menu"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class KeysInForce:
    """The keys of the actions of the window, as chosen or else as they are at first."""

    chosen: Mapping[str, str]  # only what differs

    def of(self, action_id: str) -> str:
        """Return the keys of an action, in Qt's portable form; empty if it has none."""
        return self.chosen.get(action_id, _usual()[action_id])

    def conflict(self, action_id: str, keys: str) -> str:
        """Return the id of what else uses these keys, or nothing."""
        actions = (other for other in _usual() if other != action_id and self.of(other) == keys)
        fixed = (row.id for row in FIXED if keys in _portable(row))
        return next(actions, next(fixed, ""))

    def is_usual(self, action_id: str, keys: str) -> bool:
        """Say whether an action has these keys unless the user chooses others."""
        return _usual()[action_id] == keys

    def with_keys(self, action_id: str, keys: str) -> "KeysInForce":
        """Return the choices once an action has these keys."""
        rest = {name: chosen for name, chosen in self.chosen.items() if name != action_id}
        return KeysInForce(rest if keys == _usual()[action_id] else rest | {action_id: keys})


def stored_keys(text: str) -> KeysInForce:
    """Return the choices that a setting holds. Whatever is wrong in it is passed over.

    Keys that something else uses by now, such as an action that a new version brings, are given up.
    """
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = {}
    chosen = {
        name: keys
        for name, stored in (found.items() if isinstance(found, dict) else ())
        if name in _usual() and (keys := _readable(stored)) and keys != _usual()[name]
    }
    return KeysInForce(_without_clashes(chosen))


def keys_to_store(keys: KeysInForce) -> str:
    """Return the choices as a setting holds them."""
    return json.dumps(dict(sorted(keys.chosen.items()))) if keys.chosen else ""


def refusal_of(pressed: QKeyCombination) -> Refusal | None:
    """Return why that cannot be the key of an action, whatever else uses it; None if it can."""
    key = pressed.key()
    held = pressed.keyboardModifiers() & ~_Modifier.KeypadModifier
    if held & _Modifier.MetaModifier or (held & _CTRL and held & _ALT):
        return Refusal.SYSTEM  # on some layouts Ctrl+Alt is the key that types third signs
    if key in _MENU_KEYS:
        return Refusal.MENU
    if held & _ALT:
        return _refusal_with_alt(key)
    return _refusal_with_ctrl(key) if held & _CTRL else _refusal_alone(key, held)


def is_risky(keys: str) -> bool:
    """Say whether input methods commonly take these keys for themselves."""
    pressed = _combination(keys)
    if pressed is None:
        return False
    ctrl_digit = pressed.keyboardModifiers() == _CTRL and pressed.key() in _DIGITS
    return ctrl_digit or pressed in _INPUT_METHODS


def portable(pressed: QKeyCombination) -> str:
    """Return a combination in Qt's portable form, without telling the keypad apart."""
    held = pressed.keyboardModifiers() & ~_Modifier.KeypadModifier
    return QKeySequence(QKeyCombination(held, pressed.key())).toString()


def native(keys: str) -> str:
    """Return keys as the system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _refusal_with_alt(key: Qt.Key) -> Refusal | None:
    """Alt with a letter opens menus, with a digit types signs, else it mostly is the system's."""
    if key in range(_Key.Key_A, _Key.Key_Z + 1) or key in _DIGITS:
        return Refusal.MENU
    system = {_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Escape, _Key.Key_Space}
    return Refusal.SYSTEM if key in system or key in _FUNCTION else None


def _refusal_with_ctrl(key: Qt.Key) -> Refusal | None:
    if key == _Key.Key_Space:
        return Refusal.INPUT_METHOD
    if key in {_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Escape}:
        return Refusal.MOVING
    return Refusal.EDITING if key in _EDITING else None


def _refusal_alone(key: Qt.Key, held: Qt.KeyboardModifier) -> Refusal | None:
    """Alone or with Shift only keys of functions are free."""
    if key in _FUNCTION:
        return None
    if key == _Key.Key_Space and held:
        return Refusal.INPUT_METHOD  # switches between half and full width
    if key in {_Key.Key_Insert, _Key.Key_Delete, _Key.Key_Backspace}:
        return Refusal.EDITING
    return Refusal.MOVING if key in _MOVING else Refusal.TYPING


def _readable(stored: object) -> str:
    """Return a stored combination in its usual form; nothing if it is none that can be chosen."""
    if not isinstance(stored, str):
        return ""
    pressed = _combination(stored)
    return "" if pressed is None or refusal_of(pressed) else portable(pressed)


def _combination(keys: str) -> QKeyCombination | None:
    """Return the one combination that a text names, or None."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return None
    found = sequence[0]  # type: ignore[index]  # missing in PySide6's stubs
    assert isinstance(found, QKeyCombination)  # what Qt gives
    return None if found.key() == _Key.Key_unknown else found


def _without_clashes(chosen: dict[str, str]) -> dict[str, str]:
    """Return the choices without those that are used twice; the first keys never clash."""
    fixed = {keys for row in FIXED for keys in _portable(row)}
    while True:
        used = Counter(KeysInForce(chosen).of(name) for name in _usual())
        kept = {
            name: keys for name, keys in chosen.items() if used[keys] == 1 and keys not in fixed
        }
        if kept == chosen:
            return kept
        chosen = kept


def _portable(row: KeyRow) -> tuple[str, ...]:
    return tuple(QKeySequence(keys).toString() for keys in row.keys)


def _usual() -> dict[str, str]:
    return {row.id: row.shortcut for row in ACTIONS}
