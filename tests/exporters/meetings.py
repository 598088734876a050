"""Snapshots of meetings for the tests of papers."""

import json
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import resources
from exporters.document import Document
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS
from exporters.text import clean_document
from models.case_file import read_document, to_meeting
from models.meeting import Meeting
from models.opinions import DivergenceReport
from models.paper_views import papers_of
from models.papers import MeetingPapers
from models.profiles import load_profiles, paper_rules_of, profile_of, signers_of
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.speaking_order import suggested_order
from models.views import snapshot_of
from models.vocabulary import MeetingKind

SAMPLES = resources.path("samples")
MADE_AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
PROFILES = load_profiles(())
OWN = {MeetingKind.JOINT_CONFERENCE: "record", MeetingKind.HEARING: "transcript"}
RUN_SHEETS = {MeetingKind.JOINT_CONFERENCE: "run_sheet", MeetingKind.HEARING: "hearing_run_sheet"}


def snapshot(sample: Path) -> MeetingSnapshot:
    """Return the snapshot of a case file, made without a database."""
    return papers(sample).meeting


def papers(sample: Path) -> MeetingPapers:
    """Return all that the papers of a case file print, made without a database."""
    return _papers(linked(to_meeting(read_document(sample, PROFILES))))


def _papers(meeting: Meeting) -> MeetingPapers:
    return papers_of(meeting, replace(snapshot_of(meeting), digest="0123456789abcdef"))


def linked(meeting: Meeting) -> Meeting:
    """Set the keys that a database would set, so that lines find their speakers."""
    for line in meeting.lines:
        line.speaker_id = line.speaker.id if line.speaker else None
    for opinion in meeting.opinions:
        opinion.author_id = opinion.author.id
        opinion.line_id = opinion.line.id if opinion.line else None
    for link in (link for opinion in meeting.opinions for link in opinion.further):
        link.line_id = link.line.id
    for signature in meeting.signatures:
        signer = signature.participant
        signature.participant_id = signer.id if signer else None
    for sheet in meeting.correction_sheets:
        sheet.line_id = sheet.line.id if sheet.line else None
    return meeting


def whole() -> MeetingPapers:
    """Return a conference with everything that the papers of one can print."""
    document = json.loads(resources.path("samples/s02-joint.json").read_text(encoding="utf-8"))
    document |= {"lianxi": _ADDED, "profile": "minutes"}
    meeting = linked(to_meeting(document))
    assert meeting.handler_note is not None
    meeting.handler_note.answers[0].opinion = meeting.opinions[-2]
    meeting.handler_note.answers[0].line = None
    meeting.divergence_report = DivergenceReport(by="更登·扎西", at="2025-06-05", basis="监督规则")
    told = _papers(meeting)
    return replace(told, meeting=replace(told.meeting, digest="5f2a9c04" * 8))


_ADDED: dict[str, object] = {
    "statement_read_at": "2025-05-23T10:02",
    "participants": [{"participant": 6, "specialist_question": "高寒草甸修复所需年限"}],
    "office_rules": [
        {"organ": "河澜州人民检察院", "title": "联席会议规则", "number": "河检发〔2025〕3号"}
    ],
    "opinions": [
        {"record": 8, "reasons": "期限从责令整改之日起算。", "legal_basis": "行政处罚法"},
        {
            "participant": 3,
            "manner": "书面",
            "given_at": "2025-05-23T15:30",
            "text": "补充一点：饮水点应先行恢复。",
            "reasons": "牧户转场在即。",
        },
        {"participant": 8, "manner": "未发表", "silence_reason": "列席旁听，未受邀发言"},
    ],
    "signatures": [
        {"participant": 1, "status": "已签名", "at": "2025-05-24"},
        {"participant": 4, "status": "拒绝签名", "reason": "认为第9项漏记半句"},
        {"participant": 5, "status": "缺席"},
        {"participant": 7, "status": "缺席", "reason": "会后已返程"},
        {"name": "才旦", "role": "见证人", "status": "拒绝签名"},
    ],
    "correction_sheets": [
        {
            "no": 1,
            "record": 3,
            "place": "第一句",
            "wrong": "20厘米",
            "corrected": "30厘米",
            "reason": "记录时听误，已与录音核对。",
            "by": "尕藏加",
            "at": "2025-05-26",
            "signed_at": "2025-05-27",
        },
        {"no": 2, "place": "会议地点", "wrong": "三楼", "corrected": "二楼", "by": "尕藏加"},
    ],
    "handler_note": {
        "road": "报检察长",
        "own_view": "拟先行磋商，磋商不成再发检察建议。",
        "signed_at": "2025-06-04",
    },
    "handler_answers": [{"answer": 1, "at": "2025-06-02"}],
}
"""The ``lianxi`` part of a conference in which nothing is left out."""


def sheet_papers() -> dict[str, Document]:
    """Return the cleaned run sheet of every bundled sample, by the name of its file."""
    found = {}
    for file in sorted(SAMPLES.glob("s*.json")):
        told = papers(file)
        profile = profile_of(told.meeting.kind, told.meeting.profile, PROFILES)
        told = replace(told, order=suggested_order(told.meeting, profile))
        kind = RUN_SHEETS[told.meeting.kind]
        found[f"{file.stem} sheet"] = clean_document(built(kind, told))[0]
    return found


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
    return {
        file.stem: clean_document(paper(snapshot(file)))[0]
        for file in sorted(SAMPLES.glob("s*.json"))
    }


def paper(meeting: MeetingSnapshot) -> Document:
    """Return the meeting's own paper."""
    return built(own_kind(meeting), MeetingPapers(meeting))


def own_kind(meeting: MeetingSnapshot) -> str:
    """Return the kind of the meeting's own paper."""
    return OWN[meeting.kind]


def built(kind: str, papers: MeetingPapers) -> Document:
    """Return one paper of a meeting."""
    rules = paper_rules_of(papers.meeting, PROFILES)
    options = BuildOptions(MADE_AT, signers_of(papers.meeting, PROFILES), rules)
    return KINDS[kind].build(papers, options, load_labels())
