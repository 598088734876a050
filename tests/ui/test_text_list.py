"""Lists of plain texts: adding by keys and input method, and the list within its page."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lists import (
    ALT,
    CONTROL,
    FIVE,
    SHIFT,
    choose,
    commit_text,
    compose,
    drag,
    expect,
    numbers,
    offered,
    open_field,
    paste,
    press,
    show_texts,
    sign,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.i18n import Interface
from ui.theme import Theme
from ui.widgets.row_field import RowField, lines_of
from ui.workspace import Workspace


@pytest.mark.parametrize("group", ["organ", "material", "question", "remote_venue"])
def test_enter_adds_and_stays(
    theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot, group: str
) -> None:
    assert interface is not None
    listed = show_texts(theme, editor, qtbot, group)

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
    listed = show_texts(theme, editor, qtbot, "request_reason")

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
    commit_text(open_field(listed), "子")

    listed.commit()

    expect(qtbot, listed, ["子", "乙"])


def test_esc_gives_up_what_was_typed(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    commit_text(listed.add_row.field, "乙")
    press(listed.add_row.field, Qt.Key.Key_Escape)
    listed.commit()

    write(qtbot, listed, "丙")

    assert texts(listed) == ["甲", "丙"]


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
    page = listed.page  # type: ignore[attr-defined]  # see show_texts

    paste(listed.add_row.field, "\n".join(f"材料{n}" for n in range(40)))
    qtbot.waitUntil(lambda: len(listed.rows) == 40)

    def in_sight() -> bool:
        bottom = listed.add_row.mapTo(page.viewport(), listed.add_row.rect().bottomLeft()).y()
        return bool(0 < bottom <= page.viewport().height())

    qtbot.waitUntil(in_sight)
    press(listed.add_row.field, Qt.Key.Key_Up)
    press(listed.view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() < 60)
