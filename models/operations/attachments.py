"""Attaching photos and scans to a line, to an item of the agenda, or to the meeting as a whole."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.attachment_files import Content
from models.attachment_store import keep
from models.attachments import Attachment
from models.errors import ValueRefused
from models.field_values import fault_of
from models.forms import Field, ValueKind
from models.lines import Line
from models.operations.access import meeting_to_change, part_of, place

_NOTE = Field(ValueKind.LONG_TEXT)


def attach(
    session: Session,
    meeting_id: str,
    contents: Sequence[Content],
    *,
    at: str,
    line_id: str | None = None,
    item_id: str | None = None,
) -> tuple[str, ...]:
    """Attach files that were read; return their ids. What is attached there already stays one.

    ``at`` has day and time. Raises PartGone, RecordLocked, or ValueRefused for a line and an item.
    """
    meeting = meeting_to_change(session, meeting_id)
    if line_id is not None and item_id is not None:
        raise ValueRefused("attachment", "line", "not_listed")
    line = None if line_id is None else part_of(session, meeting, Line, line_id)
    item = None if item_id is None else part_of(session, meeting, AgendaItem, item_id)
    known = {one.sha256: one for one in meeting.attachments if (one.line, one.item) == (line, item)}
    attached: list[Attachment] = []
    for content in contents:
        keep(session, content)
        one = known.get(content.sha256)
        if one is None:
            one = known[content.sha256] = Attachment(
                name=content.name,
                media_type=content.media_type,
                size=len(content.data),
                sha256=content.sha256,
                added_at=at,
                line=line,
                item=item,
                position=len(meeting.attachments),
            )
            meeting.attachments.append(one)
        attached.append(one)
    session.flush()
    return tuple(str(one.id) for one in attached)


def detach(session: Session, meeting_id: str, attachment_ids: Sequence[str]) -> None:
    """Take attachments away. Raises PartGone or RecordLocked."""
    meeting = meeting_to_change(session, meeting_id)
    going = [part_of(session, meeting, Attachment, one) for one in attachment_ids]
    meeting.attachments[:] = [one for one in meeting.attachments if one not in going]
    place(meeting.attachments)
    session.flush()


def describe(session: Session, meeting_id: str, attachment_id: str, note: str) -> None:
    """Say what an attachment shows. Raises PartGone, RecordLocked or ValueRefused."""
    meeting = meeting_to_change(session, meeting_id)
    fault = fault_of(_NOTE, note)
    if fault is not None:
        raise ValueRefused("attachment", "note", fault)
    part_of(session, meeting, Attachment, attachment_id).note = note.strip() or None
