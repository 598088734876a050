"""Lines on their way: whatever the disk or somebody else does, none is lost, doubled or moved."""

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import models.queries
from models.database import open_database
from models.errors import AppError, DatabaseSlow, RecordLocked
from models.ids import new_id
from models.operations import lines
from models.queries import meeting_rows, meeting_snapshot
from tests.ui.conftest import WindowMaker
from tests.ui.refusing_disk import FULL, Disk, go_to, other_meeting, type_half, words_typed
from tests.ui.rooms import Room, make_room
from ui import operations, tasks
from ui.item_models.lines import LineEntry
from ui.operations import TypedLine


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    return make_room(qtbot, make_window)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def _stored_lines(room: Room) -> list[str | None]:
    database = open_database(room.window.workspace.file)
    with database.read() as session:
        (meeting,) = meeting_rows(session)
        found = [line.text for line in meeting_snapshot(session, meeting.id).lines]
    database.close()
    return found


# --- closing ------------------------------------------------------------------------------------


def test_closing_waits_until_all_typed_lines_are_on_disk(room: Room, disk: Disk) -> None:
    disk.hold()
    for text in ("一。", "二。", "三。"):
        room.type_line(text)

    with room.qtbot.waitSignal(room.window.finished, timeout=20_000):
        room.window.close()
        disk.let_go()

    assert _stored_lines(room) == ["一。", "二。", "三。"]


def test_a_window_with_lines_that_the_disk_refuses_stays_open_and_says_so(
    room: Room, disk: Disk
) -> None:
    disk.says = FULL
    room.type_line("一。")
    room.wait_for(lambda: room.page.queue.trouble is not None)
    room.window.desk.notice.dismiss()

    room.window.close()
    room.wait_for(room.window.desk.notice.isVisible)

    assert room.window.isVisible()
    assert "没有保存" in room.window.desk.notice.text
    disk.says = None
    room.page.queue.retry()
    room.wait_for(lambda: room.texts == ["一。"])
    with room.qtbot.waitSignal(room.window.finished, timeout=20_000):
        room.window.close()


def test_what_is_being_written_at_closing_is_in_the_backup(room: Room) -> None:
    room.window.workspace.backed_up = True
    meeting = room.page.meeting
    assert meeting is not None
    room.window.workspace.run(
        operations.set_values(meeting.id, "meeting", {"title": "新"}, profiles={}, name="x")
    )

    with room.qtbot.waitSignal(room.window.finished, timeout=20_000):
        room.window.close()

    assert room.window.workspace.backed_up
    (backup,) = room.window.safekeeping.folder.glob("*.db")
    database = open_database(backup)
    with database.read() as session:
        assert [row.title for row in meeting_rows(session)] == ["新"]
    database.close()


# --- the disk itself ------------------------------------------------------------------------------


