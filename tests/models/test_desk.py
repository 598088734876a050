"""Operations at the desk: each writes what the record needs, and keeps its own things out of it."""

import uuid

import pytest

from models.database import Database
from models.desk import InternalNote, ShortCode
from models.desk_view import CodeListsView, short_code_lists
from models.errors import PartGone, RecordLocked, StillSpeaks, ValueRefused
from models.meeting import Meeting
from models.operations import desk, entries, lines, meetings
from models.operations.case_files import import_documents
from models.profiles import Profiles
from models.queries import meeting_by_id, meeting_document, meeting_papers, meeting_snapshot
from models.snapshot import MeetingSnapshot
from models.vocabulary import Movement
from tests.models.case_files import small, small_hearing
from tests.models.full_files import full_conference


@pytest.fixture
def meeting(database: Database) -> str:
    """Give a conference with three people and two items."""
    document = small() | {"agenda": ["汇报", "讨论"], "state": "J5"}
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
    return taken.id


def _look(database: Database, meeting: str) -> MeetingSnapshot:
    with database.read() as session:
        return meeting_snapshot(session, meeting)


def _begin(database: Database, meeting: str, item: int, at: str) -> None:
    with database.write() as session:
        items = meeting_by_id(session, meeting).agenda
        desk.begin(session, meeting, at=f"2026-03-02T{at}", item_id=str(items[item].id))


def _move(
    database: Database, meeting: str, person: int, movement: Movement, reason: str = ""
) -> str:
    with database.write() as session:
        people = meeting_by_id(session, meeting).participants
        return desk.note_movement(
            session, meeting, str(people[person].id), movement, at="09:40", reason=reason
        )


def test_a_movement_is_a_line_of_the_record(database: Database, meeting: str) -> None:
    before = _look(database, meeting)

    _move(database, meeting, 1, Movement.RECUSED, "与当事人有亲属关系")

    after = _look(database, meeting)
    line = after.lines[-1]
    name = after.participants[1].name
    assert line.text == f"{name}因与当事人有亲属关系回避，退席。"
    assert (line.at, line.movement, line.mover_id) == ("09:40", "回避", after.participants[1].id)
    assert line.seq == (before.lines[-1].seq or 0) + 1
    assert not line.awaits_speaker


def test_who_arrives_is_present_from_then_on(database: Database, meeting: str) -> None:
    _move(database, meeting, 1, Movement.ARRIVED)

    assert _look(database, meeting).participants[1].attendance == "到场"


def test_turning_to_an_item_ends_the_one_before(database: Database, meeting: str) -> None:
    _begin(database, meeting, 0, "09:00")
    _begin(database, meeting, 0, "09:10")  # already there
    _begin(database, meeting, 1, "09:30")

    first, second = _look(database, meeting).stretches
    assert (first.began_at, first.ended_at) == ("2026-03-02T09:00", "2026-03-02T09:30")
    assert (second.began_at, second.ended_at) == ("2026-03-02T09:30", None)


def test_a_clock_put_back_ends_nothing_before_it_began(database: Database, meeting: str) -> None:
    _begin(database, meeting, 0, "09:30")
    _begin(database, meeting, 1, "09:00")

    assert _look(database, meeting).stretches[0].ended_at == "2026-03-02T09:30"


def test_who_was_recused_comes_back_with_the_next_item(database: Database, meeting: str) -> None:
    _begin(database, meeting, 0, "09:00")
    _move(database, meeting, 1, Movement.RECUSED)
    _move(database, meeting, 0, Movement.LEFT)

    _begin(database, meeting, 1, "09:50")

    found = _look(database, meeting)
    assert [(line.movement, line.at) for line in found.lines[-2:]] == [
        ("离会", "09:40"),
        ("返回", "09:50"),
    ]
    assert found.lines[-1].mover_id == found.participants[1].id
    assert found.lines[-1].item_id == found.agenda[1].id


def test_a_pause_ends_what_is_under_way(database: Database, meeting: str) -> None:
    _begin(database, meeting, 0, "09:00")
    with database.write() as session:
        desk.pause(session, meeting, at="2026-03-02T09:20")

    assert _look(database, meeting).stretches[0].ended_at == "2026-03-02T09:20"


def test_a_stretch_is_about_one_thing(database: Database, meeting: str) -> None:
    item = _look(database, meeting).agenda[0].id

    with database.write() as session:
        with pytest.raises(ValueRefused):
            desk.begin(session, meeting, at="2026-03-02T09:00")
        with pytest.raises(ValueRefused):
            desk.begin(session, meeting, at="2026-03-02T09:00", step=3, item_id=item)


