"""A meeting: the root of everything said, asked and filed in one joint conference or hearing."""

import uuid
from typing import Any

from sqlalchemy import CheckConstraint, Enum, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import AgendaItem, Material, Question
from models.attachments import Attachment
from models.base import Base, ExactJson, Identified, Part, Positioned
from models.desk import InternalNote, QueueEntry, ShortCode, Stretch
from models.hearing import (
    Deliberation,
    HearingApproval,
    HearingDecision,
    HearingOfficer,
    SupervisorFeedback,
    TranscriptCheck,
)
from models.lines import Line
from models.opinions import DivergenceReport, HandlerNote, Opinion
from models.people import Participant, Recusal
from models.rules import KeptWording, OfficeRule
from models.signing import CorrectionSheet, Seal, Signature
from models.states import FIRST_STATE
from models.vocabulary import MeetingKind

_OWNED = "all, delete-orphan"


class Organ(Part, Positioned, Base):
    """A procuratorate that takes part (参加院)."""

    __tablename__ = "organ"

    name: Mapped[str]


class Case(Part, Positioned, Base):
    """A case under discussion. Position 0 is the meeting's first case."""

    __tablename__ = "case"
    __table_args__ = (Index(None, "id", "meeting_id", unique=True),)

    name: Mapped[str | None] = mapped_column(default=None)
    case_no: Mapped[str | None] = mapped_column(default=None)
    system_no: Mapped[str | None] = mapped_column(default=None)
    line_of_work: Mapped[str | None] = mapped_column(default=None)
    cause: Mapped[str | None] = mapped_column(default=None)
    stage: Mapped[str | None] = mapped_column(default=None)
    time_limit_end: Mapped[str | None] = mapped_column(default=None)
    summary: Mapped[str | None] = mapped_column(default=None)
    # A level in words or yes/no: offices write either.
    state_secret: Mapped[Any | None] = mapped_column(ExactJson, default=None)
    work_secret: Mapped[bool | None] = mapped_column(default=None)
    minor: Mapped[bool | None] = mapped_column(default=None)
    parties: Mapped[list["Party"]] = relationship(
        default_factory=list, cascade=_OWNED, order_by="Party.position", repr=False
    )