def test_lines_wait_while_another_program_holds_the_database(room: Room) -> None:
    with closing(sqlite.connect(room.window.workspace.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        room.type_line("一。")
        room.type_line("二。")
        type_half(room, "说到一半")
        room.page.keep_draft()
        assert not room.window.desk.all_saved
        other.execute("ROLLBACK")

    room.wait_for(lambda: room.texts == ["一。", "二。"])
    assert words_typed(room) == "说到一半"


def test_the_lamp_tells_within_two_seconds_that_another_program_holds_the_database(
    room: Room,
) -> None:
    lamp, queue = room.window.top_bar._lamp, room.page.queue
    assert queue._long.interval() < 2000
    with closing(sqlite.connect(room.window.workspace.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        room.type_line("一。")
        assert queue._long.isActive()
        room.wait_for(lambda: lamp.text() == "没有保存")
        assert isinstance(queue.trouble, DatabaseSlow)  # by that clock, not by the database
        assert "占用" in room.window.top_bar._lamp_box.toolTip()
        type_half(room, "说到一半")
        other.execute("ROLLBACK")

    room.wait_for(lambda: room.texts == ["一。"])
    room.wait_for(lambda: lamp.text().startswith("已保存"))
    assert words_typed(room) == "说到一半"


def test_a_database_deleted_while_open_takes_no_line_with_it(room: Room, tmp_path: Path) -> None:
    room.write("一。")
    file = room.window.workspace.file
    away = tmp_path / "away.db"
    file.rename(away)
    room.type_line("二。")
    room.wait_for(lambda: room.page.queue.trouble is not None)
    room.window.close()
    assert room.window.isVisible()

    away.rename(file)
    room.page.queue.retry()

    room.wait_for(lambda: room.texts == ["一。", "二。"])


# --- lines on their way -------------------------------------------------------------------------


def test_a_bug_in_writing_gives_the_line_back_and_lets_the_next_through(
    room: Room, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(tasks, "raise_to_hook", told.append)
    disk.says = ZeroDivisionError()
    room.type_line("一。")
    room.wait_for(lambda: told != [])
    disk.says = None
    room.wait_for(lambda: words_typed(room) == "一。")

    room.type_line("")

    room.wait_for(lambda: room.texts == ["一。"])


def test_trouble_is_told_once_not_at_every_try(room: Room, disk: Disk) -> None:
    told: list[object] = []
    room.page.failed.connect(told.append)
    disk.says = FULL
    room.type_line("一。")
    room.wait_for(lambda: len(told) == 1)

    for _ in range(3):
        room.page.queue.retry()
        room.window.workspace._writer.waitForDone()
        room.wait_for(lambda: not room.window.workspace.is_saving)

    assert told == [FULL]
    disk.says = None
    room.page.queue.retry()
    room.wait_for(lambda: room.texts == ["一。"])


def test_text_that_no_database_can_hold_is_refused_in_words(room: Room) -> None:
    told: list[object] = []
    room.page.failed.connect(told.append)
    line = TypedLine("前\0后", None, None)
    assert room.page.meeting is not None

    room.page.queue.add(room.page.meeting.id, line)

    room.wait_for(lambda: told != [])
    assert isinstance(told[0], AppError)
    assert room.page.queue.is_empty


def test_lines_of_a_meeting_signed_elsewhere_come_back_in_order(room: Room, disk: Disk) -> None:
    disk.hold()
    for text in ("一。", "二。"):
        room.type_line(text)
    type_half(room, "三")
    disk.says = RecordLocked("x", "J7")
    disk.let_go()

    room.wait_for(lambda: words_typed(room) == "一。\n二。\n三")
    assert room.lines == ()


def test_a_refused_line_never_turns_up_in_another_meeting(room: Room, disk: Disk) -> None:
    first = room.page.meeting
    assert first is not None
    other = other_meeting(room)
    go_to(room, first.id)
    room.window.desk.page.show_tab("record")
    disk.hold()
    room.type_line("一。")
    room.type_line("二。")
    go_to(room, other)
    disk.says = RecordLocked("x", "J7")
    disk.let_go()
    room.wait_for(lambda: room.page.queue.is_empty)
    assert words_typed(room) == ""

    go_to(room, first.id)

    room.wait_for(lambda: words_typed(room) == "一。\n二。")


def test_a_refused_line_does_not_mix_with_the_line_being_corrected(room: Room, disk: Disk) -> None:
    room.write("旧的。")
    disk.hold()
    room.type_line("新的。")
    room.page.edit_line(room.lines[0])
    disk.says = RecordLocked("x", "J7")
    disk.let_go()
    room.wait_for(lambda: room.page.queue.is_empty)

    assert words_typed(room) == "旧的。"
    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Escape)
    assert words_typed(room) == "新的。"


def test_undo_is_not_done_when_the_line_it_waits_for_is_refused(room: Room, disk: Disk) -> None:
    room.write("一。")
    disk.hold()
    room.type_line("二。")
    room.trigger("undo")
    disk.says = RecordLocked("x", "J7")
    disk.let_go()
    room.wait_for(lambda: words_typed(room) == "二。")
    disk.says = None
    room.page.composer.text.clear()
    room.write("三。")

    assert room.texts == ["一。", "三。"]
    assert not room.window.actions_by_id["redo"].isEnabled()


def test_a_line_undone_before_it_was_read_back_leaves_no_ghost(room: Room) -> None:
    room.write("一。")
    room.type_line("二。")
    room.trigger("undo")
    room.wait_for(room.window.actions_by_id["redo"].isEnabled)
    room.wait_for(lambda: room.texts == ["一。"])

    def shown() -> list[str | None]:
        return [e.line.text for e in room.page.model.rows if isinstance(e, LineEntry)]

    room.wait_for(lambda: shown() == ["一。"])
    assert room.page.meeting is not None
    assert room.page.queue.waiting(room.page.meeting.id) == ()


# --- one road -----------------------------------------------------------------------------------


def test_a_meeting_that_is_being_read_shows_what_is_written_meanwhile(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = room.page.meeting
    assert first is not None
    other_meeting(room)
    held, reading = threading.Event(), threading.Event()
    real: Callable[..., object] = models.queries.meeting_snapshot

    def slow(session: object, meeting_id: str) -> object:
        found = real(session, meeting_id)
        reading.set()
        held.wait(20)
        return found

    monkeypatch.setattr(models.queries, "meeting_snapshot", slow)
    room.window.desk.choose(first.id)
    room.wait_for(reading.is_set)
    with room.qtbot.waitSignal(room.window.workspace.changed):
        room.window.workspace.run(
            operations.add_line(first.id, TypedLine("一。", None, None), str(new_id()))
        )
    held.set()

    room.wait_for(lambda: room.page.meeting is not None and room.page.meeting.id == first.id)
    room.wait_for(lambda: room.texts == ["一。"])


def test_a_step_that_cannot_be_undone_any_more_is_not_offered_again(room: Room) -> None:
    meeting = room.page.meeting
    assert meeting is not None
    room.write("一。")
    database = open_database(room.window.workspace.file)
    with database.write() as session:
        lines.revise_line(
            session,
            meeting.id,
            room.lines[0].id,
            text="别人改的。",
            speaker_id=None,
            kind=None,
            step=None,
            item_id=None,
        )
    database.close()

    room.trigger("undo")
    room.wait_for(room.window.desk.notice.isVisible)

    assert not room.window.actions_by_id["undo"].isEnabled()
