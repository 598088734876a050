"""Filling the folder of a dossier: papers, attachments, case file, catalogue, note, manifests."""

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from exporters.document import Document
from exporters.docx_seal import check_docx
from exporters.dossier.digests import FileDigest, copied, digest_of
from exporters.dossier.manifest import MANIFEST, TABLE, Manifest, table_of
from exporters.dossier.naming import file_stem
from exporters.dossier.pages import pages_of
from exporters.dossier.volume import Edition, FiledFile, FileKind, Item, Volume
from exporters.export import built
from exporters.file_names import without_minors
from exporters.folders import writing_into
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.kind import Kind
from exporters.kinds.office import catalogue, closing_note
from exporters.labels import load_labels
from exporters.progress import CancelToken, Progress, share_of
from exporters.registry import FORMATS, KINDS, Format, kinds_due
from exporters.text import Replacement, clean_document, visible
from models.archive_gaps import Missing, MissingKind
from models.errors import AttachmentUnusable
from models.papers import ArchiveView, MeetingPapers
from models.snapshot import AttachmentView
from models.version import VERSION

OpenAttachment = Callable[[AttachmentView], BinaryIO]
"""Opens the bytes of an attachment to be read once. Raises AttachmentUnusable."""

_SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
}
_OFFICE_PAPERS = 2  # catalogue and closing note
_LONGEST_TITLE = 60
_PER_STEP = 1000


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a dossier, and how."""

    papers: MeetingPapers
    case_file: Mapping[str, object]
    opened: OpenAttachment
    options: BuildOptions
    edition: Edition = Edition.ORIGINAL
    sm3: bool = False
    incomplete: bool = False
    missing: tuple[Missing, ...] = ()


@dataclass
class DossierBuilder:
    """Writes the files of one dossier into an empty folder. Raises AppError or Cancelled.

    FolderUnwritable names the folder around it, which was chosen.
    """

    folder: Path
    content: Content
    progress: Progress
    cancel: CancelToken
    replacements: list[Replacement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._labels = load_labels()
        self._missing = list(self.content.missing)
        self._names: set[str] = set()
        self._done = 0
        self._kinds = sorted(
            (KINDS[name] for name in kinds_due(self.content.papers)),
            key=lambda kind: kind.catalogue_order,
        )
        attached = len(self.content.papers.meeting.attachments)
        papers = (len(self._kinds) + _OFFICE_PAPERS) * len(FORMATS)
        self._steps = papers + attached + 1

    def build(self) -> str:
        """Write everything; return the digest of the whole: that of the manifest."""
        items = [self._paper(kind) for kind in self._kinds]
        items += self._attachments()
        items.append(self._case_file())
        office = self._labels("closing_note.title")
        announced = [*items, Item(office, maker=self._host, day=self._today)]
        document = catalogue.build(self._volume(announced), self._labels)
        listed = Item(document.title, files=self._both(catalogue.KIND, document))
        held = [*items, listed]
        document = closing_note.build(self._volume(held), self._labels)
        held.append(Item(document.title, files=self._both(closing_note.KIND, document)))
        return self._manifests(self._volume(held))

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What was missing, with what turned out to be on the way."""
        return tuple(self._missing)

    @property
    def _host(self) -> str:
        return self.content.papers.meeting.host or ""

    @property
    def _today(self) -> str:
        return self.content.options.made_at.date().isoformat()

    def _paper(self, kind: Kind) -> Item:
        papers = self.content.papers
        document, replaced = built(kind, papers, self.content.options)
        self.replacements += replaced
        filing = kind.filing(papers)
        unsigned = "" if filing.signed else self._labels("page.unsigned")
        return Item(
            kind.short_name,
            number=self._of_nobody(papers.meeting.number),
            maker=filing.maker or "",
            day=filing.day or "",
            remark=unsigned,
            files=self._written(kind.id, kind.short_name, document),
        )

    def _both(self, kind: str, document: Document) -> tuple[FiledFile, ...]:
        clean, replaced = clean_document(document)
        self.replacements += replaced
        return self._written(kind, self._labels(f"{kind}.title"), clean)

    def _written(self, kind: str, title: str, document: Document) -> tuple[FiledFile, ...]:
        return tuple(
            self._in_format(kind, title, document, format_) for format_ in FORMATS.values()
        )

    def _in_format(self, kind: str, title: str, document: Document, format_: Format) -> FiledFile:
        name = self._name(title, format_.suffix)
        progress = share_of(self._step, self._done, self._steps)
        content = io.BytesIO()
        format_.write(document, content, progress, self.cancel)
        with self._new(name) as stream:
            stream.write(content.getbuffer())
        self._finish()
        return self._filed(name, kind, title, format_.media_type)

    def _attachments(self) -> Sequence[Item]:
        """Write the attachments, numbered in their order; one that is not here leaves its gap."""
        items = []
        for number, one in enumerate(self.content.papers.meeting.attachments, 1):
            self.cancel.check()
            if one.here:
                try:
                    items.append(self._attachment(number, one))
                except AttachmentUnusable:
                    if not self.content.incomplete:
                        raise
                    self._lacks(one)
            self._finish()
        return items

    def _lacks(self, one: AttachmentView) -> None:
        """Note that the bytes of an attachment are not those that were attached."""
        self._missing.append(Missing(MissingKind.ATTACHMENT, self._of_nobody(one.name)))

    def _attachment(self, number: int, one: AttachmentView) -> Item:
        short = self._labels("dossier.attachment", number=number)
        name = self._name(short, _SUFFIXES.get(one.media_type, ".bin"))
        with closing(self.content.opened(one)) as source, self._new(name) as target:
            found = copied(source, target, self.cancel)
        if (found.size, found.sha256) != (one.size, one.sha256):
            (self.folder / name).unlink()
            raise AttachmentUnusable(one.name, "attachment_differs")
        title = self._titled(short, one)
        file = self._filed(name, FileKind.ATTACHMENT, title, one.media_type)
        return Item(title, maker=self._host, day=one.added_at or "", files=(file,))

    def _titled(self, short: str, one: AttachmentView) -> str:
        """Return the title of an attachment."""
        told = " ".join(visible(one.note or Path(one.name).stem).text.split())[:_LONGEST_TITLE]
        title = self._of_nobody(told)
        return self._labels("dossier.attachment_titled", attachment=short, title=title)

    def _of_nobody(self, text: str | None) -> str:
        """Return a text in which 某某 stands for each name of a minor."""
        somebody = self._labels("dossier.somebody")
        return without_minors(self.content.papers.meeting, text or "", somebody)

    def _case_file(self) -> Item:
        title = self._labels("dossier.case_file")
        name = self._name(self._labels("dossier.case_file_short"), ".json")
        text = json.dumps(self.content.case_file, ensure_ascii=False, indent=1) + "\n"
        with self._new(name) as stream:
            stream.write(text.encode("utf-8"))
        self._finish()
        file = self._filed(name, FileKind.CASE_FILE, title, "application/json")
        number = self._of_nobody(self.content.papers.meeting.number)
        return Item(title, number=number, maker=self._host, day=self._today, files=(file,))

    def _volume(self, items: Iterable[Item]) -> Volume:
        papers, meeting = self.content.papers, self.content.papers.meeting
        return Volume(
            replace(
                meeting,
                number=self._of_nobody(meeting.number),
                title=self._of_nobody(meeting.title),
                archival_code=self._of_nobody(meeting.archival_code),
            ),
            papers.archive or ArchiveView(),
            self.content.edition,
            self.content.options.made_at,
            tuple(items),
            self.missing,
            papers.secrecy,
        )

    def _manifests(self, volume: Volume) -> str:
        meeting, archive = volume.meeting, volume.archive
        manifest = Manifest(
            program=VERSION,
            made_at=volume.made_at.isoformat(timespec="seconds"),
            meeting_id=meeting.id,
            meeting_kind=meeting.kind.value,
            meeting_state=meeting.state,
            number=meeting.number or "",
            title=meeting.title or "",
            record_digest=meeting.digest,
            code=meeting.archival_code or "",
            period=archive.period or "",
            original=archive.original or "",
            edition=volume.edition.value,
            missing=volume.missing,
            files=volume.files,
        ).to_json()
        for name, content in ((MANIFEST, manifest), (TABLE, table_of(manifest))):
            with self._new(name) as stream:
                stream.write(content)
        return hashlib.sha256(manifest).hexdigest()

    def _name(self, short: str, suffix: str) -> str:
        """Return the name of a file after the rule for all papers; a second one gets a new version."""
        base = file_stem(self.content.papers.meeting, short)
        version = 1
        while (name := f"{base}_v{version}{suffix}").casefold() in self._names:
            version += 1
        self._names.add(name.casefold())
        return name

    @contextmanager
    def _new(self, name: str) -> Iterator[BinaryIO]:
        """Give a new file to write into; the disk has taken it in afterwards."""
        with writing_into(self.folder.parent), (self.folder / name).open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def _filed(self, name: str, kind: str, title: str, media_type: str) -> FiledFile:
        """Read a file again from the disk; return what the manifest says of it."""
        file = self.folder / name
        with writing_into(self.folder.parent), file.open("rb") as stream:
            digest: FileDigest = digest_of(stream, self.cancel, sm3=self.content.sm3)
            pages, text = pages_of(file, media_type), None
            if media_type == FORMATS["docx"].media_type:
                stream.seek(0)
                text = check_docx(stream).digest
        return FiledFile(
            name,
            str(kind),
            title,
            media_type,
            digest.size,
            digest.sha256,
            digest.sm3,
            pages,
            text,
        )

    def _finish(self) -> None:
        self._done += 1
        self._step(self._done * _PER_STEP, self._steps * _PER_STEP)

    def _step(self, done: int, total: int) -> None:
        self.cancel.check()
        self.progress(done, total)
