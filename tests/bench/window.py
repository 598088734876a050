"""How soon the window is painted, against a bare window of the same toolkit."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event); QApplication.instance().exit(0)
application = QApplication(sys.argv)
window = Window(); window.setCentralWidget(QLabel("x")); window.resize(1280, 800); window.show()
sys.exit(application.exec())
"""

OURS = """
import sys
from pathlib import Path
from ui.app import make_application, make_looks, make_window
application = make_application()
window = make_window(make_looks(application), Path(sys.argv[1]) / "x.db")
window.painted.disconnect()
window.painted.connect(lambda: application.exit(0))
window.show()
sys.exit(application.exec())
"""


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    bare, ours = _first_paint(BARE), _first_paint(OURS)
    return [
        ("bare window to first paint", f"{bare:.2f} s", ""),
        ("our window to first paint", f"{ours:.2f} s ({ours / bare:.1f}× bare)", "≤ 2×"),
    ]


def _first_paint(code: str, rounds: int = 7) -> float:
    """Return the least wall seconds from starting Python to the end at the first paint."""
    best = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"XDG_CONFIG_HOME": folder, "LANG": "C.UTF-8"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users do keep compiled modules
        for _ in range(rounds):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", code, folder],
                cwd=ROOT,
                env=environment,
                check=True,
                capture_output=True,
            )
            best = min(best, time.perf_counter() - start)
    return best
