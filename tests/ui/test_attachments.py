"""Attachments in the window: dropped, pasted, chosen, opened, saved elsewhere, taken away."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from models.snapshot import AttachmentView
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs
from tests.ui.meetings import CONFERENCE, sample_file
from tests.ui.rooms import Room, make_room
from ui.attachment_operations import Target, attach_data
from ui.changes import Operation
from ui.dialogs.line import LineDialog
from ui.item_models.lines import LineEntry
from ui.pages.agenda_page import AgendaPage
from ui.widgets.attachment_panel import AttachmentPanel, AttachmentRow

AT = "2026-03-02T09:05"
PDF = b"%PDF-1.7 rest"
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
    assert _picture().save(str(file))
    return file


def _picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def _attached(room: Room) -> tuple[AttachmentView, ...]:
    assert room.page.meeting is not None
    return room.page.meeting.attachments


def _attach(room: Room, target: Target, name: str = "扫描.pdf", data: bytes = PDF) -> None:
    assert room.page.meeting is not None
    before = len(_attached(room))
    operation = attach_data(room.page.meeting.id, name, lambda: data, target, at=AT)
    room.window.workspace.run(operation)
    room.wait_for(lambda: len(_attached(room)) == before + 1)


def _mime(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


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


def _entry(room: Room, line: int) -> LineEntry:
    entry = room.page.model.rows[room.page.model.row_of(room.lines[line].id)]
    assert isinstance(entry, LineEntry)
    return entry


def _panel_of(room: Room, line: int) -> AttachmentPanel:
    dialog = room.open_details(line)
    room.wait_for(dialog.attachments.isVisible)
    room.wait_for(lambda: bool(dialog.attachments.rows) or not _attached(room))
    return dialog.attachments


def _only(panel: AttachmentPanel) -> AttachmentRow:
    (row,) = panel.rows.values()
    return row


def test_a_picture_dropped_on_a_line_is_attached_to_it(room: Room, picture: Path) -> None:
    assert _drag(room, _mime(picture), _middle_of(room, 1)) == (True, True)

    room.wait_for(lambda: len(_attached(room)) == 1)
    (one,) = _attached(room)
    assert (one.name, one.line_id, one.media_type) == ("照片.png", room.lines[1].id, "image/png")
    assert (_entry(room, 0).attached, _entry(room, 1).attached) == (0, 1)
    room.trigger("undo")
    room.wait_for(lambda: not _attached(room))
    room.trigger("redo")
    room.wait_for(lambda: len(_attached(room)) == 1)


def test_the_line_below_the_mouse_is_marked(room: Room, picture: Path) -> None:
    mark = room.page.attachments.mark

    _drag(room, _mime(picture), _middle_of(room, 0), drop=False)
    assert mark.isVisible()
    assert mark.geometry().contains(_middle_of(room, 0))

    below = QPoint(20, room.page.timeline.viewport().height() - 2)
    assert _drag(room, _mime(picture), below) == (True, False)
    assert not mark.isVisible()
    assert not _attached(room)


def test_a_case_file_goes_to_the_window_wherever_it_is_dropped(room: Room, picture: Path) -> None:
    for data in (_mime(sample_file(CONFERENCE)), _mime(picture, sample_file(CONFERENCE))):
        _drag(room, data, _middle_of(room, 0), drop=False)
        assert room.window.overlay.isVisible()
        assert not room.page.attachments.mark.isVisible()
        QApplication.sendEvent(room.page.timeline.viewport(), QDragLeaveEvent())
        assert not room.window.overlay.isVisible()


def test_a_picture_beside_the_record_opens_nothing(room: Room, picture: Path) -> None:
    data = _mime(picture)  # kept: the event does not
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NOTHING
    )
    QApplication.sendEvent(room.window, event)

    assert not room.window.overlay.isVisible()


def test_what_is_no_picture_is_refused_in_words(room: Room, tmp_path: Path) -> None:
    disguised = tmp_path / "照片.jpg"
    disguised.write_bytes(b"PK\x03\x04")

    _drag(room, _mime(disguised), _middle_of(room, 0))

    room.wait_for(room.window.desk.notice.isVisible)
    assert "照片.jpg" in room.window.desk.notice.text
    assert "PDF" in room.window.desk.notice.text
    assert not _attached(room)


def test_one_bad_file_of_several_keeps_all_out(room: Room, picture: Path, tmp_path: Path) -> None:
    gone = tmp_path / "没有.png"

    _drag(room, _mime(picture, gone), _middle_of(room, 0))

    room.wait_for(room.window.desk.notice.isVisible)
    assert "没有.png" in room.window.desk.notice.text
    assert not _attached(room)


def test_a_copied_picture_is_pasted_as_an_attachment(room: Room) -> None:
    QGuiApplication.clipboard().setImage(_picture())
    room.select(0)

    QTest.keyClick(room.page.timeline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    room.wait_for(lambda: len(_attached(room)) == 1)
    (one,) = _attached(room)
    assert (one.media_type, one.line_id) == ("image/png", room.lines[0].id)
    assert one.name.startswith("粘贴的图片 ")


def test_copied_files_are_pasted_as_attachments(room: Room, picture: Path) -> None:
    QGuiApplication.clipboard().setMimeData(_mime(picture))
    room.select(1)

    room.page.attachments.paste.trigger()

    room.wait_for(lambda: [one.name for one in _attached(room)] == ["照片.png"])


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

    room.wait_for(lambda: len(_attached(room)) == 1)


def test_the_sign_on_a_line_is_told_to_screen_readers(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    _attach(room, Target(line_id=room.lines[0].id), data=PDF + b"2")

    index = room.page.model.index(room.page.model.row_of(room.lines[0].id), 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "附件2个" in spoken
    assert "附件2个" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "附件" not in room.page.model.index(index.row() + 1, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


def test_the_form_of_a_line_lists_what_is_attached(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    _attach(room, Target(line_id=room.lines[1].id), "别处.pdf", PDF + b"2")

    row = _only(_panel_of(room, 0))

    assert row.name.text() == "扫描.pdf"
    assert "13字节" in row.about.text()
    assert _attached(room)[0].sha256[:12] in row.about.text()
    assert _attached(room)[0].sha256 in row.about.toolTip()
    for part, words in ((row.open, "打开附件"), (row.save, "另存附件"), (row.remove, "移除附件")):
        spoken = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert spoken == f"{words} 扫描.pdf"


def test_a_name_cannot_turn_its_words_round(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id), "照片\u2067gpj.exe")

    assert "\u2067" not in _only(_panel_of(room, 0)).name.text()


def test_an_attachment_is_opened_as_a_private_copy_for_reading(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    _attach(room, Target(line_id=room.lines[0].id), "扫描.exe")

    QTest.mouseClick(_only(_panel_of(room, 0)).open, Qt.MouseButton.LeftButton)
    room.wait_for(lambda: bool(opened))

    (file,) = opened
    copies = room.page.attachments.attaching.copies.folder
    assert file.name == "扫描.exe.pdf"
    assert file.read_bytes() == PDF
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IRUSR
    assert {stat.S_IMODE(one.stat().st_mode) for one in (copies, file.parent)} == {stat.S_IRWXU}
    room.window.safekeeping.may_close = True
    room.window.close()
    assert not copies.exists()


def test_copies_of_a_run_that_was_cut_off_are_taken_away(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    left = make_window.database.with_name("lianxi.db-opened") / "x" / "旧.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(PDF)
    left.chmod(stat.S_IRUSR)

    make_room(qtbot, make_window)

    assert not left.parent.parent.exists()


def test_a_program_that_does_not_open_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _attach(room, Target(line_id=room.lines[0].id))
    panel = _panel_of(room, 0)

    _only(panel).open.click()

    room.wait_for(panel.trouble.isVisible)
    assert "扫描.pdf" in panel.trouble.text()


def test_a_program_may_not_open_after_the_dialog_was_closed(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    _attach(room, Target(line_id=room.lines[0].id))
    panel = _panel_of(room, 0)
    kept: list[Callable[[object], None]] = []
    monkeypatch.setattr(
        panel._attaching, "open", lambda *_, then, otherwise: kept.extend((then, otherwise))
    )
    _only(panel).open.click()
    panel.window().close()
    room.wait_for(lambda: not isValid(panel))

    kept[0](tmp_path / "扫描.pdf")  # raises nothing


def _forge(room: Room, statement: str) -> None:
    """Change the data as somebody else would, behind the guards."""

    def work(session: object) -> None:
        connection = session.connection()  # type: ignore[attr-defined]  # SQLAlchemy's
        for verb in ("update", "delete"):
            connection.exec_driver_sql(f'DROP TRIGGER "guard_attachment_data_{verb}"')
        connection.exec_driver_sql(statement)

    done: list[object] = []
    room.window.workspace.run(Operation("x", "x", work), then=done.append)
    room.wait_for(lambda: bool(done))


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE attachment_data SET data = x'255044462d'", "校验值"),
        ("DELETE FROM attachment_data", "不在"),
    ],
)
def test_bytes_that_are_others_are_not_opened(
    room: Room, monkeypatch: pytest.MonkeyPatch, statement: str, words: str
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    _attach(room, Target(line_id=room.lines[0].id))
    panel = _panel_of(room, 0)
    _forge(room, statement)

    _only(panel).open.click()

    room.wait_for(panel.trouble.isVisible)
    assert words in panel.trouble.text()
    assert not room.page.attachments.attaching.copies.folder.exists()


def test_an_attachment_is_saved_elsewhere(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    panel, file = _panel_of(room, 0), tmp_path / "另.pdf"
    answer_file_dialogs(monkeypatch, None, file)

    _only(panel).save.click()
    _only(panel).save.click()

    room.wait_for(file.exists)
    assert file.read_bytes() == PDF
    room.wait_for(lambda: "另.pdf" in room.window.statusBar().currentMessage())


def test_a_place_that_cannot_be_written_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    panel = _panel_of(room, 0)
    answer_file_dialogs(monkeypatch, tmp_path / "没有" / "另.pdf")

    _only(panel).save.click()

    room.wait_for(panel.trouble.isVisible)


def test_an_attachment_is_removed_and_brought_back(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    panel = _panel_of(room, 0)

    _only(panel).remove.click()
    room.wait_for(lambda: not panel.rows and not _attached(room))
    assert panel.isVisibleTo(panel.window())  # more can be added
    room.trigger("undo")

    room.wait_for(lambda: len(panel.rows) == 1)
    assert _only(panel).open.isEnabled()


def test_what_it_shows_is_written_down(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    row = _only(_panel_of(room, 0))

    row.note.setText("盖章页")
    row.note.editingFinished.emit()
    room.wait_for(lambda: _attached(room)[0].note == "盖章页")
    row.note.setText("盖章页，第3页")
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.close()

    room.wait_for(lambda: _attached(room)[0].note == "盖章页，第3页")


def test_files_are_added_in_the_form_and_refusals_stand_there(
    room: Room, picture: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "空.png"
    empty.touch()
    panel = _panel_of(room, 0)
    answer_file_dialogs(monkeypatch, empty, picture)

    panel.adders[0].click()
    room.wait_for(panel.trouble.isVisible)
    assert "空.png" in panel.trouble.text()
    panel.adders[0].click()

    room.wait_for(lambda: len(panel.rows) == 1)
    assert not panel.trouble.isVisible()
    assert not room.window.desk.notice.isVisible()


def test_files_dropped_on_the_list_are_attached(room: Room, picture: Path) -> None:
    panel = _panel_of(room, 0)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data, case_file = _mime(picture), _mime(sample_file(CONFERENCE))

    refused = QDragEnterEvent(QPoint(5, 5), copy, case_file, left, NOTHING)
    QApplication.sendEvent(panel, refused)
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(5, 5), copy, data, left, NOTHING))
    QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), copy, data, left, NOTHING))

    assert not refused.isAccepted()
    room.wait_for(lambda: len(panel.rows) == 1)


def test_a_signed_record_shows_its_attachments_and_takes_no_others(
    room: Room, picture: Path
) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    room.sign()

    assert _drag(room, _mime(picture), _middle_of(room, 0)) == (False, False)
    room.select(0)
    assert not room.page.attachments.paste.isEnabled()
    panel = _panel_of(room, 0)
    row = _only(panel)
    assert not row.remove.isVisibleTo(panel)
    assert not row.note.isVisibleTo(panel)
    assert not any(adder.isVisibleTo(panel) for adder in panel.adders)
    assert row.open.isEnabled()


def test_an_item_of_the_agenda_has_attachments(
    room: Room, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = room.window.desk.page
    page.show_tab("agenda")
    agenda = page._pages["agenda"]
    assert isinstance(agenda, AgendaPage)
    panel = agenda.attachments
    room.wait_for(lambda: len(agenda.agenda.rows) == 2)
    agenda.agenda.view.clear_current()
    assert not panel.adders[0].isEnabled()
    agenda.agenda.view.go_to(1)
    assert "2 讨论" in panel.adders[0].text()
    answer_file_dialogs(monkeypatch, picture)

    panel.adders[0].click()
    room.wait_for(lambda: len(panel.rows) == 1)
    panel.adders[1].click()
    room.wait_for(lambda: len(panel.rows) == 2)

    first, second = (row.about.text() for row in panel.rows.values())
    assert first.startswith("2 讨论")
    assert second.startswith("整个会议")
    assert page.meeting is not None
    assert [one.item_id for one in _attached(room)] == [page.meeting.agenda[1].id, None]


def test_what_a_deleted_line_had_is_found_with_the_meeting(room: Room) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    room.select(0)
    room.press(Qt.Key.Key_Delete)
    room.wait_for(lambda: room.texts == ["二。"])

    room.window.desk.page.show_tab("agenda")
    agenda = room.window.desk.page._pages["agenda"]
    assert isinstance(agenda, AgendaPage)

    room.wait_for(lambda: len(agenda.attachments.rows) == 1)
    assert _only(agenda.attachments).about.text().startswith("整个会议")
    room.trigger("undo")
    room.wait_for(lambda: _entry(room, 0).attached == 1)
    room.wait_for(lambda: not agenda.attachments.rows)


def test_unused_bytes_are_forgotten_at_the_next_start(room: Room, make_window: WindowMaker) -> None:
    _attach(room, Target(line_id=room.lines[0].id))
    room.trigger("undo")
    room.wait_for(lambda: not _attached(room))
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
