"""Signing the papers that follow a meeting, each by itself: from then on it stays as it is."""

from typing import Any

from sqlalchemy.orm import Session

from models.errors import PartGone, RecordLocked, ValueRefused
from models.field_values import fault_of
from models.forms import Field, ValueKind
from models.homes import HOMES
from models.meeting import Meeting
from models.operations.access import meeting_to_change, part_of
from models.states import Openness

PAPERS = ("handler_note", "divergence_report", "decision", "correction_sheet")
"""The groups whose entries are signed by themselves."""

_SIGNED_AT = Field(ValueKind.TIME, required=True)


def sign_paper(
    session: Session, meeting_id: str, group: str, at: str, *, entry_id: str | None = None
) -> None:
    """Say when a paper was signed; ``entry_id`` is needed for a sheet of correction.

    Cannot be undone. Raises PartGone, ValueRefused, or RecordLocked if it was signed before.
    """
    meeting = meeting_to_change(session, meeting_id, Openness.UNTIL_ARCHIVED)
    fault = fault_of(_SIGNED_AT, at)
    if fault is not None:
        raise ValueRefused(group, "signed_at", fault)
    paper = _paper(session, meeting, group, entry_id)
    refuse_signed(meeting, paper)
    paper.signed_at = at
    session.flush()


def refuse_signed(meeting: Meeting, *rows: object) -> None:
    """Raise RecordLocked if one of the rows is a paper that is signed."""
    if any(getattr(row, "signed_at", None) is not None for row in rows):
        raise RecordLocked(meeting.number or meeting.title or "", meeting.state)


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
