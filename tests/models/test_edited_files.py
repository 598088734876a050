"""Whatever is edited, the case file of a meeting stays sound and comes back equal."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.case_file import to_document, to_meeting
from models.case_file.reading import parse_document
from models.database import Database
from models.errors import AppError
from models.meeting import Meeting
from tests.models.test_journal import PROFILES, Operation, _do, _import, _operations


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(operations=st.lists(_operations(), max_size=15))
def test_after_any_editing_a_case_file_is_sound_and_comes_back_equal(
    operations: list[Operation], database: Database
) -> None:
    with database.write() as session:
        for meeting in session.scalars(select(Meeting)):
            session.delete(meeting)
    _import(database)
    for operation in operations:
        try:
            _do(database, operation)
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
    opinions = {id(opinion.line): id(opinion.author) for opinion in meeting.opinions}
    assert all(opinions[id(o.line)] == id(o.line.speaker) for o in meeting.opinions)
    return [people.get(id(line.speaker)) for line in meeting.lines]
