"""Types into the real window until it is killed, and says on stdout what it typed and what is saved.

``typist.py DATABASE``: for each line on stdin a child process is made that opens the database and
types on in its first meeting. Each thing said is ``WHAT MONOTONIC-SECONDS LINE WORDS``; it also says
when it begins to write something into the database and when that is over.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

import models.queries  # noqa: F401  # so that a child need not load it
import ui.desk  # noqa: F401  # as above
from models.database import Database
from ui.app import make_application
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.pages.record_page import RecordPage
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.workspace import Workspace

_KEY_S = 0.02
_LETTERS = "abcdefghijklmnopqrstuvwxyz,. "


def say(what: str, line: int = 0, words: str = "") -> None:
    """Tell the test, in one piece: it may be the last thing said."""
    tell(f"{what} {time.monotonic()} {line} {words}")


def tell(said: str) -> None:
    """Write a line to stdout that is there whole or not at all; two threads may speak."""
    os.write(sys.stdout.fileno(), f"{said}\n".encode())


def type_on(database: Path) -> None:
    """Open the window and type until the end."""
    read: list[object] = []
    take = RecordPage._take_drafts

    def taken(page: RecordPage, found: object) -> None:
        take(page, found)
        read.append(found)

    write = Database.write

    @contextmanager
    def told(database: Database) -> Iterator[Session]:
        say("writing")
        try:
            with write(database) as session:
                yield session
        finally:
            say("written")

    setattr(RecordPage, "_take_drafts", taken)  # noqa: B010  # to know when it was done
    setattr(Database, "write", told)  # noqa: B010  # the disk takes its time
    application = make_application()
    settings = QSettings(str(database.with_name("settings.ini")), QSettings.Format.IniFormat)
    window = MainWindow(
        Workspace(database),
        SettingsStore(settings),
        Theme(application, choice=ThemeChoice.LIGHT),
        interface=Interface(),
    )
    window.painted.connect(window.workspace.open)
    window.show()
    while not read:
        QApplication.processEvents()
    page = window.desk.page.record
    assert page.meeting is not None
    field, line = page.composer.text, len(page.meeting.lines) + 1
    if not field.words:
        QTest.keyClicks(field, f"w{line}")
    chance = random.Random()  # any words will do
    while True:
        for _ in range(chance.randint(5, 120)):
            QTest.keyClicks(field, chance.choice(_LETTERS))
            say("typed", line, field.words)
            _pause()
        words = field.words
        page.composer.hand_in()
        while not page.queue.is_empty:
            QApplication.processEvents()
        say("saved", line, words.strip("\n"))
        line += 1
        QTest.keyClicks(field, f"w{line}")


def _pause() -> None:
    end = time.monotonic() + _KEY_S
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)


def main() -> None:
    """Make a child for each line on stdin."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            type_on(Path(sys.argv[1]))
        tell(f"child {child}")
        os.waitpid(child, 0)
        tell("gone")


if __name__ == "__main__":
    main()
