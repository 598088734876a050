"""Database files for tests: with known meetings, as a crash leaves them, ruined."""

import shutil
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from models.database import Database, open_database
from models.operations.case_files import import_documents
from models.queries import meeting_rows
from tests.models.case_files import small


def make(file: Path, *meetings: str) -> Path:
    """Make a database with meetings of these numbers, or add them; return it, closed."""
    database = open_database(file)
    with database.write() as session:
        import_documents(session, [("x", small() | {"number": number}) for number in meetings])
    database.close()
    return file


def make_crashed(file: Path, *meetings: str) -> Path:
    """Make a database whose meetings are in its log only, as after a power cut; return it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    original = file.with_name("original.db")
    database = open_database(original)
    with database.write() as session:
        import_documents(session, [("x", small() | {"number": number}) for number in meetings])
    for suffix in ("", "-wal", "-shm"):
        shutil.copyfile(f"{original}{suffix}", f"{file}{suffix}")
    database.close()
    original.unlink()
    return file


def numbers(file: Path) -> set[str | None]:
    """Return the numbers of all meetings, read in full by way of the program."""
    database = open_database(file)
    with database.read() as session:
        found = {row.number for row in meeting_rows(session)}
    database.close()
    return found


def ruin(file: Path) -> None:
    """Write noise over the pages where the tables begin, but leave what says what the file is."""
    with closing(sqlite.connect(file)) as raw:
        pages = raw.execute(
            "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0 AND tbl_name <> 'alembic_version'"
        ).fetchall()
    data = bytearray(file.read_bytes())
    for (page,) in pages:
        data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    file.write_bytes(data)


class Stopped(Exception):
    """What a caller raises to cancel."""


def add_meeting(database: Database, number: str) -> None:
    """Add a meeting that bears that number."""
    with database.write() as session:
        import_documents(session, [("x", small() | {"number": number})])


def files_in(folder: Path) -> list[str]:
    """Return the names of the files in a folder, by the alphabet."""
    return sorted(file.name for file in folder.iterdir())
