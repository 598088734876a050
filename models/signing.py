"""What signing leaves: signatures, the seal over the record, later sheets of correction."""

import uuid

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Part, Positioned
from models.lines import Line
from models.people import Participant


class Signature(Part, Positioned, Base):
    """One person's signature under the record, or why there is none.

    ``participant`` is None for somebody who signs without having taken part; ``name`` and ``role``
    are as they stand on the paper.
    """

    __tablename__ = "signature"
    __table_args__ = (
        ForeignKeyConstraint(
            ["participant_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
        ),
        Index(None, "participant_id"),
    )

    participant_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    name: Mapped[str | None] = mapped_column(default=None)
    role: Mapped[str | None] = mapped_column(default=None)
    status: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    participant: Mapped[Participant | None] = relationship(
        primaryjoin="foreign(Signature.participant_id) == Participant.id", default=None, repr=False
    )

    @property
    def participant_place(self) -> int | None:
        """The participant's place in the list, counted from 1."""
        return None if self.participant is None else self.participant.position + 1


class CorrectionSheet(Part, Positioned, Base):
    """A sheet that puts an error of recording right after signing (更正说明).

    ``line`` is the line it is about, if it is about one; ``place`` says where in words. The record
    itself stays as it was signed. ``signed_at`` freezes the sheet.
    """

    __tablename__ = "correction_sheet"
    __table_args__ = (
        ForeignKeyConstraint(["line_id", "meeting_id"], ["line.id", "line.meeting_id"]),
        UniqueConstraint("meeting_id", "number"),
        Index(None, "line_id"),
    )

    line_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    number: Mapped[int | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    wrong: Mapped[str | None] = mapped_column(default=None)
    corrected: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    signed_at: Mapped[str | None] = mapped_column(default=None)
    line: Mapped[Line | None] = relationship(
        primaryjoin="foreign(CorrectionSheet.line_id) == Line.id", default=None, repr=False
    )

    @property
    def line_place(self) -> int | None:
        """The line's place in the record, counted from 1."""
        return None if self.line is None else self.line.position + 1


class Seal(Part, Base):
    """The digest of what was signed, made in the transaction that locked it (封存).

    ``sealed_at`` is UTC; ``form`` the version of the canonical form that was hashed.
    """

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    sealed_at: Mapped[str]
    form: Mapped[int]
    algorithm: Mapped[str]
    digest: Mapped[str]
