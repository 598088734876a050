"""Starting the window: application, fonts, theme, language, hooks; the data comes afterwards."""

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSettings, Qt, QThreadPool
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from models.paths import APP_NAME, log_folder
from ui.collecting import Collector
from ui.crash_log import CrashLog, forget_crash, last_crash
from ui.errors import CrashReporter
from ui.fonts import register_fonts
from ui.i18n import Interface
from ui.input_methods.choice import daemon_plugin, join_daemon, running_daemon
from ui.instance import Instance
from ui.main_window import MainWindow
from ui.painting import Brush
from ui.settings import SettingsStore
from ui.start import Start
from ui.theme import Theme, ThemeChoice
from ui.widgets.basics import paint_logo
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.termination import Termination

_WORKER_S = 0.0005
"""How long a worker keeps Python while the window wants it; of the usual 5 ms many add up to a stall."""

_ICON_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


@dataclass(frozen=True, slots=True)
class Looks:
    """What everything that is shown shares."""

    settings: SettingsStore
    interface: Interface
    theme: Theme


def run(files: Sequence[str] = (), *, database: Path | None = None) -> int:
    """Show the window until it is closed; open ``files`` as case files once the data is there.

    Return 0 too if the files were handed to the window that is open already, and 1 if the user was
    told why there is no window.
    """
    application = make_application()
    looks = make_looks(application)
    start = Start(looks.settings, looks.theme, looks.interface)
    place = database or start.find_database()
    if place is None:
        return 1
    named = [Path(name) for name in files]
    instance = start.claim(place, named)
    if not isinstance(instance, Instance):
        return instance
    window = make_window(looks, place)
    window.open_when_ready(named)
    if database is None:
        window.workspace.opened.connect(
            lambda: looks.settings.change(last_database=str(place.absolute()))
        )
    return _show(application, window, instance)


def make_application() -> QApplication:
    """Return the application, with style, fonts and what Chinese typing needs."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    daemon = running_daemon()
    with daemon_plugin(daemon):
        application = QApplication(sys.argv[:1])
    sys.setswitchinterval(_WORKER_S)
    Collector(application).start()
    application.setApplicationName(APP_NAME)
    application.setOrganizationName(APP_NAME)
    application.setStyle("Fusion")
    register_fonts()
    join_daemon(application, daemon)
    return application


def make_looks(application: QApplication) -> Looks:
    """Return theme and language as remembered, in force."""
    settings, interface = SettingsStore(QSettings()), Interface()
    value = settings.value
    interface.speak(value.language)
    theme = Theme(
        application,
        choice=ThemeChoice(value.theme),
        text_scale=value.text_scale,
        family=value.font,
    )
    theme.apply()
    application.setWindowIcon(app_icon(theme))
    return Looks(settings, interface, theme)


def make_window(looks: Looks, database: Path) -> MainWindow:
    """Return the window; it opens the data after its first paint."""
    window = MainWindow(Workspace(database), looks.settings, looks.theme, interface=looks.interface)
    window.painted.connect(_keep_what_is_loaded)
    window.painted.connect(window.workspace.open)
    window.painted.connect(partial(_load_ahead, looks.interface.language))
    window.workspace.opened.connect(_keep_what_is_loaded)
    return window


def _load_ahead(language: str) -> None:
    """Read the words of a language in a worker: at the first of them it would be felt."""

    def work() -> None:
        from ui.messages import load_words

        load_words(language)

    QThreadPool.globalInstance().start(work)


def _keep_what_is_loaded() -> None:
    """Let the garbage collector pass over what stays until the end.

    Looking through all the modules stops every thread for the time of several key presses.
    """
    gc.freeze()


def app_icon(theme: Theme) -> QIcon:
    """Return the sign of the program in the sizes that desktops ask for."""
    icon = QIcon()
    for side in _ICON_SIZES_PX:
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            paint_logo(Brush(painter, theme), QRectF(0, 0, side, side), 1.0)
        icon.addPixmap(image)
    return icon


def _show(application: QApplication, window: MainWindow, instance: Instance) -> int:
    """Run the event loop with everything that watches it; return its status."""
    folder = log_folder(window.workspace.file)
    log = CrashLog(folder)
    if instance.is_alone:
        log.start()
        window.workspace.opened.connect(lambda: _tell_last_crash(window, folder))
    reporter = CrashReporter(
        window.show_crash, saving=window.save_everything, note=log.write, parent=window
    )
    reporter.install()
    watching: list[Termination] = []
    window.painted.connect(lambda: watching.append(_watch_signals(window)))
    instance.files_arrived.connect(window.take_files)
    window.painted.connect(instance.listen)
    application.setQuitOnLastWindowClosed(False)  # the backup comes after the window
    window.finished.connect(application.quit)
    window.show()
    status = application.exec()
    window.workspace.close()
    QThreadPool.globalInstance().waitForDone()
    for termination in watching:
        termination.close()
    log.close()
    instance.release()
    return status


def _watch_signals(window: MainWindow) -> "Termination":
    """Have the window close when the system wants the program to end."""
    from ui.termination import Termination  # with sockets: after the first paint

    made = Termination(window)
    made.asked.connect(window.close)
    return made


def _tell_last_crash(window: MainWindow, folder: Path) -> None:
    report = last_crash(folder)
    if report is not None:
        window.desk.tell_crash(report)
        forget_crash(folder)
