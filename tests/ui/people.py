"""Desks with the page of people on sample meetings, and how its bar is driven."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.errors import AppError
from tests.ui.meetings import sample_file
from ui.editing import MeetingEditor
from ui.i18n import Interface
from ui.operations import import_files
from ui.pages.people_page import PeoplePage
from ui.theme import Theme
from ui.workspace import Workspace

JOINT, OTHER, DEPARTMENT, HEARING = "s01-joint", "s02-joint", "s05-joint", "s03-hearing"
OPEN_STATES = {"joint_conference": "J3", "hearing": "H3"}


@dataclass
class Desk:
    """A page on real data, with what it refused."""

    qtbot: QtBot
    workspace: Workspace
    editor: MeetingEditor
    page: PeoplePage
    meetings: dict[str, str]
    refused: list[AppError] = field(default_factory=list)

    def show(self, name: str) -> None:
        """Go to a meeting."""
        self.editor.show_meeting(self.meetings[name])
        self.until(lambda: self.page._meeting == self.meetings[name])

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until that is so."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def type(self, text: str) -> None:
        """Type into the line that adds people: keys, or what an input method commits."""
        line = self.page.add_line.field
        if not line.hasFocus():
            line.setFocus()
            self.until(lambda: self.page.add_line.people)
        if text.isascii():
            QTest.keyClicks(line, text)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(text)
            QApplication.sendEvent(line, commit)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def keys(self, text: str) -> None:
        """Type where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    @property
    def names(self) -> list[str]:
        """The names in the table."""
        return [row.name for row in self.page.model.rows]

    def select(self, *places: int) -> None:
        """Select people by their places, and go there."""
        self.page.table.setFocus()
        self.page.table.select([self.page.model.rows[place].id for place in places])

    def undo(self) -> None:
        """Take the last step back."""
        with self.qtbot.waitSignal(self.workspace.changed):
            self.workspace.undo()

    def attendance(self) -> list[str | None]:
        """Return who is registered how."""
        return [row.attendance for row in self.page.model.rows]


@pytest.fixture
def make_desk(
    qtbot: QtBot, theme: Theme, interface: Interface, tmp_path: Path
) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(*names: str, signed: bool = False) -> Desk:
        workspace = Workspace(tmp_path / "lianxi.db")
        with qtbot.waitSignal(workspace.opened):
            workspace.open()
        files = [_file(tmp_path, name, signed=signed) for name in names]
        ids: list[str] = []
        workspace.run(
            import_files(files, profiles=workspace.profiles),
            then=lambda found: ids.extend(cast("tuple[str, ...]", found)),
        )
        qtbot.waitUntil(lambda: bool(ids))
        editor = MeetingEditor(workspace)
        page = PeoplePage(theme, editor, lambda: "zh_CN")
        qtbot.addWidget(page)
        page.resize(1284, 860)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        desk = Desk(qtbot, workspace, editor, page, dict(zip(names, ids, strict=True)))
        editor.refused.connect(desk.refused.append)
        made.append(desk)
        desk.show(names[0])
        return desk

    assert interface is not None
    yield make
    for desk in made:
        desk.page.close()
        desk.workspace.close()


def _file(folder: Path, name: str, *, signed: bool) -> Path:
    document = json.loads(sample_file(name).read_text(encoding="utf-8"))
    if not signed:
        document["state"] = OPEN_STATES[document["kind"]]
    file = folder / f"{name}.json"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return file


def click_button(desk: Desk, words: str) -> None:
    """Click the button of the page that says these words."""
    buttons = [b for b in desk.page.findChildren(QPushButton) if b.text() == words]
    (button,) = [b for b in buttons if b.isVisible()]
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose_in_bar(desk: Desk, name: str, words: str) -> None:
    """Choose from a menu of the bar, which cannot open without a screen."""
    menu = desk.page.bar._menus[name]
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == words]
    action.trigger()
