"""Writing into the folder that somebody chose: what the disk refuses there is told of that folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import FolderUnwritable, reason_of


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Tell of a folder what the system refuses meanwhile. Raises FolderUnwritable.

    It goes round the writing alone: a font or a file of the program that cannot be read is a fault
    of another kind, and no other folder mends it.
    """
    try:
        yield
    except OSError as error:
        raise FolderUnwritable(folder, reason_of(error)) from error
