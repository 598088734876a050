"""Opening a database: what is not ours is refused untouched, a migration happens whole or not."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import models.database
import models.migrations
import models.workbench  # its tables
from models.base import Base
from models.database import (
    HEAD_REVISION,
    Database,
    database_exists,
    make_engine,
    open_database,
)
from models.errors import (
    AppError,
    DatabaseBusy,
    DatabaseGone,
    DatabaseNewer,
    DatabaseNotLocal,
    DatabaseNotOurs,
    DatabaseUnwritable,
    MigrationFailed,
)
from models.migrations import known_revisions
from models.operations.case_files import import_documents
from models.queries import meeting_rows
from tests.models.case_files import small


@pytest.fixture(autouse=True)
def making_databases() -> None:
    """Have each database made anew: that is tested here."""


@contextmanager
def _raw(path: Path) -> Iterator[sqlite.Connection]:
    with closing(sqlite.connect(path, isolation_level=None)) as connection:
        yield connection


def _pragma(database: Database, name: str) -> object:
    with database.read() as session:
        return session.execute(text(f"PRAGMA {name}")).scalar()


def test_a_database_is_made_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "新 文件夹%#" / "库.db"
    database = open_database(path)
    with database.write() as session:
        import_documents(session, [("x", small())])
    database.close()

    again = open_database(path)

    with again.read() as session:
        assert len(meeting_rows(session)) == 1
    again.close()


def test_the_settings_that_keep_acknowledged_lines_are_on(database: Database) -> None:
    assert _pragma(database, "journal_mode") == "wal"
    assert _pragma(database, "synchronous") == 2
    assert _pragma(database, "foreign_keys") == 1
    assert _pragma(database, "recursive_triggers") == 1
    assert sqlite.sqlite_version_info >= (3, 51, 3)


def test_the_newest_revision_is_the_one_told() -> None:
    assert known_revisions()[0] == HEAD_REVISION


def test_the_scripts_make_the_schema_of_the_entities(database: Database) -> None:
    engine = make_engine(database.path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


@pytest.mark.parametrize(
    "content", [b"", b"hello world" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_database_is_refused_untouched(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)

    with pytest.raises(DatabaseNotOurs):
        open_database(path)

    assert path.read_bytes() == content


def test_a_folder_or_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with _raw(other) as connection:
        connection.execute("CREATE TABLE t(a)")

    for path in (tmp_path, other):
        with pytest.raises(DatabaseNotOurs):
            open_database(path)


def test_a_newer_database_is_refused_untouched(database: Database) -> None:
    database.close()
    with _raw(database.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = database.path.read_bytes()

    with pytest.raises(DatabaseNewer):
        open_database(database.path)

    assert database.path.read_bytes() == before


def test_a_network_share_is_refused_and_nothing_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.database, "foreign_file_system", lambda _: "nfs4")

    with pytest.raises(DatabaseNotLocal):
        open_database(tmp_path / "x" / "y.db")

    assert not (tmp_path / "x").exists()


def _fail(*_: object) -> None:
    raise RuntimeError("planted")


def _old_database(path: Path) -> None:
    """Make a database that stands before the newest revision, with a row in it."""
    database = open_database(path)
    with database.write() as session:
        import_documents(session, [("x", small())])
    database.close()


def test_a_failed_migration_leaves_the_file_and_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    _old_database(path)
    monkeypatch.setattr(models.database, "HEAD_REVISION", "later")
    monkeypatch.setattr(models.migrations, "HEAD_REVISION", "later")

    monkeypatch.setattr(models.migrations, "_verify", _fail)

    with pytest.raises(MigrationFailed, match="planted"):
        open_database(path)

    monkeypatch.undo()
    (copy,) = (tmp_path / "backups").iterdir()
    for file in (path, copy):
        database = open_database(file)
        with database.read() as session:
            assert len(meeting_rows(session)) == 1
        database.close()


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models.migrations, "_verify", _fail)

    with pytest.raises(RuntimeError, match="planted"):
        open_database(tmp_path / "a.db")

    assert list(tmp_path.iterdir()) == []


def test_the_slower_of_two_creators_takes_the_others_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    upgrade = models.migrations._upgrade

    def overtaken(part: Path) -> None:
        upgrade(part)
        monkeypatch.undo()
        _old_database(path)

    monkeypatch.setattr(models.migrations, "_upgrade", overtaken)

    database = open_database(path)

    with database.read() as session:
        assert len(meeting_rows(session)) == 1
    database.close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]


def test_a_file_system_without_links_still_gets_its_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)

    _old_database(tmp_path / "a.db")

    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]


@pytest.mark.parametrize("name", ["x" * 300, "loop/x.db"])
def test_a_path_that_leads_nowhere_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(DatabaseUnwritable):
        open_database(tmp_path / name)


def test_a_name_too_long_to_look_for_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnwritable):
        database_exists(tmp_path / ("x" * 300))


def test_lost_rows_stop_a_migration(database: Database) -> None:
    engine = make_engine(database.path)
    with engine.connect() as connection, pytest.raises(RuntimeError, match="rows lost"):
        models.migrations._verify(connection, {"meeting": 1})
    engine.dispose()


def test_four_programs_may_start_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from models.database import open_database\n"
        "database = open_database(Path(sys.argv[1])); database.close(); print('opened')"
    )
    root = Path(__file__).parents[2]
    path = tmp_path / "a.db"

    programs = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]

    assert [program.communicate(timeout=600)[0].strip() for program in programs] == ["opened"] * 4


def test_reading_never_waits_for_a_writer(database: Database) -> None:
    with database.write() as writing:
        import_documents(writing, [("x", small())])
        with database.read() as reading:
            assert meeting_rows(reading) == ()

    with database.read() as reading:
        assert len(meeting_rows(reading)) == 1


def test_a_failed_write_changes_nothing(database: Database) -> None:
    def fail_halfway() -> None:
        with database.write() as session:
            import_documents(session, [("x", small())])
            _fail()

    with pytest.raises(RuntimeError):
        fail_halfway()

    with database.read() as session:
        assert meeting_rows(session) == ()


def test_a_lock_held_elsewhere_is_told(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    database.close()
    pragmas = tuple(pragma.replace("5000", "50") for pragma in models.database._PRAGMAS)
    monkeypatch.setattr(models.database, "_PRAGMAS", pragmas)
    impatient = open_database(database.path)
    with _raw(database.path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy), impatient.write():
            pass
    impatient.close()


def test_a_full_disk_is_told_and_writing_goes_on_once_there_is_room(database: Database) -> None:
    def set_room(pages: int) -> None:
        with database._writing.connect() as writer:  # the one pooled, where the limit is kept
            writer.execute(text(f"PRAGMA max_page_count={pages}"))

    many = [("x", small() | {"number": str(number)}) for number in range(100)]
    set_room(1)

    with pytest.raises(DatabaseUnwritable), database.write() as session:
        import_documents(session, many)

    set_room(1_000_000)
    with database.write() as session:
        import_documents(session, many)
    with database.read() as session:
        assert len(meeting_rows(session)) == 100


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(DatabaseUnwritable):
        open_database(tmp_path / "file" / "a.db")


def test_a_ruined_page_is_told_in_words(database: Database) -> None:
    with database.write() as session:
        import_documents(session, [("x", small())])
    database.close()
    data = bytearray(database.path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    database.path.write_bytes(data)

    def read_all() -> None:
        with open_database(database.path).read() as session:
            meeting_rows(session)

    with pytest.raises(AppError):
        read_all()


def test_writes_from_two_threads_both_arrive(database: Database) -> None:
    def write(number: int) -> None:
        with database.write() as session:
            import_documents(session, [("x", small() | {"number": str(number)})])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.read() as session:
        assert len(meeting_rows(session)) == 6


def test_what_would_be_written_into_a_lost_file_is_refused(database: Database) -> None:
    with database.write() as session:
        import_documents(session, [("x", small())])
    database.path.rename(database.path.with_name("moved.db"))

    with pytest.raises(DatabaseGone), database.write() as session:
        import_documents(session, [("y", small() | {"number": "二"})])

    open_database(database.path).close()  # another one in its place is not the one we had open
    with pytest.raises(DatabaseGone), database.write():
        pass
