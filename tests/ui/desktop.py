"""An X display with a window manager, and hands on its mouse and keyboard."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "openbox", "xdotool")
PATIENCE_S = 90.0


def has(*programs: str) -> bool:
    """Say whether all of these programs are installed."""
    return all(map(shutil.which, programs))


def wait(what: Callable[[], object]) -> None:
    """Return once it is true."""
    end = time.monotonic() + PATIENCE_S
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


class Desktop:
    """A display of its own; everything on it ends with it."""

    def __init__(self, folder: Path) -> None:
        self._running: list[subprocess.Popen[bytes]] = []
        self.environment = dict(os.environ)
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
            "-noreset",  # else what a program sets goes with it, if it is the first one
        ]
        self.start(command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        self.environment |= {
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "LANG": "C.UTF-8",
        }
        self.start(["openbox"])
        wait(self._is_managed)

    def start(
        self, command: list[str], *, more: Mapping[str, str] | None = None, **options: object
    ) -> subprocess.Popen[bytes]:
        """Start a program on this display, with more variables if it needs them."""
        process = subprocess.Popen(  # type: ignore[call-overload] # options of Popen
            command,
            env=self.environment | dict(more or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        self._running.append(process)
        return process  # type: ignore[no-any-return] # see above

    def python(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a Python program on this display."""
        return self.start([sys.executable, *arguments], cwd=ROOT)

    def run(self, *words: str, more: Mapping[str, str] | None = None) -> str:
        """Run a program to its end; return what it says."""
        done = subprocess.run(
            words,
            env=self.environment | dict(more or {}),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
        return done.stdout.strip()

    def hands(self, *words: str) -> str:
        """Let xdotool do something; return what it says."""
        return self.run("xdotool", *words)

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

    def _is_managed(self) -> bool:
        """Say whether the window manager is up: until then no window can be activated."""
        try:
            self.hands("get_num_desktops")
        except subprocess.CalledProcessError:
            return False
        return True

    def close(self) -> None:
        """End everything on the display."""
        for process in reversed(self._running):
            process.terminate()
            process.send_signal(signal.SIGCONT)  # one that was stopped does not end otherwise
            process.wait(PATIENCE_S)
