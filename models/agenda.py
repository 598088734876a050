"""What a meeting sets out to do: agenda, questions, papers."""

from sqlalchemy.orm import Mapped

from models.base import Base, Part, Positioned


class AgendaItem(Part, Positioned, Base):
    """An item of the agenda (议程)."""

    __tablename__ = "agenda_item"

    title: Mapped[str]


class Question(Part, Positioned, Base):
    """A question the meeting is asked (听证问题)."""

    __tablename__ = "question"

    text: Mapped[str]


class Material(Part, Positioned, Base):
    """A paper handed to the participants (会议材料)."""

    __tablename__ = "material"

    title: Mapped[str]
