"""The write-ahead log taken away under an open database: nothing acknowledged is lost.

On Linux a process loses its locks on a file as soon as it closes that file after having opened it a
second time, as dialogs do that look into files to show what they are. The next process to open the
database then believes to be alone, and takes the log away when it closes.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database, open_database
from models.errors import DatabaseBusy
from models.queries import meeting_rows
from models.workbench import drafts, put_draft
from resources import path

ROOT = Path(__file__).parents[2]

LOOK = """
import json, sys
from pathlib import Path
from models.database import open_database
from models.workbench import drafts
with open_database(Path(sys.argv[1])).read() as session:
    print(json.dumps(drafts(session, "")))
"""

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere no open file can be taken away"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "a.db")
    with opened.write() as session:
        put_draft(session, "first", 1)
    yield opened
    opened.close()


def _take_log_away(database: Database) -> None:
    """Have the locks lost, and another process close the database as if it were the last one."""
    for end in ("", "-shm"):
        database.path.with_name(database.path.name + end).read_bytes()
    _in_another_process("list", database=database)
    assert not database.path.with_name(database.path.name + "-wal").exists()


def _in_another_process(command: str, *arguments: str, database: Database) -> None:
    named = ["--database", str(database.path)]
    words = [sys.executable, "main.py", command, *named, *arguments]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)


def _seen_from_outside(database: Database) -> dict[str, object]:
    """Return the drafts as another process sees them while the database is open here."""
    found = subprocess.run(
        [sys.executable, "-c", LOOK, str(database.path)], cwd=ROOT, check=True, capture_output=True
    )
    return dict(json.loads(found.stdout))


def test_what_is_written_after_the_log_was_taken_away_is_found_again(database: Database) -> None:
    _take_log_away(database)

    with database.write() as session:
        put_draft(session, "second", 2)

    assert _seen_from_outside(database) == {"first": 1, "second": 2}


def test_it_may_happen_again_and_again(database: Database) -> None:
    for number in range(3):
        _take_log_away(database)
        with database.write() as session:
            put_draft(session, f"again {number}", number)

    assert len(_seen_from_outside(database)) == 4


def test_reading_sees_what_others_wrote_after_the_log_was_taken_away(database: Database) -> None:
    _take_log_away(database)
    _in_another_process("import", str(path("samples/s01-joint.json")), database=database)

    with database.read() as session:
        rows = meeting_rows(session)

    assert len(rows) == 1


def test_a_reader_of_the_old_log_is_waited_for(database: Database) -> None:
    reading, done = threading.Event(), threading.Event()

    def read() -> None:
        with database.read() as session:
            drafts(session, "")
            reading.set()
            done.wait()
            drafts(session, "")

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait()
    _take_log_away(database)
    threading.Timer(0.2, done.set).start()

    with database.write() as session:
        put_draft(session, "second", 2)
    reader.join()

    assert _seen_from_outside(database) == {"first": 1, "second": 2}


def test_a_reader_that_never_ends_makes_the_writer_refuse(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.database.BUSY_SECONDS", 0.1)

    with database.read() as session:
        drafts(session, "")
        _take_log_away(database)
        with pytest.raises(DatabaseBusy), database.write():
            pass
