"""By which rule a meeting is held, and wording that was kept although a rule asks for another."""

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Part, Positioned


class OfficeRule(Part, Positioned, Base):
    """A procuratorate's own rule (本院规则) that allows a weaker profile than the default."""

    __tablename__ = "office_rule"

    organ: Mapped[str | None] = mapped_column(default=None)
    title: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[str | None] = mapped_column(default=None)


class KeptWording(Part, Positioned, Base):
    """A phrase that the wording rules object to and somebody kept, with the reason.

    ``place`` says where it stands, ``rule`` which rule objects.
    """

    __tablename__ = "kept_wording"

    place: Mapped[str | None] = mapped_column(default=None)
    words: Mapped[str | None] = mapped_column(default=None)
    rule: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    by: Mapped[str | None] = mapped_column(default=None)
    at: Mapped[str | None] = mapped_column(default=None)
