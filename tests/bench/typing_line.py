"""How soon a key shows in the typing line, and how soon an entered line is on disk.

Against a bare text field, and against the same row committed by SQLite alone; once more with a disk
whose every sync takes 50 ms.
"""

import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

from models.database import _PRAGMAS
from models.ids import new_id
from tests.bench.data import grow_audit, long_meeting
from tests.bench.stage import (
    SIZE,
    Figures,
    Painted,
    in_own_process,
    part,
    run_for,
    run_to,
    shown_window,
    tell,
    until,
)
from ui.main_window import MainWindow
from ui.operations import TypedLine, add_line

KEYS, EVERY_S = 200, 0.02
LINES_THERE = 5_000
KEYS_A_LINE, LINES = 30, 20
RAW_COMMITS = WRITES = 100
AUDIT_ENTRIES = 100_000
_LETTERS = "abcdefghij klmnopqrst uvwxyz"
_SOURCE = Path(__file__).with_name("slow_sync.c")


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    with tempfile.TemporaryDirectory() as folder:
        long_meeting(Path(folder, "long.db"), LINES_THERE)
        bare = in_own_process(__name__, "bare", folder)
        ours = in_own_process(__name__, "window", folder)
        rows = [
            ("key to painted, bare field", _spread(bare, "key"), ""),
            (
                f"key to painted, {LINES_THERE:,} lines, 60 people",
                _against(ours, bare, "key"),
                "p99 < 16 ms",
            ),
            ("… while lines are being saved", _against(ours, bare, "busy"), "p99 < 16 ms"),
            ("Enter to the line being shown", _spread(ours, "enter"), ""),
            ("SQLite's commit of one line", f"{ours['raw'] * 1000:.2f} ms", ""),
            ("Enter to committed", _commits(ours, "committed"), "≤ 3×"),
            ("… after 100,000 steps of audit trail", _commits(ours, "late"), "≤ 3×"),
            (
                "the same write, one right after the other",
                _commits(ours, "alone", "raw at once"),
                "≤ 3×",
            ),
            ("Enter to acknowledged", _commits(ours, "acknowledged"), ""),
            ("Enter to shown as saved", _commits(ours, "saved"), ""),
        ]
        library = _slow_sync(Path(folder))
        if library is None:
            return [*rows, ("typing with syncs of 50 ms", "no C compiler", "")]
        slow = in_own_process(__name__, "window", folder, environment={"LD_PRELOAD": str(library)})
        return [
            *rows,
            ("SQLite's commit with syncs of 50 ms", f"{slow['raw'] * 1000:.2f} ms", "≥ 50 ms"),
            ("key to painted, syncs of 50 ms", _against(slow, bare, "key"), "p99 < 16 ms"),
            ("… while lines are being saved", _against(slow, bare, "busy"), "p99 < 16 ms"),
            ("Enter to committed, syncs of 50 ms", _commits(slow, "committed"), "≤ 3×"),
        ]


class Keyboard:
    """Types into the field that has the focus, and sees when the key was painted."""

    def __init__(self, window: QWidget, field: QPlainTextEdit) -> None:
        self._handle = window.windowHandle()
        self._painted = Painted(field.viewport())
        self._count = 0

    def press(self, key: Qt.Key | None = None) -> tuple[float, float]:
        """Press a key, by default the next letter; return when that was, and when it was painted."""
        self._count += 1
        pressed: Any = key or _LETTERS[self._count % len(_LETTERS)]
        self._painted.yes = False
        start = time.perf_counter()
        QTest.keyPress(self._handle, pressed)
        moment = time.perf_counter() if self._painted.yes else self._painted.wait()
        QTest.keyRelease(self._handle, pressed)
        return start, moment

    def type(self, count: int, start: float) -> list[tuple[float, float]]:
        """Press a letter every 20 ms; return when each was due and when it was painted."""
        moments = []
        for number in range(count):
            due = start + number * EVERY_S
            run_to(due)
            moments.append((due, self.press()[1]))
        return moments


