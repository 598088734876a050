"""What papers print besides the meeting itself: what others wrote about it later, and its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    HearingDecisionView,
    SupervisorFeedbackView,
)
from models.profile_terms import SummaryPaper
from models.secrecy import SecrecyFinding, SecrecyMark
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
class RequestView:
    """The handling prosecutor's request for a joint conference (提请) and its approval."""

    by: str | None = None
    at: str | None = None
    reasons: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    handler_view: str | None = None
    approved_by: str | None = None
    approved_at: str | None = None
    approval: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeTimesView:
    """When notices went out, and what a postponement was. Times are civil times as written."""

    notice_at: str | None = None
    first_notice_at: str | None = None
    postponed_from: str | None = None
    postponed_reason: str | None = None
    public_notice_at: str | None = None
    observer_deadline: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """When and how one participant of a hearing was told (告知). ``to`` is free text."""

    to: str | None = None
    at: str | None = None
    way: str | None = None
    days_before: int | None = None


@dataclass(frozen=True, slots=True)
class CaseDetailsView:
    """What the request and the plan say of a case besides its name and numbers.

    ``time_limit_end`` is the last day for handling the case (办案期限届满日).
    """

    case_id: str
    line_of_work: str | None = None
    stage: str | None = None
    time_limit_end: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class ParticipantNoteView:
    """What the office noted about a participant (备注), for the sign-in sheet."""

    participant_id: str
    note: str


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Retention period, archival code and where the original is kept (归档)."""

    period: str | None = None
    code: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class SealView:
    """What was sealed (封存): ``sealed_at`` is UTC, ``form`` the version of what was hashed."""

    sealed_at: str
    form: int
    algorithm: str
    digest: str


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """What makes papers differ from the original: said on every page.

    ``masked`` ones name no party (脱敏版); an ``excerpt`` (摘录) holds what is about one case, and is
    its name or number.
    """

    masked: bool = False
    excerpt: str | None = None


ORIGINAL = PaperVersion()
"""Everything as it is in the database."""


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    """All that the papers about a meeting print: the meeting, and what others wrote about it later.

    Each paper is built from its own part; the record sees ``meeting`` alone. ``order`` is the
    suggested order of speaking, for the chair's run sheet; empty if nobody asked for it.
    ``case_details`` are in the order of the cases; ``officers`` are the hearing officers' ids as
    participants, in the order of their list. ``notes`` are the office's own: only forms that stay
    in the office print them. What no entity holds is left blank on a form, to be filled in by hand.
    ``secrecy_findings`` say why there is no mark of ``secrecy`` where one was due; none is printed.
    """

    meeting: MeetingSnapshot
    note: HandlerNoteView | None = None
    divergence: DivergenceReportView | None = None
    order: tuple[Turn, ...] = ()
    request: RequestView | None = None
    notice_times: NoticeTimesView = field(default_factory=NoticeTimesView)
    notices: tuple[NoticeView, ...] = ()
    case_details: tuple[CaseDetailsView, ...] = ()
    participant_notes: tuple[ParticipantNoteView, ...] = ()
    follow_up: str | None = None
    notes: str | None = None
    approval: HearingApprovalView | None = None
    officers: tuple[str, ...] = ()
    deliberation: DeliberationView | None = None
    decision: HearingDecisionView | None = None
    supervisor_feedback: tuple[SupervisorFeedbackView, ...] = ()
    archive: ArchiveView | None = None
    seal: SealView | None = None
    version: PaperVersion = ORIGINAL
    secrecy: SecrecyMark | None = None
    secrecy_findings: tuple[SecrecyFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRules:
    """What papers print of a profile: id, name and source, the rules cited, titles by paper.

    ``missing`` is the id that the meeting names where that profile is not installed. ``summary`` is
    the paper besides the record that the profile knows, ``approval_days`` how long the head has for
    a request, None if the profile does not say. ``template`` names in words the office's template
    that a paper was made by.
    """

    id: str = ""
    name: str = ""
    cites: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    source: str = ""
    summary: SummaryPaper = SummaryPaper.NONE
    approval_days: int | None = None
    template: str = ""
