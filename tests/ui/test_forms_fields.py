"""A field: faults are told and nothing typed is lost, whatever comes in meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.form_bench import CONFERENCE, Bench, bench_on, compose, form_on
from ui.forms.fields import FieldEditor
from ui.forms.form import GroupForm
from ui.forms.inputs import LineInput
from ui.theme import Theme


def _line(field: FieldEditor) -> LineInput:
    assert isinstance(field.input, LineInput)
    return field.input


def test_a_time_is_shown_in_one_form_once_it_is_left(bench: Bench) -> None:
    field = form_on(bench, "schedule", "held_from").editors["held_from"]

    bench.write(field, "2025年6月18日9时5分")
    assert field.input.text() == "2025年6月18日9时5分"
    bench.leave()

    assert field.input.text() == "2025-06-18 09:05"
    bench.wait(lambda: bench.stored("schedule", "held_from") == "2025-06-18T09:05")


@pytest.mark.parametrize(
    ("group", "name", "typed", "words"),
    [
        ("schedule", "held_from", "后天上午", "时间应写成"),
        ("quorum", "required", "三人", "应为整数"),
        ("quorum", "required", "-1", "数字应在0到1000000之间"),
        ("meeting", "title", "标\0题", "含有不能保存的字符"),
    ],
)
def test_what_cannot_be_saved_stays_with_the_words_of_its_fault(
    bench: Bench, group: str, name: str, typed: str, words: str
) -> None:
    field = form_on(bench, group, name).editors[name]

    if "\0" in typed:  # it can only be pasted
        _line(field).line.setText(typed)
        field.input.edited.emit()
        field.input.settled.emit()
    else:
        bench.write(field, typed)
        bench.leave()
    bench.settle()

    assert field.input.text() == typed
    assert words in field.fault.text()
    assert field.fault.isVisible()
    assert field.mark.isVisible()
    assert bench.stored(group, name) in (None, "")


def test_a_fault_goes_as_soon_as_the_text_is_right_again(bench: Bench) -> None:
    field = form_on(bench, "quorum", "required").editors["required"]
    bench.write(field, "三人")
    bench.leave()

    bench.write(field, "３")
    assert not field.fault.isVisible()
    bench.leave()

    bench.wait(lambda: bench.stored("quorum", "required") == 3)
    assert not field.mark.isVisible()
    assert field.input.text() == "3"


def test_while_typing_a_fault_is_told_after_a_second(bench: Bench) -> None:
    field = form_on(bench, "quorum", "required").editors["required"]

    bench.write(field, "三人")
    assert not field.fault.isVisible()

    bench.wait(field.fault.isVisible)
    assert bench.editor.draft("quorum", "required", None) == "三人"


def test_an_end_before_the_beginning_is_refused_in_words_and_kept(bench: Bench) -> None:
    form = form_on(bench, "schedule", "held_from", "held_to")
    bench.enter(form.editors["held_from"], "2025-06-18T09:00")
    bench.wait(lambda: bench.stored("schedule", "held_from") is not None)
    end = form.editors["held_to"]

    bench.write(end, "2025/6/17")
    bench.leave()
    bench.wait(end.fault.isVisible)

    assert end.input.text() == "2025/6/17"
    assert "结束时间“2025-06-17”早于开始时间“2025-06-18 09:00”" in end.fault.text()
    assert bench.stored("schedule", "held_to") is None


def test_a_number_that_somebody_has_is_refused_in_words_and_kept(bench: Bench) -> None:
    bench.new_meeting(CONFERENCE)
    bench.add("participant")
    second = bench.add("participant")
    form = GroupForm(bench.kit, "participant", ("number",))
    form.show_entry(bench.entry("participant", second))
    bench.show(form)
    field = form.editors["number"]

    bench.write(field, "1")
    bench.leave()
    bench.wait(field.fault.isVisible)

    assert "1号已经是" in field.fault.text()
    assert field.input.text() == "1"
    assert bench.stored("participant", "number", second) == 2


def test_giving_up_brings_the_stored_value_back(bench: Bench) -> None:
    field = form_on(bench, "quorum", "required").editors["required"]
    bench.enter(field, 3)
    bench.wait(lambda: bench.stored("quorum", "required") == 3)
    bench.write(field, "三人")
    bench.leave()

    give_up = field._give_up
    assert give_up is not None
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)

    assert field.input.text() == "3"
    assert not field.mark.isVisible()
    assert bench.editor.draft("quorum", "required", None) is None


def test_what_was_half_entered_comes_back_after_a_restart_marked_as_unsaved(
    bench: Bench, qtbot: QtBot, theme: Theme
) -> None:
    meeting = bench.new_meeting(CONFERENCE)
    field = form_on(bench, "request", "handler_view").editors["handler_view"]
    bench.write(field, "说到一半")
    bench.wait(lambda: bench.editor.draft("request", "handler_view", None) == "说到一半")
    file = bench.workspace.file
    bench.workspace.close()

    with bench_on(qtbot, theme, file) as later:
        later.edit(meeting)
        again = form_on(later, "request", "handler_view").editors["handler_view"]
        later.wait(lambda: again.input.text() == "说到一半")

        assert again.mark.isVisible()
        assert later.stored("request", "handler_view") is None
        again.commit()  # switching the meeting saves nothing that nobody touched
        later.settle()
        assert later.stored("request", "handler_view") is None

        again.take_focus()
        later.wait(again.input.holds_focus)
        later.leave()
        later.wait(lambda: later.stored("request", "handler_view") == "说到一半")
        assert not again.mark.isVisible()
        assert later.editor.draft("request", "handler_view", None) is None


def test_a_sheet_that_comes_while_typing_takes_nothing_away(bench: Bench) -> None:
    form = form_on(bench, "meeting", "title", "number")
    title = form.editors["title"]
    bench.write(title, "跨院会议")
    _line(title).line.setCursorPosition(1)

    for number in ("一号", "二号"):
        bench.editor.set_values("meeting", {"number": number, "title": "别处改的"}, name="修改")
        bench.wait(lambda: bench.stored("meeting", "number") == number)  # noqa: B023  # waited for here
    bench.settle()

    assert title.input.text() == "跨院会议"
    assert title.input.holds_focus()
    assert _line(title).line.cursorPosition() == 1
    assert form.editors["number"].input.text() == "二号"
    bench.leave()
    bench.wait(lambda: bench.stored("meeting", "title") == "跨院会议")


def test_a_sheet_that_comes_while_composing_leaves_the_composition_alone(bench: Bench) -> None:
    title = form_on(bench, "meeting", "title").editors["title"]
    bench.write(title, "")
    focused = QApplication.focusWidget()
    assert focused is not None
    compose(focused, preedit="hui yi")

    bench.editor.set_values("meeting", {"title": "别处改的"}, name="修改")
    bench.wait(lambda: bench.stored("meeting", "title") == "别处改的")
    bench.settle()
    assert title.input.text() == ""
    compose(focused, commit="会议")
    bench.leave()

    bench.wait(lambda: bench.stored("meeting", "title") == "会议")


def test_what_was_typed_for_one_meeting_is_not_saved_in_another(bench: Bench) -> None:
    first = bench.new_meeting(CONFERENCE)
    title = form_on(bench, "meeting", "title").editors["title"]
    bench.write(title, "第一次会议")

    title.commit()
    second = bench.new_meeting(CONFERENCE)
    bench.settle()

    assert second != first
    assert title.input.text() == ""
    bench.edit(first)
    bench.wait(lambda: title.input.text() == "第一次会议")
    assert bench.stored("meeting", "title") == "第一次会议"


def test_undo_is_the_fields_while_it_has_unsaved_text_and_the_programs_after(bench: Bench) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut

    title = form_on(bench, "meeting", "title").editors["title"]
    asked: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), bench.window)
    shortcut.activated.connect(lambda: asked.append(True))
    bench.write(title, "甲")
    line = _line(title).line

    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
    assert asked == []

    bench.write(title, "乙")
    QTest.keyClick(line, Qt.Key.Key_Return)
    bench.wait(lambda: bench.stored("meeting", "title") == "乙")
    bench.settle()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]
    assert line.text() == "乙"


def test_steps_are_called_by_the_field_that_was_changed(bench: Bench) -> None:
    names: list[str] = []
    bench.workspace.steps_changed.connect(lambda undo, _redo: names.append(undo))
    field = form_on(bench, "meeting", "host").editors["host"]

    bench.enter(field, "某院")
    bench.wait(lambda: bench.stored("meeting", "host") == "某院")

    assert names[-1] == "修改主办检察院"
