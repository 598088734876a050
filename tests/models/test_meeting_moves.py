"""A meeting as a whole: copied, binned, moved on, and what stays open after signing."""

import pytest

from models.database import Database
from models.errors import MoveNotAllowed, RecordLocked
from models.operations import entries, meetings
from models.profiles import Profiles
from models.queries import meeting_rows
from models.states import STATES, moves_from
from models.vocabulary import MeetingKind
from tests.models.case_files import small
from tests.models.edited_meetings import document_of, set_fields, sheet_of, taken_in


@pytest.fixture
def conference(database: Database) -> str:
    return taken_in(database, small())


def test_what_follows_the_meeting_stays_open_after_signing_until_archived(
    database: Database, profiles: Profiles
) -> None:
    signed = taken_in(database, small() | {"state": "J7"})

    with database.write() as session:
        set_fields(session, profiles, signed, "handler_note", by="陶某")
        set_fields(session, profiles, signed, "meeting", follow_up="补充侦查")
    with pytest.raises(RecordLocked), database.write() as session:
        set_fields(session, profiles, signed, "meeting", title="改")
    with database.write() as session:
        meetings.move_meeting(session, signed, "J11", profiles)
    with pytest.raises(RecordLocked), database.write() as session:
        set_fields(session, profiles, signed, "handler_note", by="别人")


def test_a_copy_takes_over_who_and_what_but_nothing_said(
    database: Database, profiles: Profiles
) -> None:
    original = taken_in(database, small() | {"agenda": ["汇报", "讨论"]})
    with database.write() as session:
        entries.set_each(
            session,
            original,
            "agenda_item",
            {sheet_of(database, original).of("agenda_item")[0].id: {"planned_minutes": 20}},
            profiles=profiles,
        )
        copied = meetings.copy_meeting(session, original)

    before, after = document_of(database, original), document_of(database, copied)
    for key in ("kind", "title", "host", "participants", "agenda"):
        assert after.get(key) == before.get(key), key
    assert after["lianxi"]["agenda"] == [{"item": 1, "minutes": 20}]
    for key in ("number", "records", "case", "handler_note", "state", "request"):
        assert not after.get(key), key


def test_a_binned_meeting_is_listed_in_the_bin_alone_and_comes_back(
    database: Database, conference: str
) -> None:
    before = document_of(database, conference)
    with database.write() as session:
        meetings.bin_meeting(session, conference)
    with database.read() as session:
        assert meeting_rows(session) == ()
        assert [row.id for row in meeting_rows(session, binned=True)] == [conference]

    with database.write() as session:
        meetings.restore_meeting(session, conference)

    with database.read() as session:
        assert [row.id for row in meeting_rows(session)] == [conference]
    assert document_of(database, conference) == before


def test_a_meeting_in_the_bin_does_not_keep_the_same_file_out(
    database: Database, conference: str
) -> None:
    with database.write() as session:
        meetings.bin_meeting(session, conference)

    taken_in(database, small())

    with database.read() as session:
        assert len(meeting_rows(session)) == 1


def test_a_signed_record_is_not_deleted(database: Database) -> None:
    signed = taken_in(database, small() | {"state": "J8"})

    with pytest.raises(RecordLocked), database.write() as session:
        meetings.bin_meeting(session, signed)


@pytest.mark.parametrize("code", STATES)
def test_no_way_leads_back_from_a_signature(code: str) -> None:
    for wanted in moves_from(code):
        assert STATES[wanted].kind is STATES[code].kind
        if STATES[code].signed:
            assert STATES[wanted].signed
        if STATES[wanted].signed and not STATES[code].signed:
            assert code in ("J6", "H9")


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_state_can_be_reached(kind: MeetingKind) -> None:
    first = {MeetingKind.JOINT_CONFERENCE: "J0", MeetingKind.HEARING: "H0"}[kind]
    reached, waiting = {first}, [first]
    while waiting:
        for wanted in moves_from(waiting.pop()):
            if wanted not in reached:
                reached.add(wanted)
                waiting.append(wanted)

    assert reached == {code for code, state in STATES.items() if state.kind is kind}


def test_a_move_that_is_not_offered_is_refused(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        meetings.move_meeting(session, conference, "J6", profiles)
    with pytest.raises(MoveNotAllowed), database.write() as session:
        meetings.move_meeting(session, conference, "J11", profiles)
