"""Opinions beside the lines they are spoken in: in writing, not given, or over several lines.

A line of opinion with a speaker is an opinion by itself (:func:`follow_opinion`), unless it is a
further line of another one by the same person. Opinions without a line stand after all others.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.agenda import Question
from models.errors import PartGone, ValueRefused
from models.field_values import fault_of
from models.forms import GROUPS
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import meeting_to_change, part_of, place
from models.opinions import HandlerAnswer, Opinion, OpinionLine
from models.people import Participant
from models.standing import may_give_opinion, may_speak_as
from models.vocabulary import OPINION_KINDS, LineKind, Manner


def add_opinion(
    session: Session,
    meeting_id: str,
    *,
    author_id: str,
    manner: Manner,
    question_id: str | None = None,
    text: str | None = None,
    silence_reason: str | None = None,
) -> str:
    """Add an opinion given in writing, or the note that a person gave none; return its id.

    Raises ValueRefused for a spoken one, which is a line of the record, and for somebody who gives
    no opinions.
    """
    meeting = meeting_to_change(session, meeting_id)
    author = part_of(session, meeting, Participant, author_id)
    if not may_give_opinion(author.role):
        raise ValueRefused("participant", "role", "gives_no_opinion")
    question = None if question_id is None else part_of(session, meeting, Question, question_id)
    if manner is Manner.SPOKEN:
        raise ValueRefused("opinion", "manner", "not_listed")
    for field, value in (("text", text), ("silence_reason", silence_reason)):
        fault = fault_of(GROUPS["opinion"].fields[field], value)
        if fault is not None:
            raise ValueRefused("opinion", field, fault)
    opinion = _new_opinion(session, meeting, author, None)
    opinion.manner, opinion.question = manner.value, question
    opinion.text, opinion.silence_reason = text or None, silence_reason or None
    session.add(opinion)
    session.flush()
    return str(opinion.id)


def delete_opinion(session: Session, meeting_id: str, opinion_id: str) -> None:
    """Delete an opinion that was given in writing or not at all; a spoken one goes with its line."""
    meeting = meeting_to_change(session, meeting_id)
    opinion = part_of(session, meeting, Opinion, opinion_id)
    if opinion.line is not None:
        raise PartGone(Line.__name__)
    drop_opinion(session, opinion)
    close_up_opinions(session, meeting)


def join_line(session: Session, meeting_id: str, opinion_id: str, line_id: str) -> None:
    """Say that an opinion was spoken in a further line too, of the same speaker.

    What the line was an opinion of its own for is that one's from now on. Raises ValueRefused for a
    line of somebody else, or if the opinion was not spoken.
    """
    meeting = meeting_to_change(session, meeting_id)
    opinion = part_of(session, meeting, Opinion, opinion_id)
    line = part_of(session, meeting, Line, line_id)
    if opinion.line is None or opinion.line is line or line.speaker is not opinion.author:
        raise ValueRefused("opinion", "further", "not_listed")
    joined = [line]
    former = _link_of(session, line)
    if former is not None:
        unlink(session, former)
    own = opinion_of(session, line)
    if own is not None:
        joined += drop_opinion(session, own)
    for one in joined:
        opinion.further.append(OpinionLine(line=one, position=len(opinion.further)))
    session.flush()
    close_up_opinions(session, meeting)


def take_as_opinion(
    session: Session, meeting_id: str, line_ids: Sequence[str], question_id: str | None
) -> str:
    """Take lines of one speaker as one opinion, on a question if one is named; return its id.

    Raises ValueRefused if nobody is known to speak, or somebody who gives no opinions.
    """
    meeting = meeting_to_change(session, meeting_id)
    first, *others = (part_of(session, meeting, Line, line_id) for line_id in line_ids)
    if first.speaker is None:
        raise ValueRefused("line", "kind", "gives_no_opinion")
    refuse_opinion_of(first.speaker.role, LineKind.OPINION)
    if first.kind not in OPINION_KINDS:
        first.kind = LineKind.OPINION.value
    follow_opinion(session, meeting, first)
    link, opinion = _link_of(session, first), opinion_of(session, first)
    if opinion is None:  # a further line of one
        assert link is not None
        opinion = session.get_one(Opinion, link.opinion_id)
    for line in others:
        join_line(session, meeting_id, str(opinion.id), str(line.id))
    if question_id is not None:
        opinion.question = part_of(session, meeting, Question, question_id)
    session.flush()
    return str(opinion.id)


def part_line(session: Session, meeting_id: str, line_id: str) -> None:
    """Say that a line does not belong to the opinion it was joined to. Raises PartGone."""
    meeting = meeting_to_change(session, meeting_id)
    line = part_of(session, meeting, Line, line_id)
    link = _link_of(session, line)
    if link is None:
        raise PartGone(OpinionLine.__name__)
    unlink(session, link)
    follow_opinion(session, meeting, line)


def follow_opinion(session: Session, meeting: Meeting, line: Line) -> None:
    """Keep the opinion that a line is in step with the line."""
    link = _link_of(session, line)
    if link is not None:
        if line.speaker_id == _author_of(session, link):
            return
        unlink(session, link)
    found = opinion_of(session, line)
    freed: Iterable[Line] = ()
    if line.speaker is not None and line.kind in OPINION_KINDS:
        if found is None:
            session.add(_new_opinion(session, meeting, line.speaker, line))
            session.flush()
        elif found.author is not line.speaker:
            found.author = line.speaker
            freed = _unlink_others(session, found)
        else:
            return
    elif found is not None:
        freed = drop_opinion(session, found)
    else:
        return
    close_up_opinions(session, meeting)
    for one in freed:
        follow_opinion(session, meeting, one)


def refuse_opinion_of(role: str | None, kind: str | None) -> None:
    """Raise ValueRefused for a line of that kind spoken in a role that gives no opinions."""
    if not may_speak_as(kind, role):
        raise ValueRefused("line", "kind", "gives_no_opinion")


def opinion_of(session: Session, line: Line) -> Opinion | None:
    """Return the opinion that was first spoken in a line."""
    session.flush()
    return session.scalars(select(Opinion).where(Opinion.line_id == line.id)).one_or_none()


def drop_opinion(session: Session, opinion: Opinion) -> list[Line]:
    """Delete an opinion; return the further lines it was spoken in, which are free now.

    An answer of the handling prosecutor stays, and no longer names it.
    """
    freed = [link.line for link in opinion.further]
    for answer in session.scalars(
        select(HandlerAnswer).where(HandlerAnswer.opinion_id == opinion.id)
    ):
        answer.opinion = None
    session.flush()
    session.delete(opinion)
    session.flush()
    return freed


def unlink(session: Session, link: OpinionLine) -> None:
    """Let go of a further line of an opinion."""
    opinion = session.get_one(Opinion, link.opinion_id)  # kept: its list lives as long as it does
    opinion.further.remove(link)
    place(opinion.further)
    session.flush()


def close_up_opinions(session: Session, meeting: Meeting) -> None:
    """Count the opinions anew: the spoken ones in the order of the record, then the others."""
    session.flush()
    ordered = session.scalars(
        select(Opinion)
        .outerjoin(Line, Line.id == Opinion.line_id)
        .where(Opinion.meeting_id == meeting.id)
        .order_by(Opinion.line_id.is_(None), Line.position, Opinion.position)
    )
    place(ordered.all())
    session.flush()


def _new_opinion(
    session: Session, meeting: Meeting, author: Participant, line: Line | None
) -> Opinion:
    last = select(func.max(Opinion.position)).where(Opinion.meeting_id == meeting.id)
    position = session.scalar(last)
    opinion = Opinion(author=author, line=line, position=0 if position is None else position + 1)
    opinion.meeting = meeting
    return opinion


def _link_of(session: Session, line: Line) -> OpinionLine | None:
    session.flush()
    return session.scalars(select(OpinionLine).where(OpinionLine.line_id == line.id)).one_or_none()


def _author_of(session: Session, link: OpinionLine) -> object:
    return session.get_one(Opinion, link.opinion_id).author_id


def _unlink_others(session: Session, opinion: Opinion) -> list[Line]:
    """Let go of the further lines of an opinion that its author did not speak."""
    others = [link for link in opinion.further if link.line.speaker is not opinion.author]
    for link in others:
        opinion.further.remove(link)
    place(opinion.further)
    session.flush()
    return [link.line for link in others]
