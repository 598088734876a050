"""Dialogs for files leave the locks of the database alone, whatever folder they show."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from models.database import Database, open_database
from models.workbench import put_draft
from ui.dialogs.files import ask_for_files, ask_for_folder, ask_where_to_save
from ui.pages import printing

TAKE_LOCK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere closing a file ends no lock"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "lianxi.db")
    with opened.write() as session:
        put_draft(session, "first", 1)
    yield opened
    opened.close()


def _is_locked(database: Database) -> bool:
    """Say whether another process finds the database in use."""
    shared = database.path.with_name(f"{database.path.name}-shm")
    taken = subprocess.run(
        [sys.executable, "-c", TAKE_LOCK, str(shared)], capture_output=True, check=False
    )
    return b"BlockingIOError" in taken.stderr


def _look(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], folder: Path
) -> list[str]:
    """Have dialogs stay open until they list the folder, then be cancelled; return what was seen."""
    seen: list[str] = []

    def listed(model: QFileSystemModel) -> bool:
        place = model.index(str(folder))
        rows = range(model.rowCount(place))
        seen[:] = [str(model.index(row, 2, place).data()) for row in rows]
        return len(seen) >= len(list(folder.iterdir())) and all(seen)

    def stay(dialog: QDialog) -> int:
        dialog.show()
        (model,) = dialog.findChildren(QFileSystemModel)
        qtbot.waitUntil(lambda: listed(model))
        dialog.close()
        return QDialog.DialogCode.Rejected.value

    monkeypatch.setattr(kind, "exec", stay)
    return seen


def _open(parent: QWidget, folder: str) -> object:
    return ask_for_files(parent, "打开", folder=folder, kinds="所有文件 (*)")


def _save(parent: QWidget, folder: str) -> object:
    return ask_where_to_save(parent, "存", folder=folder, name="a.json", kinds="所有文件 (*)")


@pytest.mark.parametrize("ask", [_open, _save])
def test_a_dialog_over_the_data_leaves_the_locks(
    qtbot: QtBot,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[QWidget, str], object],
) -> None:
    folder = database.path.parent
    (folder / "备份").mkdir()
    (folder / "无后缀").touch()
    seen = _look(qtbot, monkeypatch, QFileDialog, folder)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert _is_locked(database)

    ask(parent, str(folder))

    assert {"文件夹", "文件", "DB 文件"} <= set(seen)
    assert _is_locked(database)


def test_the_dialog_of_the_printer_leaves_the_locks_in_the_home_folder(
    qtbot: QtBot, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(database.path.parent))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["打印机"])
    _look(qtbot, monkeypatch, QPrintDialog, database.path.parent)
    parent = QWidget()
    qtbot.addWidget(parent)

    printing.ask_for_printer(parent, name="记录", size_pt=QSizeF(595, 842), page_count=1)

    assert _is_locked(database)


def test_a_folder_is_asked_for_where_one_was(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, QFileDialog.FileMode]] = []

    def agree(dialog: QFileDialog) -> int:
        asked.append((Path(dialog.directory().absolutePath()), dialog.fileMode()))
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QFileDialog, "exec", agree)
    parent = QWidget()
    qtbot.addWidget(parent)

    chosen = ask_for_folder(parent, "选择", folder=str(tmp_path))

    assert asked == [(tmp_path, QFileDialog.FileMode.Directory)]
    assert chosen == tmp_path


def test_a_saved_file_gets_the_suffix_that_was_proposed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agree(dialog: QFileDialog) -> int:
        dialog.selectFile("另一个")
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QFileDialog, "exec", agree)
    parent = QWidget()
    qtbot.addWidget(parent)

    assert _save(parent, str(tmp_path)) == tmp_path / "另一个.json"


def test_no_other_part_of_the_window_opens_dialogs_of_qt_for_files() -> None:
    folder = Path(__file__).parents[2] / "ui"

    users = [file for file in folder.rglob("*.py") if "QFileDialog" in file.read_text("utf-8")]

    assert users == [folder / "dialogs/files.py"]


@pytest.mark.parametrize("ask", [_open, _save])
def test_a_dialog_that_goes_with_its_window_has_no_answer(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[QWidget, str], object],
    tmp_path: Path,
) -> None:
    """A second start may bring another meeting into view, and close the form of a line."""
    window = QWidget()
    qtbot.addWidget(window)
    form = QDialog(window)

    def go_with_it(_dialog: QDialog) -> int:
        delete(form)
        return QDialog.DialogCode.Rejected.value

    monkeypatch.setattr(QFileDialog, "exec", go_with_it)

    assert not ask(form, str(tmp_path))
