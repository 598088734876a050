"""Reading: functions of a session that return frozen rows. Entities never leave this layer."""

import hashlib
import json
import uuid
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.attachment_store import attachment_views
from models.case_file import to_document
from models.desk import Stretch
from models.errors import MeetingNotFound
from models.lines import Line
from models.meeting import Meeting, Schedule
from models.office_secrecy import NOTHING_ENTERED, OfficeSecrecy
from models.opinions import Opinion
from models.paper_views import papers_of
from models.papers import MeetingPapers, Turn
from models.profiles import Profiles, profile_of
from models.snapshot import (
    AttachmentView,
    LineView,
    MeetingRow,
    MeetingSnapshot,
    OpinionView,
    StretchView,
)
from models.speaking_order import suggested_order
from models.views import (
    AT_ONCE,
    opinion_views,
    placed_opinions,
    snapshot_of,
    stretch_view,
)
from models.views import line_views as views_of_lines

Document = dict[str, object]


def meeting_rows(
    session: Session, *, binned: bool = False, only: Iterable[str] | None = None
) -> tuple[MeetingRow, ...]:
    """Return the list of meetings: newest date first, then the last taken in; undated ones first.

    Those in the bin are a list of their own. ``only`` asks for meetings by their ids.
    """
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
        .where(Meeting.binned_at.is_not(None) if binned else Meeting.binned_at.is_(None))
        .order_by(Schedule.held_from.desc().nulls_first(), Meeting.id.desc())
    )
    if only is not None:
        statement = statement.where(Meeting.id.in_([uuid.UUID(meeting_id) for meeting_id in only]))
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
        for row in session.execute(statement.execution_options(yield_per=AT_ONCE))
    )


def meeting_snapshot(session: Session, meeting_id: str) -> MeetingSnapshot:
    """Return a whole meeting as frozen values, for the screen. Raises MeetingNotFound."""
    return _snapshot(session, meeting_by_id(session, meeting_id))


def meeting_papers(
    session: Session,
    meeting_id: str,
    profiles: Profiles | None = None,
    secrecy: OfficeSecrecy = NOTHING_ENTERED,
) -> MeetingPapers:
    """Return what the papers about a meeting print, with its digest. Raises MeetingNotFound.

    The digest is the one that was sealed; of what is not signed yet, that of the present state. The
    order of speaking follows from the profile, so without ``profiles`` none is suggested. The mark
    that the papers bear follows from what was entered in ``secrecy``.
    """
    meeting = meeting_by_id(session, meeting_id)
    snapshot = _snapshot(session, meeting)
    if not snapshot.digest:
        snapshot = replace(snapshot, digest=_digest(_document(session, meeting)))
    found = secrecy.marking(snapshot.cases)
    papers = replace(
        papers_of(meeting, snapshot), secrecy=found.mark, secrecy_findings=found.findings
    )
    return papers if profiles is None else replace(papers, order=_order(snapshot, profiles))


def line_views(
    session: Session, meeting_id: str, line_ids: Iterable[str]
) -> tuple[tuple[int, LineView], ...]:
    """Return position and view of some lines of a meeting, in order; deleted ones are left out."""
    keys = [uuid.UUID(line_id) for line_id in line_ids]
    of_meeting = Line.meeting_id == uuid.UUID(meeting_id)
    return tuple(views_of_lines(session, of_meeting, Line.id.in_(keys)))


def changed_opinions(
    session: Session, meeting_id: str, opinion_ids: Iterable[str]
) -> tuple[tuple[int, OpinionView], ...]:
    """Return position and view of some opinions of a meeting, in order; deleted ones are left out."""
    keys = [uuid.UUID(opinion_id) for opinion_id in opinion_ids]
    of_meeting = Opinion.meeting_id == uuid.UUID(meeting_id)
    return tuple(placed_opinions(session, of_meeting, Opinion.id.in_(keys)))


def stretches(session: Session, meeting_id: str) -> tuple[StretchView, ...]:
    """Return what a meeting spent its time on, in order."""
    of_meeting = Stretch.meeting_id == uuid.UUID(meeting_id)
    found = session.scalars(select(Stretch).where(of_meeting).order_by(Stretch.position))
    return tuple(map(stretch_view, found))


def attachments(session: Session, meeting_id: str) -> tuple[AttachmentView, ...]:
    """Return what is attached to a meeting, in order."""
    return attachment_views(session, uuid.UUID(meeting_id))


def meeting_document(session: Session, meeting_id: str) -> Document:
    """Return the case file of a meeting. Raises MeetingNotFound."""
    return _document(session, meeting_by_id(session, meeting_id))


def meeting_by_id(session: Session, meeting_id: str) -> Meeting:
    """Return a meeting's entity, for operations. Raises MeetingNotFound."""
    try:
        key = uuid.UUID(meeting_id)
    except ValueError as error:
        raise MeetingNotFound(meeting_id) from error
    meeting = session.get(Meeting, key)
    if meeting is None:
        raise MeetingNotFound(meeting_id)
    return meeting


def _snapshot(session: Session, meeting: Meeting) -> MeetingSnapshot:
    lines = views_of_lines(session, Line.meeting_id == meeting.id)
    opinions = opinion_views(session, meeting.id)
    snapshot = snapshot_of(meeting, tuple(view for _, view in lines), opinions)
    return replace(snapshot, attachments=attachment_views(session, meeting.id))


def _order(meeting: MeetingSnapshot, profiles: Profiles) -> tuple[Turn, ...]:
    return suggested_order(meeting, profile_of(meeting.kind, meeting.profile, profiles))


def _document(session: Session, meeting: Meeting) -> Document:
    """Return the case file. Else each opinion would ask by itself for its further lines."""
    of_meeting = Opinion.meeting_id == meeting.id
    with_lines = select(Opinion).where(of_meeting).options(selectinload(Opinion.further))
    held = session.scalars(with_lines).all()  # loaded as long as they are held
    document = to_document(meeting)
    del held
    return document


def _digest(document: Document) -> str:
    """Return the SHA-256 of the case file in a form that does not depend on the order of keys."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
