"""A restoration that is killed leaves the old database or the new one, whole."""

import shutil
import subprocess
import sys
from pathlib import Path

from models.backups import back_up, examine
from models.paths import backup_folder
from tests.models.database_files import make, make_crashed, numbers


def _restore(path: Path, backup: Path, step: int) -> bool:
    """Restore, to be killed at that step; return whether it came to its end."""
    command = [sys.executable, str(Path(__file__).parent / "restorer.py")]
    done = subprocess.run([*command, str(path), str(backup), str(step)], check=False)
    assert done.returncode in (0, 9)
    return done.returncode == 0


def test_a_killed_restoration_leaves_the_old_or_the_new_database(tmp_path: Path) -> None:
    start = tmp_path / "start" / "lianxi.db"
    saved = back_up(make(start.with_name("first.db"), "1"), backup_folder(start)).file.name
    make_crashed(start, "2", "3")
    found: list[set[str | None]] = []

    finished = False
    while not finished:
        place = tmp_path / str(len(found))
        shutil.copytree(start.parent, place)
        path, backup = place / start.name, place / "backups" / saved
        finished = _restore(path, backup, len(found) + 1)
        assert examine(backup).fault is None
        found.append(numbers(path))

    old: set[str | None] = {"2", "3"}
    new: set[str | None] = {"1"}
    first_new = found.index(new)
    assert first_new > 8
    assert found == [old] * first_new + [new] * (len(found) - first_new)
