"""People in a meeting: participants and recusals."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Part, Positioned


class Participant(Part, Positioned, Base):
    """A person in this meeting, with the role held. ``number`` is unique in the meeting.

    ``attendance`` says who came (到场), excused themselves (请假) or stayed away (缺席).
    ``specialist_question`` is what an expert is asked to explain (专门性问题).
    """

    __tablename__ = "participant"
    __table_args__ = (
        # What refers to a participant refers to the meeting as well: never to another's.
        UniqueConstraint("id", "meeting_id"),
        UniqueConstraint("meeting_id", "number"),
    )

    number: Mapped[int | None] = mapped_column(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    organ: Mapped[str | None] = mapped_column(default=None)
    post: Mapped[str | None] = mapped_column(default=None)
    grade: Mapped[str | None] = mapped_column(default=None)
    role: Mapped[str | None] = mapped_column(default=None)
    mode: Mapped[str | None] = mapped_column(default=None)
    counts_for_quorum: Mapped[bool | None] = mapped_column(default=None)
    attendance: Mapped[str | None] = mapped_column(default=None)
    specialist_question: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)


class Recusal(Part, Positioned, Base):
    """A recusal (回避) and the ruling on it, or the note that there was none.

    ``person`` is free text: it may be "(无)" or someone who is not in the room.
    """

    __tablename__ = "recusal"

    person: Mapped[str | None] = mapped_column(default=None)
    ground: Mapped[str | None] = mapped_column(default=None)
    raised: Mapped[str | None] = mapped_column(default=None)
    recorded: Mapped[bool | None] = mapped_column(default=None)
    ruling: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
