"""Lists of plain texts, driven by keys, mouse and an input method."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.errors import RecordLocked
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
    paste,
    press,
    sign,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.i18n import Interface
from ui.item_models.agenda import ListedRow, OrderedModel
from ui.theme import Theme
from ui.widgets.row_field import RowField, lines_of
from ui.workspace import Workspace

FIVE = ("甲", "乙", "丙", "丁", "戊")


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "lianxi.db")
    with qtbot.waitSignal(made.opened):
        made.open()
    yield made
    made.close()


@pytest.fixture
def editor(qtbot: QtBot, workspace: Workspace) -> MeetingEditor:
    made = MeetingEditor(workspace)
    edit(qtbot, made, new_meeting(qtbot, workspace))
    return made


@pytest.fixture
def listed(theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot) -> TextList:
    assert interface is not None
    return _shown(theme, editor, qtbot, "material")


def _shown(theme: Theme, editor: MeetingEditor, qtbot: QtBot, group: str) -> TextList:
    made = TextList(
        theme, editor, group, title=lambda: "会议材料", hint=lambda: "写一份材料，按回车添加"
    )
    page = QScrollArea()
    host = QWidget()
    column = QVBoxLayout(host)
    column.addWidget(made)
    column.addStretch(1)
    page.setWidget(host)
    page.setWidgetResizable(True)
    page.resize(700, 500)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    made.add_row.field.setFocus()
    made.page = page  # type: ignore[attr-defined]  # kept alive by what is under test
    return made


@pytest.mark.parametrize("group", ["organ", "material", "question", "remote_venue"])
def test_enter_adds_and_stays(
    theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot, group: str
) -> None:
    assert interface is not None
    listed = _shown(theme, editor, qtbot, group)

    write(qtbot, listed, "甲", " 乙　")

    assert texts(listed) == ["甲", "乙"]
    assert numbers(listed) == ["1", "2"]
    assert listed.add_row.field.hasFocus()
    assert listed.add_row.field.text() == ""
    assert undo(qtbot, editor) == "添加会议材料"
    assert texts(listed) == ["甲"]


def test_a_text_of_a_request_that_is_not_there_yet_makes_it(
    theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot
) -> None:
    assert interface is not None
    listed = _shown(theme, editor, qtbot, "request_reason")

    write(qtbot, listed, "重大疑难")

    assert editor.sheet is not None
    assert editor.sheet.single("request") is not None


def test_nothing_is_added_from_nothing(listed: TextList, qtbot: QtBot) -> None:
    field = listed.add_row.field
    commit_text(field, " 　")
    press(field, Qt.Key.Key_Return)
    field.selectAll()

    write(qtbot, listed, "甲")

    assert texts(listed) == ["甲"]


def test_enter_while_composing_belongs_to_the_input_method(listed: TextList, qtbot: QtBot) -> None:
    field = listed.add_row.field
    compose(field, "cailiao")
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    commit_text(field, "材料")
    press(field, Qt.Key.Key_Return)

    expect(qtbot, listed, ["材料"])


def test_several_pasted_lines_become_as_many_rows_in_one_step(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    commit_text(listed.add_row.field, "先写的")
    paste(listed.add_row.field, "1. 审查报告\r\n\n（二）流水 1.5 万元\n三、\n④清单\n")

    expect(qtbot, listed, ["先写的审查报告", "流水 1.5 万元", "清单"])
    undo(qtbot, editor)
    assert texts(listed) == []


def test_one_pasted_line_waits_for_enter(listed: TextList) -> None:
    paste(listed.add_row.field, "审查报告\n")

    assert listed.add_row.field.text() == "审查报告"
    assert texts(listed) == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        *(("1. 甲", "甲"), ("12、甲", "甲"), ("3）甲", "甲"), ("(4)甲", "甲"), ("1．甲", "甲")),
        *(("一、甲", "甲"), ("（十二）甲", "甲"), ("①甲", "甲"), ("㈡甲", "甲"), ("7\t甲", "甲")),
        *(("  甲 乙  ", "甲 乙"), ("2025年度报告", "2025年度报告"), ("1.5倍赔偿", "1.5倍赔偿")),
        *(("3名证人", "3名证人"), ("一是事实", "一是事实"), ("（2025）1号", "（2025）1号")),
        *(("1、2、3", "2、3"), ("第一，甲", "第一，甲")),
    ],
)
def test_only_the_number_before_a_line_is_taken_away(line: str, bare: str) -> None:
    assert lines_of(f"{line}\n") == (bare,)


def test_leaving_the_field_adds_what_was_typed(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "乙")

    press(listed.add_row.field, Qt.Key.Key_Up)

    expect(qtbot, listed, ["甲", "乙"])
    assert listed.view.hasFocus()


def test_commit_saves_what_is_being_typed(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "乙")
    listed.commit()
    expect(qtbot, listed, ["甲", "乙"])
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(_field(listed), "子")

    listed.commit()

    expect(qtbot, listed, ["子", "乙"])


def test_esc_gives_up_what_was_typed(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "乙")
    press(listed.add_row.field, Qt.Key.Key_Escape)
    listed.commit()

    write(qtbot, listed, "丙")

    assert texts(listed) == ["甲", "丙"]


def _field(listed: TextList) -> RowField:
    (found,) = [
        one for one in listed.view.viewport().findChildren(RowField) if one.isVisibleTo(listed)
    ]
    return found


@pytest.mark.parametrize("way", ["F2", "Enter", "double-click"])
def test_a_text_is_changed_in_its_place(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot, way: str
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 1)
    if way == "double-click":
        rect = listed.view.visualRect(listed.view.list_model.index(1, 0))
        at = rect.center()
        QTest.mouseDClick(listed.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    else:
        press(listed.view, Qt.Key.Key_F2 if way == "F2" else Qt.Key.Key_Return)

    commit_text(_field(listed), "改了")
    press(_field(listed), Qt.Key.Key_Return)

    expect(qtbot, listed, ["甲", "改了", "丙", "丁", "戊"])
    assert listed.view.hasFocus()
    assert undo(qtbot, editor) == "修改会议材料"
    assert texts(listed) == list(FIVE)


def test_esc_leaves_a_text_as_it_was(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(_field(listed), "改了")

    press(_field(listed), Qt.Key.Key_Escape)

    assert listed.view.hasFocus()
    write(qtbot, listed, "乙")
    assert texts(listed) == ["甲", "乙"]


def test_an_emptied_text_stays_as_it_was(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    press(_field(listed), Qt.Key.Key_Backspace)

    press(_field(listed), Qt.Key.Key_Return)

    write(qtbot, listed, "乙")
    assert texts(listed) == ["甲", "乙"]


def test_rows_that_come_in_leave_what_is_being_written(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 2)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(_field(listed), "写到一半")
    first = listed.rows[0].id

    with qtbot.waitSignal(editor.shown):
        editor.delete("material", [first], name="删除")

    assert _field(listed).text() == "写到一半"
    assert _field(listed).hasFocus()
    press(_field(listed), Qt.Key.Key_Return)
    expect(qtbot, listed, ["乙", "写到一半", "丁", "戊"])


def test_a_field_closes_when_its_row_is_gone(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲", "乙")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)

    with qtbot.waitSignal(editor.shown):
        editor.delete("material", [listed.rows[0].id], name="删除")

    assert listed.view.hasFocus()
    assert texts(listed) == ["乙"]


def test_rows_that_come_in_leave_the_text_in_the_last_row(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    commit_text(listed.add_row.field, "写到一半")
    press(listed.add_row.field, Qt.Key.Key_Home)

    with qtbot.waitSignal(editor.shown):
        editor.add("material", [{"title": "别处来的"}], name="添加")

    assert listed.add_row.field.text() == "写到一半"
    assert listed.add_row.field.textCursor().position() == 0
    assert listed.add_row.field.hasFocus()


def test_selected_rows_are_deleted_together(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 1, 3)

    press(listed.view, Qt.Key.Key_Delete)

    expect(qtbot, listed, ["甲", "丙", "戊"])
    qtbot.waitUntil(lambda: listed.view.chosen == (listed.rows[1].id,))
    assert undo(qtbot, editor) == "删除会议材料"
    assert texts(listed) == list(FIVE)


def test_when_the_last_row_is_deleted_the_cursor_waits_for_another(
    listed: TextList, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)

    press(listed.view, Qt.Key.Key_Delete)

    expect(qtbot, listed, [])
    qtbot.waitUntil(listed.add_row.field.hasFocus)


def test_alt_and_arrows_move_what_is_selected(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 3, 4)

    press(listed.view, Qt.Key.Key_Up, ALT)

    expect(qtbot, listed, ["甲", "乙", "丁", "戊", "丙"])
    assert listed.view.chosen == tuple(row.id for row in listed.rows[2:4])
    assert undo(qtbot, editor) == "移动会议材料"
    assert texts(listed) == list(FIVE)


def test_keys_that_come_faster_than_the_disk_all_count(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0)

    for _ in range(3):
        press(listed.view, Qt.Key.Key_Down, ALT)

    expect(qtbot, listed, ["乙", "丙", "丁", "甲", "戊"])


def test_no_row_moves_beyond_the_ends(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_Up, ALT)
    choose(listed, 1)
    press(listed.view, Qt.Key.Key_Down, ALT)

    write(qtbot, listed, "丙")

    assert texts(listed) == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("place", "to", "wanted"),
    [(0, 3, "乙丙甲丁戊"), (4, 0, "戊甲乙丙丁"), (1, 5, "甲丙丁戊乙"), (2, 2, "甲乙丙丁戊")],
)
def test_a_row_is_dragged_to_its_place(
    listed: TextList, qtbot: QtBot, place: int, to: int, wanted: str
) -> None:
    write(qtbot, listed, *FIVE)

    drag(listed, place, to)

    expect(qtbot, listed, list(wanted))


def test_the_mouse_shows_where_a_row_would_land(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    before = listed.view.grab().toImage()

    drag(listed, 0, 3, drop=False)

    assert listed.view.drag.target is not None
    assert listed.view.drag.target.gap == 3
    assert listed.view.grab().toImage() != before


def test_esc_calls_a_drag_off(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    drag(listed, 0, 3, drop=False)
    assert offered(listed.view, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)

    press(listed.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(listed.view.viewport(), Qt.MouseButton.LeftButton)

    assert not listed.view.drag.active
    write(qtbot, listed, "己")
    assert texts(listed) == [*FIVE, "己"]


def test_several_selected_rows_are_dragged_together(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0, 2)

    drag(listed, 2, 5)

    expect(qtbot, listed, list("乙丁戊甲丙"))


def test_a_click_on_one_of_several_selected_rows_selects_it_alone(
    listed: TextList, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 0, 2)

    choose(listed, 2)

    assert listed.view.chosen == (listed.rows[2].id,)


def test_a_click_that_trembles_is_no_drag(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")
    view = listed.view.viewport()
    rect = listed.view.visualRect(listed.view.list_model.index(0, 0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rect.center())

    QTest.mouseMove(view, rect.center() + QPoint(3, 2))

    assert not listed.view.drag.active
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=rect.center())


def test_tab_passes_by_a_list_of_plain_texts(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")

    press(listed.add_row.field, Qt.Key.Key_Tab, SHIFT)
    assert listed.view.hasFocus()
    press(listed.view, Qt.Key.Key_Down)
    press(listed.view, Qt.Key.Key_Tab)

    assert listed.add_row.field.hasFocus()


def test_the_arrows_lead_out_of_the_list_and_into_it(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")

    press(listed.add_row.field, Qt.Key.Key_Up)
    assert listed.view.chosen == (listed.rows[1].id,)
    press(listed.view, Qt.Key.Key_Down)

    assert listed.add_row.field.hasFocus()


def test_undo_belongs_to_the_program_unless_something_is_typed(
    listed: TextList, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    field = listed.add_row.field

    assert not offered(field, Qt.Key.Key_Z, CONTROL)
    commit_text(field, "乙")
    assert offered(field, Qt.Key.Key_Z, CONTROL)


def test_keys_of_the_list_are_kept_from_the_window(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)

    assert offered(listed.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert offered(listed.view, Qt.Key.Key_Up, ALT)
    assert not offered(listed.view, Qt.Key.Key_Z, CONTROL)


def _die(listed: TextList) -> None:
    """End as in a power cut, a second after the last key."""
    listed._timer.timeout.emit()
    blockers = [QSignalBlocker(part) for part in (listed.add_row.field, listed.view.writer)]
    listed._editor.workspace._writer.waitForDone()
    for blocker in blockers:
        blocker.dismiss()  # silent for good


def test_what_was_typed_and_never_added_comes_back(
    theme: Theme, listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "写到一半")
    _die(listed)
    later = MeetingEditor(workspace)
    edit(qtbot, later, editor.meeting_id)

    again = _shown(theme, later, qtbot, "material")

    qtbot.waitUntil(lambda: again.add_row.field.text() == "写到一半")
    assert again.add_row._unsaved.isVisible()
    press(again.add_row.field, Qt.Key.Key_Return)
    expect(qtbot, again, ["甲", "写到一半"])
    assert later.draft("material", "new", None) is None
    assert not again.add_row._unsaved.isVisible()


def test_a_change_that_was_never_saved_comes_back_in_its_row(
    theme: Theme, listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(_field(listed), "改到一半")
    _die(listed)
    later = MeetingEditor(workspace)
    edit(qtbot, later, editor.meeting_id)

    again = _shown(theme, later, qtbot, "material")

    qtbot.waitUntil(lambda: again.rows[0].draft == "改到一半")
    index = again.view.list_model.index(0, 0)
    assert "还没有保存" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    choose(again, 0)
    press(again.view, Qt.Key.Key_F2)
    press(_field(again), Qt.Key.Key_Return)
    expect(qtbot, again, ["改到一半"])
    assert again.rows[0].draft is None


def test_another_meeting_has_its_own_text_being_typed(
    listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    first = editor.meeting_id
    commit_text(listed.add_row.field, "写到一半")
    listed._timer.timeout.emit()
    edit(qtbot, editor, new_meeting(qtbot, workspace))
    assert listed.add_row.field.text() == ""

    edit(qtbot, editor, first)

    qtbot.waitUntil(lambda: listed.add_row.field.text() == "写到一半")


def test_a_refused_text_is_not_lost(
    listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    commit_text(listed.add_row.field, "甲")
    refused: list[object] = []
    editor.refused.connect(refused.append)
    workspace.changed.disconnect(editor._follow)
    sign(qtbot, workspace, editor.meeting_id)

    press(listed.add_row.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], RecordLocked)
    assert listed.add_row.field.text() == "甲"


def test_a_signed_meeting_can_only_be_read(
    listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲", "乙")
    sign(qtbot, workspace, editor.meeting_id)
    qtbot.waitUntil(lambda: editor.locked("material") and not listed.add_row.isVisible())
    choose(listed, 0)
    asked: list[object] = []
    for signal in (listed.view.delete_asked, listed.view.shift_asked, listed.view.drop_asked):
        signal.connect(lambda *values: asked.append(values))

    press(listed.view, Qt.Key.Key_F2)
    press(listed.view, Qt.Key.Key_Delete)
    press(listed.view, Qt.Key.Key_Up, ALT)
    drag(listed, 0, 2)

    assert asked == []
    assert not listed.view.viewport().findChildren(RowField)


def test_an_empty_list_of_a_signed_meeting_says_so(
    listed: TextList, editor: MeetingEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    sign(qtbot, workspace, editor.meeting_id)

    qtbot.waitUntil(listed.nothing.isVisible)


def test_everything_has_a_name_for_those_who_hear_it(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲", "乙")

    table = QAccessible.queryAccessibleInterface(listed.view)
    assert table.text(QAccessible.Text.Name) == "会议材料"
    spoken = listed.view.list_model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2，乙"
    assert listed.add_row.field.accessibleName() == "添加到“会议材料”"
    assert "F2" in listed.view.accessibleDescription()


def test_the_list_speaks_the_language_in_force(
    listed: TextList, interface: Interface, qtbot: QtBot
) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "写到一半")

    interface.speak("en")
    QCoreApplication.sendEvent(listed, QEvent(QEvent.Type.LanguageChange))
    interface.speak("zh_CN")
    QCoreApplication.sendEvent(listed, QEvent(QEvent.Type.LanguageChange))

    assert listed.add_row.field.text() == "写到一半"
    assert listed.view.rename.text() == "修改文字"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_list_is_as_high_as_its_rows_and_the_page_scrolls(
    listed: TextList, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    write(qtbot, listed, *FIVE, "很长的材料名称" * 20)

    theme.scale_text(scale)
    QApplication.processEvents()
    QApplication.processEvents()

    view = listed.view
    heights = [view.rowHeight(place) for place in range(6)]
    width = view.viewport().width()
    assert heights == [view.delegate.height(row, width) for row in listed.rows]
    assert view.height() == sum(heights)
    assert view.verticalScrollBar().maximum() == 0
    assert heights[5] > 2 * heights[0]


def test_the_page_follows_what_is_added(listed: TextList, qtbot: QtBot) -> None:
    page = listed.page  # type: ignore[attr-defined]  # see _shown

    paste(listed.add_row.field, "\n".join(f"材料{n}" for n in range(40)))
    qtbot.waitUntil(lambda: len(listed.rows) == 40)

    def in_sight() -> bool:
        bottom = listed.add_row.mapTo(page.viewport(), listed.add_row.rect().bottomLeft()).y()
        return bool(0 < bottom <= page.viewport().height())

    qtbot.waitUntil(in_sight)
    press(listed.add_row.field, Qt.Key.Key_Up)
    press(listed.view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() < 60)


def test_a_long_text_is_written_in_as_many_lines_as_it_takes(
    listed: TextList, qtbot: QtBot
) -> None:
    field = listed.add_row.field
    one = field.height()

    commit_text(field, "很长的材料名称" * 20)

    qtbot.waitUntil(lambda: field.height() > 2 * one)
    assert listed.add_row.height() >= field.height()


rows_of_any_order = st.lists(
    st.builds(
        ListedRow,
        id=st.sampled_from("abcdefghij"),
        number=st.just("1"),
        text=st.text("甲乙", max_size=2),
        level=st.integers(0, 2),
    ),
    unique_by=lambda row: row.id,
    max_size=8,
)


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(rows_of_any_order, min_size=2, max_size=6))
def test_any_change_of_rows_keeps_the_model_sound(steps: list[list[ListedRow]]) -> None:
    model = OrderedModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    for rows in steps:
        model.set_rows(rows)

        assert list(model.rows) == rows
        assert tester.model() is model
