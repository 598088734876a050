"""On what kind of disk a file lies. A live database belongs on a local fixed disk only.

Two stations writing one database through a share lost acknowledged lines without an error, so the
program refuses shares and sticks: packages and backups may lie there, the open database may not.
"""

import re
import sys
import tempfile
from pathlib import Path

LOCAL_FILE_SYSTEMS = frozenset(
    {
        *("apfs", "bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "hfs", "jfs", "ntfs"),
        *("ntfs3", "overlay", "ramfs", "reiserfs", "tmpfs", "ufs", "xfs", "zfs"),
    }
)
_MOUNTS = Path("/proc/self/mountinfo")
_DRIVE_FIXED = 3
_DRIVE_RAM = 6


def foreign_file_system(file: Path) -> str | None:
    """Return the kind of the disk under ``file`` if it is not a local fixed one, else None.

    ``file`` need not exist. Where the system does not tell, the disk is taken for local.
    """
    if sys.platform == "win32":
        return _windows_drive(file.absolute())
    return _linux_disk(file.resolve())


def require_data_folder(folder: Path) -> None:
    """Raise FolderNotLocal or FolderUnwritable unless a database may live in the folder."""
    file_system = foreign_file_system(folder)
    if file_system is not None:
        from models.errors import FolderNotLocal  # many: only when one is raised

        raise FolderNotLocal(folder, file_system)
    require_writable(folder)


def require_writable(folder: Path) -> None:
    """Raise FolderUnwritable unless files can be made in the folder; nothing is left there."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        from models.errors import FolderUnwritable, reason_of  # as above

        raise FolderUnwritable(folder, reason_of(error)) from error


def _linux_disk(file: Path) -> str | None:
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    kind = file_system_of(file, mounts)
    return None if kind in (None, *LOCAL_FILE_SYSTEMS) else kind


def file_system_of(file: Path, mounts: str) -> str | None:
    """Return the file system of an absolute path after a ``mountinfo`` text (proc(5))."""
    best: tuple[int, str] | None = None
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        if not separator:
            continue
        point = Path(_unescaped(before.split(" ")[4]))
        # A later mount on the same point covers the earlier one.
        if file.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            best = (len(point.parts), after.split(" ")[0])
    return None if best is None else best[1]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


if sys.platform == "win32":
    import ctypes

    def _windows_drive(file: Path) -> str | None:
        if file.drive.startswith("\\\\"):
            return "network share"
        kind = ctypes.windll.kernel32.GetDriveTypeW(file.drive + "\\")
        return None if kind in (_DRIVE_FIXED, _DRIVE_RAM) else f"drive type {kind}"
