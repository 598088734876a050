"""Minutes of the agenda: planned by keys and clicks, and the clock times that follow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.agendas import FOUR, Page, click_minutes
from tests.ui.lists import CONTROL, choose, commit_text, offered, press, set_times, undo, write
from ui.editing import MeetingEditor
from ui.i18n import Interface
from ui.theme import Theme
from ui.workspace import Workspace


@pytest.fixture
def editor(workspace: Workspace) -> MeetingEditor:
    return MeetingEditor(workspace)


@pytest.fixture
def page(theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot) -> Page:
    assert interface is not None
    return Page(theme, editor, qtbot)


def test_digits_and_enter_plan_minutes_row_by_row(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items(*FOUR)
    choose(page.agenda, 0)

    for number in ("15", "5"):
        for digit in number:
            target = page.agenda.view if digit == number[0] else page.minutes_field()
            QTest.keyClicks(target, digit)
        press(page.minutes_field(), Qt.Key.Key_Return)

    page.wait_minutes(15, 5, None, None)
    assert page.agenda.view.chosen == (page.agenda.rows[2].id,)
    assert undo(qtbot, editor) == "修改计划用时"
    assert [row.minutes for row in page.agenda.rows] == [15, None, None, None]


def test_minutes_are_planned_for_all_selected_items_at_once(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items(*FOUR)
    choose(page.agenda, 0, 2, 3)

    QTest.keyClicks(page.agenda.view, "8")
    press(page.minutes_field(), Qt.Key.Key_Return)

    page.wait_minutes(8, None, 8, 8)
    undo(qtbot, editor)
    assert [row.minutes for row in page.agenda.rows] == [None] * 4


def test_a_click_on_the_minutes_opens_them(page: Page) -> None:
    page.show().with_items(*FOUR)

    click_minutes(page, 1)
    QTest.keyClicks(page.minutes_field(), "20")
    page.agenda.add_row.field.setFocus()

    page.wait_minutes(None, 20, None, None)
    assert page.agenda.add_row.field.hasFocus()


def test_esc_leaves_the_minutes_as_they_were(page: Page, qtbot: QtBot) -> None:
    page.show().with_items(*FOUR)
    click_minutes(page, 0)
    QTest.keyClicks(page.minutes_field(), "20")

    press(page.minutes_field(), Qt.Key.Key_Escape)

    assert page.agenda.view.hasFocus()
    write(qtbot, page.agenda, "戊")
    assert [row.minutes for row in page.agenda.rows] == [None] * 5


@pytest.mark.parametrize(
    ("typed", "minutes"), [("０２５", 25), ("0", None), ("12345", 123), ("a7", 7)]
)
def test_minutes_are_whole_numbers_of_any_width(
    page: Page, typed: str, minutes: int | None
) -> None:
    page.show().with_items("甲", "乙")
    click_minutes(page, 0)
    QTest.keyClicks(page.minutes_field(), "9")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(9, None)
    click_minutes(page, 0)

    for sign_ in typed:
        commit_text(page.minutes_field(), sign_)
    press(page.minutes_field(), Qt.Key.Key_Return)

    page.wait_minutes(minutes, None)


def test_up_and_down_go_on_with_the_minutes_of_the_next_row(page: Page) -> None:
    page.show().with_items(*FOUR)
    click_minutes(page, 1)

    QTest.keyClicks(page.minutes_field(), "7")
    press(page.minutes_field(), Qt.Key.Key_Down)
    page.wait_minutes(None, 7, None, None)
    QTest.keyClicks(page.minutes_field(), "8")
    press(page.minutes_field(), Qt.Key.Key_Up)

    page.wait_minutes(None, 7, 8, None)
    assert page.minutes_field().text() == "7"


def test_undo_belongs_to_the_program_while_no_digit_is_typed(page: Page) -> None:
    page.show().with_items(*FOUR)
    click_minutes(page, 1)

    assert not offered(page.minutes_field(), Qt.Key.Key_Z, CONTROL)
    QTest.keyClicks(page.minutes_field(), "7")
    assert offered(page.minutes_field(), Qt.Key.Key_Z, CONTROL)


def test_clock_times_follow_from_the_beginning_of_the_meeting(
    page: Page, editor: MeetingEditor, qtbot: QtBot
) -> None:
    page.show().with_items("甲", "乙", "丙")
    choose(page.agenda, 0, 1)
    QTest.keyClicks(page.agenda.view, "9")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(9, 9, None)
    assert [row.times for row in page.agenda.rows] == ["", "", ""]
    assert "开始时间" in page.page.summary.text()

    set_times(editor, qtbot, "2025-06-18T09:20", None)

    assert [row.times for row in page.agenda.rows] == ["09:20–09:29", "09:29–09:38", "09:38起"]
    assert (
        page.page.summary.text()
        == "共3项。计划用时合计18分钟。有1项没有写计划用时，所以其后各项的时间未定。"
    )


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("2025-06-18T09:20", "超出10分钟"),
        ("2025-06-18T09:30", "正好是会议的计划结束时间"),
        ("2025-06-18T10:00", "早30分钟"),
    ],
)
def test_the_planned_end_is_compared_in_words(
    page: Page, editor: MeetingEditor, qtbot: QtBot, end: str, said: str
) -> None:
    page.show().with_items("甲")
    set_times(editor, qtbot, "2025-06-18T09:00", end)
    click_minutes(page, 0)
    QTest.keyClicks(page.minutes_field(), "30")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(30)

    assert page.page.overrun.isVisible() == page.page.sign.isVisible() == ("超出" in said)
    assert said in page.page.overrun.text() + page.page.summary.text()
    assert "预计09:30结束" in page.page.summary.text()
    index = page.agenda.view.list_model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("超出计划结束时间" in spoken) == ("超出" in said)
