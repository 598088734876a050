"""Restores a backup and is killed at one of its steps: restorer.py DATABASE BACKUP STEP."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import sqlcipher3.dbapi2 as sqlite

from models.backups import examine
from models.restore import restore

STEPS: tuple[tuple[Any, str], ...] = (
    *((os, "fsync"), (os, "link"), (os, "replace"), (Path, "unlink")),
    *((shutil, "copyfile"), (sqlite, "connect")),
)


def main() -> None:
    """Restore until killed."""
    backup = examine(Path(sys.argv[2]))
    calls = 0

    def deadly(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == int(sys.argv[3]):
                os._exit(9)
            return function(*arguments, **named)

        return call

    for module, name in STEPS:
        setattr(module, name, deadly(getattr(module, name)))
    restore(Path(sys.argv[1]), backup)


if __name__ == "__main__":
    main()
