"""The window with data in it, in a process of its own, and clocks for its event loop."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.app import make_application, make_looks, make_window
from ui.main_window import MainWindow

ROOT = Path(__file__).parents[2]
SIZE = (1600, 1000)
_SCREEN = ROOT / "tests" / "ui" / "screen.json"
_PATIENCE_S = 60
_TICK_S = 0.001  # finer than that the timers of the loop are not

Figures = dict[str, float]


def in_own_process(
    module: str, *arguments: str, environment: Mapping[str, str] | None = None
) -> Figures:
    """Run a module's ``main`` and return the figures it printed."""
    with tempfile.TemporaryDirectory() as folder:
        own = os.environ | {"XDG_CONFIG_HOME": folder, "LANG": "C.UTF-8"}
        own.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={_SCREEN}")
        command = [sys.executable, "-m", module, folder, *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=own | dict(environment or {}), check=True, stdout=subprocess.PIPE
        )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def tell(figures: Figures) -> None:
    """Hand figures to the process that asked, and end without the backups of a real end."""
    print(json.dumps(figures), flush=True)
    os._exit(0)


def until(true: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    end = time.monotonic() + _PATIENCE_S
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.0002)


def run_for(seconds: float) -> None:
    """Run the event loop for a time."""
    run_to(time.perf_counter() + seconds)


def run_to(moment: float) -> None:
    """Run the event loop until the clock shows that moment."""
    loop = QEventLoop()
    left = moment - time.perf_counter()
    if left > _TICK_S:
        timer = QTimer(loop)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(loop.quit)
        timer.start(int(left * 1000))
        loop.exec()
    time.sleep(max(moment - time.perf_counter(), 0))


def part(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.yes = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own
        """Take note and let it pass."""
        if event.type() is QEvent.Type.Paint:
            self.yes = True
        return super().eventFilter(watched, event)

    def wait(self) -> float:
        """Run the event loop until the next painting is done; return when that was."""
        self.yes = False
        while not self.yes:
            QCoreApplication.processEvents()
        return time.perf_counter()


class Heartbeat:
    """Counts how long the event loop was away at worst, by a timer due each millisecond."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._beat()
        self._timer.stop()

    def begin(self) -> None:
        """Count from now on only."""
        self.worst, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now


def shown_window(database: Path) -> MainWindow:
    """Return the window on a database, shown and filled."""
    window = started_window(database)
    until(lambda: window.workspace.is_open and window.desk.page.isVisible())
    return window


def started_window(database: Path) -> MainWindow:
    """Return the window on a database that it is going to open."""
    window = make_window(make_looks(make_application()), database)
    window.resize(*SIZE)
    window.show()
    return window
