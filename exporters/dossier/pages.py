"""How many pages a file has on paper, told from its bytes: for the catalogue's page numbers."""

import re
import struct
import zlib
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
"""Of a file that is looked into; of a larger one the number stays unknown."""

_MOST_INFLATED = 64 * 1024 * 1024  # of all that is packed in one file
_MOST_IMAGES = 10_000

_PLAIN = rb"[^<>]++|<[0-9A-Fa-f\s]*+>"  # possessive: a hostile file must not make it go back
_DEPTH = 4  # of dictionaries inside of a node of the page tree, such as its resources


def _dictionary(depth: int) -> bytes:
    inner = rb"|" + _dictionary(depth - 1) if depth else b""
    return rb"<<(?:" + _PLAIN + inner + rb")*+>>"


_NODE = re.compile(_dictionary(_DEPTH))
_IS_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,6})\b")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,1000}+>>\s*stream\r?\n")


def pages_of(file: Path, media_type: str) -> int | None:
    """Return how many pages a file has, None where that cannot be told."""
    if media_type == "application/pdf":
        return _pdf_pages(file)
    if media_type == "image/tiff":
        return _tiff_pages(file)
    return 1 if media_type.startswith("image/") else None


def _pdf_pages(file: Path) -> int | None:
    """Read the count of the page tree's root, the largest of all counts, also where it is packed."""
    if file.stat().st_size > MOST_BYTES:
        return None
    content = file.read_bytes()
    counts, left = _counts(content), _MOST_INFLATED
    view = memoryview(content)
    for found in _OBJECTS.finditer(content):
        try:
            packed = zlib.decompressobj().decompress(view[found.end() :], left)
        except zlib.error:
            continue
        counts += _counts(packed)
        left -= len(packed)
        if left <= 0:
            return None
    return max(counts, default=None)


def _counts(content: bytes) -> list[int]:
    return [
        int(count.group(1))
        for node in _NODE.finditer(content)
        if _IS_PAGES.search(node.group()) and (count := _COUNT.search(node.group()))
    ]


def _tiff_pages(file: Path) -> int | None:
    """Count the images of a TIFF along their chain; None where it is broken or goes in a circle."""
    with file.open("rb") as stream:
        order = {b"II": "<", b"MM": ">"}.get(stream.read(2))
        if order is None:
            return None
        try:
            stream.seek(4)
            (place,) = struct.unpack(f"{order}I", stream.read(4))
            seen: set[int] = set()
            while place and place not in seen and len(seen) < _MOST_IMAGES:
                seen.add(place)
                stream.seek(place)
                (entries,) = struct.unpack(f"{order}H", stream.read(2))
                stream.seek(place + 2 + 12 * entries)
                (place,) = struct.unpack(f"{order}I", stream.read(4))
        except struct.error:
            return None
        return None if place else len(seen) or None
