"""Papers that follow, opinions and the audit trail: what the database itself refuses of them."""

import hashlib
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from models.database import LOCKED
from models.guards import NOBODY, TRAIL
from models.ids import new_id
from models.workbench import UNCHAINED
from tests.models.guarded import ACCEPTED, OPEN, SIGNED, TABLES, Store, without_rowid


def test_a_paper_freezes_once_it_is_signed_itself(store: Store) -> None:
    one = TABLES["correction_sheet"]
    unsigned = store.row("correction_sheet", SIGNED, number=1)
    signed = store.row("correction_sheet", SIGNED, number=2)

    def corrected(row: dict[str, Any]) -> str:
        return store.attempt(update(one).where(one.c.id == row["id"]).values(wrong="丙"))

    assert corrected(unsigned) == ACCEPTED
    assert LOCKED in corrected(signed)
    assert LOCKED in store.attempt(delete(one).where(one.c.id == signed["id"]))
    assert (
        store.attempt(insert(one).values(without_rowid(unsigned) | {"id": new_id(), "number": 9}))
        == ACCEPTED
    )


def test_the_answers_freeze_with_the_note_they_stand_in(store: Store) -> None:
    note, answer = TABLES["handler_note"], TABLES["handler_answer"]
    key = store.row("handler_note", SIGNED)["id"]
    row = without_rowid(store.row("handler_answer", SIGNED))
    change = update(answer).where(answer.c.id == row["id"]).values(reason="改")
    sign = update(note).where(note.c.id == key).values(signed_at="2026-03-06")

    assert store.attempt(change) == ACCEPTED
    assert LOCKED in store.attempt(sign, change)
    assert LOCKED in store.attempt(sign, insert(answer).values(row | {"id": new_id()}))
    assert LOCKED in store.attempt(sign, update(note).values(signed_at=None))


def test_a_signed_single_paper_is_not_replaced_by_another(store: Store) -> None:
    note = TABLES["handler_note"]
    row = without_rowid(store.row("handler_note", SIGNED))
    sign = update(note).where(note.c.id == row["id"]).values(signed_at="2026-03-06")
    other = store.put_over("handler_note", row | {"id": new_id()}, "meeting_id")

    assert store.attempt(other) == ACCEPTED
    assert LOCKED in store.attempt(sign, other)


@pytest.mark.parametrize("author", ["nobody", "stranger", "of another meeting"])
def test_an_opinion_without_its_one_author_is_refused(store: Store, author: str) -> None:
    row = without_rowid(store.row("opinion", OPEN))
    other = store.row("participant", SIGNED)
    value = {"nobody": None, "stranger": new_id(), "of another meeting": other["id"]}[author]
    one = TABLES["opinion"]
    fresh = row | {"id": new_id(), "author_id": value, "line_id": None, "manner": "书面"}

    for said in (
        store.attempt(insert(one).values(fresh)),
        store.attempt(update(one).where(one.c.id == row["id"]).values(author_id=value)),
    ):
        assert said != ACCEPTED
        assert value is None or NOBODY in said


def test_the_trail_is_neither_changed_nor_cut(store: Store) -> None:
    trail = TABLES["audit_entry"]
    last = trail.c.number == 3

    for column in trail.columns:
        same = update(trail).where(last).values({column.name: trail.c[column.name]})
        assert TRAIL in store.attempt(same)
    assert TRAIL in store.attempt(delete(trail).where(last))


@pytest.mark.parametrize("number", [1, 3, 5, 0, -1])
def test_an_entry_of_the_trail_stands_at_the_end_alone(store: Store, number: int) -> None:
    assert TRAIL in store.attempt(_entry(store, number=number))


def test_an_entry_of_the_trail_follows_the_one_before(store: Store) -> None:
    digest = hashlib.sha256(b"x").hexdigest()

    assert TRAIL in store.attempt(_entry(store, previous=UNCHAINED))
    assert TRAIL in store.attempt(_entry(store, previous=digest))
    assert TRAIL in store.attempt(_entry(store, digest="short"))
    assert store.attempt(_entry(store)) == ACCEPTED


def test_an_entry_of_the_trail_is_not_replaced(store: Store) -> None:
    replaced = _entry(store, number=2)

    assert TRAIL in store.attempt(
        replaced.prefix_with("OR REPLACE") if store.replaces else replaced
    )


def _entry(store: Store, **values: object) -> Any:
    trail = TABLES["audit_entry"]
    with store.engine.connect() as connection:
        last = connection.execute(select(trail).where(trail.c.number == 3)).mappings().one()
    entry = dict(last) | {"number": 4, "previous": last["digest"], "digest": "0" * 64}
    return insert(trail).values(entry | values)
