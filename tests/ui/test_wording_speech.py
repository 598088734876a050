"""Speech: hinted at, never changed, and a line of the chair's beside it where that is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.wording import clarification
from tests.ui.conftest import WindowMaker
from tests.ui.form_bench import compose
from tests.ui.rooms import Room, make_room

SPOKEN = "我看会议决定起诉就行。"


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    return make_room(qtbot, make_window)


def _type(room: Room, text: str) -> None:
    field = room.page.composer.text
    field.setFocus()
    room.wait_for(field.hasFocus)
    compose(field, commit=text)


def test_what_is_typed_is_hinted_at_and_stays_as_spoken(room: Room) -> None:
    composer = room.page.composer
    _type(room, SPOKEN)
    room.wait_for(composer.wording.isVisible)

    QTest.keyClick(composer.text, Qt.Key.Key_F12)

    assert composer.wording.text.startswith("发言原话，不作改动。“会议决定”")
    assert composer.text.accessibleDescription() == composer.wording.text
    assert all(mark.is_hint for mark in composer.text.marks)
    assert composer.text.words == SPOKEN
    assert composer.text.hasFocus()


def test_innocent_speech_has_no_hint(room: Room, qtbot: QtBot) -> None:
    _type(room, "检察长决定不起诉，送达不起诉决定书。")
    qtbot.wait(100)  # as long as a hint may take

    assert room.page.composer.wording.isHidden()


def test_composing_is_not_disturbed_by_a_hint(room: Room, qtbot: QtBot) -> None:
    composer = room.page.composer
    _type(room, "会议决定")
    compose(composer.text, preedit="qi su")
    qtbot.wait(100)  # as long as a hint may take

    assert composer.text.composing
    compose(composer.text, commit="起诉")
    assert composer.text.words == "会议决定起诉"


def test_the_chair_adds_a_line_after_what_is_typed(room: Room) -> None:
    composer = room.page.composer
    _type(room, SPOKEN)
    room.wait_for(composer.wording.isVisible)

    QTest.mouseClick(composer.wording.clarify, Qt.MouseButton.LeftButton)
    room.wait_for(lambda: len(room.lines) == 2)

    assert room.texts == [SPOKEN, clarification("deciding")]
    added, meeting = room.lines[1], room.page.meeting
    assert meeting is not None
    chair = next(p for p in meeting.participants if p.role == "主持")
    assert (added.speaker_id, added.kind) == (chair.id, "主持人")
    assert composer.text.words == ""
    room.wait_for(composer.wording.isHidden)


def test_the_line_of_the_chair_is_one_step_of_undo(room: Room) -> None:
    composer = room.page.composer
    _type(room, SPOKEN)
    room.wait_for(composer.wording.isVisible)
    QTest.mouseClick(composer.wording.clarify, Qt.MouseButton.LeftButton)
    room.wait_for(lambda: len(room.lines) == 2)

    room.window.workspace.undo()

    room.wait_for(lambda: room.texts == [SPOKEN])


def test_a_line_of_the_record_is_hinted_at_once_it_is_selected(room: Room) -> None:
    room.write("现在开会。", SPOKEN, "好的。")
    hint, action = room.page.clarifying.line, room.page.clarifying.action

    room.page.actions_of_lines.select(frozenset({room.lines[1].id}))
    room.wait_for(hint.isVisible)
    assert hint.text.startswith("第2条：发言原话，不作改动。")
    assert action.isEnabled()
    action.trigger()
    room.wait_for(lambda: len(room.lines) == 4)

    assert room.texts[1] == SPOKEN
    assert room.texts[3] == clarification("deciding")
    room.page.actions_of_lines.select(frozenset({room.lines[0].id}))
    room.wait_for(hint.isHidden)
    assert not action.isEnabled()
