"""What can be exported, and in which formats: two explicit tables.

How to add a kind: a module in ``exporters.kinds``, a row in KINDS, its words in
``resources/i18n/document_*.toml``. How to add a format: a writer, a row in FORMATS. The command
line, the export panel and the tests are made from these tables.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from exporters.document import Document
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.conference import divergence_report, handler_note, record
from exporters.kinds.conference import run_sheet as conference_sheet
from exporters.kinds.hearing import run_sheet as hearing_sheet
from exporters.kinds.hearing import transcript
from exporters.labels import Labels
from exporters.progress import CancelToken, Progress
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind

Build = Callable[[MeetingPapers, BuildOptions, Labels], Document]
BuildOwn = Callable[[MeetingSnapshot, BuildOptions, Labels], Document]
Write = Callable[[Document, BinaryIO, Progress, CancelToken], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: whose it is, its name in file names, how it is built, when there is one.

    A ``working`` paper is for use in the meeting and not of the file: made only where it is asked
    for by itself.
    """

    id: str
    meeting: MeetingKind
    short_name: str
    build: Build
    exists: Callable[[MeetingPapers], bool] = lambda _papers: True
    working: bool = False

    def is_due(self, papers: MeetingPapers) -> bool:
        """Say whether there is this paper of that meeting."""
        return self.meeting is papers.meeting.kind and self.exists(papers)


@dataclass(frozen=True, slots=True)
class Format:
    """A file format; ``holds_files`` says that others can be attached inside.

    Its writer is imported when first used, for a quick start.
    """

    id: str
    suffix: str
    module: str
    media_type: str
    holds_files: bool = False

    @property
    def write(self) -> Write:
        """The writer: document, stream, progress, cancel."""
        writer: Write = import_module(self.module).write
        return writer


def _own(build: BuildOwn) -> Build:
    """Return how a meeting's own paper is built: it cannot print what it cannot see."""
    return lambda papers, options, labels: build(papers.meeting, options, labels)


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("record", MeetingKind.JOINT_CONFERENCE, "会议记录", _own(record.build)),
        Kind(
            "handler_note",
            MeetingKind.JOINT_CONFERENCE,
            "参考情况说明",
            handler_note.build,
            exists=lambda papers: papers.note is not None,
        ),
        Kind(
            "divergence_report",
            MeetingKind.JOINT_CONFERENCE,
            "分歧情况报告",
            divergence_report.build,
            exists=lambda papers: papers.divergence is not None,
        ),
        Kind(
            "run_sheet",
            MeetingKind.JOINT_CONFERENCE,
            "主持人流程单",
            conference_sheet.build,
            working=True,
        ),
        Kind("transcript", MeetingKind.HEARING, "听证笔录", _own(transcript.build)),
        Kind(
            "hearing_run_sheet",
            MeetingKind.HEARING,
            "主持人流程单",
            hearing_sheet.build,
            working=True,
        ),
    )
}

FORMATS: dict[str, Format] = {
    format_.id: format_
    for format_ in (
        Format(
            "docx",
            ".docx",
            "exporters.writers.docx.writer",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        Format("pdf", ".pdf", "exporters.writers.pdf.writer", "application/pdf", holds_files=True),
    )
}


def kinds_due(papers: MeetingPapers) -> tuple[str, ...]:
    """Return the kinds of papers that the file of this meeting has, its own first."""
    return tuple(kind.id for kind in KINDS.values() if kind.is_due(papers) and not kind.working)


def working_kinds(papers: MeetingPapers) -> tuple[str, ...]:
    """Return the kinds of working papers that can be made of this meeting."""
    return tuple(kind.id for kind in KINDS.values() if kind.is_due(papers) and kind.working)