def test_deleting_an_item_takes_its_time_with_it(
    database: Database, meeting: str, profiles: Profiles
) -> None:
    _begin(database, meeting, 0, "09:00")
    _begin(database, meeting, 1, "09:30")
    item = _look(database, meeting).agenda[0].id

    with database.write() as session:
        entries.delete_entries(session, meeting, "agenda_item", [item], profiles=profiles)

    (left,) = _look(database, meeting).stretches
    assert left.began_at == "2026-03-02T09:30"


def test_who_is_named_in_a_movement_cannot_be_taken_out(
    database: Database, profiles: Profiles
) -> None:
    document = small_hearing() | {"participants": [{"no": 1, "name": "甲"}], "records": []}
    del document["officers_ids"]
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
    _move(database, taken.id, 0, Movement.LEFT)

    person = _look(database, taken.id).participants[0].id
    with database.write() as session, pytest.raises(StillSpeaks):
        entries.delete_entries(session, taken.id, "participant", [person], profiles=profiles)


def test_a_movement_is_nobodys_words(database: Database, meeting: str) -> None:
    line = _move(database, meeting, 1, Movement.LEFT)
    person = _look(database, meeting).participants[0].id

    with database.write() as session:
        lines.attribute_lines(session, meeting, [line], person)
        lines.revise_line(
            session,
            meeting,
            line,
            text="李犇离会。",
            speaker_id=person,
            kind="意见",
            step=None,
            item_id=None,
        )

    found = _look(database, meeting).lines[-1]
    assert (found.text, found.speaker_id, found.kind) == ("李犇离会。", None, None)


def test_the_queue_holds_each_person_once(database: Database, meeting: str) -> None:
    people = [person.id for person in _look(database, meeting).participants]

    with database.write() as session:
        desk.set_queue(session, meeting, [people[1], people[0], people[1]])
        desk.set_queue(session, meeting, [people[0], people[1]])

    with database.read() as session:
        queue = meeting_by_id(session, meeting).queue
        assert [str(entry.participant_id) for entry in queue] == [people[0], people[1]]


def test_one_waits_at_the_end_or_no_longer(database: Database, meeting: str) -> None:
    people = [person.id for person in _look(database, meeting).participants]

    with database.write() as session:
        for person, waiting in ((0, True), (1, True), (0, True), (1, False), (1, False)):
            desk.wait_to_speak(session, meeting, people[person], waiting=waiting)

    with database.read() as session:
        queue = meeting_by_id(session, meeting).queue
        assert [str(entry.participant_id) for entry in queue] == [people[0]]


def test_who_goes_waits_no_longer(database: Database, meeting: str) -> None:
    people = [person.id for person in _look(database, meeting).participants]
    with database.write() as session:
        desk.set_queue(session, meeting, people[:2])

    _move(database, meeting, 0, Movement.CUT_OFF)

    with database.read() as session:
        queue = meeting_by_id(session, meeting).queue
        assert [str(entry.participant_id) for entry in queue] == [people[1]]


def test_internal_notes_stand_in_no_paper_and_no_file(database: Database, meeting: str) -> None:
    with database.write() as session:
        last = meeting_by_id(session, meeting).lines[-1]
        desk.add_note(session, meeting, "书记员备忘", at="09:41", after_id=str(last.id))

    with database.read() as session:
        assert "书记员备忘" not in str(meeting_papers(session, meeting))
        assert "书记员备忘" not in str(meeting_document(session, meeting))


def test_a_note_stays_when_its_line_goes(database: Database, meeting: str) -> None:
    with database.write() as session:
        found = meeting_by_id(session, meeting)
        note = desk.add_note(session, meeting, "备忘", at="09:41", after_id=str(found.lines[-1].id))
        before_it = found.lines[-2].id
        lines.delete_lines(session, meeting, [str(found.lines[-1].id)])
        assert session.get_one(InternalNote, uuid.UUID(note)).after_id == before_it

    with database.write() as session:
        found = meeting_by_id(session, meeting)
        lines.delete_lines(session, meeting, [str(line.id) for line in found.lines])
        assert session.get_one(InternalNote, uuid.UUID(note)).after_id is None


@pytest.mark.parametrize("text", ["", "\0"])
def test_a_note_has_words(database: Database, meeting: str, text: str) -> None:
    with database.write() as session, pytest.raises(ValueRefused):
        desk.add_note(session, meeting, text, at="09:41")


