"""What the desk keeps while a meeting is held: time spent, the queue, internal notes, short codes.

Time spent (:class:`Stretch`) is part of the record. The rest serves the secretary: no paper and no
case file has a place for it.
"""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import AgendaItem
from models.base import Base, Identified, Part, Positioned
from models.lines import Line
from models.people import Participant


class Stretch(Part, Positioned, Base):
    """A stretch of time (用时) that a meeting spent on an item of its agenda, or on a hearing's step.

    One that has not ended says what is under way. An item that is taken up again has several.
    """

    __tablename__ = "stretch"
    __table_args__ = (
        CheckConstraint("(item_id IS NULL) <> (step IS NULL)", name="item_or_step"),
        CheckConstraint("step BETWEEN 0 AND 7", name="step_known"),
        Index(None, "item_id"),
    )

    began_at: Mapped[str]
    item_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("agenda_item.id"), default=None, init=False
    )
    step: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[str | None] = mapped_column(default=None)

    item: Mapped[AgendaItem | None] = relationship(default=None, repr=False)

    @property
    def item_place(self) -> int | None:
        """The item's place in the agenda, counted from 1."""
        return None if self.item is None else self.item.position + 1


class InternalNote(Part, Positioned, Base):
    """A note of the secretary (内部备注) that stands after a line, and in no paper and no file."""

    __tablename__ = "internal_note"
    __table_args__ = (Index(None, "after_id"),)

    text: Mapped[str]
    at: Mapped[str | None] = mapped_column(default=None)
    after_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("line.id"), default=None, init=False
    )
    after: Mapped[Line | None] = relationship(default=None, repr=False)


class QueueEntry(Part, Positioned, Base):
    """Somebody who waits to speak (候场), in the order of the queue."""

    __tablename__ = "queue_entry"
    __table_args__ = (
        ForeignKeyConstraint(
            ["participant_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
        ),
        UniqueConstraint("participant_id"),
    )

    participant_id: Mapped[uuid.UUID] = mapped_column(init=False)
    participant: Mapped[Participant] = relationship(
        primaryjoin="foreign(QueueEntry.participant_id) == Participant.id", repr=False
    )


class ShortCode(Identified, Base):
    """A short code (短语代码) and the words it stands for, of one meeting or of the whole office."""

    __tablename__ = "short_code"
    __table_args__ = (UniqueConstraint("meeting_id", "code"),)

    code: Mapped[str]
    text: Mapped[str]
    meeting_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), default=None, index=True
    )
