"""The sheet of all keys: found, changed, refused, given back, and remembered."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import MainWindow
from ui.settings import SettingsStore
from ui.widgets.key_button import KeyButton

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    """Give a window of usual size."""
    made = make_window(1366, 768)
    show(qtbot, made)
    return made


@pytest.fixture
def sheet(qtbot: QtBot, window: MainWindow) -> ShortcutsDialog:
    """Give the sheet as F1 opens it."""
    window.actions_by_id["shortcuts"].trigger()
    made = window.findChild(ShortcutsDialog)
    assert isinstance(made, ShortcutsDialog)
    qtbot.waitUntil(made.isVisible)
    return made


def _button(sheet: ShortcutsDialog, action_id: str) -> KeyButton:
    button = sheet.lines[action_id].key
    assert button is not None
    return button


def _press(
    sheet: ShortcutsDialog, action_id: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE
) -> None:
    """Choose a key with the keyboard alone."""
    button = _button(sheet, action_id)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.is_listening
    QTest.keyClick(button, key, held)


def _shown(sheet: ShortcutsDialog) -> list[str]:
    return [name for name, line in sheet.lines.items() if line.name.isVisible()]


def test_a_key_is_changed_at_once_everywhere_and_for_the_next_start(
    sheet: ShortcutsDialog, window: MainWindow, settings: SettingsStore, make_window: WindowMaker
) -> None:
    _press(sheet, "refresh", Qt.Key.Key_J, CTRL)

    assert _button(sheet, "refresh").text() == "Ctrl+J"
    assert not _button(sheet, "refresh").is_listening
    assert sheet.message.text() == ""
    assert window.actions_by_id["refresh"].shortcut().toString() == "Ctrl+J"
    assert "Ctrl+J" in window.actions_by_id["refresh"].toolTip()
    assert settings.value.shortcuts == '{"refresh": "Ctrl+J"}'
    assert SettingsStore(settings._backend).value.shortcuts == settings.value.shortcuts
    other = make_window()
    assert other.actions_by_id["refresh"].shortcut().toString() == "Ctrl+J"


def test_the_button_of_a_pane_tells_the_new_key(sheet: ShortcutsDialog, window: MainWindow) -> None:
    _press(sheet, "people", Qt.Key.Key_F3)

    assert "F3" in window.top_bar.pane_buttons["people"].toolTip()
    assert "F8" not in window.top_bar.pane_buttons["people"].toolTip()


def test_a_conflict_is_refused_with_the_other_one(
    sheet: ShortcutsDialog, settings: SettingsStore
) -> None:
    _press(sheet, "refresh", Qt.Key.Key_E, CTRL)

    assert "Ctrl+E 已用于“导出…”" in sheet.message.text()
    assert _button(sheet, "refresh").is_listening  # ready for another try
    assert settings.value.shortcuts == ""

    _press_on(sheet, "refresh", Qt.Key.Key_F12)
    assert "用建议的写法替换有提示的用语" in sheet.message.text()

    _press_on(sheet, "refresh", Qt.Key.Key_F3)
    assert sheet.message.text() == ""
    assert _button(sheet, "refresh").text() == "F3"


def _press_on(
    sheet: ShortcutsDialog, action_id: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE
) -> None:
    QTest.keyClick(_button(sheet, action_id), key, held)


@pytest.mark.parametrize(
    ("key", "held", "reason"),
    [
        (Qt.Key.Key_A, NONE, "输入文字"),
        (Qt.Key.Key_5, NONE, "输入文字"),
        (Qt.Key.Key_Space, CTRL, "输入法"),
        (Qt.Key.Key_Space, SHIFT, "输入法"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "菜单"),
        (Qt.Key.Key_Tab, NONE, "移动"),
        (Qt.Key.Key_Return, NONE, "移动"),
        (Qt.Key.Key_V, CTRL, "编辑文字"),
        (Qt.Key.Key_L, Qt.KeyboardModifier.MetaModifier, "系统"),
    ],
)
def test_keys_that_belong_elsewhere_are_refused_with_the_reason(
    sheet: ShortcutsDialog,
    settings: SettingsStore,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    reason: str,
) -> None:
    _press(sheet, "refresh", key, held)

    assert reason in sheet.message.text()
    assert _button(sheet, "refresh").is_listening
    assert settings.value.shortcuts == ""


def test_modifiers_alone_are_shown_and_not_taken(sheet: ShortcutsDialog) -> None:
    button = _button(sheet, "refresh")
    button.listen()

    QTest.keyPress(button, Qt.Key.Key_Shift, CTRL)  # Qt adds the key itself
    held = button.text()
    QTest.keyRelease(button, Qt.Key.Key_Shift, CTRL)

    assert held == "Ctrl+Shift+"
    assert button.is_listening
    assert sheet.message.text() == ""


def test_escape_gives_up_and_only_the_next_one_closes(qtbot: QtBot, sheet: ShortcutsDialog) -> None:
    button = _button(sheet, "refresh")
    button.setFocus()
    button.listen()

    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert (button.is_listening, button.text(), sheet.isVisible()) == (False, "F5", True)

    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(button, Qt.Key.Key_Escape)


def test_leaving_the_button_gives_up(sheet: ShortcutsDialog) -> None:
    button = _button(sheet, "refresh")
    button.listen()

    sheet.search.setFocus()

    assert (button.is_listening, button.text()) == (False, "F5")


def test_a_key_that_input_methods_like_is_taken_with_a_warning(
    sheet: ShortcutsDialog, settings: SettingsStore
) -> None:
    _press(sheet, "refresh", Qt.Key.Key_7, CTRL)

    assert "输入法" in sheet.message.text()
    assert settings.value.shortcuts == '{"refresh": "Ctrl+7"}'


def test_one_key_and_all_keys_are_given_back(
    sheet: ShortcutsDialog, window: MainWindow, settings: SettingsStore
) -> None:
    for action_id, key in (("refresh", Qt.Key.Key_J), ("filter", Qt.Key.Key_K)):
        _press(sheet, action_id, key, CTRL)
    line = sheet.lines["refresh"]
    assert line.reset is not None
    assert line.reset.isVisible()

    line.reset.click()
    assert settings.value.shortcuts == '{"filter": "Ctrl+K"}'
    assert not line.reset.isVisible()

    assert sheet.reset_all.isEnabled()
    sheet.reset_all.click()
    assert settings.value.shortcuts == ""
    assert not sheet.reset_all.isEnabled()
    assert window.actions_by_id["filter"].shortcut().toString() == "Ctrl+F"


def test_a_usual_key_that_another_one_has_now_is_not_given_back(sheet: ShortcutsDialog) -> None:
    _press(sheet, "refresh", Qt.Key.Key_J, CTRL)
    _press(sheet, "filter", Qt.Key.Key_F5)
    line = sheet.lines["refresh"]
    assert line.reset is not None

    line.reset.click()

    assert "F5 现在用于“筛选会议”" in sheet.message.text()
    assert _button(sheet, "refresh").text() == "Ctrl+J"


def test_undo_gets_its_own_key_back_by_pressing_it(
    sheet: ShortcutsDialog, settings: SettingsStore
) -> None:
    _press(sheet, "undo", Qt.Key.Key_U, CTRL)
    assert settings.value.shortcuts

    _press(sheet, "undo", Qt.Key.Key_Z, CTRL)

    assert settings.value.shortcuts == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("导出", ["export", "escape"]),
        ("sxhy", ["filter"]),
        ("SXHY", ["filter"]),
        ("ctrl+e", ["export"]),
        ("F12", ["suggestion"]),
        ("/out", ["leave"]),
        ("没有这个", []),
    ],
)
def test_a_key_is_found_by_words_pinyin_and_key(
    sheet: ShortcutsDialog, typed: str, found: list[str]
) -> None:
    everything = _shown(sheet)

    QTest.keyClicks(sheet.search, typed) if typed.isascii() else sheet.search.setText(typed)

    assert _shown(sheet) == found
    assert sheet._nothing.isVisible() == (not found)
    assert [group.isVisible() for group in sheet.groups] == [
        any(one.row.id in found for one in group.lines) for group in sheet.groups
    ]
    sheet.search.clear()
    assert _shown(sheet) == everything


def test_fixed_keys_are_listed_without_buttons(sheet: ShortcutsDialog) -> None:
    fixed = [line for line in sheet.lines.values() if not line.row.changeable]

    assert {"speaker_by_number", "replace", "suggestion", "copy"} <= {one.row.id for one in fixed}
    assert all(one.key is None and one.shown is not None and one.shown.text() for one in fixed)


def test_an_action_that_does_nothing_yet_is_not_listed_but_keeps_its_key(
    sheet: ShortcutsDialog, window: MainWindow
) -> None:
    keys = window.desk.live.keys
    for name in ("next_item", "note"):
        del keys._slots[name]
    keys.show_meeting(None)
    again = ShortcutsDialog(window.settings, window.actions_by_id, window.theme, window)

    assert not {"next_item", "note"} & again.lines.keys()
    assert not again.change_keys(
        "refresh", QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F6)
    )
    assert "转入下一项" in again.message.text()
    assert sheet is not again
    again.close()


def test_it_is_gone_through_with_the_tab_key(sheet: ShortcutsDialog) -> None:
    buttons = [line.key for line in sheet.lines.values() if line.key is not None]
    sheet.search.setFocus()

    seen = set()
    for _ in range(3 * len(buttons)):
        focused = sheet.focusWidget()
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert set(buttons) <= seen


def test_the_sheet_follows_the_language_while_it_is_open(
    qtbot: QtBot, sheet: ShortcutsDialog, window: MainWindow
) -> None:
    window.interface.speak("en")

    qtbot.waitUntil(lambda: sheet.windowTitle() != "快捷键")
    qtbot.waitUntil(lambda: sheet.lines["speaker_by_number"].shown.text() == "3 Space")  # type: ignore[union-attr]
    assert "Refresh" in _button(sheet, "refresh").accessibleName()
