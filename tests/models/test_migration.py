"""Databases of earlier versions: each is stored, and none loses a word on its way to the newest.

How to add one: with the last version before the change import every sample, switch to
``journal_mode=DELETE``, vacuum, and pack the file with ``xz -9e`` as ``tests/databases/<revision>.db.xz``.
"""

import json
import lzma
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from models.database import HEAD_REVISION, Database, open_database, stored_revision
from models.guards import guards_differ
from models.migrations import known_revisions
from models.queries import meeting_document, meeting_rows
from models.seal import verify_seal
from models.signing_facts import SealState
from models.states import STATES
from models.workbench import verify_trail
from tests.conftest import SAMPLES

STORED = sorted((Path(__file__).parents[1] / "databases").glob("*.db.xz"))
_NOT_A_TABLE_OF_OURS = ("alembic_version",)


@pytest.fixture(autouse=True)
def making_databases() -> None:
    """Have each database made anew: that is tested here."""


@pytest.fixture(params=STORED, ids=lambda file: file.name)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give an unpacked database of each earlier version in turn."""
    packed: Path = request.param
    file = tmp_path / "old.db"
    file.write_bytes(lzma.decompress(packed.read_bytes()))
    return file


def _rows(file: Path, like: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """Return every row by table and key, with the columns of ``like``."""
    with closing(sqlite.connect(file)) as raw:
        raw.row_factory = sqlite.Row
        columns = like or _columns(raw)
        return {
            table: {row[_key_of(names)]: [row[name] for name in names] for row in _all(raw, table)}
            for table, names in columns.items()
        }


def _columns(raw: sqlite.Connection) -> dict[str, list[str]]:
    tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        table["name"]: [column["name"] for column in raw.execute(f"PRAGMA table_info({_q(table)})")]
        for table in tables
        if table["name"] not in _NOT_A_TABLE_OF_OURS
    }


def _key_of(names: list[str]) -> str:
    return "id" if "id" in names else names[0]


def _q(row: Any) -> str:
    return f'"{row["name"]}"'


def _all(raw: sqlite.Connection, table: str) -> list[Any]:
    return list(raw.execute(f'SELECT * FROM "{table}"'))  # noqa: S608 - names come from the schema


def _schema(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite.connect(file)) as raw:
        found = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        return sorted(tuple(map(str, row)) for row in found)


def test_every_released_step_has_a_stored_database() -> None:
    stored = {file.name.removesuffix(".db.xz") for file in STORED}

    assert stored == set(known_revisions()) - {HEAD_REVISION}


def test_an_old_database_gets_the_schema_of_a_new_one(old: Path, database: Database) -> None:
    open_database(old).close()
    database.close()

    assert stored_revision(old) == HEAD_REVISION
    assert _schema(old) == _schema(database.path)


def test_an_old_database_loses_nothing(old: Path) -> None:
    before = _rows(old)
    with closing(sqlite.connect(old)) as raw:
        raw.row_factory = sqlite.Row
        columns = _columns(raw)
    assert sum(map(len, before.values())) > 100

    open_database(old).close()

    assert _rows(old, columns) == before


def test_an_old_database_gives_the_samples_back(old: Path) -> None:
    database = open_database(old)
    with database.read() as session:
        found = [meeting_document(session, row.id) for row in meeting_rows(session)]
    database.close()

    wanted = [json.loads(file.read_text(encoding="utf-8")) for file in SAMPLES]
    assert sorted(map(_key, found)) == sorted(map(_key, wanted))


def test_what_an_old_database_had_signed_is_sealed_and_its_trail_chained(old: Path) -> None:
    database = open_database(old)
    with database.read() as session:
        rows = meeting_rows(session)
        found = {row.id: verify_seal(session, row.id) for row in rows}
        wanted = {
            row.id: SealState.INTACT if STATES[row.state].signed else SealState.NONE for row in rows
        }
        assert verify_trail(session) is None
        assert not guards_differ(session.connection())
    database.close()

    assert found == wanted
    assert SealState.INTACT in found.values()


def _key(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)
