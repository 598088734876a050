"""The first paint waits for Qt and the theme only."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

HEAVY = (
    *("sqlalchemy", "alembic", "sqlcipher3", "jsonschema"),
    *("docx", "lxml", "reportlab", "pypdfium2", "PySide6.QtPrintSupport"),
    *("models.snapshot", "models.profiles", "models.wording", "models.errors"),
    *("exporters.document", "hashlib", "socket"),
)

SCRIPT = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import make_application, make_looks, make_window
application = make_application()
window = make_window(make_looks(application), Path(sys.argv[1]))
seen = []
window.painted.disconnect()
window.painted.connect(lambda: seen.extend(n for n in {HEAVY!r} if n in sys.modules))
desk = lambda: (window.desk, print("loaded with the desk:", "sqlalchemy" in sys.modules))
window.painted.connect(desk)
window.painted.connect(window.workspace.open)
window.workspace.opened.connect(lambda: (window.close(), application.quit()))
QTimer.singleShot(100_000, application.quit)
window.show()
application.exec()
window.workspace.close()
print("loaded before the first paint:", seen)
print("opened:", "sqlalchemy" in sys.modules)
"""


def test_the_database_and_the_writers_are_loaded_after_the_first_paint(tmp_path: Path) -> None:
    done = _run(SCRIPT, tmp_path, str(tmp_path / "lianxi.db"))

    assert done.stdout.splitlines() == [
        "loaded with the desk: False",
        "loaded before the first paint: []",
        "opened: True",
    ]
    assert done.returncode == 0, done.stderr


RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pathlib import Path
from ui import app
from ui.main_window import MainWindow

def look():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    if window.desk.page.meeting is None:
        QTimer.singleShot(50, look)
        return
    print(window.desk.page.header.title)
    window.close()

make = app.make_application
def made():
    application = make()
    QTimer.singleShot(50, look)
    return application

app.make_application = made
print(app.run(sys.argv[2:], database=Path(sys.argv[1])))
"""


def test_files_handed_over_at_the_start_are_opened(tmp_path: Path) -> None:
    file = ROOT / "resources/samples/s04-hearing.json"

    done = _run(RUN, tmp_path, str(tmp_path / "lianxi.db"), str(file))

    assert done.stdout.splitlines() == ["未成年人拟附条件不起诉不公开听证", "0"]
    assert done.returncode == 0, done.stderr


def _run(script: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, with settings and data in a temporary folder."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=ROOT,
        env=environment,
    )
