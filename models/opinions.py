"""Opinions: each one person's own. What the handling prosecutor made of them is separate.

There is no table and no column for what a conference thinks as a whole: a conference makes no
resolution and forms no tendency.
"""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Question
from models.base import Base, Identified, Part, Positioned
from models.lines import Line
from models.people import Participant

if TYPE_CHECKING:
    from models.meeting import Case, Meeting


class Opinion(Part, Positioned, Base, kw_only=True):
    """A reference opinion (参考意见): one named person's, on one question of one case.

    The question and the case may not be given yet. ``line`` is the line it was first spoken in,
    ``further`` names the others; an opinion in writing has its words in ``text`` instead. That
    somebody gave none is an entry too, with the reason for the silence.
    """

    __tablename__ = "opinion"
    __table_args__ = (
        ForeignKeyConstraint(
            ["author_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
        ),
        ForeignKeyConstraint(["line_id", "meeting_id"], ["line.id", "line.meeting_id"]),
        ForeignKeyConstraint(["question_id", "meeting_id"], ["question.id", "question.meeting_id"]),
        ForeignKeyConstraint(["case_id", "meeting_id"], ["case.id", "case.meeting_id"]),
        UniqueConstraint("line_id"),
        UniqueConstraint("id", "meeting_id"),
        Index(None, "author_id"),
        Index(None, "meeting_id", "position"),
        Index(None, "question_id"),
        Index(None, "case_id"),
        CheckConstraint("manner IN ('口头', '书面', '未发表')", name="manner_listed"),
        # What was spoken stands in a line of the record.
        CheckConstraint(
            "line_id IS NOT NULL OR coalesce(manner, '口头') <> '口头'", name="spoken_in_a_line"
        ),
    )

    author_id: Mapped[uuid.UUID] = mapped_column(init=False)
    line_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    question_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    case_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    manner: Mapped[str | None] = mapped_column(default=None)
    given_at: Mapped[str | None] = mapped_column(default=None)
    text: Mapped[str | None] = mapped_column(default=None)
    reasons: Mapped[str | None] = mapped_column(default=None)
    legal_basis: Mapped[str | None] = mapped_column(default=None)
    silence_reason: Mapped[str | None] = mapped_column(default=None)
    author: Mapped[Participant] = relationship(
        primaryjoin="foreign(Opinion.author_id) == Participant.id", repr=False
    )
    line: Mapped[Line | None] = relationship(
        primaryjoin="foreign(Opinion.line_id) == Line.id", default=None, repr=False
    )
    question: Mapped[Question | None] = relationship(
        primaryjoin="foreign(Opinion.question_id) == Question.id", default=None, repr=False
    )
    case: Mapped["Case | None"] = relationship(
        primaryjoin="foreign(Opinion.case_id) == Case.id", default=None, repr=False
    )
    further: Mapped[list["OpinionLine"]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        order_by="OpinionLine.position",
        repr=False,
    )
    meeting: Mapped["Meeting"] = relationship(back_populates="opinions", init=False, repr=False)


class OpinionLine(Identified, Positioned, Base):
    """A further line in which an opinion was spoken. A line belongs to one opinion at most."""

    __tablename__ = "opinion_line"
    __table_args__ = (
        ForeignKeyConstraint(
            ["opinion_id", "meeting_id"], ["opinion.id", "opinion.meeting_id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(["line_id", "meeting_id"], ["line.id", "line.meeting_id"]),
        UniqueConstraint("line_id"),
        Index(None, "opinion_id"),
        Index(None, "meeting_id"),
    )

    meeting_id: Mapped[uuid.UUID] = mapped_column(init=False, repr=False)
    opinion_id: Mapped[uuid.UUID] = mapped_column(init=False, repr=False)
    line_id: Mapped[uuid.UUID] = mapped_column(init=False, repr=False)
    line: Mapped[Line] = relationship(
        primaryjoin="foreign(OpinionLine.line_id) == Line.id", repr=False
    )


class HandlerNote(Part, Base):
    """The handling prosecutor's own note on the opinions (参考情况说明); not part of the record.

    ``road`` is where the case goes next, ``own_view`` what the handler means to do or to report.
    ``signed_at`` freezes the note.
    """

    __tablename__ = "handler_note"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    road: Mapped[str | None] = mapped_column(default=None)
    own_view: Mapped[str | None] = mapped_column(default=None)
    signed_at: Mapped[str | None] = mapped_column(default=None)
    answers: Mapped[list["HandlerAnswer"]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        order_by="HandlerAnswer.position",
        repr=False,
    )


class HandlerAnswer(Identified, Positioned, Base):
    """What the handling prosecutor did with one opinion, and why.

    ``speaker`` is free text as in the note; ``line`` is the line answered and ``opinion`` the
    opinion, where the note says them.
    """

    __tablename__ = "handler_answer"

    note_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("handler_note.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    line_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("line.id"), index=True, init=False, default=None
    )
    opinion_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("opinion.id"), index=True, init=False, default=None
    )
    speaker: Mapped[str | None] = mapped_column(default=None)
    status: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    line: Mapped[Line | None] = relationship(default=None, repr=False)
    opinion: Mapped[Opinion | None] = relationship(default=None, repr=False)

    @property
    def line_seq(self) -> int | None:
        """The number of the line answered."""
        return None if self.line is None else self.line.seq


class DivergenceReport(Part, Base):
    """The head of department's own report to the chief prosecutor (分歧情况报告).

    A separate paper after 人民检察院民事诉讼监督规则 (2021) art. 49; the record holds no word of it.
    """

    __tablename__ = "divergence_report"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    basis: Mapped[str | None] = mapped_column(default=None)
    content: Mapped[str | None] = mapped_column(default=None)
    chief: Mapped[str | None] = mapped_column(default=None)
    chief_at: Mapped[str | None] = mapped_column(default=None)
    signed_at: Mapped[str | None] = mapped_column(default=None)