class Savings(QObject):
    """Notes when each line entered was committed, acknowledged, and shown as saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.committed: list[float] = []
        self.acknowledged: list[float] = []
        self.saved: list[float] = []
        self._record = window.desk.page.record
        self._before = self._lines
        workspace: Any = window.workspace
        database: Any = workspace._open_database()
        self._write, self._transaction = workspace._write, database.write
        self._writing = False  # a line; drafts are written by the way
        workspace._write, database.write = self._noted_write, self._noted_transaction
        workspace.changed.connect(lambda _: self.acknowledged.append(time.perf_counter()))
        self._record.timeline.viewport().installEventFilter(self)

    def warm_up(self, keyboard: Keyboard) -> None:
        """Enter a line that is not measured: it reads into memory what the next ones find there."""
        _enter_lines(keyboard, 1)
        until(lambda: bool(self.saved))
        run_for(0.5)
        for moments in (self.committed, self.acknowledged, self.saved):
            moments.clear()
        self._before = self._lines

    def _noted_write(self, *arguments: Any) -> Any:
        self._writing = True
        outcome = self._write(*arguments)
        self._writing = False
        return outcome

    @contextmanager
    def _noted_transaction(self) -> Iterator[Any]:
        with self._transaction() as session:
            yield session
        if self._writing:
            self.committed.append(time.perf_counter())

    @property
    def _lines(self) -> int:
        meeting = self._record.meeting
        return len(meeting.lines) if meeting is not None else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own
        """Note which lines the record knows from the disk when it is painted."""
        if event.type() is QEvent.Type.Paint:
            new = self._lines - self._before - len(self.saved)
            self.saved += [time.perf_counter()] * new
        return super().eventFilter(watched, event)


def _bare() -> Figures:
    """Type into a text field with nothing around it."""
    application = QApplication(sys.argv[:1])
    window, field = QMainWindow(), QPlainTextEdit()
    window.setCentralWidget(field)
    window.resize(*SIZE)
    window.show()
    field.setFocus()
    until(window.isVisible)
    keyboard = Keyboard(window, field)
    keyboard.type(KEYS_A_LINE, time.perf_counter())
    field.clear()
    figures = _delays("key", keyboard.type(KEYS, time.perf_counter()))
    application.quit()
    return figures


def _window(database: Path) -> Figures:
    """Type into the typing line of a long record, at first only letters, then whole lines."""
    window = shown_window(database)
    field = window.desk.page.record.composer.text
    until(lambda: window.desk.page.meeting is not None)
    window.desk.page.record.timeline.scrollToBottom()
    field.setFocus()
    run_for(1.0)
    keyboard = Keyboard(window, field)
    keyboard.type(KEYS_A_LINE, time.perf_counter())
    figures = _delays("key", keyboard.type(KEYS, time.perf_counter()))
    savings = Savings(window)
    figures |= _entered(savings, keyboard)
    workspace = window.workspace
    workspace.settle()
    grow_audit(database, AUDIT_ENTRIES)
    savings.warm_up(keyboard)
    enters = _enter_lines(keyboard, LINES)[1]
    until(lambda: len(savings.saved) == LINES)
    figures |= _since("late", enters, savings.committed)
    figures |= _written_alone(window)
    workspace.close()
    return figures | _raw_commits(database)


def _entered(savings: Savings, keyboard: Keyboard) -> Figures:
    savings.warm_up(keyboard)
    strokes, enters = _enter_lines(keyboard, LINES)
    until(lambda: len(savings.saved) == LINES)
    spans = list(zip((due for due, _ in enters), savings.saved, strict=True))
    busy = [s for s in strokes if any(start <= s[0] <= end for start, end in spans)]
    return (
        _delays("all", strokes)
        | (_delays("busy", busy) if busy else {})
        | _delays("enter", enters)
        | _since("committed", enters, savings.committed)
        | _since("acknowledged", enters, savings.acknowledged)
        | _since("saved", enters, savings.saved)
    )


def _written_alone(window: MainWindow) -> Figures:
    """Write lines as the worker does, while no other thread wants anything."""
    meeting, workspace = window.desk.page.meeting, window.workspace
    assert meeting is not None
    moments = []
    for _ in range(WRITES):
        line = TypedLine("abcdefghij klmnopqrst uvwxyz", meeting.participants[0].id, "主持人")
        operation = add_line(meeting.id, line, str(new_id()))
        start = time.perf_counter()
        workspace._write(operation, ())
        moments.append((start, time.perf_counter()))
    return _delays("alone", moments)


def _enter_lines(
    keyboard: Keyboard, count: int
) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Type lines without a pause; return the moments of the letters and those of the Enter keys."""
    strokes, enters = [], []
    start = time.perf_counter()
    for _ in range(count):
        strokes += keyboard.type(KEYS_A_LINE, start)
        due = start + KEYS_A_LINE * EVERY_S
        run_to(due)
        enters.append(keyboard.press(Qt.Key.Key_Return))
        start = due + EVERY_S
    return strokes, enters


