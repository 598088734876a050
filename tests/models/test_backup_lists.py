"""Backups in their folder: listed whatever their state, and thinned out by the rule."""

import errno
import os
import shutil
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from models.backups import back_up, examine, list_backups, thin_out
from models.database import Database
from models.errors import AppError, FileUnreadable, FolderUnwritable
from tests.models.database_files import Stopped, add_meeting, files_in, ruin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "备份 1%#"


def _stamped(name: str) -> datetime:
    return datetime.strptime(name, "%Y-%m-%d-%H%M%S").astimezone()


def _traces(folder: Path) -> dict[str, tuple[int, int, int, bytes | None]]:
    """Return what changing a file, and not merely reading it, leaves behind: by file name."""
    return {file.name: _trace(file) for file in folder.iterdir()}


def _trace(file: Path) -> tuple[int, int, int, bytes | None]:
    status = file.stat()
    content = file.read_bytes() if file.is_file() else None
    return status.st_ino, status.st_mode, status.st_mtime_ns, content


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
    add_meeting(database, "1")
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
    before = _traces(folder)

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
    assert _traces(folder) == before
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

    left = {*files_in(folder)} - {*others, "lianxi-2026-01-01-080000-0001.db"}
    assert left == {file.name for file in files} - {file.name for file in deleted}
    assert {file.name for file in files[:7]} <= left
    assert len(left) == 7 + 3 + 2  # days, and what the weeks and months keep beyond them
    assert set(others) <= set(files_in(folder))
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
