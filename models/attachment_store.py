"""What is attached to a meeting, and its bytes: kept once, checked when read, then forgotten."""

import uuid
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from models.attachment_files import Content, digest_of
from models.attachments import Attachment, AttachmentData
from models.base import Base
from models.database import Database
from models.errors import AppError, AttachmentUnusable, PartGone
from models.snapshot import AttachmentView

_DATA = Base.metadata.tables[AttachmentData.__tablename__]
_UNUSED = ~exists().where(Attachment.sha256 == _DATA.c.sha256)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An attachment with its bytes, which are those that were attached."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


_ATTACHMENTS = select(
    Attachment.id,
    Attachment.name,
    Attachment.media_type,
    Attachment.size,
    Attachment.sha256,
    Attachment.added_at,
    Attachment.note,
    Attachment.line_id,
    Attachment.item_id,
    exists().where(_DATA.c.sha256 == Attachment.sha256).label("here"),
).order_by(Attachment.position)
"""By columns, and never with the bytes."""


def attachment_views(session: Session, meeting_id: uuid.UUID) -> tuple[AttachmentView, ...]:
    """Return what is attached to a meeting, in order."""
    found = session.execute(_ATTACHMENTS.where(Attachment.meeting_id == meeting_id))
    return tuple(
        AttachmentView(
            id=str(row.id),
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            sha256=row.sha256,
            added_at=row.added_at,
            note=row.note,
            line_id=None if row.line_id is None else str(row.line_id),
            item_id=None if row.item_id is None else str(row.item_id),
            here=row.here,
        )
        for row in found
    )


def keep(session: Session, content: Content) -> None:
    """Store the bytes of a content unless they are there. Not recorded: undo leaves them."""
    if session.scalar(select(_DATA.c.sha256).where(_DATA.c.sha256 == content.sha256)) is None:
        session.execute(_DATA.insert(), {"sha256": content.sha256, "data": content.data})


def stored_file(session: Session, meeting_id: str, attachment_id: str) -> StoredFile:
    """Return an attachment with its bytes, checked against its hash.

    Raises PartGone, or AttachmentUnusable where only the entry came with a case file, or where the
    bytes are others than were attached.
    """
    found = session.get(Attachment, uuid.UUID(attachment_id))
    if found is None or found.meeting_id != uuid.UUID(meeting_id):
        raise PartGone(Attachment.__name__)
    data = session.scalar(select(_DATA.c.data).where(_DATA.c.sha256 == found.sha256))
    if data is None:
        raise AttachmentUnusable(found.name, "attachment_missing")
    if len(data) != found.size or digest_of(data) != found.sha256:
        raise AttachmentUnusable(found.name, "attachment_differs")
    return StoredFile(found.name, found.media_type, data)


def forget_unused(database: Database) -> None:
    """Delete bytes that no attachment names, where no step is left that could want them again.

    What keeps that from being done is no trouble: it is tried again the next time.
    """
    with suppress(AppError):
        with database.read() as session:
            unused = session.scalar(select(_DATA.c.sha256).where(_UNUSED).limit(1))
        if unused is not None:
            with database.write() as session:
                session.execute(delete(_DATA).where(_UNUSED))
