"""The backups in a folder, as they are offered for restoring."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from ui.item_models.rows import Column, RowTableModel
from ui.messages import reason_text
from ui.words import date_text

if TYPE_CHECKING:
    from models.backups import Backup


@dataclass(frozen=True, slots=True)
class BackupEntry:
    """A backup in words. ``fault`` says why it cannot be restored; empty if it can."""

    backup: "Backup"
    time: str
    about: str
    fault: str


class BackupsModel(RowTableModel[BackupEntry]):
    """The backups in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[BackupEntry](
            title=lambda: QCoreApplication.translate("BackupsModel", "备份"),
            text=lambda entry: entry.time,
            spoken=_spoken,
            copied=lambda entry: str(entry.backup.file),
            tip=lambda entry: str(entry.backup.file),
        )
        super().__init__([column], lambda entry: str(entry.backup.file), parent=parent)

    def show(self, backups: Sequence["Backup"], language: str) -> None:
        """Show these backups, with reasons in that language."""
        self.set_rows([_entry(backup, language) for backup in backups])


def _entry(backup: "Backup", language: str) -> BackupEntry:
    day = date_text(f"{backup.made_at:%Y-%m-%d}")
    size = QLocale().formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    meetings = ""
    if backup.meetings is not None:
        pattern = QCoreApplication.translate("BackupsModel", "会议{count}次")
        meetings = pattern.format(count=backup.meetings)
    parts = (meetings, size, backup.file.name)
    return BackupEntry(
        backup=backup,
        time=f"{day} {backup.made_at:%H:%M:%S}",
        about=" · ".join(part for part in parts if part),
        fault="" if backup.fault is None else reason_text(backup.fault, language),
    )


def unsound_text(entry: BackupEntry) -> str:
    """Return that a backup cannot be restored, and why."""
    pattern = QCoreApplication.translate("BackupsModel", "不能恢复：{reason}。")
    return pattern.format(reason=entry.fault)


def _spoken(entry: BackupEntry) -> str:
    parts = (entry.time, entry.about, unsound_text(entry) if entry.fault else "")
    return "，".join(part for part in parts if part)
