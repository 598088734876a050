"""Inputs of fields: lists, yes or no, long texts and the calendar, by keys, mouse and wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.form_bench import CONFERENCE, HEARING, Bench, form_on
from ui.forms.choosing import ChoiceInput, YesNoInput
from ui.forms.form import GroupForm
from ui.forms.inputs import LongTextInput
from ui.forms.time_input import TimeInput


def test_going_through_a_list_by_keys_is_one_step(bench: Bench) -> None:
    field = form_on(bench, "meeting", "scope").editors["scope"]

    bench.enter(field, "院级")
    bench.wait(lambda: bench.stored("meeting", "scope") == "院级")
    bench.settle()

    bench.undo()
    bench.wait(lambda: bench.stored("meeting", "scope") is None)
    bench.settle()
    assert field.input.text() == ""


def test_the_wheel_changes_a_list_only_with_the_focus(bench: Bench) -> None:
    field = form_on(bench, "meeting", "scope").editors["scope"]
    assert isinstance(field.input, ChoiceInput)
    combo = field.input.combo

    def turn() -> None:
        spot = QPointF(combo.rect().center())
        down = QPoint(0, -120)
        event = QWheelEvent(
            spot,
            QPointF(combo.mapToGlobal(spot.toPoint())),
            QPoint(),
            down,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  # Qt's own signature
        )
        QApplication.sendEvent(combo, event)

    turn()
    assert field.input.text() == ""
    combo.setFocus()
    bench.wait(combo.hasFocus)
    turn()
    assert field.input.text() == "部门"


def test_a_profile_that_is_no_longer_installed_stays(bench: Bench) -> None:
    field = form_on(bench, "meeting", "profile").editors["profile"]

    field.input.show_text("ours")

    assert field.input.text() == "ours"
    assert isinstance(field.input, ChoiceInput)
    assert field.input.words() == "ours"


def test_yes_or_no_is_saved_by_a_click_and_by_keys_once_left(bench: Bench) -> None:
    field = form_on(bench, "meeting", "open", kind=HEARING).editors["open"]
    asked = field.input
    assert isinstance(asked, YesNoInput)

    QTest.mouseClick(asked.segments["yes"], Qt.MouseButton.LeftButton)
    bench.wait(lambda: bench.stored("meeting", "open") is True)

    QTest.keyClick(asked.segments["yes"], Qt.Key.Key_Right)
    assert asked.text() == "no"
    bench.settle()
    assert bench.stored("meeting", "open") is True
    bench.leave()
    bench.wait(lambda: bench.stored("meeting", "open") is False)


@pytest.mark.parametrize(
    ("typed", "value"), [("是", True), ("否", False), ("部分涉及", "部分涉及")]
)
def test_yes_no_or_words_takes_either(bench: Bench, typed: str, value: object) -> None:
    bench.new_meeting(CONFERENCE)
    case = bench.add("case")
    form = GroupForm(bench.kit, "case", ("state_secret",))
    form.show_entry(bench.entry("case", case))
    bench.show(form)

    bench.write(form.editors["state_secret"], typed)
    bench.leave()

    bench.wait(lambda: bench.stored("case", "state_secret", case) == value)


def test_no_level_of_secrecy_can_be_chosen(bench: Bench) -> None:
    from ui.forms.choosing import YesNoOrTextInput

    bench.new_meeting(CONFERENCE)
    form = GroupForm(bench.kit, "case", ("state_secret",))
    field = form.editors["state_secret"]
    assert isinstance(field.input, YesNoOrTextInput)

    offered = [field.input.combo.itemText(i) for i in range(field.input.combo.count())]

    assert offered == ["是", "否"]
    assert "有权定密" in field.hint.text()
    form.deleteLater()


def test_a_long_text_grows_and_tab_leaves_it(bench: Bench) -> None:
    form = form_on(bench, "request", "handler_view", "approved_by")
    field = form.editors["handler_view"]
    assert isinstance(field.input, LongTextInput)
    before = field.input.area.height()

    bench.write(field, "一行\n" * 8)
    bench.wait(lambda: field.input.area.height() > before)  # type: ignore[attr-defined]  # seen above
    QTest.keyClick(field.input.area, Qt.Key.Key_Tab)

    bench.wait(form.editors["approved_by"].input.holds_focus)
    bench.wait(lambda: bench.stored("request", "handler_view") == "一行\n" * 8)


def test_a_long_text_keeps_blanks_that_do_not_break(bench: Bench) -> None:
    field = form_on(bench, "request", "handler_view").editors["handler_view"]
    text = "第\u00a049\u00a0条\u3000如实记录"

    bench.enter(field, text)

    bench.wait(lambda: bench.stored("request", "handler_view") == text)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen
def test_the_calendar_opens_by_alt_down_and_keeps_the_hour(bench: Bench) -> None:
    field = form_on(bench, "schedule", "held_from").editors["held_from"]
    assert isinstance(field.input, TimeInput)
    bench.write(field, "2025-06-18 09:00")

    QTest.keyClick(field.input.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.input.calendar
    assert calendar is not None
    bench.wait(calendar.isVisible)
    assert calendar.month.selectedDate().toString("yyyy-MM-dd") == "2025-06-18"
    calendar.month.clicked.emit(calendar.month.selectedDate().addDays(1))
    bench.wait(lambda: not calendar.isVisible())
    bench.leave()

    bench.wait(lambda: bench.stored("schedule", "held_from") == "2025-06-19T09:00")


def test_columns_follow_the_room_there_is(bench: Bench) -> None:
    form = form_on(bench, "meeting", "number", "host")
    number, host = form.editors["number"], form.editors["host"]
    assert number.y() == host.y()

    bench.window.resize(420, 700)

    bench.wait(lambda: host.y() > number.y())
