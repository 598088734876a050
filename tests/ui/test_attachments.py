"""Attachments of the record: dropped on a line, pasted, chosen, kept and forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.attached import (
    PDF,
    attach_to,
    attached_to,
    entry_of,
    mime_of,
    only_row,
    panel_of,
    red_picture,
)
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs
from tests.ui.meetings import CONFERENCE, sample_file
from tests.ui.rooms import Room, make_room
from ui.attachment_operations import Target
from ui.pages.agenda_page import AgendaPage

NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    made = make_room(qtbot, make_window)
    made.write("一。", "二。")
    return made


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Give a real picture in a file."""
    file = tmp_path / "照片.png"
    assert red_picture().save(str(file))
    return file


def _drag(room: Room, data: QMimeData, at: QPoint, *, drop: bool = True) -> tuple[bool, bool]:
    """Drag over the timeline as Qt delivers it; say whether entering and moving were taken."""
    viewport = room.page.timeline.viewport()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(at, copy, data, left, NOTHING)
    QApplication.sendEvent(viewport, entered)
    moved = QDragMoveEvent(at, copy, data, left, NOTHING)
    QApplication.sendEvent(viewport, moved)
    if drop:
        QApplication.sendEvent(viewport, QDropEvent(at.toPointF(), copy, data, left, NOTHING))
    return entered.isAccepted(), moved.isAccepted()


def _middle_of(room: Room, line: int) -> QPoint:
    view, model = room.page.timeline, room.page.model
    return view.visualRect(model.index(model.row_of(room.lines[line].id), 0)).center()


def test_a_picture_dropped_on_a_line_is_attached_to_it(room: Room, picture: Path) -> None:
    assert _drag(room, mime_of(picture), _middle_of(room, 1)) == (True, True)

    room.wait_for(lambda: len(attached_to(room)) == 1)
    (one,) = attached_to(room)
    assert (one.name, one.line_id, one.media_type) == ("照片.png", room.lines[1].id, "image/png")
    assert (entry_of(room, 0).attached, entry_of(room, 1).attached) == (0, 1)
    room.trigger("undo")
    room.wait_for(lambda: not attached_to(room))
    room.trigger("redo")
    room.wait_for(lambda: len(attached_to(room)) == 1)


def test_the_line_below_the_mouse_is_marked(room: Room, picture: Path) -> None:
    mark = room.page.attachments.mark

    _drag(room, mime_of(picture), _middle_of(room, 0), drop=False)
    assert mark.isVisible()
    assert mark.geometry().contains(_middle_of(room, 0))

    below = QPoint(20, room.page.timeline.viewport().height() - 2)
    assert _drag(room, mime_of(picture), below) == (True, False)
    assert not mark.isVisible()
    assert not attached_to(room)


def test_a_case_file_goes_to_the_window_wherever_it_is_dropped(room: Room, picture: Path) -> None:
    for data in (mime_of(sample_file(CONFERENCE)), mime_of(picture, sample_file(CONFERENCE))):
        _drag(room, data, _middle_of(room, 0), drop=False)
        assert room.window.overlay.isVisible()
        assert not room.page.attachments.mark.isVisible()
        QApplication.sendEvent(room.page.timeline.viewport(), QDragLeaveEvent())
        assert not room.window.overlay.isVisible()


def test_a_picture_beside_the_record_opens_nothing(room: Room, picture: Path) -> None:
    data = mime_of(picture)  # kept: the event does not
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NOTHING
    )
    QApplication.sendEvent(room.window, event)

    assert not room.window.overlay.isVisible()


def test_what_is_no_picture_is_refused_in_words(room: Room, tmp_path: Path) -> None:
    disguised = tmp_path / "照片.jpg"
    disguised.write_bytes(b"PK\x03\x04")

    _drag(room, mime_of(disguised), _middle_of(room, 0))

    room.wait_for(room.window.desk.notice.isVisible)
    assert "照片.jpg" in room.window.desk.notice.text
    assert "PDF" in room.window.desk.notice.text
    assert not attached_to(room)


