"""Taking lines down: typed, saved one after the other, corrected, moved, undone."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.errors import DatabaseUnwritable
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.rooms import Room, make_room
from ui import line_queue, operations
from ui.changes import Operation
from ui.dialogs.line import LineDialog
from ui.forms.choosing import ChoiceInput
from ui.item_models.lines import LineEntry
from ui.operations import TypedLine, add_entries
from ui.pages.opinions_page import OpinionsPage


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


def test_an_earlier_line_is_corrected_in_the_typing_line(room: Room) -> None:
    room.write("第一局。", "第二句。")
    room.select(0)

    room.press(Qt.Key.Key_F2)
    composer = room.page.composer
    assert composer.text.toPlainText() == "第一局。"
    composer.text.setPlainText("第一句。")
    composer.speaker.setCurrentIndex(1)
    QTest.keyClick(composer.text, Qt.Key.Key_Return)

    room.wait_for(lambda: room.texts == ["第一句。", "第二句。"])
    assert room.lines[0].speaker_id != room.lines[1].speaker_id


def test_escape_leaves_an_earlier_line_as_it_was(room: Room) -> None:
    room.write("第一句。")
    room.select(0)
    room.press(Qt.Key.Key_F2)
    room.page.composer.text.setPlainText("不要的")

    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Escape)

    assert room.page.composer.editing == ""
    assert room.page.composer.text.toPlainText() == ""
    assert room.texts == ["第一句。"]


def test_correcting_a_line_does_not_lose_the_one_being_typed(room: Room) -> None:
    room.write("第一句。")
    room.page.composer.text.setPlainText("说到一半")
    room.select(0)
    room.press(Qt.Key.Key_F2)
    assert room.page.composer.text.toPlainText() == "第一句。"

    QTest.keyClick(room.page.composer.text, Qt.Key.Key_Escape)

    assert room.page.composer.text.toPlainText() == "说到一半"


def test_lines_are_moved_deleted_and_brought_back_with_keys(room: Room) -> None:
    room.write("一。", "二。", "三。")
    room.select(2)
    room.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.texts == ["一。", "三。", "二。"])
    assert [line.text for line in room.page.selected_lines()] == ["三。"]
    assert [line.seq for line in room.lines] == [1, 2, 3]

    room.press(Qt.Key.Key_Delete)
    room.wait_for(lambda: room.texts == ["一。", "二。"])
    room.trigger("undo")
    room.wait_for(lambda: room.texts == ["一。", "三。", "二。"])
    room.trigger("undo")
    room.wait_for(lambda: room.texts == ["一。", "二。", "三。"])
    room.trigger("redo")
    room.wait_for(lambda: room.texts == ["一。", "三。", "二。"])


def test_several_lines_change_speaker_and_item_in_one_step(room: Room) -> None:
    room.write("一。", "二。", "三。")
    room.select(0, 1)
    actions = room.page.actions_of_lines

    _choose(actions._speaker, "陶某")
    room.wait_for(lambda: len({line.speaker_id for line in room.lines}) == 2)
    _choose(actions._section, "讨论")
    assert room.page.meeting is not None
    second = room.page.meeting.agenda[1].id
    room.wait_for(lambda: [line.item_id == second for line in room.lines] == [True, True, False])

    room.trigger("undo")
    room.trigger("undo")
    room.wait_for(lambda: len({line.speaker_id for line in room.lines}) == 1)


def _choose(menu: QMenu, words: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if words in action.text()).trigger()


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


def test_opinions_are_listed_in_speaking_order_with_their_questions(room: Room) -> None:
    composer = room.page.composer
    for speaker, text in ((1, "后说的人先说。"), (0, "主持人说。")):
        composer.speaker.setCurrentIndex(speaker)
        composer.kind.choose("意见")
        room.write(text)
    page = room.window.desk.page
    assert page.meeting is not None
    room.window.workspace.run(
        add_entries(page.meeting.id, "question", [{"text": "如何定性？"}], profiles={}, name="x")
    )
    page.show_tab("opinions")
    opinions = page._pages["opinions"]
    assert isinstance(opinions, OpinionsPage)
    room.wait_for(lambda: page.meeting is not None and bool(page.meeting.questions))

    shown = [entry.line.text for entry in opinions.model.rows if isinstance(entry, LineEntry)]
    assert shown == ["后说的人先说。", "主持人说。"]
    opinions.view.select_key(page.meeting.opinions[0].id)
    question = opinions.form.form.editors["question"].input
    assert isinstance(question, ChoiceInput)
    question.combo.setFocus()
    QTest.keyClick(question.combo, Qt.Key.Key_Down)
    opinions.view.setFocus()
    room.wait_for(lambda: room.lines[0].question_id is not None)
    assert room.lines[1].question_id is None


def _with_expert(room: Room) -> str:
    """Have an expert in the meeting; return the id."""
    page = room.window.desk.page
    assert page.meeting is not None
    expert = {"name": "仁青·拉姆", "role": "专家", "specialist_question": "修复年限"}
    room.window.workspace.run(
        add_entries(
            page.meeting.id, "participant", [expert],
            profiles={**room.window.workspace.profiles}, name="x",
        )
    )  # fmt: skip
    room.wait_for(lambda: page.meeting is not None and len(page.meeting.participants) == 3)
    return page.meeting.participants[2].id


def test_no_opinion_is_offered_for_an_expert(room: Room) -> None:
    expert = _with_expert(room)
    composer = room.page.composer
    composer.speaker.setCurrentIndex(0)
    composer.kind.choose("意见")
    composer.speaker.choose(expert)

    offered = {composer.kind.itemData(place) for place in range(composer.kind.count())}
    assert composer.kind.value == "专业说明"
    assert not offered & {"意见", "补充"}
    room.write("十五年。")
    assert [(line.kind, line.limit) for line in room.lines] == [("专业说明", "修复年限")]
    composer.speaker.setCurrentIndex(0)
    assert composer.kind.findData("意见") >= 0


def test_an_opinion_that_is_corrected_to_be_an_experts_becomes_an_explanation(room: Room) -> None:
    expert = _with_expert(room)
    composer = room.page.composer
    composer.speaker.setCurrentIndex(0)
    composer.kind.choose("意见")
    room.write("我认为。")
    room.select(0)
    room.press(Qt.Key.Key_F2)

    composer.speaker.choose(expert)
    QTest.keyClick(composer.text, Qt.Key.Key_Return)

    room.wait_for(lambda: room.lines[0].speaker_id == expert)
    assert room.lines[0].kind == "专业说明"


def test_the_form_of_an_experts_line_offers_no_opinion(room: Room) -> None:
    expert = _with_expert(room)
    room.page.composer.speaker.choose(expert)
    room.write("十五年。")
    room.select(0)
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.window.findChild(LineDialog) is not None)
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    kind = dialog.form.editors["kind"].input
    assert isinstance(kind, ChoiceInput)
    room.wait_for(lambda: kind.text() == "专业说明")

    assert kind.combo.findData("意见") == kind.combo.findData("补充") == -1
    dialog.close()


def test_everything_about_a_line_is_edited_in_its_form(room: Room) -> None:
    room.write("བོད་ཡིག")
    room.select(0)
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.window.findChild(LineDialog) is not None)
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    form = dialog.form
    room.wait_for(lambda: form.editors["text"].input.text() == "བོད་ཡིག")

    for field, text in (("source_lang", "bo"), ("translation", "藏文。"), ("note", "逐句翻译")):
        editor = form.editors[field]
        editor.take_focus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        field_in_focus = QApplication.focusWidget()
        assert field_in_focus is not None
        QCoreApplication.sendEvent(field_in_focus, event)
    dialog.close()

    room.wait_for(lambda: room.lines[0].note == "逐句翻译")
    line = room.lines[0]
    assert (line.source_lang, line.translation) == ("bo", "藏文。")
    room.trigger("undo")
    room.wait_for(lambda: room.lines[0].note is None)


def test_the_form_of_a_line_closes_when_the_line_is_gone(room: Room) -> None:
    room.write("一。")
    room.select(0)
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.window.findChild(LineDialog) is not None)
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)

    room.trigger("undo")

    room.wait_for(lambda: room.lines == ())
    room.wait_for(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_form_of_a_line_speaks_both_languages(room: Room, language: str) -> None:
    room.write("一。")
    room.select(0)
    room.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.window.findChild(LineDialog) is not None)
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)

    room.window.interface.speak(language)

    words = {"zh_CN": ("第1条发言", "译文"), "en": ("Line 1", "Translation")}[language]
    room.wait_for(lambda: dialog.windowTitle() == words[0])
    assert dialog.form.editors["translation"].label.text() == words[1]
