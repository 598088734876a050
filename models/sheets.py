"""The sheet of a meeting: every value of its forms, read from the database as plain values."""

import uuid
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from models.authored import Finding, findings
from models.errors import PartGone
from models.forms import GROUPS, Entry, Sheet, ValueKind
from models.homes import HOMES
from models.lines import Line
from models.meeting import Meeting
from models.profiles import Profiles, profile_of
from models.queries import meeting_by_id
from models.snapshot import MeetingSnapshot

_ALONE = frozenset({"line", "opinion"})


def meeting_sheet(session: Session, meeting_id: str) -> Sheet:
    """Return all entries of a meeting but its lines and opinions. Raises MeetingNotFound.

    Of these there may be thousands.
    """
    meeting = meeting_by_id(session, meeting_id)
    entries = {
        group: tuple(_entries(meeting, group))
        for group, rule in GROUPS.items()
        if meeting.kind in rule.kinds and group not in _ALONE
    }
    return Sheet(str(meeting.id), meeting.kind, meeting.state, entries)


def wording_findings(
    session: Session, meeting: MeetingSnapshot, profiles: Profiles
) -> tuple[Finding, ...]:
    """Return what the wording guard finds in a meeting's authored texts. Raises MeetingNotFound."""
    return findings(
        meeting_sheet(session, meeting.id),
        profile_of(meeting.kind, meeting.profile, profiles),
        lines=meeting.lines,
        opinions=meeting.opinions,
        hints=False,
    )


def opinion_entries(session: Session, meeting_id: str) -> tuple[Entry, ...]:
    """Return all values of the opinions of a meeting, in their order. Raises MeetingNotFound."""
    return tuple(_entries(meeting_by_id(session, meeting_id), "opinion"))


def line_entry(session: Session, meeting_id: str, line_id: str) -> Entry:
    """Return all values of one line. Raises PartGone."""
    line = session.get(Line, uuid.UUID(line_id))
    if line is None or str(line.meeting_id) != meeting_id:
        raise PartGone(Line.__name__)
    return _entry("line", line, meeting_id)


def _entries(meeting: Meeting, group: str) -> Iterator[Entry]:
    for owner in _owners(meeting, group):
        found = owner if group == "meeting" else getattr(owner, HOMES[group].attribute)
        rows = found if isinstance(found, list) else [found]
        yield from (_entry(group, row, str(owner.id)) for row in rows if row is not None)


def _owners(meeting: Meeting, group: str) -> list[Any]:
    """Return the rows that hold entries of a group; empty if there are none yet."""
    owner = GROUPS[group].owner
    if owner in ("", "meeting"):
        return [meeting]
    found = getattr(meeting, HOMES[owner].attribute)
    return found if isinstance(found, list) else [row for row in (found,) if row is not None]


def _entry(group: str, row: Any, owner: str) -> Entry:  # noqa: ANN401 - any entity
    values = {}
    for name, field in GROUPS[group].fields.items():
        value = getattr(row, name)
        if field.kind is ValueKind.REFERENCE:
            value = None if value is None else str(value.id)
        values[name] = value
    return Entry(str(row.id), owner, values, getattr(row, "signed_at", None))
