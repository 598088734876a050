"""The form of an opinion: who gives one and how, its reasons and lines, and when it may change."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.form_bench import compose
from tests.ui.opinions import Reading, focused_widget, make_reading
from ui.forms.choosing import ChoiceInput


@pytest.fixture
def reading(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> Reading:
    return make_reading(qtbot, make_window, tmp_path, "J6")


def test_that_somebody_gave_none_is_noted_with_the_reason_and_undone_by_name(
    reading: Reading,
) -> None:
    reading.page.register.choose(reading.meeting.participants[6].id, None)
    QTest.mouseClick(reading.page.register.none, Qt.MouseButton.LeftButton)
    reading.wait(reading.field("silence_reason").input.holds_focus)
    assert not reading.field("text").isVisible()
    assert not reading.field("reasons").isVisible()
    compose(focused_widget(), commit="未参与讨论")
    reading.focus(reading.page.view)
    reading.wait(lambda: reading.opinions[-1].silence_reason == "未参与讨论")
    assert "未发表" in reading.states()

    undo = reading.window.actions_by_id["undo"]
    undo.trigger()
    reading.wait(lambda: reading.opinions[-1].silence_reason is None)
    reading.wait(lambda: "登记未发表意见" in undo.text())
    undo.trigger()

    reading.wait(lambda: len(reading.opinions) == 5)


def test_only_those_who_may_give_an_opinion_can_be_chosen(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = make_reading(qtbot, make_window, tmp_path, "J6", "s02-joint")
    person = reading.page.register.person

    offered = {person.itemData(place) for place in range(person.count())}

    people = reading.meeting.participants
    refused = {"专家", "特邀检察官助理", "记录", "翻译", "回避"}
    assert offered == {p.id for p in people if p.role not in refused}


def test_reasons_and_legal_basis_are_entered_in_the_form(reading: Reading) -> None:
    reading.choose(0)

    reading.write("reasons", "交付后不再参与。")
    reading.write("legal_basis", "刑法第二百八十七条之二")

    reading.wait(lambda: reading.opinions[0].legal_basis == "刑法第二百八十七条之二")
    assert reading.opinions[0].reasons == "交付后不再参与。"
    assert reading.chosen is not None


def test_a_line_of_the_same_speaker_is_joined_and_parted(reading: Reading) -> None:
    reading.choose(0)
    lines = reading.page.form.lines
    author = reading.opinions[0].author_id
    offered = {lines.further.itemData(place) for place in range(lines.further.count())}
    mine = {line.id for line in reading.meeting.lines if line.speaker_id == author}
    assert offered == mine - set(reading.opinions[0].line_ids)

    QTest.mouseClick(lines.join, Qt.MouseButton.LeftButton)
    reading.wait(lambda: len(reading.opinions[0].line_ids) == 2)
    reading.wait(lambda: len(lines._parts) == 2)
    part = next(b for b in lines._parts[1].findChildren(QPushButton) if b.text() == "移出")
    reading.focus(part)
    QTest.keyClick(part, Qt.Key.Key_Return)

    reading.wait(lambda: len(reading.opinions[0].line_ids) == 1)
    reading.wait(lines.further.hasFocus)


def test_how_an_opinion_was_given_offers_what_is_possible(reading: Reading) -> None:
    reading.choose(0)
    manner = reading.field("manner").input
    assert isinstance(manner, ChoiceInput)

    assert manner.combo.currentText() == "口头"
    assert manner.combo.findData("未发表") == -1


def test_a_written_opinion_can_be_deleted_a_spoken_one_goes_with_its_line(
    reading: Reading,
) -> None:
    reading.choose(0)
    assert not reading.page.form.delete.isVisible()
    reading.page.register.choose(reading.opinions[0].author_id, None)
    QTest.mouseClick(reading.page.register.written, Qt.MouseButton.LeftButton)
    reading.wait(lambda: reading.chosen is not None and reading.chosen.manner == "书面")

    QTest.mouseClick(reading.page.form.delete, Qt.MouseButton.LeftButton)

    reading.wait(lambda: len(reading.opinions) == 5)
    reading.wait(lambda: reading.chosen is None or reading.chosen in reading.opinions)


def test_a_signed_meeting_is_read_only_and_says_why(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    reading = make_reading(qtbot, make_window, tmp_path, "J8")
    reading.choose(0)
    page = reading.page

    assert page._locked.isVisible()
    assert not page.register.isVisible()
    assert not page.form.lines._add.isVisible()
    assert all(field._locked for field in page.form.form.editors.values())
    reading.page.grid.opened.emit(0, 1)
    assert reading.chosen == reading.opinions[1]
