"""Driving lists that are written and ordered by hand: a meeting to edit, keys, mouse, paste."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.vocabulary import MeetingKind
from ui import operations
from ui.changes import Operation
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.i18n import Interface
from ui.theme import Theme
from ui.widgets.row_field import RowField
from ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

FIVE = ("甲", "乙", "丙", "丁", "戊")


def new_meeting(
    qtbot: QtBot, workspace: Workspace, kind: MeetingKind = MeetingKind.JOINT_CONFERENCE
) -> str:
    """Make an empty meeting and return its id."""
    made: list[object] = []
    workspace.run(
        operations.create_meeting(kind, title="会议", host="院", scope=None), then=made.append
    )
    qtbot.waitUntil(lambda: bool(made))
    return str(made[0])


def edit(qtbot: QtBot, editor: MeetingEditor, meeting_id: str) -> None:
    """Have the editor edit that meeting."""
    editor.show_meeting(meeting_id)
    qtbot.waitUntil(lambda: editor.sheet is not None and editor.sheet.id == meeting_id)


def sign(qtbot: QtBot, workspace: Workspace, meeting_id: str) -> None:
    """Have a meeting signed, without the way there."""

    def work(session: object) -> None:
        import uuid

        from models.meeting import Meeting

        meeting = session.get(Meeting, uuid.UUID(meeting_id))  # type: ignore[attr-defined]
        meeting.state = "J7"

    with qtbot.waitSignal(workspace.changed):
        workspace.run(Operation("签名", "sign", work, meeting=meeting_id))


def set_times(editor: MeetingEditor, qtbot: QtBot, start: str | None, end: str | None) -> None:
    """Say when the meeting is held."""
    with qtbot.waitSignal(editor.shown):
        editor.set_values("schedule", {"held_from": start, "held_to": end}, name="时间")


def commit_text(field: QWidget, text: str) -> None:
    """Have an input method give a text to the field."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def compose(field: QWidget, text: str) -> None:
    """Have an input method begin a text in the field."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, []))


def write(qtbot: QtBot, listed: TextList, *texts: str) -> None:
    """Add texts by typing each and pressing Enter."""
    for text in texts:
        before = len(listed.rows)
        commit_text(listed.add_row.field, text)
        press(listed.add_row.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda before=before: len(listed.rows) == before + 1)  # type: ignore[misc]  # bound


def paste(field: RowField, text: str) -> None:
    """Paste a text into the field."""
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key."""
    QTest.keyClick(widget, key, modifier)


def texts(listed: TextList) -> list[str]:
    """Return the texts as listed."""
    return [row.text for row in listed.rows]


def numbers(listed: TextList) -> list[str]:
    """Return the numbers as listed."""
    return [row.number for row in listed.rows]


def choose(listed: TextList, *places: int) -> None:
    """Go into the list and select rows, as with the mouse and Ctrl."""
    view = listed.view
    for turn, place in enumerate(places):
        rect = view.visualRect(view.list_model.index(place, 0))
        at = QPoint(view.delegate.text_left(0) + 60, rect.top() + 12)
        modifier = CONTROL if turn else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def drag(listed: TextList, place: int, to: int, sideways: int = 0, *, drop: bool = True) -> None:
    """Drag a row so that the mouse is just above the row at ``to``, or below the last one."""
    view = listed.view
    viewport = view.viewport()
    start = view.visualRect(view.list_model.index(place, 0)).topLeft() + QPoint(150, 12)
    rows = view.list_model.rowCount()
    if to < rows:
        y = view.visualRect(view.list_model.index(to, 0)).top() + 3
    else:
        y = view.visualRect(view.list_model.index(rows - 1, 0)).bottom() - 3
    end = QPoint(start.x() + sideways, y)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=start)
    for step in range(1, 5):
        way = QPoint((end.x() - start.x()) * step // 4, (end.y() - start.y()) * step // 4)
        QTest.mouseMove(viewport, start + way)
        QApplication.processEvents()
    if drop:
        QTest.mouseRelease(viewport, left, pos=end)


def offered(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    """Say whether the widget wants a key for itself before shortcuts get it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QCoreApplication.sendEvent(widget, event)
    return event.isAccepted()


def undo(qtbot: QtBot, editor: MeetingEditor) -> str:
    """Undo the last step; return what it was called."""
    names: list[str] = []
    editor.workspace.steps_changed.connect(lambda _undo, redo: names.append(redo))
    with qtbot.waitSignal(editor.shown):
        editor.workspace.undo()
    return names[-1]


def expect(qtbot: QtBot, listed: TextList, wanted: Sequence[str]) -> None:
    """Wait until the list has these texts."""
    qtbot.waitUntil(lambda: texts(listed) == list(wanted))


def show_texts(theme: Theme, editor: MeetingEditor, qtbot: QtBot, group: str) -> TextList:
    """Show the list of that group on a page that scrolls."""
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
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    made.add_row.field.setFocus()
    made.page = page  # type: ignore[attr-defined]  # kept alive by what is under test
    return made


def open_field(listed: TextList) -> RowField:
    """Return the field of the row that is being written in."""
    (found,) = [
        one for one in listed.view.viewport().findChildren(RowField) if one.isVisibleTo(listed)
    ]
    return found


@pytest.fixture
def editor(qtbot: QtBot, workspace: Workspace) -> MeetingEditor:
    """Return an editor at work on an empty meeting."""
    made = MeetingEditor(workspace)
    edit(qtbot, made, new_meeting(qtbot, workspace))
    return made


@pytest.fixture
def listed(theme: Theme, editor: MeetingEditor, interface: Interface, qtbot: QtBot) -> TextList:
    """Return the list of materials of that meeting."""
    assert interface is not None
    return show_texts(theme, editor, qtbot, "material")
