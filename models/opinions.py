"""Opinions: each one person's own. What the handling prosecutor made of them is separate.

There is no table and no column for what a conference thinks as a whole: a conference makes no
resolution and forms no tendency.
"""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import Question
from models.base import Base, Identified, Part, Positioned
from models.lines import Line
from models.people import Participant

if TYPE_CHECKING:
    from models.meeting import Meeting


class Opinion(Part, Positioned, Base, kw_only=True):
    """A reference opinion (参考意见): one named person's, spoken in one line.

    The question it answers may not be given yet.
    """

    __tablename__ = "opinion"
    __table_args__ = (
        ForeignKeyConstraint(
            ["author_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
        ),
        ForeignKeyConstraint(["line_id", "meeting_id"], ["line.id", "line.meeting_id"]),
        UniqueConstraint("line_id"),
        Index(None, "author_id"),
    )

    author_id: Mapped[uuid.UUID] = mapped_column(init=False)
    line_id: Mapped[uuid.UUID] = mapped_column(init=False)
    question_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("question.id"), default=None, init=False
    )
    author: Mapped[Participant] = relationship(
        primaryjoin="foreign(Opinion.author_id) == Participant.id", repr=False
    )
    line: Mapped[Line] = relationship(primaryjoin="foreign(Opinion.line_id) == Line.id", repr=False)
    question: Mapped[Question | None] = relationship(default=None, repr=False)
    meeting: Mapped["Meeting"] = relationship(back_populates="opinions", init=False, repr=False)


class HandlerNote(Part, Base):
    """The handling prosecutor's own note on the opinions (参考情况说明); not part of the record."""

    __tablename__ = "handler_note"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    answers: Mapped[list["HandlerAnswer"]] = relationship(
        default_factory=list,
        cascade="all, delete-orphan",
        order_by="HandlerAnswer.position",
        repr=False,
    )


class HandlerAnswer(Identified, Positioned, Base):
    """What the handling prosecutor did with one opinion, and why.

    ``speaker`` is free text as in the note; ``line`` is the line answered, where the note says it.
    """

    __tablename__ = "handler_answer"

    note_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("handler_note.id", ondelete="CASCADE"), index=True, init=False, repr=False
    )
    line_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("line.id"), index=True, init=False, default=None
    )
    speaker: Mapped[str | None] = mapped_column(default=None)
    status: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    line: Mapped[Line | None] = relationship(default=None, repr=False)

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
