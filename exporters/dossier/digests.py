"""Digests of files, read piece by piece."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from exporters.progress import CancelToken
from models.archive_errors import DigestUnavailable

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileDigest:
    """Size in bytes and digests of a file, as hexadecimal digits; ``sm3`` empty if not asked for."""

    size: int
    sha256: str
    sm3: str = ""


def has_sm3() -> bool:
    """Say whether this computer's OpenSSL knows SM3 (GB/T 32905-2016)."""
    return "sm3" in hashlib.algorithms_available


def refuse_unknown_sm3() -> None:
    """Raise DigestUnavailable where SM3 cannot be reckoned."""
    if not has_sm3():
        raise DigestUnavailable("SM3")


def copied(source: BinaryIO, target: BinaryIO | None, cancel: CancelToken) -> FileDigest:
    """Copy a stream, or only read it, and return the SHA-256 of what went through."""
    return _read(source, target, cancel, sm3=False)


def digest_of(source: BinaryIO, cancel: CancelToken, *, sm3: bool = False) -> FileDigest:
    """Return size and digests of a stream."""
    return _read(source, None, cancel, sm3=sm3)


def _read(
    source: BinaryIO, target: BinaryIO | None, cancel: CancelToken, *, sm3: bool
) -> FileDigest:
    sha256, size = hashlib.sha256(), 0
    other = hashlib.new("sm3") if sm3 else None
    while piece := source.read(_PIECE):
        cancel.check()
        size += len(piece)
        sha256.update(piece)
        if other is not None:
            other.update(piece)
        if target is not None:
            target.write(piece)
    return FileDigest(size, sha256.hexdigest(), other.hexdigest() if other is not None else "")
