"""Taking down and correcting the lines of a record that is not signed yet."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import PartGone
from models.lines import Line
from models.meeting import Meeting
from models.operations.access import moved, open_meeting, open_part, place
from models.opinions import HandlerAnswer, Opinion
from models.people import Participant
from models.vocabulary import OPINION_KINDS


def add_line(
    session: Session,
    meeting_id: str,
    *,
    text: str,
    speaker_id: str | None = None,
    kind: str | None = None,
    at: str | None = None,
) -> str:
    """Add a line at the end of the record; return its id.

    ``at`` is a civil time such as 09:05. Raises PartGone if the speaker is not in this meeting.
    """
    meeting = open_meeting(session, meeting_id)
    numbers = [line.seq for line in meeting.lines if line.seq is not None]
    line = Line(text=text, kind=kind, at=at, seq=max(numbers, default=0) + 1)
    line.speaker = _speaker(meeting, speaker_id)
    meeting.lines.append(line)
    place(meeting.lines)
    _follow_opinion(meeting, line)
    session.flush()
    return str(line.id)


def edit_line(session: Session, line_id: str, text: str) -> None:
    """Correct the text of a line."""
    _, line = open_part(session, Line, line_id)
    line.text = text


def attribute_line(
    session: Session, line_id: str, *, speaker_id: str | None, kind: str | None
) -> None:
    """Say who spoke a line, and what kind of contribution it is."""
    meeting, line = open_part(session, Line, line_id)
    line.speaker = _speaker(meeting, speaker_id)
    line.kind = kind
    _follow_opinion(meeting, line)


def move_line(session: Session, line_id: str, to: int) -> None:
    """Put a line at another place, counted from 0 without it; numbers follow the order."""
    meeting, line = open_part(session, Line, line_id)
    order = moved(meeting.lines, line, to)
    place(order)
    _renumber(session, order)


def delete_line(session: Session, line_id: str) -> None:
    """Delete a line with the opinion it was; the following numbers close up.

    An answer of the handling prosecutor stays, and no longer names a line.
    """
    meeting, line = open_part(session, Line, line_id)
    meeting.opinions[:] = [opinion for opinion in meeting.opinions if opinion.line is not line]
    place(meeting.opinions)
    for answer in session.scalars(select(HandlerAnswer).where(HandlerAnswer.line_id == line.id)):
        answer.line = None
    session.flush()
    meeting.lines.remove(line)
    session.flush()
    place(meeting.lines)
    _renumber(session, meeting.lines)


def _speaker(meeting: Meeting, speaker_id: str | None) -> Participant | None:
    if speaker_id is None:
        return None
    key = uuid.UUID(speaker_id)
    for participant in meeting.participants:
        if participant.id == key:
            return participant
    raise PartGone(Participant.__name__)


def _follow_opinion(meeting: Meeting, line: Line) -> None:
    """Keep the opinion that a line is in step with the line."""
    opinion = next((entry for entry in meeting.opinions if entry.line is line), None)
    if line.speaker is None or line.kind not in OPINION_KINDS:
        if opinion is not None:
            meeting.opinions.remove(opinion)
    elif opinion is None:
        meeting.opinions.append(Opinion(author=line.speaker, line=line))
    else:
        opinion.author = line.speaker
    place(meeting.opinions)


def _renumber(session: Session, order: list[Line]) -> None:
    """Give the lines that bear numbers theirs anew; on the way no two bear the same."""
    numbered = [line for line in order if line.seq is not None]
    changed = [(line, seq) for seq, line in enumerate(numbered, 1) if line.seq != seq]
    for line, _ in changed:
        line.seq = None
    session.flush()
    for line, seq in changed:
        line.seq = seq
