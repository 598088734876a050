"""The page of the agenda: begun, read aloud, shown in any room and language, saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda_plan import USUAL
from models.vocabulary import MeetingKind
from tests.ui.agendas import FOUR, Page, click_minutes
from tests.ui.lists import (
    choose,
    commit_text,
    compose,
    expect,
    numbers,
    press,
    set_times,
    sign,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.i18n import Interface
from ui.theme import Theme
from ui.widgets.row_field import MinutesField
from ui.workspace import Workspace


@pytest.fixture
def editor(workspace: Workspace) -> MeetingEditor:
    return MeetingEditor(workspace)


@pytest.fixture
def page(theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot) -> Page:
    assert interface is not None
    return Page(theme, editor, qtbot)


def test_an_empty_agenda_waits_with_the_cursor_for_its_first_item(page: Page) -> None:
    page.show()

    assert page.agenda.add_row.field.hasFocus()
    assert page.page.purpose.isVisible()
    assert page.page.usual.isVisible()
    assert not page.page.summary.isVisible()


def test_nobody_else_loses_the_cursor_to_an_empty_agenda(page: Page) -> None:
    page.show()
    page.before.setFocus()

    page.page.hide()
    page.page.show()

    assert page.before.hasFocus()


@pytest.mark.parametrize("kind", MeetingKind)
def test_the_usual_agenda_is_taken_in_one_step(
    page: Page, editor: MeetingEditor, qtbot: QtBot, kind: MeetingKind
) -> None:
    page.show(kind)

    QTest.mouseClick(page.page.usual, Qt.MouseButton.LeftButton)

    expect(qtbot, page.agenda, USUAL[kind])
    assert page.agenda.add_row.field.hasFocus()
    assert not page.page.usual.isVisible()
    assert undo(qtbot, editor) == "采用通常议程"
    assert texts(page.agenda) == []
    assert page.page.usual.isVisible()


def test_only_a_hearing_says_that_its_steps_are_given(page: Page) -> None:
    page.show()
    assert not page.page.steps.isVisible()

    page.show(MeetingKind.HEARING)

    assert page.page.steps.isVisible()
    assert "七个步骤" in page.page.steps.text()


def test_enter_while_composing_adds_nothing(page: Page, qtbot: QtBot) -> None:
    page.show()
    field = page.agenda.add_row.field
    compose(field, "yicheng")
    press(field, Qt.Key.Key_Return)
    commit_text(field, "议程")

    press(field, Qt.Key.Key_Return)

    expect(qtbot, page.agenda, ["议程"])


def test_an_item_is_spoken_with_all_that_is_seen_of_it(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items("甲", "乙", levels=(0, 1))
    set_times(editor, qtbot, "2025-06-18T09:00", None)
    choose(page.agenda, 1)
    QTest.keyClicks(page.agenda.view, "9")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(None, 9)

    spoken = [
        page.agenda.view.list_model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for place in range(2)
    ]

    assert spoken == ["1，甲，共9分钟，09:00–09:09", "1.1，乙，第2级，9分钟，09:00–09:09"]
    assert "Tab" in page.agenda.view.accessibleDescription()


def test_materials_are_listed_below(page: Page, editor: MeetingEditor, qtbot: QtBot) -> None:
    page.show()

    write(qtbot, page.page.materials, "审查报告")

    assert undo(qtbot, editor) == "添加会议材料"


def test_commit_saves_both_lists(page: Page, qtbot: QtBot) -> None:
    page.show()
    page.agenda.add_row.field.blockSignals(True)  # noqa: FBT003  # so that leaving saves nothing
    commit_text(page.agenda.add_row.field, "议程")
    commit_text(page.page.materials.add_row.field, "材料")

    page.page.commit()

    expect(qtbot, page.agenda, ["议程"])
    expect(qtbot, page.page.materials, ["材料"])


def test_a_signed_meeting_shows_its_agenda_only(
    page: Page, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    page.show().with_items(*FOUR)
    sign(qtbot, workspace, editor.meeting_id)
    qtbot.waitUntil(page.page.locked.isVisible)
    choose(page.agenda, 1)
    asked: list[object] = []
    for signal in (page.agenda.view.indent_asked, page.agenda.view.minutes_asked):
        signal.connect(lambda *values: asked.append(values))

    press(page.agenda.view, Qt.Key.Key_Tab)
    QTest.keyClicks(page.agenda.view, "9")
    click_minutes(page, 0)

    assert asked == []
    assert not page.agenda.view.viewport().findChildren(MinutesField)
    assert not page.agenda.add_row.isVisible()
    assert not page.page.keys.isVisible()


def test_half_a_thousand_items_are_measured_a_few_times_only(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show().with_items(*(f"第{n}项" for n in range(500)))
    measured: list[object] = []
    height = page.agenda.view.delegate.height

    def counted(row: object, width: int) -> int:
        measured.append(row)
        return height(row, width)

    monkeypatch.setattr(page.agenda.view.delegate, "height", counted)
    choose(page.agenda, 0)

    press(page.agenda.view, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: len(page.agenda.rows) == 499)
    assert numbers(page.agenda)[-1] == "499"
    assert len(measured) < 10 * 500


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_is_cut_off_at_the_least_width(
    page: Page, theme: Theme, interface: Interface, scale: float, language: str
) -> None:
    page.show().with_items("很长的议程标题" * 12, "乙", levels=(0, 1))
    interface.speak(language)
    theme.scale_text(scale)
    page.window.resize(620, 500)
    QApplication.processEvents()
    QApplication.processEvents()

    view = page.agenda.view
    assert page.page.widget().width() <= page.page.viewport().width()
    for place, row in enumerate(page.agenda.rows):
        rect = view.visualRect(view.list_model.index(place, 0)).toRectF()
        places = view.delegate.places(row, rect)
        for part in (places.text, places.minutes, places.times):
            assert rect.contains(part)
        assert not places.minutes.intersects(places.times)
        assert not places.minutes.intersects(places.text)


def test_the_page_speaks_the_language_in_force_and_keeps_its_place(
    page: Page, interface: Interface
) -> None:
    page.show().with_items(*FOUR)
    choose(page.agenda, 2)

    interface.speak("en")
    QApplication.processEvents()
    interface.speak("zh_CN")
    QApplication.processEvents()

    assert page.agenda.view.chosen == (page.agenda.rows[2].id,)
    assert page.page.usual.text() == "采用通常议程"
