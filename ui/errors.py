"""Bugs: caught wherever they arise, told once, with a report that holds no word of a case.

A report names the kind of the exception and the places in the code. It leaves out the message of
the exception, because that may quote a name or a sentence from a record.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from models.version import VERSION

_MOST_REPORTS = 5  # a fault while painting comes back with every repaint


@dataclass(frozen=True, slots=True)
class Crash:
    """One fault as it is told: ``saved`` says whether everything was on disk afterwards."""

    report: str
    saved: bool


def versions() -> str:
    """Return what the program ran on."""
    return (
        f"Lianxi {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )


def bug_report(error: BaseException) -> str:
    """Return what a developer needs to find the fault, and nothing the user has typed."""
    lines = [versions(), f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:
        lines += ["caused by", *bug_report(error.__cause__).splitlines()[1:]]
    return "\n".join(lines)


class CrashReporter(QObject):
    """Takes over the exception hooks; saves, then shows each fault once, in the GUI thread.

    ``saving`` brings to disk what is not there yet and says whether all of it is; ``note`` is told
    each report at once, in the thread of the fault.
    """

    _arrived = Signal(str)

    def __init__(
        self,
        show: Callable[[Crash], None],
        *,
        saving: Callable[[], bool],
        note: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._saving = saving
        self._note = note
        self._seen: set[str] = set()
        self._is_saving = False
        # Queued even from the GUI thread: no dialog may be made in the middle of a paint event.
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of all threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = bug_report(error.with_traceback(trace))
        if report in self._seen or len(self._seen) >= _MOST_REPORTS:
            return
        self._seen.add(report)
        for tell in (self._note, _print):
            with suppress(OSError):  # a full disk or a closed terminal; it is shown all the same
                tell(report)
        self._arrived.emit(report)

    def _tell(self, report: str) -> None:
        self._show(Crash(report, saved=self._save()))

    def _save(self) -> bool:
        """Save everything; a fault in that is a fault like any other, told after this one."""
        if self._is_saving:
            return False  # the fault arose in saving, which has not ended yet
        self._is_saving = True
        try:
            return self._saving()
        except Exception as error:  # noqa: BLE001  # whatever it is, the first fault is told
            raise_to_hook(error)
            return False
        finally:
            self._is_saving = False


def _print(report: str) -> None:
    print(report, file=sys.stderr)


def raise_to_hook(error: BaseException) -> None:
    """Hand an exception that was brought from a worker to the exception hook."""
    sys.excepthook(type(error), error, error.__traceback__)
