"""Taking meetings in from case files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case_file import read_document, to_meeting
from models.errors import AlreadyImported
from models.meeting import Meeting
from models.operations.locking import store
from models.profiles import Profiles
from models.text import for_comparison

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Imported:
    """A meeting that was taken in."""

    id: str
    number: str | None


def read_case_files(
    files: Sequence[Path], profiles: Profiles
) -> tuple[tuple[str, dict[str, Any]], ...]:
    """Return name and checked document of each file, before any database is touched.

    Raises FileUnreadable or CaseFileRefused.
    """
    return tuple((file.name, read_document(file, profiles)) for file in files)


def import_documents(
    session: Session, documents: Sequence[tuple[str, dict[str, Any]]], *, as_copy: bool = False
) -> tuple[Imported, ...]:
    """Store one meeting for each pair of file name and checked document, all or none.

    A meeting whose number and host are there already, in the database or earlier in the list, is
    refused with AlreadyImported unless it shall be a copy. One that is signed arrives locked and
    sealed. Cannot be undone.
    """
    known = set() if as_copy else _known_keys(session)
    meetings: list[Imported] = []
    for file, document in documents:
        meeting = to_meeting(document)
        key = _key(meeting.number, meeting.host)
        if key in known:
            raise AlreadyImported(file, meeting.number or "", meeting.host or "")
        if key is not None and not as_copy:
            known.add(key)
        store(session, meeting)
        meetings.append(Imported(str(meeting.id), meeting.number))
    return tuple(meetings)


def _known_keys(session: Session) -> set[_Key]:
    here = Meeting.binned_at.is_(None)
    rows = session.execute(select(Meeting.number, Meeting.host).where(here))
    return {key for row in rows if (key := _key(row.number, row.host)) is not None}


def _key(number: str | None, host: str | None) -> _Key | None:
    """Return what makes two meetings the same, or None for one without a number."""
    if not number or not number.strip():
        return None
    return for_comparison(number), for_comparison(host or "")
