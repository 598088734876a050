"""Which files can be attached: known by what is in them, never by their names."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from models.errors import AttachmentRefused
from models.files import read_bounded

MAX_BYTES = 20 * 1024 * 1024
"""Of one file: a page scanned in colour at 600 dpi has less."""

MOST_AT_ONCE = 20
"""So many files are attached in one step; all of them are held in memory at once."""

_LONGEST_NAME = 200
_UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its media type, the endings of names, and how its bytes begin."""

    media_type: str
    suffixes: tuple[str, ...]  # the first is the usual one
    begins: Callable[[bytes], bool]


KINDS = (
    Kind("image/jpeg", (".jpg", ".jpeg"), lambda data: data.startswith(b"\xff\xd8\xff")),
    Kind("image/png", (".png",), lambda data: data.startswith(b"\x89PNG\r\n\x1a\n")),
    Kind("image/tiff", (".tif", ".tiff"), lambda data: data[:4] in (b"II*\0", b"MM\0*")),
    Kind("application/pdf", (".pdf",), lambda data: data.startswith(b"%PDF-")),
    Kind("image/webp", (".webp",), lambda data: (data[:4], data[8:12]) == (b"RIFF", b"WEBP")),
)
"""What can be attached. How to add one: a row here, and its type in the schema of case files."""

SUFFIXES = tuple(suffix for kind in KINDS for suffix in kind.suffixes)
"""The endings that such files usually have, to be offered in a choice of files."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file that can be attached, read whole."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    sha256: str


def read_content(file: Path) -> Content:
    """Read a file that is to be attached. Raises FileUnreadable or AttachmentRefused."""
    return content_of(file.name, read_bounded(file, MAX_BYTES))


def refuse_too_many(files: Sequence[Path]) -> None:
    """Raise AttachmentRefused for more files than are attached in one step."""
    if len(files) > MOST_AT_ONCE:
        raise AttachmentRefused(files[MOST_AT_ONCE].name, "attachment_too_many")


def content_of(name: str, data: bytes) -> Content:
    """Return what is to be attached under a name. Raises AttachmentRefused."""
    name = _usable(name)
    if not data:
        raise AttachmentRefused(name, "empty_file")
    if len(data) > MAX_BYTES:
        raise AttachmentRefused(name, "attachment_too_large")
    kind = next((kind for kind in KINDS if kind.begins(data)), None)
    if kind is None:
        raise AttachmentRefused(name, "attachment_kind")
    return Content(name, kind.media_type, data, digest_of(data))


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a content, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_name(name: str, media_type: str, *, fallback: str) -> str:
    """Return a name under which an attachment can be written to any disk.

    It ends as its kind does, whatever it was called: no program is to take it for something else.
    """
    suffixes = next((k.suffixes for k in KINDS if k.media_type == media_type), ("",))
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if suffix not in suffixes:
        stem, suffix = name, suffixes[0]
    stem = re.sub(r'[<>:"/\\|?*]', "_", _usable(stem)).strip(" .")
    while len(stem.encode()) > _LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem or fallback}{suffix}"


def _usable(name: str) -> str:
    """Return a name without what no database keeps, and what would show it in another order."""
    plain = name.encode("utf-8", "replace").decode("utf-8")  # names on a disk may be no text
    return _UNUSABLE.sub("", plain)[:_LONGEST_NAME]
