"""Levels of the agenda: changed by Tab, moved with all below, dragged to a place and level."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.agendas import FOUR, Page
from tests.ui.lists import (
    ALT,
    SHIFT,
    choose,
    commit_text,
    drag,
    expect,
    numbers,
    press,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.i18n import Interface
from ui.theme import Theme
from ui.widgets.row_drag import Target
from ui.workspace import Workspace

STEP = 30  # a little more than a level is set in, at 100 %


@pytest.fixture
def editor(workspace: Workspace) -> MeetingEditor:
    return MeetingEditor(workspace)


@pytest.fixture
def page(theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot) -> Page:
    assert interface is not None
    return Page(theme, editor, qtbot)


def test_tab_brings_the_selected_items_one_level_down_and_back(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items(*FOUR)
    choose(page.agenda, 1, 2)

    press(page.agenda.view, Qt.Key.Key_Tab)

    page.wait_levels(0, 1, 1, 0)
    assert numbers(page.agenda) == ["1", "1.1", "1.2", "2"]
    assert page.agenda.view.hasFocus()
    press(page.agenda.view, Qt.Key.Key_Tab, SHIFT)
    page.wait_levels(0, 0, 0, 0)
    assert undo(qtbot, editor) == "调整议程级别"
    assert [row.level for row in page.agenda.rows] == [0, 1, 1, 0]
    undo(qtbot, editor)
    assert [row.level for row in page.agenda.rows] == [0, 0, 0, 0]


def test_items_go_three_levels_deep_and_no_further(page: Page) -> None:
    page.show().with_items(*FOUR, levels=(0, 1, 2, 2))
    choose(page.agenda, 3)
    press(page.agenda.view, Qt.Key.Key_Tab)
    choose(page.agenda, 0)
    press(page.agenda.view, Qt.Key.Key_Tab)
    press(page.agenda.view, Qt.Key.Key_Tab, SHIFT)
    choose(page.agenda, 2)

    press(page.agenda.view, Qt.Key.Key_Tab, SHIFT)

    page.wait_levels(0, 1, 1, 2)


def test_tab_passes_by_an_agenda_that_was_not_entered(page: Page) -> None:
    page.show().with_items(*FOUR)
    page.before.setFocus()

    press(page.before, Qt.Key.Key_Tab)
    assert page.agenda.view.hasFocus()
    press(page.agenda.view, Qt.Key.Key_Tab)
    assert page.agenda.add_row.field.hasFocus()
    press(page.agenda.add_row.field, Qt.Key.Key_Tab, SHIFT)
    press(page.agenda.view, Qt.Key.Key_Tab, SHIFT)

    assert page.before.hasFocus()
    assert [row.level for row in page.agenda.rows] == [0, 0, 0, 0]


def test_tab_means_a_level_once_an_arrow_entered_the_agenda(page: Page) -> None:
    page.show().with_items(*FOUR)
    page.before.setFocus()
    press(page.before, Qt.Key.Key_Tab)

    press(page.agenda.view, Qt.Key.Key_Down)
    press(page.agenda.view, Qt.Key.Key_Tab)

    page.wait_levels(0, 1, 0, 0)


def test_esc_leaves_the_agenda_and_tab_goes_on_from_there(page: Page) -> None:
    page.show().with_items(*FOUR)
    choose(page.agenda, 1)

    press(page.agenda.view, Qt.Key.Key_Escape)
    assert page.agenda.add_row.field.hasFocus()
    press(page.agenda.add_row.field, Qt.Key.Key_Tab)

    assert page.page.materials.add_row.field.hasFocus()
    press(page.page.materials.add_row.field, Qt.Key.Key_Tab)
    for adder in page.page.attachments.adders:
        assert adder.hasFocus()
        press(adder, Qt.Key.Key_Tab)
    assert page.after.hasFocus()


def test_tab_while_typing_makes_a_sub_item(page: Page, qtbot: QtBot) -> None:
    page.show().with_items("甲")
    field = page.agenda.add_row.field
    commit_text(field, "乙")

    press(field, Qt.Key.Key_Tab)
    assert page.agenda.add_row.number.text() == "1.1"
    press(field, Qt.Key.Key_Return)
    expect(qtbot, page.agenda, ["甲", "乙"])
    assert page.agenda.add_row.number.text() == "1.2"
    press(field, Qt.Key.Key_Backspace)
    assert page.agenda.add_row.number.text() == "2"
    write(qtbot, page.agenda, "丙")

    assert numbers(page.agenda) == ["1", "1.1", "2"]


def test_the_first_item_is_never_a_sub_item(page: Page) -> None:
    page.show()
    commit_text(page.agenda.add_row.field, "甲")

    press(page.agenda.add_row.field, Qt.Key.Key_Tab)

    assert page.agenda.add_row.level == 0
    assert page.agenda.add_row.field.hasFocus()


def test_an_item_moves_with_all_below_it(page: Page, editor: MeetingEditor, qtbot: QtBot) -> None:
    page.show().with_items("甲", "乙", "乙一", "丙", "丙一", levels=(0, 0, 1, 0, 1))
    choose(page.agenda, 1)

    press(page.agenda.view, Qt.Key.Key_Down, ALT)

    expect(qtbot, page.agenda, ["甲", "丙", "丙一", "乙", "乙一"])
    assert numbers(page.agenda) == ["1", "2", "2.1", "3", "3.1"]
    undo(qtbot, editor)
    assert texts(page.agenda) == ["甲", "乙", "乙一", "丙", "丙一"]


def test_an_item_is_deleted_with_all_below_it(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items("甲", "甲一", "乙", levels=(0, 1, 0))
    choose(page.agenda, 0)

    press(page.agenda.view, Qt.Key.Key_Delete)

    expect(qtbot, page.agenda, ["乙"])
    undo(qtbot, editor)
    assert texts(page.agenda) == ["甲", "甲一", "乙"]


def test_a_row_is_dragged_to_a_place_and_level_in_one_step(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items(*FOUR)

    drag(page.agenda, 0, 2, sideways=STEP)

    expect(qtbot, page.agenda, ["乙", "甲", "丙", "丁"])
    assert [row.level for row in page.agenda.rows] == [0, 1, 0, 0]
    assert undo(qtbot, editor) == "移动议程"
    assert texts(page.agenda) == list(FOUR)
    assert [row.level for row in page.agenda.rows] == [0, 0, 0, 0]


@pytest.mark.parametrize("sideways", [-24, -10, 0, 10, 24])
def test_a_few_pixels_never_change_a_level(page: Page, qtbot: QtBot, sideways: int) -> None:
    page.show().with_items("甲", "甲一", "甲二", "乙", levels=(0, 1, 1, 0))

    drag(page.agenda, 2, 1, sideways=sideways)

    expect(qtbot, page.agenda, ["甲", "甲二", "甲一", "乙"])
    assert [row.level for row in page.agenda.rows] == [0, 1, 1, 0]


def test_a_drag_sideways_alone_changes_the_level(page: Page) -> None:
    page.show().with_items(*FOUR)

    drag(page.agenda, 1, 1, sideways=STEP)

    page.wait_levels(0, 1, 0, 0)


def test_a_drop_takes_a_level_that_is_possible_there(page: Page, qtbot: QtBot) -> None:
    page.show().with_items("甲", "甲一", "甲二", "乙", levels=(0, 1, 1, 0))

    drag(page.agenda, 3, 2, sideways=-3 * STEP)

    expect(qtbot, page.agenda, ["甲", "甲一", "乙", "甲二"])
    assert [row.level for row in page.agenda.rows] == [0, 1, 1, 1]


def test_nothing_lands_where_it_would_tear_others_apart(page: Page, qtbot: QtBot) -> None:
    page.show().with_items("甲", "甲一", "乙", "乙一", "乙二", levels=(0, 1, 0, 1, 2))

    drag(page.agenda, 2, 1, drop=False)

    assert page.agenda.view.drag.active
    assert page.agenda.view.drag.target is None
    QTest.mouseRelease(page.agenda.view.viewport(), Qt.MouseButton.LeftButton)
    write(qtbot, page.agenda, "丙")
    assert numbers(page.agenda) == ["1", "1.1", "2", "2.1", "2.1.1", "3"]


def test_the_line_of_a_drag_begins_where_the_level_does(page: Page) -> None:
    page.show().with_items(*FOUR)
    view = page.agenda.view

    lefts = [view.drag.line_of(Target(2, level)).left() for level in (0, 1, 2)]

    assert lefts == [view.delegate.margin + level * view.delegate.step for level in (0, 1, 2)]


def test_a_drag_near_the_edge_scrolls_the_page(page: Page, qtbot: QtBot) -> None:
    page.show().with_items(*(f"第{n}项" for n in range(40)))
    bar, viewport = page.page.verticalScrollBar(), page.agenda.view.viewport()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    left = Qt.MouseButton.LeftButton
    start = page.agenda.view.visualRect(page.agenda.view.list_model.index(0, 0)).center()
    edge = page.page.viewport().rect().bottomLeft() + QPoint(200, -10)
    QTest.mousePress(viewport, left, pos=start)
    QTest.mouseMove(viewport, start + QPoint(0, 40))
    QTest.mouseMove(viewport, viewport.mapFrom(page.page.viewport(), edge))

    qtbot.waitUntil(lambda: bar.value() == bar.maximum())

    target = page.agenda.view.drag.target
    assert target is not None
    assert target.gap > 20
    press(page.agenda.view, Qt.Key.Key_Escape)
