"""Backups: checked copies of the database, listed, and thinned out by a rule.

A copy is made by SQLite's own backup in one go, while the program goes on working, under another
name; it is checked, put on the disk and only then named. What is the same byte for byte as the
newest backup is not kept a second time: copies of an unchanged database are the same but for the
counters in their header, and those cannot be asked instead, since in WAL mode they miss changes.

The live file is never opened but through SQLite: closing it would give up SQLite's own locks.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from models.database import (
    APPLICATION_ID,
    BUSY_SECONDS,
    HEAD_REVISION,
    OPENING_TROUBLE,
    sqlite_code,
    stored_revision,
    translated,
)
from models.errors import (
    BackupFailed,
    DatabaseBusy,
    FileUnreadable,
    FolderUnwritable,
    reason_of,
)
from models.files import (
    LOGS,
    discard,
    discard_stale_parts,
    part_of,
    publish,
    sync,
    sync_folder,
)
from models.rotation import to_keep

Check = Callable[[], None]
"""Called between the steps of long work; what it raises stops the work, which leaves nothing."""

_STAMP = "%Y-%m-%d-%H%M%S"  # local time, in the order in which names are sorted
_CODES = {  # the driver's backup raises with SQLite's words, but without its code
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
}
_HEADER_BYTES = 100  # of every database: https://www.sqlite.org/fileformat2.html
_BLOCK_BYTES = 1024 * 1024
_SPARE_BYTES = 64 * 1024 * 1024  # left free, so that a backup never stops the work it protects


@dataclass(frozen=True, slots=True)
class Backup:
    """A file in a folder of backups. ``made_at`` is local time, ``size`` in bytes.

    ``fault`` is a reason code if it cannot be restored, None if it is sound; of an unsound one
    ``revision`` and ``meetings`` may not be known.
    """

    file: Path
    made_at: datetime
    size: int
    revision: str | None = None
    meetings: int | None = None
    fault: str | None = None


def go_on() -> None:
    """Never stop the work: for callers who do not cancel."""


def back_up(database: Path, folder: Path, *, check: Check = go_on) -> Backup:
    """Write a checked copy of a database, which may be in use, into ``folder``.

    Return it, or the newest backup if nothing changed since. Nothing is overwritten, and a failure
    leaves nothing behind. Raises FolderUnwritable (no room, no permission, the stick is gone),
    BackupFailed, DatabaseBusy, DatabaseNotOurs or DatabaseUnwritable.
    """
    with translated(database, *OPENING_TROUBLE):
        revision = stored_revision(database)
        uri = f"{database.absolute().as_uri()}?mode=rw"
        source = sqlite.connect(uri, uri=True, isolation_level=None)
    with closing(source):
        source.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        return back_up_from(source, database, folder, revision=revision, check=check)


def back_up_from(
    source: sqlite.Connection, database: Path, folder: Path, *, revision: str, check: Check = go_on
) -> Backup:
    """Do what :func:`back_up` does, over a connection that is open and in no transaction."""
    with _told(database, folder):
        folder.mkdir(parents=True, exist_ok=True)
        discard_stale_parts(folder)
        _require_room(database, folder)
        part = part_of(folder / database.name)
        try:
            _copy(source, part, database, check)
            newest = max(_named(database, folder), default=None)
            if newest is not None and _hold_the_same(part, newest[1]):
                return examine(newest[1])
            check()
            return examine(_name(part, database, revision))
        finally:
            discard(part)


def list_backups(
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    check: Check = go_on,
) -> tuple[Backup, ...]:
    """Return every database file in a folder, newest first, each examined; no folder has none.

    Raises FileUnreadable if the folder cannot be looked into.
    """
    try:
        files = [
            file
            for file in folder.iterdir()
            if file.suffix == ".db" and not file.name.startswith(".") and file.is_file()
        ]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileUnreadable(folder, reason_of(error)) from error
    backups = []
    for done, file in enumerate(files, 1):
        check()
        backups.append(examine(file))
        progress(done, len(files))
    return tuple(sorted(backups, key=lambda row: (row.made_at, row.file.name), reverse=True))


def examine(file: Path) -> Backup:
    """Return what a backup is, whether it is whole and whether this version can read it.

    The file is opened so that it cannot change, and nothing appears beside it.
    """
    stamp = re.search(r"-(\d{4}-\d\d-\d\d-\d{6})(-\w+)?\.db$", file.name)
    revision, meetings, fault = None, None, None
    size, changed = 0, 0.0
    try:
        found = file.stat()
        size, changed = found.st_size, found.st_mtime
        fault = _fault_from_outside(file, size)
        if fault is None:
            revision, meetings, fault = _look_inside(file)
    except OSError as error:
        fault = reason_of(error)
    except sqlite.DatabaseError as error:
        fault = sqlite_code(error) or "other_program"
    made_at = _time_of(stamp[1]) if stamp else None
    return Backup(
        file=file,
        made_at=made_at or datetime.fromtimestamp(changed).astimezone(),
        size=size,
        revision=revision,
        meetings=meetings,
        fault=fault,
    )


def thin_out(database: Path, folder: Path) -> tuple[Path, ...]:
    """Delete the backups of a database that the rule does not keep; return them.

    Only files that :func:`back_up` named are deleted, and never the newest sound one. Raises
    FolderUnwritable.
    """
    try:
        named = sorted(_named(database, folder), reverse=True)
        kept = to_keep(stamp for stamp, _ in named)
        outdated = [file for stamp, file in named if stamp not in kept]
        if outdated:
            sound = next((file for _, file in named if examine(file).fault is None), None)
            outdated = [file for file in outdated if file != sound]
        for file in outdated:
            file.unlink()
    except OSError as error:
        raise FolderUnwritable(folder, reason_of(error)) from error
    return tuple(outdated)


def stamp_now() -> str:
    """Return the local time as it stands in the names of backups."""
    return datetime.now().astimezone().strftime(_STAMP)


def is_whole(connection: sqlite.Connection) -> bool:
    """Say whether a database passes SQLite's quick check; damage may also be raised."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


