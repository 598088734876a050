"""Work outside the GUI thread: run, watched, cancelled, its errors brought home.

A worker counts its steps in a plain attribute that the window reads when it wants to (polling):
ten thousand steps then cost the event loop nothing.
"""

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Lock

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
    then always with ``ended``. Whoever starts it keeps it until then: of one that nobody keeps, only
    a bug is heard.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    crashed = Signal()
    ended = Signal()

    def __init__(self, work: "Work | Job") -> None:
        """Be about work to be started, or about a job that is under way by now."""
        super().__init__()
        self._job = work if isinstance(work, Job) else Job(work)
        self._job.tell(weakref.ref(self))

    @property
    def steps(self) -> Steps:
        """How far the work is, to be asked by a timer."""
        return self._job.steps

    def start(self, pool: QThreadPool) -> None:
        """Queue the work."""
        self._job.start(pool)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._job.token.cancel()

    def wait(self, seconds: float) -> bool:
        """Give the work so long to be over; say whether it is. Its signals come afterwards."""
        return self._job.wait(seconds)

    def settle(self, result: object, error: BaseException | None) -> None:
        """Tell how the work went."""
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
        self.deleteLater()  # what is connected to it may hold it, and it that


class Job:
    """Work as its worker knows it: the task itself never leaves the GUI thread.

    An object of Qt's must not be let go of in a worker, nor while a worker lets it emit. So the job
    is all that a worker holds, and it is empty by the time that it may be the last to do so.
    """

    def __init__(self, work: Work) -> None:
        self.token = CancelToken()
        self.steps = Steps()
        self._under_way = Lock()  # an event would do, at several times the price
        self._under_way.acquire()
        self._work: Work | None = work
        self._task: Callable[[], Task | None] = _nobody
        self._post = _home().reached.emit
        self._result: object = None
        self._error: BaseException | None = None

    def tell(self, task: "weakref.ref[Task]") -> None:
        """Have a task told how it goes. In time before the event loop runs again."""
        self._task = task

    def start(self, pool: QThreadPool) -> None:
        """Queue the work."""
        pool.start(self.perform)  # a runnable object would never be let go of

    def perform(self) -> None:
        """Do the work and post how it went. Called in the worker only."""
        assert self._work is not None
        try:
            self.token.check()
            self._result = self._work(self._count, self.token)
        except BaseException as error:  # noqa: BLE001  # nothing may end a worker unheard
            self._error = error
        self._post(self)
        self._under_way.release()

    def wait(self, seconds: float) -> bool:
        """Wait so long for the work to be over; say whether it is.

        Meanwhile the work has Python to itself, which is worth milliseconds.
        """
        is_over = self._under_way.acquire(timeout=seconds)
        if is_over:
            self._under_way.release()
        return is_over

    def settle(self) -> None:
        """Hand over to the task how it went, and keep nothing. Called in the GUI thread only."""
        result, error, task = self._result, self._error, self._task()
        self._result = self._error = self._work = None
        if task is not None:
            task.settle(result, error)
        elif error is not None and not isinstance(error, Cancelled | AppError):
            raise_to_hook(error)

    def _count(self, done: int, total: int) -> None:
        self.steps = Steps(done, total)


def _nobody() -> None:
    """Return the task of a job that has none."""


class _Home(QObject):
    """Where all workers post their jobs; it lives in the GUI thread, and as long as the program."""

    reached = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.reached.connect(self._settle)

    @Slot(object)
    def _settle(self, job: Job) -> None:
        job.settle()


@cache
def _home() -> _Home:
    return _Home()
