"""Writing in a list of plain texts: changed in its place, unfinished, refused, never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.errors import RecordLocked
from tests.ui.lists import (
    FIVE,
    choose,
    commit_text,
    edit,
    expect,
    new_meeting,
    open_field,
    press,
    show_texts,
    sign,
    texts,
    undo,
    write,
)
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.theme import Theme
from ui.workspace import Workspace


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

    commit_text(open_field(listed), "改了")
    press(open_field(listed), Qt.Key.Key_Return)

    expect(qtbot, listed, ["甲", "改了", "丙", "丁", "戊"])
    assert listed.view.hasFocus()
    assert undo(qtbot, editor) == "修改会议材料"
    assert texts(listed) == list(FIVE)


def test_esc_leaves_a_text_as_it_was(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(open_field(listed), "改了")

    press(open_field(listed), Qt.Key.Key_Escape)

    assert listed.view.hasFocus()
    write(qtbot, listed, "乙")
    assert texts(listed) == ["甲", "乙"]


def test_an_emptied_text_stays_as_it_was(listed: TextList, qtbot: QtBot) -> None:
    write(qtbot, listed, "甲")
    choose(listed, 0)
    press(listed.view, Qt.Key.Key_F2)
    press(open_field(listed), Qt.Key.Key_Backspace)

    press(open_field(listed), Qt.Key.Key_Return)

    write(qtbot, listed, "乙")
    assert texts(listed) == ["甲", "乙"]


def test_rows_that_come_in_leave_what_is_being_written(
    listed: TextList, editor: MeetingEditor, qtbot: QtBot
) -> None:
    write(qtbot, listed, *FIVE)
    choose(listed, 2)
    press(listed.view, Qt.Key.Key_F2)
    commit_text(open_field(listed), "写到一半")
    first = listed.rows[0].id

    with qtbot.waitSignal(editor.shown):
        editor.delete("material", [first], name="删除")

    assert open_field(listed).text() == "写到一半"
    assert open_field(listed).hasFocus()
    press(open_field(listed), Qt.Key.Key_Return)
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

    again = show_texts(theme, later, qtbot, "material")

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
    commit_text(open_field(listed), "改到一半")
    _die(listed)
    later = MeetingEditor(workspace)
    edit(qtbot, later, editor.meeting_id)

    again = show_texts(theme, later, qtbot, "material")

    qtbot.waitUntil(lambda: again.rows[0].draft == "改到一半")
    index = again.view.list_model.index(0, 0)
    assert "还没有保存" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    choose(again, 0)
    press(again.view, Qt.Key.Key_F2)
    press(open_field(again), Qt.Key.Key_Return)
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


def test_a_long_text_is_written_in_as_many_lines_as_it_takes(
    listed: TextList, qtbot: QtBot
) -> None:
    field = listed.add_row.field
    one = field.height()

    commit_text(field, "很长的材料名称" * 20)

    qtbot.waitUntil(lambda: field.height() > 2 * one)
    assert listed.add_row.height() >= field.height()


def test_a_refusal_is_told_though_its_list_is_gone(
    qtbot: QtBot, editor: MeetingEditor, listed: TextList, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another kind of meeting may be in view by then, with lists of its own."""
    told: list[object] = []
    editor.refused.connect(told.append)
    kept: list[Callable[[object], None]] = []
    monkeypatch.setattr(editor, "run", lambda _, *, otherwise, **_others: kept.append(otherwise))
    listed.changes.add([{}], "添加", refused=listed.add_row.field.clear)
    listed.deleteLater()
    qtbot.waitUntil(lambda: not isValid(listed))

    (otherwise,) = kept
    otherwise(RecordLocked("", ""))

    assert len(told) == 1