@contextmanager
def _told(database: Path, folder: Path) -> Iterator[None]:
    """Turn what the disk or SQLite says while copying into words."""
    try:
        yield
    except OSError as error:
        raise FolderUnwritable(folder, reason_of(error)) from error
    except sqlite.DatabaseError as error:
        match sqlite_code(error) or _CODES.get(str(error)):
            case "SQLITE_BUSY" | "SQLITE_LOCKED":
                raise DatabaseBusy(database) from error
            case "SQLITE_NOTADB" | "SQLITE_CORRUPT" as code:
                raise BackupFailed(database, code) from error
            case "SQLITE_FULL" | "SQLITE_READONLY" | "SQLITE_CANTOPEN" | "SQLITE_IOERR" as code:
                raise FolderUnwritable(folder, code) from error
            case _:
                raise


def _require_room(database: Path, folder: Path) -> None:
    files = (Path(f"{database}{suffix}") for suffix in ("", "-wal"))
    needed = sum(file.stat().st_size for file in files if file.exists())
    if shutil.disk_usage(folder).free < needed + _SPARE_BYTES:
        raise FolderUnwritable(folder, "too_little_room")


def _copy(source: sqlite.Connection, part: Path, database: Path, check: Check) -> None:
    """Copy a database and check the copy."""
    check()
    with closing(sqlite.connect(part, isolation_level=None)) as target:
        target.execute("PRAGMA synchronous=OFF")  # synced once, as a whole
        # Reading already: the driver's backup would wait for a lock without end.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema")
        source.backup(target)  # all pages at once: in steps it starts over at every write
        source.execute("COMMIT")
        check()
        target.execute("PRAGMA journal_mode=DELETE")
        if not is_whole(target):
            raise BackupFailed(database, "copy_unsound")
    check()
    sync(part)


def _hold_the_same(one: Path, other: Path) -> bool:
    """Compare two databases byte for byte, but for what changing the journal's mode changes."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        heads = [stream.read(_HEADER_BYTES) for stream in (first, second)]
        if _without_counters(heads[0]) != _without_counters(heads[1]):
            return False
        while block := first.read(_BLOCK_BYTES):
            if block != second.read(_BLOCK_BYTES):
                return False
    return True


def _without_counters(header: bytes) -> bytes:
    """Return a header without journal mode, change counter and who wrote it last."""
    return header[:18] + header[20:24] + header[28:92]


def _name(part: Path, database: Path, revision: str) -> Path:
    """Give a finished copy its name: of now, or of the next second that is free."""
    moment = datetime.now().astimezone()
    suffix = re.sub(r"\W", "_", revision)
    while True:
        copy = part.with_name(f"{database.stem}-{moment.strftime(_STAMP)}-{suffix}.db")
        try:
            publish(part, copy)
        except FileExistsError:
            moment += timedelta(seconds=1)
            continue
        sync_folder(copy.parent)
        return copy


def _named(database: Path, folder: Path) -> Iterator[tuple[datetime, Path]]:
    """Give the backups of a database that bear a name that this program gave, with their time."""
    pattern = re.compile(re.escape(database.stem) + r"-(\d{4}-\d\d-\d\d-\d{6})-\w+\.db")
    for file in folder.iterdir():
        named = pattern.fullmatch(file.name)
        stamp = _time_of(named[1]) if named else None
        if stamp is not None and file.is_file() and not file.is_symlink():
            yield stamp, file


def _time_of(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).astimezone()
    except (ValueError, OverflowError):  # no such day
        return None


def _fault_from_outside(file: Path, size: int) -> str | None:
    if size == 0:
        return "empty_file"
    logs = (Path(f"{file}{suffix}") for suffix in LOGS)
    if any(log.exists() and log.stat().st_size for log in logs):
        return "unfinished"  # a part of it is in a log, which backups do not have
    return None


def _look_inside(file: Path) -> tuple[str | None, int | None, str | None]:
    """Return the revision, the number of meetings, and the fault of a database if it has one."""
    uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite.connect(uri, uri=True)) as raw:
        raw.execute("PRAGMA trusted_schema=OFF")
        raw.execute("PRAGMA cell_size_check=ON")
        if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return None, None, "other_program"
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = None if row is None else str(row[0])
        if revision is None or not _is_known(revision):
            return revision, None, "newer_program" if revision else "other_program"
        if not is_whole(raw):
            return revision, None, "SQLITE_CORRUPT"
        return revision, raw.execute("SELECT count(*) FROM meeting").fetchone()[0], None


def _is_known(revision: str) -> bool:
    if revision == HEAD_REVISION:
        return True
    from models.migrations import known_revisions  # brings Alembic, rarely needed

    return revision in known_revisions()
