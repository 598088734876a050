"""The garbage collector, between two events of the GUI thread alone.

Python collects in whatever thread happens to ask for memory, and in the middle of anything. A widget
that only a circle of references holds would then be deleted in a worker, while the window works on it,
which ends in a crash; or while another one is being deleted, whose lock it waits for without end.
"""

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from exporters.collector import collect_if_due

_EVERY_MS = 200  # seldom enough to cost nothing, often enough that little builds up
_PAUSE_MS = 1000  # since the last key: then nobody is typing


class Collector(QObject):
    """Collects garbage in place of Python, from the moment it is started until the program ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        # Whatever moves the cursor of a field; from signal to timer, so that no key waits for Python.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._typing.start)

    def start(self) -> None:
        """Take the garbage collector over."""
        gc.disable()
        self._timer.start()

    def _collect(self) -> None:
        collect_if_due(is_busy=self._typing.isActive())
