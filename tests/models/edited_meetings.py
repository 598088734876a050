"""Meetings taken from case files, edited field by field and read back."""

from typing import Any

from sqlalchemy.orm import Session

from models.database import Database
from models.forms import Sheet
from models.operations import entries
from models.operations.case_files import import_documents
from models.profiles import Profiles
from models.queries import meeting_document
from models.sheets import meeting_sheet

Document = dict[str, Any]


def taken_in(database: Database, document: Document) -> str:
    """Take a case file in; return the id of its meeting."""
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)])
    return imported.id


def set_fields(
    session: Session,
    profiles: Profiles,
    meeting: str,
    group: str,
    /,
    entry_id: str | None = None,
    **values: object,
) -> None:
    """Set fields of an entry, as a form does."""
    entries.set_values(session, meeting, group, values, profiles=profiles, entry_id=entry_id)


def document_of(database: Database, meeting: str) -> Document:
    """Return the case file of the meeting."""
    with database.read() as session:
        return dict(meeting_document(session, meeting))


def sheet_of(database: Database, meeting: str) -> Sheet:
    """Return the sheet of the meeting."""
    with database.read() as session:
        return meeting_sheet(session, meeting)
