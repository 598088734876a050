"""The page of opinions in a window, on a meeting with two questions."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.snapshot import MeetingSnapshot, OpinionView
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from tests.ui.form_bench import compose
from tests.ui.meetings import sample_file
from ui import operations
from ui.forms.fields import FieldEditor
from ui.main_window import MainWindow
from ui.pages.opinions_page import OpinionsPage

QUESTIONS = ("如何定性？", "证据够不够？")


class Reading:
    """The page of opinions of a sample in a window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        page = window.desk.page
        page.show_tab("opinions")
        found = page._pages["opinions"]
        assert isinstance(found, OpinionsPage)
        self.page = found
        self.wait(lambda: page.editor.sheet is not None and bool(found.model.rows))
        window.activateWindow()

    @property
    def meeting(self) -> MeetingSnapshot:
        """The meeting as the window has it."""
        meeting = self.window.desk.page.meeting
        assert meeting is not None
        return meeting

    @property
    def opinions(self) -> tuple[OpinionView, ...]:
        """Its opinions, in order."""
        return self.meeting.opinions

    @property
    def chosen(self) -> OpinionView | None:
        """The opinion in the form."""
        return self.page.form.opinion

    def wait(self, what: Any) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(what)

    def run(self, operation: Any) -> None:
        """Run an operation to its end."""
        done: list[object] = []
        self.window.workspace.run(operation, then=done.append)
        self.wait(lambda: bool(done))

    def ask(self, *questions: str) -> None:
        """Put questions to the meeting."""
        texts = [{"text": text} for text in questions]
        operation = operations.add_entries(
            self.meeting.id, "question", texts, profiles={}, name="问题"
        )
        self.run(operation)
        self.wait(lambda: self.page._grid_model.rowCount() == len(questions) + 1)

    def focus(self, widget: QWidget) -> None:
        """Go to a widget."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.wait(widget.hasFocus)

    def choose(self, place: int) -> None:
        """Select an opinion of the list."""
        self.page.view.select_key(self.opinions[place].id)
        self.wait(lambda: self.chosen is not None and self.chosen.id == self.opinions[place].id)

    def field(self, name: str) -> FieldEditor:
        """Return a field of the form."""
        return self.page.form.form.editors[name]

    def write(self, name: str, text: str) -> None:
        """Type into a field of the form and leave it."""
        self.field(name).take_focus()
        self.wait(self.field(name).input.holds_focus)
        focused = QApplication.focusWidget()
        assert focused is not None
        compose(focused, commit=text)
        self.focus(self.page.view)

    def states(self, row: int = 0) -> list[str]:
        """Return the words in a row of the grid."""
        model = self.page._grid_model
        return [model.index(row, column).data() for column in range(model.columnCount())]


def make_reading(
    qtbot: QtBot, make_window: WindowMaker, folder: Path, state: str, name: str = "s01-joint"
) -> Reading:
    """Open a sample in that state in a window."""
    document = json.loads(sample_file(name).read_text(encoding="utf-8")) | {"state": state}
    file = folder / "meeting.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    window = make_window()
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    return Reading(qtbot, window)


def focused_widget() -> QWidget:
    """Return what has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
