"""The exception hook: told once, from any thread, without a word of a case."""

import errno
import io
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.crash import CrashDialog
from ui.errors import Crash, CrashReporter, bug_report
from ui.i18n import Interface

NAME = "郭某峰"


@dataclass
class Desk:
    """What the reporter is given: where faults are shown, noted, and what is saved before."""

    shown: list[Crash] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    save: Callable[[], bool] = lambda: True

    def show(self, crash: Crash) -> None:
        """Take the place of the dialog."""
        assert threading.current_thread() is threading.main_thread()
        self.steps.append("shown")
        self.shown.append(crash)

    def save_everything(self) -> bool:
        """Take the place of the window."""
        self.steps.append("saved")
        return self.save()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = CrashReporter(
        made.show, saving=made.save_everything, note=made.noted.append, parent=qapp
    )
    reporter.install()
    yield made
    reporter.deleteLater()


class _ClosedTerminal(io.StringIO):
    def write(self, _words: str) -> int:
        raise BrokenPipeError


def _fail() -> None:
    names: dict[str, str] = {}
    names[NAME]


def _fail_to_save() -> bool:
    raise OSError(NAME)


def _report_fault() -> None:
    try:
        _fail()
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_report_names_places_in_the_code_and_nothing_from_a_case() -> None:
    try:
        _fail()
    except KeyError as error:
        report = bug_report(error)

    assert "KeyError" in report
    assert "ui/test_errors.py" in report
    assert "_fail" in report
    assert NAME not in report


def test_a_fault_that_comes_back_is_shown_once(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        _report_fault()

    qtbot.waitUntil(lambda: bool(desk.shown))
    assert len(desk.shown) == len(desk.noted) == 1


def test_a_fault_in_a_thread_is_shown_in_the_gui_thread(desk: Desk, qtbot: QtBot) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(desk.shown))
    assert "KeyError" in desk.shown[0].report


def test_a_fault_is_shown_though_it_can_be_noted_nowhere(
    qapp: QApplication, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_report: str) -> None:
        raise OSError(errno.ENOSPC, "full")

    reporter = CrashReporter(desk.show, saving=desk.save_everything, note=refuse, parent=qapp)
    reporter.install()
    monkeypatch.setattr(sys, "stderr", _ClosedTerminal())

    _report_fault()

    qtbot.waitUntil(lambda: bool(desk.shown))
    reporter.deleteLater()


@pytest.mark.parametrize("saved", [True, False])
def test_everything_is_saved_before_the_fault_is_shown(
    desk: Desk, qtbot: QtBot, *, saved: bool
) -> None:
    desk.save = lambda: saved

    _report_fault()
    assert desk.shown == []  # not in the middle of a paint event

    qtbot.waitUntil(lambda: bool(desk.shown))
    assert desk.steps == ["saved", "shown"]
    assert desk.shown[0].saved is saved


def test_a_fault_in_saving_is_told_too_and_nothing_is_called_safe(desk: Desk, qtbot: QtBot) -> None:
    desk.save = _fail_to_save

    _report_fault()

    qtbot.waitUntil(lambda: len(desk.shown) == 2)
    assert ["KeyError" in desk.shown[0].report, "OSError" in desk.shown[1].report] == [True, True]
    assert not any(crash.saved for crash in desk.shown)
    assert NAME not in "".join(desk.noted)


def test_a_fault_that_arrives_while_saving_starts_no_second_saving(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    def save() -> bool:
        sys.excepthook(LookupError, LookupError(), None)
        qapp.processEvents()
        return True

    desk.save = save

    _report_fault()

    qtbot.waitUntil(lambda: len(desk.shown) == 2)
    assert desk.steps == ["saved", "shown", "shown"]
    assert [crash.saved for crash in desk.shown] == [False, True]


def _button(dialog: CrashDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(Crash("报告", saved=True))
    qtbot.addWidget(dialog)

    _button(dialog, "复制报告").click()

    assert QGuiApplication.clipboard().text() == "报告"


def test_the_dialog_says_what_is_safe_after_the_last_fault(
    qtbot: QtBot, interface: Interface
) -> None:
    dialog = CrashDialog(Crash("一", saved=True))
    qtbot.addWidget(dialog)
    words = [dialog._safe.text()]

    dialog.add(Crash("二", saved=False))
    words.append(dialog._safe.text())
    interface.speak("en")
    qtbot.waitUntil(lambda: dialog._safe.text() != words[1])
    words.append(dialog._safe.text())

    assert "全部保存" in words[0]
    assert "没有能够保存" in words[1]
    assert "could not be saved" in words[2]


def test_the_program_can_be_closed_from_the_dialog(qtbot: QtBot) -> None:
    dialog = CrashDialog(Crash("报告", saved=True))
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.end_asked):
        _button(dialog, "关闭程序").click()
