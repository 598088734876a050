"""From a snapshot to files: build, clean, write beside the target, rename.

Runs in a worker thread: it sees no database and no widget. Whatever stops it, the files that were
there before are as they were, and nothing half-written is left.
"""

import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from exporters.collector import no_collection
from exporters.document import Attachment, Document, Origin, Relation
from exporters.earlier import earlier_versions, edited_among
from exporters.file_names import reserve_file, stem
from exporters.folders import writing_into
from exporters.kinds.assembly import NO_RULES, BuildOptions, mark_words
from exporters.kinds.kind import Kind
from exporters.labels import load_labels
from exporters.progress import CancelToken, Progress, no_progress, shares_of
from exporters.registry import FORMATS, KINDS, Format
from exporters.templated import build
from exporters.text import Replacement, clean_document
from models.errors import (
    ExportFailed,
    KindNotDue,
    NothingToExport,
    reason_of,
)
from models.own_words import Templates
from models.papers import MeetingPapers, PaperRules

_Row = TypeVar("_Row", Kind, Format)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The files written, in order, and the characters that had to be made visible.

    ``edited`` are earlier versions of the same papers in that folder whose text somebody changed by
    hand since they were exported; they are as they were.
    """

    files: tuple[Path, ...]
    replacements: tuple[Replacement, ...]
    edited: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What travels inside of a PDF; with anything there it is a PDF/A-3a, else a PDF/A-2a.

    ``with_docx`` puts the same paper in as DOCX, its source; ``attachments`` follow it, such as the
    case file as data.
    """

    with_docx: bool = False
    attachments: tuple[Attachment, ...] = ()


PLAIN_PDF = PdfOptions()
"""For a PDF with nothing inside."""


