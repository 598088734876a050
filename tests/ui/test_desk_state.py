"""What the desk knows beside the record, and its timer."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.vocabulary import Movement
from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.live.operations import add_note, begin, note_movement, set_queue, set_short_codes
from ui.live.speech_timer import SpeechTimer


class _Clock:
    """A clock that stands until it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    """Give a clock."""
    return _Clock()


@pytest.fixture
def timer(qapp: QApplication, clock: _Clock) -> SpeechTimer:  # noqa: ARG001  # must exist
    """Give a timer by that clock."""
    return SpeechTimer(clock=clock)


def test_a_speech_is_counted_from_its_beginning(timer: SpeechTimer, clock: _Clock) -> None:
    timer.begin("甲")
    clock.now += 61.9

    assert (timer.speaker_id, timer.seconds, timer.is_running) == ("甲", 61, True)


def test_going_on_counts_on_and_another_speaker_from_zero(
    timer: SpeechTimer, clock: _Clock
) -> None:
    timer.begin("甲")
    clock.now += 5
    timer.begin("甲")
    assert timer.seconds == 5

    timer.begin("乙")

    assert (timer.speaker_id, timer.seconds) == ("乙", 0)


def test_a_pause_is_not_counted(timer: SpeechTimer, clock: _Clock) -> None:
    timer.begin("甲")
    clock.now += 5
    timer.toggle()
    clock.now += 100
    timer.toggle()
    clock.now += 2

    assert timer.seconds == 7


def test_words_during_a_pause_do_not_begin_anew(timer: SpeechTimer, clock: _Clock) -> None:
    timer.begin("甲")
    clock.now += 5
    timer.toggle()

    timer.begin("甲")

    assert (timer.seconds, timer.is_running) == (5, False)


def test_reset_forgets(timer: SpeechTimer, clock: _Clock) -> None:
    timer.begin("甲")
    clock.now += 5
    timer.reset()
    clock.now += 5

    assert (timer.speaker_id, timer.seconds, timer.is_running) == (None, 0, False)


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a meeting."""
    return make_room(qtbot, make_window)


def test_the_desk_follows_queue_notes_and_codes(room: Room) -> None:
    assert room.page.meeting is not None
    meeting, people = room.page.meeting.id, room.page.meeting.participants
    state, workspace = room.page.state, room.window.workspace

    workspace.run(set_queue(meeting, [people[1].id, people[0].id]))
    workspace.run(add_note(meeting, "备忘", at="09:00", after_id=None))
    workspace.run(set_short_codes({"a": "甲"}, ""))
    workspace.run(set_short_codes({"a": "案"}, meeting))
    room.wait_for(lambda: state.codes == {"a": "案"})

    assert state.queue == (people[1].id, people[0].id)
    assert [note.text for note in state.notes] == ["备忘"]

    workspace.undo()
    room.wait_for(lambda: state.codes == {"a": "甲"})


def test_a_movement_and_the_item_under_way_are_seen(room: Room) -> None:
    assert room.page.meeting is not None
    meeting, person = room.page.meeting.id, room.page.meeting.participants[1]
    workspace = room.window.workspace

    workspace.run(note_movement(meeting, person.id, Movement.RECUSED, at="09:10"))
    workspace.run(begin(meeting, at="2026-03-02T09:20", step=2))
    room.wait_for(lambda: len(room.lines) == 2)

    assert [line.movement for line in room.lines] == ["回避", "返回"]
    assert room.page.meeting is not None
    assert [one.step for one in room.page.meeting.stretches] == [2]
