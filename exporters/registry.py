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
from exporters.kinds.conference import record
from exporters.kinds.hearing import transcript
from exporters.labels import Labels
from exporters.progress import CancelToken, Progress
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind

Build = Callable[[MeetingSnapshot, BuildOptions, Labels], Document]
Write = Callable[[Document, BinaryIO, Progress, CancelToken], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: whose it is, its name in file names, and how it is built."""

    id: str
    meeting: MeetingKind
    short_name: str
    build: Build


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


KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("record", MeetingKind.JOINT_CONFERENCE, "会议记录", record.build),
        Kind("transcript", MeetingKind.HEARING, "听证笔录", transcript.build),
    )
}

FORMATS: dict[str, Format] = {
    format_.id: format_
    for format_ in (
        Format("docx", ".docx", "exporters.writers.docx.writer"),
        Format("pdf", ".pdf", "exporters.writers.pdf.writer"),
    )
}


def kinds_due(snapshot: MeetingSnapshot) -> tuple[str, ...]:
    """Return the kinds of papers that exist for this meeting."""
    return tuple(kind.id for kind in KINDS.values() if kind.meeting is snapshot.kind)
