"""Starts the program in processes of its own, with settings and data in a temporary folder."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120


class Program:
    """One run of ``tests/ui/program.py``; ended with the ``with`` statement at the latest."""

    def __init__(self, folder: Path, deed: str, *arguments: str, cwd: Path = ROOT) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/ui/program.py"), deed, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=environment(folder),
            encoding="utf-8",
        )
        self._watchdog = threading.Timer(PATIENCE_S, self.process.kill)
        self._watchdog.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._watchdog.cancel()
        self.process.kill()
        self.process.communicate()

    def wait_for(self, words: str) -> str:
        """Return the next thing it says that begins like that."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line.strip())
            if line.startswith(words):
                return line.strip()
        _, trouble = self.process.communicate()
        raise AssertionError(f"never said {words!r}: {self.said} {trouble}")

    def end(self) -> tuple[int, str]:
        """Wait until it ended; return its status and what it said of trouble."""
        out, trouble = self.process.communicate(timeout=PATIENCE_S)
        self.said += out.splitlines()
        return self.process.returncode, trouble


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a user whose home is that folder."""
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "share"),
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "PYTHONPATH": str(ROOT),
    }
