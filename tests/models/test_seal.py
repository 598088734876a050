"""The seal: one digest of what was signed, wherever it is stored, and no other once it was changed."""

import hashlib
import json
import unicodedata
import uuid
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, Boolean, Column, Integer, Uuid, select, text, update
from sqlalchemy.orm import Session

from models.base import ExactJson
from models.case_file import to_document, to_meeting
from models.database import Database
from models.errors import PartGone, RecordLocked, ValueRefused
from models.guards import FREEZES, OPEN_COLUMNS, PARENTS, Freeze, drop_guards
from models.locks import PAPERS
from models.meeting import Meeting
from models.operations import entries, meetings
from models.operations.case_files import import_documents
from models.operations.locking import lock
from models.operations.papers import sign_paper
from models.profiles import Profiles
from models.seal import (
    canonical,
    digest,
    record_of,
    verify_seal,
)
from models.signing_facts import SealState
from models.states import STATES
from tests.models.any_case_files import documents
from tests.models.case_files import Document, small
from tests.models.full_files import full_conference, full_hearing
from tests.models.guarded import TABLES, postgres_store

KEYS = {"id", "meeting_id", "meeting_kind", "shape"}
"""Columns that say where a row is, and not what."""

SPELLING = "speaker_written"
"""A column that says how a file wrote a name, heeded only while it is the same name."""


def _import(database: Database, document: Document) -> str:
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)], as_copy=True)
    return imported.id


def _state(database: Database, meeting: str) -> SealState:
    with database.read() as session:
        return verify_seal(session, meeting)


def _digest(database: Database, meeting: str) -> str:
    with database.read() as session:
        found = session.get_one(Meeting, uuid.UUID(meeting)).seal
        assert found is not None
        return found.digest


def test_signing_seals_the_record(database: Database) -> None:
    meeting = _import(database, small() | {"state": "J6"})
    assert _state(database, meeting) is SealState.NONE

    with database.write() as session:
        lock(session, session.get_one(Meeting, uuid.UUID(meeting)), "J7")

    assert _state(database, meeting) is SealState.INTACT


@pytest.mark.parametrize("state", [code for code, state in STATES.items() if state.signed])
def test_a_file_that_is_signed_arrives_locked_and_sealed(database: Database, state: str) -> None:
    full = full_conference if state.startswith("J") else full_hearing
    document = full(state, papers_signed=True)

    meeting = _import(database, document)

    assert _state(database, meeting) is SealState.INTACT
    with database.read() as session:
        assert to_document(session.get_one(Meeting, uuid.UUID(meeting))) == document


def test_what_follows_the_meeting_leaves_the_seal_intact(
    database: Database, profiles: Profiles
) -> None:
    meeting = _import(database, full_conference("J7"))

    with database.write() as session:
        for group, field in (
            ("handler_note", "own_view"),
            ("divergence_report", "content"),
            ("archive", "code"),
            ("meeting", "notes"),
            ("meeting", "follow_up"),
        ):
            entries.set_values(session, meeting, group, {field: "后来写的"}, profiles=profiles)
        entries.add_entries(
            session, meeting, "correction_sheet", [{"wrong": "甲"}], profiles=profiles
        )
        meetings.move_meeting(session, meeting, "J9", profiles)

    assert _state(database, meeting) is SealState.INTACT


def test_every_change_of_what_was_signed_breaks_the_seal(database: Database) -> None:
    for meeting in (
        _import(database, full_conference("J7")),
        _import(database, full_hearing("H10")),
    ):
        with database.write() as session:
            drop_guards(session.connection())
            session.execute(text("PRAGMA ignore_check_constraints=ON"))
            for table, freeze in FREEZES.items():
                if freeze is Freeze.SIGNED and table != "seal":
                    _break_each_column(session, meeting, table)


