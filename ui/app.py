"""Starting the window: application, fonts, theme, language, hooks; the data comes afterwards."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSettings, Qt, QThreadPool
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from models.paths import APP_NAME, default_database
from ui.errors import CrashReporter
from ui.fonts import register_fonts
from ui.i18n import Interface
from ui.input_methods.choice import daemon_plugin, join_daemon, running_daemon
from ui.main_window import MainWindow
from ui.painting import Brush
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.widgets.basics import paint_logo
from ui.workspace import Workspace

_ICON_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


def run(files: Sequence[str] = (), *, database: Path | None = None) -> int:
    """Show the window until it is closed; open ``files`` as case files once the data is there."""
    application = make_application()
    interface = Interface()
    window = make_window(application, interface, database or default_database())
    CrashReporter(window.show_crash, window).install()
    window.workspace.opened.connect(lambda: window.open_files([Path(name) for name in files]))
    window.show()
    status = application.exec()
    window.workspace.close()
    QThreadPool.globalInstance().waitForDone()
    return status


def make_application() -> QApplication:
    """Return the application, with style, fonts and what Chinese typing needs."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    daemon = running_daemon()
    with daemon_plugin(daemon):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(APP_NAME)
    application.setOrganizationName(APP_NAME)
    application.setStyle("Fusion")
    register_fonts()
    join_daemon(application, daemon)
    return application


def make_window(application: QApplication, interface: Interface, database: Path) -> MainWindow:
    """Return the window with the remembered settings; it opens the data after its first paint."""
    settings = SettingsStore(QSettings())
    interface.speak(settings.value.language)
    theme = Theme(
        application,
        choice=ThemeChoice(settings.value.theme),
        text_scale=settings.value.text_scale,
    )
    theme.apply()
    application.setWindowIcon(app_icon(theme))
    window = MainWindow(Workspace(database), settings, theme, interface=interface)
    window.painted.connect(window.workspace.open)
    return window


def app_icon(theme: Theme) -> QIcon:
    """Return the sign of the program in the sizes that desktops ask for."""
    icon = QIcon()
    for side in _ICON_SIZES_PX:
        image = QPixmap(side, side)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_logo(Brush(painter, theme), QRectF(0, 0, side, side), 1.0)
        painter.end()
        icon.addPixmap(image)
    return icon
