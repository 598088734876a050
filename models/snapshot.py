"""A whole meeting as frozen values, for exporters and the screen.

Made by :func:`models.queries.meeting_snapshot`. Texts are as typed; ``None`` means "not given".
Times are civil times as written: ``2025-06-18T09:00``, ``2025-06-18`` or ``09:00``. All tuples are
in the order of the case file, which for lines is the order of speaking.
"""

from dataclasses import dataclass, field

from models.states import STATES
from models.vocabulary import MeetingKind


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party of a case (当事人). ``display`` is the name to print where it differs."""

    role: str | None
    name: str | None
    display: str | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case under discussion."""

    name: str | None = None
    case_no: str | None = None
    system_no: str | None = None
    line_of_work: str | None = None
    cause: str | None = None
    stage: str | None = None
    time_limit_end: str | None = None
    summary: str | None = None
    parties: tuple[PartyView, ...] = ()
    state_secret: str | bool | None = None
    work_secret: bool | None = None
    minor: bool | None = None


@dataclass(frozen=True, slots=True)
class RequestView:
    """The request for a joint conference (提请) and its approval."""

    by: str | None = None
    at: str | None = None
    reasons: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    handler_view: str | None = None
    approved_by: str | None = None
    approved_at: str | None = None
    approval: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """When and how one participant of a hearing was told."""

    to: str | None = None
    at: str | None = None
    way: str | None = None
    days_before: int | None = None


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """Notices, times and places of a meeting."""

    notice_at: str | None = None
    first_notice_at: str | None = None
    postponed_from: str | None = None
    postponed_reason: str | None = None
    held_from: str | None = None
    held_to: str | None = None
    place: str | None = None
    remote: tuple[str, ...] = ()
    public_notice_at: str | None = None
    observer_deadline: str | None = None
    notices: tuple[NoticeView, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """A person in this meeting, with the role held."""

    id: str
    number: int | None
    name: str | None
    organ: str | None = None
    post: str | None = None
    grade: str | None = None
    role: str | None = None
    mode: str | None = None
    counts_for_quorum: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class QuorumView:
    """The quorum rule as applied (人数要求)."""

    rule: str | None = None
    required: int | None = None
    counted: int | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class RecusalView:
    """A recusal (回避), or the note that there was none."""

    person: str | None = None
    ground: str | None = None
    raised: str | None = None
    recorded: bool | None = None
    ruling: str | None = None
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the record (发言记录). ``speaker_id`` is None while the speaker is not known."""

    id: str
    seq: int | None
    at: str | None
    speaker_id: str | None
    kind: str | None
    text: str | None
    lang: str | None = None
    step: int | None = None
    source_lang: str | None = None
    source_text: str | None = None
    translation: str | None = None
    translation_by: str | None = None
    limit: str | None = None
    signed: bool | None = None
    sensitive: bool | None = None
    event: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HearingApprovalView:
    """The chief prosecutor's approval of a hearing, and of its broadcast."""

    basis: str | None = None
    by: str | None = None
    at: str | None = None
    open_reason: str | None = None
    broadcast_approved: bool | None = None
    broadcast_channel: str | None = None
    broadcast_at: str | None = None


@dataclass(frozen=True, slots=True)
class TranscriptCheckView:
    """How one person checked and signed the transcript (校阅)."""

    name: str | None = None
    result: str | None = None
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Archive data of the meeting."""

    period: str | None = None
    code: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingSnapshot:
    """A joint conference or a hearing with everything its own papers print.

    Papers that follow the meeting (handler's note, divergence report, the hearing's decision) are
    not here: a record or transcript cannot print what it cannot see.
    """

    id: str
    kind: MeetingKind
    state: str
    title: str | None = None
    number: str | None = None
    host: str | None = None
    scope: str | None = None
    open: bool | None = None
    profile: str | None = None
    organs: tuple[str, ...] = ()
    cases: tuple[CaseView, ...] = ()
    request: RequestView | None = None
    schedule: ScheduleView = field(default_factory=ScheduleView)
    participants: tuple[ParticipantView, ...] = ()
    quorum: QuorumView | None = None
    recusals: tuple[RecusalView, ...] = ()
    materials: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    lines: tuple[LineView, ...] = ()
    observers: int | None = None
    approval: HearingApprovalView | None = None
    break_from: str | None = None
    break_to: str | None = None
    transcript_checks: tuple[TranscriptCheckView, ...] = ()
    archive: ArchiveView | None = None
    notes: str | None = None
    digest: str = ""

    @property
    def signed(self) -> bool:
        """Whether the record or transcript bears its signatures."""
        return STATES[self.state].signed

    def participant(self, participant_id: str | None) -> ParticipantView | None:
        """Return the participant of that id, or None if it is None or unknown."""
        return next((p for p in self.participants if p.id == participant_id), None)

    @property
    def shared_names(self) -> frozenset[str]:
        """Names borne by more than one participant: to be told apart by their office."""
        names = [p.name for p in self.participants if p.name]
        return frozenset(name for name in names if names.count(name) > 1)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One row of the list of meetings."""

    id: str
    kind: MeetingKind
    state: str
    title: str | None
    number: str | None
    host: str | None
    scope: str | None
    open: bool | None
    held_from: str | None
    place: str | None
