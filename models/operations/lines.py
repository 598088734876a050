"""Taking down and correcting the lines of a record that is not signed yet.

A record may have thousands of lines: what is added or changed never loads the others.
"""

import uuid
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.attachments import Attachment
from models.desk import InternalNote
from models.errors import MeetingNotFound, PartGone, ValueRefused
from models.field_values import fault_of
from models.forms import GROUPS
from models.ids import new_id
from models.journal import insert_row
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import meeting_name, meeting_to_change, part_of, refuse_locked
from models.operations.opinions import (
    close_up_opinions,
    drop_opinion,
    follow_opinion,
    refuse_opinion_of,
    unlink,
)
from models.operations.people import tell_apart
from models.opinions import HandlerAnswer, Opinion, OpinionLine
from models.people import Participant
from models.signing import CorrectionSheet
from models.standing import SPECIALISTS
from models.statements import Prepared
from models.vocabulary import OPINION_KINDS, LineKind

_BEFORE_ADDING = Prepared(
    select(
        Meeting.state,
        Meeting.number,
        Meeting.title,
        select(func.max(Line.seq)).where(Line.meeting_id == Meeting.id).scalar_subquery(),
        select(func.max(Line.position)).where(Line.meeting_id == Meeting.id).scalar_subquery(),
        select(func.max(Opinion.position))
        .where(Opinion.meeting_id == Meeting.id)
        .scalar_subquery(),
        select(func.min(Opinion.position))
        .where(Opinion.meeting_id == Meeting.id, Opinion.line_id.is_(None))
        .scalar_subquery(),
        Participant.id.is_not(None),
        Participant.number,
        Participant.name,
        Participant.role,
        Participant.specialist_question,
        AgendaItem.id.is_not(None),
    )
    .outerjoin(
        Participant,
        and_(Participant.meeting_id == Meeting.id, Participant.id == bindparam("speaker")),
    )
    .outerjoin(
        AgendaItem,
        and_(AgendaItem.meeting_id == Meeting.id, AgendaItem.id == bindparam("item")),
    )
    .where(Meeting.id == bindparam("meeting"))
)
"""All that has to be known to add a line, in one question: it is asked at every line."""


class _Before(NamedTuple):
    """The answer to it."""

    state: str
    number: str | None
    title: str | None
    last_seq: int | None
    last_position: int | None
    last_opinion: int | None
    first_unspoken: int | None
    speaker_is_here: bool
    speaker_number: int | None
    speaker_name: str | None
    speaker_role: str | None
    specialist_question: str | None
    item_is_here: bool


def add_line(
    session: Session,
    meeting_id: str,
    *,
    text: str,
    speaker_id: str | None = None,
    kind: str | None = None,
    at: str | None = None,
    step: int | None = None,
    item_id: str | None = None,
    line_id: str | None = None,
    seconds: int | None = None,
) -> str:
    """Add a line at the end of the record; return its id. It is written as quickly as can be.

    ``line_id`` is the id it shall have, for those who showed it before it is written. ``at`` is a
    civil time such as 09:05, ``seconds`` how long it was spoken. Raises PartGone if the speaker or
    the item of the agenda is not in this meeting, ValueRefused for an opinion of somebody who gives
    none.
    """
    _check_text(text)
    key = uuid.UUID(meeting_id)
    speaker, item = (None if i is None else uuid.UUID(i) for i in (speaker_id, item_id))
    row = _BEFORE_ADDING.first(session, {"meeting": key, "speaker": speaker, "item": item})
    if row is None:
        raise MeetingNotFound(meeting_id)
    found = _Before(*row)
    refuse_locked(found.state, meeting_name(found.number, found.title))
    if speaker is not None and not found.speaker_is_here:
        raise PartGone(Participant.__name__)
    if item is not None and not found.item_is_here:
        raise PartGone(AgendaItem.__name__)
    if speaker is not None:
        _refuse_nameless(found.speaker_name)
    refuse_opinion_of(found.speaker_role, kind)
    line = insert_row(
        session,
        Line,
        {
            "id": new_id() if line_id is None else uuid.UUID(line_id),
            "meeting_id": key,
            "text": text,
            "speaker_id": speaker,
            "kind": kind,
            "at": at,
            "step": step,
            "item_id": item,
            "seconds": seconds,
            "limit": _limit(kind, found.speaker_role, found.specialist_question),
            "seq": (found.last_seq or 0) + 1,
            "position": _next(found.last_position),
        },
    )
    if speaker is not None and found.speaker_number is None:
        tell_apart(session, session.get_one(Meeting, key))
    if speaker is not None and kind in OPINION_KINDS:
        opinion = {
            "meeting_id": key,
            "author_id": speaker,
            "line_id": line,
            "position": _next(found.last_opinion),
        }
        insert_row(session, Opinion, opinion)
        if found.first_unspoken is not None:
            close_up_opinions(session, session.get_one(Meeting, key))
    return str(line)


