"""What can be exported, and in which formats: two explicit tables.

How to add a kind: a module in ``exporters.kinds``, a row in the table beside it, its words in
``resources/i18n/document_*.toml``. How to add a format: a writer, a row in FORMATS. The command
line, the export panel and the tests are made from these tables.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from exporters.document import Document
from exporters.kinds.conference.table import CONFERENCE
from exporters.kinds.hearing.table import HEARING
from exporters.kinds.kind import Kind
from exporters.kinds.room.table import ROOM
from exporters.progress import CancelToken, Progress
from models.papers import MeetingPapers, PaperRules

Write = Callable[[Document, BinaryIO, Progress, CancelToken], None]


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


KINDS: dict[str, Kind] = {kind.id: kind for kind in (*CONFERENCE, *HEARING, *ROOM)}

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
    """Return the kinds of papers that the file of this meeting has, in the order of the file."""
    return tuple(
        kind.id
        for kind in KINDS.values()
        if kind.is_due(papers) and not kind.working and kind.allowed is None
    )


def kinds_allowed(papers: MeetingPapers, rules: PaperRules) -> tuple[str, ...]:
    """Return the kinds that are off by default and can be made of this meeting by its rules."""
    return tuple(
        kind.id
        for kind in KINDS.values()
        if kind.allowed is not None and kind.can_be_made(papers, rules)
    )


def working_kinds(papers: MeetingPapers) -> tuple[str, ...]:
    """Return the kinds of working papers that can be made of this meeting."""
    return tuple(kind.id for kind in KINDS.values() if kind.is_due(papers) and kind.working)
