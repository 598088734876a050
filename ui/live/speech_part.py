"""The time of a speech as the band shows it: who speaks, for how long, whether over the limit."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.icons import ThemedIcons
from ui.live.speech_timer import SpeechTimer
from ui.theme import Theme
from ui.widgets.basics import label, row
from ui.widgets.fitting_labels import ElidedLabel, FixedLabel, mark
from ui.words import timer_words

_MINUTE_S = 60


class SpeechPart(QFrame):
    """Follows a timer; there is nothing to see while it counts for nobody."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speechPart")
        self._timer: SpeechTimer | None = None
        self._limit_s = 0
        self._icon, self._paused_icon = label(), label()
        icons = ThemedIcons(theme, self)
        icons.on_label(self._icon, "user", "text3", size=14)
        icons.on_label(self._paused_icon, "pause", "text3", size=14)
        self.name = ElidedLabel("runSpeaker")
        self.time = FixedLabel("runTimer")
        self.word = label("runOver")
        self.setLayout(
            row(self._icon, self._paused_icon, self.name, self.time, self.word, spacing=6)
        )
        self.hide()

    def show_timer(self, timer: SpeechTimer, name: str, limit_minutes: int) -> None:
        """Show that timer from now on; ``limit_minutes`` 0 is no limit."""
        if self._timer is not timer:
            if self._timer is not None:
                self._timer.changed.disconnect(self._follow)
            self._timer = timer
            timer.changed.connect(self._follow)
        self._limit_s = limit_minutes * _MINUTE_S
        self.name.show_whole(name)
        self.setAccessibleName(self.tr("{name}的发言时间").format(name=name))
        self._follow()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self.tr("{name}的发言时间").format(name=self.name.whole))
        if self._timer is not None:
            self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self) -> None:
        timer = self._timer
        if timer is None:
            return
        seconds, running = timer.seconds, timer.is_running
        over = 0 < self._limit_s < seconds
        words = timer_words(seconds)
        self.time.fit("0" * (len(words) - 3) + ":00")
        self.time.setText(words)
        self._icon.setVisible(running)
        self._paused_icon.setVisible(not running)
        mark(self.time, "over", on=over)
        self._say(over=over, running=running)
        self.setVisible(running or seconds > 0)

    def _say(self, *, over: bool, running: bool) -> None:
        """Say what colour and sign say; told only when it changes, not at every second."""
        paused = "" if running else self.tr("已暂停")
        exceeded = self.tr("已超时") if over else ""
        word = exceeded or paused
        mark(self.word, "over", on=over)
        if self.word.text() != word:
            self.word.setText(word)
        self.word.setVisible(bool(word))
        told = "，".join(part for part in (exceeded, paused) if part)
        if self.accessibleDescription() != told:
            self.setAccessibleDescription(told)
