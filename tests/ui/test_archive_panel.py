"""A dossier made in the window: what is missing, the whole way by keys, refused, cancelled, done."""

import json
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exporters.dossier.manifest import MANIFEST
from exporters.dossier.verify import verify
from exporters.kinds.kind import filed_by_host
from exporters.progress import CancelToken, Progress
from exporters.registry import KINDS
from models.archive_gaps import MissingKind
from models.paths import secrecy_file
from tests.ui.conftest import WindowMaker
from tests.ui.driving import focused_field, open_samples, show
from tests.ui.held_work import work_of
from tests.ui.meetings import CONFERENCE, sample_file
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.pages import archive_panel, archiving, exporting
from ui.pages.archive_panel import ArchivePanel
from ui.tasks import Task

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _panel(qtbot: QtBot, window: MainWindow, folder: Path) -> ArchivePanel:
    """Open the panel and wait until it knows what is missing."""
    window.actions_by_id["archive"].trigger()
    panel = window.desk.dossiers.archive_panel
    assert panel is not None
    panel._folder.setText(str(folder))
    qtbot.waitUntil(lambda: panel.lacks.outlook is not None, timeout=30000)
    return panel


def _changed(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, **changes: object
) -> MainWindow:
    """Show the window on a conference with these changes."""
    document = json.loads(sample_file(CONFERENCE).read_text(encoding="utf-8"))
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    window = make_window()
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
    return window


def _made(qtbot: QtBot, panel: ArchivePanel) -> Path:
    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=60000)
    (made,) = Path(panel._folder.text()).iterdir()
    return made


@pytest.fixture
def window(qtbot: QtBot, make_window: WindowMaker) -> MainWindow:
    made = make_window()
    open_samples(qtbot, made, CONFERENCE)
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "dossiers"


def test_every_paper_that_can_be_missing_or_unsigned_has_a_place() -> None:
    asked = {
        kind.id
        for kind in KINDS.values()
        if "<lambda>" not in kind.demanded.__qualname__ or kind.filing is not filed_by_host
    }

    assert {"record", "transcript", "handler_note"} <= asked
    assert asked == archiving.PLACES.keys()


