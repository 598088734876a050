"""The page of the agenda, driven by keys and mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.agenda_plan import USUAL
from models.vocabulary import MeetingKind
from tests.ui.lists import (
    ALT,
    CONTROL,
    SHIFT,
    choose,
    commit_text,
    compose,
    drag,
    edit,
    expect,
    new_meeting,
    numbers,
    offered,
    press,
    set_times,
    sign,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.forms.agenda_list import AgendaList
from ui.i18n import Interface
from ui.pages.agenda_page import AgendaPage
from ui.theme import Theme
from ui.widgets.row_drag import Target
from ui.widgets.row_field import MinutesField
from ui.workspace import Workspace

FOUR = ("甲", "乙", "丙", "丁")
STEP = 30  # a little more than a level is set in, at 100 %


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "lianxi.db")
    with qtbot.waitSignal(made.opened):
        made.open()
    yield made
    made.close()


@pytest.fixture
def editor(workspace: Workspace) -> MeetingEditor:
    return MeetingEditor(workspace)


class Page:
    """The page in a window of its own, between two other fields."""

    def __init__(self, theme: Theme, editor: MeetingEditor, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.editor = editor
        self.window = QWidget()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.page = AgendaPage(theme, editor)
        column = QVBoxLayout(self.window)
        for widget in (self.before, self.page, self.after):
            column.addWidget(widget)
        self.window.resize(900, 700)
        qtbot.addWidget(self.window)

    @property
    def agenda(self) -> AgendaList:
        """The list of the agenda."""
        return self.page.agenda

    def show(self, kind: MeetingKind = MeetingKind.JOINT_CONFERENCE) -> "Page":
        """Show it with an empty meeting of that kind."""
        edit(self.qtbot, self.editor, new_meeting(self.qtbot, self.editor.workspace, kind))
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.page.enter()
        return self

    def with_items(self, *items: str, levels: tuple[int, ...] = ()) -> "Page":
        """Have these items, at these levels."""
        values = [
            {"title": text, "level": levels[place] if levels else 0}
            for place, text in enumerate(items)
        ]
        self.editor.add("agenda_item", values, name="添加")
        expect(self.qtbot, self.agenda, items)
        return self

    def wait_levels(self, *levels: int) -> None:
        """Wait until the items have these levels."""
        self.qtbot.waitUntil(lambda: [row.level for row in self.agenda.rows] == list(levels))

    def wait_minutes(self, *minutes: int | None) -> None:
        """Wait until the items have these minutes."""
        self.qtbot.waitUntil(lambda: [row.minutes for row in self.agenda.rows] == list(minutes))

    def minutes_field(self) -> MinutesField:
        """Return the field for minutes that is open."""
        found = self.agenda.view.viewport().findChildren(MinutesField)
        (field,) = [one for one in found if one.isVisibleTo(self.page)]
        return field


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


def _click_minutes(page: Page, place: int) -> None:
    view = page.agenda.view
    rect = view.visualRect(view.list_model.index(place, 0)).toRectF()
    at = view.delegate.places(page.agenda.rows[place], rect).minutes.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_the_minutes_opens_them(page: Page) -> None:
    page.show().with_items(*FOUR)

    _click_minutes(page, 1)
    QTest.keyClicks(page.minutes_field(), "20")
    page.agenda.add_row.field.setFocus()

    page.wait_minutes(None, 20, None, None)
    assert page.agenda.add_row.field.hasFocus()


def test_esc_leaves_the_minutes_as_they_were(page: Page, qtbot: QtBot) -> None:
    page.show().with_items(*FOUR)
    _click_minutes(page, 0)
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
    _click_minutes(page, 0)
    QTest.keyClicks(page.minutes_field(), "9")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(9, None)
    _click_minutes(page, 0)

    for sign_ in typed:
        commit_text(page.minutes_field(), sign_)
    press(page.minutes_field(), Qt.Key.Key_Return)

    page.wait_minutes(minutes, None)


def test_up_and_down_go_on_with_the_minutes_of_the_next_row(page: Page) -> None:
    page.show().with_items(*FOUR)
    _click_minutes(page, 1)

    QTest.keyClicks(page.minutes_field(), "7")
    press(page.minutes_field(), Qt.Key.Key_Down)
    page.wait_minutes(None, 7, None, None)
    QTest.keyClicks(page.minutes_field(), "8")
    press(page.minutes_field(), Qt.Key.Key_Up)

    page.wait_minutes(None, 7, 8, None)
    assert page.minutes_field().text() == "7"


def test_undo_belongs_to_the_program_while_no_digit_is_typed(page: Page) -> None:
    page.show().with_items(*FOUR)
    _click_minutes(page, 1)

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
    _click_minutes(page, 0)
    QTest.keyClicks(page.minutes_field(), "30")
    press(page.minutes_field(), Qt.Key.Key_Return)
    page.wait_minutes(30)

    assert page.page.overrun.isVisible() == page.page.sign.isVisible() == ("超出" in said)
    assert said in page.page.overrun.text() + page.page.summary.text()
    assert "预计09:30结束" in page.page.summary.text()
    index = page.agenda.view.list_model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("超出计划结束时间" in spoken) == ("超出" in said)


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
    _click_minutes(page, 0)

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
