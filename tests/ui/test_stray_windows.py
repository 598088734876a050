"""Parts of a page never stand on the screen by themselves, not even for a moment.

A part that is shown before it has its place is a window of its own: it flashes, and takes the keys
that are being typed.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples, select
from tests.ui.meetings import CONFERENCE, HEARING
from ui.main_window import MainWindow
from ui.pages.meeting_tabs import TABS


class _Watch(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.appeared: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() is not QEvent.Type.Show or not isinstance(watched, QWidget):
            return False
        if watched.isWindow() and not isinstance(watched, MainWindow):
            self.appeared.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@contextmanager
def _watching(qapp: QApplication) -> Iterator[_Watch]:
    watch = _Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_part_of_a_window_appears_as_a_window(
    qapp: QApplication, qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()

    with _watching(qapp) as watch:
        open_samples(qtbot, window, CONFERENCE, HEARING)
        for title in ("联席会议", "听证会"):
            select(qtbot, window, title)
            for tab in TABS:
                window.desk.page.show_tab(tab.id)
                qtbot.waitUntil(lambda: window.desk.page.editor.sheet is not None)
        for action in ("new_conference", "new_hearing"):
            window.actions_by_id[action].trigger()
            qtbot.waitUntil(lambda: "未写标题" in window.desk.page.header.title)
            for tab in TABS:
                window.desk.page.show_tab(tab.id)

    assert watch.appeared == []
