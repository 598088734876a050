"""Restoring: the database is the old or the new one, whole, whatever fails in between."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

import models.backups
import models.database
import models.restore
from models.backups import back_up, back_up_from, examine, list_backups
from models.database import HEAD_REVISION, open_database
from models.errors import (
    AppError,
    BackupUnusable,
    DatabaseBusy,
    FolderUnwritable,
    RestoreFailed,
)
from models.files import SIDE_FILES
from models.paths import backup_folder
from models.restore import restore
from tests.models.database_files import make, make_crashed, numbers, ruin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "数 据%#" / "lianxi.db"


@pytest.fixture
def old_backup(path: Path) -> models.backups.Backup:
    """Give a backup with meeting 1 of a database that has meetings 1 and 2 since."""
    make(path, "1")
    backup = back_up(path, backup_folder(path))
    make(path, "2")
    return backup


def _beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_the_backup_takes_the_place_and_the_former_state_is_kept(
    path: Path, old_backup: models.backups.Backup
) -> None:
    kept = restore(path, old_backup)

    assert kept is not None
    assert numbers(path) == {"1"}
    assert numbers(kept) == {"1", "2"}
    assert {backup.file for backup in list_backups(backup_folder(path))} == {old_backup.file, kept}
    assert _beside(path) == ["backups", "lianxi.db"]


def test_restoring_can_be_taken_back_by_restoring_what_was_kept(
    path: Path, old_backup: models.backups.Backup
) -> None:
    kept = restore(path, old_backup)
    assert kept is not None

    restore(path, examine(kept))

    assert numbers(path) == {"1", "2"}


def test_what_was_in_the_log_is_kept_and_never_applied_to_the_new_file(path: Path) -> None:
    make_crashed(path, "1", "2")
    other = make(path.with_name("other.db"), "3")
    backup = back_up(other, backup_folder(path))
    assert path.with_name("lianxi.db-wal").stat().st_size > 0

    kept = restore(path, backup)

    assert kept is not None
    assert numbers(path) == {"3"}
    assert numbers(kept) == {"1", "2"}


def test_a_state_that_is_backed_up_already_is_not_kept_twice(path: Path) -> None:
    make(path, "1")
    first = back_up(path, backup_folder(path))
    make(path, "2")
    second = back_up(path, backup_folder(path))

    assert restore(path, first) == second.file
    assert len(list_backups(backup_folder(path))) == 2


def test_a_missing_database_is_restored(path: Path, old_backup: models.backups.Backup) -> None:
    path.unlink()

    assert restore(path, old_backup) is None
    assert numbers(path) == {"1"}


def test_the_log_of_a_missing_database_is_kept_apart(
    path: Path, old_backup: models.backups.Backup
) -> None:
    make_crashed(path, "4")
    path.unlink()
    log = Path(f"{path}-wal").read_bytes()

    kept = restore(path, old_backup)

    assert kept is not None
    assert Path(f"{kept}-wal").read_bytes() == log
    assert numbers(path) == {"1"}


@pytest.mark.parametrize("content", [b"", b"hello" * 4000])
def test_what_is_no_database_is_kept_byte_for_byte(
    path: Path, old_backup: models.backups.Backup, content: bytes
) -> None:
    path.write_bytes(content)
    Path(f"{path}-wal").write_bytes(b"log")

    kept = restore(path, old_backup)

    assert kept is not None
    assert kept.name.startswith("lianxi-damaged-")
    assert kept.read_bytes() == content
    assert Path(f"{kept}-wal").read_bytes() == b"log"
    assert numbers(path) == {"1"}
    assert _beside(path) == ["backups", "lianxi.db"]


def test_a_damaged_database_is_kept_as_it_is_and_listed_as_unsound(
    path: Path, old_backup: models.backups.Backup
) -> None:
    ruin(path)

    kept = restore(path, old_backup)

    assert kept is not None
    assert examine(kept).fault == "SQLITE_CORRUPT"
    assert numbers(path) == {"1"}


def test_an_unsound_backup_is_refused_even_if_it_was_sound_when_listed(
    path: Path, old_backup: models.backups.Backup
) -> None:
    ruin(old_backup.file)
    before = path.read_bytes()

    with pytest.raises(BackupUnusable) as caught:
        restore(path, old_backup)

    assert caught.value.reason == "SQLITE_CORRUPT"
    assert path.read_bytes() == before


def test_a_newer_backup_is_refused(path: Path, old_backup: models.backups.Backup) -> None:
    with closing(sqlite.connect(old_backup.file, isolation_level=None)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(BackupUnusable, match="newer_program"):
        restore(path, old_backup)


@pytest.mark.parametrize("used", [True, False], ids=["written", "only read"])
def test_a_database_that_is_open_is_not_replaced(
    path: Path, old_backup: models.backups.Backup, monkeypatch: pytest.MonkeyPatch, *, used: bool
) -> None:
    monkeypatch.setattr(models.restore, "PATIENCE_S", 0.0)
    database = open_database(path)
    with (database.write if used else database.read)() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM meeting")

    with pytest.raises(DatabaseBusy):
        restore(path, old_backup)

    with database.write():
        pass  # it is still the file that was opened
    database.close()
    assert numbers(path) == {"1", "2"}


def test_a_program_that_opens_the_database_at_the_last_moment_stops_it(
    path: Path, old_backup: models.backups.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = back_up_from

    def overtaken(*arguments: Any, **named: Any) -> Any:
        Path(f"{path}-wal").write_bytes(b"")
        return keep(*arguments, **named)

    monkeypatch.setattr("models.restore.back_up_from", overtaken)

    with pytest.raises(DatabaseBusy):
        restore(path, old_backup)

    assert numbers(path) == {"1", "2"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = make(tmp_path / "disk" / "real.db", "1")
    link = tmp_path / "data" / "lianxi.db"
    link.parent.mkdir()
    link.symlink_to(real)
    backup = back_up(link, backup_folder(link))
    make(real, "2")

    restore(link, backup)

    assert link.is_symlink()
    assert numbers(real) == {"1"}


def test_an_older_backup_is_migrated_at_the_next_opening(
    path: Path, old_backup: models.backups.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def migrate(file: Path, revision: str) -> None:
        seen.append((file, revision))

    restore(path, old_backup)
    monkeypatch.setattr(models.database, "HEAD_REVISION", "later")  # so that any is older
    monkeypatch.setattr("models.migrations.migrate", migrate)
    open_database(path).close()

    assert seen == [(path, HEAD_REVISION)]


STEPS: tuple[tuple[Any, str], ...] = (
    *((os, "fsync"), (os, "link"), (os, "replace"), (shutil, "copyfile"), (shutil, "disk_usage")),
    *((sqlite, "connect"), (models.backups, "is_whole"), (models.backups, "_hold_the_same")),
)


def _fail_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Let the call of that number to any step fail; return whether it was reached."""
    calls = 0

    def watched(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                raise OSError(errno.EIO, "planted")
            return function(*arguments, **named)

        return call

    for module, name in STEPS:
        monkeypatch.setattr(module, name, watched(getattr(module, name)))
    return lambda: calls >= number


@pytest.mark.parametrize("state", ["sound", "crashed", "damaged"])
def test_wherever_it_fails_the_database_is_the_old_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    start = tmp_path / "start" / "lianxi.db"
    saved = back_up(make(start.with_name("first.db"), "1"), backup_folder(start)).file.name
    (make_crashed if state == "crashed" else make)(start, "2", "3")
    if state == "damaged":
        ruin(start)
    outcomes: list[str] = []
    reached = True
    while reached:
        place = tmp_path / str(len(outcomes))
        shutil.copytree(start.parent, place)
        path, saved_there = place / start.name, place / "backups" / saved
        with monkeypatch.context() as planted:
            was_reached = _fail_at(len(outcomes) + 1, planted)
            try:
                restore(path, examine(saved_there))
                outcomes.append("new")
            except AppError:
                outcomes.append("old")
            reached = was_reached()

        if state == "damaged" and outcomes[-1] == "old":
            assert path.read_bytes() == start.read_bytes()
        else:
            assert numbers(path) == ({"1"} if outcomes[-1] == "new" else {"2", "3"})
        assert not [*place.glob(".*"), *place.glob("backups/.*")]
        assert examine(saved_there).fault is None

    assert outcomes[-1] == "new"
    assert outcomes.count("old") > 8


def test_too_little_room_for_keeping_the_state_stops_before_anything_changed(
    path: Path, old_backup: models.backups.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda disk: real(disk)._replace(free=0))

    with pytest.raises(FolderUnwritable):
        restore(path, old_backup)

    assert numbers(path) == {"1", "2"}
    assert not any(Path(f"{path}{suffix}").exists() for suffix in SIDE_FILES)


def test_a_file_held_by_another_program_is_told(
    path: Path, old_backup: models.backups.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)

    with pytest.raises(RestoreFailed) as caught:
        restore(path, old_backup)

    assert caught.value == RestoreFailed(path, "EACCES")
    assert numbers(path) == {"1", "2"}
    assert _beside(path) == ["backups", "lianxi.db"]
