"""Whatever is edited, the case file of a meeting stays sound and comes back equal."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.case_file import to_document, to_meeting
from models.case_file.reading import parse_document
from models.database import Database
from models.errors import AppError, ValueRefused
from models.meeting import Meeting
from models.operations import entries, lines
from models.operations.case_files import import_documents
from models.queries import meeting_document
from models.sheets import meeting_sheet
from tests.models.any_operations import PROFILES, Operation, any_operation, carry_out, import_both
from tests.models.case_files import small, small_hearing


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(operations=st.lists(any_operation(), max_size=15))
def test_after_any_editing_a_case_file_is_sound_and_comes_back_equal(
    operations: list[Operation], database: Database
) -> None:
    with database.write() as session:
        for meeting in session.scalars(select(Meeting)):
            session.delete(meeting)
    import_both(database)
    for operation in operations:
        try:
            carry_out(database, operation)
        except (AppError, IndexError):  # no such state to go to
            continue

    with database.read() as session:
        for meeting in session.scalars(select(Meeting)):
            document = to_document(meeting)
            data = json.dumps(document, ensure_ascii=False).encode()
            again = to_meeting(parse_document(data, name="x", profiles=PROFILES))
            assert to_document(again) == document
            assert _speakers(again) == _speakers(meeting)


def _speakers(meeting: Meeting) -> list[int | None]:
    """Return who spoke each line, by place; and who has the opinions, which are the lines'."""
    people = {id(person): place for place, person in enumerate(meeting.participants)}
    for opinion in meeting.opinions:
        lines = [opinion.line, *(link.line for link in opinion.further)]
        assert all(line.speaker is opinion.author for line in lines if line is not None)
    return [people.get(id(line.speaker)) for line in meeting.lines]


@pytest.fixture
def hearing(database: Database) -> str:
    """Give a hearing with two namesakes who bear numbers, the second of them an officer."""
    document = small_hearing()
    document["participants"][2]["name"] = document["participants"][1]["name"]
    document["records"][1] |= {"speaker_no": 2}
    document["records"][2] |= {"speaker": document["participants"][1]["name"], "speaker_no": 3}
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)])
    return imported.id


@pytest.mark.parametrize(("place", "field"), [(0, "name"), (1, "number"), (2, "number")])
def test_who_speaks_keeps_what_a_case_file_tells_them_by(
    database: Database, hearing: str, place: int, field: str
) -> None:
    with database.read() as session:
        person = meeting_sheet(session, hearing).of("participant")[place]

    with pytest.raises(ValueRefused) as refused, database.write() as session:
        entries.set_values(
            session, hearing, "participant", {field: None}, profiles=PROFILES, entry_id=person.id
        )

    assert (refused.value.field, refused.value.code) == (field, "required")


def test_a_nameless_person_speaks_only_once_there_is_a_name(
    database: Database, hearing: str
) -> None:
    with database.write() as session:
        (person,) = entries.add_entries(
            session, hearing, "participant", [{"organ": "甲院"}], profiles=PROFILES
        )

    with pytest.raises(ValueRefused), database.write() as session:
        lines.add_line(session, hearing, text="一。", speaker_id=person)


def test_a_namesake_without_a_number_gets_one_by_speaking(database: Database) -> None:
    document = small()
    document["participants"].append({"name": "罗承砚", "organ": "另一院"})
    document["records"][0]["speaker_no"] = 1
    with database.write() as session:
        (imported,) = import_documents(session, [("a", document)])
        person = meeting_sheet(session, imported.id).of("participant")[-1]
        lines.add_line(session, imported.id, text="一。", speaker_id=person.id)

    with database.read() as session:
        told = meeting_document(session, imported.id)
        again = to_meeting(parse_document(json.dumps(told).encode(), name="x", profiles=PROFILES))
    assert again.lines[-1].speaker is again.participants[-1]
