"""Taking meetings in: all or none, never twice by accident, and back out of the database equal."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from models.base import Base
from models.database import Database
from models.errors import AlreadyImported, CaseFileRefused, MeetingNotFound
from models.hearing import HearingDecision
from models.meeting import Meeting
from models.operations.case_files import import_documents, read_case_files
from models.profiles import Profiles
from models.queries import meeting_document, meeting_papers, meeting_rows, meeting_snapshot
from tests.models.any_case_files import documents
from tests.models.case_files import Document, small, small_hearing


def _import(database: Database, *files: Document, as_copy: bool = False) -> tuple[str, ...]:
    pairs = [(f"{number}.json", file) for number, file in enumerate(files)]
    with database.write() as session:
        return tuple(entry.id for entry in import_documents(session, pairs, as_copy=as_copy))


def _count(database: Database) -> int:
    with database.read() as session:
        return len(meeting_rows(session))


def test_every_sample_comes_back_from_the_database(
    sample: Path, database: Database, profiles: Profiles
) -> None:
    ((_, document),) = read_case_files([sample], profiles)

    (meeting_id,) = _import(database, document)

    with database.read() as session:
        assert json.dumps(meeting_document(session, meeting_id)) == json.dumps(document)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=documents())
def test_any_file_comes_back_from_the_database(document: Document, database: Database) -> None:
    (meeting_id,) = _import(database, document, as_copy=True)

    with database.read() as session:
        assert meeting_document(session, meeting_id) == document


def test_the_same_meeting_is_refused_unless_it_shall_be_a_copy(database: Database) -> None:
    _import(database, small())
    again = small() | {"number": " 河澜检联〔2026〕1号"}

    with pytest.raises(AlreadyImported):
        _import(database, again)
    assert _count(database) == 1

    _import(database, again, as_copy=True)
    assert _count(database) == 2


def test_the_same_meeting_twice_in_one_list_is_refused_and_nothing_stored(
    database: Database,
) -> None:
    with pytest.raises(AlreadyImported):
        _import(database, small() | {"number": "别的号"}, small(), small())

    assert _count(database) == 0


def test_meetings_without_a_number_are_never_the_same(database: Database) -> None:
    nameless = small() | {"number": None}

    _import(database, nameless, nameless, small() | {"host": "另一院"}, small())

    assert _count(database) == 4


def test_one_broken_file_keeps_all_out(
    database: Database, profiles: Profiles, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(small()), encoding="utf-8")
    bad.write_text("{", encoding="utf-8")

    with pytest.raises(CaseFileRefused) as refused:
        read_case_files([good, bad], profiles)

    assert refused.value.file == "bad.json"
    assert _count(database) == 0


def test_the_list_is_newest_first(database: Database) -> None:
    for number, day in enumerate(("2026-01-05", "2026-03-01T09:00", "2026-02-01")):
        _import(database, small() | {"number": str(number), "schedule": {"held_from": day}})

    with database.read() as session:
        assert [row.number for row in meeting_rows(session)] == ["1", "2", "0"]


def test_a_snapshot_has_all_that_is_printed_and_nothing_that_comes_after(
    database: Database,
) -> None:
    (meeting_id,) = _import(database, small())

    with database.read() as session:
        snapshot = meeting_papers(session, meeting_id).meeting

    speaker = snapshot.participants_by_id.get(snapshot.lines[2].speaker_id)
    assert speaker is not None
    assert speaker.name == "阿旺·才让"
    assert not snapshot.signed
    assert len(snapshot.digest) == 64
    assert not hasattr(snapshot, "handler_note")


def test_the_digest_depends_on_the_words_alone(database: Database) -> None:
    reordered = dict(reversed(small().items()))
    changed = small() | {"title": "另一名称"}
    ids = _import(database, small(), reordered, changed, as_copy=True)

    with database.read() as session:
        digests = [meeting_papers(session, meeting_id).meeting.digest for meeting_id in ids]

    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("meeting_id", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_meeting_is_told(meeting_id: str, database: Database) -> None:
    with database.read() as session, pytest.raises(MeetingNotFound):
        meeting_snapshot(session, meeting_id)


def test_the_database_itself_refuses_a_decision_for_a_conference(database: Database) -> None:
    (conference,) = _import(database, small())

    def decide() -> None:
        with database.write() as session:
            session.scalars(select(Meeting)).one().decision = HearingDecision(adopted="采纳")

    with pytest.raises(IntegrityError):
        decide()

    with database.read() as session:
        assert meeting_document(session, conference) == small()


def test_the_database_itself_refuses_a_speaker_of_another_meeting(database: Database) -> None:
    _import(database, small(), small_hearing(), as_copy=True)

    def confuse() -> None:
        with database.write() as session:
            first, second = session.scalars(select(Meeting)).all()
            first.lines[0].speaker = second.participants[0]

    with pytest.raises(IntegrityError):
        confuse()


def test_the_database_itself_refuses_an_opinion_without_an_author(database: Database) -> None:
    _import(database, small())

    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(text("UPDATE opinion SET author_id = NULL"))


def test_entities_are_equal_only_to_themselves() -> None:
    for mapper in Base.registry.mappers:
        assert "__eq__" not in vars(mapper.class_), mapper.class_
