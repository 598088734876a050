"""Turning from item to item while a meeting is held, and what follows it in the window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.running import Stage
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.item_models.outline import OutlineEntry


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a conference of two items."""
    return make_room(qtbot, make_window)


@pytest.fixture
def hearing(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a hearing of two items."""
    return make_room(qtbot, make_window, MeetingKind.HEARING)


def _meeting(room: Room) -> MeetingSnapshot:
    assert room.page.meeting is not None
    return room.page.meeting


def _next(room: Room) -> None:
    count, was = len(_meeting(room).stretches), _meeting(room).stretches
    room.page.turn_to_next()
    room.wait_for(lambda: _meeting(room).stretches != was)
    assert len(_meeting(room).stretches) in (count, count + 1)


def _stages(room: Room) -> list[Stage]:
    rows = room.page.outline.model.rows
    return [
        row.stage
        for row in rows
        if isinstance(row, OutlineEntry) and row.key.startswith(("agenda", "step"))
    ]


def test_the_band_leads_from_the_first_item_to_the_end(room: Room) -> None:
    band, first, second = room.page.band, *(item.id for item in _meeting(room).agenda)
    assert band.isVisible()
    assert _stages(room) == [Stage.NEXT, Stage.AHEAD]

    band.next.click()
    room.wait_for(lambda: _stages(room) == [Stage.NOW, Stage.NEXT])
    assert room.page.composer.section.value == first

    _next(room)
    assert _stages(room) == [Stage.DONE, Stage.NOW]
    assert room.page.composer.section.value == second

    _next(room)  # at the end, the time stops
    assert _stages(room) == [Stage.DONE, Stage.DONE]
    assert [one.ended_at is not None for one in _meeting(room).stretches] == [True, True]
    room.page.turn_to_next()
    assert len(_meeting(room).stretches) == 2

    room.page.turn_to_previous()
    room.wait_for(lambda: _stages(room) == [Stage.DONE, Stage.NOW])
    room.page.turn_to_previous()
    room.wait_for(lambda: _stages(room) == [Stage.NOW, Stage.NEXT])
    assert room.page.composer.section.value == first


def test_turning_is_undone(room: Room) -> None:
    _next(room)
    _next(room)

    room.window.workspace.undo()

    room.wait_for(lambda: _stages(room) == [Stage.NOW, Stage.NEXT])


def test_two_quick_presses_turn_once(room: Room) -> None:
    room.page.turn_to_next()
    room.page.turn_to_next()
    room.wait_for(lambda: len(_meeting(room).stretches) == 1)
    room.qtbot.wait(100)

    assert len(_meeting(room).stretches) == 1


def test_a_hearing_goes_on_to_its_steps_and_shows_what_the_chair_says(hearing: Room) -> None:
    for _ in range(4):
        _next(hearing)

    assert _stages(hearing) == [
        *([Stage.DONE] * 3),
        Stage.NOW,
        Stage.NEXT,
        *([Stage.AHEAD] * 4),
    ]
    assert hearing.page.composer.section.value == 2
    model = hearing.page.outline.model
    prompts = [row.prompt for row in model.rows if isinstance(row, OutlineEntry) and row.prompt]
    assert prompts == ["主持人提示：请当事人及其他参加人就需要听证的问题分别说明情况。"]
    spoken = model.index(model.row_of("step 2"), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "进行中" in spoken
    assert "主持人提示" in spoken


def test_items_before_a_hearing_belong_to_what_comes_before_it(hearing: Room) -> None:
    hearing.page.composer.section.choose(3)

    _next(hearing)

    assert hearing.page.composer.section.value == 0


def test_a_section_chosen_by_hand_stays_until_the_next_turn(room: Room) -> None:
    first, second = (item.id for item in _meeting(room).agenda)
    _next(room)
    room.page.composer.section.choose(second)

    room.write("甲", "乙")

    assert [line.item_id for line in room.lines] == [second, second]
    assert room.page.composer.section.value == second
    room.page.turn_to_next()
    room.wait_for(lambda: len(_meeting(room).stretches) == 2)
    room.page.turn_to_previous()
    room.wait_for(lambda: room.page.composer.section.value == first)


def test_a_line_being_corrected_keeps_its_place(room: Room) -> None:
    first, second = (item.id for item in _meeting(room).agenda)
    _next(room)
    room.write("甲")
    room.page.edit_line(room.lines[0])

    _next(room)
    assert room.page.composer.section.value == first

    room.page.composer.clear_line()
    room.wait_for(lambda: room.page.composer.section.value == second)


def test_a_signed_record_turns_no_more(room: Room) -> None:
    _next(room)
    room.sign()

    room.page.turn_to_next()
    room.page.turn_to_previous()
    room.qtbot.wait(100)

    assert len(_meeting(room).stretches) == 1
    assert room.page.band.isHidden()


def test_frozen_numbers_are_shown_and_undone(room: Room) -> None:
    room.window.desk.commands.move("J3")
    room.wait_for(lambda: [item.number for item in _meeting(room).agenda] == ["1", "2"])

    room.window.workspace.undo()

    room.wait_for(lambda: [item.number for item in _meeting(room).agenda] == [None, None])
