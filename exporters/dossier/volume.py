"""What a dossier holds, as frozen values: its files, the items they belong to, and what is missing."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from exporters.docx_text import TextDigest
from models.archive_gaps import Missing
from models.papers import ArchiveView
from models.secrecy import SecrecyMark
from models.snapshot import MeetingSnapshot


class FileKind(StrEnum):
    """What a file of a dossier is, besides the ids of the kinds of papers."""

    ATTACHMENT = "attachment"
    CASE_FILE = "case_file"
    CATALOGUE = "catalogue"
    CLOSING_NOTE = "closing_note"


class Edition(StrEnum):
    """Whether a dossier is the original or a copy of it for another office."""

    ORIGINAL = "original"  # 正本
    DUPLICATE = "duplicate"  # 副本


@dataclass(frozen=True, slots=True)
class FiledFile:
    """A file of a dossier. ``size`` is in bytes; ``pages`` is None where it has none or is unknown.

    ``sm3`` is empty unless it was asked for, ``text`` None unless it is a DOCX.
    """

    name: str
    kind: str
    title: str
    media_type: str
    size: int
    sha256: str
    sm3: str = ""
    pages: int | None = None
    text: TextDigest | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the catalogue (件): a paper in all its formats, an attachment, the case file.

    ``day`` is civil, as written. An item without ``files`` is named in the catalogue only.
    """

    title: str
    number: str = ""
    maker: str = ""
    day: str = ""
    remark: str = ""
    files: tuple[FiledFile, ...] = ()

    @property
    def pages(self) -> int | None:
        """How many pages it has on paper; None where it has none, or nobody knows."""
        return next((file.pages for file in self.files if file.pages is not None), None)


@dataclass(frozen=True, slots=True)
class Volume:
    """A dossier before its closing note: whose it is, how it is kept, its items and what is missing."""

    meeting: MeetingSnapshot
    archive: ArchiveView
    edition: Edition
    made_at: datetime
    items: tuple[Item, ...]
    missing: tuple[Missing, ...] = ()
    secrecy: SecrecyMark | None = None

    @property
    def files(self) -> tuple[FiledFile, ...]:
        """The files of all items, in order."""
        return tuple(file for item in self.items for file in item.files)


def content_digest(files: Iterable[FiledFile]) -> str:
    """Return the SHA-256 of a list of files, whatever their order: of digests and names alone."""
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in files)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
