"""Photos and scans that are attached to a line, to an item of the agenda, or to the meeting.

The entry (:class:`Attachment`) is part of the record. The bytes (:class:`AttachmentData`) stand in a
table of their own, once for each content, under the hash that the entry names: a list of entries
never loads them, and neither the journal nor the audit trail holds them.
"""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.agenda import AgendaItem
from models.base import Base, Part, Positioned
from models.lines import Line


class Attachment(Part, Positioned, Base):
    """A file attached to the record (附件). With neither line nor item it is the whole meeting's.

    ``size`` is in bytes, ``sha256`` hexadecimal, ``added_at`` civil time with the day.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint("line_id IS NULL OR item_id IS NULL", name="one_place"),
        CheckConstraint("length(sha256) = 64", name="sha256_whole"),
        Index(None, "line_id"),
        Index(None, "item_id"),
        Index(None, "sha256"),
    )

    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    added_at: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    line_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("line.id"), default=None, init=False
    )
    item_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("agenda_item.id"), default=None, init=False
    )

    line: Mapped[Line | None] = relationship(default=None, repr=False)
    item: Mapped[AgendaItem | None] = relationship(default=None, repr=False)

    @property
    def line_place(self) -> int | None:
        """The line's place in the record, counted from 1."""
        return None if self.line is None else self.line.position + 1

    @property
    def item_place(self) -> int | None:
        """The item's place in the agenda, counted from 1."""
        return None if self.item is None else self.item.position + 1


class AttachmentData(Base):
    """The bytes of an attachment, once however often it is attached.

    Written without the journal: undoing takes the entry away, the bytes stay for doing it again.
    """

    __tablename__ = "attachment_data"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[bytes]
