"""What fcitx 4 says reaches the field in order, and it is asked about the right keys only."""

import socket
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

pytest.importorskip("jeepney", reason="about desktops of Linux")

from ui.input_methods.bridge import Fcitx4Bridge, _attributes
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

UNDERLINED = Look(0)
BACKSPACE = 0xFF08
ESCAPE = "\x1b"
CODES = {"a": 38, "n": 57, ".": 60, "s": 39, ESCAPE: 9}


def composing(text: str, look: Look = UNDERLINED) -> Preedit:
    return Preedit(((text, look),), len(text))


class ScriptedFcitx(Fcitx4):
    """Answers keys as a script says, and writes down what it was told."""

    def __init__(self) -> None:
        self.connected = True
        self._ends = socket.socketpair()
        self.heard: list[str] = []
        self.told: list[str] = []
        self.answers: deque[tuple[bool, tuple[Word, ...]]] = deque()
        self._words: deque[Word] = deque([Ready()])

    def says(self, *words: Word) -> None:
        """Say something without having been asked."""
        self._words.extend(words)

    def fileno(self) -> int:
        """Return what never becomes readable."""
        return self._ends[0].fileno()

    def words(self) -> Iterator[Word]:
        """Give what was said."""
        while self._words:
            yield self._words.popleft()

    def takes_key(self, symbol: int, code: int, state: int, *, pressed: bool, time_ms: int) -> bool:
        """Answer as the script says."""
        del code, state, time_ms
        self.heard.append(f"{'press' if pressed else 'release'} {chr(symbol)}")
        taken, words = self.answers.popleft() if self.answers else (False, ())
        self._words.extend(words)
        return taken

    def focus_in(self) -> None:
        """Write it down."""
        self.told.append("focus in")

    def focus_out(self) -> None:
        """Write it down."""
        self.told.append("focus out")

    def reset(self) -> None:
        """Write it down."""
        self.told.append("reset")

    def place_caret(self, x: int, y: int, width: int, height: int) -> None:
        """Where it is does not matter here."""

    def close(self) -> None:
        """Close what never became readable."""
        for end in self._ends:
            end.close()


class Fields(QWidget):
    """A field of each kind."""

    def __init__(self) -> None:
        super().__init__()
        self.note, self.line, self.secret = QPlainTextEdit(self), QLineEdit(self), QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        layout = QVBoxLayout(self)
        for field in (self.note, self.line, self.secret):
            layout.addWidget(field)

    @property
    def composed(self) -> str:
        """What is being composed in the note."""
        return self.note.textCursor().block().layout().preeditAreaText()


@pytest.fixture
def fields(qtbot: QtBot) -> Fields:
    made = Fields()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.note.setFocus()
    return made


@pytest.fixture
def fcitx() -> ScriptedFcitx:
    return ScriptedFcitx()


@pytest.fixture
def bridge(fields: Fields, fcitx: ScriptedFcitx, qapp: QApplication) -> Iterator[Fcitx4Bridge]:
    assert fields.isActiveWindow()
    made = Fcitx4Bridge(fcitx, qapp)
    made._listen()
    yield made
    made._close()
    made.setParent(None)
    made.deleteLater()


def press(fields: Fields, letter: str, *, time_ms: int = 1) -> QKeyEvent:
    """Press a key as a keyboard does: the window gets it."""
    return _send(fields, QEvent.Type.KeyPress, letter, time_ms)


def _send(fields: Fields, kind: QEvent.Type, letter: str, time_ms: int) -> QKeyEvent:
    key, code = Qt.Key.Key_Escape if letter == ESCAPE else ord(letter.upper()), CODES[letter]
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, key, none, code, ord(letter), 0, letter)
    event.setTimestamp(time_ms)
    QCoreApplication.sendEvent(_window(fields), event)
    return event


def _window(fields: Fields) -> QWindow:
    return fields.windowHandle()


