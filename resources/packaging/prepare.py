"""Set the program up in ``.venv`` and run or test it, from nothing but Python.

usage: prepare.py install | run [ARGUMENT ...] | test [ARGUMENT ...] |
       prepare.py check-all [ARGUMENT ...] | bench

Runs with the system's own Python, so it uses the standard library alone. Packages come from the
lock file with their hashes checked; Qt's system libraries through apt where they are missing and
that is permitted, else the line to type is printed.
"""

from __future__ import annotations  # so that an old Python gets as far as the check of its age

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "tests" / "requirements.lock"
MARK = ENVIRONMENT / "installed"  # digests of the lock files it holds
OLDEST, NEWEST = (3, 11), (3, 13)
NO_TESTS = 5  # pytest's exit status where none of the files named holds such a test

# Shared library of Qt -> Debian package; the last group is only needed for a window.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def main(arguments: Sequence[str]) -> int:
    """Run one of the steps; return its exit status."""
    steps = {
        "install": _install,
        "run": _run,
        "test": _test,
        "check-all": _check_all,
        "bench": _bench,
    }
    step = steps.get(arguments[0]) if arguments else None
    if step is None:
        print(__doc__, file=sys.stderr)
        return 2
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _with_other_python(arguments)
    return step(arguments[1:])


def _with_other_python(arguments: Sequence[str]) -> int:
    """Go on with a Python that is not too old and not too new, if there is one."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and _answers([found, "-c", "import venv"]):
            return subprocess.call([found, __file__, *arguments])
    version = ".".join(map(str, sys.version_info[:3]))
    print(
        f"Python 3.11, 3.12 or 3.13 is needed; this is {version}.\n"
        "需要 Python 3.11、3.12 或者 3.13。",
        file=sys.stderr,
    )
    return 1


def _install(_arguments: Sequence[str]) -> int:
    return _set_up(RUN_LOCK)


def _run(arguments: Sequence[str]) -> int:
    """Open the window; without a display make the sample's papers instead."""
    status = _set_up(RUN_LOCK)
    if status:
        return status
    if not arguments and not _has_display():
        out = ROOT / "build" / "demo"
        shutil.rmtree(out, ignore_errors=True)
        arguments = ["demo", "--out", str(out)]
    return _call("main.py", *arguments)


def _test(arguments: Sequence[str]) -> int:
    status = _set_up(TEST_LOCK)
    if status:
        return status
    for check in (("check", "."), ("format", "--check", ".")):
        status = _call("-m", "ruff", *check)
        if status:
            return status
    types = subprocess.Popen([str(_python()), "-m", "mypy"], cwd=ROOT)  # beside the tests
    parallel = ("--numprocesses=auto", "--dist=worksteal", "-m", "not alone")
    tests = _call("-m", "pytest", *parallel, *arguments)
    alone = _call("-m", "pytest", "-m", "alone", *arguments)
    return types.wait() or tests or (alone if alone != NO_TESTS else 0)


def _check_all(arguments: Sequence[str]) -> int:
    """Pass every kind of paper of every sample through the whole chain of checks."""
    os.environ["LIANXI_ALL_PAPERS"] = "1"
    return _set_up(TEST_LOCK) or _call(
        *("-m", "pytest", "--numprocesses=auto", "--dist=worksteal", "--durations=5"),
        *("--hypothesis-profile=searching", "tests/exporters"),
        *arguments,
    )


def _bench(arguments: Sequence[str]) -> int:
    return _set_up(TEST_LOCK) or _call("tests/bench/run.py", *arguments)


def _call(*arguments: str) -> int:
    return subprocess.call([str(_python()), *arguments], cwd=ROOT)


def _set_up_call(*arguments: str) -> int:
    """Run a step of the set-up; stdout belongs to what is run afterwards."""
    return subprocess.call([str(_python()), *arguments], cwd=ROOT, stdout=sys.stderr)


def _python() -> Path:
    return BIN / ("python.exe" if sys.platform == "win32" else "python")


def _set_up(lock: Path) -> int:
    """Make the environment hold exactly what the lock file says; quick when it does already."""
    _offer_system_libraries()
    whole = _answers([str(_python()), "-m", "pip", "--version"])
    if whole and MARK.exists() and _digest(lock) in MARK.read_text().split():
        return 0
    if not whole:  # never made, or its making was interrupted
        venv.create(ENVIRONMENT, with_pip=True, clear=ENVIRONMENT.exists())
    MARK.unlink(missing_ok=True)
    status = _set_up_call(
        *("-m", "pip", "install", "--disable-pip-version-check", "--quiet"),
        *("--require-hashes", "--only-binary", ":all:", "-r", str(lock)),
    )
    status = status or _set_up_call("-m", "resources.build")
    if status == 0:
        # The lock file for tests holds everything of the other one.
        held = (RUN_LOCK, TEST_LOCK) if lock == TEST_LOCK else (lock,)
        MARK.write_text("\n".join(map(_digest, held)))
    return status


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _answers(command: list[str]) -> bool:
    """Say whether a command runs at all; a name on the path may lead nowhere."""
    try:
        return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _offer_system_libraries() -> None:
    """Install the system libraries Qt lacks, or print the line that does."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        print(f"Qt needs these libraries: {' '.join(missing)}", file=sys.stderr)
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    as_root = _as_root()
    if as_root is not None and _apt(as_root, install):
        return
    print(
        "Qt 缺少系统库，请运行以下命令。Qt lacks system libraries; please run:\n"
        f"  sudo {' '.join(install)}",
        file=sys.stderr,
    )


def _as_root() -> list[str] | None:
    """Return what to put before a command to run it as root, or None where that is not permitted."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    return sudo if _answers([*sudo, "true"]) else None


def _apt(as_root: list[str], install: list[str]) -> bool:
    command = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.call([*command, "apt-get", "update", "--quiet=2"], stdout=sys.stderr)
    return subprocess.call([*command, *install], stdout=sys.stderr) == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
