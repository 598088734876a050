"""Signing the papers that follow a meeting, each by itself: from then on it stays as it is.

None is signed before the record; the handler's note only once it answers each opinion.
"""

from typing import Any

from sqlalchemy.orm import Session

from models.errors import PaperNotReady, PartGone, RecordLocked, ValueRefused
from models.field_values import fault_of
from models.forms import Field, ValueKind
from models.handler_answers import open_opinions
from models.homes import HOMES
from models.locks import PAPERS
from models.meeting import Meeting
from models.operations.access import meeting_name, meeting_to_change, part_of
from models.sheets import meeting_sheet
from models.states import STATES, Openness
from models.views import opinion_views

_SIGNED_AT = Field(ValueKind.TIME, required=True)


def sign_paper(
    session: Session, meeting_id: str, group: str, at: str, *, entry_id: str | None = None
) -> None:
    """Say when a paper was signed; ``entry_id`` is needed for a sheet of correction.

    Cannot be undone. Raises PartGone, ValueRefused, PaperNotReady, or RecordLocked if it was signed
    before.
    """
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    fault = fault_of(_SIGNED_AT, at)
    if fault is not None:
        raise ValueRefused(group, "signed_at", fault)
    paper = _paper(session, meeting, group, entry_id)
    refuse_signed(meeting, paper)
    _refuse_unready(session, meeting, group)
    paper.signed_at = at
    session.flush()


def refuse_signed(meeting: Meeting, *rows: object) -> None:
    """Raise RecordLocked if one of the rows is a paper that is signed."""
    if any(getattr(row, "signed_at", None) is not None for row in rows):
        raise RecordLocked(meeting_name(meeting.number, meeting.title), meeting.state)


def _refuse_unready(session: Session, meeting: Meeting, group: str) -> None:
    """Raise PaperNotReady while the record is open, or a note leaves opinions unanswered."""
    if not STATES[meeting.state].signed:
        raise PaperNotReady("record_not_signed")
    if group == "handler_note":
        names = _unanswered(session, meeting)
        if names:
            raise PaperNotReady("opinions_unanswered", names)


def _unanswered(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Return whose opinions have no full answer, each once, in the order of the opinions."""
    answers = meeting_sheet(session, str(meeting.id)).of("handler_answer")
    waiting = open_opinions(opinion_views(session, meeting.id), answers)
    names = {str(person.id): person.name or "" for person in meeting.participants}
    return tuple(dict.fromkeys(names[opinion.author_id] for opinion in waiting))


def _paper(session: Session, meeting: Meeting, group: str, entry_id: str | None) -> Any:  # noqa: ANN401  # any of them
    if group not in PAPERS:
        raise KeyError(f"{group} is not signed by itself")
    home = HOMES[group]
    if entry_id is not None:
        return part_of(session, meeting, home.entity, entry_id)
    paper = getattr(meeting, home.attribute)
    if paper is None or isinstance(paper, list):
        raise PartGone(group)
    return paper
