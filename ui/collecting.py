"""The garbage collector, between two events of the GUI thread alone.

Python collects in whatever thread happens to ask for memory, and in the middle of anything. A widget
that only a circle of references holds would then be deleted in a worker, while the window works on it,
which ends in a crash; or while another one is being deleted, whose lock it waits for without end.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from exporters.collector import collect_if_due

_EVERY_MS = 200  # seldom enough to cost nothing, often enough that little builds up


class Collector(QObject):
    """Collects garbage in place of Python, from the moment it is started until the program ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(collect_if_due)

    def start(self) -> None:
        """Take the garbage collector over."""
        gc.disable()
        self._timer.start()
