"""The first paint waits for Qt and the theme only."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "docx", "lxml", "reportlab", "jsonschema")

SCRIPT = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.app import make_application, make_window
from ui.i18n import Interface
application = make_application()
window = make_window(application, Interface(), Path(sys.argv[1]))
seen = []
window.painted.disconnect()
window.painted.connect(lambda: seen.extend(n for n in {HEAVY!r} if n in sys.modules))
window.painted.connect(window.workspace.open)
window.workspace.opened.connect(lambda: (window.close(), application.quit()))
QTimer.singleShot(20000, application.quit)
window.show()
application.exec()
window.workspace.close()
print("loaded before the first paint:", seen)
print("opened:", "sqlalchemy" in sys.modules)
"""


def test_the_database_and_the_writers_are_loaded_after_the_first_paint(tmp_path: Path) -> None:
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
    }

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "lianxi.db")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env=environment,
    )

    assert done.stdout.splitlines() == ["loaded before the first paint: []", "opened: True"]
    assert done.returncode == 0, done.stderr
