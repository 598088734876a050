"""What was acknowledged is there after the process was killed, and nothing is half there."""

import random
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from models.database import open_database
from models.queries import meeting_document, meeting_rows
from tests.models.case_files import small

ROUNDS = 8


def _acknowledged(database: Path, name: str, enough: int) -> list[str]:
    """Let a writer work until it has acknowledged ``enough``, kill it, return all it said."""
    command = [sys.executable, str(Path(__file__).parent / "writer.py"), str(database), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline().strip() for _ in range(enough)]
        writer.kill()
        said += writer.stdout.read().split("\n")
    return [f"{name}-{number}" for number in said if number]


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    chance = random.Random(5)
    expected: set[str] = set()
    for kill in range(ROUNDS):
        expected |= set(_acknowledged(path, str(kill), chance.randint(1, 20)))

    database = open_database(path)
    with database.read() as session:
        rows = meeting_rows(session)
        there = {row.number for row in rows}
        assert expected <= there
        assert len(there) - len(expected) <= ROUNDS  # at most the one in flight each time
        for row in rows:
            assert meeting_document(session, row.id) == small() | {"number": row.number}
        assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    database.close()
