"""A DOCX from anywhere, opened with distrust: nothing is unpacked that was not measured before.

A ZIP archive can name the same part twice, tell wrong sizes, and hold gigabytes in a few kilobytes;
XML can define entities that grow without end or fetch files. All of that is refused with a reason.
"""

import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

MOST_ENTRIES = 2_000
MOST_PART_BYTES = 64 * 1024 * 1024
MOST_BYTES = 256 * 1024 * 1024
"""Of all parts together, as the archive tells their sizes."""

SAFE_BYTES = 16 * 1024 * 1024
MOST_RATIO = 300
"""A part may be larger than SAFE_BYTES only if it does not grow more than so many times."""

ZIP_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, ValueError, RuntimeError, NotImplementedError),
)
"""What opening and reading a damaged ZIP raises; a RuntimeError says that it is encrypted."""

_MAIN = "word/document.xml"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # no other is a DOCX's
_FURNITURE = re.compile(r"(?:header|footer)\d*\.xml")
_NOTES = re.compile(r"(?:footnotes|endnotes)\d*\.xml")

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements


class Unreadable(Exception):
    """A file is not what it says it is, or is a trap; ``reason`` is a code of the messages."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DocxPackage:
    """The parts of a DOCX. Raises Unreadable, OSError where the file itself cannot be read."""

    def __init__(self, stream: BinaryIO) -> None:
        try:
            self._zip = zipfile.ZipFile(stream)
            self._names = frozenset(_checked_names(self._zip))
        except ZIP_ERRORS as error:
            raise Unreadable("zip_broken") from error
        self._folder, _, self._main = self._main_part().rpartition("/")

    @property
    def body(self) -> Element:
        """The body of the document."""
        root = self._part(f"{self._folder}/{self._main}" if self._folder else self._main)
        body = next((child for child in root if _local(child) == "body"), None)
        if body is None:
            raise Unreadable("not_docx")
        return body

    def furniture(self) -> Iterator[Element]:
        """Yield the heads and feet."""
        return self._matching(_FURNITURE)

    def notes(self) -> Iterator[Element]:
        """Yield the foot- and endnotes."""
        return self._matching(_NOTES)

    def custom_properties(self) -> dict[str, str]:
        """Return the properties that programs have added, by their names; empty without any."""
        if "docProps/custom.xml" not in self._names:
            return {}
        root = self._part("docProps/custom.xml")
        return {str(one.get("name")): "".join(map(str, one.itertext())) for one in root}

    def _matching(self, pattern: re.Pattern[str]) -> Iterator[Element]:
        for name in sorted(self._names):
            folder, _, own = name.rpartition("/")
            if folder == self._folder and pattern.fullmatch(own):
                yield self._part(name)

    def _main_part(self) -> str:
        if "_rels/.rels" not in self._names:
            raise Unreadable("not_docx")
        for relation in self._part("_rels/.rels"):
            if str(relation.get("Type")).endswith("/officeDocument"):
                target = posixpath.normpath(str(relation.get("Target")).lstrip("/"))
                return target if target in self._names else _MAIN
        raise Unreadable("not_docx")

    def _part(self, name: str) -> Element:
        if name not in self._names:
            raise Unreadable("not_docx")
        try:
            with self._zip.open(name) as part:
                content = part.read(MOST_PART_BYTES + 1)
        except ZIP_ERRORS as error:
            raise Unreadable("zip_broken") from error
        if len(content) > MOST_PART_BYTES:
            raise Unreadable("zip_bomb")
        return _parsed(content)


def _checked_names(archive: zipfile.ZipFile) -> list[str]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if any(entry.header_offset < 0 for entry in entries):
        raise Unreadable("zip_broken")
    if len(set(names)) < len(names):
        raise Unreadable("zip_twice")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise Unreadable("zip_broken")
    sizes = [entry.file_size for entry in entries]
    grows = any(
        entry.file_size > SAFE_BYTES and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    too_large = max(sizes, default=0) > MOST_PART_BYTES or sum(sizes) > MOST_BYTES
    if len(names) > MOST_ENTRIES or too_large or grows:
        raise Unreadable("zip_bomb")
    return names


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("not_xml") from error
    if b"<!DOCTYPE" in content or root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("xml_entities")
    return root


def _local(element: Element) -> str:
    tag: object = element.tag  # of a comment it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