def _limit(kind: str | None, role: str | None, specialist_question: str | None) -> str | None:
    """Return what a specialist's explanation is limited to, where that is known."""
    limited = kind == LineKind.EXPLANATION and role in SPECIALISTS
    return specialist_question if limited else None


def _next(last: int | None) -> int:
    return 0 if last is None else last + 1


def revise_line(
    session: Session,
    meeting_id: str,
    line_id: str,
    *,
    text: str,
    speaker_id: str | None,
    kind: str | None,
    step: int | None,
    item_id: str | None,
) -> None:
    """Correct a line: its words, who spoke, what it is, where it belongs. Its time stays.

    Raises ValueRefused for what becomes an opinion of somebody who gives none.
    """
    meeting = meeting_to_change(session, meeting_id)
    line = part_of(session, meeting, Line, line_id)
    _check_text(text)
    speaker = _speaker(session, meeting, speaker_id)
    if speaker is not None and (speaker is not line.speaker or kind != line.kind):
        refuse_opinion_of(speaker.role, kind)
    if line.movement is not None:  # nobody's words
        speaker, kind = None, None
    line.text, line.kind, line.step, line.speaker = text, kind, step, speaker
    if speaker is not None and line.limit is None:
        line.limit = _limit(kind, speaker.role, speaker.specialist_question)
    line.item = None if item_id is None else part_of(session, meeting, AgendaItem, item_id)
    _tell_apart(session, meeting, line.speaker)
    follow_opinion(session, meeting, line)


def attribute_lines(
    session: Session, meeting_id: str, line_ids: Sequence[str], speaker_id: str | None
) -> None:
    """Say who spoke some lines; None while it is not known.

    Raises ValueRefused if an opinion among them would be that of somebody who gives none.
    """
    meeting = meeting_to_change(session, meeting_id)
    speaker = _speaker(session, meeting, speaker_id)
    some = [part_of(session, meeting, Line, line_id) for line_id in line_ids]
    some = [line for line in some if line.movement is None]  # the others are nobody's words
    for line in some:
        if speaker is not None and line.speaker is not speaker:
            refuse_opinion_of(speaker.role, line.kind)
        line.speaker = speaker
    for line in some:
        follow_opinion(session, meeting, line)
    _tell_apart(session, meeting, speaker)


def assign_lines(
    session: Session, meeting_id: str, line_ids: Sequence[str], item_id: str | None
) -> None:
    """Put some lines to an item of the agenda; their order and times stay."""
    meeting = meeting_to_change(session, meeting_id)
    item = None if item_id is None else part_of(session, meeting, AgendaItem, item_id)
    for line_id in line_ids:
        part_of(session, meeting, Line, line_id).item = item


def set_step(session: Session, meeting_id: str, line_ids: Sequence[str], step: int) -> None:
    """Put some lines of a hearing to one of its steps, 0 to 7."""
    meeting = meeting_to_change(session, meeting_id)
    for line_id in line_ids:
        part_of(session, meeting, Line, line_id).step = step


def move_lines(session: Session, meeting_id: str, line_ids: Sequence[str], to: int) -> None:
    """Put lines at another place, counted from 0 without them; numbers follow the order."""
    meeting = meeting_to_change(session, meeting_id)
    some = [part_of(session, meeting, Line, line_id) for line_id in line_ids]
    if not some:
        return
    to = max(to, 0)
    first = min(*(line.position for line in some), to)
    last = max(*(line.position for line in some), to + len(some))
    ordered = _lines(session, meeting, first, last)
    others = [line for line in ordered if line not in some]
    where = min(to - first, len(others))
    numbers = sorted(line.seq for line in ordered if line.seq)
    _renumber(session, [*others[:where], *some, *others[where:]], first, numbers)
    close_up_opinions(session, meeting)


