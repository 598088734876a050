"""Actions of the live desk are there only once something is bound to them, and where they apply."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.live.live_keys import LIVE_KEYS


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a room with two people."""
    return make_room(qtbot, make_window)


def _keys(room: Room) -> dict[str, tuple[bool, bool]]:
    actions = room.window.actions_by_id
    return {name: (actions[name].isVisible(), actions[name].isEnabled()) for name in LIVE_KEYS}


def test_nothing_is_shown_that_does_nothing(room: Room) -> None:
    keys = room.window.desk.live.keys
    keys._slots.clear()
    keys.show_meeting(room.page.meeting)

    assert set(_keys(room).values()) == {(False, False)}


def test_a_bound_key_runs_its_slot(room: Room) -> None:
    pressed: list[str] = []
    keys = room.window.desk.live.keys
    keys.bind("next_item", lambda: pressed.append("next"))

    room.window.activateWindow()
    room.page.timeline.setFocus()
    room.wait_for(room.page.timeline.hasFocus)
    room.press(Qt.Key.Key_F6)
    room.trigger("next_item")
    keys.press("next_item")

    assert pressed == ["next"] * 3
    assert _keys(room)["next_item"] == (True, True)


def test_a_key_of_nothing_does_nothing(room: Room) -> None:
    pressed: list[str] = []
    keys = room.window.desk.live.keys
    keys.bind("timer", lambda: pressed.append("timer"))

    del keys._slots["timer"]
    keys.show_meeting(room.page.meeting)
    keys.press("timer")
    QTest.keyClick(room.window, Qt.Key.Key_F7)

    assert pressed == []
    assert _keys(room)["timer"] == (False, False)


def test_a_signed_meeting_is_only_read(room: Room) -> None:
    pressed: list[str] = []
    keys = room.window.desk.live.keys
    keys.bind("mark", lambda: pressed.append("mark"))
    keys.bind("find_in_meeting", lambda: pressed.append("find"), changes_nothing=True)
    room.write("一")

    room.sign()
    room.wait_for(lambda: not _keys(room)["mark"][1])
    keys.press("mark")
    keys.press("find_in_meeting")

    assert pressed == ["find"]
    assert _keys(room)["find_in_meeting"] == (True, True)


def test_without_a_meeting_nothing_is_offered(room: Room) -> None:
    keys = room.window.desk.live.keys
    keys.bind("note", list)

    room.window.desk.shown.emit(None)

    assert _keys(room)["note"] == (True, False)


def test_other_actions_cannot_be_bound_here(room: Room) -> None:
    with pytest.raises(KeyError):
        room.window.desk.live.keys.bind("export", list)