# The orders in which input methods were seen to end composing.
ENDINGS: dict[str, tuple[Word, ...]] = {
    "text, then emptied": (Commit("检查"), Preedit()),
    "emptied, then text": (Preedit(), Commit("检查")),
    "emptied, text, emptied": (Preedit(), Commit("检查"), Preedit()),
    "text in two pieces": (Commit("检"), composing("cha"), Commit("查"), Preedit()),
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("field", ["note", "line"])
@pytest.mark.usefixtures("bridge")
def test_text_arrives_once_in_whatever_order_composing_ends(
    field: str, ending: tuple[Word, ...], fields: Fields, fcitx: ScriptedFcitx
) -> None:
    target = fields.note if field == "note" else fields.line
    target.setFocus()
    for letters in ("j", "jian", "jiancha"):
        fcitx.answers.append((True, (composing(letters),)))
        press(fields, "a", time_ms=len(letters))
    fcitx.answers.append((True, ending))
    press(fields, "s", time_ms=100)

    text = fields.note.toPlainText() if field == "note" else fields.line.text()
    assert text == "检查"
    assert fields.composed == ""


@pytest.mark.usefixtures("bridge")
def test_text_that_a_key_brings_forth_stands_before_that_key(
    fields: Fields, fcitx: ScriptedFcitx
) -> None:
    fcitx.answers += [(True, (composing("ni"),)), (False, (Commit("你"), Preedit()))]

    press(fields, "n", time_ms=1)
    press(fields, ".", time_ms=2)

    assert fields.note.toPlainText() == "你."


@pytest.mark.usefixtures("bridge")
def test_a_key_that_was_taken_reaches_no_field(fields: Fields, fcitx: ScriptedFcitx) -> None:
    fcitx.answers.append((True, ()))

    press(fields, "n")

    assert fields.note.toPlainText() == ""


@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.usefixtures("bridge")
def test_a_key_is_asked_about_once_though_it_comes_as_shortcut_first(
    fields: Fields, fcitx: ScriptedFcitx, *, taken: bool
) -> None:
    fcitx.answers.append((taken, ()))

    first = _send(fields, QEvent.Type.ShortcutOverride, ESCAPE, 7)
    press(fields, ESCAPE, time_ms=7)
    press(fields, ESCAPE, time_ms=8)

    assert first.isAccepted() == taken  # accepted: it is no shortcut
    assert fcitx.heard == [f"press {ESCAPE}"] * 2


@pytest.mark.usefixtures("bridge")
def test_the_daemon_hears_of_keys_let_go(fields: Fields, fcitx: ScriptedFcitx) -> None:
    press(fields, "s", time_ms=7)
    _send(fields, QEvent.Type.KeyRelease, "s", 7)

    assert fcitx.heard == ["press s", "release s"]


@pytest.mark.usefixtures("bridge")
def test_the_daemon_hears_nothing_of_a_password(fields: Fields, fcitx: ScriptedFcitx) -> None:
    fields.secret.setFocus()

    press(fields, "s")

    assert fcitx.heard == []
    assert fields.secret.text() == "s"
    assert fcitx.told == ["focus in", "focus out"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.usefixtures("bridge")
def test_the_keys_of_a_menu_are_its_own(fields: Fields, fcitx: ScriptedFcitx, qtbot: QtBot) -> None:
    menu = QMenu(fields)
    menu.addAction("…")
    menu.popup(fields.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(menu.isVisible)

    press(fields, "s")

    assert fcitx.heard == []
    menu.close()


@pytest.mark.parametrize(("look", "kept"), [(UNDERLINED, "检查"), (Look.NOT_KEPT, "")])
@pytest.mark.usefixtures("bridge")
def test_leaving_a_field_settles_there_what_was_being_composed(
    look: Look, kept: str, fields: Fields, fcitx: ScriptedFcitx
) -> None:
    fcitx.answers.append((True, (composing("检查", look),)))
    press(fields, "n")

    fields.line.setFocus()

    assert (fields.note.toPlainText(), fields.composed) == (kept, "")
    assert fields.line.text() == ""
    assert fcitx.told == ["focus in", "focus out", "focus in"]


@pytest.mark.usefixtures("bridge")
def test_a_click_settles_what_was_being_composed(
    fields: Fields, fcitx: ScriptedFcitx, qtbot: QtBot
) -> None:
    fcitx.answers.append((True, (composing("检查"),)))
    press(fields, "n")

    qtbot.mouseClick(  # type: ignore[no-untyped-call] # pytest-qt
        _window(fields), Qt.MouseButton.LeftButton, pos=QPoint(30, 30)
    )

    assert (fields.note.toPlainText(), fields.composed) == ("检查", "")
    assert fcitx.told[-1] == "reset"


def test_what_was_being_composed_stays_as_text_when_the_daemon_dies(
    bridge: Fcitx4Bridge, fields: Fields, fcitx: ScriptedFcitx
) -> None:
    fcitx.answers.append((True, (composing("检查"),)))
    press(fields, "n", time_ms=1)

    fcitx.says(Interrupted())
    bridge._listen()
    press(fields, "a", time_ms=2)

    assert (fields.note.toPlainText(), fields.composed) == ("检查a", "")


def test_a_daemon_that_is_back_is_told_of_the_focus(
    bridge: Fcitx4Bridge, fcitx: ScriptedFcitx
) -> None:
    fcitx.told.clear()

    fcitx.says(Interrupted(), Ready())
    bridge._listen()

    assert fcitx.told == ["focus in"]


def test_a_key_the_daemon_sends_is_typed(
    bridge: Fcitx4Bridge, fields: Fields, fcitx: ScriptedFcitx
) -> None:
    fcitx.says(Commit("检查院"), ForwardedKey(BACKSPACE, 0, pressed=True))
    fcitx.says(ForwardedKey(ord("a"), 0, pressed=True), ForwardedKey(ord("a"), 0, pressed=False))

    bridge._listen()

    assert fields.note.toPlainText() == "检查a"


@pytest.mark.usefixtures("bridge")
def test_a_field_that_goes_while_it_is_composed_in_takes_nothing_with_it(
    fields: Fields, fcitx: ScriptedFcitx, qtbot: QtBot
) -> None:
    fields.line.setFocus()
    fcitx.answers.append((True, (composing("检查"),)))
    press(fields, "n", time_ms=1)

    with qtbot.waitSignal(fields.line.destroyed):
        fields.line.deleteLater()
    fields.note.setFocus()
    press(fields, "a", time_ms=2)

    assert fields.note.toPlainText() == "a"


@pytest.mark.usefixtures("bridge")
def test_a_field_that_gets_the_focus_back_from_a_dialog_is_attended_to(
    fields: Fields, fcitx: ScriptedFcitx, qtbot: QtBot
) -> None:
    """It has the focus before its window has: the one known is still that of the dialog."""
    dialog = Fields()
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.line.setFocus()
    delete(dialog)
    fcitx.told.clear()

    fields.activateWindow()
    qtbot.waitUntil(fields.note.hasFocus)

    assert fcitx.told == ["focus in"]


def test_a_selection_survives_words_that_change_nothing(
    bridge: Fcitx4Bridge, fields: Fields, fcitx: ScriptedFcitx
) -> None:
    fields.note.setPlainText("检查")
    fields.note.selectAll()
    fields.line.setText("人民")

    fcitx.says(Preedit())
    bridge._listen()
    fields.line.setFocus()
    fields.line.selectAll()
    fcitx.says(Preedit())
    bridge._listen()

    assert fields.note.textCursor().selectedText() == "检查"
    assert fields.line.selectedText() == "人民"


def test_characters_beyond_the_basic_plane_are_counted_as_qt_counts_them() -> None:
    preedit = Preedit((("𠮷", UNDERLINED), ("林a", Look.HIGHLIGHT)), caret=2)
    kinds = QInputMethodEvent.AttributeType

    attributes: list[Any] = list(_attributes(preedit))  # its stub lacks the members

    assert [(one.type, one.start, one.length) for one in attributes] == [
        (kinds.TextFormat, 0, 2),
        (kinds.TextFormat, 2, 2),
        (kinds.Cursor, 3, 1),
    ]
