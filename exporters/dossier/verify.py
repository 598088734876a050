"""Checking a dossier, or one file of it, without a database: what is not as it was made.

What is found and what is not, see the head of this package. A DOCX alone is checked by the digest it
bears; a PDF bears none and is checked in its dossier only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from exporters.docx_package import Unreadable
from exporters.docx_seal import TextState, check_docx, compared
from exporters.dossier.digests import digest_of, has_sm3
from exporters.dossier.manifest import MANIFEST, TABLE, table_of
from exporters.dossier.manifest_reading import (
    MOST_BYTES,
    ManifestBroken,
    ManifestNewer,
    ReadManifest,
    key_of,
    read_manifest,
)
from exporters.dossier.reading import Entry, folder_entries, holds_dossier, zip_entries
from exporters.dossier.volume import FiledFile
from exporters.progress import CancelToken, Progress, no_progress
from models.archive_errors import DossierNewer, DossierUnreadable
from models.errors import FileUnreadable, reason_of

MOST_DOCX_BYTES = 64 * 1024 * 1024
"""Of a changed DOCX that is looked into to say what was changed."""


class FileState(StrEnum):
    """What a file is beside the one that was put into the dossier."""

    INTACT = "intact"
    SAME_TEXT = "same_text"  # a DOCX by itself: the text is the one that was exported
    RESAVED = "resaved"  # a DOCX: other bytes, the same text
    EDITED = "edited"  # a DOCX: other text
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNREADABLE = "unreadable"
    UNCHECKED = "unchecked"  # it can be checked in its dossier only


_SOUND = frozenset({FileState.INTACT, FileState.SAME_TEXT})


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found of one file; ``reason`` is a code that says more, or empty."""

    name: str
    state: FileState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What checking has shown.

    ``digest`` is that of the whole dossier as it is, to be compared with the one on paper; it is
    empty, and ``manifest`` None, for a file by itself.
    """

    path: Path
    files: tuple[FileReport, ...]
    manifest: ReadManifest | None = None
    digest: str = ""

    @property
    def intact(self) -> bool:
        """Whether nothing was changed, is missing or was added."""
        return all(file.state in _SOUND for file in self.files)

    @property
    def faults(self) -> tuple[FileReport, ...]:
        """The files that are not as they were made."""
        return tuple(file for file in self.files if file.state not in _SOUND)


def verify(
    path: Path, *, progress: Progress = no_progress, cancel: CancelToken | None = None
) -> Report:
    """Check a dossier (a folder or a ZIP), or a file inside or outside of one.

    Raises FileUnreadable, DossierUnreadable, DossierNewer, or Cancelled. Writes nothing.
    """
    checker = _Checker(path, progress, cancel or CancelToken())
    try:
        if path.is_dir():
            return checker.dossier(folder_entries(path))
        if not path.is_file():
            raise FileUnreadable(path, "not_a_file" if path.exists() else "ENOENT")
        if holds_dossier(path):
            with zip_entries(path) as entries:
                return checker.dossier(entries)
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    if path.suffix.lower() == ".zip":
        with zip_entries(path):
            raise DossierUnreadable(path, "not_a_dossier")
    return checker.file()


@dataclass(frozen=True)
class _Checker:
    path: Path
    progress: Progress
    cancel: CancelToken

    def dossier(self, entries: list[Entry], only: str | None = None) -> Report:
        """Check the entries of a dossier; ``only`` is the one file that was asked for."""
        inside, others = _by_key(entries)
        table, own = inside.pop(key_of(TABLE), None), inside.pop(key_of(MANIFEST), None)
        if own is None and table is None:
            raise DossierUnreadable(self.path, "not_a_dossier")
        if own is None:
            return Report(self.path, (FileReport(MANIFEST, FileState.MISSING),))
        try:
            content = own.content(MOST_BYTES).getvalue()
            manifest = read_manifest(content)
        except (Unreadable, ManifestBroken) as error:
            return Report(self.path, (FileReport(MANIFEST, FileState.UNREADABLE, error.reason),))
        except ManifestNewer as error:
            raise DossierNewer(self.path, error.version) from error
        found = [*_manifests(own, content, table)]
        asked = [file for file in manifest.files if only in {None, key_of(file.name)}]
        for done, file in enumerate(asked, 1):
            found.append(self._filed(file, inside.pop(key_of(file.name), None)))
            self.progress(done, len(asked))
        if only is None:
            found += _added((*inside.values(), *others))
        return Report(self.path, tuple(found), manifest, sha256(content).hexdigest())

    def file(self) -> Report:
        """Check one file: by the manifest beside it, or else by what it says of itself."""
        beside = self._beside()
        if beside is not None:
            return beside
        name = self.path.name
        if self.path.suffix.lower() != ".docx":
            return Report(self.path, (FileReport(name, FileState.UNCHECKED, "alone"),))
        try:
            with self.path.open("rb") as stream:
                state = check_docx(stream).state
        except OSError as error:
            raise FileUnreadable(self.path, reason_of(error)) from error
        except Unreadable as error:
            return Report(self.path, (FileReport(name, FileState.UNREADABLE, error.reason),))
        match state:
            case TextState.SAME:
                report = FileReport(name, FileState.SAME_TEXT)
            case TextState.UNKNOWN:
                report = FileReport(name, FileState.UNCHECKED, "no_digest")
            case _:
                report = FileReport(name, FileState.EDITED, _where(state))
        return Report(self.path, (report,))

    def _beside(self) -> Report | None:
        """Check a file by the dossier it is in; None if it is in none, or not of it."""
        folder = self.path.absolute().parent
        if not (folder / MANIFEST).is_file():
            return None
        key = key_of(self.path.name)
        report = self.dossier(folder_entries(folder), only=key)
        if report.manifest is None:
            return None
        known = {key_of(MANIFEST), key_of(TABLE), *(key_of(f.name) for f in report.manifest.files)}
        return report if key in known else None

    def _filed(self, file: FiledFile, entry: Entry | None) -> FileReport:
        """Compare a file with what the manifest says of it."""
        self.cancel.check()
        if entry is None:
            return FileReport(file.name, FileState.MISSING)
        if entry.trouble:
            return FileReport(file.name, FileState.UNREADABLE, entry.trouble)
        try:
            if entry.size == file.size and self._is_same(file, entry):
                return FileReport(file.name, FileState.INTACT)
        except Unreadable as error:
            return FileReport(file.name, FileState.UNREADABLE, error.reason)
        return _changed(file, entry)

    def _is_same(self, file: FiledFile, entry: Entry) -> bool:
        sm3 = bool(file.sm3) and has_sm3()  # elsewhere SHA-256 has to do
        with entry.reading() as stream:
            digest = digest_of(stream, self.cancel, sm3=sm3)
        return (digest.sha256, digest.sm3) == (file.sha256, file.sm3 if sm3 else "")


def _by_key(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[Entry]]:
    """Return the entries by what makes names the same; of two of the same name the first counts."""
    inside: dict[str, Entry] = {}
    others = [
        entry
        for entry in entries
        if entry.trouble == "unsafe_name"
        or inside.setdefault(key_of(entry.name), entry) is not entry
    ]
    return inside, others


def _manifests(own: Entry, content: bytes, table: Entry | None) -> Iterator[FileReport]:
    """Compare the two manifests with each other; which of them was changed cannot always be said."""
    told: bytes | None = None
    reason = ""
    if table is not None:
        try:
            told = table.content(MOST_BYTES).getvalue()
        except Unreadable as error:
            reason = error.reason
    expected = table_of(content)
    if told in {None, expected} or sha256(content).hexdigest().encode() in (told or b""):
        yield FileReport(own.name, FileState.INTACT)
    else:
        yield FileReport(own.name, FileState.CHANGED, "manifests_differ")
    if table is None:
        yield FileReport(TABLE, FileState.MISSING)
    elif told is None:
        yield FileReport(table.name, FileState.UNREADABLE, reason)
    else:
        same = told == expected
        state = FileState.INTACT if same else FileState.CHANGED
        yield FileReport(table.name, state, "" if same else "manifests_differ")


def _changed(file: FiledFile, entry: Entry) -> FileReport:
    """Say what became of a file that is not the one that was filed."""
    if file.text is None:
        return FileReport(file.name, FileState.CHANGED)
    try:
        state = compared(check_docx(entry.content(MOST_DOCX_BYTES)).digest, file.text)
    except Unreadable as error:
        return FileReport(file.name, FileState.UNREADABLE, error.reason)
    if state is TextState.SAME:
        return FileReport(file.name, FileState.RESAVED)
    return FileReport(file.name, FileState.EDITED, _where(state))


def _where(state: TextState) -> str:
    return "furniture" if state is TextState.FURNITURE else ""


def _added(entries: Iterable[Entry]) -> Iterator[FileReport]:
    for entry in sorted(entries, key=lambda one: one.name):
        yield FileReport(entry.name, FileState.ADDED, entry.trouble)
