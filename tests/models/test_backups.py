"""Backups: whole copies under names of their own, or nothing; listed whatever their state."""

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
from models.backups import back_up, examine, list_backups, thin_out
from models.database import HEAD_REVISION, Database, open_database
from models.errors import (
    AppError,
    BackupFailed,
    DatabaseBusy,
    DatabaseNotOurs,
    DatabaseUnwritable,
    FileUnreadable,
    FolderUnwritable,
)
from models.operations.case_files import import_documents
from models.operations.entries import set_values
from models.queries import meeting_rows
from tests.models.case_files import small
from tests.models.database_files import numbers, ruin


class Stopped(Exception):
    """What a caller raises to cancel."""


def _add_meeting(database: Database, number: str) -> None:
    with database.write() as session:
        import_documents(session, [("x", small() | {"number": number})])


def _files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "备份 1%#"


def test_a_backup_of_an_open_database_holds_all_that_was_acknowledged(
    database: Database, folder: Path
) -> None:
    _add_meeting(database, "1")
    _add_meeting(database, "2")  # both are in the log still

    backup = back_up(database.path, folder)

    assert (backup.revision, backup.meetings, backup.fault) == (HEAD_REVISION, 2, None)
    assert backup.size == backup.file.stat().st_size
    assert abs(datetime.now().astimezone() - backup.made_at) < timedelta(minutes=1)
    assert _files(folder) == [backup.file.name]
    assert backup.file.name == f"lianxi-{backup.made_at:%Y-%m-%d-%H%M%S}-{HEAD_REVISION}.db"
    assert numbers(backup.file) == {"1", "2"}


def test_a_backup_while_somebody_writes_is_of_the_state_before(
    database: Database, folder: Path
) -> None:
    _add_meeting(database, "1")

    with database.write() as session:
        import_documents(session, [("x", small() | {"number": "2"})])
        backup = back_up(database.path, folder)

    assert backup.meetings == 1


def test_an_unchanged_database_is_not_kept_twice(database: Database, folder: Path) -> None:
    _add_meeting(database, "1")
    first = back_up(database.path, folder)
    database.close()
    reopened = open_database(database.path)

    again = back_up(database.path, folder)
    reopened.close()
    closed = back_up(database.path, folder)

    assert again == closed == first
    assert _files(folder) == [first.file.name]


def test_a_change_of_one_character_makes_a_new_backup(database: Database, folder: Path) -> None:
    _add_meeting(database, "1")
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
        _add_meeting(database, str(number))
        names.add(back_up(database.path, folder).file.name)

    assert set(_files(folder)) == names
    assert len(names) == 4


def test_a_file_system_without_links_is_not_overwritten_either(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)
    first = back_up(database.path, folder)
    _add_meeting(database, "1")

    second = back_up(database.path, folder)

    assert (first.meetings, second.meetings) == (0, 1)
    assert _files(folder) == sorted([first.file.name, second.file.name])


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

    assert _files(folder) == []


def test_too_little_room_is_told_before_anything_is_written(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda disk: real(disk)._replace(free=1000))

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, folder)

    assert caught.value.reason == "too_little_room"
    assert _files(folder) == []


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
    assert _files(folder) == []