class Party(Identified, Positioned, Base):
    """A party of a case (当事人). ``display`` is the name to print where it differs."""

    __tablename__ = "party"

    case_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("case.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    role: Mapped[str | None] = mapped_column(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    display: Mapped[str | None] = mapped_column(default=None)
    age: Mapped[int | None] = mapped_column(default=None)


class Request(Part, Base):
    """The handling prosecutor's request for a joint conference (提请) and its approval."""

    __tablename__ = "request"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    handler_view: Mapped[str | None] = mapped_column(default=None)
    approved_by: Mapped[str | None] = mapped_column(default=None)
    approved_at: Mapped[str | None] = mapped_column(default=None)
    approval: Mapped[str | None] = mapped_column(default=None)
    reasons: Mapped[list["RequestReason"]] = relationship(
        default_factory=list, cascade=_OWNED, order_by="RequestReason.position", repr=False
    )
    issues: Mapped[list["RequestIssue"]] = relationship(
        default_factory=list, cascade=_OWNED, order_by="RequestIssue.position", repr=False
    )


class RequestReason(Identified, Positioned, Base):
    """One reason for the request (提请事由)."""

    __tablename__ = "request_reason"

    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    text: Mapped[str]


class RequestIssue(Identified, Positioned, Base):
    """One issue in dispute put to the conference (争议问题)."""

    __tablename__ = "request_issue"

    request_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("request.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    text: Mapped[str]


class Schedule(Part, Base):
    """Notices, times and places. Times are civil times as written."""

    __tablename__ = "schedule"
    __table_args__ = (UniqueConstraint("meeting_id"), Index(None, "held_from"))

    notice_at: Mapped[str | None] = mapped_column(default=None)
    first_notice_at: Mapped[str | None] = mapped_column(default=None)
    postponed_from: Mapped[str | None] = mapped_column(default=None)
    postponed_reason: Mapped[str | None] = mapped_column(default=None)
    held_from: Mapped[str | None] = mapped_column(default=None)
    held_to: Mapped[str | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    public_notice_at: Mapped[str | None] = mapped_column(default=None)
    observer_deadline: Mapped[str | None] = mapped_column(default=None)
    remote: Mapped[list["RemoteVenue"]] = relationship(
        default_factory=list, cascade=_OWNED, order_by="RemoteVenue.position", repr=False
    )
    notices: Mapped[list["ParticipantNotice"]] = relationship(
        default_factory=list, cascade=_OWNED, order_by="ParticipantNotice.position", repr=False
    )


class RemoteVenue(Identified, Positioned, Base):
    """A further room joined by video (视频分会场)."""

    __tablename__ = "remote_venue"

    schedule_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("schedule.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    name: Mapped[str]


class ParticipantNotice(Identified, Positioned, Base):
    """When and how one participant of a hearing was told (告知)."""

    __tablename__ = "participant_notice"

    schedule_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("schedule.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    to: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    way: Mapped[str | None] = mapped_column(default=None)
    days_before: Mapped[int | None] = mapped_column(default=None)


class Quorum(Part, Base):
    """The quorum rule as applied (人数要求)."""

    __tablename__ = "quorum"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    rule: Mapped[str | None] = mapped_column(default=None)
    required: Mapped[int | None] = mapped_column(default=None)
    counted: Mapped[int | None] = mapped_column(default=None)
    met: Mapped[bool | None] = mapped_column(default=None)


class ArchiveData(Part, Base):
    """Retention period, archival code and originals (归档)."""

    __tablename__ = "archive_data"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    period: Mapped[str | None] = mapped_column(default=None)
    code: Mapped[str | None] = mapped_column(default=None)
    original: Mapped[str | None] = mapped_column(default=None)


class Meeting(Identified, Base):
    """A joint conference (检察官联席会议) or a hearing (检察听证) with all that belongs to it."""

    __tablename__ = "meeting"
    __table_args__ = (
        # Parts that only a hearing may have refer to both columns.
        UniqueConstraint("id", "kind"),
        Index(None, "number"),
        CheckConstraint("state <> ''", name="state_given"),
    )

    kind: Mapped[MeetingKind] = mapped_column(
        Enum(
            MeetingKind,
            native_enum=False,
            create_constraint=True,
            name="kind",
            length=20,
            values_callable=lambda kinds: [kind.value for kind in kinds],
        )
    )
    state: Mapped[str]
    scope: Mapped[str | None] = mapped_column(default=None)
    open: Mapped[bool | None] = mapped_column(default=None)
    profile: Mapped[str | None] = mapped_column(default=None)
    title: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[str | None] = mapped_column(default=None)
    host: Mapped[str | None] = mapped_column(default=None)
    observers: Mapped[int | None] = mapped_column(default=None)
    follow_up: Mapped[str | None] = mapped_column(default=None)
    notes: Mapped[str | None] = mapped_column(default=None)
    # When the chair read the statement that opinions are for reference only.
    statement_read_at: Mapped[str | None] = mapped_column(default=None)
    binned_at: Mapped[str | None] = mapped_column(default=None)  # UTC; None unless in the bin

    organs: Mapped[list[Organ]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Organ.position, repr=False
    )
    cases: Mapped[list[Case]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Case.position, repr=False
    )
    request: Mapped[Request | None] = relationship(default=None, cascade=_OWNED, repr=False)
    schedule: Mapped[Schedule | None] = relationship(default=None, cascade=_OWNED, repr=False)
    participants: Mapped[list[Participant]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Participant.position, repr=False
    )
    quorum: Mapped[Quorum | None] = relationship(default=None, cascade=_OWNED, repr=False)
    recusals: Mapped[list[Recusal]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Recusal.position, repr=False
    )
    materials: Mapped[list[Material]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Material.position, repr=False
    )
    agenda: Mapped[list[AgendaItem]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=AgendaItem.position, repr=False
    )
    questions: Mapped[list[Question]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Question.position, repr=False
    )
    lines: Mapped[list[Line]] = relationship(
        default_factory=list,
        cascade=_OWNED,
        order_by=Line.position,
        back_populates="meeting",
        repr=False,
    )
    stretches: Mapped[list[Stretch]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Stretch.position, repr=False
    )
    attachments: Mapped[list[Attachment]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Attachment.position, repr=False
    )
    internal_notes: Mapped[list[InternalNote]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=InternalNote.position, repr=False
    )
    queue: Mapped[list[QueueEntry]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=QueueEntry.position, repr=False
    )
    short_codes: Mapped[list[ShortCode]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=ShortCode.code, repr=False
    )
    opinions: Mapped[list[Opinion]] = relationship(
        default_factory=list,
        cascade=_OWNED,
        order_by=Opinion.position,
        back_populates="meeting",
        repr=False,
    )
    handler_note: Mapped[HandlerNote | None] = relationship(
        default=None, cascade=_OWNED, repr=False
    )
    divergence_report: Mapped[DivergenceReport | None] = relationship(
        default=None, cascade=_OWNED, repr=False
    )
    archive: Mapped[ArchiveData | None] = relationship(default=None, cascade=_OWNED, repr=False)
    approval: Mapped[HearingApproval | None] = relationship(
        default=None, cascade=_OWNED, repr=False
    )
    officers: Mapped[list[HearingOfficer]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=HearingOfficer.position, repr=False
    )
    deliberation: Mapped[Deliberation | None] = relationship(
        default=None, cascade=_OWNED, repr=False
    )
    transcript_checks: Mapped[list[TranscriptCheck]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=TranscriptCheck.position, repr=False
    )
    signatures: Mapped[list[Signature]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=Signature.position, repr=False
    )
    correction_sheets: Mapped[list[CorrectionSheet]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=CorrectionSheet.position, repr=False
    )
    office_rules: Mapped[list[OfficeRule]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=OfficeRule.position, repr=False
    )
    kept_wordings: Mapped[list[KeptWording]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=KeptWording.position, repr=False
    )
    seal: Mapped[Seal | None] = relationship(default=None, cascade=_OWNED, repr=False)
    decision: Mapped[HearingDecision | None] = relationship(
        default=None, cascade=_OWNED, repr=False
    )
    supervisor_feedback: Mapped[list[SupervisorFeedback]] = relationship(
        default_factory=list, cascade=_OWNED, order_by=SupervisorFeedback.position, repr=False
    )

    @property
    def state_in_file(self) -> str | None:
        """The state as the case file says it: nothing, if it said none and nothing has moved."""
        said = "state" in self.shape.keys and "state" not in self.shape.nulls
        return self.state if said or self.state != FIRST_STATE[self.kind] else None

    @property
    def first_case(self) -> Case | None:
        """The case of position 0."""
        return next((case for case in self.cases if case.position == 0), None)

    @first_case.setter
    def first_case(self, case: Case | None) -> None:
        if case is not None:
            self.cases.append(case)

    @property
    def further_cases(self) -> list[Case]:
        """The cases after the first, in order."""
        return [case for case in self.cases if case.position > 0]

    @further_cases.setter
    def further_cases(self, cases: list[Case]) -> None:
        for position, case in enumerate(cases, start=1):
            case.position = position
            self.cases.append(case)

    @property
    def officer_numbers(self) -> list[int | None]:
        """The numbers of the hearing officers, in the order of their list."""
        return [officer.participant.number for officer in self.officers]
