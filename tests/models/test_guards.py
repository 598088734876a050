"""What is signed stays, whoever writes: the attacks on locked records, on both databases."""

import uuid
from typing import Any

import pytest
from sqlalchemy import (
    URL,
    Boolean,
    Column,
    Integer,
    UniqueConstraint,
    Uuid,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from models.base import ExactJson, FileShape, ShapeType
from models.database import LOCKED, Database
from models.errors import RecordLocked
from models.forms import GROUPS
from models.guards import (
    FREEZES,
    OPEN_COLUMNS,
    PARENTS,
    Freeze,
    drop_guards,
    guards_differ,
    install_guards,
)
from models.homes import HOMES
from models.ids import new_id
from models.meeting import Meeting
from models.operations.case_files import import_documents
from models.operations.locking import lock
from models.states import STATES, Openness, moves_from
from tests.models.full_files import full_conference
from tests.models.guarded import (
    ACCEPTED,
    ARCHIVED,
    HEARINGS,
    OPEN,
    SIGNED,
    TABLES,
    Store,
    postgres_store,
    with_rowid,
    without_rowid,
)

LIMIT = {
    Freeze.SIGNED: SIGNED,
    Freeze.ARCHIVED: ARCHIVED,
    Freeze.PAPER: ARCHIVED,
}
"""The state of a meeting whose rows of such a table are frozen."""

FROZEN = [name for name, freeze in FREEZES.items() if freeze in LIMIT]


def _frozen_row(store: Store, table: str) -> dict[str, Any]:
    return store.row(table, LIMIT[FREEZES[table]])


def test_every_table_is_named_with_its_freeze() -> None:
    assert set(FREEZES) == set(TABLES)
    assert set(PARENTS) == {name for name in FROZEN if "meeting_id" not in TABLES[name].columns}
    for name, (column, parent) in PARENTS.items():
        (reference,) = TABLES[name].columns[column].foreign_keys
        assert reference.column.table.name == parent
        assert FREEZES[parent] is FREEZES[name]


def test_guards_and_forms_agree_on_what_stays_open_after_signing() -> None:
    for group, rule in GROUPS.items():
        table = HOMES[group].entity.__tablename__
        if group == "meeting":
            continue
        later = rule.openness() is Openness.UNTIL_ARCHIVED
        assert (FREEZES[table] is not Freeze.SIGNED) == later, group
    assert {"state", "follow_up", "notes"} == OPEN_COLUMNS


@pytest.mark.parametrize("table", FROZEN)
def test_every_column_of_a_frozen_row_stays(store: Store, table: str) -> None:
    row = _frozen_row(store, table)
    one = TABLES[table]
    assert row

    for column in one.columns:
        for value in (one.c[column.name], _other(column, row)):
            changed = update(one).where(one.c.id == row["id"]).values({column.name: value})
            assert LOCKED in store.attempt(changed), column


@pytest.mark.parametrize("table", FROZEN)
def test_frozen_rows_are_neither_deleted_nor_joined_by_others(store: Store, table: str) -> None:
    row = _frozen_row(store, table)
    one = TABLES[table]
    added = insert(one).values(without_rowid(row) | {"id": new_id()})

    assert LOCKED in store.attempt(delete(one).where(one.c.id == row["id"]))
    assert LOCKED in store.attempt(added)


@pytest.mark.parametrize("table", FROZEN)
def test_rows_move_neither_out_of_a_locked_record_nor_into_one(store: Store, table: str) -> None:
    key = PARENTS[table][0] if table in PARENTS else "meeting_id"
    frozen, free = _frozen_row(store, table), store.row(table, OPEN)
    one = TABLES[table]
    assert free

    for row, to in ((frozen, free), (free, frozen)):
        moved = update(one).where(one.c.id == row["id"]).values({key: to[key]})
        assert LOCKED in store.attempt(moved)


@pytest.mark.parametrize("table", FROZEN)
def test_no_row_is_put_over_a_frozen_one(store: Store, table: str) -> None:
    frozen, free = _frozen_row(store, table), store.row(table, OPEN)
    one = TABLES[table]
    fresh = without_rowid(free) | {"id": new_id()}
    keys = _keys_of(table)
    for key in (*keys, ("rowid",)) if store.replaces else keys:
        over = fresh | {name: frozen[name] for name in key}
        assert LOCKED in store.attempt(store.put_over(table, over, *key)), key
    assert LOCKED in store.attempt(insert(one).values(without_rowid(frozen)))
    if not store.replaces:
        return
    numbered = with_rowid(table)
    for key in (*keys, ("rowid",)):
        pushed = (
            update(numbered)
            .prefix_with("OR REPLACE")
            .where(numbered.c.id == free["id"])
            .values({name: frozen[name] for name in key})
        )
        assert LOCKED in store.attempt(pushed), key


def _keys_of(table: str) -> list[tuple[str, ...]]:
    """Return every set of columns of a table that is unique."""
    one = TABLES[table]
    constraints = [c for c in one.constraints if isinstance(c, UniqueConstraint)]
    unique = [index for index in one.indexes if index.unique]
    return [
        ("id",),
        *(tuple(column.name for column in constraint.columns) for constraint in constraints),
        *(tuple(column.name for column in index.columns) for index in unique),
    ]


@pytest.mark.parametrize("table", FROZEN)
def test_what_is_open_can_be_changed_and_deleted(store: Store, table: str) -> None:
    """The attacks above would not all be refused if they were nonsense."""
    row, one = store.row(table, OPEN), TABLES[table]

    assert store.attempt(update(one).where(one.c.id == row["id"]).values(shape=one.c.shape)) == (
        ACCEPTED
    )


@pytest.mark.parametrize("state", [SIGNED, HEARINGS[SIGNED], ARCHIVED, HEARINGS[ARCHIVED]])
def test_of_a_locked_meeting_itself_only_what_follows_it_changes(store: Store, state: str) -> None:
    one, key = TABLES["meeting"], store.meetings[state]
    with store.engine.connect() as connection:
        row = dict(connection.execute(select(one).where(one.c.id == key)).mappings().one())

    for column in one.columns:
        value = _other(column, row)
        said = store.attempt(update(one).where(one.c.id == key).values({column.name: value}))
        opened = column.name in OPEN_COLUMNS - {"state"} and state in (SIGNED, HEARINGS[SIGNED])
        assert (said == ACCEPTED) if opened else (LOCKED in said), column
    assert LOCKED in store.attempt(delete(one).where(one.c.id == key))


@pytest.mark.parametrize("code", [code for code, state in STATES.items() if state.signed])
def test_a_locked_meeting_goes_onwards_alone(store: Store, code: str) -> None:
    one = TABLES["meeting"]
    signed = SIGNED if code.startswith("J") else HEARINGS[SIGNED]
    here = one.c.id == store.meetings[signed]
    there = [update(one).where(here).values(state=code)] if code != signed else []

    for wanted in STATES:
        if wanted == code:
            continue
        said = store.attempt(*there, update(one).where(here).values(state=wanted))
        assert (said == ACCEPTED) == (wanted in moves_from(code)), (wanted, said)


def test_a_locked_meeting_is_not_pushed_out(store: Store) -> None:
    one = with_rowid("meeting") if store.replaces else TABLES["meeting"]
    with store.engine.connect() as connection:
        rows = {row["id"]: dict(row) for row in connection.execute(select(one)).mappings()}
    locked, free = rows[store.meetings[SIGNED]], rows[store.meetings[OPEN]]

    for key in (("id",), ("id", "kind"), *([("rowid",)] if store.replaces else [])):
        taken = {name: locked[name] for name in key}
        fresh = without_rowid(free) | {"id": new_id(), "shape": FileShape(keys=("x",))} | taken
        assert LOCKED in store.attempt(store.put_over("meeting", fresh, *key))
        if not store.replaces:
            continue
        pushed = update(one).prefix_with("OR REPLACE").where(one.c.id == free["id"])
        assert LOCKED in store.attempt(pushed.values(taken))


def test_no_table_is_emptied_at_once(store: Store) -> None:
    if store.replaces:
        for name in FROZEN:
            assert LOCKED in store.attempt(delete(TABLES[name])), name
        return
    for name, freeze in FREEZES.items():
        if freeze is not Freeze.NEVER:
            assert LOCKED in store.attempt(text(f'TRUNCATE "{name}" CASCADE')), name


def _other(column: Column[Any], row: dict[str, Any]) -> object:
    """Return another value that the column could hold."""
    match column.type:
        case Uuid():
            return new_id()
        case Boolean():
            return not row[column.name]
        case Integer():
            return (row[column.name] or 0) + 1000
        case ShapeType():
            return FileShape(keys=("x",))
        case ExactJson():
            return ["x"]
        case _:
            return f"{row[column.name]}改"


def test_a_refused_change_is_told_as_a_locked_record(database: Database) -> None:
    with database.write() as session:
        (imported,) = import_documents(session, [("a", full_conference("J7"))])

    with pytest.raises(RecordLocked), database.write() as session:
        session.get_one(Meeting, uuid.UUID(imported.id)).lines[0].text = "改"


def test_guards_that_were_taken_down_are_noticed_and_put_up_again(database: Database) -> None:
    with database.write() as session:
        connection = session.connection()
        assert not guards_differ(connection)
        drop_guards(connection)
        assert guards_differ(connection)
        install_guards(connection)
        assert not guards_differ(connection)


def test_guards_are_put_up_as_often_as_one_likes(store: Store) -> None:
    with Session(store.engine) as session, session.begin():
        install_guards(session.connection())
        install_guards(session.connection())


@pytest.mark.foreign
def test_on_postgresql_nothing_is_added_while_a_record_is_being_sealed(
    postgres_server: URL,
) -> None:
    """Either the line waits for the seal and is refused, or the seal waits for the line."""
    with (
        postgres_store(postgres_server) as made,
        Session(made.engine) as sealing,
        Session(made.engine) as typing,
    ):
        meeting = sealing.get_one(Meeting, made.meetings[OPEN])
        line = insert(TABLES["line"]).values(
            without_rowid(made.row("line", OPEN)) | {"id": new_id(), "seq": 99}
        )
        for session in (sealing, typing):
            session.execute(text("SET lock_timeout = '200ms'"))
            session.commit()

        typing.execute(line)
        with pytest.raises(OperationalError, match="lock timeout"):
            lock(sealing, meeting, SIGNED)
        typing.rollback()
        sealing.rollback()
        lock(sealing, meeting, SIGNED)
        with pytest.raises(OperationalError, match="lock timeout"):
            typing.execute(line)
        typing.rollback()
        sealing.commit()
        with pytest.raises(IntegrityError, match=LOCKED):
            typing.execute(line)
