"""What only a hearing has: officers and their opinion, checks of the transcript, the decision.

The officers of a hearing may have a majority, and its case is decided afterwards
(审查案件听证工作规定 arts. 15-17). A conference knows neither: every table here refers to its meeting
together with the meeting's kind, so the database itself refuses such a row for a conference.
"""

import uuid
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from models.base import Base, Identified, Positioned
from models.people import Participant
from models.vocabulary import MeetingKind


class HearingPart(Identified, kw_only=True, eq=False):
    """An entity that belongs to one hearing."""

    meeting_id: Mapped[uuid.UUID] = mapped_column(index=True, init=False, repr=False)
    meeting_kind: Mapped[str] = mapped_column(
        default=MeetingKind.HEARING.value, init=False, repr=False
    )

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - called by SQLAlchemy on the class
        """Bind the row to a meeting of kind hearing."""
        return (
            ForeignKeyConstraint(
                ["meeting_id", "meeting_kind"], ["meeting.id", "meeting.kind"], ondelete="CASCADE"
            ),
            CheckConstraint("meeting_kind = 'hearing'", name="only_hearings"),
            *cls.further_table_args(),
        )

    @classmethod
    def further_table_args(cls) -> tuple[Any, ...]:
        """Return constraints of the single table."""
        return ()


class SingleHearingPart(HearingPart, kw_only=True, eq=False):
    """An entity of which a hearing has at most one."""

    @classmethod
    def further_table_args(cls) -> tuple[Any, ...]:
        """Allow one row a hearing."""
        return (UniqueConstraint("meeting_id"),)


class HearingApproval(SingleHearingPart, Base):
    """The chief prosecutor's approval of the hearing, and of its broadcast."""

    __tablename__ = "hearing_approval"

    basis: Mapped[str | None] = mapped_column(default=None)
    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    open_reason: Mapped[str | None] = mapped_column(default=None)
    broadcast_approved: Mapped[bool | None] = mapped_column(default=None)
    broadcast_channel: Mapped[str | None] = mapped_column(default=None)
    broadcast_at: Mapped[str | None] = mapped_column(default=None)


class HearingOfficer(HearingPart, Positioned, Base):
    """A participant's place in the list of hearing officers (听证员)."""

    __tablename__ = "hearing_officer"

    @classmethod
    def further_table_args(cls) -> tuple[Any, ...]:
        """Let only a participant of the same hearing be its officer."""
        return (
            ForeignKeyConstraint(
                ["participant_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
            ),
        )

    participant_id: Mapped[uuid.UUID] = mapped_column(index=True, init=False)
    participant: Mapped[Participant] = relationship(
        primaryjoin="foreign(HearingOfficer.participant_id) == Participant.id", repr=False
    )


class Deliberation(SingleHearingPart, Base):
    """The officers' closed discussion in the break (评议)."""

    __tablename__ = "hearing_deliberation"

    began_at: Mapped[str | None] = mapped_column(default=None)
    ended_at: Mapped[str | None] = mapped_column(default=None)
    majority: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    officers: Mapped[list["OfficerView"]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        order_by="OfficerView.position",
        repr=False,
    )


class OfficerView(Identified, Positioned, Base):
    """One hearing officer's opinion in the deliberation."""

    __tablename__ = "hearing_officer_view"

    deliberation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("hearing_deliberation.id", ondelete="CASCADE"),
        index=True,
        init=False,
        repr=False,
    )
    name: Mapped[str | None] = mapped_column(default=None)
    view: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)


class TranscriptCheck(HearingPart, Positioned, Base):
    """How one person checked and signed the transcript (校阅)."""

    __tablename__ = "hearing_transcript_check"

    name: Mapped[str | None] = mapped_column(default=None)
    result: Mapped[str | None] = mapped_column(default=None)
    correction: Mapped[str | None] = mapped_column(default=None)


class HearingDecision(SingleHearingPart, Base):
    """The decision on the case after the hearing. ``told_officers`` may be a date with words."""

    __tablename__ = "hearing_decision"

    adopted: Mapped[str | None] = mapped_column(default=None)
    detail: Mapped[str | None] = mapped_column(default=None)
    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    consent_at: Mapped[str | None] = mapped_column(default=None)
    told_officers: Mapped[str | None] = mapped_column(default=None)
    signed_at: Mapped[str | None] = mapped_column(default=None)


class SupervisorFeedback(HearingPart, Positioned, Base):
    """A people's supervisor's remark and the answer to it."""

    __tablename__ = "hearing_supervisor_feedback"

    name: Mapped[str | None] = mapped_column(default=None)
    opinion: Mapped[str | None] = mapped_column(default=None)
    reply: Mapped[str | None] = mapped_column(default=None)
