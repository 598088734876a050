"""Work outside the GUI thread: run, watched, cancelled, its errors brought home.

A worker counts its steps in a plain attribute that the window reads when it wants to (polling):
ten thousand steps then cost the event loop nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from exporters.progress import Cancelled, CancelToken, Progress
from models.app_error import AppError
from ui.errors import raise_to_hook

Work = Callable[[Progress, CancelToken], object]
"""What a task runs, in its worker: it reports its steps and asks whether to stop."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How far a task is. ``total`` is 0 while it is not known."""

    done: int = 0
    total: int = 0


class Task(QObject):
    """One piece of work. Connect its signals, start it; they arrive in the GUI thread.

    It ends with one of these signals: ``succeeded`` with the result, ``failed`` with an
    :class:`AppError`, ``cancelled``, or ``crashed``, before the exception hook is told of a bug;
    then always with ``ended``.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    crashed = Signal()
    ended = Signal()
    _came_home = Signal(object, object)  # a result, or an error

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._steps = Steps()
        self._token = CancelToken()
        self._over = Event()
        self._came_home.connect(self._settle)

    @property
    def steps(self) -> Steps:
        """How far the work is, to be asked by a timer."""
        return self._steps

    def start(self, pool: QThreadPool) -> None:
        """Queue the work. The pool does not keep the task: the caller does, until it ends."""
        pool.start(self._perform)  # a runnable object would never be let go of

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._token.cancel()

    def wait(self, seconds: float) -> bool:
        """Give the work so long to be over; say whether it is. Its signals come afterwards.

        Meanwhile the work has Python to itself, which is worth milliseconds.
        """
        return self._over.wait(seconds)

    def _perform(self) -> None:
        """Do the work and post how it went. Called in the worker only."""
        try:
            self._token.check()
            result = self._work(self._count, self._token)
        except BaseException as error:  # noqa: BLE001  # nothing may end a worker unheard
            self._came_home.emit(None, error)
        else:
            self._came_home.emit(result, None)
        finally:
            self._over.set()

    def _count(self, done: int, total: int) -> None:
        self._steps = Steps(done, total)

    @Slot(object, object)  # known to Qt, so that connecting takes half the time
    def _settle(self, result: object, error: BaseException | None) -> None:
        match error:
            case None:
                self.succeeded.emit(result)
            case Cancelled():
                self.cancelled.emit()
            case AppError():
                self.failed.emit(error)
            case _:
                self.crashed.emit()
                raise_to_hook(error)
        self.ended.emit()
        self.deleteLater()  # in this thread; the collector may run in a worker