def _raw_commits(database: Path) -> Figures:
    """Return how long SQLite takes to commit one line with the same settings.

    At the pace of the lines that are typed, and one right after the other, which is quicker.
    """
    with closing(sqlite.connect(str(database), isolation_level=None)) as raw:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        cursor = raw.execute("SELECT * FROM line ORDER BY position DESC LIMIT 1")
        names = [column[0] for column in cursor.description]
        row = dict(zip(names, cursor.fetchone(), strict=True))
        insert = f"INSERT INTO line VALUES ({', '.join('?' * len(names))})"  # noqa: S608  # marks only
        paced: list[float] = []
        at_once: list[float] = []
        for number in range(1, LINES + RAW_COMMITS + 1):
            spent = paced if number <= LINES else at_once
            if spent is paced:
                run_for(KEYS_A_LINE * EVERY_S)
            new = {
                "id": uuid.uuid4().hex,
                "seq": row["seq"] + number,
                "position": row["position"] + number,
            }
            start = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(insert, list((row | new).values()))
            raw.execute("COMMIT")
            spent.append(time.perf_counter() - start)
    return {"raw": part(paced, 0.5), "raw at once": part(at_once, 0.5)}


def _slow_sync(folder: Path) -> Path | None:
    """Return a library that delays every sync, or None where there is no compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    library = folder / "slow_sync.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O2", "-o", str(library), str(_SOURCE), "-ldl"], check=True
    )
    return library


def _delays(name: str, moments: Sequence[tuple[float, float]]) -> Figures:
    delays = [painted - due for due, painted in moments]
    return {f"{name} p50": part(delays, 0.5), f"{name} p99": part(delays, 0.99)}


def _since(name: str, enters: Sequence[tuple[float, float]], moments: Sequence[float]) -> Figures:
    return _delays(name, [(due, then) for (due, _), then in zip(enters, moments, strict=True)])


def _spread(figures: Figures, name: str) -> str:
    p50, p99 = (figures[f"{name} {which}"] * 1000 for which in ("p50", "p99"))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms"


def _against(ours: Figures, bare: Figures, name: str) -> str:
    if f"{name} p50" not in ours:
        return "saved before the next key"
    times = ours[f"{name} p50"] / bare["key p50"], ours[f"{name} p99"] / bare["key p99"]
    return f"{_spread(ours, name)} ({times[0]:.1f}×, {times[1]:.1f}× bare)"


def _commits(ours: Figures, name: str, raw: str = "raw") -> str:
    return f"{_spread(ours, name)} (p50 {ours[f'{name} p50'] / ours[raw]:.1f}× SQLite)"


def main() -> None:
    """Measure in this process; its arguments are a folder of its own, what, and where the data is."""
    folder, what, data = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    if what == "bare":
        tell(_bare())
    database = folder / "lianxi.db"
    shutil.copy(data / "long.db", database)
    tell(_window(database))


if __name__ == "__main__":
    main()
