"""Every dialog: opened in both languages, with names for the screen reader, and freed on close."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
from models.errors import DatabaseBusy
from models.profiles import InstalledProfiles
from tests.ui.conftest import WindowMaker
from tests.ui.driving import open_samples
from tests.ui.meetings import CONFERENCE
from ui.dialogs.about import AboutDialog
from ui.dialogs.bin import BinDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.hand_over import HandOverDialog
from ui.dialogs.line import LineDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.short_codes import ShortCodesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.start import Answer, StartDialog
from ui.dialogs.trail import TrailDialog
from ui.errors import Crash
from ui.main_window import MainWindow

CHINESE = re.compile("[一-鿿]")


def _about(window: MainWindow) -> QDialog:
    return AboutDialog(window.theme, Path("x.db"), window)


def _bin(window: MainWindow) -> QDialog:
    return BinDialog(window.theme, window.workspace, window)


def _crash(window: MainWindow) -> QDialog:
    return CrashDialog(Crash("ValueError", saved=True), window)


def _hand_over(window: MainWindow) -> QDialog:
    page = window.desk.page
    assert page.meeting is not None
    return HandOverDialog(window.theme, page.meeting.participants, "甲院", window)


def _line(window: MainWindow) -> QDialog:
    page = window.desk.page
    assert page.meeting is not None
    page._show_details(page.meeting.lines[0])
    dialog = page.findChild(LineDialog)
    assert isinstance(dialog, LineDialog)
    return dialog


def _restore(window: MainWindow) -> QDialog:
    dialog = RestoreDialog(window.theme, window.interface.language, window)
    dialog.show_backups((), Path("x"))
    return dialog


def _settings(window: MainWindow) -> QDialog:
    installed = InstalledProfiles(window.workspace.profiles)
    return SettingsDialog(window.settings, window.theme, Path("x.db"), window, installed=installed)


def _shortcuts(window: MainWindow) -> QDialog:
    return ShortcutsDialog(window.settings, window.actions_by_id, window.theme, window)


def _short_codes(window: MainWindow) -> QDialog:
    window.actions_by_id["short_codes"].trigger()
    dialog = window.findChild(ShortCodesDialog)
    assert isinstance(dialog, ShortCodesDialog)
    return dialog


def _start(window: MainWindow) -> QDialog:
    error, answers = DatabaseBusy(Path("x.db")), (Answer.RETRY, Answer.QUIT)
    return StartDialog(error, answers, window.theme, window.interface.language, window)


def _trail(window: MainWindow) -> QDialog:
    window.actions_by_id["trail"].trigger()
    dialog = window.findChild(TrailDialog)
    assert isinstance(dialog, TrailDialog)
    return dialog


MAKERS: dict[type[QDialog], Callable[[MainWindow], QDialog]] = {
    AboutDialog: _about,
    BinDialog: _bin,
    CrashDialog: _crash,
    HandOverDialog: _hand_over,
    LineDialog: _line,
    RestoreDialog: _restore,
    SettingsDialog: _settings,
    ShortCodesDialog: _short_codes,
    ShortcutsDialog: _shortcuts,
    StartDialog: _start,
    TrailDialog: _trail,
}


def test_no_dialog_is_left_out() -> None:
    found = {
        one
        for module in pkgutil.iter_modules(ui.dialogs.__path__)
        for one in vars(importlib.import_module(f"ui.dialogs.{module.name}")).values()
        if isinstance(one, type) and issubclass(one, QDialog) and one.__module__.startswith("ui.")
    }

    assert found == set(MAKERS)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_opens_named_and_is_freed(
    qtbot: QtBot, make_window: WindowMaker, kind: type[QDialog], language: str
) -> None:
    window = make_window()
    open_samples(qtbot, window, CONFERENCE)
    qtbot.waitUntil(lambda: window.desk.page.editor.sheet is not None)
    window.interface.speak(language)
    for _ in range(4):
        QCoreApplication.processEvents()

    dialog = MAKERS[kind](window)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)

    shown = [widget for widget in dialog.findChildren(QWidget) if widget.isVisible()]
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in shown
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    said = [w for w in shown if isinstance(w, (QLabel, QAbstractButton))]
    words = [w.text() for w in said if not w.property("quotes")]
    assert nameless == []
    assert dialog.windowTitle()
    if language == "en":
        assert [text for text in words if CHINESE.search(text) and text != "中文"] == []

    freed: list[bool] = []
    dialog.destroyed.connect(lambda: freed.append(True))
    dialog.close()
    if kind is StartDialog:  # blocks, and is let go of by whoever asked
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert freed == [True]
