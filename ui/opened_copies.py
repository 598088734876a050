"""Copies of attachments that other programs show: private, for reading only, gone at the end.

They stand beside the data, which one program at a time has open: whatever a run left behind that
came to a sudden end is nobody's, and the next one takes it away.
"""

import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from models.errors import FolderUnwritable, reason_of


class OpenedCopies:
    """The folder of the copies; made when it is first needed."""

    def __init__(self, database: Path) -> None:
        self.folder = database.with_name(f"{database.name}-opened")

    def write(self, name: str, data: bytes) -> Path:
        """Write a copy that nobody else may read; return it. Raises FolderUnwritable."""
        try:
            self.folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
            file = Path(tempfile.mkdtemp(dir=self.folder)) / name
            file.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
            file.write_bytes(data)
            file.chmod(stat.S_IRUSR)
        except OSError as error:
            raise FolderUnwritable(self.folder, reason_of(error)) from error
        return file

    def clear(self) -> None:
        """Delete all copies; one that a program holds on to goes the next time."""
        with suppress(OSError):
            for file in self.folder.rglob("*"):
                if not file.is_symlink():
                    file.chmod(stat.S_IRWXU)  # or Windows would keep it
        shutil.rmtree(self.folder, ignore_errors=True)
