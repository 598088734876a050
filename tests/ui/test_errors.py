"""The exception hook: told once, from any thread, without a word of a case."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.dialogs.crash import CrashDialog
from ui.errors import CrashReporter, bug_report

NAME = "郭某峰"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[list[str]]:
    reports: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = CrashReporter(reports.append, qapp)
    reporter.install()
    yield reports
    reporter.deleteLater()


def _fail() -> None:
    names: dict[str, str] = {}
    names[NAME]


def test_a_report_names_places_in_the_code_and_nothing_from_a_case() -> None:
    try:
        _fail()
    except KeyError as error:
        report = bug_report(error)

    assert "KeyError" in report
    assert "ui/test_errors.py" in report
    assert "_fail" in report
    assert NAME not in report


def test_a_fault_that_comes_back_is_shown_once(shown: list[str], qtbot: QtBot) -> None:
    for _ in range(3):
        try:
            _fail()
        except KeyError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1


def test_a_fault_in_a_thread_is_shown_too(shown: list[str], qtbot: QtBot) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: bool(shown))
    assert "KeyError" in shown[0]


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("报告")
    qtbot.addWidget(dialog)
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "复制报告")

    copy.click()

    assert QGuiApplication.clipboard().text() == "报告"
