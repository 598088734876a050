"""The window with its second screen, for an X display: ``python tests/ui/projecting.py FOLDER``.

Writes once in a while what it shows to ``told.json`` in that folder, and does what the words in
``asked`` say: ``toggle``, ``blank``, ``window``, ``quit``, or two numbers to move the main window.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication

from resources import path
from ui.app import make_application
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.workspace import Workspace

_EVERY_MS = 100


def main(folder: Path) -> None:
    """Show a sample until it is told to quit."""
    application = make_application()
    interface = Interface()
    interface.speak("zh_CN")
    theme = Theme(application, choice=ThemeChoice.LIGHT)
    theme.apply()
    store = SettingsStore(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow(Workspace(folder / "x.db"), store, theme, interface=interface)
    window.painted.connect(window.workspace.open)
    window.open_when_ready([path("samples/s01-joint.json")])
    window.resize(1180, 640)
    window.show()
    asked = folder / "asked"

    def follow() -> None:
        if asked.exists():
            words = asked.read_text("utf-8").split()
            asked.unlink()
            _do(window, words)
        _tell(window, folder)

    timer = QTimer()
    timer.timeout.connect(follow)
    timer.start(_EVERY_MS)
    application.exec()
    window.workspace.close()


def _do(window: MainWindow, words: list[str]) -> None:
    projection = window.desk.live.projection()
    match words:
        case ["toggle"]:
            projection.toggle()
        case ["blank"]:
            projection.blank()
        case ["window"]:
            projection.show_in_window()
        case ["quit"]:
            QGuiApplication.quit()
        case [x, y]:
            window.move(int(x), int(y))


def _tell(window: MainWindow, folder: Path) -> None:
    if window.desk.page.meeting is None:
        return
    projection = window.desk.live.projection()
    told = {
        "state": projection.state,
        "visible": projection.screen.isVisible(),
        "geometry": projection.screen.geometry().getRect(),
        "texts": projection.screen.texts,
        "active": projection.screen.isActiveWindow(),
        "desk_active": window.isActiveWindow(),
        "desk": window.frameGeometry().getRect(),
        "screens": [one.geometry().getRect() for one in QGuiApplication.screens()],
        "id": int(projection.screen.winId()) if projection.screen.isVisible() else 0,
        "notice": window.desk.notice.text if window.desk.notice.isVisible() else "",
    }
    fresh = folder / "told.fresh"
    fresh.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / "told.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
