"""Types into the real window until it is killed, and says on stdout what it typed and what is saved.

``typist.py DATABASE``: for each line on stdin a child process is made that opens the database and
types on in its first meeting. Each thing said is ``WHAT MONOTONIC-SECONDS LINE WORDS``.
"""

import os
import random
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import models.queries  # noqa: F401  # so that a child need not load it
import ui.desk  # noqa: F401  # as above
from ui.app import make_application
from ui.i18n import Interface
from ui.main_window import MainWindow
from ui.pages.record_page import RecordPage
from ui.settings import SettingsStore
from ui.theme import Theme, ThemeChoice
from ui.workspace import Workspace

_KEY_S = 0.02
_LETTERS = "abcdefghijklmnopqrstuvwxyz,. "


def say(what: str, line: int, words: str) -> None:
    """Tell the test."""
    print(what, time.monotonic(), line, words, flush=True)


def type_on(database: Path) -> None:
    """Open the window and type until the end."""
    read: list[object] = []
    take = RecordPage._take_drafts

    def taken(page: RecordPage, found: object) -> None:
        take(page, found)
        read.append(found)

    setattr(RecordPage, "_take_drafts", taken)  # noqa: B010  # to know when it was done
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
        print("child", child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main()
