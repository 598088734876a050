"""How long somebody has been speaking: started, paused, reset; it never ends anything by itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 1000


class SpeechTimer(QObject):
    """Counts the seconds of one speech at a time. ``clock`` gives seconds, and never goes back."""

    changed = Signal()  # speaker, seconds or state; once a second while it runs

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._before = 0.0  # seconds counted before the last start
        self._began: float | None = None
        self.speaker_id: str | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.changed)

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._began is not None

    @property
    def seconds(self) -> int:
        """How long it was spoken, in whole seconds."""
        running = 0.0 if self._began is None else self._clock() - self._began
        return int(self._before + running)

    def begin(self, speaker_id: str | None) -> None:
        """Count for a speaker, from 0 unless it is that one's speech already, maybe paused."""
        is_known = self._began is not None or self._before > 0
        if is_known and speaker_id == self.speaker_id:
            return
        self.speaker_id, self._before = speaker_id, 0.0
        self._run()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._began is None:
            self._run()
        else:
            self._before += self._clock() - self._began
            self._halt()

    def reset(self) -> None:
        """Forget what was counted, and whom it was counted for."""
        self.speaker_id, self._before = None, 0.0
        self._halt()

    def _run(self) -> None:
        self._began = self._clock()
        self._tick.start()
        self.changed.emit()

    def _halt(self) -> None:
        self._began = None
        self._tick.stop()
        self.changed.emit()
