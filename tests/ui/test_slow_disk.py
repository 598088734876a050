"""Typing goes on while the disk is slow: lines wait in order, and none looks saved too early."""

from collections.abc import Iterator
from threading import Semaphore
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.database import open_database
from models.queries import meeting_snapshot
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.item_models.lines import LineEntry
from ui.main_window import MainWindow

TEXTS = ["first", "second", "third"]


class SlowDisk:
    """Holds every write of a window back until it is let through."""

    def __init__(self, window: MainWindow) -> None:
        self._may_write = Semaphore(0)
        workspace: Any = window.workspace
        self._write = workspace._write
        workspace._write = self._wait

    def let_through(self, writes: int = 1) -> None:
        """Let so many writes reach the disk."""
        self._may_write.release(writes)

    def _wait(self, *arguments: Any) -> Any:
        self._may_write.acquire()
        return self._write(*arguments)


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    """Give a window at the record of an empty meeting."""
    made = make_window()
    show(qtbot, made)
    made.desk.commands.create(MeetingKind.JOINT_CONFERENCE)
    qtbot.waitUntil(lambda: made.desk.page.tab == "basics")  # a new meeting begins with its title
    made.desk.page.show_tab("record")
    made.desk.page.record.composer.text.setFocus()
    return made


@pytest.fixture
def disk(qtbot: QtBot, window: MainWindow) -> Iterator[SlowDisk]:
    """Give a disk that holds writes back, at the latest until the end of the test."""
    made = SlowDisk(window)
    yield made
    made.let_through(100)
    qtbot.waitUntil(lambda: not any(waiting for _, waiting in _shown(window)))


def _type(window: MainWindow, *texts: str) -> None:
    field = window.desk.page.record.composer.text
    for text in texts:
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)


def _shown(window: MainWindow) -> list[tuple[str | None, bool]]:
    """Return the words of the lines shown, and whether they wait."""
    rows = window.desk.page.record.model.rows
    return [(row.line.text, row.waiting) for row in rows if isinstance(row, LineEntry)]


def _until_shown(qtbot: QtBot, window: MainWindow, lines: list[tuple[str, bool]]) -> None:
    qtbot.waitUntil(lambda: _shown(window) == lines)


def _stored(window: MainWindow) -> list[str | None]:
    """Return the words of the lines on disk, as another program finds them."""
    meeting = window.desk.page.meeting
    assert meeting is not None
    other = open_database(window.workspace.file)
    with other.read() as session:
        lines = meeting_snapshot(session, meeting.id).lines
    other.close()
    return [line.text for line in lines]


@pytest.mark.usefixtures("disk")
def test_lines_typed_before_a_commit_wait_in_order_and_are_not_on_disk(
    window: MainWindow,
) -> None:

    _type(window, *TEXTS)

    assert _shown(window) == [(text, True) for text in TEXTS]
    assert _stored(window) == []


@pytest.mark.usefixtures("disk")
def test_the_typing_line_stays_usable_while_a_commit_is_under_way(
    window: MainWindow,
) -> None:
    field = window.desk.page.record.composer.text
    _type(window, TEXTS[0])

    QTest.keyClicks(field, "more")

    assert window.focusWidget() is field
    assert field.toPlainText() == "more"
    assert _shown(window) == [(TEXTS[0], True)]


def test_each_line_looks_saved_only_after_its_own_commit(
    qtbot: QtBot, window: MainWindow, disk: SlowDisk
) -> None:
    _type(window, *TEXTS)

    for saved in range(1, len(TEXTS) + 1):
        disk.let_through()
        expected = [(text, place >= saved) for place, text in enumerate(TEXTS)]
        _until_shown(qtbot, window, expected)

        assert _stored(window) == TEXTS[:saved]
        assert window.desk.all_saved is (saved == len(TEXTS))


def test_lines_are_committed_in_the_order_of_typing_and_keep_their_numbers(
    qtbot: QtBot, window: MainWindow, disk: SlowDisk
) -> None:
    texts = [f"line {number}" for number in range(8)]

    _type(window, *texts[:5])
    disk.let_through(2)
    _type(window, *texts[5:])
    disk.let_through(6)
    qtbot.waitUntil(lambda: window.desk.all_saved)
    _until_shown(qtbot, window, [(text, False) for text in texts])

    meeting = window.desk.page.meeting
    assert meeting is not None
    assert _stored(window) == texts
    assert [line.seq for line in meeting.lines] == list(range(1, 9))
