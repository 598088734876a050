"""Meetings for tests of the window: the samples, as snapshots read from a real database."""

from pathlib import Path

from models.database import Database
from models.operations.case_files import import_documents, read_case_files
from models.profiles import load_profiles, profile_of
from models.queries import meeting_papers
from models.room import RoomNow, room_now
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind
from resources import path

CONFERENCE, TIBETAN, HEARING = "s01-joint", "s02-joint", "s03-hearing"


def sample_file(name: str) -> Path:
    """Return the file of a sample."""
    return path(f"samples/{name}.json")


def sample(database: Database, name: str) -> MeetingSnapshot:
    """Take a sample in and return its snapshot."""
    documents = read_case_files([sample_file(name)], load_profiles(()))
    with database.write() as session:
        (taken,) = import_documents(session, documents, as_copy=True)
    with database.read() as session:
        return meeting_papers(session, taken.id).meeting


def hearing_with_steps(*steps: int | None) -> MeetingSnapshot:
    """Return a hearing with one line for each step given."""
    person = ParticipantView("p1", 1, "霍景嵩", "青屏区人民检察院", "检察长", role="主持")
    lines = tuple(
        LineView(f"l{seq}", seq, "14:30", person.id, "说明", "情况说明。", step=step)
        for seq, step in enumerate(steps, 1)
    )
    return MeetingSnapshot("m1", MeetingKind.HEARING, "H13", participants=(person,), lines=lines)


def conference_of(lines: tuple[LineView, ...], *people: ParticipantView) -> MeetingSnapshot:
    """Return a conference of these people with these lines."""
    kind = MeetingKind.JOINT_CONFERENCE
    return MeetingSnapshot("m2", kind, "J5", title="会议", participants=people, lines=lines)


def room_of(meeting: MeetingSnapshot) -> RoomNow:
    """Return how it stands in the room of a meeting under the usual rules."""
    return room_now(meeting, profile_of(meeting.kind, None, load_profiles(())))
