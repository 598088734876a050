"""Snapshots of meetings for the tests of papers."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import resources
from exporters.document import Document
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from exporters.text import clean_document
from models.case_file import read_document, to_meeting
from models.meeting import Meeting
from models.profiles import load_profiles, paper_rules_of, signers_of
from models.snapshot import LineView, MeetingPapers, MeetingSnapshot, ParticipantView
from models.views import snapshot_of
from models.vocabulary import MeetingKind

MADE_AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
PROFILES = load_profiles(())


def snapshot(sample: Path) -> MeetingSnapshot:
    """Return the snapshot of a case file, made without a database."""
    meeting = linked(to_meeting(read_document(sample, PROFILES)))
    return replace(snapshot_of(meeting), digest="0123456789abcdef")


def linked(meeting: Meeting) -> Meeting:
    """Set the keys that a database would set, so that lines find their speakers."""
    for line in meeting.lines:
        line.speaker_id = line.speaker.id if line.speaker else None
    return meeting


def conference(*texts: str, **fields: object) -> MeetingSnapshot:
    """Return a small conference in which one prosecutor says ``texts``."""
    speaker = ParticipantView(id=str(uuid.UUID(int=1)), number=1, name="罗承砚", role="出席")
    lines = tuple(
        LineView(str(uuid.UUID(int=n + 9)), n, "09:00", speaker.id, "意见", text)
        for n, text in enumerate(texts, 1)
    )
    small = MeetingSnapshot(
        id=str(uuid.UUID(int=2)),
        kind=MeetingKind.JOINT_CONFERENCE,
        state="J6",
        number="河澜检联〔2026〕1号",
        host="河澜州人民检察院",
        participants=(speaker,),
        lines=lines,
    )
    return replace(small, **fields)  # type: ignore[arg-type] # fields of the snapshot


def hearing(*lines: LineView, **fields: object) -> MeetingSnapshot:
    """Return a small hearing with the given lines."""
    small = replace(conference(), kind=MeetingKind.HEARING, state="H9", lines=lines)
    return replace(small, **fields)  # type: ignore[arg-type] # fields of the snapshot


def sample_papers() -> dict[str, Document]:
    """Return the cleaned paper of every bundled sample, by the name of its file."""
    folder = resources.path("samples")
    return {
        file.stem: clean_document(paper(snapshot(file)))[0]
        for file in sorted(folder.glob("s*.json"))
    }


def paper(meeting: MeetingSnapshot) -> Document:
    """Return the meeting's own paper."""
    (kind,) = kinds_due(MeetingPapers(meeting))
    return built(kind, MeetingPapers(meeting))


def built(kind: str, papers: MeetingPapers) -> Document:
    """Return one paper of a meeting."""
    rules = paper_rules_of(papers.meeting, PROFILES)
    options = BuildOptions(MADE_AT, signers_of(papers.meeting, PROFILES), rules)
    return KINDS[kind].build(papers, options, load_labels())
