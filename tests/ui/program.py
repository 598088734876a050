"""The program with a voice: it says on stdout what its window does, and does a deed once it is open.

``program.py DEED [ARGUMENT ...]`` runs ``main.py ARGUMENT ...``; the deeds are functions below.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer, qFatal
from PySide6.QtWidgets import QAbstractButton, QApplication

import main
from models.snapshot import MeetingSnapshot
from ui import app, instance
from ui.dialogs.crash import CrashDialog
from ui.dialogs.start import StartDialog
from ui.main_window import MainWindow

_LOOK_MS = 20
_PATIENCE_S = 60.0


def say(words: str) -> None:
    """Tell the test."""
    print(words, flush=True)


def stay(_window: MainWindow) -> None:
    """Do nothing."""


def close(window: MainWindow) -> None:
    """End as a user ends it."""
    QTimer.singleShot(0, window.close)


def segfault(_window: MainWindow) -> None:
    """Read where nothing is."""
    ctypes.string_at(0)


def abort(_window: MainWindow) -> None:
    """Let Qt end the process."""
    qFatal("the end of it")


def fail(window: MainWindow) -> None:
    """Have a fault in a slot and one in a thread; end as the dialog offers it."""
    thread = threading.Thread(target=_fault_in_a_thread)
    thread.start()
    thread.join()
    timer = QTimer(window)

    def answer() -> None:
        dialog = window.findChild(CrashDialog)
        if dialog is not None and "_fault_in_a_thread" in dialog._report.toPlainText():
            timer.stop()
            say(f"told: {dialog._safe.text()}")
            dialog._end.click()

    timer.timeout.connect(answer)
    timer.start(_LOOK_MS)
    raise LookupError("郭某峰")


def notice(window: MainWindow) -> None:
    """Say what the window has to say, with the report it offers to copy, and end."""
    if window.desk.notice.isVisible():
        words = window.desk.notice.text
        window.desk.notice._act.click()
        say(" | ".join(f"{words}\n{QApplication.clipboard().text()}".splitlines()))
    else:
        say("no notice")
    close(window)


def freeze(_window: MainWindow) -> None:
    """Never come back."""
    say("frozen")
    threading.Event().wait()


def _fault_in_a_thread() -> None:
    raise IndexError


def _speak(window: MainWindow, deed: Callable[[MainWindow], None]) -> None:
    window.workspace.opened.connect(lambda: say("open"))
    window.workspace.opened.connect(lambda: QTimer.singleShot(0, lambda: deed(window)))
    window.painted.connect(lambda: window.desk.shown.connect(_tell_shown))


def _tell_shown(meeting: MeetingSnapshot | None) -> None:
    if meeting is not None:
        say(f"shown: {meeting.title}")


def _answer(words: str) -> None:
    """Press a button of the dialog that is there instead of a window."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, StartDialog) and dialog.isVisible():
            say("asked")
            next(b for b in dialog.findChildren(QAbstractButton) if words in b.text()).click()


def run(deed: str, arguments: list[str]) -> int:
    """Run the program; ``press:WORDS`` is a deed for when there is no window."""
    make_window, make_application = app.make_window, app.make_application
    done: Callable[[MainWindow], None] = globals().get(deed, close)
    if not deed.startswith("press:"):
        instance.ANSWER_SECONDS = _PATIENCE_S  # the first start answers, on a busy computer later
    timer: list[QTimer] = []

    def made(looks: app.Looks, database: Path) -> MainWindow:
        window = make_window(looks, database)
        _speak(window, done)
        return window

    def started() -> QApplication:
        application = make_application()
        if deed.startswith("press:"):
            timer.append(QTimer())
            timer[0].timeout.connect(lambda: _answer(deed.partition(":")[2]))
            timer[0].start(_LOOK_MS)
        return application

    app.make_window, app.make_application = made, started
    status = main.main(arguments)
    say(f"heavy: {'sqlalchemy' in sys.modules}")
    return status


if __name__ == "__main__":
    for wish in {"SIGINT", "SIGHUP"} & set(dir(signal)):  # tests in the background ignore them
        signal.signal(signal.Signals[wish], signal.SIG_DFL)
    os._exit(run(sys.argv[1], sys.argv[2:]))
