"""Opinions, marks and internal notes from the keys of the desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.dialogs.hand_over import HandOverDialog
from ui.item_models.lines import NoteEntry, StepEntry
from ui.live.operations import begin
from ui.operations import add_entries


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a window with a meeting."""
    return make_room(qtbot, make_window)


def _ask(room: Room, *questions: str) -> None:
    assert room.page.meeting is not None
    profiles = {**room.window.workspace.profiles}
    values = [{"text": text} for text in questions]
    meeting = room.page.meeting.id
    room.window.workspace.run(add_entries(meeting, "question", values, profiles=profiles, name="x"))
    room.wait_for(lambda: room.page.meeting is not None and len(room.page.meeting.questions) > 0)


def _speak(room: Room, number: int, *texts: str) -> None:
    """Have the person at that place of the list say something."""
    assert room.page.meeting is not None
    before = len(room.lines)
    room.page.composer.speaker.choose(room.page.meeting.participants[number - 1].id)
    for text in texts:
        room.type_line(text)
    room.wait_for(lambda: len(room.lines) == before + len(texts))


def _menu(room: Room) -> QMenu:
    """Return the menu that is open."""
    found = [menu for menu in room.page.findChildren(QMenu) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def _opinions(room: Room) -> list[tuple[tuple[str | None, ...], str | None]]:
    """Return the words and the question of each opinion."""
    meeting = room.page.meeting
    assert meeting is not None
    texts = {line.id: line.text for line in meeting.lines}
    questions = dict(zip(meeting.question_ids, meeting.questions, strict=True))
    return [
        (tuple(texts[key] for key in one.line_ids), questions.get(one.question_id or ""))
        for one in meeting.opinions
    ]


def test_what_somebody_said_last_is_one_opinion_on_the_question(room: Room) -> None:
    _ask(room, "是否起诉？")
    _speak(room, 2, "此前的话")
    _speak(room, 1, "第一句", "第二句")

    room.page.live.take_as_opinion()

    room.wait_for(lambda: _opinions(room) == [(("第一句", "第二句"), "是否起诉？")])
    room.window.workspace.undo()
    room.wait_for(lambda: _opinions(room) == [])


def test_of_several_questions_one_is_picked_by_its_number(room: Room) -> None:
    _ask(room, "定性？", "数额？")
    _speak(room, 1, "个人意见")

    room.page.live.take_as_opinion()
    QTest.keyClick(_menu(room), Qt.Key.Key_2)

    room.wait_for(lambda: _opinions(room) == [(("个人意见",), "数额？")])


def test_enter_takes_the_first_question_and_esc_none(room: Room) -> None:
    _ask(room, "定性？", "数额？")
    _speak(room, 1, "个人意见")

    room.page.live.take_as_opinion()
    QTest.keyClick(_menu(room), Qt.Key.Key_Escape)
    assert _opinions(room) == []
    room.page.live.take_as_opinion()
    QTest.keyClick(_menu(room), Qt.Key.Key_Return)

    room.wait_for(lambda: _opinions(room) == [(("个人意见",), "定性？")])


def test_words_of_nobody_known_are_no_opinion(room: Room) -> None:
    room.page.composer.speaker.choose(None)
    room.write("不知谁说的")

    room.page.live.take_as_opinion()

    assert _opinions(room) == []


def test_the_last_line_is_marked_and_unmarked(room: Room) -> None:
    room.write("甲", "乙")

    room.page.live.mark()
    room.wait_for(lambda: [line.marked for line in room.lines] == [None, True])
    room.page.live.mark()
    room.wait_for(lambda: [line.marked for line in room.lines] == [None, None])


def test_selected_lines_are_marked_together(room: Room) -> None:
    room.write("甲", "乙", "丙")
    room.select(0, 1)

    room.page.live.mark()

    room.wait_for(lambda: [line.marked for line in room.lines] == [True, True, None])


def test_an_internal_note_stands_beside_the_record(room: Room) -> None:
    room.write("甲")
    room.page.live.toggle_note()
    room.type_line("提醒：核对日期")
    room.wait_for(lambda: len(room.page.state.notes) == 1)

    (note,) = room.page.state.notes
    assert (note.text, note.after_id) == ("提醒：核对日期", room.lines[0].id)
    assert room.page.composer.noting
    room.page.live.toggle_note()
    room.write("乙")
    assert room.texts == ["甲", "乙"]


def test_an_unfinished_note_comes_back_as_a_note(room: Room) -> None:
    composer = room.page.composer
    room.page.live.toggle_note()
    composer.text.setPlainText("未写完的备注")
    draft = composer.draft
    assert draft is not None
    composer.clear_line()
    composer.set_noting(noting=False)

    composer.give_back(draft)

    assert (composer.noting, composer.text.words) == (True, "未写完的备注")


def test_a_command_in_a_note_is_words(room: Room) -> None:
    room.page.live.toggle_note()
    room.type_line("/out 1")
    room.wait_for(lambda: len(room.page.state.notes) == 1)

    assert room.lines == ()


def test_while_officers_confer_notes_are_internal(qtbot: QtBot, make_window: WindowMaker) -> None:
    room = make_room(qtbot, make_window, MeetingKind.HEARING)
    assert room.page.meeting is not None
    meeting, workspace = room.page.meeting.id, room.window.workspace

    workspace.run(begin(meeting, at="2026-03-02T10:00", step=4))
    room.wait_for(lambda: room.page.composer.noting)
    workspace.run(begin(meeting, at="2026-03-02T10:20", step=5))
    room.wait_for(lambda: not room.page.composer.noting)


def test_the_record_is_handed_over(room: Room) -> None:
    room.write("甲")
    room.page.live.ask_to_hand_over()
    dialog = room.page.findChild(HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    assert not dialog.accept_button.isEnabled()

    QTest.keyClicks(dialog.name, "Li Si")
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    room.wait_for(lambda: len(room.lines) == 2)
    assert "Li Si" in (room.lines[-1].text or "")
    room.window.workspace.undo()
    room.wait_for(lambda: len(room.lines) == 1)
    assert room.page.meeting is not None
    assert len(room.page.meeting.participants) == 2


def _note(room: Room, text: str) -> None:
    before = len(room.page.state.notes)
    room.page.live.toggle_note()
    room.type_line(text)
    room.wait_for(lambda: len(room.page.state.notes) == before + 1)
    room.page.live.toggle_note()


def _shown(room: Room) -> list[str]:
    """Return lines and notes as the timeline has them."""
    return [
        entry.note.text if isinstance(entry, NoteEntry) else entry.line.text or ""
        for entry in room.page.model.rows
        if not isinstance(entry, StepEntry)
    ]


def _choose_note(room: Room) -> None:
    place = next(n for n, e in enumerate(room.page.model.rows) if isinstance(e, NoteEntry))
    room.window.activateWindow()
    room.page.timeline.setFocus()
    room.page.timeline.setCurrentIndex(room.page.model.index(place, 0))


def test_notes_stand_after_their_lines(room: Room) -> None:
    _note(room, "会前备注")
    room.write("甲")
    _note(room, "甲的备注")
    room.write("乙")

    room.wait_for(lambda: _shown(room) == ["会前备注", "甲", "甲的备注", "乙"])


def test_a_note_is_changed_and_deleted_by_keys(room: Room) -> None:
    room.write("甲")
    _note(room, "备注")
    _choose_note(room)
    room.press(Qt.Key.Key_F2)
    assert room.page.composer.noting
    room.type_line("补充")
    room.wait_for(lambda: _shown(room) == ["甲", "备注补充"])

    _choose_note(room)
    room.press(Qt.Key.Key_Delete)
    room.wait_for(lambda: _shown(room) == ["甲"])
    room.window.workspace.undo()
    room.wait_for(lambda: _shown(room) == ["甲", "备注补充"])


def test_a_note_waits_until_what_is_typed_was_handed_in(room: Room) -> None:
    room.write("甲")
    _note(room, "备注")
    room.page.composer.text.setPlainText("说到一半")
    _choose_note(room)
    room.press(Qt.Key.Key_F2)

    assert room.page.composer.text.words == "说到一半"
    assert "请先记录" in room.page.composer.foot.hint.text()


def test_a_note_is_never_copied_with_the_record(room: Room) -> None:
    room.write("甲")
    _note(room, "备注")
    room.window.activateWindow()
    room.page.timeline.setFocus()
    room.page.timeline.selectAll()
    room.page.timeline.copy_action.trigger()

    assert "备注" not in QGuiApplication.clipboard().text()
    assert "甲" in QGuiApplication.clipboard().text()
