"""The list of attachments: opened, saved elsewhere, described, added and taken away."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.attached import (
    PDF,
    attach_to,
    attached_to,
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
from ui.changes import Operation
from ui.dialogs.line import LineDialog
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


def test_the_form_of_a_line_lists_what_is_attached(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    attach_to(room, Target(line_id=room.lines[1].id), "别处.pdf", PDF + b"2")

    row = only_row(panel_of(room, 0))

    assert row.name.text() == "扫描.pdf"
    assert "13字节" in row.about.text()
    assert attached_to(room)[0].sha256[:12] in row.about.text()
    assert attached_to(room)[0].sha256 in row.about.toolTip()
    for part, words in ((row.open, "打开附件"), (row.save, "另存附件"), (row.remove, "移除附件")):
        spoken = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert spoken == f"{words} 扫描.pdf"


def test_a_name_cannot_turn_its_words_round(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id), "照片\u2067gpj.exe")

    assert "\u2067" not in only_row(panel_of(room, 0)).name.text()


def test_an_attachment_is_opened_as_a_private_copy_for_reading(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    attach_to(room, Target(line_id=room.lines[0].id), "扫描.exe")

    QTest.mouseClick(only_row(panel_of(room, 0)).open, Qt.MouseButton.LeftButton)
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
    attach_to(room, Target(line_id=room.lines[0].id))
    panel = panel_of(room, 0)

    only_row(panel).open.click()

    room.wait_for(panel.trouble.isVisible)
    assert "扫描.pdf" in panel.trouble.text()


def test_a_program_may_not_open_after_the_dialog_was_closed(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    attach_to(room, Target(line_id=room.lines[0].id))
    panel = panel_of(room, 0)
    kept: list[Callable[[object], None]] = []
    monkeypatch.setattr(
        panel._attaching, "open", lambda *_, then, otherwise: kept.extend((then, otherwise))
    )
    only_row(panel).open.click()
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
    attach_to(room, Target(line_id=room.lines[0].id))
    panel = panel_of(room, 0)
    _forge(room, statement)

    only_row(panel).open.click()

    room.wait_for(panel.trouble.isVisible)
    assert words in panel.trouble.text()
    assert not room.page.attachments.attaching.copies.folder.exists()


def test_an_attachment_is_saved_elsewhere(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    panel, file = panel_of(room, 0), tmp_path / "另.pdf"
    answer_file_dialogs(monkeypatch, None, file)

    only_row(panel).save.click()
    only_row(panel).save.click()

    room.wait_for(file.exists)
    assert file.read_bytes() == PDF
    room.wait_for(lambda: "另.pdf" in room.window.statusBar().currentMessage())


def test_a_place_that_cannot_be_written_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    panel = panel_of(room, 0)
    answer_file_dialogs(monkeypatch, tmp_path / "没有" / "另.pdf")

    only_row(panel).save.click()

    room.wait_for(panel.trouble.isVisible)


def test_an_attachment_is_removed_and_brought_back(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    panel = panel_of(room, 0)

    only_row(panel).remove.click()
    room.wait_for(lambda: not panel.rows and not attached_to(room))
    assert panel.isVisibleTo(panel.window())  # more can be added
    room.trigger("undo")

    room.wait_for(lambda: len(panel.rows) == 1)
    assert only_row(panel).open.isEnabled()


def test_what_it_shows_is_written_down(room: Room) -> None:
    attach_to(room, Target(line_id=room.lines[0].id))
    row = only_row(panel_of(room, 0))

    row.note.setText("盖章页")
    row.note.editingFinished.emit()
    room.wait_for(lambda: attached_to(room)[0].note == "盖章页")
    row.note.setText("盖章页，第3页")
    dialog = room.window.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    dialog.close()

    room.wait_for(lambda: attached_to(room)[0].note == "盖章页，第3页")


def test_files_are_added_in_the_form_and_refusals_stand_there(
    room: Room, picture: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "空.png"
    empty.touch()
    panel = panel_of(room, 0)
    answer_file_dialogs(monkeypatch, empty, picture)

    panel.adders[0].click()
    room.wait_for(panel.trouble.isVisible)
    assert "空.png" in panel.trouble.text()
    panel.adders[0].click()

    room.wait_for(lambda: len(panel.rows) == 1)
    assert not panel.trouble.isVisible()
    assert not room.window.desk.notice.isVisible()


def test_files_dropped_on_the_list_are_attached(room: Room, picture: Path) -> None:
    panel = panel_of(room, 0)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data, case_file = mime_of(picture), mime_of(sample_file(CONFERENCE))

    refused = QDragEnterEvent(QPoint(5, 5), copy, case_file, left, NOTHING)
    QApplication.sendEvent(panel, refused)
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(5, 5), copy, data, left, NOTHING))
    QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), copy, data, left, NOTHING))

    assert not refused.isAccepted()
    room.wait_for(lambda: len(panel.rows) == 1)


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
    assert [one.item_id for one in attached_to(room)] == [page.meeting.agenda[1].id, None]
