"""Making a dossier: all or nothing, beside whatever is there, never over it."""

import os
import re
import shutil
import time
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exporters.dossier.building import Content, DossierBuilder, OpenAttachment
from exporters.dossier.digests import refuse_unknown_sm3
from exporters.dossier.manifest import MANIFEST, TABLE
from exporters.dossier.missing import missing
from exporters.dossier.naming import dossier_stem, refuse_too_deep
from exporters.dossier.verify import FileState, verify
from exporters.dossier.volume import Edition
from exporters.folders import writing_into
from exporters.kinds.assembly import NO_RULES, BuildOptions
from exporters.progress import CancelToken, Progress, no_progress, shares_of
from exporters.text import Replacement
from models.archive_errors import DossierIncomplete
from models.archive_gaps import Missing
from models.errors import AppError
from models.files import discard, publish, sync_folder
from models.own_words import Templates
from models.papers import MeetingPapers, PaperRules

_PART = re.compile(r"\.lianxi-[0-9a-f]{32}(?:\.zip)?\.part")
_STALE_SECONDS = 24 * 60 * 60
_PIECE = 1024 * 1024
_HAND_WORK = frozenset({FileState.EDITED, FileState.CHANGED, FileState.RESAVED})


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """A dossier that was made. ``digest`` is that of the whole, to be written down outside of it.

    ``edited`` are files of earlier dossiers of the same meeting in that folder that are not as they
    were made; those dossiers are as they were found.
    """

    path: Path
    digest: str
    missing: tuple[Missing, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    edited: tuple[Path, ...] = ()


def archive(
    papers: MeetingPapers,
    folder: Path,
    *,
    case_file: Mapping[str, object],
    opened: OpenAttachment,
    signers: tuple[str, ...],
    rules: PaperRules = NO_RULES,
    templates: Templates = (),
    zipped: bool = False,
    sm3: bool = False,
    incomplete: bool = False,
    duplicate: bool = False,
    made_at: datetime | None = None,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> ArchiveResult:
    """Make the dossier of a meeting in ``folder``, as a folder of its own or as a ZIP.

    ``case_file`` is the meeting's document, ``opened`` gives the bytes of an attachment. What is
    missing stops it unless ``incomplete`` is said, and then stands in the closing note and the
    manifest. Raises DossierIncomplete, DigestUnavailable, FolderTooDeep, AttachmentUnusable,
    MissingGlyph, FolderUnwritable, or Cancelled; there is then nothing new in the folder.
    """
    gaps, cancel = missing(papers), cancel or CancelToken()
    if gaps and not incomplete:
        raise DossierIncomplete(gaps)
    if sm3:
        refuse_unknown_sm3()
    content = Content(
        papers,
        case_file,
        opened,
        BuildOptions(made_at or datetime.now().astimezone(), signers, rules, templates=templates),
        Edition.DUPLICATE if duplicate else Edition.ORIGINAL,
        sm3=sm3,
        incomplete=incomplete,
        missing=gaps,
    )
    refuse_too_deep(folder, papers)
    name = dossier_stem(papers.meeting)
    return _made(content, folder, name, zipped=zipped, progress=progress, cancel=cancel)


def _made(
    content: Content,
    folder: Path,
    name: str,
    *,
    zipped: bool,
    progress: Progress,
    cancel: CancelToken,
) -> ArchiveResult:
    with writing_into(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _discard_stale(folder)
        earlier = _earlier(folder, name)
    # Each dossier that is read counts as much as the one that is made.
    shares = shares_of(progress, len(earlier) + 1)
    edited = _edited(earlier, shares, cancel)
    part = folder / f".lianxi-{uuid.uuid4().hex}.part"
    packed = part.with_suffix(".zip.part")
    try:
        with writing_into(folder):
            part.mkdir()
        builder = DossierBuilder(part, content, shares[-1], cancel)
        digest = builder.build()
        with writing_into(folder):
            sync_folder(part)
            cancel.check()
            if zipped:
                made_at = content.options.made_at
                target = _packed(part, packed, folder / name, made_at=made_at, cancel=cancel)
            else:
                target = _in_place(part, folder / name)
    finally:
        discard(packed)
        shutil.rmtree(part, ignore_errors=True)
    with writing_into(folder):
        _keep(target)
    return ArchiveResult(target, digest, builder.missing, tuple(builder.replacements), edited)


def _keep(target: Path) -> None:
    """Have the disk keep the new name; a dossier of which that is not sure is taken away again."""
    try:
        sync_folder(target.parent)
    except OSError:
        discard(target)
        shutil.rmtree(target, ignore_errors=True)
        raise


def _in_place(part: Path, wanted: Path) -> Path:
    """Give the finished folder the name of the first version that is not there yet."""
    while True:
        target = _free(wanted)
        try:
            part.rename(target)
        except OSError:
            if os.path.lexists(target):  # another program was quicker
                continue
            raise
        return target


def _packed(
    part: Path, packed: Path, wanted: Path, *, made_at: datetime, cancel: CancelToken
) -> Path:
    """Pack the finished folder; give the archive a version of a name, and its inside the same."""
    while True:
        target = _free(wanted)
        _write_zip(part, packed, target.name, made_at, cancel)
        try:
            publish(packed, target.with_name(f"{target.name}.zip"))
        except FileExistsError:
            continue
        return target.with_name(f"{target.name}.zip")


def _write_zip(
    part: Path, packed: Path, inside: str, made_at: datetime, cancel: CancelToken
) -> None:
    """Pack a folder piece by piece; the same files and time give the same bytes."""
    moment = made_at.timetuple()[:6] if made_at.year >= 1980 else (1980, 1, 1, 0, 0, 0)
    with packed.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for file in sorted(part.iterdir(), key=_manifests_first):
                entry = zipfile.ZipInfo(f"{inside}/{file.name}", moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix, by which the rights below are read
                entry.external_attr = 0o100644 << 16
                entry.file_size = file.stat().st_size
                with file.open("rb") as source, target.open(entry, "w") as place:
                    while piece := source.read(_PIECE):
                        cancel.check()
                        place.write(piece)
        stream.flush()
        os.fsync(stream.fileno())


def _manifests_first(file: Path) -> tuple[bool, str]:
    return file.name not in {MANIFEST, TABLE}, file.name


def _free(wanted: Path) -> Path:
    """Return the first version of a dossier that is there neither as a folder nor as a ZIP."""
    version = 1
    while True:
        target = wanted.with_name(f"{wanted.name}_v{version}")
        if not any(os.path.lexists(f"{target}{suffix}") for suffix in ("", ".zip")):
            return target
        version += 1


def _earlier(folder: Path, name: str) -> tuple[Path, ...]:
    """Return the earlier dossiers of the same name."""
    version = re.compile(rf"{re.escape(name)}_v\d{{1,6}}(?:\.zip)?")
    return tuple(one for one in sorted(folder.iterdir()) if version.fullmatch(one.name))


def _edited(
    dossiers: Iterable[Path], shares: Iterable[Progress], cancel: CancelToken
) -> tuple[Path, ...]:
    """Return what was worked on by hand in these dossiers."""
    found: list[Path] = []
    for dossier, progress in zip(dossiers, shares, strict=False):  # the last share is not for these
        with suppress(AppError):  # made by a later program, or no dossier at all
            report = verify(dossier, progress=progress, cancel=cancel)
            found += (dossier / one.name for one in report.files if one.state in _HAND_WORK)
    return tuple(found)


def _discard_stale(folder: Path) -> None:
    """Delete what killed programs left unfinished long ago."""
    oldest = time.time() - _STALE_SECONDS
    with suppress(OSError):
        for part in folder.iterdir():
            if _PART.fullmatch(part.name) and part.lstat().st_mtime < oldest:
                discard(part)
                shutil.rmtree(part, ignore_errors=True)
