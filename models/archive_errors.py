"""Refusals about dossiers (归档卷): as those of :mod:`models.errors`, and with words like them."""

from dataclasses import dataclass
from pathlib import Path

from models.archive_gaps import Missing
from models.errors import AppError


@dataclass
class DossierIncomplete(AppError):
    """Something is missing that the archive asks for, and the user has not said to go on without."""

    missing: tuple[Missing, ...]


@dataclass
class DossierUnreadable(AppError):
    """What was to be checked is neither a dossier nor a file that can be read. It was not touched."""

    file: Path
    reason: str


@dataclass
class DossierNewer(AppError):
    """A newer version of the program made this dossier, whose manifest may say what is unknown here."""

    file: Path
    version: int


@dataclass
class DigestUnavailable(AppError):
    """This computer cannot reckon a digest that was asked for."""

    name: str


@dataclass
class FolderTooDeep(AppError):
    """The paths of a dossier would be longer in this folder than the system takes.

    ``length`` is that of the folder's own path in characters, ``room`` how many it may have.
    """

    folder: Path
    length: int
    room: int