def test_marks_come_and_go(database: Database, meeting: str) -> None:
    line = _look(database, meeting).lines[0].id
    for marked in (True, None):
        with database.write() as session:
            desk.mark_lines(session, meeting, [line], marked=bool(marked))
        assert _look(database, meeting).lines[0].marked is marked


def test_handing_over_is_said_in_the_record(database: Database) -> None:
    people = [{"no": 1, "name": "喜玉梅", "role": "记录"}, {"no": 2, "name": "李军"}]
    document = small() | {"participants": people, "records": [], "state": "J5"}
    del document["handler_note"]
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
        for name, organ in (("张三", "甲院"), ("张三", "乙院"), ("李军", "")):
            desk.hand_over(session, taken.id, name=name, organ=organ, post="书记员", at="10:00")

    found = _look(database, taken.id)
    assert [line.text for line in found.lines] == [
        "记录工作自此由喜玉梅移交张三。",
        "记录工作自此由张三移交张三。",
        "记录工作自此由张三移交李军。",
    ]
    assert [(one.name, one.organ, one.role) for one in found.participants[2:]] == [
        ("张三", "甲院", "记录"),
        ("张三", "乙院", "记录"),
    ]
    assert not any(line.awaits_speaker for line in found.lines)


@pytest.mark.parametrize("name", ["", " ", "喜玉梅"])
def test_nobody_takes_over_from_themselves(database: Database, name: str) -> None:
    people = [{"no": 1, "name": "喜玉梅", "role": "记录"}]
    document = small() | {"participants": people, "records": [], "state": "J5"}
    del document["handler_note"]
    with database.write() as session:
        (taken,) = import_documents(session, [("x", document)])
        with pytest.raises(ValueRefused):
            desk.hand_over(session, taken.id, name=name, organ="", post="", at="10:00")


def test_frozen_numbers_are_not_copied(database: Database, meeting: str) -> None:
    with database.write() as session:
        desk.freeze_numbers(session, meeting)
        copy = meetings.copy_meeting(session, meeting)

    assert [item.number for item in _look(database, meeting).agenda] == ["1", "2"]
    assert [item.number for item in _look(database, copy).agenda] == [None, None]


def test_short_codes_of_the_office_and_of_a_meeting(database: Database, meeting: str) -> None:
    with database.write() as session:
        desk.set_short_codes(session, {"a": "甲", "b": "乙"})
        desk.set_short_codes(session, {"a": "案件"}, meeting)
        desk.set_short_codes(session, {"b": "丙"})

    with database.read() as session:
        found = {(one.meeting_id is None, one.code, one.text) for one in session.query(ShortCode)}
    assert found == {(True, "b", "丙"), (False, "a", "案件")}


def test_a_signed_record_takes_none_of_it(database: Database) -> None:
    with database.write() as session:
        (taken,) = import_documents(session, [("x", full_conference("J7"))])
    with database.read() as session:
        found: Meeting = meeting_by_id(session, taken.id)
        person, line = str(found.participants[0].id), str(found.lines[0].id)
    for operation, arguments, named in (
        (desk.note_movement, (person, Movement.LEFT), {"at": "09:00"}),
        (desk.begin, (), {"at": "2026-03-02T09:00", "step": 1}),
        (desk.pause, (), {"at": "2026-03-02T09:00"}),
        (desk.set_queue, ([person],), {}),
        (desk.mark_lines, ([line],), {"marked": True}),
        (desk.freeze_numbers, (), {}),
    ):
        with database.write() as session, pytest.raises(RecordLocked):
            operation(session, taken.id, *arguments, **named)


def test_a_person_of_another_meeting_is_refused(database: Database, meeting: str) -> None:
    with database.write() as session:
        (other,) = import_documents(session, [("y", small() | {"number": "另"})])
        stranger = str(meeting_by_id(session, other.id).participants[0].id)

    with database.write() as session, pytest.raises(PartGone):
        desk.note_movement(session, meeting, stranger, Movement.LEFT, at="09:00")


def test_the_lists_of_short_codes_are_told_apart(database: Database, meeting: str) -> None:
    with database.read() as session:
        assert short_code_lists(session, meeting) == CodeListsView()
    with database.write() as session:
        desk.set_short_codes(session, {"b": "乙", "a": "甲"})
        desk.set_short_codes(session, {"a": "案件"}, meeting)

    with database.read() as session:
        found, office = short_code_lists(session, meeting), short_code_lists(session)

    assert found == CodeListsView(meeting={"a": "案件"}, office={"a": "甲", "b": "乙"})
    assert office == CodeListsView(office={"a": "甲", "b": "乙"})
