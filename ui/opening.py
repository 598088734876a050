"""Opening case files: asked for, dropped, or handed over; all or none, and what is said before."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from models.errors import AlreadyImported, AppError
from resources import path
from ui.dialogs.files import ask_for_files
from ui.operations import import_files
from ui.widgets.notice_panel import Remedy

if TYPE_CHECKING:
    from ui.desk import Desk

SAMPLES = ("samples/s01-joint.json", "samples/s03-hearing.json")
"""What "try the sample" takes in: one conference, one hearing, all of it invented."""


class Opening(QObject):
    """Takes case files in."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk

    def open_files(self, files: Sequence[Path], *, as_copy: bool = False) -> None:
        """Take in case files, all or none, and show the first of the new meetings.

        What could be undone before cannot be undone after; then that is said first.
        """
        if not files or not self._desk.workspace.is_open:
            return
        take = partial(self._take_in, files, as_copy=as_copy)
        if self._desk.commands.has_steps:
            remedy = Remedy(lambda: self.tr("继续导入"), take, asks=True)
            self._desk.notice.tell(self._words, remedy)
        else:
            take()

    def open_samples(self) -> None:
        """Take in the invented meetings that come with the program."""
        self.open_files([path(name) for name in SAMPLES])

    def ask_for_files(self) -> None:
        """Ask which case files to open."""
        title = self.tr("打开案件文件（导入不能撤销）")
        kinds = self.tr("案件文件 (*.json)") + ";;" + self.tr("所有文件 (*)")
        settings = self._desk.settings
        folder = settings.value.open_folder
        chosen = ask_for_files(self._desk, title, folder=folder, kinds=kinds)
        if chosen:
            settings.change(open_folder=str(chosen[0].parent))
            self.open_files(chosen)

    def _words(self) -> tuple[str, str, str]:
        return (
            self.tr("导入会议不能撤销，此前的操作也不再能撤销。"),
            self.tr("已有的会议不会改动。"),
            self.tr("导入的会议如不需要，可以移到回收站。"),
        )

    def _take_in(self, files: Sequence[Path], *, as_copy: bool = False) -> None:
        desk = self._desk
        desk.page.commit()
        desk.notice.dismiss()

        def refused(error: object) -> None:
            self._tell_refusal(cast("AppError", error), files)

        operation = import_files(files, profiles=desk.workspace.profiles, as_copy=as_copy)
        task = desk.workspace.run(operation, then=desk.want_first, otherwise=refused)
        desk.busy.watch(task)

    def _tell_refusal(self, error: AppError, files: Sequence[Path]) -> None:
        remedy = None
        if isinstance(error, AlreadyImported):
            remedy = Remedy(
                lambda: self._copy_words(len(files)), lambda: self.open_files(files, as_copy=True)
            )
            self._desk.refresh()  # it may have come in elsewhere
        self._desk.tell(error, remedy)

    def _copy_words(self, count: int) -> str:
        """Return what the button says: all the files become copies, not only the known one."""
        if count == 1:
            return self.tr("作为副本导入")
        return self.tr("{count}个文件都作为副本导入").format(count=count)
