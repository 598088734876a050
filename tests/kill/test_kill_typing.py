"""The window is killed while somebody types: every saved line is there, and nearly all of the other.

``LIANXI_KILLS`` says how often; a hundred take about four minutes.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from models.database import open_database
from models.operations.case_files import import_documents
from models.queries import meeting_rows, meeting_snapshot
from models.workbench import drafts
from tests.models.case_files import small
from ui.operations import line_draft_key

_KILLS = int(os.environ.get("LIANXI_KILLS", "8"))
_DRAFT_S = 1.0  # so often the unfinished line is kept
_WRITING_S = 0.5  # so long it may take until the writing begins, on a busy machine
_KEY_S = 0.1  # the longest that a key counts: where more time passes the machine did other things


@dataclass(frozen=True)
class State:
    """What stood in the typing line at a moment."""

    at: float
    line: int
    words: str


@dataclass
class Run:
    """What one child said until it was killed at a moment."""

    killed_at: float = 0.0
    writing_at: float | None = None  # since when something is on its way to the disk
    typed: list[State] = field(default_factory=list)
    saved: dict[int, str] = field(default_factory=dict)

    def hear(self, said: str) -> None:
        """Take down what was said."""
        what, at, line, words = said.removesuffix("\n").split(" ", 3)
        match what:
            case "typed":
                self.typed.append(State(float(at), int(line), words))
            case "saved":
                self.saved[int(line)] = words
            case _:
                self.writing_at = float(at) if what == "writing" else None


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give a database with one meeting without lines."""
    file = tmp_path / "x.db"
    opened = open_database(file)
    with opened.write() as session:
        document = small() | {"records": [], "state": "J5"}
        del document["handler_note"]
        import_documents(session, [("x", document)])
    opened.close()
    return file


@pytest.fixture
def typist(database: Path) -> Iterator[subprocess.Popen[str]]:
    """Give a process that makes children which type."""
    command = [sys.executable, str(Path(__file__).parent / "typist.py"), str(database)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as started:
        yield started
        assert started.stdin is not None
        started.stdin.close()
        started.wait(600)


def _kill_one(typist: subprocess.Popen[str], after_s: float) -> Run:
    """Have a child type for a while, kill it, and return what it said."""
    assert typist.stdin is not None
    assert typist.stdout is not None
    run, child = Run(), 0
    typist.stdin.write("go\n")
    typist.stdin.flush()
    end: float | None = None
    for said in typist.stdout:
        if said == "gone\n":
            break
        if said.startswith("child "):
            child = int(said.split()[1])
            continue
        run.hear(said)
        if run.typed and end is None:
            end = time.monotonic() + after_s
        if end is not None and time.monotonic() >= end and not run.killed_at:
            os.kill(child, 9)
            run.killed_at = time.monotonic()
    return run


def _on_disk(file: Path) -> tuple[list[str | None], str]:
    """Return the lines and the unfinished line."""
    database = open_database(file)
    with database.read() as session:
        (meeting,) = (row.id for row in meeting_rows(session))
        lines = [line.text for line in meeting_snapshot(session, meeting).lines]
        key = line_draft_key(meeting)
        draft = drafts(session, key).get(key) or {}
    database.close()
    return lines, str(draft.get("text") or "")


def test_a_killed_window_loses_at_most_the_last_second(
    database: Path, typist: subprocess.Popen[str]
) -> None:
    chance = random.Random()  # any moment will do
    saved: dict[int, str] = {}
    for kill in range(_KILLS):
        after = chance.uniform(0, 4)
        run = _kill_one(typist, after)
        saved |= run.saved

        lines, draft = _on_disk(database)

        assert {n: lines[n - 1] for n in saved} == saved, (kill, after)
        assert len(lines) - len(saved) <= kill + 1  # at most the one in flight each time
        saved |= {n: str(text) for n, text in enumerate(lines, 1)}
        assert _lost_s(run, lines, draft) <= _DRAFT_S + _WRITING_S, (kill, after, draft)


def _lost_s(run: Run, lines: list[str | None], draft: str) -> float:
    """Return how much of the typing before the end is not on disk, in seconds of typing.

    What the disk was about to take in when the end came was not kept too late.
    """
    kept = [
        state.at
        for state in run.typed
        if state.line <= len(lines) or (state.line == len(lines) + 1 and draft == state.words)
    ]
    last = max(kept, default=run.typed[0].at)
    end = run.killed_at if run.writing_at is None else run.writing_at
    missing = [state.at for state in run.typed if last < state.at < end]
    return sum(min(later - earlier, _KEY_S) for earlier, later in pairwise([*missing, end]))
