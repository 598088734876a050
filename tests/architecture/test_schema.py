"""The exact tables and columns: adding one is a decision, and none may hold what a conference thinks.

How to add one: think whether a vote, a tally or a collective view could stand in it, then name it
here; :mod:`models.guards` asks for its freeze.
"""

import re

import pytest
from sqlalchemy import text

import models.workbench  # noqa: F401  # its tables
from models.database import Database
from models.meeting import Meeting
from models.vocabulary import MeetingKind

SCHEMA = {
    "agenda_item": "id level meeting_id number planned_minutes position shape title",
    "archive_data": "code id meeting_id original period shape",
    "attachment": (
        "added_at id item_id line_id media_type meeting_id name note position sha256 shape size"
    ),
    "attachment_data": "data sha256",
    "audit_entry": "at changes digest meetings number operation previous verb",
    "case": (
        "case_no cause id line_of_work meeting_id minor name position shape stage "
        "state_secret summary system_no time_limit_end work_secret"
    ),
    "correction_sheet": (
        "at by corrected id line_id meeting_id number place position reason shape signed_at wrong"
    ),
    "divergence_report": "at basis by chief chief_at content id meeting_id shape signed_at",
    "draft": "key value",
    "handler_answer": "at id line_id note_id opinion_id position reason shape speaker status",
    "handler_note": "at by id meeting_id own_view road shape signed_at",
    "hearing_approval": (
        "at basis broadcast_approved broadcast_at broadcast_channel by id meeting_id "
        "meeting_kind open_reason shape"
    ),
    "hearing_decision": (
        "adopted at by consent_at detail id meeting_id meeting_kind shape signed_at told_officers"
    ),
    "hearing_deliberation": "began_at ended_at id majority meeting_id meeting_kind note shape",
    "hearing_officer": "id meeting_id meeting_kind participant_id position shape",
    "hearing_officer_view": "deliberation_id id name position reason shape view",
    "hearing_supervisor_feedback": "id meeting_id meeting_kind name opinion position reply shape",
    "hearing_transcript_check": "correction id meeting_id meeting_kind name position result shape",
    "internal_note": "after_id at id meeting_id position shape text",
    "kept_wording": "at by id meeting_id place position reason rule shape words",
    "line": (
        "at event id item_id kind lang limit marked meeting_id movement mover_id note position "
        "recording seconds sensitive seq shape signed source_lang source_text speaker_id "
        "speaker_written step text translation translation_by verbatim_guard_hint"
    ),
    "material": "id meeting_id position shape title",
    "meeting": (
        "binned_at follow_up host id kind notes number observers open profile scope shape "
        "state statement_read_at title"
    ),
    "office_rule": "id meeting_id number organ position shape title",
    "opinion": (
        "author_id case_id given_at id legal_basis line_id manner meeting_id position "
        "question_id reasons shape silence_reason text"
    ),
    "opinion_line": "id line_id meeting_id opinion_id position shape",
    "organ": "id meeting_id name position shape",
    "participant": (
        "attendance counts_for_quorum grade id meeting_id mode name note number organ "
        "position post role shape specialist_question"
    ),
    "participant_notice": "at days_before id position schedule_id shape to way",
    "party": "age case_id display id name position role shape",
    "question": "id meeting_id position shape text",
    "quorum": "counted id meeting_id met required rule shape",
    "queue_entry": "id meeting_id participant_id position shape",
    "recusal": "at ground id meeting_id note person position raised recorded ruling shape",
    "remote_venue": "id name position schedule_id shape",
    "request": "approval approved_at approved_by at by handler_view id meeting_id shape",
    "request_issue": "id position request_id shape text",
    "request_reason": "id position request_id shape text",
    "schedule": (
        "first_notice_at held_from held_to id meeting_id notice_at observer_deadline place "
        "postponed_from postponed_reason public_notice_at shape"
    ),
    "seal": "algorithm digest form id meeting_id sealed_at shape",
    "short_code": "code id meeting_id shape text",
    "signature": "at id meeting_id name participant_id position reason role shape status",
    "stretch": "began_at ended_at id item_id meeting_id position shape step",
}
"""Every table, and its columns by the alphabet."""

FORBIDDEN = re.compile(
    "vote|voting|ballot|poll|tally|count_for|motion|majorit|minorit|rank|result|resolution|resolv"
    "|tendenc|consensus|unanim|verdict|conclusion|outcome|decision|decid|adopted|(?<![a-z])ratio|percent"
    "|表决|投票|票|计票|动议|多数|少数|排名|结果|决议|决定|倾向|一致|共识|结论",
    re.IGNORECASE,
)


def _live(database: Database) -> dict[str, str]:
    """Return the tables and columns that a database has, by the alphabet."""
    with database.read() as session:
        tables = session.scalars(
            text(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'alembic_version'"
            )
        ).all()
        return {
            table: " ".join(
                sorted(row.name for row in session.execute(text(f'PRAGMA table_info("{table}")')))
            )
            for table in tables
        }


def test_the_database_has_these_tables_and_columns_and_no_others(database: Database) -> None:
    assert _live(database) == SCHEMA


def test_the_entities_have_these_tables_and_columns_and_no_others() -> None:
    found = {
        name: " ".join(sorted(column.name for column in table.columns))
        for name, table in Meeting.metadata.tables.items()
    }

    assert found == SCHEMA


def test_only_a_hearing_has_a_place_for_a_majority_or_a_decision(database: Database) -> None:
    names = {
        name
        for table, columns in _live(database).items()
        if not table.startswith("hearing_")
        for name in (table, *(f"{table}.{column}" for column in columns.split()))
    }

    assert [name for name in sorted(names) if FORBIDDEN.search(name)] == []


@pytest.mark.parametrize(
    "name", ["vote", "opinion.vote_count", "tally", "motion", "ranking", "case.result", "表决结果"]
)
def test_a_name_for_a_collective_view_would_be_found(name: str) -> None:
    assert FORBIDDEN.search(name)


def test_nothing_counts_opinions_by_what_they_say() -> None:
    """An opinion has its words and reasons, and no column that says for or against."""
    opinion = set(SCHEMA["opinion"].split())

    assert opinion == {
        *("id", "meeting_id", "shape", "position", "author_id", "line_id", "question_id"),
        *("case_id", "manner", "given_at", "text", "reasons", "legal_basis", "silence_reason"),
    }


def test_no_view_and_no_computed_column_adds_up_what_was_said(database: Database) -> None:
    with database.read() as session:
        views = session.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'view'")).all()
        hidden = [
            row
            for table in SCHEMA
            for row in session.execute(text(f'PRAGMA table_xinfo("{table}")'))
            if row.hidden
        ]

    assert (views, hidden) == ([], [])


def test_every_table_of_a_hearing_alone_refuses_a_conference() -> None:
    for name, table in Meeting.metadata.tables.items():
        if name.startswith("hearing_") and name != "hearing_officer_view":  # by its deliberation
            checks = [str(c.sqltext) for c in table.constraints if hasattr(c, "sqltext")]
            assert f"meeting_kind = '{MeetingKind.HEARING.value}'" in checks, name


def test_an_opinion_names_its_author_and_refers_within_its_meeting() -> None:
    opinion = Meeting.metadata.tables["opinion"]
    references = {
        tuple(element.parent.name for element in constraint.elements)
        for constraint in opinion.foreign_key_constraints
    }

    assert not opinion.c.author_id.nullable
    assert references == {
        ("meeting_id",),
        *((name, "meeting_id") for name in ("author_id", "line_id", "question_id", "case_id")),
    }
