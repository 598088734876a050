"""Panels that come and go: whose focus they take, when they close, what they say."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from exporters.progress import CancelToken, Progress
from models.errors import MeetingNotFound
from models.snapshot import MeetingRow
from tests.ui.conftest import WindowMaker
from tests.ui.contrast import contrast
from tests.ui.driving import open_samples, select
from tests.ui.held_work import work_of
from tests.ui.meetings import CONFERENCE, HEARING, sample_file
from ui.main_window import MainWindow
from ui.pages import export_panel, exporting
from ui.tasks import Task
from ui.theme import ThemeChoice


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker, tmp_path: Path) -> MainWindow:
    made = make_window()
    made.settings.change(export_folder=str(tmp_path / "导出"))
    open_samples(qtbot, made, CONFERENCE, HEARING)
    select(qtbot, made, "联席会议")
    return made


def _ask_for_record(qtbot: QtBot, window: MainWindow) -> None:
    """Open the export panel for the record alone, and wait until it knows the papers there are."""
    window.desk.papers.export("record")
    qtbot.waitUntil(lambda: window.desk.export_panel._offer is None, timeout=30000)


def _hold_exports(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have exports wait for the event that is returned, then do what they do."""
    real, go = exporting.export_task, threading.Event()

    def held(*arguments: object, **named: object) -> Task:
        work = work_of(real(*arguments, **named))  # type: ignore[arg-type]  # handed on as they came

        def wait_and_work(progress: Progress, cancel: CancelToken) -> object:
            go.wait()
            return work(progress, cancel)

        return Task(wait_and_work)

    monkeypatch.setattr(export_panel, "export_task", held)
    return go


def test_the_end_of_an_export_leaves_the_focus_where_it_is(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, panel, timeline = (
        _hold_exports(monkeypatch),
        window.desk.export_panel,
        window.desk.page.record.timeline,
    )
    _ask_for_record(qtbot, window)
    panel.start()
    timeline.setFocus()

    go.set()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert QApplication.focusWidget() is timeline


def test_escape_loses_no_export_that_is_running(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, panel = _hold_exports(monkeypatch), window.desk.export_panel
    _ask_for_record(qtbot, window)
    panel.start()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    select(qtbot, window, "听证会")
    running = panel._title.text()

    go.set()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert panel.isVisible()
    assert running.startswith("正在导出会议记录：河澜州")
    assert panel._title.text().startswith("已导出会议记录：河澜州")


def test_a_closed_panel_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    timeline = window.desk.page.record.timeline
    timeline.setFocus()

    _ask_for_record(qtbot, window)
    inside = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert inside is not timeline
    assert not window.desk.export_panel.isVisible()
    assert QApplication.focusWidget() is timeline


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_keyboard_focus_is_seen_on_the_tabs(window: MainWindow, choice: ThemeChoice) -> None:
    window.desk.theme.choose(choice)
    tabs = window.desk.page.tabs
    window.desk.page.record.timeline.setFocus()
    without = _picture(window, tabs)

    tabs.setFocus(Qt.FocusReason.TabFocusReason)

    seen = _picture(window, tabs)
    box = tabs.tabRect(tabs.currentIndex())
    beside_the_words = [(x, box.center().y()) for x in range(box.left(), box.left() + 10)]
    changed = [
        contrast(seen.pixelColor(x, y).name(), without.pixelColor(x, y).name())
        for x, y in beside_the_words
    ]
    assert max(changed) >= 3


def _picture(window: MainWindow, part: QWidget) -> QImage:
    """Return how a part of the window looks on its ground."""
    return window.grab(QRect(part.mapTo(window, QPoint()), part.size())).toImage()


def test_a_stray_enter_imports_no_copy(qtbot: QtBot, window: MainWindow) -> None:
    field = window.desk.meetings.filter
    field.setFocus()

    window.open_files([sample_file(CONFERENCE), sample_file(HEARING)])
    qtbot.waitUntil(window.desk.notice.isVisible)
    focused = QApplication.focusWidget()
    QTest.keyClick(focused or window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.wait(100)

    assert focused is field
    assert not window.desk.notice.isVisible()
    assert sum(isinstance(row, MeetingRow) for row in window.desk.meetings.model.rows) == 2


def test_the_offer_to_copy_says_how_many_files(qtbot: QtBot, window: MainWindow) -> None:
    window.open_files([sample_file(CONFERENCE), sample_file(HEARING)])
    qtbot.waitUntil(window.desk.notice.isVisible)

    texts = [b.text() for b in window.desk.notice.findChildren(QAbstractButton)]

    assert "2个文件都作为副本导入" in texts


def test_an_open_notice_follows_the_language(window: MainWindow, make_window: WindowMaker) -> None:
    window.desk.tell(MeetingNotFound("m9"))
    chinese = window.desk.notice.text

    make_window.interface.speak("en")
    QApplication.processEvents()

    assert "已经不在" in chinese
    assert "m9" in window.desk.notice.text
    assert window.desk.notice.text.isascii()
