"""What a hard crash leaves behind: a small file that faulthandler and Qt write into while we die.

``running.log`` is there as long as the program runs; one that is still there at a start means that
the last run did not come to its end. It is then ``crash.log`` until the user was told of it, and
afterwards one of a few numbered ones. It names versions and places in the code, no word of a case.
"""

import faulthandler
import re
import sys
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from ui.errors import versions

_RUNNING, _UNTOLD = "running.log", "crash.log"
_KEPT = 3  # told crashes
_MOST_CHARACTERS = 16_000
_MOST_OF_A_MESSAGE = 500
_PLACE = re.compile(r'File ".*?([^/\\"]+[/\\][^/\\"]+)"')  # the folders before hold the user's name


class CrashLog:
    """The log of this run. Only for the program that holds the lock of its database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None

    def start(self) -> None:
        """Keep what the last run left, and catch what may end this one; not where none can be kept."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _keep_last(self._folder)
            self._file = (self._folder / _RUNNING).open("w", encoding="utf-8")
        except OSError:
            return  # the database will say why nothing can be written there
        self.write(versions())
        # The thread that crashed only: walking through one that still runs can crash once more, and
        # then the report ends before the place that matters.
        faulthandler.enable(self._file, all_threads=False)
        qInstallMessageHandler(self._take_message)

    def write(self, report: str) -> None:
        """Add a report, on disk before this returns."""
        if self._file is not None:
            print(report, file=self._file, flush=True)

    def close(self) -> None:
        """Say that the program came to its end."""
        if self._file is None:
            return
        qInstallMessageHandler(None)
        faulthandler.disable()
        self._file.close()
        self._file = None
        (self._folder / _RUNNING).unlink(missing_ok=True)

    def _take_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Log what Qt dies of; print everything, as Qt does by itself."""
        if kind is QtMsgType.QtFatalMsg:
            self.write(f"Qt: {text[:_MOST_OF_A_MESSAGE]}")
        print(qFormatLogMessage(kind, context, text), file=sys.stderr)


def last_crash(folder: Path) -> str | None:
    """Return the report of an unexpected end that the user was not told of yet, if there is one."""
    try:
        with (folder / _UNTOLD).open(encoding="utf-8", errors="replace") as file:
            report = file.read(_MOST_CHARACTERS)
    except OSError:
        return None
    return _PLACE.sub(r'File "\1"', report).strip()


def forget_crash(folder: Path) -> None:
    """Note that the user was told: it is kept as the first of a few, and not told again."""
    untold = folder / _UNTOLD
    if not untold.exists():
        return
    for number in range(_KEPT - 1, 0, -1):
        older = folder / f"crash-{number}.log"
        if older.exists():
            older.replace(folder / f"crash-{number + 1}.log")
    untold.replace(folder / "crash-1.log")


def _keep_last(folder: Path) -> None:
    left = folder / _RUNNING
    if left.exists():
        forget_crash(folder)  # of two that were not told the newer one is
        left.replace(folder / _UNTOLD)
