"""What tests do with the window again and again: show it, take samples in, go to a meeting."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from models.snapshot import MeetingRow
from tests.ui.meetings import sample_file
from ui.forms.fields import FieldEditor
from ui.main_window import MainWindow


def open_samples(qtbot: QtBot, window: MainWindow, *names: str) -> None:
    """Show the window and take samples in."""
    show(qtbot, window)
    window.open_files([sample_file(name) for name in names])
    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)


def show(qtbot: QtBot, window: MainWindow) -> None:
    """Show the window and wait until its data is there."""
    with qtbot.waitSignal(window.workspace.opened):
        window.show()
    qtbot.waitUntil(lambda: window.desk.empty.isVisible() or window.desk.page.isVisible())


def select(qtbot: QtBot, window: MainWindow, title: str) -> None:
    """Go to the meeting with that in its title."""
    row = next(
        r
        for r in window.desk.meetings.model.rows
        if isinstance(r, MeetingRow) and title in str(r.title)
    )
    window.desk.choose(row.id)
    qtbot.waitUntil(lambda: title in window.desk.page.header.title)


def focused_field() -> tuple[str, str] | None:
    """Return group and field of the form that has the focus."""
    part = QApplication.focusWidget()
    while part is not None and not isinstance(part, FieldEditor):
        part = part.parentWidget()
    return (part.group, part.field) if part is not None else None


def answer_file_dialogs(monkeypatch: pytest.MonkeyPatch, *answers: Path | None) -> None:
    """Answer the next questions for files or folders; None is Cancel, the last one stays."""
    left = list(answers)

    def answer(dialog: QFileDialog) -> int:
        chosen = left.pop(0) if len(left) > 1 else left[0]
        if chosen is None:
            return QDialog.DialogCode.Rejected.value
        monkeypatch.setattr(dialog, "selectedFiles", lambda: [str(chosen)])
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QFileDialog, "exec", answer)
