"""The window: a frame of bar, statement and desk. It has no rules of its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenuBar, QVBoxLayout
from shiboken6 import isValid

from models.app_error import AppError
from models.vocabulary import MeetingKind
from ui.actions import Actions
from ui.i18n import Interface
from ui.key_choices import stored_keys
from ui.menus import build_menus, retitle_menus
from ui.settings import SettingsStore, to_state, to_text
from ui.theme import Theme, ThemeChoice
from ui.widgets.banner import Banner
from ui.widgets.basics import frame, label
from ui.widgets.drop_overlay import DropOverlay, are_pictures, dropped_files
from ui.widgets.top_bar import TopBar
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.snapshot import MeetingSnapshot
    from ui.desk import Desk
    from ui.errors import Crash
    from ui.safekeeping import Safekeeping

MINIMUM_SIZE = (1180, 640)
_SAID_MS = 6000
_SOON_MS = 120  # after the record: a key does not wait for what is counted
_TWICE_MS = 600  # between two presses of a key that belong together
_STATUS_FROM_PX = 560  # at 100 %: in a lower window the record needs the room
_FRAME = (16, 40)  # what borders and title bar of the usual desktops take


class MainWindow(QMainWindow):
    """Shows bar and statement at once, the desk after the first paint."""

    painted = Signal()  # once, after the first paint
    finished = Signal()  # closed, and everything backed up

    def __init__(
        self,
        workspace: Workspace,
        settings: SettingsStore,
        theme: Theme,
        *,
        interface: Interface,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self.theme = theme
        self.interface = interface
        self._desk: Desk | None = None
        self._escaped = QElapsedTimer()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._say_counts)
        self._dialogs: dict[str, QDialog] = {}
        self._shown_once = False
        self._meeting: MeetingSnapshot | None = None
        self._safekeeping: Safekeeping | None = None
        self._build()
        self._connect()
        self._restore()
        self.retranslate()

    @property
    def desk(self) -> "Desk":
        """The desk, built when it is first asked for: at the latest after the first paint."""
        if self._desk is None:
            self._desk = self._make_desk()
            self._column.addWidget(self._desk, 1)
            self._fit()
        return self._desk

    @property
    def safekeeping(self) -> "Safekeeping":
        """What writes and restores backups; loaded when it is first needed."""
        if self._safekeeping is None:
            from ui.safekeeping import Safekeeping

            self._safekeeping = Safekeeping(self)
        return self._safekeeping

    def open_files(self, files: Sequence[Path]) -> None:
        """Take in case files, all or none, and show the first of the new meetings."""
        self.desk.opening.open_files(files)

    def take_files(self, files: Sequence[Path]) -> None:
        """Come to the front with the files that a second start handed over."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.open_when_ready(files)

    def open_when_ready(self, files: Sequence[Path]) -> None:
        """Open files as soon as the data is there."""
        if self.workspace.is_open:
            self.open_files(files)
        else:
            self.workspace.opened.connect(lambda: self.open_files(files))

    def save_everything(self) -> bool:
        """Bring to disk what is not there yet; say whether all of it is."""
        if self._desk is not None:
            self._desk.page.leave()
        return self.workspace.settle() and (self._desk is None or self._desk.all_saved)

    def show_crash(self, crash: "Crash") -> None:
        """Show a fault, in the dialog that is open already if there is one."""
        from ui.dialogs.crash import CrashDialog

        dialog = self._dialogs.get("crash")
        if isinstance(dialog, CrashDialog) and isValid(dialog):
            dialog.add(crash)
        else:
            dialog = self._dialogs["crash"] = CrashDialog(crash, self)
            dialog.end_asked.connect(QApplication.quit)
        self._show_once("crash", lambda: dialog)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._set_title()
        self._say_counts()
        retitle_menus(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refresh()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once the event loop runs again."""
        super().paintEvent(event)
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a panel with Escape, wherever that is pressed and has no other use.

        Pressed twice in a row it has the second screen show nothing.
        """
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Escape and plain and self._desk is not None:
            twice = self._escaped.isValid() and self._escaped.elapsed() < _TWICE_MS
            self._escaped.start()
            if not (twice and self._desk.live.blank_at_once()):
                self._desk.close_a_panel()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where to drop files; refuse anything else. Pictures belong on a line."""
        if dropped_files(event.mimeData()) and not are_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would delete the files
            event.accept()
            self.overlay.appear()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Take the drop target away."""
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped files."""
        self.overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.open_files(dropped_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window looks; an export that is running is cancelled."""
        self.settings.change(geometry=to_text(self.saveGeometry()))
        if self._desk is not None:
            self._desk.export_panel.cancel()
            self._desk.dossiers.cancel()
            self._desk.page.leave()
            self.settings.change(
                splitter=to_text(self._desk.saveState()),
                filter=self._desk.meetings.filter.text(),  # not at every key: it costs a sync
            )
        if self.safekeeping.holds_closing():
            event.ignore()
            return
        if self._desk is not None:
            self._desk.page.record.attachments.attaching.copies.clear()
        super().closeEvent(event)
        self.finished.emit()

    def _build(self) -> None:
        self.actions_by_id = Actions(self)
        self._use_keys()
        self.menus = QMenuBar()
        build_menus(self)
        self.top_bar = TopBar(self.theme, self.actions_by_id, self.menus)
        self.banner = Banner(self.theme)
        root = frame("root")
        self._column = QVBoxLayout(root)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top_bar)
        self._column.addWidget(self.banner)
        self.setCentralWidget(root)
        self.overlay = DropOverlay(self.theme, root)
        self._counts = label("muted")
        self.statusBar().setSizeGripEnabled(False)
        self._screen_state = label("screenState")  # in sight once the second screen was opened
        self._screen_state.hide()
        self.statusBar().addPermanentWidget(self._screen_state)
        self.statusBar().addPermanentWidget(self._counts)
        self.setMinimumSize(*MINIMUM_SIZE)
        self.setAcceptDrops(False)  # nobody takes files before the data is open

    def _make_desk(self) -> "Desk":
        from ui.desk import Desk  # after the first paint, like everything it brings

        desk = Desk(
            self.workspace,
            self.settings,
            self.theme,
            interface=self.interface,
            actions=self.actions_by_id,
            pane_buttons=self.top_bar.pane_buttons,
        )
        desk.shown.connect(self._show)
        desk.saving_trouble.connect(self._show_trouble)
        desk.live.screen_told.connect(self._say_screen)
        desk.commands.file_ended.connect(self._follow_case_file)
        desk.commands.told.connect(lambda text: self.statusBar().showMessage(text, _SAID_MS))
        return desk

    def _connect(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "settings": self._show_settings,
            "restore": self._show_backups,
            "quit": self.close,
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }
        for name, slot in slots.items():
            self.actions_by_id[name].triggered.connect(slot)
        self.painted.connect(lambda: self.desk)
        self.workspace.saving.connect(self._show_saving)
        self.settings.changed.connect(self._use_settings)
        self.theme.changed.connect(self._fit)
        self.workspace.opened.connect(self._take_drops)

    def _take_drops(self) -> None:
        """Take files that are dropped; before the data is open nobody could."""
        self.setAcceptDrops(True)

    def _restore(self) -> None:
        stored = self.settings.value.geometry
        if not (stored and self.restoreGeometry(to_state(stored))):
            self.resize(first_size(self.screen().availableSize()))

    def _fit(self) -> None:
        width = round(self.width() / self.theme.text_scale)
        if self._desk is not None:
            self._desk.fit(self.width())
        self.top_bar.set_width(width)
        self.statusBar().setVisible(self.height() / self.theme.text_scale >= _STATUS_FROM_PX)

    def _show(self, meeting: "MeetingSnapshot | None") -> None:
        self._meeting = meeting
        self.banner.show_kind(meeting.kind if meeting else MeetingKind.JOINT_CONFERENCE)
        self._set_title()
        self._soon.start()

    def _follow_case_file(self, written: bool) -> None:  # noqa: FBT001  # as the signal has it
        self.safekeeping.follow_case_file(written)  # which is loaded now at the latest

    def _show_saving(self, under_way: bool) -> None:  # noqa: FBT001  # as the signal has it
        self.top_bar.show_saving(under_way=under_way)

    def _show_trouble(self, error: object) -> None:
        words = ""
        if isinstance(error, AppError):
            from ui.messages import error_text  # after the first paint, like the desk

            words = error_text(error, self.interface.language)
        self.top_bar.show_trouble(words)

    def _say_screen(self, words: str) -> None:
        self._screen_state.setText(words)
        self._screen_state.show()

    def _say_counts(self) -> None:
        """Say how much there is, who is there, and what waits for a check: nothing about views."""
        words: list[str] = []
        if self._meeting is not None:
            from ui.live.quorum_words import foot_words  # after the first paint, like the desk

            count = len(self._meeting.lines)
            words = [self.tr("发言{count}条").format(count=count)] if count else []
            room = self.desk.page.record.state.room_of(self._meeting)
            words += foot_words(self._meeting, room.quorum)
        self._counts.setText("　".join(words))

    def _set_title(self) -> None:
        name = self.tr("联席")
        title = self._meeting.title if self._meeting else None
        self.setWindowTitle(f"{title} — {name}" if title else name)

    def _refresh(self) -> None:
        """Notice what other programs changed while the user was there."""
        if self._desk is not None:
            self._desk.refresh()

    def _use_settings(self, names: frozenset[str]) -> None:
        """Look as chosen in the menu or in the settings."""
        value = self.settings.value
        if "theme" in names:
            self.theme.choose(ThemeChoice(value.theme))
        if "text_scale" in names:
            self.theme.scale_text(value.text_scale)
        if "font" in names:
            self.theme.use_family(value.font)
        if "language" in names:
            self.interface.speak(value.language)
        if "shortcuts" in names:
            self._use_keys()

    def _use_keys(self) -> None:
        self.actions_by_id.use_keys(stored_keys(self.settings.value.shortcuts).chosen)

    def _show_settings(self) -> None:
        from models.profiles import InstalledProfiles
        from ui.dialogs.settings import SettingsDialog

        workspace = self.workspace
        installed = InstalledProfiles(workspace.profiles, workspace.profile_faults)
        self._show_once(
            "settings",
            lambda: SettingsDialog(
                self.settings, self.theme, workspace.file, self, installed=installed
            ),
        )

    def _show_backups(self) -> None:
        self.safekeeping.show_backups()

    def _show_shortcuts(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        self._show_once(
            "shortcuts",
            lambda: ShortcutsDialog(self.settings, self.actions_by_id, self.theme, self),
        )

    def _show_about(self) -> None:
        from ui.dialogs.about import AboutDialog

        self._show_once("about", lambda: AboutDialog(self.theme, self.workspace.file, self))

    def _show_once(self, name: str, make: Callable[[], QDialog]) -> None:
        """Show a dialog, or bring the one to the front that is open already."""
        dialog = self._dialogs.get(name)
        if dialog is None or not isValid(dialog):
            dialog = self._dialogs[name] = make()
        dialog.show()
        dialog.activateWindow()


def first_size(available: QSize) -> QSize:
    """Return how large the window is at its first start, with its frame, on such a screen."""
    return QSize(1440, 900).boundedTo(available - QSize(*_FRAME))
