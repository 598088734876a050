"""What the window asks the database: queries for :meth:`ui.workspace.Workspace.read`.

They load the database layer, so it is imported in the worker that runs them.
"""

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathlib import Path

    from models.profiles import Profiles
    from models.snapshot import MeetingRow


def meeting_rows(session: Any, *, binned: bool = False) -> object:  # noqa: ANN401  # SQLAlchemy stays out of ui
    """Return the rows of the list of meetings."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_rows(session, binned=binned)


def meetings_to_list(session: Any) -> object:  # noqa: ANN401  # as above
    """Return the rows of the list of meetings, with what its filter looks in."""
    from ui.item_models.meetings import SearchedTexts

    rows = cast("tuple[MeetingRow, ...]", meeting_rows(session))
    return rows, SearchedTexts(rows)


def some_meeting_rows(session: Any, meeting_ids: frozenset[str]) -> object:  # noqa: ANN401  # as above
    """Return some rows of the list of meetings."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_rows(session, only=meeting_ids)


def meeting_snapshot(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return one whole meeting."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_snapshot(session, meeting_id)


def meeting_to_open(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return one whole meeting with its timeline, which takes longer to make than a key may wait."""
    from models import queries  # heavy: after the first paint
    from ui.item_models.lines import Timeline

    meeting = queries.meeting_snapshot(session, meeting_id)
    made = Timeline(meeting)
    made.take(meeting.lines)
    return meeting, made


def signing_facts(session: Any, meeting_id: str, profiles: "Profiles") -> object:  # noqa: ANN401  # as above
    """Return how it stands with signing a meeting's paper."""
    from models.operations import signing  # heavy: after the first paint

    return signing.signing_facts(session, meeting_id, profiles)


def checked_papers(session: Any, meeting_id: str, profiles: Any, database: "Path") -> object:  # noqa: ANN401  # as above
    """Return what the papers about a meeting print, and what the wording guard finds in it."""
    from models import queries, sheets  # heavy: after the first paint
    from models.office_secrecy import read_office_secrecy  # with the above

    secrecy = read_office_secrecy(database)
    papers = queries.meeting_papers(session, meeting_id, profiles, secrecy)
    return papers, sheets.wording_findings(session, papers.meeting, profiles)


def archivable_papers(session: Any, meeting_id: str, profiles: Any, database: "Path") -> object:  # noqa: ANN401  # as above
    """Return the same, and the meeting's case file."""
    from models import queries  # heavy: after the first paint

    found = checked_papers(session, meeting_id, profiles, database)
    return *found, queries.meeting_document(session, meeting_id)  # type: ignore[misc]  # a pair


def meeting_sheet(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return all values of a meeting's forms."""
    from models import sheets  # heavy: after the first paint

    return sheets.meeting_sheet(session, meeting_id)


def line_entry(session: Any, meeting_id: str, line_id: str) -> object:  # noqa: ANN401  # as above
    """Return all values of one line."""
    from models import sheets  # heavy: after the first paint

    return sheets.line_entry(session, meeting_id, line_id)


def record_views(  # as above
    session: Any,  # noqa: ANN401
    meeting_id: str,
    line_ids: tuple[str, ...],
    opinion_ids: tuple[str, ...],
) -> object:
    """Return position and view of some lines and of some opinions, and all stretches of time."""
    from models import queries  # heavy: after the first paint

    opinions = queries.changed_opinions(session, meeting_id, opinion_ids) if opinion_ids else ()
    lines = queries.line_views(session, meeting_id, line_ids) if line_ids else ()
    return lines, opinions, queries.stretches(session, meeting_id)


def attachment_bytes(session: Any, meeting_id: str, attachment_id: str) -> bytes:  # noqa: ANN401  # as above
    """Return the bytes of an attachment, checked against its hash."""
    from models.attachment_store import stored_file  # heavy: after the first paint

    return stored_file(session, meeting_id, attachment_id).data


def attachments(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return what is attached to a meeting."""
    from models import queries  # heavy: after the first paint

    return queries.attachments(session, meeting_id)


def desk_view(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return what the desk of a meeting shows beside the record."""
    from models import desk_view  # heavy: after the first paint

    return desk_view.desk_view(session, meeting_id)


def short_code_lists(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return the short codes of a meeting and of the office."""
    from models import desk_view  # heavy: after the first paint

    return desk_view.short_code_lists(session, meeting_id)


def drafts(session: Any, prefix: str) -> dict[str, Any]:  # noqa: ANN401  # as above
    """Return the unfinished texts whose keys begin so."""
    from models import workbench  # heavy: after the first paint

    return workbench.drafts(session, prefix)


def meeting_document(session: Any, meeting_id: str) -> object:  # noqa: ANN401  # as above
    """Return the case file of a meeting."""
    from models import queries  # heavy: after the first paint

    return queries.meeting_document(session, meeting_id)


def known_people(session: Any) -> object:  # noqa: ANN401  # as above
    """Return everyone who took part in a meeting; a query for :meth:`Workspace.read`."""
    from models import known_people, pinyin  # heavy: after the first paint

    people = known_people.known_people(session)
    # The first search prepares all names, which takes longer than a key stroke may.
    pinyin.filter_names("a", people, lambda person: person.name)
    return people
