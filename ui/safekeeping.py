"""Closing with everything on disk and backed up, and restoring a backup from the menu."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QThreadPool
from shiboken6 import isValid

from exporters.progress import CancelToken, Progress
from models.errors import AppError
from models.paths import backup_folder
from ui.dialogs.restore import RestoreDialog
from ui.messages import error_parts
from ui.tasks import Task
from ui.widgets.notice_panel import Remedy

if TYPE_CHECKING:
    from models.backups import Backup
    from ui.main_window import MainWindow


class Safekeeping(QObject):
    """Wires backups and their restoring to the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._listing: Task | None = None
        self._dialog: RestoreDialog | None = None
        self.may_close = False
        self._backing_up = False
        self._waits = False  # to close once what is being written is on disk
        window.workspace.saving.connect(self._follow_saving)

    @property
    def folder(self) -> Path:
        """Where backups are written."""
        chosen = self._window.settings.value.backup_folder
        return Path(chosen) if chosen else backup_folder(self._window.workspace.file)

    def holds_closing(self) -> bool:
        """Say whether the window has to wait for what is being written, and for its backup.

        It closes itself afterwards. Lines that the disk refuses keep it open, and that is told.
        """
        window, workspace = self._window, self._window.workspace
        if self.may_close or not workspace.is_open:
            return False
        if self._backing_up:
            return True  # asked again meanwhile
        if workspace.is_saving or window.desk.commands.is_writing:
            self._waits = True
        elif not window.desk.all_saved:
            self._tell_unsaved()
            return True
        elif workspace.backed_up:
            return False
        else:
            self._backing_up = True
            task = workspace.back_up(self.folder, then=self._close, otherwise=self._tell_failure)
            task.crashed.connect(self._come_back)
        window.hide()
        return True

    def follow_case_file(self, written: bool) -> None:  # noqa: FBT001  # as the signal gives it
        """Go on closing after a case file; the window stays where one could not be written."""
        if self._waits and not written:
            self._waits = False
            self._window.show()
        self._follow_saving(self._window.workspace.is_saving)

    def show_backups(self) -> None:
        """Open the list of backups, unless it is open; they are examined in a worker."""
        window = self._window
        if self._dialog is not None and isValid(self._dialog):
            self._dialog.activateWindow()
            return
        dialog = RestoreDialog(window.theme, window.interface.language, window)
        folder = self.folder

        def work(progress: Progress, cancel: CancelToken) -> object:
            from models.backups import list_backups  # heavy

            return list_backups(folder, progress=progress, check=cancel.check)

        def show(found: object) -> None:
            if isValid(dialog):  # the last backup is examined to the end
                dialog.show_backups(cast("tuple[Backup, ...]", found), folder)

        def show_trouble(error: object) -> None:
            if isValid(dialog):
                dialog.show_trouble(cast("AppError", error))

        task = Task(work)
        task.succeeded.connect(show)
        task.failed.connect(show_trouble)
        dialog.destroyed.connect(task.cancel)
        dialog.restore_asked.connect(self._restore)
        self._listing = task  # nobody else keeps it
        task.ended.connect(self._forget)
        task.start(QThreadPool.globalInstance())
        self._dialog = dialog
        dialog.show()

    def _restore(self, backup: object) -> None:
        desk = self._window.desk
        desk.page.commit()
        if self._dialog is not None:
            self._dialog.close()

        def restore() -> None:
            self._window.workspace.restore(
                cast("Backup", backup), then=lambda _kept: desk.begin_anew(), otherwise=desk.tell
            )

        if desk.page.record.queue.trouble is None:
            desk.commands.after_lines(restore)
        else:  # the backup may be what the lines wait for
            restore()

    def _forget(self) -> None:
        self._listing = None

    def _follow_saving(self, under_way: bool) -> None:  # noqa: FBT001  # as the signal gives it
        if self._waits and not under_way and not self._window.desk.commands.is_writing:
            self._waits = False
            self._window.close()

    def _tell_unsaved(self) -> None:
        """Come back and say that lines are not on disk: closing now would lose them."""
        window, queue = self._window, self._window.desk.page.record.queue
        trouble = queue.trouble
        window.show()

        def words() -> tuple[str, str, str]:
            happened, _safe, now = (
                error_parts(trouble, window.interface.language) if trouble else ("", "", "")
            )
            return (
                self.tr("还有发言没有保存到磁盘，窗口没有关闭。") + f"\n{happened}",
                self.tr("没有保存的发言仍在记录末尾，可以复制；程序一直在重试。"),
                now,
            )

        window.desk.notice.tell(
            words, Remedy(lambda: self.tr("放弃没有保存的发言，直接关闭"), self._close_anyway)
        )

    def _close_anyway(self) -> None:
        self._close(None)

    def _close(self, _made: object) -> None:
        if not isValid(self):
            return  # the window was taken down meanwhile
        self.may_close = True
        self._window.close()
        self._window.finished.emit()

    def _come_back(self) -> None:
        """Show the window again after a fault in the program, which is told; then let it close."""
        if isValid(self):
            self.may_close = True
            self._window.show()

    def _tell_failure(self, error: object) -> None:
        """Come back and say why there is no backup; the data itself is safe."""
        if not isValid(self) or not isinstance(error, AppError):
            return
        self._backing_up = False
        window = self._window
        window.show()
        window.desk.notice.tell(
            lambda: error_parts(error, window.interface.language),
            Remedy(lambda: self.tr("不备份，直接关闭"), self._close_anyway),
        )