def test_a_disk_that_fills_up_while_copying_is_told_and_leaves_nothing(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_meeting(database, "1")
    connect = sqlite.connect

    class Small(sqlite.Connection):  # type: ignore[misc]  # the driver has no types
        def backup(self, target: sqlite.Connection) -> None:
            target.execute("PRAGMA max_page_count=2")
            super().backup(target)

    monkeypatch.setattr(sqlite, "connect", lambda *a, **k: connect(*a, factory=Small, **k))

    with pytest.raises(FolderUnwritable) as caught:
        back_up(database.path, folder)

    assert caught.value.reason == "SQLITE_FULL"
    assert _files(folder) == []


def test_a_copy_that_does_not_verify_is_deleted(database: Database, folder: Path) -> None:
    _add_meeting(database, "1")
    earlier = back_up(database.path, folder)
    database.close()
    ruin(database.path)

    with pytest.raises(BackupFailed):
        back_up(database.path, folder)

    assert _files(folder) == [earlier.file.name]


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


def _stamped(name: str) -> datetime:
    return datetime.strptime(name, "%Y-%m-%d-%H%M%S").astimezone()


def test_no_folder_and_an_empty_one_have_no_backups(tmp_path: Path) -> None:
    assert list_backups(tmp_path / "none") == ()
    assert list_backups(tmp_path) == ()


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(FileUnreadable):
        list_backups(tmp_path / "file")


def test_whatever_lies_in_the_folder_is_listed_and_judged_untouched(
    database: Database, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _add_meeting(database, "1")
    good = back_up(database.path, folder).file
    data = good.read_bytes()
    stamp = "2026-01-02-030405"
    made = {
        "empty.db": (b"", "empty_file"),
        "junk.db": (b"hello" * 4000, "SQLITE_NOTADB"),
        f"lianxi-{stamp}-0001.db": (data[: len(data) // 2], "SQLITE_CORRUPT"),
        "no-page.db": (data[:100], "SQLITE_CORRUPT"),
        "copy.db": (data, None),
    }
    for name, (content, _) in made.items():
        (folder / name).write_bytes(content)
    for name, statement in {
        "newer.db": "UPDATE alembic_version SET version_num = '9999'",
        "no-revision.db": "DELETE FROM alembic_version",
        "no-meetings.db": "DROP TABLE meeting",
        "other.db": "PRAGMA application_id = 1",
    }.items():
        shutil.copy(good, folder / name)
        with closing(sqlite.connect(folder / name, isolation_level=None)) as raw:
            raw.execute(statement)
    shutil.copy(good, folder / "ruined.db")
    ruin(folder / "ruined.db")
    shutil.copy(good, folder / "in-use.db")
    (folder / "in-use.db-wal").write_bytes(b"x")
    (folder / "folder.db").mkdir()
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / ".hidden.db").write_text("x", encoding="utf-8")
    before = {file.name: file.stat() for file in folder.iterdir()}

    faults = {backup.file.name: backup.fault for backup in list_backups(folder)}

    assert faults == {
        **{name: fault for name, (_, fault) in made.items()},
        good.name: None,
        "newer.db": "newer_program",
        "no-revision.db": "other_program",
        "no-meetings.db": "SQLITE_ERROR",
        "other.db": "other_program",
        "ruined.db": "SQLITE_CORRUPT",
        "in-use.db": "unfinished",
    }
    assert {file.name: file.stat() for file in folder.iterdir()} == before
    assert capfd.readouterr().err == ""


def test_the_list_is_newest_first_after_the_names_and_else_the_files(tmp_path: Path) -> None:
    for name in ("a-2026-01-01-080000-0001.db", "a-2026-03-01-080000-0001.db", "x.db"):
        (tmp_path / name).write_bytes(b"x")
    middle = _stamped("2026-02-01-080000")
    os.utime(tmp_path / "x.db", (middle.timestamp(), middle.timestamp()))

    backups = list_backups(tmp_path)

    assert [backup.made_at for backup in backups] == [
        _stamped("2026-03-01-080000"),
        middle,
        _stamped("2026-01-01-080000"),
    ]


def test_listing_tells_its_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.db").write_bytes(b"x")
    steps: list[tuple[int, int]] = []

    def check() -> None:
        if len(steps) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        list_backups(tmp_path, progress=lambda *step: steps.append(step), check=check)

    assert steps == [(1, 3), (2, 3)]


def test_a_file_that_vanishes_while_listed_is_told(tmp_path: Path) -> None:
    assert examine(tmp_path / "gone.db").fault == "ENOENT"


def _days(folder: Path, good: Path, count: int) -> list[Path]:
    """Make sound backups of that many days, newest first."""
    newest = datetime(2026, 11, 20, 9)  # noqa: DTZ001 - local, as names have it
    files = [
        folder / f"lianxi-{newest - timedelta(days=day):%Y-%m-%d-%H%M%S}-0001.db"
        for day in range(count)
    ]
    for file in files:
        shutil.copy(good, file)
    return files


def test_thinning_out_deletes_only_what_it_named_and_the_rule_does_not_keep(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    good = back_up(database.path, tmp_path / "good").file
    folder.mkdir()
    files = _days(folder, good, 60)
    others = [
        *("other-2026-01-01-080000-0001.db", "lianxi-damaged-2026-01-01-080000.db", "lianxi.db"),
        *("lianxi-2026-13-01-080000-0001.db", "lianxi-2026-01-01-080000-0001.db.bak"),
    ]
    for name in others:
        shutil.copy(good, folder / name)
    (folder / "lianxi-2026-01-01-080000-0001.db").mkdir()

    deleted = thin_out(database.path, folder)

    left = {*_files(folder)} - {*others, "lianxi-2026-01-01-080000-0001.db"}
    assert left == {file.name for file in files} - {file.name for file in deleted}
    assert {file.name for file in files[:7]} <= left
    assert len(left) == 7 + 3 + 2  # days, and what the weeks and months keep beyond them
    assert set(others) <= set(_files(folder))
    assert thin_out(database.path, folder) == ()


def test_the_newest_sound_backup_is_never_deleted(
    database: Database, folder: Path, tmp_path: Path
) -> None:
    good = back_up(database.path, tmp_path / "good").file
    folder.mkdir()
    files = _days(folder, good, 30)
    sound = files[10]
    for file in files[:10]:
        file.write_bytes(b"")

    deleted = thin_out(database.path, folder)

    assert sound.exists()
    assert sound not in deleted


def test_a_folder_that_refuses_deleting_is_told(
    database: Database, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = back_up(database.path, tmp_path / "good").file
    folder.mkdir()
    _days(folder, good, 30)

    def refuse(_: Path, **_named: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(AppError) as caught:
        thin_out(database.path, folder)

    assert caught.value == FolderUnwritable(folder, "EROFS")


def test_thinning_out_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable):
        thin_out(tmp_path / "lianxi.db", tmp_path / "gone")
