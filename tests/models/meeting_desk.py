"""A secretary's desk in tests: one meeting, changed by the program's own operations only.

Each step is one transaction with its rows recorded and told in the audit trail, as the window does it.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from models.database import Database, open_database
from models.forms import GROUPS, Sheet
from models.journal import recorded
from models.operations import entries, lines, meetings, signing
from models.operations.case_files import import_documents, read_case_files
from models.operations.papers import sign_paper
from models.papers import MeetingPapers
from models.profiles import Profile, Profiles, profile_of
from models.queries import meeting_document, meeting_papers, meeting_snapshot
from models.seal import verify_seal
from models.sheets import meeting_sheet
from models.signing_facts import Gap, SealState
from models.snapshot import MeetingSnapshot
from models.workbench import Verb, write_audit


class Desk:
    """One meeting and the database it is in. ``steps`` are the operations done, by name."""

    def __init__(self, database: Database, profiles: Profiles) -> None:
        self.database = database
        self.profiles = profiles
        self.meeting = ""
        self.steps: list[str] = []
        self.people: dict[str, str] = {}
        """The ids of the participants by name."""

    def do(self, operation: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Run an operation on the meeting; return what it returns."""
        with self.database.write() as session:
            with recorded(session) as changes:
                result = operation(session, *filter(None, (self.meeting,)), *arguments, **named)
            meeting = self.meeting or str(result)
            write_audit(
                session, Verb.DO, operation.__name__, meetings=[meeting], changes=list(changes)
            )
        self.steps.append(operation.__name__)
        return result

    def read(self, query: Callable[..., Any], *arguments: Any) -> Any:
        """Ask for something about the meeting."""
        with self.database.read() as session:
            return query(session, self.meeting, *arguments)

    def set(self, group: str, entry: str | None = None, /, **values: object) -> None:
        """Set fields of an entry, as a form does."""
        self.do(entries.set_values, group, values, profiles=self.profiles, entry_id=entry)

    def add(
        self, group: str, *rows: Mapping[str, object], owner: str | None = None
    ) -> tuple[str, ...]:
        """Add entries to a list of a form; return their ids."""
        made: tuple[str, ...] = self.do(
            entries.add_entries, group, rows, profiles=self.profiles, owner_id=owner
        )
        return made

    def add_people(self, *people: Mapping[str, object]) -> None:
        """Add participants; from now on they are known by name."""
        ids = self.add("participant", *people)
        self.people |= {str(one["name"]): key for one, key in zip(people, ids, strict=True)}

    def register(self, *names: str) -> None:
        """Register people as present, all in one step."""
        values = {self.people[name]: {"attendance": "到场"} for name in names}
        self.do(entries.set_each, "participant", values, profiles=self.profiles)

    def say(
        self, name: str | None, kind: str, text: str, at: str = "09:30", step: int | None = None
    ) -> str:
        """Take a line down; return its id."""
        speaker = None if name is None else self.people[name]
        line: str = self.do(
            lines.add_line, text=text, speaker_id=speaker, kind=kind, at=at, step=step
        )
        return line

    def move(self, *states: str) -> None:
        """Bring the meeting to one state after the other."""
        for state in states:
            self.do(meetings.move_meeting, state, self.profiles)

    def note_signatures(self, at: str, *, refused: Mapping[str, str | None]) -> None:
        """Note who refused to sign, with the reason, and everybody else as having signed."""
        self.do(signing.list_signers, self.profiles)
        for one in self.snapshot.signatures:
            name = one.name or ""
            if name in refused:
                self.set("signature", one.id, status="拒绝签名", reason=refused[name])
        self.do(signing.sign_all, at)

    def sign_paper(self, group: str, at: str, entry: str | None = None) -> None:
        """Sign a paper that follows the meeting."""
        self.do(sign_paper, group, at, entry_id=entry)

    @property
    def missing(self) -> tuple[Gap, ...]:
        """What is missing before signing."""
        found: tuple[Gap, ...] = self.read(signing.missing, self.profiles)
        return found

    @property
    def snapshot(self) -> MeetingSnapshot:
        """The meeting as it is now."""
        found: MeetingSnapshot = self.read(meeting_snapshot)
        return found

    @property
    def sheet(self) -> Sheet:
        """All values of the forms."""
        found: Sheet = self.read(meeting_sheet)
        return found

    @property
    def papers(self) -> MeetingPapers:
        """All that the papers print."""
        found: MeetingPapers = self.read(meeting_papers)
        return found

    @property
    def document(self) -> dict[str, object]:
        """The case file."""
        found: dict[str, object] = self.read(meeting_document)
        return found

    @property
    def profile(self) -> Profile:
        """The profile that the meeting follows."""
        meeting = self.snapshot
        return profile_of(meeting.kind, meeting.profile, self.profiles)

    @property
    def seal(self) -> SealState:
        """What checking the seal shows."""
        found: SealState = self.read(verify_seal)
        return found

    @property
    def digest(self) -> str:
        """The digest that was sealed."""
        facts = self.read(signing.signing_facts, self.profiles)
        return str(facts.digest)


@contextmanager
def opened_desk(folder: Path, profiles: Profiles) -> Iterator[Desk]:
    """Give a desk with a database of its own."""
    database = open_database(folder / "lianxi.db")
    yield Desk(database, profiles)
    database.close()


def taken_elsewhere(desk: Desk, database: Database, folder: Path) -> Desk:
    """Write the case file out and take it in into another database."""
    file = folder / "meeting.json"
    file.write_text(json.dumps(desk.document, ensure_ascii=False), encoding="utf-8")
    elsewhere = Desk(database, desk.profiles)
    with database.write() as session:
        (taken,) = import_documents(session, read_case_files([file], desk.profiles))
    elsewhere.meeting = taken.id
    return elsewhere


def fields_open_until_signing(sheet: Sheet) -> list[tuple[str, str]]:
    """Return group and field of all that signing closes."""
    return [
        (group, field)
        for group, rule in GROUPS.items()
        if sheet.kind in rule.kinds
        for field, one in rule.fields.items()
        if sheet.kind in one.kinds and not (rule.after_signing or one.after_signing)
    ]
