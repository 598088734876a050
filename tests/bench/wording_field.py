"""What the wording guard costs at each key in a field of the window, with 2,000 characters in it.

Characters are handed over as an input method does it. The same field once more with a guard that
judges nothing, and how long it takes until a phrase that was just completed is marked.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent

from tests.bench.data import long_meeting
from tests.bench.stage import (
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
from tests.bench.wording import KEYS, _text
from ui.forms.fields import FieldEditor
from ui.forms.inputs import LongTextInput
from ui.guard.text_guard import TextGuard
from ui.main_window import MainWindow

EVERY_S = 0.05
PHRASE, TIMES = "会议决定", 20


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    with tempfile.TemporaryDirectory() as folder:
        long_meeting(Path(folder, "long.db"))
        ours = in_own_process(__name__, folder)
    spent = f"{ours['spent p50'] * 1000:.2f}, {ours['spent p99'] * 1000:.2f} ms"
    marked = f"{ours['marked p50'] * 1000:.0f}, {ours['marked p99'] * 1000:.0f} ms"
    return [
        ("wording guard in a form, CPU at each key", spent, "p99 < 2 ms"),
        ("key to painted, form with 2,000 characters", _painted(ours, "guarded"), "p99 < 16 ms"),
        ("the same, nothing judged", _painted(ours, "unguarded"), ""),
        ("phrase completed to marked", marked, "< 100 ms"),
    ]


def _painted(figures: Figures, name: str) -> str:
    return f"p50 {figures[f'{name} p50'] * 1000:.1f} ms, p99 {figures[f'{name} p99'] * 1000:.1f} ms"


class _Spent:
    """Adds up the CPU time of the guard's own work."""

    def __init__(self) -> None:
        self.seconds = 0.0
        guard: Any = TextGuard
        for name in ("_follow", "judge_again"):
            setattr(guard, name, self._timed(getattr(guard, name)))

    def _timed(self, work: Callable[..., None]) -> Callable[..., None]:
        @wraps(work)
        def timed(*arguments: object) -> None:
            start = time.thread_time()
            work(*arguments)
            self.seconds += time.thread_time() - start

        return timed


def _field(window: MainWindow) -> FieldEditor:
    """Show a long text of the page after the meeting."""
    page = window.desk.page
    until(lambda: page.editor.sheet is not None)
    page.show_tab("after")

    def found() -> list[FieldEditor]:
        fields = page.findChildren(FieldEditor)
        return [one for one in fields if (one.group, one.field) == ("meeting", "follow_up")]

    until(lambda: bool(found()) and found()[0].isVisible())
    return found()[0]


def _hand_over(area: Any, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(area, event)


def _type(area: Any, keys: str, spent: _Spent) -> tuple[list[float], list[float]]:
    """Hand characters over one by one; return how long each took to be painted, and the guard."""
    painted, delays, costs = Painted(area.viewport()), [], []
    start = time.perf_counter()
    for number, key in enumerate(keys):
        due = start + number * EVERY_S
        run_to(due)
        if number:
            costs.append(spent.seconds)
        spent.seconds = 0.0
        painted.yes = False
        _hand_over(area, key)
        delays.append((time.perf_counter() if painted.yes else painted.wait()) - due)
    return delays, costs


def _marked(area: Any) -> list[float]:
    """Complete a phrase again and again; return how long it took until it was marked."""
    delays = []
    for _ in range(TIMES):
        count = len(area.marks)
        _hand_over(area, PHRASE[:-1])
        run_for(0.1)
        start = time.perf_counter()
        _hand_over(area, PHRASE[-1])
        until(lambda: len(area.marks) > count)  # noqa: B023  # waited for here
        delays.append(time.perf_counter() - start)
        _hand_over(area, "起诉。")
        run_for(0.1)
    return delays


def _window(database: Path) -> Figures:
    spent = _Spent()
    window = shown_window(database)
    field = _field(window)
    assert isinstance(field.input, LongTextInput)
    area = field.input.area
    field.take_focus()
    _hand_over(area, _text(innocent=True))
    run_for(1.0)
    _type(area, KEYS[:30], spent)
    delays, costs = _type(area, KEYS[:200], spent)
    figures = _spread("guarded", delays) | _spread("spent", costs)
    figures |= _spread("marked", _marked(area))
    assert field.wording is not None
    field.wording.line.judge = lambda _text: ()
    run_for(0.5)
    return figures | _spread("unguarded", _type(area, KEYS[:200], spent)[0])


def _spread(name: str, values: list[float]) -> Figures:
    return {f"{name} p50": part(values, 0.5), f"{name} p99": part(values, 0.99)}


def main() -> None:
    """Measure in this process; its arguments are a folder of its own and where the data is."""
    folder, data = Path(sys.argv[1]), Path(sys.argv[2])
    database = folder / "lianxi.db"
    shutil.copy(data / "long.db", database)
    tell(_window(database))


if __name__ == "__main__":
    main()
