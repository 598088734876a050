"""Attachments in tests of the window: made, found, and where they are listed."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage

from models.snapshot import AttachmentView
from tests.ui.rooms import Room
from ui.attachment_operations import Target, attach_data
from ui.item_models.lines import LineEntry
from ui.widgets.attachment_panel import AttachmentPanel, AttachmentRow

AT = "2026-03-02T09:05"
PDF = b"%PDF-1.7 rest"


def red_picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def attached_to(room: Room) -> tuple[AttachmentView, ...]:
    assert room.page.meeting is not None
    return room.page.meeting.attachments


def attach_to(room: Room, target: Target, name: str = "扫描.pdf", data: bytes = PDF) -> None:
    assert room.page.meeting is not None
    before = len(attached_to(room))
    operation = attach_data(room.page.meeting.id, name, lambda: data, target, at=AT)
    room.window.workspace.run(operation)
    room.wait_for(lambda: len(attached_to(room)) == before + 1)


def mime_of(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def entry_of(room: Room, line: int) -> LineEntry:
    entry = room.page.model.rows[room.page.model.row_of(room.lines[line].id)]
    assert isinstance(entry, LineEntry)
    return entry


def panel_of(room: Room, line: int) -> AttachmentPanel:
    dialog = room.open_details(line)
    room.wait_for(dialog.attachments.isVisible)
    room.wait_for(lambda: bool(dialog.attachments.rows) or not attached_to(room))
    return dialog.attachments


def only_row(panel: AttachmentPanel) -> AttachmentRow:
    (row,) = panel.rows.values()
    return row
