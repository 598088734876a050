"""How long the window is away: 10,000 meetings, a record of 5,000 lines, and one of 100,000.

The worst gap between two turns of the event loop is what a user feels as a stall.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from models.snapshot import MeetingRow
from tests.bench.data import ENDLESS, MEETINGS, long_meeting, many_meetings
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
from ui.widgets.rows_view import RowsView

TURNS, EVERY_S = 60, 0.03
CHANGES = 5
_MEETING_LIST = {
    "open": "10,000 meetings: opening, worst gap",
    "scroll": "… dragging the bar",
    "page": "… page by page",
    "edit": "… changing a title",
    "filter": "… typing into the filter",
}
_RECORD = {
    "open": "5,000 lines: opening, worst gap",
    "scroll": "… dragging the bar",
    "page": "… page by page",
    "edit": "… changing the title of the meeting",
}

_ENDLESS = {
    "scroll": "100,000 lines: dragging the bar, worst gap",
    "page": "… page by page",
}


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    with tempfile.TemporaryDirectory() as folder:
        many_meetings(Path(folder, "many.db"))
        long_meeting(Path(folder, "long.db"), 5_000)
        long_meeting(Path(folder, "endless.db"), ENDLESS)
        found = in_own_process(__name__, "many", folder)
        rows = [(name, _gap(found[key]), "< 50 ms") for key, name in _MEETING_LIST.items()]
        found = in_own_process(__name__, "long", folder)
        rows += [(name, _gap(found[key]), "< 50 ms") for key, name in _RECORD.items()]
        found = in_own_process(__name__, "endless", folder)
        return rows + [(name, _gap(found[key]), "< 50 ms") for key, name in _ENDLESS.items()]


def _opened(database: Path) -> tuple[MainWindow, float]:
    """Return the window, filled, and the worst gap since the data was there."""
    window = started_window(database)
    with Heartbeat() as beat:
        window.workspace.opened.connect(beat.begin)
        until(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
        run_for(0.5)
    return window, beat.worst


def _many(database: Path) -> Figures:
    window, opening = _opened(database)
    pane = window.desk.meetings
    assert len(pane.model.rows) > MEETINGS
    figures = {"open": opening}
    figures |= _moved(pane.view)
    figures["edit"] = _worst(lambda: _change_titles(window))
    figures["filter"] = _worst(lambda: _narrow(window, pane.filter))
    window.workspace.close()
    return figures


def _long(database: Path) -> Figures:
    window, opening = _opened(database)
    figures = {"open": opening}
    figures |= _moved(window.desk.page.record.timeline)
    figures["edit"] = _worst(lambda: _change_titles(window))
    window.workspace.close()
    return figures


def _endless(database: Path) -> Figures:
    window, _ = _opened(database)
    figures = _moved(window.desk.page.record.timeline)
    window.workspace.close()
    return figures


def _moved(view: RowsView) -> Figures:
    return {"scroll": _worst(lambda: _drag(view)), "page": _worst(lambda: _turn_pages(view))}


def _drag(view: RowsView) -> None:
    """Drag the bar from the beginning to the end and half way back."""
    bar = view.verticalScrollBar()
    bar.setSliderDown(True)
    for turn in range(TURNS):
        way = turn / (TURNS * 2 // 3)
        bar.setSliderPosition(int(bar.maximum() * (way if way <= 1 else 2 - way)))
        run_for(EVERY_S)
    bar.setSliderDown(False)


def _turn_pages(view: RowsView) -> None:
    """Scroll page by page, as the wheel does."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.minimum())
    for _ in range(TURNS):
        bar.setValue(bar.value() + bar.pageStep())
        run_for(EVERY_S)


def _change_titles(window: MainWindow) -> None:
    """Change the title of the meeting in view some times, and see it in the list."""
    meeting = window.desk.page.meeting
    assert meeting is not None
    for number in range(CHANGES):
        title = f"改名第{number}次"
        window.desk.page.editor.set_values("meeting", {"title": title}, name="标题")
        until(lambda title=title: window.desk.page.header.title == title)  # type: ignore[misc]  # bound
        until(lambda title=title: _listed(window, meeting.id).title == title)  # type: ignore[misc]  # bound
        run_for(0.2)


def _listed(window: MainWindow, meeting_id: str) -> MeetingRow:
    model = window.desk.meetings.model
    row = model.rows[model.row_of(meeting_id)]
    assert isinstance(row, MeetingRow)
    return row


def _narrow(window: MainWindow, field: QLineEdit) -> None:
    """Type some figures into the filter and take them back."""
    field.setFocus()
    keys = (Qt.Key.Key_4, Qt.Key.Key_7, Qt.Key.Key_1, *[Qt.Key.Key_Backspace] * 3)
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)
        run_for(0.3)


def _worst(work: Callable[[], None]) -> float:
    run_for(0.5)
    with Heartbeat() as beat:
        work()
    return beat.worst


def _gap(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main() -> None:
    """Measure in this process; its arguments are a folder of its own, what, and where the data is."""
    folder, what, data = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    database = folder / "lianxi.db"
    shutil.copy(data / f"{what}.db", database)
    tell({"many": _many, "long": _long, "endless": _endless}[what](database))


if __name__ == "__main__":
    main()
