"""Asking for files and folders, without ever opening a file to find out what it is.

On Linux a process loses its locks on a file as soon as it closes that file after having opened it a
second time. Qt's own dialog opens every file that it lists, to choose an icon; over the folder of
the data it would end the locks on the database. So all questions for files go through here.
"""

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QObject
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QDialog, QFileDialog, QFileIconProvider, QFileSystemModel, QWidget
from shiboken6 import isValid

_PORTAL = "xdgdesktopportal"


class NamedIcons(QFileIconProvider):
    """Knows a file by its name and kind alone."""

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        """Return the icon of folders, of disks, or of all files."""
        if isinstance(what, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            if what.isRoot():
                return super().icon(kinds.Drive)
            return super().icon(kinds.Folder if what.isDir() else kinds.File)
        return super().icon(what)

    def type(self, info: QFileInfo, /) -> str:
        """Return what the column "type" says."""
        if info.isDir():
            return QCoreApplication.translate("Files", "文件夹")
        if not info.suffix():
            return QCoreApplication.translate("Files", "文件")
        suffix = info.suffix().upper()
        return QCoreApplication.translate("Files", "{suffix} 文件").format(suffix=suffix)


@cache
def _icons() -> NamedIcons:
    """Return the one that is kept here: Qt takes no ownership."""
    return NamedIcons()


def keep_files_closed(owner: QObject) -> None:
    """Have the lists of files inside a dialog of Qt show names only."""
    for model in owner.findChildren(QFileSystemModel):
        model.setIconProvider(_icons())


def ask_for_files(parent: QWidget, title: str, *, folder: str, kinds: str) -> list[Path]:
    """Ask which files to open; empty if none."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    return _answer(dialog)


def ask_for_folder(parent: QWidget | None, title: str, *, folder: str = "") -> Path | None:
    """Ask for a folder, beginning with that one; None if none was chosen."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog)), None)


def ask_where_to_save(
    parent: QWidget, title: str, *, folder: str, name: str, kinds: str
) -> Path | None:
    """Ask for the file to write, proposing that name; one that is there is asked about."""
    dialog = _dialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return next(iter(_answer(dialog)), None)


def _dialog(parent: QWidget | None, title: str, folder: str) -> QFileDialog:
    """Return a dialog of the system where that runs outside this process, else Qt's own."""
    dialog = QFileDialog(parent, title)
    options = QFileDialog.Option
    dialog.setOption(options.DontUseNativeDialog, on=not _system_asks_elsewhere())
    dialog.setOption(options.DontUseCustomDirectoryIcons)
    dialog.setIconProvider(_icons())  # before the event loop hands over the first names
    if folder:
        dialog.setDirectory(folder)
    return dialog


def _system_asks_elsewhere() -> bool:
    """Say whether the dialog of the system leaves our locks alone.

    On Windows and macOS closing a second handle ends no lock. On Linux only the portal runs in a
    process of its own; Qt takes it if told to, in Flatpak and in Snap. The dialog of GTK does not.
    """
    if sys.platform in ("win32", "darwin"):
        return True
    named = os.environ.get("QT_QPA_PLATFORMTHEME") == _PORTAL
    return named or Path("/.flatpak-info").exists() or "SNAP" in os.environ


def _answer(dialog: QFileDialog) -> list[Path]:
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    if not isValid(dialog):
        return []  # what it stood over was closed meanwhile
    files = [Path(file) for file in dialog.selectedFiles()] if agreed else []
    dialog.deleteLater()
    return files
