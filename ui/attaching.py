"""Attachments as the window handles them: added, opened, saved elsewhere, taken away."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from models.attachment_files import SUFFIXES, file_name
from models.errors import AttachmentRefused
from models.snapshot import AttachmentView
from ui.attachment_operations import Target, attach_data, attach_files, describe_attachment, detach
from ui.changes import Operation
from ui.clock import civil_now
from ui.dialogs.files import ask_for_files, ask_where_to_save
from ui.opened_copies import OpenedCopies
from ui.queries import attachment_bytes
from ui.widgets.drop_overlay import dropped_files
from ui.workspace import Then, Workspace


class Attaching(QObject):
    """Runs what is asked for; a refusal that the caller does not take is told by the window."""

    failed = Signal(object)  # an AppError
    started = Signal(object, object)  # a Task that may take a while, and words for it
    told = Signal(str)  # what was done, in words

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.copies = OpenedCopies(workspace.file)
        self._folder = ""  # that was last chosen from or saved to
        workspace.opened.connect(self.copies.clear)  # what a sudden end left behind

    def add_files(
        self,
        meeting_id: str,
        files: Sequence[Path],
        target: Target,
        *,
        otherwise: Then | None = None,
    ) -> None:
        """Attach files, all or none."""
        if files:
            operation = attach_files(meeting_id, tuple(files), target, at=civil_now())
            self._run(operation, otherwise)

    def add_pasted(
        self, meeting_id: str, data: QMimeData, target: Target, *, otherwise: Then | None = None
    ) -> None:
        """Attach what was copied: files, or else a picture, which becomes a PNG."""
        files = dropped_files(data)
        image = QImage() if files or not data.hasImage() else _image(data)
        if files:
            self.add_files(meeting_id, files, target, otherwise=otherwise)
        elif image.isNull():
            (otherwise or self.failed.emit)(
                AttachmentRefused(self.tr("剪贴板"), "attachment_no_picture")
            )
        else:
            now = civil_now()
            name = self.tr("粘贴的图片 {time}.png").format(
                time=now.replace("T", " ").replace(":", "-")
            )
            made = partial(png_of, image)
            self._run(attach_data(meeting_id, name, made, target, at=now), otherwise)

    def ask(
        self, parent: QWidget, meeting_id: str, target: Target, *, otherwise: Then | None = None
    ) -> None:
        """Ask which files to attach, and attach them."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        files = ask_for_files(
            parent,
            self.tr("添加附件"),
            folder=self._folder,
            kinds=self.tr("图片和PDF文件 ({kinds})").format(kinds=kinds),
        )
        if files:
            self._folder = str(files[0].parent)
            self.add_files(meeting_id, files, target, otherwise=otherwise)

    def open(
        self, meeting_id: str, view: AttachmentView, *, then: Then, otherwise: Then | None = None
    ) -> None:
        """Write a copy for reading, once the bytes are known to be right; ``then`` gets its path."""
        name = self._file_name(view)

        def copy(session: Any) -> object:  # noqa: ANN401  # SQLAlchemy stays out of ui
            return self.copies.write(name, attachment_bytes(session, meeting_id, view.id))

        self.workspace.read(copy, then=then, otherwise=otherwise or self.failed.emit, long=True)

    def save_as(
        self,
        parent: QWidget,
        meeting_id: str,
        view: AttachmentView,
        *,
        otherwise: Then | None = None,
    ) -> None:
        """Ask where to save a copy, and save it there."""
        name = self._file_name(view)
        suffix = Path(name).suffix
        file = ask_where_to_save(
            parent,
            self.tr("另存附件"),
            folder=self._folder,
            name=name,
            kinds=self.tr("附件 ({kinds})").format(kinds=f"*{suffix}"),
        )
        if file is None:
            return
        self._folder = str(file.parent)

        def save(session: Any) -> object:  # noqa: ANN401  # as above
            from models.files import write_whole

            write_whole(file, attachment_bytes(session, meeting_id, view.id))
            return file

        self.workspace.read(
            save,
            then=lambda _file: self.told.emit(self.tr("附件已经保存到 {file}").format(file=file)),
            otherwise=otherwise or self.failed.emit,
            long=True,
        )

    def remove(self, meeting_id: str, attachment_id: str, *, otherwise: Then | None = None) -> None:
        """Take an attachment away; undoing brings it back."""
        self._run(detach(meeting_id, attachment_id), otherwise)

    def describe(
        self, meeting_id: str, attachment_id: str, note: str, *, otherwise: Then | None = None
    ) -> None:
        """Say what an attachment shows."""
        self._run(describe_attachment(meeting_id, attachment_id, note), otherwise)

    def _run(self, operation: Operation, otherwise: Then | None) -> None:
        task = self.workspace.run(operation, otherwise=otherwise or self.failed.emit)
        if operation.prepare is not None:
            self.started.emit(task, lambda: self.tr("正在添加附件…"))

    def _file_name(self, view: AttachmentView) -> str:
        return file_name(view.name, view.media_type, fallback=self.tr("附件"))


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file; several megabytes take a while."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 declares the format as bytes
    return bytes(buffer.data().data())


def _image(data: QMimeData) -> QImage:
    found = data.imageData()
    return found if isinstance(found, QImage) else QImage()
