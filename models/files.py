"""Files read with distrust, and written so that they are there whole or not at all."""

import errno
import os
import re
import stat
import sys
import time
import uuid
from contextlib import suppress
from pathlib import Path

from models.errors import ExportFailed, FileUnreadable, reason_of

LOGS = ("-wal", "-journal")
"""What SQLite writes beside a database and needs after a crash, as endings of its name."""

SIDE_FILES = (*LOGS, "-shm")
"""All that SQLite keeps beside a database while it is in use, or after a crash."""

_STALE_SECONDS = 24 * 60 * 60
_WINDOWS_PATH = 259


def read_bounded(file: Path, most: int) -> bytes:
    """Return what is in a file, at most one byte more than ``most``: by that a larger one is known.

    Raises FileUnreadable.
    """
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # reading a pipe or a device might never end
            raise FileUnreadable(file, "not_a_file")
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise FileUnreadable(file, reason_of(error)) from error


def part_of(target: Path) -> Path:
    """Return a name beside ``target`` under which it can be made; no other program uses it."""
    return target.with_name(f".{target.name}-{uuid.uuid4().hex}.part")


def publish(part: Path, target: Path) -> None:
    """Give a finished file its name. Raises FileExistsError rather than overwrite another.

    The caller discards the part afterwards, whatever happened.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        part.rename(target)


def write_whole(file: Path, data: bytes) -> None:
    """Write a file beside its place and rename it; what was there stays until then.

    Raises ExportFailed; the file is then as it was.
    """
    part = part_of(file)
    try:
        part.write_bytes(data)
        sync(part)
        part.replace(file)
    except OSError as error:
        raise ExportFailed(file, reason_of(error)) from error
    finally:
        discard(part)


def sync(file: Path) -> None:
    """Have the disk take a file in."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk take in which files a folder has, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some sticks and shares cannot
            raise
    finally:
        os.close(handle)


def discard(part: Path) -> None:
    """Delete an unfinished file with what SQLite kept beside it; its trouble is nobody's."""
    for suffix in ("", *SIDE_FILES):
        with suppress(OSError):
            Path(f"{part}{suffix}").unlink(missing_ok=True)


def discard_stale_parts(folder: Path) -> None:
    """Delete what killed programs left unfinished in a folder long ago."""
    pattern = re.compile(r"\..+-[0-9a-f]{32}\.part")
    oldest = time.time() - _STALE_SECONDS
    with suppress(OSError):
        for file in folder.iterdir():
            if pattern.fullmatch(file.name) and file.stat().st_mtime < oldest:
                discard(file)


def longest_path() -> int | None:
    """Return how many characters a file's path may have here; None where that is no matter.

    Windows takes 259 unless its owner switched longer ones on.
    """
    if sys.platform == "win32":
        return None if _takes_long_paths() else _WINDOWS_PATH
    return None


if sys.platform == "win32":
    import ctypes

    def _takes_long_paths() -> bool:
        asked = getattr(ctypes.windll.ntdll, "RtlAreLongPathsEnabled", None)  # since Windows 10
        if asked is None:
            return False
        asked.restype = ctypes.c_ubyte
        return bool(asked())
