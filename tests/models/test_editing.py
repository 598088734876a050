"""Editing a meeting: every field, what a change brings with it, and what is refused."""

import json
import uuid
from typing import Any

import pytest

from models.case_file.layouts import CONFERENCE, HEARING, Field, Fields, Inside, Many, One, Texts
from models.case_file.reading import parse_document
from models.database import Database
from models.errors import EndsBeforeStart, NumberTaken, PartGone, ValueRefused
from models.field_values import fault_of
from models.forms import GROUPS, Entry, Sheet, ValueKind
from models.homes import HOMES
from models.meeting import Meeting
from models.operations import entries, lines
from models.profiles import Profiles
from models.queries import meeting_snapshot
from models.sheets import line_entry
from models.vocabulary import MeetingKind
from tests.models.case_files import small, small_hearing
from tests.models.edited_meetings import document_of, set_fields, sheet_of, taken_in


@pytest.fixture
def conference(database: Database) -> str:
    return taken_in(database, small())


@pytest.fixture
def hearing(database: Database) -> str:
    return taken_in(database, small_hearing())


def _attributes(layout_fields: Fields, entity: type[Any]) -> set[tuple[type[Any], str]]:
    """Return every attribute that holds a value of the case file, with its entity."""
    found: set[tuple[type[Any], str]] = set()
    for entry in layout_fields:
        match entry:
            case Field():
                found.add((entity, entry.attribute))
            case Texts():
                found.add((entry.entity, entry.text))
            case One() | Many():
                found |= _attributes(entry.layout.fields, entry.layout.entity)
            case Inside():
                found |= _attributes(entry.fields, entity)
            case _:
                pass
    return found


def test_forms_have_every_field_that_a_case_file_can_hold() -> None:
    in_file = _attributes(CONFERENCE.fields, CONFERENCE.entity)
    in_file |= _attributes(HEARING.fields, HEARING.entity)
    in_forms = {
        (HOMES[group].entity, name) for group, rule in GROUPS.items() for name in rule.fields
    }
    not_by_hand = {
        (HOMES["line"].entity, "seq"),  # given by the order
        (HOMES["correction_sheet"].entity, "signed_at"),  # signing is an operation
    }

    assert in_file - in_forms == not_by_hand


def test_every_kind_of_value_refuses_what_it_cannot_hold() -> None:
    refused: list[tuple[str, str, object, str]] = [
        ("organ", "name", "", "required"),
        ("schedule", "held_from", "2025-13-01", "bad_time"),
        ("schedule", "held_from", 3, "bad_time"),
        ("party", "age", "三", "bad_number"),
        ("party", "age", True, "bad_number"),
        ("party", "age", 151, "out_of_bounds"),
        ("case", "minor", "是", "not_listed"),
        ("participant", "mode", "远程", "not_listed"),
        ("meeting", "title", "\ud800", "bad_text"),
        ("meeting", "title", "a\0b", "bad_text"),
        ("meeting", "title", 3, "bad_text"),
        ("meeting", "title", True, "bad_text"),
        ("line", "lang", "藏语", "bad_language"),
    ]

    for group, field, value, code in refused:
        assert fault_of(GROUPS[group].fields[field], value) == code, (group, field, value)


