"""What can be exported, and in which formats: two explicit tables.

How to add a kind: a module in ``exporters.kinds``, a row in KINDS, its words in
``resources/i18n/document_*.toml``. How to add a format: a writer, a row in FORMATS. The command
line, the export panel and the tests are made from these tables.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from models.papers import DivergenceReportView, HandlerNoteView, MeetingPapers
from models.snapshot import MeetingSnapshot
from models.states import has_reached
from models.vocabulary import MeetingKind, Road

Build = Callable[[MeetingPapers, BuildOptions, Labels], Document]
BuildOwn = Callable[[MeetingSnapshot, BuildOptions, Labels], Document]
Write = Callable[[Document, BinaryIO, Progress, CancelToken], None]


@dataclass(frozen=True, slots=True)
class Filing:
    """Who answers for a paper (责任者), its day as written, and whether no signature is missing."""

    maker: str | None
    day: str | None
    signed: bool = True


def _filed_by_host(papers: MeetingPapers) -> Filing:
    return Filing(papers.meeting.host, papers.meeting.schedule.held_from)


def _filed_as_record(papers: MeetingPapers) -> Filing:
    return replace(_filed_by_host(papers), signed=papers.meeting.signed)


def _filed_by_handler(papers: MeetingPapers) -> Filing:
    note = papers.note or HandlerNoteView()
    return Filing(note.by, note.at, bool(note.signed_at))


def _filed_by_head(papers: MeetingPapers) -> Filing:
    report = papers.divergence or DivergenceReportView()
    return Filing(report.by, report.at, bool(report.signed_at))


def _report_demanded(papers: MeetingPapers) -> bool:
    """Say whether the case was reported to the chief prosecutor; elsewhere goes another paper."""
    road = papers.note.road if papers.note else None
    return papers.meeting.state == "J10" and road in {None, Road.CHIEF}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: whose it is, its name in file names, how it is built, when there is one.

    A ``working`` paper is for use in the meeting and not of the file: made only where it is asked
    for by itself. ``catalogue_order`` is its place in the dossier's catalogue, after the order of
    archives:

    - conference: 10 request, 20 notice and receipts, 30 materials, 40 recusals, 50 sign-in,
      60 record, 70 expert's statement and written opinions, 80 handler's note, 90 divergence
      report, 100 corrections, 110 recordings;
    - hearing: 10 request, 20 plan, 30 public notice, 40 notices and receipts, 50 invitations,
      60 sign-in, 70 transcript, 80 deliberation, 90 opinion sheets, 100 adoption, 110 decision,
      120 feedback, 130 recordings.

    ``demanded`` says whether the file must have the paper by now, ``filing`` who made it, when, and
    whether a signature is missing.
    """

    id: str
    meeting: MeetingKind
    short_name: str
    build: Build
    exists: Callable[[MeetingPapers], bool] = lambda _papers: True
    working: bool = False
    catalogue_order: int = 500
    demanded: Callable[[MeetingPapers], bool] = lambda _papers: False
    filing: Callable[[MeetingPapers], Filing] = _filed_by_host

    def is_due(self, papers: MeetingPapers) -> bool:
        """Say whether there is this paper of that meeting."""
        return self.meeting is papers.meeting.kind and self.exists(papers)


@dataclass(frozen=True, slots=True)
class Format:
    """A file format. Its writer is imported when first used, for a quick start."""

    id: str
    suffix: str
    module: str

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
        Kind(
            "record",
            MeetingKind.JOINT_CONFERENCE,
            "会议记录",
            _own(record.build),
            catalogue_order=60,
            filing=_filed_as_record,
        ),
        Kind(
            "handler_note",
            MeetingKind.JOINT_CONFERENCE,
            "参考情况说明",
            handler_note.build,
            exists=lambda papers: papers.note is not None,
            catalogue_order=80,
            demanded=lambda papers: has_reached(papers.meeting.state, "J9"),
            filing=_filed_by_handler,
        ),
        Kind(
            "divergence_report",
            MeetingKind.JOINT_CONFERENCE,
            "分歧情况报告",
            divergence_report.build,
            exists=lambda papers: papers.divergence is not None,
            catalogue_order=90,
            demanded=_report_demanded,
            filing=_filed_by_head,
        ),
        Kind(
            "run_sheet",
            MeetingKind.JOINT_CONFERENCE,
            "主持人流程单",
            conference_sheet.build,
            working=True,
        ),
        Kind(
            "transcript",
            MeetingKind.HEARING,
            "听证笔录",
            _own(transcript.build),
            catalogue_order=70,
            filing=_filed_as_record,
        ),
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
        Format("docx", ".docx", "exporters.writers.docx.writer"),
        Format("pdf", ".pdf", "exporters.writers.pdf.writer"),
    )
}


def kinds_due(papers: MeetingPapers) -> tuple[str, ...]:
    """Return the kinds of papers that the file of this meeting has, its own first."""
    return tuple(kind.id for kind in KINDS.values() if kind.is_due(papers) and not kind.working)


def working_kinds(papers: MeetingPapers) -> tuple[str, ...]:
    """Return the kinds of working papers that can be made of this meeting."""
    return tuple(kind.id for kind in KINDS.values() if kind.is_due(papers) and kind.working)
