"""A whole meeting as frozen values, for exporters and the screen.

Made by :func:`models.queries.meeting_snapshot`. Texts are as typed; ``None`` means "not given".
Times are civil times as written: ``2025-06-18T09:00``, ``2025-06-18`` or ``09:00``. All tuples are
in the order of the case file, which for lines is the order of speaking.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.states import STATES
from models.text import for_comparison
from models.vocabulary import MeetingKind

YesOrWords = str | bool | int | None
"""A field in which offices write yes or no, or words."""


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party of a case (当事人). ``display`` is the name to print where it differs."""

    role: str | None
    name: str | None
    display: str | None = None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case under discussion. What protects it is as entered; no paper prints that."""

    name: str | None = None
    case_no: str | None = None
    system_no: str | None = None
    cause: str | None = None
    parties: tuple[PartyView, ...] = ()
    id: str = ""
    state_secret: YesOrWords = None
    work_secret: bool | None = None
    minor: bool | None = None


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """When and where a meeting is held."""

    held_from: str | None = None
    held_to: str | None = None
    place: str | None = None
    remote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItemView:
    """An item of the agenda (议程). ``level`` 0 is outermost; minutes are its own, as planned.

    ``number`` is the frozen one, None until notices go out.
    """

    id: str
    title: str
    level: int = 0
    planned_minutes: int | None = None
    number: str | None = None


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
    attendance: str | None = None
    specialist_question: str | None = None


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
    ruling: str | None = None
    at: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the record (发言记录). ``speaker_id`` is None while the speaker is not known.

    ``item_id`` is the item of the agenda it was said under, ``question_id`` the question that it
    answers as an opinion. A line with a ``movement`` is nobody's words: in it the participant
    ``mover_id`` comes or goes. ``seconds`` is how long it was spoken, ``recording`` where in the
    recording it begins; a ``marked`` one is to be checked. In an excerpt one line with
    a note as its text stands for all that were ``omitted`` there: so many, and the first one's number.
    """

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
    signed: YesOrWords = None
    event: YesOrWords = None
    note: str | None = None
    item_id: str | None = None
    question_id: str | None = None
    movement: str | None = None
    mover_id: str | None = None
    seconds: int | None = None
    recording: str | None = None
    marked: bool | None = None
    omitted: int | None = None

    @property
    def awaits_speaker(self) -> bool:
        """Whether somebody spoke of whom it is not known yet who it was."""
        return self.speaker_id is None and self.movement is None and self.omitted is None


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch of time spent on an item of the agenda or a hearing's step; open while under way."""

    item_id: str | None
    step: int | None
    began_at: str
    ended_at: str | None = None


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A photo or scan attached to a line, to an item, or with neither to the whole meeting.

    ``size`` is in bytes. Where only the entry came, with a case file, the file is not ``here``.
    """

    id: str
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: str | None = None
    note: str | None = None
    line_id: str | None = None
    item_id: str | None = None
    here: bool = True


@dataclass(frozen=True, slots=True)
class OpinionView:
    """One person's opinion (参考意见): on which question of which case, and where it was spoken.

    ``line_ids`` are the lines it was spoken in, the first one first; empty for one in writing, whose
    words are ``text``, or for one that was not given.
    """

    id: str
    author_id: str
    line_ids: tuple[str, ...] = ()
    question_id: str | None = None
    case_id: str | None = None
    manner: str | None = None
    given_at: str | None = None
    text: str | None = None
    reasons: str | None = None
    legal_basis: str | None = None
    silence_reason: str | None = None


@dataclass(frozen=True, slots=True)
class TranscriptCheckView:
    """How one person checked and signed the transcript (校阅)."""

    name: str | None = None
    result: str | None = None
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One person's signature under the record, or why there is none.

    ``name`` and ``role`` are as they stand on the paper; ``participant_id`` is None for somebody who
    did not take part.
    """

    id: str
    participant_id: str | None = None
    name: str | None = None
    role: str | None = None
    status: str | None = None
    at: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionSheetView:
    """A sheet that puts an error of recording right after signing (更正说明).

    ``line_id`` is the line it is about, if it is about one; ``place`` says where in words.
    ``signed_at`` is None until the sheet is signed.
    """

    id: str
    number: int | None = None
    line_id: str | None = None
    place: str | None = None
    wrong: str | None = None
    corrected: str | None = None
    reason: str | None = None
    by: str | None = None
    at: str | None = None
    signed_at: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeRuleView:
    """A procuratorate's own rule (本院规则) that a meeting is held by, besides its profile."""

    id: str
    organ: str | None = None
    title: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingSnapshot:
    """A joint conference or a hearing with everything its own papers print.

    Notes for the office and papers that follow the meeting (handler's note, divergence report, the
    hearing's decision) are not here: a record or transcript cannot print what it cannot see.
    ``digest`` is that of the seal; of a meeting without one it is empty, unless a paper asked for it.
    ``question_ids`` are those of ``questions``, in the same order.
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
    issues: tuple[str, ...] = ()
    schedule: ScheduleView = field(default_factory=ScheduleView)
    participants: tuple[ParticipantView, ...] = ()
    quorum: QuorumView | None = None
    recusals: tuple[RecusalView, ...] = ()
    materials: tuple[str, ...] = ()
    agenda: tuple[AgendaItemView, ...] = ()
    questions: tuple[str, ...] = ()
    question_ids: tuple[str, ...] = ()
    lines: tuple[LineView, ...] = ()
    stretches: tuple[StretchView, ...] = ()
    attachments: tuple[AttachmentView, ...] = ()
    opinions: tuple[OpinionView, ...] = ()
    observers: int | None = None
    open_reason: str | None = None
    break_from: str | None = None
    break_to: str | None = None
    transcript_checks: tuple[TranscriptCheckView, ...] = ()
    archival_code: str | None = None
    statement_read_at: str | None = None
    signatures: tuple[SignatureView, ...] = ()
    correction_sheets: tuple[CorrectionSheetView, ...] = ()
    office_rules: tuple[OfficeRuleView, ...] = ()
    digest: str = ""

    @property
    def under_way(self) -> StretchView | None:
        """What the meeting is at: the stretch of time that has not ended, if there is one."""
        return next((one for one in reversed(self.stretches) if one.ended_at is None), None)

    @property
    def signed(self) -> bool:
        """Whether the record or transcript bears its signatures."""
        return STATES[self.state].signed

    @property
    def participants_by_id(self) -> dict[str | None, ParticipantView]:
        """The participants by their id, for finding the speakers of lines."""
        return {participant.id: participant for participant in self.participants}

    @property
    def shared_names(self) -> frozenset[str]:
        """Names borne by more than one participant: to be told apart by their office."""
        names = [p.name for p in self.participants if p.name]
        counts = Counter(map(for_comparison, names))
        return frozenset(name for name in names if counts[for_comparison(name)] > 1)

    def holding(self, roles: Iterable[str]) -> tuple[ParticipantView, ...]:
        """Return the participants who hold one of the roles, in the order of the roles."""
        return tuple(
            person for role in roles for person in self.participants if person.role == role
        )

    def signer_of(self, signature: SignatureView) -> ParticipantView | None:
        """Return whose signature it is; one noted by name alone is the only bearer's of that name."""
        if signature.participant_id is not None:
            return self.participants_by_id.get(signature.participant_id)
        name = for_comparison(signature.name or "")
        bearers = [p for p in self.participants if p.name and for_comparison(p.name) == name]
        return bearers[0] if len(bearers) == 1 else None


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
