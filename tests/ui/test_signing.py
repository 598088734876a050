"""Signing a record: what is said before, so that nothing is left behind for ever."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.main_window import MainWindow

_LEFT = "输入框里还有没有记录的发言"


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    made = make_window()
    show(qtbot, made)
    made.actions_by_id["new_conference"].trigger()
    qtbot.waitUntil(lambda: made.desk.page.meeting is not None)
    return made


def test_words_left_in_the_typing_line_are_named_before_a_record_is_signed(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_by_id["type"].trigger()
    QTest.keyClicks(window.desk.page.record.composer.text, "x")

    window.desk.commands.move("J7")
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert _LEFT in window.desk.notice.text


def test_nothing_is_said_of_an_empty_typing_line(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.commands.move("J7")
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert _LEFT not in window.desk.notice.text