def test_one_bad_file_of_several_keeps_all_out(room: Room, picture: Path, tmp_path: Path) -> None:
    gone = tmp_path / "没有.png"

    _drag(room, mime_of(picture, gone), _middle_of(room, 0))

    room.wait_for(room.window.desk.notice.isVisible)
    assert "没有.png" in room.window.desk.notice.text
    assert not attached_to(room)


def test_a_copied_picture_is_pasted_as_an_attachment(room: Room) -> None:
    QGuiApplication.clipboard().setImage(red_picture())
    room.select(0)

    QTest.keyClick(room.page.timeline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    room.wait_for(lambda: len(attached_to(room)) == 1)
    (one,) = attached_to(room)
    assert (one.media_type, one.line_id) == ("image/png", room.lines[0].id)
    assert one.name.startswith("粘贴的图片 ")


def test_copied_files_are_pasted_as_attachments(room: Room, picture: Path) -> None:
    QGuiApplication.clipboard().setMimeData(mime_of(picture))
    room.select(1)

    room.page.attachments.paste.trigger()

    room.wait_for(lambda: [one.name for one in attached_to(room)] == ["照片.png"])


def test_pasting_text_says_that_it_is_no_picture(room: Room) -> None:
    QGuiApplication.clipboard().setText("文字")
    room.select(0)

    room.page.attachments.paste.trigger()

    room.wait_for(room.window.desk.notice.isVisible)
    assert "剪贴板" in room.window.desk.notice.text


def test_files_are_chosen_for_one_line(
    room: Room, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.select(0, 1)
    assert not room.page.attachments.attach.isEnabled()
    room.select(0)
    answer_file_dialogs(monkeypatch, None, picture)

    room.page.attachments.attach.trigger()
    room.page.attachments.attach.trigger()

    room.wait_for(lambda: len(attached_to(room)) == 1)


def test_the_sign_on_a_line_is_told_to_screen_readers(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    attach_to(room, Target(line_id=room.lines[0].id), data=PDF + b"2")

    index = room.page.model.index(room.page.model.row_of(room.lines[0].id), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "附件2个" in spoken
    assert "附件2个" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "附件" not in room.page.model.index(index.row() + 1, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_a_signed_record_shows_its_attachments_and_takes_no_others(
    room: Room, picture: Path
) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    room.sign()

    assert _drag(room, mime_of(picture), _middle_of(room, 0)) == (False, False)
    room.select(0)
    assert not room.page.attachments.paste.isEnabled()
    panel = panel_of(room, 0)
    row = only_row(panel)
    assert not row.remove.isVisibleTo(panel)
    assert not row.note.isVisibleTo(panel)
    assert not any(adder.isVisibleTo(panel) for adder in panel.adders)
    assert row.open.isEnabled()


def test_what_a_deleted_line_had_is_found_with_the_meeting(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    room.select(0)
    room.press(Qt.Key.Key_Delete)
    room.wait_for(lambda: room.texts == ["二。"])

    room.window.desk.page.show_tab("agenda")
    agenda = room.window.desk.page._pages["agenda"]
    assert isinstance(agenda, AgendaPage)

    room.wait_for(lambda: len(agenda.attachments.rows) == 1)
    assert only_row(agenda.attachments).about.text().startswith("整个会议")
    room.trigger("undo")
    room.wait_for(lambda: entry_of(room, 0).attached == 1)
    room.wait_for(lambda: not agenda.attachments.rows)


def test_unused_bytes_are_forgotten_at_the_next_start(room: Room, make_window: WindowMaker) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    room.trigger("undo")
    room.wait_for(lambda: not attached_to(room))
    assert _count(room) == 1
    room.window.safekeeping.may_close = True
    room.window.close()
    room.window.workspace.close()

    window = make_window()
    with room.qtbot.waitSignal(window.workspace.opened):
        window.show()

    again = Room(room.qtbot, window)
    assert _count(again) == 0


def _count(room: Room) -> int:
    found: list[int] = []

    def query(session: object) -> object:
        connection = session.connection()  # type: ignore[attr-defined]  # SQLAlchemy's
        return connection.exec_driver_sql("SELECT count(*) FROM attachment_data").scalar()

    room.window.workspace.read(query, then=found.append)  # type: ignore[arg-type]  # a number
    room.wait_for(lambda: bool(found))
    return found[0]
