"""Unfinished words and corrections: kept through it all, and said by nobody else."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import models.workbench
from models.errors import RecordLocked
from models.operations import lines
from models.snapshot import LineView
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.refusing_disk import FULL, Disk, go_to, other_meeting, type_half, words_typed
from tests.ui.rooms import Room, make_room
from ui import operations
from ui.changes import Operation
from ui.operations import delete_entries


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    return make_room(qtbot, make_window)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def _reopened(qtbot: QtBot, room: Room, make_window: WindowMaker) -> Room:
    """Return the room after the program died and was started again."""
    room.window.workspace._writer.waitForDone()
    room.window.safekeeping.may_close = True
    room.window.workspace.close()
    window = make_window()
    show(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    return Room(qtbot, window)


# --- drafts -------------------------------------------------------------------------------------


def test_a_line_that_waited_does_not_take_the_draft_of_the_next_with_it(
    room: Room, disk: Disk, qtbot: QtBot, make_window: WindowMaker
) -> None:
    disk.hold()
    room.type_line("一。")
    room.type_line("二。")
    type_half(room, "说到一半")
    room.page.keep_draft()
    disk.let_go()
    room.wait_for(lambda: room.texts == ["一。", "二。"])

    again = _reopened(qtbot, room, make_window)

    qtbot.waitUntil(lambda: words_typed(again) == "说到一半")


def test_a_draft_that_the_disk_refused_is_there_when_one_comes_back(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = room.page.meeting
    assert first is not None
    other = other_meeting(room)
    go_to(room, first.id)

    def refuse(*_: object) -> None:
        raise FULL

    monkeypatch.setattr(models.workbench, "put_draft", refuse)
    type_half(room, "说到一半")
    go_to(room, other)
    room.wait_for(room.window.desk.notice.isVisible)
    assert words_typed(room) == ""

    go_to(room, first.id)

    room.wait_for(lambda: words_typed(room) == "说到一半")


def test_words_typed_before_the_draft_was_read_join_it(room: Room) -> None:
    assert room.page.meeting is not None
    type_half(room, "新的")

    key = operations.line_draft_key(room.page.meeting.id)
    room.page._take_drafts({key: {"text": "旧的", "id": "x"}})

    assert words_typed(room) == "旧的\n新的"


def test_the_draft_of_the_line_being_typed_does_not_double_it(room: Room) -> None:
    assert room.page.meeting is not None
    type_half(room, "说到")
    kept = room.page.composer.draft
    assert kept is not None
    type_half(room, "说到一半")

    room.page._take_drafts({operations.line_draft_key(room.page.meeting.id): kept})

    assert words_typed(room) == "说到一半"


def test_words_that_a_signed_record_does_not_take_stay_in_sight(room: Room, disk: Disk) -> None:
    meeting = room.page.meeting
    assert meeting is not None
    disk.hold()
    room.type_line("一。")
    disk.says = RecordLocked("x", "J7")
    room.page.show_meeting(replace(meeting, state="J7"))
    assert not room.page.composer.isVisible()
    disk.let_go()

    room.wait_for(lambda: words_typed(room) == "一。")

    assert room.page.composer.isVisible()


def test_a_new_line_put_aside_is_kept_also_while_the_old_one_is_emptied(room: Room) -> None:
    room.write("一。")
    type_half(room, "说到一半")
    room.page.edit_line(room.lines[0])
    room.page.composer.text.clear()

    draft = room.page.composer.draft

    assert draft is not None
    room.page.composer.take_draft(draft)
    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Escape)
    assert words_typed(room) == "说到一半"


# --- whose words --------------------------------------------------------------------------------


def test_words_of_a_speaker_who_was_deleted_are_nobody_elses(room: Room) -> None:
    composer, meeting = room.page.composer, room.page.meeting
    assert meeting is not None
    composer.speaker.setCurrentIndex(1)
    type_half(room, "说到一半")

    room.window.workspace.run(
        delete_entries(
            meeting.id,
            "participant",
            [meeting.participants[1].id],
            profiles=room.window.workspace.profiles,
            name="x",
        )
    )
    room.wait_for(
        lambda: room.page.meeting is not None and len(room.page.meeting.participants) == 1
    )

    assert composer.speaker.value is None
    assert words_typed(room) == "说到一半"


def test_after_a_correction_the_typing_line_is_about_whom_it_was(room: Room) -> None:
    composer = room.page.composer
    composer.speaker.setCurrentIndex(0)
    room.write("一。")
    composer.speaker.setCurrentIndex(1)
    composer.section.setCurrentIndex(2)
    chosen = (composer.speaker.value, composer.kind.value, composer.section.value)

    room.page.edit_line(room.lines[0])
    composer.text.setPlainText("改。")
    QTest.keyClick(composer.text, Qt.Key.Key_Return)
    room.wait_for(lambda: room.texts == ["改。"])

    assert (composer.speaker.value, composer.kind.value, composer.section.value) == chosen


@pytest.fixture
def foreign_line(room: Room) -> LineView:
    """Give a line as only another program writes it, in a conference."""
    meeting = room.page.meeting
    assert meeting is not None

    def work(session: object) -> None:
        lines.add_line(
            session,  # type: ignore[arg-type]  # a session
            meeting.id,
            text="\n一\u00a0二\r\n三 ",
            kind="最后陈述",
            step=6,
            speaker_id=meeting.participants[0].id,
        )

    room.window.workspace.run(Operation("x", "x", work, meeting=meeting.id))
    room.wait_for(lambda: len(room.lines) == 1)
    return room.lines[0]


def test_a_correction_changes_only_what_was_changed(room: Room, foreign_line: LineView) -> None:
    room.page.edit_line(foreign_line)
    room.page.composer.speaker.setCurrentIndex(1)
    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Return)
    room.wait_for(lambda: room.lines[0] != foreign_line)

    assert replace(room.lines[0], speaker_id=foreign_line.speaker_id) == foreign_line
