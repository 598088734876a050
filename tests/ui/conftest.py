"""The window under test: offscreen, with its own settings and data, without blocking dialogs."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "C.UTF-8"
os.environ["LC_ALL"] = "C.UTF-8"

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.form_bench import Bench, bench_on
from tests.ui.lists import editor, listed
from tests.ui.patience import PatientBot
from tests.ui.people import make_desk
from ui.collecting import Collector
from ui.fonts import register_fonts
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.workspace import Workspace

__all__ = ["editor", "listed", "make_desk"]

SCREEN = Path(__file__).parent / "screen.json"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let pass what only the offscreen platform complains about."""
    complaints = "This plugin does not support (propagateSizeHints|raise|grabbing)"
    item.add_marker(pytest.mark.qt_log_ignore(complaints, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Give the offscreen platform a screen of usual size; its own has 800 pixels."""
    if os.environ["QT_QPA_PLATFORM"] != "offscreen":
        return ["lianxi"]
    return ["lianxi", "-platform", f"offscreen:configfile={SCREEN}"]


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001  # must exist
    """Give the bot that waits as long as it takes on a busy computer."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def places_remembered_by_qt(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what dialogs for files remember out of the home folder."""
    folder = str(tmp_path_factory.mktemp("config"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    register_fonts()


@pytest.fixture(scope="session")
def collector(qapp: QApplication) -> Collector:
    return Collector(qapp)


@pytest.fixture(autouse=True)
def collecting(collector: Collector) -> None:
    """Have garbage collected as in the program: never in a worker, nor while a widget goes.

    Python does not take it up again after the test, when the widgets go.
    """
    collector.start()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def theme(qapp: QApplication, fonts: None) -> Iterator[Theme]:  # noqa: ARG001  # registers them
    made = Theme(qapp, choice=ThemeChoice.LIGHT)
    made.apply()
    yield made
    qapp.styleHints().colorSchemeChanged.disconnect(made._follow_system)
    made.deleteLater()


@pytest.fixture
def interface(qapp: QApplication) -> Iterator[Interface]:  # noqa: ARG001  # must exist
    made = Interface()
    made.speak("zh_CN")
    yield made
    made.speak("zh_CN")  # the next test may have no interface of its own
    for translator in made._installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture(autouse=True)
def no_blocking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail instead of hanging in a dialog that nobody answers."""

    def fail(*_arguments: object, **_named: object) -> object:
        raise AssertionError("a dialog was about to block")

    monkeypatch.setattr(QFileDialog, "exec", fail)
    for name in ("question", "warning", "critical", "information"):
        monkeypatch.setattr(QMessageBox, name, fail)


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(tmp_path / "lianxi.db")
    with qtbot.waitSignal(made.opened):
        made.open()
    yield made
    made.close()


@pytest.fixture
def make_window(
    theme: Theme, settings: SettingsStore, interface: Interface, tmp_path: Path
) -> Iterator["WindowMaker"]:
    maker = WindowMaker(theme, settings, interface, tmp_path / "data" / "lianxi.db")
    yield maker
    maker.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class WindowMaker:
    """Makes windows on one data folder, and takes them down in order."""

    def __init__(
        self, theme: Theme, settings: SettingsStore, interface: Interface, database: Path
    ) -> None:
        self.theme = theme
        self.settings = settings
        self.interface = interface
        self.database = database
        self._windows: list[MainWindow] = []

    def __call__(self, width: int = 1600, height: int = 1000) -> MainWindow:
        """Return a window of that size, not shown yet."""
        window = self.restored()
        window.resize(width, height)
        return window

    def restored(self) -> MainWindow:
        """Return a window of the size that was remembered."""
        workspace = Workspace(self.database)
        window = MainWindow(workspace, self.settings, self.theme, interface=self.interface)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.painted.connect(workspace.open)
        self._windows.append(window)
        return window

    def close(self) -> None:
        """Close the windows and their databases, without the backups that come at the end."""
        for window in self._windows:
            # Qt would keep the target of a drag that was left open, and tell it when it is gone.
            QCoreApplication.sendEvent(window, QDragLeaveEvent())
            window.safekeeping.may_close = True
            window.close()
            window.workspace.close()
            window.deleteLater()


@pytest.fixture
def bench(
    qtbot: QtBot,
    theme: Theme,
    interface: Interface,  # noqa: ARG001  # words are Chinese
    tmp_path: Path,
) -> Iterator[Bench]:
    """Give a bench for forms, with a database of its own."""
    with bench_on(qtbot, theme, tmp_path / "lianxi.db") as made:
        yield made