@no_collection()
def export(
    papers: MeetingPapers,
    *,
    kinds: Sequence[str],
    formats: Sequence[str],
    folder: Path,
    signers: tuple[str, ...],
    rules: PaperRules = NO_RULES,
    templates: Templates = (),
    made_at: datetime | None = None,
    pdf: PdfOptions = PLAIN_PDF,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> ExportResult:
    """Write the papers of a meeting into ``folder``, each kind in each format.

    ``signers`` are the roles that sign, ``rules`` what is printed of the meeting's profile,
    ``templates`` the words and letterheads of the office; ``made_at`` is aware, now if not given.
    All papers are finished before the first is put in place. Raises KindNotDue, NothingToExport,
    MissingGlyph, FolderUnwritable, ExportFailed, or Cancelled.
    """
    chosen_kinds = _chosen(kinds, KINDS)
    chosen_formats = _chosen(formats, FORMATS)
    options = BuildOptions(
        made_at or datetime.now().astimezone(), signers, rules, templates=templates
    )
    cancel = cancel or CancelToken()
    documents: list[tuple[Kind, Document]] = []
    replacements: list[Replacement] = []
    for kind in chosen_kinds:
        cancel.check()
        document, replaced = built(kind, papers, options)
        documents.append((kind, document))
        replacements.extend(replaced)
    with writing_into(folder):
        folder.mkdir(parents=True, exist_ok=True)
    jobs = [
        _Job(document, format_, paper_stem(papers, kind), pdf)
        for kind, document in documents
        for format_ in chosen_formats
    ]
    earlier = earlier_versions(folder, [job.name for job in jobs])
    # Those that were there before are read in one step.
    shares = shares_of(progress, len(jobs) + bool(earlier))
    edited = edited_among(earlier, shares[0], cancel)
    files = _write_all(jobs, folder, shares[-len(jobs) :], cancel)
    return ExportResult(files, tuple(replacements), edited)


@no_collection()
def write_paper(
    papers: MeetingPapers,
    stream: BinaryIO,
    *,
    kind: str,
    format_: str,
    signers: tuple[str, ...],
    rules: PaperRules = NO_RULES,
    templates: Templates = (),
    made_at: datetime,
    pdf: PdfOptions = PLAIN_PDF,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> tuple[Replacement, ...]:
    """Write one paper into ``stream``, byte for byte as :func:`export` writes it into a file.

    Returns the characters that had to be made visible. Nothing touches a disk. Raises KindNotDue,
    NothingToExport, MissingGlyph, or Cancelled.
    """
    (chosen_kind,), (chosen_format,) = _chosen([kind], KINDS), _chosen([format_], FORMATS)
    options = BuildOptions(made_at, signers, rules, templates=templates)
    document, replaced = built(chosen_kind, papers, options)
    job = _Job(document, chosen_format, paper_stem(papers, chosen_kind), pdf)
    job.write(stream, progress, cancel or CancelToken())
    return replaced


@dataclass(frozen=True, slots=True)
class _Job:
    document: Document
    format: Format
    name: str
    pdf: PdfOptions

    def write(self, stream: BinaryIO, progress: Progress, cancel: CancelToken) -> None:
        """Write the paper with what travels inside."""
        document = self.document
        if self.format.holds_files:
            document = replace(document, attachments=self._attachments(cancel))
        self.format.write(document, stream, progress, cancel)

    def _attachments(self, cancel: CancelToken) -> tuple[Attachment, ...]:
        if not self.pdf.with_docx:
            return self.pdf.attachments
        docx, content = FORMATS["docx"], io.BytesIO()
        docx.write(self.document, content, no_progress, cancel)
        source = Attachment(
            f"{self.name}{docx.suffix}",
            docx.media_type,
            content.getvalue(),
            Relation.SOURCE,
            self.document.made_at,
        )
        return (source, *self.pdf.attachments)


def _chosen(names: Sequence[str], table: dict[str, _Row]) -> list[_Row]:
    for name in names or ("",):
        if name not in table:
            raise NothingToExport(name, tuple(table))
    return [table[name] for name in dict.fromkeys(names)]


def built(
    kind: Kind, papers: MeetingPapers, options: BuildOptions
) -> tuple[Document, tuple[Replacement, ...]]:
    """Return one paper, clean and with its origin, and the characters made visible.

    Raises KindNotDue.
    """
    if not kind.can_be_made(papers, options.rules):
        raise KindNotDue(kind.id, papers.meeting.kind, kind.short_name)
    shown = replace(papers, secrecy=None) if kind.public else papers
    made = build(kind, shown, options.for_papers(shown), load_labels())
    document, replaced = clean_document(made)
    return replace(document, origin=Origin(kind.id, papers.meeting.id)), replaced


def paper_stem(papers: MeetingPapers, kind: Kind) -> str:
    """Return the name of a paper's file without version and suffix.

    A masked version and an excerpt say so in theirs.
    """
    marks = mark_words("", papers.version, load_labels())
    short = kind.short_name if marks is None else f"{kind.short_name}·{marks}"
    return stem(papers.meeting, short)


def _write_all(
    jobs: Sequence[_Job], folder: Path, shares: Sequence[Progress], cancel: CancelToken
) -> tuple[Path, ...]:
    finished: list[tuple[Path, _Job]] = []
    placed: list[Path] = []
    try:
        for job, progress in zip(jobs, shares, strict=True):
            finished.append((_write(job, folder, progress, cancel), job))
        cancel.check()
        for part, job in finished:
            placed.append(_put_in_place(part, folder, job))
    except BaseException:
        _discard(placed)  # all of them or none
        raise
    finally:
        _discard(part for part, _ in finished)
    return tuple(placed)


def _write(job: _Job, folder: Path, progress: Progress, cancel: CancelToken) -> Path:
    """Write one paper into a temporary file beside its target; return that file."""
    with writing_into(folder):
        handle, name = tempfile.mkstemp(prefix=".lianxi-", suffix=".part", dir=folder)
        os.close(handle)
    part, content = Path(name), io.BytesIO()
    try:
        job.write(content, progress, cancel)
        with writing_into(folder), part.open("r+b") as stream:
            stream.write(content.getbuffer())
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        _discard([part])
        raise
    return part


def _put_in_place(part: Path, folder: Path, job: _Job) -> Path:
    with writing_into(folder):
        target = reserve_file(folder, job.name, job.format.suffix)
    try:
        # A temporary file is private; a paper has the rights that new files have here.
        part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)
    except OSError as error:
        _discard([target])
        raise ExportFailed(target, reason_of(error)) from error
    return target


def _discard(parts: Iterable[Path]) -> None:
    for part in parts:
        with suppress(OSError):
            part.unlink(missing_ok=True)