def test_a_dossier_is_made_by_keys_alone(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_E, _CONTROL | _SHIFT)
    panel = window.desk.dossiers.archive_panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.lacks.outlook is not None, timeout=30000)
    qtbot.waitUntil(panel._start.hasFocus)
    panel._folder.setFocus()
    panel._folder.selectAll()
    QTest.keyClicks(panel._folder, str(out))
    QTest.keyClick(panel._folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.idle and panel._saved.isVisible(), timeout=60000)

    (made,) = out.iterdir()
    report = verify(made)
    assert report.intact
    assert panel.digest.shown.text().replace(" ", "") == report.digest
    assert "备考表" in panel.digest.advice.text()
    assert panel._saved.show_folder.hasFocus()
    QTest.keyClick(panel, Qt.Key.Key_Tab, _SHIFT)
    qtbot.waitUntil(panel.digest.copy.hasFocus)
    QTest.keyClick(panel.digest.copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == report.digest
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_missing_is_listed_and_leads_to_its_field(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _changed(qtbot, make_window, tmp_path, state="J10", archive={})
    panel = _panel(qtbot, window, out)
    kinds = [lack.missing.kind for lack in panel.lacks.outlook.lacks]  # type: ignore[union-attr]

    assert {MissingKind.CODE, MissingKind.PERIOD} <= set(kinds)
    assert panel._start.text() == "缺项归档"
    assert "备考表" in panel._start.accessibleDescription()
    go = panel.lacks.go_buttons[kinds.index(MissingKind.PERIOD)]
    assert isinstance(go, QPushButton)
    go.click()
    qtbot.waitUntil(lambda: focused_field() == ("archive", "period"))
    assert panel.isVisible()


def test_what_was_filled_in_leaves_the_list(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _changed(qtbot, make_window, tmp_path, state="J10", archive={})
    panel = _panel(qtbot, window, out)
    before = len(panel.lacks.go_buttons)
    editor = window.desk.page.editor
    qtbot.waitUntil(lambda: editor.sheet is not None)

    editor.set_values("archive", {"period": "永久"}, name="修改")

    qtbot.waitUntil(lambda: len(panel.lacks.go_buttons) == before - 1, timeout=30000)


def test_an_incomplete_dossier_tells_what_it_lacks(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    panel = _panel(qtbot, window, out)
    lacks = panel.lacks.outlook.lacks  # type: ignore[union-attr]  # waited for

    made = _made(qtbot, panel)

    assert lacks
    assert panel._saved.notes.text().count("缺项（已写进备考表和清单）") == len(lacks)
    assert verify(made).manifest is not None
    assert not verify(made).manifest.complete  # type: ignore[union-attr]


def test_form_edition_and_digest_are_as_chosen(qtbot: QtBot, window: MainWindow, out: Path) -> None:
    panel = _panel(qtbot, window, out)
    panel.form.choose(True)  # noqa: FBT003  # the values of the box
    panel.edition.choose(True)  # noqa: FBT003
    panel.sm3.setChecked(True)
    able = panel.sm3.isEnabled()

    made = _made(qtbot, panel)

    assert made.suffix == ".zip"
    report = verify(made)
    assert report.intact
    assert report.manifest is not None
    assert all(bool(file.sm3) is able for file in report.manifest.files)
    with zipfile.ZipFile(made) as packed:
        manifest = next(name for name in packed.namelist() if name.endswith(MANIFEST))
        assert "duplicate" in packed.read(manifest).decode()


def test_blocked_wording_stops_the_dossier(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    window = _changed(qtbot, make_window, tmp_path, state="J5", title="某案会议决议")
    panel = _panel(qtbot, window, out)

    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=30000)

    assert panel._findings.isVisible()
    assert "重新归档" in [b.text() for b in panel._findings.findChildren(QPushButton)]
    assert panel._title.text().startswith("没有归档：")
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_told_and_the_choice_stands_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("", encoding="utf-8")
    panel = _panel(qtbot, window, blocked / "里面")

    with qtbot.waitSignal(panel.refused, timeout=30000):
        panel.start()

    assert window.desk.notice.isVisible()
    assert panel._start.isVisible()
    assert panel._start.isEnabled()


def test_a_path_that_is_not_whole_is_refused_at_once(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    panel = _panel(qtbot, window, out)
    panel._folder.setText("归档")

    with qtbot.waitSignal(panel.refused):
        panel.start()

    assert panel.idle


def _hold(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have dossiers go on until they are stopped."""
    stopped = threading.Event()

    def work(progress: Progress, cancel: CancelToken) -> object:
        try:
            while True:
                progress(64, 100)
                cancel.check()
        finally:
            stopped.set()

    monkeypatch.setattr(archive_panel, "archive_task", lambda *_, **__: Task(work))
    return stopped


def test_a_running_dossier_shows_its_progress_and_can_be_cancelled(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = _hold(monkeypatch)
    panel = _panel(qtbot, window, out)
    panel.start()

    qtbot.waitUntil(lambda: panel._running.bar.value() == 64)
    panel._running.stop.click()

    qtbot.waitUntil(lambda: panel.idle)
    assert stopped.is_set()
    assert panel._start.isEnabled()
    assert not out.exists()


def _hold_half_way(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have a dossier be made by half, and the rest once the event is set."""
    real, go = archiving.archive_task, threading.Event()

    def held(*arguments: Any, **named: Any) -> Task:
        work = work_of(real(*arguments, **named))

        def halting(progress: Progress, cancel: CancelToken) -> object:
            def step(done: int, total: int) -> None:
                progress(done, total)
                if done * 2 >= total:
                    go.wait(60)

            return work(step, cancel)

        return Task(halting)

    monkeypatch.setattr(archive_panel, "archive_task", held)
    return go


def test_a_real_dossier_that_is_cancelled_leaves_nothing(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = _hold_half_way(monkeypatch)
    panel = _panel(qtbot, window, out)
    panel.start()
    qtbot.waitUntil(lambda: panel._running.bar.value() > 0)

    panel.cancel()
    go.set()
    qtbot.waitUntil(lambda: panel.idle)

    assert not out.exists() or list(out.iterdir()) == []


def test_one_thing_is_written_at_a_time(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hold(monkeypatch)
    panel = _panel(qtbot, window, out)
    panel.start()

    window.actions_by_id["export"].trigger()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert panel.isVisible()
    assert not window.desk.export_panel.isVisible()
    panel.cancel()
    qtbot.waitUntil(lambda: panel.idle)
    window.actions_by_id["export"].trigger()
    assert window.desk.export_panel.isVisible()
    assert not panel.isVisible()
    qtbot.waitUntil(lambda: window.desk.export_panel._offer is None, timeout=30000)


def test_closing_the_window_stops_the_dossier(
    qtbot: QtBot, window: MainWindow, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = _hold(monkeypatch)
    panel = _panel(qtbot, window, out)
    panel.start()
    qtbot.waitUntil(lambda: panel._running.bar.value() == 64)

    window.safekeeping.may_close = True
    window.close()

    assert stopped.wait(60)
    qtbot.waitUntil(lambda: panel.idle)


@pytest.mark.parametrize("action", ["archive", "export"])
def test_closing_the_window_while_a_panel_reads_is_no_fault(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    begun, go, read = threading.Event(), threading.Event(), threading.Event()
    usual = exporting.profiles_of

    def slow(database: Path) -> object:
        begun.set()
        go.wait(60)
        read.set()
        return usual(database)

    for module in (exporting, archiving):
        monkeypatch.setattr(module, "profiles_of", slow)
    window.actions_by_id[action].trigger()
    assert begun.wait(60)

    window.safekeeping.may_close = True
    window.close()
    window.workspace.close()
    go.set()

    assert read.wait(60)
    qtbot.wait(200)  # a fault would be raised here, and fail the test


def test_earlier_dossiers_that_were_worked_on_are_named(
    qtbot: QtBot, window: MainWindow, out: Path
) -> None:
    panel = _panel(qtbot, window, out)
    made = _made(qtbot, panel)
    changed = next(file for file in sorted(made.iterdir()) if file.suffix == ".pdf")
    changed.write_bytes(b"%PDF-1.7 other")
    panel.close_panel()

    _panel(qtbot, window, out)
    panel.start()
    qtbot.waitUntil(lambda: panel.idle, timeout=60000)

    assert len(list(out.iterdir())) == 2
    assert changed.name in panel._saved.notes.text()


def test_a_state_secret_on_a_computer_that_is_not_for_it_is_told_before_and_after(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, out: Path
) -> None:
    case = json.loads(sample_file(CONFERENCE).read_text(encoding="utf-8"))["case"]
    secret = case | {"secrecy": {"state_secret": True, "work_secret": False}}
    window = _changed(qtbot, make_window, tmp_path, case=secret)
    panel = _panel(qtbot, window, out)
    before = panel.lacks.secrecy.text()

    _made(qtbot, panel)

    assert "第三十一条" in before
    assert "第三十一条" in panel._saved.notes.text()


def test_a_faulty_file_on_secrecy_is_told_when_the_data_is_opened(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    window = make_window()
    make_window.database.parent.mkdir(parents=True, exist_ok=True)
    secrecy_file(make_window.database).write_text("computer = 1\n", encoding="utf-8")

    show(qtbot, window)

    qtbot.waitUntil(window.desk.notice.isVisible)
    assert "secrecy.toml" in window.desk.notice.accessibleName()


def test_the_panel_follows_the_language(
    qtbot: QtBot, window: MainWindow, out: Path, interface: Interface
) -> None:
    panel = _panel(qtbot, window, out)
    interface.speak("en")
    qtbot.waitUntil(lambda: panel._start.text() == "Archive Incomplete")
    asked = panel._title.text(), panel._start.text(), panel.lacks.happened.text()
    _made(qtbot, panel)

    assert asked[0].startswith("Archive: ")
    assert asked[1:] == ("Archive Incomplete", "Missing: 1")
    assert panel._title.text().startswith("Archived: ")
    assert "closing note" in panel.digest.advice.text()
    interface.speak("zh_CN")
    qtbot.waitUntil(lambda: "备考表" in panel.digest.advice.text())
