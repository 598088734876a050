"""The lines of the record: who said what, in order."""

import uuid
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import AgendaItem
from models.base import Base, ExactJson, Part, Positioned
from models.people import Participant
from models.text import for_comparison

if TYPE_CHECKING:
    from models.meeting import Meeting


class Line(Part, Positioned, Base):
    """One contribution as spoken (发言记录); the text is the speaker's and is never rewritten.

    ``speaker`` is None while it is not known who spoke. ``step`` is the hearing's step, 0 to 7.
    """

    __tablename__ = "line"
    __table_args__ = (
        ForeignKeyConstraint(
            ["speaker_id", "meeting_id"], ["participant.id", "participant.meeting_id"]
        ),
        UniqueConstraint("id", "meeting_id"),
        UniqueConstraint("meeting_id", "seq"),
        Index(None, "speaker_id"),
        Index(None, "meeting_id", "position"),
        CheckConstraint("seq > 0", name="seq_positive"),
        CheckConstraint("step BETWEEN 0 AND 7", name="step_known"),
    )

    speaker_id: Mapped[uuid.UUID | None] = mapped_column(default=None, init=False)
    item_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("agenda_item.id"), default=None, init=False, index=True
    )
    seq: Mapped[int | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    speaker_written: Mapped[str | None] = mapped_column(default=None)
    kind: Mapped[str | None] = mapped_column(default=None)
    lang: Mapped[str | None] = mapped_column(default=None)
    text: Mapped[str | None] = mapped_column(default=None)
    step: Mapped[int | None] = mapped_column(default=None)
    source_lang: Mapped[str | None] = mapped_column(default=None)
    source_text: Mapped[str | None] = mapped_column(default=None)
    translation: Mapped[str | None] = mapped_column(default=None)
    translation_by: Mapped[str | None] = mapped_column(default=None)
    limit: Mapped[str | None] = mapped_column(default=None)
    # Yes/no or words: offices write either.
    signed: Mapped[Any | None] = mapped_column(ExactJson, default=None)
    sensitive: Mapped[Any | None] = mapped_column(ExactJson, default=None)
    event: Mapped[Any | None] = mapped_column(ExactJson, default=None)
    verbatim_guard_hint: Mapped[Any | None] = mapped_column(ExactJson, default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    # How the presence of ``mover`` changes; such a line has no speaker.
    movement: Mapped[str | None] = mapped_column(default=None)
    mover_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("participant.id"), default=None, init=False, index=True
    )
    seconds: Mapped[int | None] = mapped_column(default=None)  # how long it was spoken
    recording: Mapped[str | None] = mapped_column(default=None)  # where in the recording it begins
    marked: Mapped[bool | None] = mapped_column(default=None)  # to be checked later

    mover: Mapped[Participant | None] = relationship(
        primaryjoin="foreign(Line.mover_id) == Participant.id", default=None, repr=False
    )
    speaker: Mapped[Participant | None] = relationship(
        primaryjoin="foreign(Line.speaker_id) == Participant.id", default=None, repr=False
    )
    item: Mapped[AgendaItem | None] = relationship(default=None, repr=False)
    # Adding a line through its meeting would load all the others first.
    meeting: Mapped["Meeting"] = relationship(back_populates="lines", init=False, repr=False)

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name as the file wrote it, as long as it is still the same name."""
        if self.speaker is None:
            return None
        written = self.speaker_written
        name = self.speaker.name
        if written is not None and for_comparison(written) == for_comparison(name or ""):
            return written
        return name

    @property
    def speaker_number(self) -> int | None:
        """The speaker's number in the meeting."""
        return None if self.speaker is None else self.speaker.number
