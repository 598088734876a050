"""The database: engine, settings of SQLite, opening, transactions.

SQLite comes with ``sqlcipher3``: a current one on every system, without the fault of 3.7.0 to 3.51.2
that could ruin a database written by two connections at once, and ready for encryption.
"""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from models.disk import foreign_file_system
from models.errors import (
    AppError,
    DatabaseBusy,
    DatabaseGone,
    DatabaseNotLocal,
    DatabaseNotOurs,
    DatabaseUnwritable,
    RecordLocked,
    reason_of,
)
from models.statements import connection_of

APPLICATION_ID = 0x4C69616E
"""Marks a file as ours ("Lian"), in the header of the database."""

HEAD_REVISION = "0004"
"""The newest revision in ``models.migrations``; kept here so that opening need not import Alembic."""

LOCKED = "locked record"
"""What the guards in the database say (:mod:`models.guards`) where a record is signed."""

BUSY_SECONDS = 5

OPENING_TROUBLE = (DatabaseError, sqlite.DatabaseError, OSError, RuntimeError)
"""What is raised where a database file cannot be opened."""

_SESSION_TROUBLE = (DatabaseError, sqlite.DatabaseError)  # the latter from the driver itself

_PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # else REPLACE goes round DELETE triggers
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL may lose acknowledged lines in a power cut
    "PRAGMA temp_store=MEMORY",  # no case text in temporary files
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


