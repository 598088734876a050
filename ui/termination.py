"""The system's wish that the program end (SIGTERM, SIGINT, SIGHUP), brought into the event loop.

Python sees a signal only between two of its own steps, which an idle window never makes. The
interpreter's wake-up socket makes the event loop run, without a timer that polls.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")  # the last is not there on Windows


class Termination(QObject):
    """Says ``asked`` when the system wants the program to end."""

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read_end, self._write_end = socket.socketpair()
        for end in (self._read_end, self._write_end):
            end.settimeout(0)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _noted)

    def close(self) -> None:
        """Let signals do what they do by themselves."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is _noted:
                signal.signal(number, signal.SIG_DFL)
        for end in (self._read_end, self._write_end):
            end.close()

    def _wake(self) -> None:
        self._read_end.recv(64)  # one byte for each signal
        self.asked.emit()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that a handler is set makes Python write to the socket."""
