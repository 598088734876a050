"""Finding words in the meeting in view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a record."""
    made = make_room(qtbot, make_window)
    made.write("甲说证据", "乙说程序", "丙说证据")
    return made


def _selected(room: Room) -> list[str | None]:
    return [line.text for line in room.page.selected_lines()]


def test_the_last_find_comes_first_and_enter_goes_round(room: Room) -> None:
    bar = room.page.find_bar
    bar.begin()
    assert bar.field.hasFocus()
    bar.field.setText("证据")
    assert (_selected(room), bar.count.text()) == (["丙说证据"], "2 / 2")

    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert (_selected(room), bar.count.text()) == (["甲说证据"], "1 / 2")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _selected(room) == ["丙说证据"]


def test_what_is_not_there_is_told(room: Room) -> None:
    bar = room.page.find_bar
    bar.begin()
    bar.field.setText("没有的")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)

    assert bar.count.text() == "没有找到"


def test_esc_goes_back_to_the_typing_line_and_keeps_what_was_typed(room: Room) -> None:
    room.page.composer.text.setPlainText("说到一半")
    bar = room.page.find_bar
    bar.begin()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)

    assert bar.isHidden()
    assert room.page.composer.text.hasFocus()
    assert room.page.composer.text.words == "说到一半"


def test_new_lines_are_counted_and_nothing_jumps(room: Room) -> None:
    bar = room.page.find_bar
    bar.begin()
    bar.field.setText("证据")
    room.write("丁也说证据")

    assert (_selected(room), bar.count.text()) == (["丙说证据"], "2 / 3")
