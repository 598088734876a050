"""What the user feels of an export of 5,000 lines: stalls of the window, and how soon it stops."""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QThreadPool

from tests.bench.data import long_meeting
from tests.bench.stage import (
    Figures,
    Heartbeat,
    in_own_process,
    run_for,
    started_window,
    tell,
    until,
)
from ui.main_window import MainWindow
from ui.pages.exporting import ExportWish, export_task
from ui.tasks import Task

LINES = 5_000
CANCEL_AFTER = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99)
"""Shares of the time of a whole export after which it is cancelled."""


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    with tempfile.TemporaryDirectory() as folder:
        long_meeting(Path(folder, "long.db"), LINES)
        found = in_own_process(__name__, folder)
    return [
        (f"export of {LINES:,} lines in the window", f"{found['whole']:.1f} s", ""),
        ("… worst gap of the event loop, DOCX", _gap(found["docx"]), "< 50 ms"),
        ("… worst gap of the event loop, PDF", _gap(found["pdf"]), "< 50 ms"),
        ("… cancel to stopped, at worst", f"{found['cancel']:.2f} s", "< 1 s"),
    ]


def _gap(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _task(window: MainWindow, folder: Path, *formats: str) -> Task:
    meeting = window.desk.page.meeting
    assert meeting is not None

    return export_task(
        window.desk.papers.fetcher(meeting.id),
        ExportWish(("record",), formats, folder),
        database=window.workspace.file,
    )


def _run(task: Task, *, cancel_after: float | None = None) -> tuple[float, float]:
    """Run a task; return how long it took, and how long to its end after it was cancelled."""
    ends: list[float] = []
    outcome: list[str] = []
    task.succeeded.connect(lambda _: outcome.append("succeeded"))
    task.cancelled.connect(lambda: outcome.append("cancelled"))
    task.ended.connect(lambda: ends.append(time.perf_counter()))
    begun = asked = time.perf_counter()
    task.start(QThreadPool.globalInstance())
    if cancel_after is not None:
        run_for(cancel_after)
        asked = time.perf_counter()
        task.cancel()
    until(lambda: bool(ends))
    assert outcome
    return ends[0] - begun, ends[0] - asked


def main() -> None:
    """Measure in this process and hand the figures over."""
    folder, data = Path(sys.argv[1]), Path(sys.argv[2])
    window = started_window(data / "long.db")
    until(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
    run_for(1)
    figures: Figures = {}
    _run(_task(window, folder, "pdf", "docx"))  # the first loads the modules
    for one in ("docx", "pdf"):
        with Heartbeat() as beat:
            _run(_task(window, folder, one))
        figures[one] = beat.worst
    figures["whole"], _ = _run(_task(window, folder, "docx", "pdf"))
    figures["cancel"] = max(
        _run(_task(window, folder, "docx", "pdf"), cancel_after=share * figures["whole"])[1]
        for share in CANCEL_AFTER
    )
    window.workspace.close()
    tell(figures)


if __name__ == "__main__":
    main()
