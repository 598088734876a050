"""The real program on a real X display, driven by mouse and keys as a person does."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/samples/s01-joint.json"
PROGRAMS = ("Xvfb", "openbox", "xdotool")
PATIENCE_S = 30.0

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason=f"needs {', '.join(PROGRAMS)}"),
]


class Desktop:
    """An X display with a window manager, and hands on its mouse and keyboard."""

    def __init__(self, folder: Path) -> None:
        self._running: list[subprocess.Popen[bytes]] = []
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            "1600x1000x24",
            "-nolisten",
            "tcp",
        ]
        self._start(command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        self.environment = os.environ | {
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "LANG": "C.UTF-8",
        }
        self._start(["openbox"])

    def python(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a Python program on this display."""
        return self._start([sys.executable, *arguments], cwd=ROOT)

    def hands(self, *words: str) -> str:
        """Let xdotool do something; return what it says."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Return the id of the visible window of that title once it is there."""
        return self.hands("search", "--sync", "--onlyvisible", "--name", title).split()[0]

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from one point to another in steps, as a hand does."""
        self.hands("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 11):
            x, y = (round(a + (b - a) * step / 10) for a, b in zip(start, end, strict=True))
            self.hands("mousemove", str(x), str(y), "sleep", "0.05")
        self.hands("mouseup", "1")

    def close(self) -> None:
        """End everything on the display."""
        for process in reversed(self._running):
            process.terminate()
            process.wait(PATIENCE_S)

    def _start(self, command: list[str], **options: object) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # type: ignore[call-overload] # options of Popen
            command,
            env=getattr(self, "environment", None),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        self._running.append(process)
        return process  # type: ignore[no-any-return] # see above


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a display of its own."""
    made = Desktop(tmp_path)
    yield made
    made.close()


def _wait(what: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def test_a_dropped_case_file_is_taken_in_and_exported_by_keyboard(
    desktop: Desktop, tmp_path: Path
) -> None:
    database = tmp_path / "x.db"
    program = desktop.python("main.py", "--database", str(database))
    window = desktop.window("联席")
    desktop.python("tests/ui/drag_source.py", str(SAMPLE))
    desktop.window("drag source")
    _wait(database.exists)

    desktop.drag((60, 60), (800, 500))
    desktop.window("河澜州跨院检察官联席会议")
    desktop.hands("windowactivate", "--sync", window, "key", "--delay", "80", "ctrl+e")
    time.sleep(0.5)  # the panel takes the focus
    desktop.hands("key", "--delay", "80", "Return")
    exported = tmp_path / "Documents"
    _wait(lambda: exported.exists() and len(list(exported.glob("*_v1.*"))) == 2)

    assert {file.suffix for file in exported.iterdir()} == {".docx", ".pdf"}
    listed = subprocess.run(
        [sys.executable, "main.py", "list", "--json", "--database", str(database)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert [row["number"] for row in json.loads(listed.stdout)] == [sample["number"]]

    desktop.hands("windowactivate", "--sync", window, "key", "ctrl+q")
    assert program.wait(PATIENCE_S) == 0
