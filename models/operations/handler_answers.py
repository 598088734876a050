"""Listing the opinions in the handling prosecutor's note, each ready to be answered."""

from sqlalchemy.orm import Session

from models.forms import GROUPS
from models.meeting import Meeting
from models.operations.access import meeting_to_change, place
from models.opinions import HandlerAnswer, HandlerNote, Opinion
from models.vocabulary import Manner, MeetingKind


def list_answers(session: Session, meeting_id: str) -> tuple[str, ...]:
    """Add an answer for each opinion that has none; return their ids, in the order of the opinions.

    Each stands before the answers to later opinions; the other answers keep their order. That
    somebody gave no opinion is not answered.
    """
    meeting = meeting_to_change(session, meeting_id, GROUPS["handler_answer"].openness())
    if meeting.kind is not MeetingKind.JOINT_CONFERENCE:
        raise KeyError(f"{meeting.kind} has no handler's note")
    answers = [] if meeting.handler_note is None else meeting.handler_note.answers
    answered = {_opinion_of(answer, meeting) for answer in answers}
    missing = [
        opinion
        for opinion in meeting.opinions
        if opinion.manner != Manner.NONE_GIVEN and opinion not in answered
    ]
    if not missing:
        return ()
    if meeting.handler_note is None:
        meeting.handler_note = HandlerNote()
    made = [_list_answer(meeting, meeting.handler_note.answers, opinion) for opinion in missing]
    place(meeting.handler_note.answers)
    session.flush()
    return tuple(str(answer.id) for answer in made)


def _list_answer(meeting: Meeting, answers: list[HandlerAnswer], opinion: Opinion) -> HandlerAnswer:
    """Put an answer for an opinion before those to later opinions."""
    made = HandlerAnswer(speaker=opinion.author.name, opinion=opinion, line=opinion.line)
    others = (_opinion_of(answer, meeting) for answer in answers)
    later = (n for n, other in enumerate(others) if other and other.position > opinion.position)
    answers.insert(next(later, len(answers)), made)
    return made


def _opinion_of(answer: HandlerAnswer, meeting: Meeting) -> Opinion | None:
    """Return the opinion that an answer names, or that was spoken in the line it names."""
    if answer.opinion is not None or answer.line is None:
        return answer.opinion
    for opinion in meeting.opinions:
        if answer.line in (opinion.line, *(link.line for link in opinion.further)):
            return opinion
    return None