def _break_each_column(session: Session, meeting: str, table: str) -> None:
    one = TABLES[table]
    held = _rows_of(session, uuid.UUID(meeting), table)
    for column in one.columns:
        if column.name in KEYS | {"position", SPELLING} or column.foreign_keys:
            continue
        for row in held:
            changed = update(one).where(one.c.id == row["id"])
            session.execute(changed.values({column.name: _other(column, row[column.name])}))
            session.expire_all()
            assert verify_seal(session, meeting) is SealState.BROKEN, (table, column.name)
            session.execute(changed.values({column.name: row[column.name]}))
            session.expire_all()
    assert verify_seal(session, meeting) is SealState.INTACT


def _rows_of(session: Session, meeting: uuid.UUID, table: str) -> list[dict[str, Any]]:
    """Return the first row of a table that belongs to the meeting, if it has any."""
    one = TABLES[table]
    rows = select(one)
    if table in PARENTS:
        column, parent = PARENTS[table]
        owner = TABLES[parent]
        rows = rows.join(owner, owner.c.id == one.c[column]).where(owner.c.meeting_id == meeting)
    else:
        rows = rows.where(one.c.meeting_id == meeting)
    return [dict(row) for row in session.execute(rows.limit(1)).mappings()]


def _other(column: Column[Any], value: Any) -> object:
    match column.type:
        case Uuid():
            return None
        case Boolean():
            return not value
        case Integer():
            return (value or 0) + 7
        case ExactJson():
            return "改"
        case _:
            return "书面" if column.name == "manner" and value != "书面" else f"{value}改"


def test_the_meetings_own_row_is_sealed_but_for_what_stays_open(database: Database) -> None:
    meeting, one = _import(database, full_conference("J7")), TABLES["meeting"]
    with database.write() as session:
        drop_guards(session.connection())
        for name in ("title", "number", "host", "scope", "profile", "statement_read_at"):
            assert name not in OPEN_COLUMNS
            before = session.scalar(select(one.c[name]).where(one.c.id == uuid.UUID(meeting)))
            session.execute(update(one).values({name: f"{before}改"}))
            session.expire_all()
            assert verify_seal(session, meeting) is SealState.BROKEN, name
            session.execute(update(one).values({name: before}))
            session.expire_all()


@pytest.mark.parametrize("table", ["line", "participant", "agenda_item", "opinion", "signature"])
def test_a_row_that_is_taken_out_breaks_the_seal(database: Database, table: str) -> None:
    meeting = _import(database, full_conference("J7"))
    with database.write() as session:
        drop_guards(session.connection())
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        one = TABLES[table]
        last = session.scalar(select(one.c.id).order_by(one.c.position.desc()).limit(1))
        session.execute(one.delete().where(one.c.id == last))
        session.expire_all()

        assert verify_seal(session, meeting) is SealState.BROKEN
        session.rollback()


def test_a_seal_of_a_later_form_is_not_called_broken(database: Database) -> None:
    meeting = _import(database, small() | {"state": "J7"})
    with database.write() as session:
        drop_guards(session.connection())
        session.execute(update(TABLES["seal"]).values(form=2))

    assert _state(database, meeting) is SealState.UNKNOWN


def test_a_copy_taken_in_elsewhere_has_the_same_digest(database: Database) -> None:
    document = full_conference("J7")
    first = _import(database, document)
    with database.read() as session:
        written = to_document(session.get_one(Meeting, uuid.UUID(first)))

    second = _import(database, json.loads(json.dumps(written)))

    assert _digest(database, first) == _digest(database, second)


def test_what_other_programs_added_is_not_sealed() -> None:
    plain = small()
    with_more = small() | {"unknown": [0.5, {"x": None}], "title": plain["title"], "organs": []}

    assert digest(record_of(to_meeting(plain))) == digest(record_of(to_meeting(with_more)))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_every_record_has_a_digest_and_keeps_it(document: Document) -> None:
    meeting = to_meeting(document)
    again = to_meeting(json.loads(json.dumps(to_document(meeting))))

    assert digest(record_of(meeting)) == digest(record_of(again))


