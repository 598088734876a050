"""Dossiers checked in the window: sound, worked on, no dossier at all; with no meeting open."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exporters.dossier.archive import archive
from exporters.progress import CancelToken, Progress
from tests.conftest import SAMPLES
from tests.exporters.meetings import papers
from tests.ui.conftest import WindowMaker
from tests.ui.driving import answer_file_dialogs, show
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.pages import verify_panel
from ui.pages.verify_panel import VerifyPanel
from ui.tasks import Task


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a dossier as a ZIP, to be looked at only."""
    return _dossier(tmp_path_factory.mktemp("whole"), zipped=True)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Give a dossier of one's own, as a folder."""
    return _dossier(tmp_path / "out")


def _dossier(folder: Path, *, zipped: bool = False) -> Path:
    made = archive(
        papers(SAMPLES[0]),
        folder,
        case_file={},
        opened=lambda one: (_ for _ in ()).throw(AssertionError(one)),
        signers=(),
        zipped=zipped,
        incomplete=True,
    )
    return made.path


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    made = make_window()
    show(qtbot, made)
    return made


def _panel(window: MainWindow) -> VerifyPanel:
    window.actions_by_id["verify"].trigger()
    panel = window.desk.dossiers.verify_panel
    assert panel is not None
    return panel


def _check(qtbot: QtBot, panel: VerifyPanel, path: Path) -> None:
    panel.check(path)
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)


def _told(panel: VerifyPanel) -> list[str]:
    rows = (panel._rows.itemAt(place).widget() for place in range(panel._rows.count()))
    return ["：".join(part.text() for part in row.findChildren(QLabel)) for row in rows]


def test_a_sound_dossier_is_checked_by_keys_with_no_meeting_open(
    qtbot: QtBot, window: MainWindow, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file_dialogs(monkeypatch, whole)
    panel = _panel(window)
    assert panel.folder.hasFocus()
    QTest.keyClick(panel.folder, Qt.Key.Key_Tab)
    QTest.keyClick(panel.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel._report is not None, timeout=30000)

    assert panel.summary.text().startswith("全部完好：")
    assert _told(panel) == []
    assert panel.digest.isVisible()
    assert "备考表" in panel.digest.advice.text()
    qtbot.waitUntil(panel.copy.hasFocus)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_was_done_to_a_dossier_is_told_file_by_file(
    qtbot: QtBot, window: MainWindow, dossier: Path
) -> None:
    pdf, other, *_ = sorted(file for file in dossier.iterdir() if file.suffix == ".pdf")
    pdf.write_bytes(pdf.read_bytes() + b" ")
    other.unlink()
    (dossier / "另附\u202egpj.txt").write_text("x", encoding="utf-8")
    panel = _panel(window)

    _check(qtbot, panel, dossier)

    told = _told(panel)
    assert f"{pdf.name}：被改动" in told
    assert f"{other.name}：缺少" in told
    assert any("多出" in line and "\u202e" not in line for line in told)
    assert "3 个文件与清单不符" in panel.summary.text()
    panel.copy.click()
    report = QGuiApplication.clipboard().text()
    assert str(dossier) in report
    assert all(name in report for name in (pdf.name, other.name, "多出", "全卷摘要值"))


def test_a_dropped_dossier_is_checked_and_no_case_file_is_opened(
    qtbot: QtBot, window: MainWindow, whole: Path
) -> None:
    panel = _panel(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(whole))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    panel.dragEnterEvent(entering)
    over = panel._target.property("over")
    panel.dropEvent(QDropEvent(QPointF(20, 20), copy, data, left, none))
    qtbot.waitUntil(lambda: panel._report is not None, timeout=30000)

    assert entering.isAccepted()
    assert over is True
    assert panel._target.property("over") is False
    assert panel.summary.text().startswith("全部完好")
    assert window.desk.rows == ()


@pytest.mark.parametrize("name", ["不在.zip", "文字.zip"])
def test_what_is_no_dossier_is_told_and_the_question_stands_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    (tmp_path / "文字.zip").write_text("text", encoding="utf-8")
    panel = _panel(window)

    with qtbot.waitSignal(panel.refused, timeout=30000):
        panel.check(tmp_path / name)

    qtbot.waitUntil(lambda: panel.idle)
    assert window.desk.notice.isVisible()
    assert panel.folder.isVisible()


def test_checking_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def work(progress: Progress, cancel: CancelToken) -> object:
        try:
            while True:
                progress(1, 2)
                cancel.check()
        finally:
            stopped.set()

    monkeypatch.setattr(verify_panel, "verify_task", lambda _path: Task(work))
    panel = _panel(window)
    panel.check(tmp_path)
    qtbot.waitUntil(lambda: panel._running.bar.value() == 1)

    QTest.keyClick(panel._running.stop, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: panel.idle)
    assert stopped.is_set()
    assert panel.folder.isVisible()


def test_one_file_by_itself_is_told_as_far_as_it_goes(
    qtbot: QtBot, window: MainWindow, dossier: Path, tmp_path: Path
) -> None:
    docx = next(file for file in sorted(dossier.iterdir()) if file.suffix == ".docx")
    alone = tmp_path / docx.name
    alone.write_bytes(docx.read_bytes())
    panel = _panel(window)

    _check(qtbot, panel, alone)

    assert "文字与导出时一致" in panel.summary.text()
    assert not panel.digest.isVisible()


def test_the_result_follows_the_language(
    qtbot: QtBot, window: MainWindow, whole: Path, interface: Interface
) -> None:
    panel = _panel(window)
    _check(qtbot, panel, whole)

    interface.speak("en")

    qtbot.waitUntil(lambda: panel._title.text().startswith("Checked: "))
    assert panel.summary.text().startswith("All intact: ")
    assert "closing note" in panel.digest.advice.text()
