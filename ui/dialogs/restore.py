"""Choosing a backup to restore: what each holds, whether it is sound, what restoring means."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from models.errors import AppError
from ui.dialogs.size import fit_to_screen
from ui.item_models.backups import BackupEntry, BackupsModel, unsound_text
from ui.item_models.rows import ROW_ROLE
from ui.messages import error_text
from ui.theme import Theme
from ui.widgets.backup_delegate import BackupDelegate
from ui.widgets.basics import button, frame, label, row
from ui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from models.backups import Backup


class RestoreDialog(QDialog):
    """Shown without blocking the window; deleted when closed.

    It is open while the backups are still being examined; ``show_backups`` or ``show_trouble``
    then fills it. Nothing is restored here: ``restore_asked`` carries the chosen backup.
    """

    restore_asked = Signal(object)  # a models.backups.Backup, always a sound one

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("从备份恢复"))
        self._language = language
        self._chosen: BackupEntry | None = None
        self._model = BackupsModel(self)
        self._view = RowsView(theme)
        self._view.setAccessibleName(self.tr("备份，最新的在前"))
        self._view.set_up(self._model, BackupDelegate(theme, self._view))
        self._title, self._about = label("cardTitle", wrap=True), label("body", wrap=True)
        self._hint = label("body", wrap=True)
        self._hint.setText(self.tr("正在检查备份…"))
        self._restore = button("primary")
        self._restore.setText(self.tr("恢复这份备份"))
        self._restore.setEnabled(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._put_together(theme)
        self._connect()
        fit_to_screen(self, theme.text_px(560), theme.text_px(520))

    def show_backups(self, backups: Sequence["Backup"], folder: Path) -> None:
        """Offer these backups, newest first; without any say where they were looked for."""
        self._model.show(backups, self._language)
        if backups:
            self._follow_choice()
            self._start_in_list()
            return
        self._show_instead(
            self.tr("还没有备份"),
            self.tr("备份保存在“{folder}”。如果备份在U盘上，请先复制到这个文件夹。").format(
                folder=folder
            ),
        )

    def show_trouble(self, error: AppError) -> None:
        """Say why there is nothing to choose from."""
        self._show_instead(self.tr("无法列出备份"), error_text(error, self._language))

    def _show_instead(self, title: str, text: str) -> None:
        """Have a text in the place of the list."""
        for part in (self._about, self._list, self._restore):
            part.hide()
        self._title.setText(title)
        self._hint.setText(text)
        self._buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        fit_to_screen(self, self.width(), 0)

    def _start_in_list(self) -> None:
        """Have the keyboard begin at the first backup, which is not chosen by that yet."""
        first = self._model.index(0, 0)
        self._view.selectionModel().setCurrentIndex(
            first, QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self._view.setFocus()

    def _put_together(self, theme: Theme) -> None:
        self._title.setText(self.tr("选择要恢复的备份"))
        self._about.setText(
            self.tr(
                "恢复以后，全部会议回到备份时的样子，在那以后录入和修改的内容都不在其中。"
                "恢复不能撤销；但是恢复之前，程序先把现在的数据另存为一份备份，需要时可以再恢复它。"
            )
        )
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 6, 2, 6)
        inner.addWidget(self._view)
        self._list = frame("card", inner)
        self._list.setMinimumHeight(theme.text_px(90))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self._list, 1)
        column.addWidget(self._hint)
        column.addStretch()  # takes the room when there is no list
        column.addLayout(row(None, self._buttons, self._restore))

    def _connect(self) -> None:
        self._view.selectionModel().selectionChanged.connect(self._follow_choice)
        self._view.activated_row.connect(self._choose)
        self._restore.clicked.connect(self._ask)
        self._buttons.rejected.connect(self.close)

    def _choose(self, entry: BackupEntry) -> None:
        self._view.select_key(str(entry.backup.file))

    def _follow_choice(self) -> None:
        """Say what restoring the chosen one would do, or why it cannot be done."""
        indexes = self._view.selectionModel().selectedIndexes()
        self._chosen = indexes[0].data(ROW_ROLE) if indexes else None
        self._hint.setText(self._hint_text())
        self._restore.setEnabled(self._chosen is not None and not self._chosen.fault)
        self._restore.setAccessibleDescription(self._hint.text())

    def _hint_text(self) -> str:
        if self._chosen is None:
            return self.tr("请选择一份备份。")
        if self._chosen.fault:
            return unsound_text(self._chosen)
        return self.tr("会议将回到{time}的样子，共{count}次会议。").format(
            time=self._chosen.time, count=self._chosen.backup.meetings
        )

    def _ask(self) -> None:
        assert self._chosen is not None  # the button is disabled without one
        chosen = self._chosen.backup
        self.close()
        self.restore_asked.emit(chosen)
