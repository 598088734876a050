"""Lines that were taken down: corrected, moved, made opinions or explanations, edited in full."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.forms.choosing import ChoiceInput
from ui.item_models.lines import LineEntry
from ui.operations import add_entries
from ui.pages.opinions_page import OpinionsPage


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    return make_room(qtbot, make_window)


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
    dialog = room.open_details(0)
    kind = dialog.form.editors["kind"].input
    assert isinstance(kind, ChoiceInput)
    room.wait_for(lambda: kind.text() == "专业说明")

    assert kind.combo.findData("意见") == kind.combo.findData("补充") == -1
    dialog.close()


def test_everything_about_a_line_is_edited_in_its_form(room: Room) -> None:
    room.write("བོད་ཡིག")
    dialog = room.open_details(0)
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
    dialog = room.open_details(0)

    room.trigger("undo")

    room.wait_for(lambda: room.lines == ())
    room.wait_for(lambda: not isValid(dialog) or not dialog.isVisible())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_form_of_a_line_speaks_both_languages(room: Room, language: str) -> None:
    room.write("一。")
    dialog = room.open_details(0)

    room.window.interface.speak(language)

    words = {"zh_CN": ("第1条发言", "译文"), "en": ("Line 1", "Translation")}[language]
    room.wait_for(lambda: dialog.windowTitle() == words[0])
    assert dialog.form.editors["translation"].label.text() == words[1]
