"""The list people are added from: everyone who took part, as the newest meeting has them."""

from typing import Any

from models.database import Database
from models.known_people import known_people
from models.operations.case_files import import_documents
from models.roster import KnownPerson
from tests.models.case_files import Document, small

ORGAN = "河澜州人民检察院"


def _meeting(number: str, held_from: str | None, *people: dict[str, Any]) -> Document:
    document = small() | {"number": number, "records": [], "participants": list(people)}
    del document["handler_note"]
    if held_from is None:
        del document["schedule"]
    else:
        document["schedule"] = {"held_from": held_from}
    return document


def _person(name: str | None, organ: str | None = ORGAN, **more: Any) -> dict[str, Any]:
    return {"no": 1, "name": name, "organ": organ, "role": "出席"} | more


def _take_in(database: Database, *documents: Document) -> None:
    with database.write() as session:
        import_documents(session, [(str(n), document) for n, document in enumerate(documents)])


def _known(database: Database) -> tuple[KnownPerson, ...]:
    with database.read() as session:
        return known_people(session)


def test_nobody_is_known_before_there_is_a_meeting(database: Database) -> None:
    assert _known(database) == ()


def test_a_person_is_listed_once_with_the_data_of_the_newest_meeting(database: Database) -> None:
    old = _person("罗承砚", post="检察官", grade="四级", role="出席", counts_for_quorum=True)
    new = _person("罗承砚", post="主任", grade="三级", role="主持", counts_for_quorum=False)
    _take_in(
        database,
        _meeting("2", "2026-03-02T09:00", new),
        _meeting("1", "2025-03-02T09:00", old),
    )

    assert _known(database) == (
        KnownPerson(
            *("罗承砚", ORGAN, "主任", "三级", "主持"),
            counts_for_quorum=False,
            meetings=2,
            last_held="2026-03-02T09:00",
        ),
    )


def test_those_met_last_come_first_and_undated_meetings_are_newest(database: Database) -> None:
    _take_in(
        database,
        _meeting("1", "2026-01-01T09:00", _person("甲")),
        _meeting("2", None, _person("乙")),
        _meeting("3", "2026-02-01T09:00", _person("丙")),
    )

    assert [(person.name, person.last_held) for person in _known(database)] == [
        ("乙", None),
        ("丙", "2026-02-01T09:00"),
        ("甲", "2026-01-01T09:00"),
    ]


def test_of_two_meetings_on_one_day_the_last_taken_in_is_newer(database: Database) -> None:
    _take_in(database, _meeting("1", "2026-01-01", _person("甲", post="检察官")))
    _take_in(database, _meeting("2", "2026-01-01", _person("甲", post="主任")))

    (person,) = _known(database)

    assert (person.post, person.meetings) == ("主任", 2)


def test_the_same_name_in_two_organs_is_two_people(database: Database) -> None:
    _take_in(database, _meeting("1", "2026-01-01", _person("甲"), _person("甲", None, no=2)))

    assert {person.organ for person in _known(database)} == {ORGAN, None}


def test_names_typed_in_different_ways_are_one_person_in_the_newest_way(
    database: Database,
) -> None:
    _take_in(
        database,
        _meeting("1", "2026-01-01", _person("阿旺•才让", post="检察官")),
        _meeting("2", "2026-01-02", _person(" 阿旺·才让", post="主任")),
    )

    (person,) = _known(database)

    assert (person.name, person.post, person.meetings) == (" 阿旺·才让", "主任", 2)


def test_people_without_a_name_are_left_out(database: Database) -> None:
    _take_in(database, _meeting("1", "2026-01-01", _person(None), _person("\u3000", no=2)))

    assert _known(database) == ()


def test_somebody_listed_twice_in_a_meeting_took_part_once(database: Database) -> None:
    _take_in(database, _meeting("1", "2026-01-01", _person("甲"), _person("甲", no=2)))

    assert [person.meetings for person in _known(database)] == [1]