class Database:
    """An open database. Safe to use from several threads; sessions belong to one each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = _identity(path)
        self._reading = make_engine(path)
        self._writing = make_engine(path, begin="BEGIN IMMEDIATE")
        self._writer: Session | None = None  # kept with its connection: new ones cost a tenth
        self._one_writer = threading.Lock()
        self._log = path.with_name(f"{path.name}-wal")
        self._log_file: tuple[int, int] | None = None  # of the log that the connections write
        self._sessions = 0
        self._quiet = threading.Condition()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one state of the database; it never waits for writers."""
        with (
            self._connected(),
            translated(self.path, *_SESSION_TROUBLE),
            Session(self._reading) as session,
        ):
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose changes are committed at the end, all or none: none if it raises.

        The write lock is taken at the start: reading first and asking for it later would fail at
        once when another process has written in between. Raises DatabaseGone if the file is no
        longer the one that was opened: SQLite would go on writing into what nobody finds again.
        """
        if _identity(self.path) != self._file:
            raise DatabaseGone(self.path)
        with (
            self._connected(),
            translated(self.path, *_SESSION_TROUBLE),
            self._begun() as session,
        ):
            yield session

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded into the database."""
        with self._one_writer:
            self._dispose()

    @contextmanager
    def _begun(self) -> Iterator[Session]:
        """Give the writing session in a transaction; after trouble the next write gets a new one."""
        with self._one_writer:
            if self._writer is None:
                self._writer = Session(self._writing.connect())
            try:
                with connection_of(self._writer).begin():
                    yield self._writer
                    self._writer.flush()
                    if self._writer.in_transaction():  # else it was asked for no entity
                        self._writer.close()
            except BaseException:
                self._let_writer_go()
                raise

    def _dispose(self) -> None:
        self._let_writer_go()
        self._writing.dispose()
        self._reading.dispose()

    def _let_writer_go(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.close()
            connection_of(writer).close()

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Use connections that write where others read; connect anew if the log was taken away.

        On Linux closing any other handle on the file, such as that of a file dialog looking what
        it is, ends our locks. Another process may then fold and remove the log when it closes, and
        SQLite would go on writing into a file without a name.
        """
        with self._quiet:
            if self._is_cut_off():
                if not self._quiet.wait_for(lambda: self._sessions == 0, BUSY_SECONDS):
                    raise DatabaseBusy(self.path)
                if self._is_cut_off():
                    self._dispose()
                    self._log_file = None
            self._sessions += 1
        try:
            yield
        finally:
            with self._quiet:
                if self._log_file is None:
                    self._log_file = _identity(self._log)
                self._sessions -= 1
                self._quiet.notify_all()

    def _is_cut_off(self) -> bool:
        return self._log_file is not None and _identity(self._log) != self._log_file


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what makes the file at ``path`` this file, or None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def open_database(path: Path) -> Database:
    """Open the database at ``path``, creating it if it does not exist.

    An older one is migrated after a backup. If it cannot be opened, the file is as it was; raises
    DatabaseNotLocal, DatabaseNotOurs, DatabaseNewer, MigrationFailed, DatabaseBusy or
    DatabaseUnwritable.
    """
    with translated(path, *OPENING_TROUBLE):
        file_system = foreign_file_system(path)
        if file_system is not None:
            raise DatabaseNotLocal(path, file_system)
        if not path.exists():
            from models.migrations import create  # brings Alembic, rarely needed

            create(path)
        revision = stored_revision(path)
        if revision != HEAD_REVISION:
            from models.migrations import migrate

            migrate(path, revision)
        return Database(path)


def database_exists(path: Path) -> bool:
    """Say whether there is anything at ``path``. Raises DatabaseUnwritable if nobody may look."""
    with translated(path, *OPENING_TROUBLE):
        return path.exists()


def stored_revision(path: Path) -> str:
    """Return the schema revision of a database.

    Raises DatabaseNotOurs if the file is not a database of this program.
    """
    if path.is_dir():
        raise DatabaseNotOurs(path, "EISDIR")
    if path.stat().st_size == 0:
        raise DatabaseNotOurs(path, "empty_file")
    try:
        with closing(sqlite.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as raw:
            raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DatabaseNotOurs(path, "other_program")
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite.DatabaseError as error:
        if sqlite_code(error) in ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_READONLY"):
            raise
        raise DatabaseNotOurs(path, sqlite_code(error) or "other_program") from error
    if row is None:
        raise DatabaseNotOurs(path, "other_program")
    return str(row[0])


def make_engine(path: Path, *, begin: str = "BEGIN") -> Engine:
    """Return an engine whose transactions begin with that statement."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlite,
        hide_parameters=True,  # no case text in error messages
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection
        connection.isolation_level = None  # we say BEGIN ourselves: DDL becomes transactional
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin_as_told(connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection  # several times as quick
        raw.execute(begin)

    return engine


@contextmanager
def translated(path: Path, *kinds: type[Exception]) -> Iterator[None]:
    """Turn what the disk or SQLite says into words for the user.

    While a session is open only what SQLAlchemy says is about this file; an OSError may be about
    any other.
    """
    try:
        yield
    except kinds as error:
        known = known_trouble(path, error)
        if known is None:
            raise
        raise known from error


def known_trouble(path: Path, error: Exception) -> AppError | None:
    """Return what an exception means to the user, or None if it is a bug."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    if isinstance(cause, OSError) and cause.errno is not None:
        return DatabaseUnwritable(path, reason_of(cause))
    if isinstance(cause, RuntimeError) and "Symlink loop" in str(cause):  # Path.resolve, to 3.12
        return DatabaseUnwritable(path, "ELOOP")
    return _trouble_of_sqlite(path, cause)


def _trouble_of_sqlite(path: Path, cause: object) -> AppError | None:
    match sqlite_code(cause):
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return DatabaseBusy(path)
        case "SQLITE_FULL" | "SQLITE_READONLY" | "SQLITE_CANTOPEN" | "SQLITE_IOERR" as code:
            return DatabaseUnwritable(path, code)
        case "SQLITE_NOTADB" | "SQLITE_CORRUPT" as code:
            return DatabaseNotOurs(path, code)
        case "SQLITE_CONSTRAINT" if LOCKED in str(cause):
            return RecordLocked("", "")
        case _:
            return None


def sqlite_code(error: object) -> str:
    """Return SQLite's primary error name; the driver gives extended names for some."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return "_".join(name.split("_")[:2])