def delete_lines(session: Session, meeting_id: str, line_ids: Sequence[str]) -> None:
    """Delete lines with the opinions they were; the following numbers close up.

    An answer of the handling prosecutor stays, and no longer names a line. A further line of an
    opinion that goes is an opinion by itself again.
    """
    meeting = meeting_to_change(session, meeting_id)
    some = [part_of(session, meeting, Line, line_id) for line_id in line_ids]
    if not some:
        return
    freed = _let_go(session, some)
    ordered = _lines(session, meeting, min(line.position for line in some), None)
    start, numbers = ordered[0].position, sorted(line.seq for line in ordered if line.seq)
    for line in some:
        session.delete(line)
    session.flush()
    _renumber(session, [line for line in ordered if line not in some], start, numbers)
    close_up_opinions(session, meeting)
    for line in freed:
        follow_opinion(session, meeting, line)


def _let_go(session: Session, lines: Sequence[Line]) -> list[Line]:
    """Delete what lines are as opinions and name them nowhere else; return what else was freed."""
    ids = [line.id for line in lines]
    freed: list[Line] = []
    for opinion in session.scalars(select(Opinion).where(Opinion.line_id.in_(ids))).all():
        freed += drop_opinion(session, opinion)
    for link in session.scalars(select(OpinionLine).where(OpinionLine.line_id.in_(ids))).all():
        unlink(session, link)
    for answer in session.scalars(select(HandlerAnswer).where(HandlerAnswer.line_id.in_(ids))):
        answer.line = None
    for sheet in session.scalars(select(CorrectionSheet).where(CorrectionSheet.line_id.in_(ids))):
        sheet.line = None
    for note in session.scalars(select(InternalNote).where(InternalNote.after_id.in_(ids))):
        note.after = _before(session, note.after, ids)
    for attached in session.scalars(select(Attachment).where(Attachment.line_id.in_(ids))):
        attached.line = None  # the meeting's as a whole: nothing is lost
    session.flush()
    return [line for line in freed if line not in lines]


def _before(session: Session, line: Line | None, going: Collection[uuid.UUID]) -> Line | None:
    """Return the last line before one that goes, of those that stay."""
    if line is None:
        return None
    earlier = select(Line).where(
        Line.meeting_id == line.meeting_id, Line.position < line.position, Line.id.not_in(going)
    )
    return session.scalars(earlier.order_by(Line.position.desc()).limit(1)).first()


def _check_text(text: str) -> None:
    """Raise ValueRefused for what no database can hold; pasting can bring it."""
    fault = fault_of(GROUPS["line"].fields["text"], text)
    if fault is not None:
        raise ValueRefused("line", "text", fault)


def _speaker(session: Session, meeting: Meeting, speaker_id: str | None) -> Participant | None:
    """Return who speaks. Raises ValueRefused for somebody without a name."""
    if speaker_id is None:
        return None
    speaker = part_of(session, meeting, Participant, speaker_id)
    _refuse_nameless(speaker.name)
    return speaker


def _refuse_nameless(name: str | None) -> None:
    if not name:
        raise ValueRefused("participant", "name", "required")


def _tell_apart(session: Session, meeting: Meeting, speaker: Participant | None) -> None:
    if speaker is not None and speaker.number is None:
        tell_apart(session, meeting)


def _lines(session: Session, meeting: Meeting, first: int, last: int | None) -> list[Line]:
    """Return the lines from one position to another, in order."""
    found = select(Line).where(Line.meeting_id == meeting.id, Line.position >= first)
    if last is not None:
        found = found.where(Line.position <= last)
    return list(session.scalars(found.order_by(Line.position)))


def _renumber(session: Session, order: Sequence[Line], start: int, numbers: Sequence[int]) -> None:
    """Give lines the places from ``start`` on and, as far as they bear numbers, these in order.

    On the way no two lines bear the same number.
    """
    for position, line in enumerate(order, start):
        line.position = position
    numbered = [line for line in order if line.seq is not None]
    changed = [(line, seq) for line, seq in zip(numbered, numbers, strict=False) if line.seq != seq]
    for line, _ in changed:
        line.seq = None
    session.flush()
    for line, seq in changed:
        line.seq = seq
    session.flush()
