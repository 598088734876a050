"""Projection: which screen the room sees, what is fed to it, and what becomes of it when unplugged.

Once it is on it stays bound to its meeting. Looking something up in another meeting does not show
that one to the room.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from models.errors import NoSecondScreen
from models.screening import screen_view
from ui.clock import clock_time
from ui.live.second_screen import SecondScreen
from ui.widgets.notice_panel import Remedy

if TYPE_CHECKING:
    from models.snapshot import MeetingSnapshot
    from ui.desk import Desk


class _Mode(Enum):
    CLOSED = auto()
    ON_SCREEN = auto()
    IN_WINDOW = auto()
    LOST = auto()  # on, but there is no screen for it at the moment


class Projection(QObject):
    """Opens and closes the second screen of a desk, and keeps it on the right screen."""

    state_changed = Signal(str)  # its state in words

    def __init__(self, desk: "Desk", *, clock: Callable[[], str] = clock_time) -> None:
        super().__init__(desk)
        self._desk = desk
        self._record = desk.page.record
        self._timer = desk.page.record.state.timer
        self._meeting: MeetingSnapshot | None = None  # the one it is bound to
        self._elsewhere = False  # another meeting is in view
        self._mode = _Mode.CLOSED
        self._wanted = ""  # the screen it was on last, by name
        self._speaker_id: str | None = None
        self._limit: int | None = None
        self._said = self.state
        self.screen = SecondScreen(desk.theme, clock=clock)
        desk.destroyed.connect(self.screen.deleteLater)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether the room sees something, or would if its screen were there."""
        return self._mode is not _Mode.CLOSED

    @property
    def state(self) -> str:
        """What the second screen does, in words."""
        match self._mode:
            case _Mode.CLOSED:
                return self.tr("第二屏幕：未打开")
            case _Mode.LOST:
                return self.tr("第二屏幕：已断开")
        return self.tr("第二屏幕：已黑屏") if self.screen.is_blank else self._seen

    @property
    def _seen(self) -> str:
        """What the room sees, in words."""
        view = self.screen.view
        if self._elsewhere:
            return self.tr("第二屏幕：显示中（另一场会议）")
        if view is not None and view.neutral:
            return self.tr("第二屏幕：显示中（休会评议）")
        if self._mode is _Mode.IN_WINDOW:
            return self.tr("第二屏幕：在窗口中显示")
        return self.tr("第二屏幕：显示中")

    def toggle(self) -> None:
        """Open the second screen for the meeting in view, or close it.

        With one screen only the desk is told what to do, and offered a window instead. One that
        waits for its screen is looked for again.
        """
        if self._mode in (_Mode.ON_SCREEN, _Mode.IN_WINDOW):
            self.close()
        elif self._bind():
            self._open()

    def show_in_window(self) -> None:
        """Show it in an ordinary window, to be moved to wherever it is shared."""
        if self._bind():
            self._mode = _Mode.IN_WINDOW
            self._feed()
            self.screen.blank(on=False)
            self.screen.show_in_window()
            self._tell()

    def blank(self) -> None:
        """Turn the second screen dark at once, or light again; nothing if it is not open."""
        if self.is_open:
            self.screen.blank(on=not self.screen.is_blank)
            self._tell()

    def close(self) -> None:
        """Take the second screen away."""
        self._mode = _Mode.CLOSED
        self.screen.hide()
        self._meeting, self._elsewhere = None, False
        self._tell()

    def limit_speech(self, seconds: int | None) -> None:
        """Warn when a speech lasts longer; None is no limit."""
        self._limit = seconds
        self._feed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the main window when it closes; one that is minimised stays for the room."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._welcome)
        application.screenRemoved.connect(self._leave)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._settle)
        window = self._desk.window()
        window.installEventFilter(self)
        if window.windowHandle() is not None:
            window.windowHandle().screenChanged.connect(self._settle)
        self._desk.shown.connect(self._follow)
        self._timer.changed.connect(self._feed)
        self._record.composer.speaker.currentIndexChanged.connect(self._follow_speaker)
        self.screen.closed.connect(self.close)
        self.screen.blank_asked.connect(self.blank)
        self.screen.spoken.connect(self._tell)

    def _bind(self) -> bool:
        """Be about the meeting in view; say whether there is one."""
        if self._desk.page.meeting is None:
            return False
        self._meeting, self._elsewhere = self._desk.page.meeting, False
        self._follow_speaker()
        return True

    def _open(self) -> None:
        screen = self._other_screen()
        if screen is None:
            remedy = Remedy(lambda: self.tr("在窗口中显示"), self.show_in_window)
            self._desk.tell(NoSecondScreen(), remedy)
            return
        self._feed()
        if self._mode is _Mode.CLOSED:
            self.screen.blank(on=False)
        self._show_on(screen)

    def _show_on(self, screen: QScreen) -> None:
        self._mode, self._wanted = _Mode.ON_SCREEN, screen.name()
        self.screen.show_on(screen)
        self._tell()

    def _other_screen(self, but: QScreen | None = None) -> QScreen | None:
        """Return a screen that the main window is not on: the former one first, the primary last.

        One that mirrors the main window's screen is none.
        """
        own = self._desk.window().screen()
        primary = QGuiApplication.primaryScreen()
        found = [
            screen
            for screen in QGuiApplication.screens()
            if screen not in (own, but) and not screen.geometry().intersects(own.geometry())
        ]
        found.sort(key=lambda one: (one.name() != self._wanted, one is primary))
        return found[0] if found else None

    def _settle(self, *_changed: object) -> None:
        """Be on a screen of the right size that the main window is not on, if there is one."""
        if self._mode not in (_Mode.ON_SCREEN, _Mode.LOST):
            return
        screen = self._other_screen()
        if screen is None:
            self._lose()
        elif self._mode is _Mode.LOST or not self._fills(screen):
            self._show_on(screen)

    def _fills(self, screen: QScreen) -> bool:
        # Not by its position: not every system tells a window where it is.
        return self.screen.screen() is screen and self.screen.size() == screen.size()

    def _lose(self) -> None:
        if self._mode is not _Mode.LOST:
            self._mode = _Mode.LOST
            self.screen.hide()
            self._tell()

    def _welcome(self, screen: QScreen) -> None:
        """Come back on a screen that was plugged in."""
        screen.geometryChanged.connect(self._settle)
        QTimer.singleShot(0, self, self._settle)

    def _leave(self, screen: QScreen) -> None:
        """Be off a screen before it goes: the system would put the window over the desk."""
        if self._mode is _Mode.ON_SCREEN and self.screen.screen() is screen:
            other = self._other_screen(but=screen)
            self._show_on(other) if other is not None else self._lose()
        QTimer.singleShot(0, self, self._settle)  # once the main window has its place

    def _follow(self, meeting: "MeetingSnapshot | None") -> None:
        """Take over the meeting as it is now; keep the last of it while another one is in view."""
        if self._meeting is None:
            return
        self._elsewhere = meeting is None or meeting.id != self._meeting.id
        if self._elsewhere and self._mode is _Mode.LOST:
            self.close()  # what is plugged in later is for another meeting
            return
        if meeting is not None and not self._elsewhere:
            self._meeting = meeting
            self._follow_speaker()
        self._feed()

    def _follow_speaker(self, *_changed: object) -> None:
        """Take over who is chosen at the typing line, unless an earlier line is corrected there."""
        composer = self._record.composer
        if not composer.editing:
            value = composer.speaker.value
            self._speaker_id = value if isinstance(value, str) else None
        self._feed()

    def _feed(self) -> None:
        """Show what the room may see by now."""
        if self._meeting is None:
            return
        if self._elsewhere:
            self.screen.show_view(screen_view(self._meeting))
        else:
            speaker = self._speaker_id or self._timer.speaker_id
            counted = self._timer.is_running or self._timer.seconds
            seconds = self._timer.seconds if self._timer.speaker_id == speaker else None
            self.screen.show_view(
                screen_view(
                    self._meeting,
                    speaker_id=speaker,
                    seconds=seconds if counted else None,
                    limit=self._limit,
                )
            )
        self._tell()

    def _tell(self) -> None:
        """Say the state if it is another one by now."""
        if self.state != self._said:
            self._said = self.state
            self.state_changed.emit(self._said)
