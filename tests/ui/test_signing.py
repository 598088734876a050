"""Signing a record: what is said before, so that nothing is left behind for ever."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.errors import MeetingNotFound
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


def _offered(window: MainWindow) -> list[str]:
    buttons = window.desk.notice.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]


def test_signing_is_offered_beside_cancelling(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.commands.move("J7")
    qtbot.waitUntil(window.desk.notice.isVisible)

    assert _offered(window) == ["签名锁定", "取消"]


def test_escape_cancels_signing_also_from_the_typing_line(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["type"].trigger()
    meeting = window.desk.page.meeting
    assert meeting is not None
    window.desk.commands.move("J7")
    qtbot.waitUntil(window.desk.notice.isVisible)

    QTest.keyClick(window.desk.page.record.composer.text, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not window.desk.notice.isVisible())
    assert window.desk.page.meeting is not None
    assert window.desk.page.meeting.state == meeting.state


def test_a_later_notice_offers_its_text_again(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.commands.move("J7")
    window.desk.tell(MeetingNotFound("m9"))

    qtbot.waitUntil(window.desk.notice.isVisible)

    assert _offered(window) == ["复制文字", "知道了"]


def test_the_question_of_one_meeting_does_not_stay_beside_another(
    qtbot: QtBot, window: MainWindow
) -> None:
    first = window.desk.page.meeting
    window.desk.commands.move("J7")
    qtbot.waitUntil(window.desk.notice.isVisible)

    window.actions_by_id["new_hearing"].trigger()
    qtbot.waitUntil(lambda: window.desk.page.meeting is not first)

    qtbot.waitUntil(lambda: not window.desk.notice.isVisible())
