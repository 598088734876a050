"""The open database, as the window sees it.

All reading and writing runs on one worker thread, one piece after the other: a sync on an old disk
can take longer than a key stroke may. The database layer is imported there, after the first paint.
What comes back are frozen rows and snapshots, in the GUI thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from exporters.progress import CancelToken, Progress
from ui.tasks import Task, Work

if TYPE_CHECKING:
    from models.database import Database

_SETTLING_MS = 10_000  # an old disk under load; longer, and the window would seem frozen

Then = Callable[[object], None]
"""What to do in the GUI thread with a result or an error."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A change to the database.

    ``function(session, *arguments)`` runs in one transaction and returns the ids of the meetings
    it changed; ``name`` is what the user calls it. ``prepare`` runs before the transaction begins,
    in the same worker; what it returns becomes the first argument. Only until then can the
    operation be cancelled.
    """

    name: str
    function: Callable[..., tuple[str, ...]]
    arguments: tuple[object, ...] = ()
    prepare: Callable[[Progress, CancelToken], object] | None = None


class Workspace(QObject):
    """Runs operations and queries on the database and tells what changed."""

    opened = Signal()
    changed = Signal(object)  # ids of the meetings that were added or changed
    failed = Signal(object)  # an AppError that nobody else handles

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._database: Database | None = None
        self._tasks: set[Task] = set()
        self._newest: dict[str, Task] = {}
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # always the same thread

    @property
    def is_open(self) -> bool:
        """Whether there is data to read and write."""
        return self._database is not None

    @property
    def file(self) -> Path:
        """Where the data is kept."""
        return self._file

    def open(self) -> None:
        """Open the database, making it if there is none; ends with ``opened`` or ``failed``."""
        self._start(self._open, then=lambda _: self.opened.emit(), otherwise=self.failed.emit)

    def run(
        self, operation: Operation, *, then: Then | None = None, otherwise: Then | None = None
    ) -> Task:
        """Change the database, then tell the views; a refusal goes to ``otherwise``.

        Return the task, for its progress and to cancel it.
        """

        def work(progress: Progress, cancel: CancelToken) -> object:
            database = self._open_database()
            prepare = operation.prepare
            first = () if prepare is None else (prepare(progress, cancel),)
            cancel.check()
            with database.write() as session:
                return operation.function(session, *first, *operation.arguments)

        def done(ids: object) -> None:
            self.changed.emit(ids)
            if then is not None:
                then(ids)

        return self._start(work, then=done, otherwise=otherwise or self.failed.emit)

    def read(
        self,
        query: Callable[..., object],
        *arguments: object,
        then: Then,
        otherwise: Then | None = None,
        place: str = "",
    ) -> None:
        """Ask the database for frozen rows.

        Of several reads for one ``place`` only the newest is answered; those that have not begun
        yet are never made.
        """

        def work(_progress: Progress, _cancel: CancelToken) -> object:
            with self._open_database().read() as session:
                return query(session, *arguments)

        former = self._newest.get(place)
        if former is not None:
            former.cancel()
        task = self._start(work, then=then, otherwise=otherwise or self.failed.emit)
        if place:
            self._newest[place] = task

    def settle(self) -> bool:
        """Finish what was begun; say whether it was done in time."""
        return self._pool.waitForDone(_SETTLING_MS)

    def close(self) -> None:
        """Finish what was begun and close the database; what is asked for later is not done."""
        self._start(self._close, then=lambda _: None, otherwise=self.failed.emit)
        self._closed = True
        self._pool.waitForDone()

    def _start(self, work: Work, *, then: Then, otherwise: Then) -> Task:
        task = Task(work)
        if self._closed:
            return task
        self._tasks.add(task)
        task.succeeded.connect(then)
        task.failed.connect(otherwise)
        task.ended.connect(lambda: self._forget(task))
        task.start(self._pool)
        return task

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        self._newest = {place: kept for place, kept in self._newest.items() if kept is not task}

    def _open(self, _progress: Progress, _cancel: CancelToken) -> None:
        from models.database import open_database  # heavy: after the first paint

        self._database = open_database(self._file)

    def _close(self, _progress: Progress, _cancel: CancelToken) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open_database(self) -> "Database":
        if self._database is None:
            raise RuntimeError("the database is not open")
        return self._database


def meeting_rows(session: Any) -> object:  # noqa: ANN401  # SQLAlchemy stays out of ui
    """Return the rows of the list of meetings; a query for :meth:`Workspace.read`."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_rows(session)


def meeting_snapshot(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return one whole meeting; a query for :meth:`Workspace.read`."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_snapshot(session, meeting_id)


def import_files(files: Sequence[Path], *, database: Path, as_copy: bool = False) -> Operation:
    """Return the operation that takes in case files, all or none.

    Profiles of the office stand beside ``database``.
    """

    def read(progress: Progress, cancel: CancelToken) -> object:
        from models.operations.case_files import read_case_files  # heavy
        from models.paths import profile_folder  # with the above
        from models.profiles import load_profiles  # with the above

        profiles = load_profiles([profile_folder(database)])
        documents: list[object] = []
        for done, file in enumerate(files, 1):
            cancel.check()
            documents += read_case_files([file], profiles)
            progress(done, len(files))
        return documents

    def store(session: Any, documents: Any) -> tuple[str, ...]:  # noqa: ANN401  # made by read()
        from models.operations.case_files import import_documents  # heavy

        return tuple(m.id for m in import_documents(session, documents, as_copy=as_copy))

    name = QCoreApplication.translate("Workspace", "打开案件文件")
    return Operation(name, store, prepare=read)
