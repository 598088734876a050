"""Reading: functions of a session that return frozen rows. Entities never leave this layer."""

import hashlib
import json
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case_file import to_document
from models.errors import MeetingNotFound
from models.meeting import Meeting, Schedule
from models.snapshot import MeetingRow, MeetingSnapshot
from models.views import snapshot_of

Document = dict[str, object]


def meeting_rows(session: Session) -> tuple[MeetingRow, ...]:
    """Return the list of meetings: newest date first, then the last taken in; undated ones first."""
    statement = (
        select(
            Meeting.id,
            Meeting.kind,
            Meeting.state,
            Meeting.title,
            Meeting.number,
            Meeting.host,
            Meeting.scope,
            Meeting.open,
            Schedule.held_from,
            Schedule.place,
        )
        .outerjoin(Schedule, Schedule.meeting_id == Meeting.id)
        .order_by(Schedule.held_from.desc().nulls_first(), Meeting.id.desc())
    )
    return tuple(
        MeetingRow(
            id=str(row.id),
            kind=row.kind,
            state=row.state,
            title=row.title,
            number=row.number,
            host=row.host,
            scope=row.scope,
            open=row.open,
            held_from=row.held_from,
            place=row.place,
        )
        for row in session.execute(statement)
    )


def meeting_snapshot(session: Session, meeting_id: str) -> MeetingSnapshot:
    """Return a whole meeting as frozen values. Raises MeetingNotFound."""
    meeting = _meeting(session, meeting_id)
    return snapshot_of(meeting, digest=_digest(to_document(meeting)))


def meeting_document(session: Session, meeting_id: str) -> Document:
    """Return the case file of a meeting. Raises MeetingNotFound."""
    return to_document(_meeting(session, meeting_id))


def _meeting(session: Session, meeting_id: str) -> Meeting:
    try:
        key = uuid.UUID(meeting_id)
    except ValueError as error:
        raise MeetingNotFound(meeting_id) from error
    meeting = session.get(Meeting, key)
    if meeting is None:
        raise MeetingNotFound(meeting_id)
    return meeting


def _digest(document: Document) -> str:
    """Return the SHA-256 of the case file in a form that does not depend on the order of keys."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
