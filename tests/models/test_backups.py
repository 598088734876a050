"""Backups: whole copies under names of their own, or nothing."""

import errno
import os
import shutil
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

import models.backups
from models.backups import back_up
from models.database import HEAD_REVISION, Database, open_database
from models.errors import (
    BackupFailed,
    DatabaseBusy,
    DatabaseNotOurs,
    DatabaseUnwritable,
    FolderUnwritable,
)
from models.operations.case_files import import_documents
from models.operations.entries import set_values
from models.queries import meeting_rows
from tests.models.case_files import small
from tests.models.database_files import Stopped, add_meeting, files_in, numbers, ruin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "备份 1%#"


def test_a_backup_of_an_open_database_holds_all_that_was_acknowledged(
    database: Database, folder: Path
) -> None:
    add_meeting(database, "1")
    add_meeting(database, "2")  # both are in the log still

    backup = back_up(database.path, folder)

    assert (backup.revision, backup.meetings, backup.fault) == (HEAD_REVISION, 2, None)
    assert backup.size == backup.file.stat().st_size
    assert abs(datetime.now().astimezone() - backup.made_at) < timedelta(minutes=1)
    assert files_in(folder) == [backup.file.name]
    assert backup.file.name == f"lianxi-{backup.made_at:%Y-%m-%d-%H%M%S}-{HEAD_REVISION}.db"
    assert numbers(backup.file) == {"1", "2"}


def test_a_backup_while_somebody_writes_is_of_the_state_before(
    database: Database, folder: Path
) -> None:
    add_meeting(database, "1")

    with database.write() as session:
        import_documents(session, [("x", small() | {"number": "2"})])
        backup = back_up(database.path, folder)

    assert backup.meetings == 1


def test_an_unchanged_database_is_not_kept_twice(database: Database, folder: Path) -> None:
    add_meeting(database, "1")
    first = back_up(database.path, folder)
    database.close()
    reopened = open_database(database.path)

    again = back_up(database.path, folder)
    reopened.close()
    closed = back_up(database.path, folder)

    assert again == closed == first
    assert files_in(folder) == [first.file.name]


def test_a_change_of_one_character_makes_a_new_backup(database: Database, folder: Path) -> None:
    add_meeting(database, "1")
    first = back_up(database.path, folder)
    with database.write() as session:
        meeting_id = meeting_rows(session)[0].id
        set_values(session, meeting_id, "meeting", {"number": "2"}, profiles={})

    second = back_up(database.path, folder)

    assert second.file != first.file
    assert second.made_at > first.made_at
    assert numbers(first.file) == {"1"}
    assert numbers(second.file) == {"2"}


def test_backups_of_one_second_get_names_of_their_own(database: Database, folder: Path) -> None:
    names = set()
    for number in range(4):
        add_meeting(database, str(number))
        names.add(back_up(database.path, folder).file.name)

    assert set(files_in(folder)) == names
    assert len(names) == 4


def test_a_file_system_without_links_is_not_overwritten_either(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    first = back_up(database.path, folder)
    add_meeting(database, "1")

    second = back_up(database.path, folder)

    assert (first.meetings, second.meetings) == (0, 1)
    assert files_in(folder) == sorted([first.file.name, second.file.name])


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_cancelled_backup_leaves_nothing(database: Database, folder: Path, steps: int) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        if calls == steps:
            raise Stopped
        calls += 1

    with pytest.raises(Stopped):
        back_up(database.path, folder, check=check)

    assert files_in(folder) == []


def test_too_little_room_is_told_before_anything_is_written(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda disk: real(disk)._replace(free=1000))

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, folder)

    assert caught.value.reason == "too_little_room"
    assert files_in(folder) == []


def test_a_folder_that_cannot_be_made_is_told(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, tmp_path / "file" / "backups")

    assert caught.value.reason == "ENOTDIR"


@pytest.mark.parametrize("code", [errno.EIO, errno.ENODEV, errno.ENOSPC, errno.EROFS, errno.ENOENT])
def test_a_disk_that_goes_away_in_the_middle_is_told_and_leaves_nothing(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(_: int) -> None:
        raise OSError(code, "gone")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, folder)

    assert caught.value.reason == errno.errorcode[code]
    assert files_in(folder) == []


def test_a_disk_that_fills_up_while_copying_is_told_and_leaves_nothing(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_meeting(database, "1")
    connect = sqlite.connect

    class Small(sqlite.Connection):  # type: ignore[misc]  # the driver has no types
        def backup(self, target: sqlite.Connection) -> None:
            target.execute("PRAGMA max_page_count=2")
            super().backup(target)

    monkeypatch.setattr(sqlite, "connect", lambda *a, **k: connect(*a, factory=Small, **k))

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, folder)

    assert caught.value.reason == "SQLITE_FULL"
    assert files_in(folder) == []


def test_a_copy_that_does_not_verify_is_deleted(database: Database, folder: Path) -> None:
    add_meeting(database, "1")
    earlier = back_up(database.path, folder)
    database.close()
    ruin(database.path)

    with pytest.raises(BackupFailed):
        back_up(database.path, folder)

    assert files_in(folder) == [earlier.file.name]


def test_what_is_no_database_or_is_missing_is_not_backed_up(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"hello" * 1000)

    with pytest.raises(DatabaseNotOurs):
        back_up(tmp_path / "x.db", folder)
    with pytest.raises(DatabaseUnwritable):
        back_up(tmp_path / "y.db", folder)

    assert not (tmp_path / "y.db").exists()


def test_a_database_locked_elsewhere_is_told(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close()
    monkeypatch.setattr(models.backups, "BUSY_SECONDS", 0)
    monkeypatch.setattr(models.database, "BUSY_SECONDS", 0)
    with closing(sqlite.connect(database.path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(DatabaseBusy):
            back_up(database.path, folder)


def test_unfinished_copies_of_killed_programs_are_cleared_away(
    database: Database, folder: Path
) -> None:
    folder.mkdir()
    old, new = (folder / f".lianxi.db-{digit * 32}.part" for digit in "ab")
    for file in (old, new, folder / ".other.part"):
        file.write_bytes(b"x")
    long_ago = time.time() - 3 * 24 * 60 * 60
    for file in (old, folder / ".other.part"):
        os.utime(file, (long_ago, long_ago))

    back_up(database.path, folder)

    assert not old.exists()
    assert new.exists()
    assert (folder / ".other.part").exists()
