"""Bugs: caught wherever they arise, told once, with a report that holds no word of a case.

A report names the kind of the exception and the places in the code. It leaves out the message of
the exception, because that may quote a name or a sentence from a record.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

_MOST_REPORTS = 5  # a fault while painting comes back with every repaint


def bug_report(error: BaseException) -> str:
    """Return what a developer needs to find the fault, and nothing the user has typed."""
    lines = [
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(frame.filename.replace("\\", "/").split("/")[-2:])
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:
        lines += ["caused by", *bug_report(error.__cause__).splitlines()[1:]]
    return "\n".join(lines)


class CrashReporter(QObject):
    """Takes over the exception hooks and shows each fault once, in the GUI thread."""

    _arrived = Signal(str)

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._seen: set[str] = set()
        self._arrived.connect(self._tell)

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
        print(report, file=sys.stderr)
        self._arrived.emit(report)

    def _tell(self, report: str) -> None:
        self._show(report)


def raise_to_hook(error: BaseException) -> None:
    """Hand an exception that was brought from a worker to the exception hook."""
    sys.excepthook(type(error), error, error.__traceback__)
