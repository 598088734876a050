"""The audit trail is a chain: whatever was edited, removed or swapped is found at its place."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models import workbench
from models.database import Database
from models.guards import drop_guards
from models.journal import recorded
from models.operations.case_files import import_documents
from models.workbench import UNCHAINED, Verb, verify_trail, write_audit
from tests.models.case_files import small

ENTRIES = 5


@pytest.fixture
def trail(database: Database) -> Database:
    """Give a database with some entries in its trail, the first one with rows of a meeting."""
    with database.write() as session:
        with recorded(session) as changes:
            (imported,) = import_documents(session, [("a", small() | {"unknown to us": 0.5})])
        write_audit(session, Verb.DO, "import", meetings=[imported.id], changes=changes)
        for number in range(1, ENTRIES):
            write_audit(session, Verb.UNDO, f"step {number}", meetings=[], changes=[])
    return database


def _tamper(database: Database, *statements: str) -> int | None:
    """Change the trail as somebody would who has taken the guards down; return where it breaks."""
    with database.write() as session:
        drop_guards(session.connection())
        for statement in statements:
            session.execute(text(statement))
        return verify_trail(session)


def test_an_untouched_trail_is_sound(trail: Database) -> None:
    with trail.read() as session:
        assert verify_trail(session) is None


def test_an_empty_trail_is_sound(database: Database) -> None:
    with database.read() as session:
        assert verify_trail(session) is None


def test_every_entry_names_the_one_before(trail: Database) -> None:
    with trail.read() as session:
        rows = session.execute(
            text("SELECT number, previous, digest FROM audit_entry ORDER BY number")
        ).all()

    assert [row.number for row in rows] == list(range(1, ENTRIES + 1))
    assert [row.previous for row in rows] == [UNCHAINED, *(row.digest for row in rows[:-1])]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "'2020-01-01T00:00:00.000+00:00'"),
        ("verb", "'redo'"),
        ("operation", "operation || ' '"),
        ("meetings", "'[\"x\"]'"),
        ("changes", "changes || ' '"),
        ("previous", f"'{UNCHAINED[:-1]}1'"),
        ("digest", f"'{UNCHAINED[:-1]}1'"),
    ],
)
@pytest.mark.parametrize("number", [1, 3, ENTRIES])
def test_an_edited_entry_is_found_at_its_place(
    trail: Database, number: int, column: str, value: str
) -> None:
    statement = f"UPDATE audit_entry SET {column} = {value} WHERE number = {number}"  # noqa: S608

    assert _tamper(trail, statement) == number


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_removed_entry_is_found_where_it_is_missing(trail: Database, number: int) -> None:
    assert _tamper(trail, f"DELETE FROM audit_entry WHERE number = {number}") == number  # noqa: S608


def test_a_removed_entry_is_found_though_the_others_close_up(trail: Database) -> None:
    close_up = "UPDATE audit_entry SET number = number - 1 WHERE number > 2"

    assert _tamper(trail, "DELETE FROM audit_entry WHERE number = 2", close_up) == 2


def test_swapped_entries_are_found_at_the_first_of_them(trail: Database) -> None:
    swap = [
        "UPDATE audit_entry SET number = 100 WHERE number = 2",
        "UPDATE audit_entry SET number = 2 WHERE number = 3",
        "UPDATE audit_entry SET number = 3 WHERE number = 100",
    ]

    assert _tamper(trail, *swap) == 2


def test_an_entry_put_between_is_found(trail: Database) -> None:
    make_room = "UPDATE audit_entry SET number = -number WHERE number > 2"
    back = "UPDATE audit_entry SET number = 1 - number WHERE number < 0"
    copy = (
        "INSERT INTO audit_entry SELECT 3, at, verb, operation, meetings, changes, previous, digest"
        " FROM audit_entry WHERE number = 2"
    )

    assert _tamper(trail, make_room, back, copy) == 3


def test_each_step_reads_the_last_entry_alone(trail: Database) -> None:
    """The trail may have a hundred thousand entries; a typed line must not feel them."""
    with trail.read() as session:
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {workbench._HEAD.statement}")).all()

    assert not [row.detail for row in plan if row.detail.startswith("SCAN")]


def test_a_whole_run_of_the_program_leaves_a_sound_trail(trail: Database) -> None:
    steps: list[Callable[[Session], None]] = [
        lambda session: write_audit(session, Verb.DO, "甲𬤇", meetings=["b", "a"], changes=[]),
        lambda session: write_audit(session, Verb.REDO, "", meetings=[], changes=[]),
    ]
    for step in steps:
        with trail.write() as session:
            step(session)

    with trail.read() as session:
        assert verify_trail(session) is None
