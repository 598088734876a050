"""What a meeting sets out to do: agenda, questions, papers."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Part, Positioned


class AgendaItem(Part, Positioned, Base):
    """An item of the agenda (议程). ``level`` 0 is outermost; ``planned_minutes`` is its own time.

    ``number`` is None until the numbers are frozen, when notices go out.
    """

    __tablename__ = "agenda_item"

    title: Mapped[str]
    level: Mapped[int] = mapped_column(default=0, server_default="0")
    planned_minutes: Mapped[int | None] = mapped_column(default=None)
    number: Mapped[str | None] = mapped_column(default=None)


class Question(Part, Positioned, Base):
    """A question the meeting is asked (听证问题)."""

    __tablename__ = "question"
    # What refers to a question refers to the meeting as well: never to another's.
    __table_args__ = (Index(None, "id", "meeting_id", unique=True),)

    text: Mapped[str]


class Material(Part, Positioned, Base):
    """A paper handed to the participants (会议材料)."""

    __tablename__ = "material"

    title: Mapped[str]
