"""Putting a backup in the place of the database, all or nothing.

The order is what makes it safe: the new file is copied beside the database and checked first; then
the present state is kept as a backup; then one rename puts the new file in place. SQLite's own log
beside the old file could otherwise be applied to the new one, so that it is folded into the old
file, which only succeeds while nobody else has it open.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from models.backups import Backup, back_up_from, examine, is_whole, stamp_now
from models.database import OPENING_TROUBLE, stored_revision, translated
from models.errors import (
    BackupFailed,
    BackupUnusable,
    DatabaseBusy,
    DatabaseNotOurs,
    FolderUnwritable,
    RestoreFailed,
    reason_of,
)
from models.files import (
    LOGS,
    SIDE_FILES,
    discard,
    discard_stale_parts,
    part_of,
    publish,
    sync,
    sync_folder,
)
from models.paths import backup_folder

PATIENCE_S = 5.0
"""How long another program may take to let go of the database."""


def restore(database: Path, backup: Backup) -> Path | None:
    """Replace a database, which must be closed, by a backup; return where its state was kept.

    None is returned if there was nothing. A state that is damaged is kept as it is, byte for byte. The backup
    stays; an older one is migrated when the database is opened next. Unless this returns, the
    database holds what it held before. Raises BackupUnusable, DatabaseBusy (somebody has
    it open), FolderUnwritable, DatabaseUnwritable or RestoreFailed.
    """
    fault = examine(backup.file).fault
    if fault is not None:
        raise BackupUnusable(backup.file, fault)
    folder = backup_folder(database)
    database = database.resolve()  # of a link, the file that it leads to is replaced
    part = part_of(database)
    try:
        with _told(database):
            discard_stale_parts(database.parent)
            _prepare(part, database, backup)
        kept = _keep(database, folder)
        with _told(database):
            os.replace(part, database)  # noqa: PTH105 - the one step that changes anything
    finally:
        discard(part)
    with suppress(OSError):  # it is in place; only a power cut could still take it back
        sync_folder(database.parent)
    return kept


@contextmanager
def _told(database: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RestoreFailed(database, reason_of(error)) from error


def _prepare(part: Path, database: Path, backup: Backup) -> None:
    """Copy the backup beside the database and check what arrived."""
    shutil.copyfile(backup.file, part)
    sync(part)
    if examine(part).fault is not None:
        raise RestoreFailed(database, "copy_unsound")


def _keep(database: Path, folder: Path) -> Path | None:
    """Keep the present state, and leave nothing beside the database that belongs to it alone."""
    if database.exists():
        with suppress(DatabaseNotOurs, BackupFailed):
            return _keep_sound(database, folder)
    kept = _keep_as_it_is(database, folder)
    with _told(database):
        for file in _side_files(database):
            file.unlink()
    return kept


def _keep_sound(database: Path, folder: Path) -> Path:
    with translated(database, *OPENING_TROUBLE):
        revision = stored_revision(database)
        _check_whole(database)
        with closing(_connect(database, "rw")) as alone:
            _shut_out_others(alone, database)
            kept = back_up_from(alone, database, folder, revision=revision)
    if _side_files(database):
        raise DatabaseBusy(database)  # another program opened it at this moment
    return kept.file


def _check_whole(database: Path) -> None:
    """Raise BackupFailed for damage, before anything is written: it is to be kept as it is."""
    with closing(_connect(database, "ro")) as reading:
        if not is_whole(reading):
            raise BackupFailed(database, "SQLITE_CORRUPT")


def _connect(database: Path, mode: str) -> sqlite.Connection:
    uri = f"{database.absolute().as_uri()}?mode={mode}"
    return sqlite.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE_S)


def _shut_out_others(connection: sqlite.Connection, database: Path) -> None:
    """Take the log into the database, and hold the only lock while the connection is open."""
    connection.execute("PRAGMA journal_mode=DELETE")  # refused while others have it open
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")  # the lock stays
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
        raise DatabaseBusy(database)  # opened again in between


def _keep_as_it_is(database: Path, folder: Path) -> Path | None:
    """Copy what cannot be read, with what lies beside it, for those who may mend it."""
    logs = [log for suffix in LOGS if (log := Path(f"{database}{suffix}")).exists()]
    files = [log for log in logs if log.stat().st_size]
    if database.exists():
        files.append(database)
    if not files:
        return None
    target = folder / f"{database.stem}-damaged-{stamp_now()}.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            _copy(file, Path(f"{target}{file.name.removeprefix(database.name)}"))
        sync_folder(folder)
    except OSError as error:
        raise FolderUnwritable(folder, reason_of(error)) from error
    return target


def _copy(file: Path, target: Path) -> None:
    part = part_of(target)
    try:
        shutil.copyfile(file, part)
        sync(part)
        publish(part, target)
    finally:
        discard(part)


def _side_files(database: Path) -> list[Path]:
    return [file for suffix in SIDE_FILES if (file := Path(f"{database}{suffix}")).exists()]
