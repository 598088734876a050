"""Brings a database to the newest schema: backed up, in one transaction, verified, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from models.backups import back_up
from models.database import APPLICATION_ID, HEAD_REVISION, known_trouble, make_engine
from models.errors import AppError, DatabaseNewer, MigrationFailed
from models.files import discard, part_of, publish, sync
from models.guards import drop_guards, guards_differ, install_guards
from models.paths import backup_folder
from models.seal import seal_signed


def create(path: Path) -> None:
    """Make an empty database at ``path``, whole or not at all.

    It is made under another name and then linked, so that a kill leaves nothing behind that looks
    like a database, and of two programs that start at once the later takes the earlier's.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path)
    try:
        _upgrade(part)
        sync(part)
        with suppress(FileExistsError):  # another program was faster
            publish(part, path)
    finally:
        discard(part)


def migrate(path: Path, revision: str) -> None:
    """Bring the database at ``path`` from ``revision`` to the newest schema.

    Raises DatabaseNewer or MigrationFailed, what :func:`models.backups.back_up` raises, or what the
    disk says; the file is then as it was.
    """
    if revision not in known_revisions():
        raise DatabaseNewer(path, revision)
    back_up(path, backup_folder(path))
    try:
        _upgrade(path)
    except Exception as error:
        if isinstance(error, AppError) or known_trouble(path, error) is not None:
            raise
        first_line = (str(error).splitlines() or [""])[0]
        raise MigrationFailed(path, f"{type(error).__name__}: {first_line}") from error


def known_revisions() -> tuple[str, ...]:
    """Return every revision this program knows, newest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(revision.revision for revision in script.walk_revisions())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "models:migrations")
    config.attributes["connection"] = connection
    return config


def _upgrade(path: Path) -> None:
    engine = make_engine(path)
    try:
        with (
            engine.connect().execution_options(begin="BEGIN EXCLUSIVE") as connection,
            _unchecked_keys(connection),
            connection.begin(),
        ):
            if HEAD_REVISION in _revisions_in(connection):
                return  # another program start was faster
            before = _row_counts(connection)
            drop_guards(connection)
            command.upgrade(_config(connection), "head")
            if "seal" not in before:
                _seal_signed(connection)
            install_guards(connection)
            _verify(connection, before)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        engine.dispose()


@contextmanager
def _unchecked_keys(connection: Connection) -> Iterator[None]:
    """Switch foreign keys off, which SQLite only heeds outside a transaction.

    With them on, rebuilding a parent table deletes its children without an error.
    """
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _revisions_in(connection: Connection) -> set[str]:
    if not inspect(connection).has_table("alembic_version"):
        return set()
    return set(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars())


def _row_counts(connection: Connection) -> dict[str, int]:
    return {
        table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()  # noqa: S608 - names come from the schema
        for table in inspect(connection).get_table_names()
        if table != "alembic_version"
    }


def _seal_signed(connection: Connection) -> None:
    """Seal what was signed before there were seals; from now on a missing one says something."""
    with Session(connection) as session:  # part of the transaction that is under way
        seal_signed(session)
        session.flush()


def _verify(connection: Connection, before: dict[str, int]) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"foreign keys broken: {broken[:3]}")
    after = _row_counts(connection)
    lost = [table for table, rows in before.items() if after.get(table, -1) < rows]
    if lost:
        raise RuntimeError(f"rows lost in {lost}")
    if guards_differ(connection):
        raise RuntimeError("guards are not as they should be")
    result = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    if result != "ok":
        raise RuntimeError(f"integrity: {result}")
