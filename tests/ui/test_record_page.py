"""Taking lines down: typed, saved one after the other, unfinished, undone."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.errors import DatabaseUnwritable
from models.snapshot import AgendaItemView, MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.rooms import Room, make_room
from ui import line_queue, operations
from ui.changes import Operation
from ui.item_models.lines import LineEntry
from ui.line_choices import usual_kind
from ui.operations import TypedLine


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    return make_room(qtbot, make_window)


def test_lines_are_numbered_timed_and_stay_in_order(room: Room) -> None:
    room.page.composer._clock = lambda: "09:05"
    room.write("现在开会。", "请承办人汇报。", "好的。")

    assert [line.seq for line in room.lines] == [1, 2, 3]
    assert {line.at for line in room.lines} == {"09:05"}
    assert room.page.composer.text.toPlainText() == ""


def test_enter_while_composing_belongs_to_the_input_method(room: Room) -> None:
    field = room.page.composer.text
    field.setFocus()
    QCoreApplication.sendEvent(field, QInputMethodEvent("luo'cheng", []))

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert room.page.queue.is_empty
    assert room.lines == ()


def test_shift_enter_breaks_the_line_and_blanks_alone_are_no_line(room: Room) -> None:
    field = room.page.composer.text
    room.type_line("  ")
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_A)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_B)
    QTest.keyClick(field, Qt.Key.Key_Return)
    room.wait_for(lambda: len(room.lines) == 1)

    assert room.texts == ["a\nb"]


def test_the_kind_is_suggested_by_the_role_and_kept_as_chosen(room: Room) -> None:
    composer = room.page.composer
    composer.speaker.setCurrentIndex(1)
    suggested = [composer.kind.value]
    room.write("案情如下。")
    composer.speaker.setCurrentIndex(0)
    composer.speaker.setCurrentIndex(1)
    suggested.append(composer.kind.value)
    assert suggested == ["汇报", "回答"]
    composer.kind.choose("意见")
    room.write("我认为可以起诉。")

    assert [line.kind for line in room.lines] == ["汇报", "意见"]


def test_a_line_looks_saved_only_once_it_is_on_disk(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()
    real = operations.add_line

    def slow(meeting_id: str, line: TypedLine, line_id: str) -> Operation:
        operation = real(meeting_id, line, line_id)
        write = operation.function

        def held(session: object) -> object:
            let_go.wait(20)
            return write(session)

        return replace(operation, function=held)

    monkeypatch.setattr(line_queue, "add_line", slow)
    room.type_line("第一句。")
    room.type_line("第二句。")

    def entries() -> list[tuple[str | None, bool]]:
        return [(e.line.text, e.waiting) for e in room.page.model.rows if isinstance(e, LineEntry)]

    assert entries() == [("第一句。", True), ("第二句。", True)]
    room.page.composer.text.insertPlainText("第三句还没有说完")
    let_go.set()
    room.wait_for(lambda: entries() == [("第一句。", False), ("第二句。", False)])
    assert room.texts == ["第一句。", "第二句。"]
    assert room.page.composer.text.toPlainText() == "第三句还没有说完"


def test_a_line_that_a_quick_disk_has_taken_is_never_shown_as_waiting(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_queue, "_PATIENCE_S", 20)
    room.page.queue._showing.setInterval(60_000)
    shown: list[bool] = []

    def note(*_: object) -> None:
        shown.extend(e.waiting for e in room.page.model.rows if isinstance(e, LineEntry))

    room.page.model.rowsInserted.connect(note)
    room.page.model.dataChanged.connect(note)

    room.write("第一句。")
    room.write("第二句。")

    assert shown
    assert not any(shown)


def test_a_line_is_shown_even_if_it_cannot_be_read_back(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_queue, "_PATIENCE_S", 20)
    monkeypatch.setattr(room.window.workspace, "read", lambda *_, **__: None)

    room.type_line("第一句。")

    def entries() -> list[str | None]:
        return [e.line.text for e in room.page.model.rows if isinstance(e, LineEntry)]

    room.wait_for(lambda: entries() == ["第一句。"])


def test_a_full_disk_loses_nothing_and_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    full = True
    real = operations.add_line

    def refusing(meeting_id: str, line: TypedLine, line_id: str) -> Operation:
        operation = real(meeting_id, line, line_id)
        write = operation.function

        def work(session: object) -> object:
            if full:
                raise DatabaseUnwritable(Path("x.db"), "SQLITE_FULL")
            return write(session)

        return replace(operation, function=work)

    monkeypatch.setattr(line_queue, "add_line", refusing)
    room.type_line("第一句。")
    room.type_line("第二句。")
    room.wait_for(room.window.desk.notice.isVisible)
    assert not room.window.desk.all_saved
    assert not room.window.save_everything()

    full = False
    room.page.queue.retry()

    room.wait_for(lambda: room.texts == ["第一句。", "第二句。"])
    assert room.window.desk.all_saved


def test_undo_waits_for_lines_on_their_way(room: Room) -> None:
    room.write("一。")
    room.type_line("二。")

    room.trigger("undo")

    room.wait_for(room.window.actions_by_id["redo"].isEnabled)
    room.wait_for(lambda: room.texts == ["一。"])
    assert "记录发言" in room.window.actions_by_id["redo"].text()


def test_the_unfinished_line_comes_back_after_closing(
    room: Room, qtbot: QtBot, make_window: WindowMaker
) -> None:
    room.write("一。")
    composer = room.page.composer
    composer.speaker.setCurrentIndex(1)
    composer.kind.choose("补充")
    composer.text.setPlainText("说到一半")
    room.window.safekeeping.may_close = True
    room.window.close()
    room.window.workspace.close()

    window = make_window()
    show(qtbot, window)
    again = window.desk.page.record.composer
    qtbot.waitUntil(lambda: again.text.toPlainText() == "说到一半")

    assert again.speaker.currentText().startswith("2")
    assert again.kind.value == "补充"


def test_a_line_that_was_written_leaves_no_draft(
    room: Room, qtbot: QtBot, make_window: WindowMaker
) -> None:
    room.page.composer.text.setPlainText("说完了。")
    room.page.keep_draft()
    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Return)
    room.wait_for(lambda: room.texts == ["说完了。"])
    room.window.safekeeping.may_close = True
    room.window.close()
    room.window.workspace.close()

    window = make_window()
    show(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    window.workspace._reader.waitForDone()
    QCoreApplication.processEvents()

    assert window.desk.page.record.composer.draft is None


def test_a_signed_record_takes_no_lines(room: Room) -> None:
    room.write("一。")
    room.sign()

    assert not room.page.composer.isVisible()
    room.select(0)
    actions = room.page.actions_of_lines
    assert [a for a in actions.actions if a.isEnabled()] == [actions._details]
    assert not room.window.actions_by_id["undo"].isEnabled()
    assert not room.window.actions_by_id["delete_meeting"].isEnabled()


def test_a_hearing_takes_lines_down_by_steps(qtbot: QtBot, make_window: WindowMaker) -> None:
    room = make_room(qtbot, make_window, MeetingKind.HEARING)
    composer = room.page.composer
    composer.section.choose(1)
    room.write("介绍案情。")
    composer.section.choose(3)
    room.write("请问一下。")

    assert [line.step for line in room.lines] == [1, 3]
    assert all(line.item_id is None for line in room.lines)


def test_an_unknown_speaker_is_allowed_and_shown_as_such(room: Room) -> None:
    composer = room.page.composer
    composer.speaker.choose(None)
    room.write("谁说的？")

    assert room.lines[0].speaker_id is None
    entry = room.page.model.rows[-1]
    assert isinstance(entry, LineEntry)
    assert entry.speaker_name == "发言人待核"


@pytest.mark.parametrize(
    ("role", "step", "kind"),
    [
        ("承办", 1, "介绍案情"),
        ("承办协助", 1, "介绍案情"),
        ("听证员", 3, "提问"),
        ("行政机关代表", 3, "回答"),
        ("主持", 3, "主持人"),
        ("听证员", 5, "听证员代表发言"),
        ("相对人", 6, "最后陈述"),
        ("听证员", 6, "提问"),
        ("主持", 7, "总结"),
        ("相对人", 2, "说明"),
        ("相对人", None, "说明"),
    ],
)
def test_the_step_of_a_hearing_suggests_the_kind(role: str, step: int | None, kind: str) -> None:
    speaker = ParticipantView(id="1", number=1, name="甲", role=role)
    hearing = MeetingSnapshot(id="m", kind=MeetingKind.HEARING, state="H6", participants=(speaker,))

    assert usual_kind(hearing, speaker, step) == kind


@pytest.mark.parametrize(("title", "kind"), [("提问与回答", "提问"), ("逐人发表意见", "意见")])
def test_the_item_of_an_agenda_suggests_the_kind(title: str, kind: str) -> None:
    speaker = ParticipantView(id="1", number=1, name="甲", role="出席")
    meeting = MeetingSnapshot(
        id="m",
        kind=MeetingKind.JOINT_CONFERENCE,
        state="J5",
        participants=(speaker,),
        agenda=(AgendaItemView("i", title),),
    )

    assert usual_kind(meeting, speaker, "i") == kind