@pytest.mark.foreign
def test_postgresql_gives_the_same_digest(database: Database, postgres_server: URL) -> None:
    here = {
        state: _digest(database, _import(database, full(state, papers_signed=state[1:] > "10")))
        for state, full in (("J7", full_conference), ("H10", full_hearing))
    }

    with postgres_store(postgres_server) as store, Session(store.engine) as session:
        for state, wanted in here.items():
            there = session.get_one(Meeting, store.meetings[state])
            assert there.seal is not None
            assert there.seal.digest == wanted
            assert verify_seal(session, str(there.id)) is SealState.INTACT


def test_the_canonical_form_is_that_of_rfc_8785() -> None:
    value = {"b": [1, True, None], "a": 'e\u0301"\\\n\x1f€/', "\U0001f600": {}, "\ufb33": []}

    assert canonical(value) == (
        '{"a":"é\\"\\\\\\n\\u001f€/","b":[1,true,null],"\U0001f600":{},"\u05d3\u05bc":[]}'
    )


@pytest.mark.parametrize("value", [0.5, float("nan"), 2**53, -(2**53), b"x", {1, 2}])
def test_what_programs_read_differently_has_no_canonical_form(value: object) -> None:
    with pytest.raises(ValueError, match="canonical"):
        canonical({"x": value})


def test_the_digest_is_over_the_form_and_its_version() -> None:
    text = '{"form":1,"record":{"title":"甲"}}'

    assert digest({"title": "甲"}) == hashlib.sha256(text.encode()).hexdigest()


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_has_one_canonical_form_and_reads_back_in_nfc(text: str) -> None:
    assert json.loads(canonical(text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("group", PAPERS)
def test_a_paper_signed_by_itself_is_closed(
    database: Database, profiles: Profiles, group: str
) -> None:
    hearing = group == "decision"
    meeting = _import(database, full_hearing("H10") if hearing else full_conference("J7"))
    field = {"handler_note": "own_view", "divergence_report": "content", "decision": "detail"}
    with database.read() as session:
        sheets = session.get_one(Meeting, uuid.UUID(meeting)).correction_sheets
        entry = str(sheets[0].id) if group == "correction_sheet" else None

    with database.write() as session:
        sign_paper(session, meeting, group, "2026-03-06", entry_id=entry)

    with pytest.raises(RecordLocked), database.write() as session:
        sign_paper(session, meeting, group, "2026-03-07", entry_id=entry)
    values = {field.get(group, "wrong"): "改"}
    with pytest.raises(RecordLocked), database.write() as session:
        entries.set_values(session, meeting, group, values, profiles=profiles, entry_id=entry)
    assert _state(database, meeting) is SealState.INTACT


def test_the_answers_of_a_signed_note_are_closed(database: Database, profiles: Profiles) -> None:
    meeting = _import(database, full_conference("J7"))
    with database.write() as session:
        sign_paper(session, meeting, "handler_note", "2026-03-06")
    with database.read() as session:
        note = session.get_one(Meeting, uuid.UUID(meeting)).handler_note
        assert note is not None
        answer = str(note.answers[0].id)

    for change in (
        lambda s: entries.add_entries(s, meeting, "handler_answer", [{}], profiles=profiles),
        lambda s: entries.delete_entries(s, meeting, "handler_answer", [answer], profiles=profiles),
        lambda s: entries.move_entries(s, meeting, "handler_answer", [answer], 0),
    ):
        with pytest.raises(RecordLocked), database.write() as session:
            change(session)


def test_a_paper_that_is_not_there_is_not_signed(database: Database) -> None:
    meeting = _import(database, small() | {"state": "J5"})

    with pytest.raises(PartGone), database.write() as session:
        sign_paper(session, meeting, "divergence_report", "2026-03-06")
    for wrong in ("", "昨天"):
        with pytest.raises(ValueRefused), database.write() as session:
            sign_paper(session, meeting, "handler_note", wrong)
