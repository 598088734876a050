"""Changing the agenda of a meeting."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.agenda import AgendaItem
from models.operations.access import moved, open_meeting, open_part, place


def add_items(session: Session, meeting_id: str, titles: Sequence[str]) -> tuple[str, ...]:
    """Add items at the end, in the order given; return their ids."""
    meeting = open_meeting(session, meeting_id)
    items = [AgendaItem(title=title) for title in titles]
    meeting.agenda.extend(items)
    place(meeting.agenda)
    session.flush()
    return tuple(str(item.id) for item in items)


def rename_item(session: Session, item_id: str, title: str) -> None:
    """Give an item another title."""
    _, item = open_part(session, AgendaItem, item_id)
    item.title = title


def move_item(session: Session, item_id: str, to: int) -> None:
    """Put an item at another place, counted from 0 without it."""
    meeting, item = open_part(session, AgendaItem, item_id)
    place(moved(meeting.agenda, item, to))


def delete_item(session: Session, item_id: str) -> None:
    """Delete an item."""
    meeting, item = open_part(session, AgendaItem, item_id)
    meeting.agenda.remove(item)
    place(meeting.agenda)
