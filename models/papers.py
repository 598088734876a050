"""What papers print besides the meeting itself: what others wrote about it later, and its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from models.snapshot import MeetingSnapshot


class Stage(Enum):
    """A part of a joint conference in which people speak."""

    REPORT = auto()
    QUESTIONS = auto()
    EXPLANATIONS = auto()
    OPINIONS = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who is to speak in a stage."""

    stage: Stage
    participant_id: str


@dataclass(frozen=True, slots=True)
class HandlerAnswerView:
    """What the handling prosecutor did with one opinion: ``words`` are the opinion's own.

    ``manner`` says whether they were spoken or in writing; only spoken ones stand in a line.
    """

    speaker: str | None = None
    line_seq: int | None = None
    words: str | None = None
    status: str | None = None
    reason: str | None = None
    at: str | None = None
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class HandlerNoteView:
    """The handling prosecutor's own note on the opinions (参考情况说明).

    ``road`` is where the case goes next, ``own_view`` what the handler means to do or to report.
    ``signed_at`` is None until the note is signed.
    """

    by: str | None = None
    at: str | None = None
    answers: tuple[HandlerAnswerView, ...] = ()
    road: str | None = None
    own_view: str | None = None
    signed_at: str | None = None


@dataclass(frozen=True, slots=True)
class DivergenceReportView:
    """The head of department's report to the chief prosecutor (分歧情况报告)."""

    by: str | None = None
    at: str | None = None
    basis: str | None = None
    content: str | None = None
    chief: str | None = None
    chief_at: str | None = None
    signed_at: str | None = None


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Retention period, archival code and where the original is kept (归档)."""

    period: str | None = None
    code: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    """All that the papers about a meeting print: the meeting, and what others wrote about it later.

    Each paper is built from its own part; the record sees ``meeting`` alone. ``order`` is the
    suggested order of speaking, for the chair's run sheet; empty if nobody asked for it.
    """

    meeting: MeetingSnapshot
    note: HandlerNoteView | None = None
    divergence: DivergenceReportView | None = None
    order: tuple[Turn, ...] = ()
    archive: ArchiveView | None = None


@dataclass(frozen=True, slots=True)
class PaperRules:
    """What papers print of a profile: id, name and source, the rules cited, titles by paper.

    ``missing`` is the id that the meeting names where that profile is not installed.
    """

    id: str = ""
    name: str = ""
    cites: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    source: str = ""
