"""Everyone who took part in a meeting before: the list that people are added from.

Nothing is stored for it; the participants of all meetings are the list.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.meeting import Meeting, Schedule
from models.people import Participant
from models.roster import KnownPerson
from models.text import for_comparison


def known_people(session: Session) -> tuple[KnownPerson, ...]:
    """Return everyone who has a name, once for each organ, those met last first.

    Last is what the list of meetings has first: undated meetings are still being prepared.
    """
    people: dict[tuple[str, str], KnownPerson] = {}
    for row in session.execute(_spellings()):
        key = for_comparison(row.name), for_comparison(row.organ or "")
        if not key[0]:
            continue
        before = people.get(key)
        if before is None:
            people[key] = KnownPerson(*row)
        else:  # typed in another way in earlier meetings
            people[key] = replace(before, meetings=before.meetings + row.meetings)
    return tuple(people.values())


def _spellings() -> Select[Any]:  # the columns are named where they are read
    """Give one row for each name and organ as they were typed, those of the newest meeting first.

    The columns that are neither grouped nor counted are those of the row with the greatest place:
    so SQLite has it where a query holds a single max().
    """
    newest_last = (Schedule.held_from.nulls_last(), Meeting.id)
    meetings = (
        select(
            Meeting.id,
            Schedule.held_from,
            func.row_number().over(order_by=newest_last).label("place"),
        )
        .outerjoin(Schedule, Schedule.meeting_id == Meeting.id)
        .where(Meeting.binned_at.is_(None))
        .subquery()
    )
    return (
        select(
            Participant.name,
            Participant.organ,
            Participant.post,
            Participant.grade,
            Participant.role,
            Participant.counts_for_quorum,
            func.count(meetings.c.id.distinct()).label("meetings"),
            meetings.c.held_from,
        )
        .join(meetings, Participant.meeting_id == meetings.c.id)
        .where(Participant.name.is_not(None))
        .group_by(Participant.name, Participant.organ)
        .order_by(func.max(meetings.c.place).desc())
    )
