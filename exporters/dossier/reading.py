"""The files of a dossier that came from anywhere: of a folder or of a ZIP, looked at with distrust.

Nothing is unpacked to the disk, no link is followed, no folder inside is entered. A file is opened only
where the manifest knows it, so that what a trap of an archive would unpack to stays packed.
"""

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from exporters.docx_package import ZIP_ERRORS, Unreadable
from exporters.dossier.manifest import MANIFEST, TABLE
from exporters.dossier.manifest_reading import key_of
from models.archive_errors import DossierUnreadable
from models.errors import FileUnreadable, reason_of

MOST_ENTRIES = 50_000
"""Of a folder or archive that is looked at."""

_CONTENT_TYPES = "[Content_Types].xml"  # every DOCX has it
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a dossier. ``trouble`` is a code for what must not be opened, empty for a file."""

    name: str
    size: int
    opened: Callable[[], BinaryIO]
    trouble: str = ""

    @contextmanager
    def reading(self) -> Iterator[BinaryIO]:
        """Give its bytes. Raises Unreadable, also while they are read."""
        if self.trouble:
            raise Unreadable(self.trouble)
        try:
            with self.opened() as stream:
                yield stream
        except OSError as error:
            raise Unreadable(reason_of(error)) from error
        except ZIP_ERRORS as error:
            raise Unreadable("zip_broken") from error

    def content(self, most: int) -> io.BytesIO:
        """Return its bytes to be read in any order. Raises Unreadable if they are more than that."""
        if self.size > most:
            raise Unreadable("too_large")
        with self.reading() as stream:
            return io.BytesIO(stream.read(most))


def folder_entries(folder: Path) -> list[Entry]:
    """Return what is in a folder. Raises FileUnreadable or DossierUnreadable."""
    found: list[Entry] = []
    try:
        with os.scandir(folder) as inside:
            for one in inside:
                _refuse_too_many(folder, len(found))
                found.append(_of_folder(one))
    except OSError as error:
        raise FileUnreadable(folder, reason_of(error)) from error
    return sorted(found, key=lambda entry: entry.name)


def _of_folder(one: "os.DirEntry[str]") -> Entry:
    path, told = Path(one.path), one.stat(follow_symlinks=False)
    trouble = ""
    if stat.S_ISLNK(told.st_mode):
        trouble = "link"
    elif not stat.S_ISREG(told.st_mode):
        trouble = "not_a_file"
    name = f"{one.name}/" if stat.S_ISDIR(told.st_mode) else one.name
    return Entry(name, told.st_size, lambda: path.open("rb"), trouble)


@contextmanager
def zip_entries(file: Path) -> Iterator[list[Entry]]:
    """Give what is in an archive, without the folder that all of a dossier is in.

    Raises FileUnreadable, or DossierUnreadable for what is no archive with a dossier.
    """
    try:
        archive = zipfile.ZipFile(file)
    except OSError as error:
        raise FileUnreadable(file, reason_of(error)) from error
    except ZIP_ERRORS as error:
        raise DossierUnreadable(file, "zip_broken") from error
    with archive:
        _refuse_too_many(file, len(archive.infolist()))
        yield _of_dossier(file, archive)


def holds_dossier(file: Path) -> bool:
    """Say whether a file is an archive with a manifest in it, and no DOCX."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = [_name(entry) for entry in archive.infolist()]
            return _prefix(names) is not None and _CONTENT_TYPES not in names
    except (OSError, *ZIP_ERRORS):
        return False


def _of_dossier(file: Path, archive: zipfile.ZipFile) -> list[Entry]:
    prefix = _prefix([_name(entry) for entry in archive.infolist()])
    if prefix is None:
        raise DossierUnreadable(file, "not_a_dossier")
    found: list[Entry] = []
    seen: set[str] = set()
    for info in archive.infolist():
        name = _name(info).removeprefix(prefix)
        if name:  # else it is the folder itself
            trouble = "zip_twice" if name in seen else _trouble(info, name)
            found.append(Entry(name, info.file_size, _opener(archive, info), trouble))
            seen.add(name)
    return found


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    return lambda: archive.open(info)  # type: ignore[return-value] # it reads bytes, and no more is asked


def _trouble(info: zipfile.ZipInfo, name: str) -> str:
    whole = _name(info)
    parts = whole.split("/")
    if ".." in parts or not parts[0] or "\\" in whole or ":" in parts[0]:
        return "unsafe_name"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "link"
    if info.flag_bits & _ENCRYPTED:
        return "zip_encrypted"
    return "not_a_file" if name.endswith("/") else ""


def _name(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry; old programs for Chinese systems wrote GBK and did not say so.

    As it stands in the archive: a second byte of GBK may look like the separator of some systems.
    """
    told = info.orig_filename
    if info.flag_bits & _UTF8_NAME or told.isascii():
        return told
    raw = told.encode("cp437", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return told


def _prefix(names: list[str]) -> str | None:
    """Return the folder in an archive in which the manifest is, None if there is no manifest."""
    for wanted in (MANIFEST, TABLE):
        found = {
            folder
            for folder, slash, name in (entry.rpartition("/") for entry in names)
            if key_of(name) == key_of(wanted) and "/" not in folder and (folder or not slash)
        }
        if found:
            first = min(found)  # the root before any folder
            return f"{first}/" if first else ""
    return None


def _refuse_too_many(place: Path, count: int) -> None:
    if count > MOST_ENTRIES:
        raise DossierUnreadable(place, "too_many_files")
