"""The open database, as the window sees it.

All writing runs on one worker thread, one piece after the other, all reading on another: a sync on
an old disk can take longer than a key stroke may, and a long read must not keep a line waiting. The
database layer is imported there, after the first paint. What comes back are frozen rows and
snapshots, in the GUI thread.

Every change goes one way: an operation runs in one transaction, its rows become a step that can be
undone, and whoever shows the meetings concerned is told.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from exporters.progress import CancelToken, Progress
from ui.changes import Operation, Outcome
from ui.drafts import UnwrittenDrafts
from ui.queries import drafts
from ui.tasks import Job, Task, Work

if TYPE_CHECKING:
    from models.backups import Backup
    from models.database import Database
    from models.file_faults import ProfileBroken
    from models.history import History
    from models.profiles import Profiles

_SETTLING_MS = 10_000  # an old disk under load; longer, and the window would seem frozen

Then = Callable[[object], None]
"""What to do in the GUI thread with a result or an error."""


class Workspace(QObject):
    """Runs operations and queries on the database and tells what changed."""

    opened = Signal()
    changed = Signal(object)  # a Change, after its commit
    failed = Signal(object)  # an AppError that nobody else handles
    steps_changed = Signal(str, str)  # what can be undone and done again; empty for nothing
    saving = Signal(bool)  # whether a write is under way that is not on disk yet

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._database: Database | None = None
        self._history: History | None = None
        self._carry_out: Callable[[Database, History, Operation, tuple[object, ...]], Outcome]
        self.profiles: Profiles = {}
        self.profile_faults: tuple[ProfileBroken, ...] = ()
        self.faults: tuple[ProfileBroken, ...] = ()  # these, and that of the file on secrecy
        self._tasks: set[Task] = set()
        self._newest: dict[str, Task] = {}
        self._unwritten = UnwrittenDrafts()
        self._closed = False
        self._writing = Lock()
        self._restoring = Lock()
        self._pending = 0
        self._held: list[Callable[[], None]] | None = None  # reads that are not to begin yet
        self.backed_up = True  # whether nothing was changed since the last backup, or the opening
        self._writer = self._make_pool()
        self._reader = self._make_pool()
        self._preparer = self._make_pool()

    @property
    def is_open(self) -> bool:
        """Whether there is data to read and write."""
        return self._database is not None

    @property
    def is_saving(self) -> bool:
        """Whether a write is under way that is not on disk yet."""
        return self._pending > 0

    @property
    def file(self) -> Path:
        """Where the data is kept."""
        return self._file

    def open(self) -> None:
        """Open the database, making it if there is none; ends with ``opened`` or ``failed``."""
        self._start(
            self._writer,
            self._open,
            then=lambda _: self.opened.emit(),
            otherwise=self.failed.emit,
        )

    def run(
        self,
        operation: Operation,
        *,
        then: Then | None = None,
        otherwise: Then | None = None,
        patience: float = 0,
    ) -> Task:
        """Change the database, then tell the views; a refusal goes to ``otherwise``.

        Return the task, for its progress and to cancel it. It has been given so many seconds to be
        over; meanwhile it had Python to itself.
        """

        def work(progress: Progress, cancel: CancelToken) -> object:
            prepare = operation.prepare
            first = () if prepare is None else (prepare(progress, cancel),)
            cancel.check()
            return self._write(operation, first)

        pool = self._writer if operation.prepare is None else self._preparer
        return self._start_write(pool, work, then=then, otherwise=otherwise, patience=patience)

    def undo(self) -> None:
        """Take the last step back, after whatever is still being written."""
        self._start_replay(forwards=False)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        self._start_replay(forwards=True)

    def keep_draft(self, key: str, value: object) -> None:
        """Keep an unfinished text for the next start, or forget it with None.

        What the disk refuses stays here and is tried again with the next one; that is told once.
        """
        due = self._unwritten.put(key, value)

        def work(_progress: Progress, _cancel: CancelToken) -> None:
            from models.workbench import put_draft  # heavy

            with self._writing, self._open_database().write() as session:
                for one, text in due.items():
                    put_draft(session, one, text)

        self._supersede("drafts")
        self._newest["drafts"] = self._start(
            self._writer,
            work,
            then=lambda _: self._unwritten.note_written(due),
            otherwise=self._tell_refused_drafts,
        )

    def drop_draft(self, key: str) -> None:
        """Let go of a draft that is not on disk yet: its text goes there another way."""
        self._unwritten.drop(key)

    def read_drafts(self, prefix: str, *, then: Then, place: str) -> None:
        """Ask for the unfinished texts whose keys begin so, also those that are not on disk yet."""
        due = self._unwritten.of(prefix)

        def query(session: object) -> object:
            found = {**drafts(session, prefix), **due}
            return {key: text for key, text in found.items() if text is not None}

        self.read(query, then=then, place=place)

    def read(
        self,
        query: Callable[..., object],
        *arguments: object,
        then: Then,
        otherwise: Then | None = None,
        place: str = "",
        long: bool = False,
    ) -> None:
        """Ask the database for frozen rows.

        Of several reads for one ``place`` only the newest is answered; those that have not begun
        yet are never made. A ``long`` one keeps no other waiting.
        """
        self._supersede(place)
        task = self._start(
            self._preparer if long else self._reader,
            lambda _progress, _cancel: self.fetch(query, *arguments),
            then=then,
            otherwise=otherwise or self.failed.emit,
            held=self._held,
        )
        if place:
            self._newest[place] = task

    def hold_reads(self) -> None:
        """Begin none of the reads asked for from now on: the window has Python to itself."""
        if self._held is None:
            self._held = []

    def let_reads_go(self) -> None:
        """Begin the reads that were held back, and those to come; none after closing."""
        held, self._held = self._held or [], None
        for begin in held if not self._closed else ():
            begin()

    def fetch(self, query: Callable[..., object], *arguments: object) -> object:
        """Ask the database from a worker, whichever it is, and wait for the answer."""
        with self._restoring:  # what is put in its place is waited for
            database = self._open_database()
        with database.read() as session:
            return query(session, *arguments)

    def back_up(self, folder: Path, *, then: Then, otherwise: Then) -> Task:
        """Write a checked copy of the data into a folder and thin the older ones out."""

        def work(_progress: Progress, cancel: CancelToken) -> object:
            from models.backups import back_up, thin_out  # heavy

            with self._writing:
                made = back_up(self._file, folder, check=cancel.check)
            thin_out(self._file, folder)
            return made

        def done(made: object) -> None:
            self.backed_up = True
            then(made)

        return self._start(self._writer, work, then=done, otherwise=otherwise)

    def restore(self, backup: "Backup", *, then: Then, otherwise: Then) -> Task:
        """Put a backup in the place of the data, which is closed meanwhile; nothing can be undone.

        If that is refused, the data is what it was.
        """

        def work(progress: Progress, cancel: CancelToken) -> object:
            from models.restore import restore  # heavy

            with self._writing, self._restoring:
                self._close(progress, cancel)
                try:
                    return restore(self._file, backup)
                finally:
                    self._open(progress, cancel)

        def done(kept: object) -> None:
            self.backed_up = False
            self.steps_changed.emit("", "")
            self.opened.emit()
            then(kept)

        self._reader.waitForDone()
        return self._start(self._writer, work, then=done, otherwise=otherwise)

    def settle(self) -> bool:
        """Finish what was begun; say whether it was done in time."""
        return self._writer.waitForDone(_SETTLING_MS)

    def close(self) -> None:
        """Finish what was begun and close the database; what is asked for later is not done."""
        if self._closed:
            return
        self._reader.waitForDone()
        self._preparer.waitForDone()
        self._start(self._writer, self._close, then=lambda _: None, otherwise=self.failed.emit)
        self._closed = True
        self._writer.waitForDone()

    def _make_pool(self) -> QThreadPool:
        return QThreadPool(self, maxThreadCount=1, expiryTimeout=-1)  # always the same thread

    def _start(
        self,
        pool: QThreadPool,
        work: Work,
        *,
        then: Then,
        otherwise: Then,
        patience: float = 0,
        held: list[Callable[[], None]] | None = None,
    ) -> Task:
        """Start work, then say who is told how it ends: its signals wait for the event loop."""
        if self._closed:
            return Task(work)
        job = Job(work)
        if held is None:
            job.start(pool)
            job.wait(patience)
        else:
            held.append(partial(job.start, pool))
        task = Task(job)  # afterwards: to make one takes longer than to begin
        self._tasks.add(task)
        task.succeeded.connect(then)
        task.failed.connect(otherwise)
        task.ended.connect(lambda: self._forget(task))
        return task

    def _start_write(
        self,
        pool: QThreadPool,
        work: Work,
        *,
        then: Then | None = None,
        otherwise: Then | None = None,
        patience: float = 0,
    ) -> Task:
        def done(outcome: object) -> None:
            assert isinstance(outcome, Outcome)  # what _write and _replay return
            self.steps_changed.emit(*outcome.steps)
            if outcome.change.is_any:
                self.backed_up = False
                self.changed.emit(outcome.change)
            if then is not None:
                then(outcome.result)

        refused = otherwise or self.failed.emit
        task = self._start(pool, work, then=done, otherwise=refused, patience=patience)
        if not self._closed:
            self._count(1)
            task.ended.connect(lambda: self._count(-1))
        return task

    def _supersede(self, place: str) -> None:
        """Have the former task of a place not begin any more."""
        former = self._newest.get(place)
        if former is not None:
            former.cancel()

    def _start_replay(self, *, forwards: bool) -> None:
        def refused(error: object) -> None:
            self.steps_changed.emit(*self._open_history().names)
            self.failed.emit(error)

        self._start_write(
            self._writer,
            lambda _progress, _cancel: self._replay(forwards=forwards),
            otherwise=refused,
        )

    def _tell_refused_drafts(self, error: object) -> None:
        if not self._unwritten.refused:
            self._unwritten.refused = True
            self.failed.emit(error)

    def _count(self, by: int) -> None:
        self._pending += by
        self.saving.emit(self._pending > 0)

    def _write(self, operation: Operation, first: tuple[object, ...]) -> Outcome:
        """Carry an operation out. Called in a worker only."""
        with self._writing:
            database, history = self._open_database(), self._open_history()
            return self._carry_out(database, history, operation, first)

    def _replay(self, *, forwards: bool) -> Outcome:
        """Undo or redo a step. Called in the worker only."""
        from ui.carrying_out import replay  # heavy, loaded with the database

        with self._writing:
            return replay(self._open_database(), self._open_history(), forwards=forwards)

    def _forget(self, task: Task) -> None:
        self._tasks.discard(task)
        self._newest = {place: kept for place, kept in self._newest.items() if kept is not task}

    def _open(self, _progress: Progress, _cancel: CancelToken) -> None:
        from models import queries  # noqa: F401  # heavy, and wanted next
        from models.attachment_store import forget_unused
        from models.database import open_database  # heavy: after the first paint
        from models.history import History  # with the above
        from models.office_secrecy import read_office_secrecy
        from models.paths import profile_folder
        from models.profiles import read_profiles
        from ui.carrying_out import carry_out

        installed = read_profiles([profile_folder(self._file)])
        self.profiles, self.profile_faults = installed.profiles, installed.faults
        secrecy = read_office_secrecy(self._file).fault
        self.faults = (*((secrecy,) if secrecy else ()), *installed.faults)
        self._database = open_database(self._file)
        forget_unused(self._database)  # no step is left that could want it again
        self._history = History()
        self._carry_out = carry_out

    def _close(self, _progress: Progress, _cancel: CancelToken) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open_database(self) -> "Database":
        if self._database is None:
            raise RuntimeError("the database is not open")
        return self._database

    def _open_history(self) -> "History":
        if self._history is None:
            raise RuntimeError("the database is not open")
        return self._history
