"""Practising in the window: sentences one by one, and the meeting gone at the end."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.rooms import Room


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window in which somebody practises."""
    window = make_window()
    show(qtbot, window)
    window.desk.live.practise()
    qtbot.waitUntil(lambda: not window.desk.page.record.practice.isHidden())
    return Room(qtbot, window)


def _has(room: Room, count: int) -> bool:
    return len(room.lines) == count


def test_each_sentence_is_shown_compared_and_added_up(room: Room) -> None:
    practice = room.page.practice
    assert room.page.meeting is not None
    numbers = {person.number: person.id for person in room.page.meeting.participants}
    script = practice._script
    for place, said in enumerate(script):
        assert said.text in practice.text
        room.page.composer.speaker.choose(numbers[said.number])
        room.type_line(said.text if place else f"{said.text}多")
        room.wait_for(partial(_has, room, place + 1))
        assert ("1个字不同" in practice.text) == (place == 0)

    assert "练习完成" in practice.text
    assert f"发言人对了{len(script)}条" in practice.text


def test_the_wrong_speaker_is_told(room: Room) -> None:
    room.page.composer.speaker.choose(None)
    room.write("别的话")

    assert "发言人不对" in room.page.practice.text


def test_at_the_end_the_meeting_goes_to_the_bin(room: Room) -> None:
    room.write("甲")
    room.page.practice._end.click()

    room.wait_for(lambda: room.window.desk.rows == ())
    assert room.page.practice.isHidden()