def test_a_value_of_the_offices_own_list_is_taken_and_another_refused(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        session.get_one(Meeting, uuid.UUID(conference)).state = "J1"
        set_fields(session, profiles, conference, "meeting", profile="civil49")
    with pytest.raises(ValueRefused) as refused, database.write() as session:
        set_fields(session, profiles, conference, "meeting", profile="unheard of")

    assert (refused.value.group, refused.value.code) == ("meeting", "not_listed")
    assert document_of(database, conference)["profile"] == "civil49"


def test_a_single_entry_is_made_with_its_first_value(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        set_fields(session, profiles, conference, "divergence_report", by="甲")
        set_fields(session, profiles, conference, "divergence_report", content="存在分歧。")

    told = document_of(database, conference)["divergence_report"]
    assert told == {"by": "甲", "content": "存在分歧。"}


def test_an_emptied_value_is_no_longer_told(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        set_fields(session, profiles, conference, "meeting", follow_up="继续侦查")
    with database.write() as session:
        set_fields(session, profiles, conference, "meeting", follow_up="")

    assert document_of(database, conference).get("follow_up") is None


def test_nested_lists_belong_to_the_entry_they_were_added_to(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        first, second = entries.add_entries(
            session, conference, "case", [{"name": "一案"}, {"name": "二案"}], profiles=profiles
        )
        entries.add_entries(
            session,
            conference,
            "party",
            [{"name": "周某"}],
            profiles=profiles,
            owner_id=second,
        )

    sheet = sheet_of(database, conference)
    assert [entry.values["name"] for entry in sheet.of("party", second)] == ["周某"]
    assert sheet.of("party", first) == ()


def test_an_entry_of_another_meeting_is_refused(
    database: Database, conference: str, profiles: Profiles
) -> None:
    other = taken_in(database, small() | {"number": "另"})
    (person, *_) = sheet_of(database, other).of("participant")

    with pytest.raises(PartGone), database.write() as session:
        set_fields(session, profiles, conference, "participant", entry_id=person.id, name="改")


def test_two_participants_never_bear_one_number(
    database: Database, conference: str, profiles: Profiles
) -> None:
    first, second = sheet_of(database, conference).of("participant")[:2]
    taken = first.values["number"]

    with pytest.raises(NumberTaken) as refused, database.write() as session:
        set_fields(session, profiles, conference, "participant", entry_id=second.id, number=taken)

    assert refused.value.name == first.values["name"]


def test_new_participants_get_the_next_numbers(
    database: Database, conference: str, profiles: Profiles
) -> None:
    before = [entry.values["number"] for entry in sheet_of(database, conference).of("participant")]

    with database.write() as session:
        entries.add_entries(
            session,
            conference,
            "participant",
            [{"name": "甲"}, {"name": "乙", "number": before[0]}],
            profiles=profiles,
        )

    numbers = [entry.values["number"] for entry in sheet_of(database, conference).of("participant")]
    assert len(set(numbers)) == len(numbers)


def test_a_meeting_never_ends_before_it_begins(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        set_fields(session, profiles, conference, "schedule", held_from="2025-06-18T09:00")

    with pytest.raises(EndsBeforeStart), database.write() as session:
        set_fields(session, profiles, conference, "schedule", held_to="2025-06-18T08:59")


def test_the_list_of_officers_follows_the_roles(
    database: Database, hearing: str, profiles: Profiles
) -> None:
    with database.write() as session:
        (new,) = entries.add_entries(
            session,
            hearing,
            "participant",
            [{"name": "新听证员", "role": "听证员"}],
            profiles=profiles,
        )
    number = next(e for e in sheet_of(database, hearing).of("participant") if e.id == new).values[
        "number"
    ]
    assert document_of(database, hearing)["officers_ids"][-1] == number

    with database.write() as session:
        set_fields(session, profiles, hearing, "participant", entry_id=new, role="人民监督员")

    assert number not in (document_of(database, hearing).get("officers_ids") or [])


def test_a_deleted_item_leaves_its_lines(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        (item,) = entries.add_entries(
            session, conference, "agenda_item", [{"title": "新议程"}], profiles=profiles
        )
        line = lines.add_line(session, conference, text="一句。", item_id=item)
    with database.write() as session:
        entries.delete_entries(session, conference, "agenda_item", [item], profiles=profiles)

    with database.read() as session:
        assert line_entry(session, conference, line).values["item"] is None


def test_a_deleted_question_leaves_its_opinions(
    database: Database, conference: str, profiles: Profiles
) -> None:
    line = _opinion_line(database, conference)
    with database.read() as session:
        found = meeting_snapshot(session, conference).opinions
    opinion = next(one.id for one in found if line in one.line_ids)
    with database.write() as session:
        (question,) = entries.add_entries(
            session, conference, "question", [{"text": "是否构成犯罪？"}], profiles=profiles
        )
        entries.set_values(
            session,
            conference,
            "opinion",
            {"question": question},
            profiles=profiles,
            entry_id=opinion,
        )
    with database.read() as session:
        before = {v.id: v for v in meeting_snapshot(session, conference).lines}
    assert before[line].question_id == question

    with database.write() as session:
        entries.delete_entries(session, conference, "question", [question], profiles=profiles)

    with database.read() as session:
        after = {v.id: v for v in meeting_snapshot(session, conference).lines}
    assert after[line].question_id is None


def _opinion_line(database: Database, meeting: str) -> str:
    with database.read() as session:
        snapshot = meeting_snapshot(session, meeting)
    speaker = snapshot.participants[0].id
    with database.write() as session:
        return lines.add_line(session, meeting, text="我认为。", speaker_id=speaker, kind="意见")


def test_lists_of_lines_are_not_changed_as_forms(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with pytest.raises(KeyError), database.write() as session:
        entries.add_entries(session, conference, "line", [{"text": "x"}], profiles=profiles)


def test_fields_of_the_other_kind_of_meeting_are_refused(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with pytest.raises(KeyError), database.write() as session:
        set_fields(session, profiles, conference, "decision", adopted="采纳")


def test_whatever_is_edited_stays_a_sound_case_file(
    database: Database, conference: str, profiles: Profiles
) -> None:
    with database.write() as session:
        (item,) = entries.add_entries(
            session,
            conference,
            "agenda_item",
            [{"title": "议程", "level": 1, "planned_minutes": 5}],
            profiles=profiles,
        )
        entries.add_entries(
            session,
            conference,
            "participant",
            [{"name": "同名", "organ": "甲院"}, {"name": "同名", "organ": "乙院"}],
            profiles=profiles,
        )
    people = sheet_of(database, conference).of("participant")
    with database.write() as session:
        set_fields(
            session,
            profiles,
            conference,
            "participant",
            entry_id=people[-1].id,
            attendance="缺席",
        )
        lines.add_line(
            session,
            conference,
            text="同名者说。",
            speaker_id=people[-1].id,
            kind="意见",
            item_id=item,
        )

    document = document_of(database, conference)
    read = parse_document(json.dumps(document).encode(), name="a", profiles=profiles)
    assert read == document
    assert document["records"][-1]["speaker_no"] == people[-1].values["number"]
    last = len(document["records"])
    agenda = len(document["agenda"])
    assert document["lianxi"] == {
        "agenda": [{"item": agenda, "level": 1, "minutes": 5}],
        "participants": [{"participant": len(people), "attendance": "缺席"}],
        "records": [{"record": last, "item": agenda}],
    }


def test_a_field_that_refers_takes_an_entry_of_the_same_meeting_only(
    database: Database, conference: str, profiles: Profiles
) -> None:
    other = taken_in(database, small() | {"number": "另", "agenda": ["汇报"]})
    item = sheet_of(database, other).of("agenda_item")[0]
    with database.write() as session:
        line = lines.add_line(session, conference, text="一句。")

    with pytest.raises(PartGone), database.write() as session:
        set_fields(session, profiles, conference, "line", entry_id=line, item=item.id)


def test_a_sheet_gives_single_entries_and_those_of_an_owner() -> None:
    one = Entry("1", "m", {"by": "甲"})
    sheet = Sheet("m", MeetingKind.JOINT_CONFERENCE, "J0", {"request": (one,)})

    assert sheet.single("request") is one
    assert sheet.single("archive") is None
    assert sheet.of("request", "other") == ()
    assert GROUPS["request"].fields["at"].kind is ValueKind.TIME
