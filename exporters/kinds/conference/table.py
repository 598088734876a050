"""The papers of a joint conference, in the order of its file; its own paper first."""

from exporters.kinds.conference import divergence_report, handler_note, record, run_sheet
from exporters.kinds.kind import Filing, Kind, own
from models.papers import DivergenceReportView, HandlerNoteView, MeetingPapers
from models.states import has_reached
from models.vocabulary import MeetingKind, Road

_OF = MeetingKind.JOINT_CONFERENCE


def _filed_by_handler(papers: MeetingPapers) -> Filing:
    note = papers.note or HandlerNoteView()
    return Filing(note.by, note.at, bool(note.signed_at))


def _filed_by_head(papers: MeetingPapers) -> Filing:
    report = papers.divergence or DivergenceReportView()
    return Filing(report.by, report.at, bool(report.signed_at))


def _report_demanded(papers: MeetingPapers) -> bool:
    """Say whether the case was reported to the chief prosecutor; elsewhere goes another paper."""
    road = papers.note.road if papers.note else None
    return papers.meeting.state == "J10" and road in {None, Road.CHIEF}


CONFERENCE: tuple[Kind, ...] = (
    Kind("record", _OF, "会议记录", own(record.build), catalogue_order=60),
    Kind(
        "handler_note",
        _OF,
        "参考情况说明",
        handler_note.build,
        exists=lambda papers: papers.note is not None,
        catalogue_order=80,
        demanded=lambda papers: has_reached(papers.meeting.state, "J9"),
        filing=_filed_by_handler,
    ),
    Kind(
        "divergence_report",
        _OF,
        "分歧情况报告",
        divergence_report.build,
        exists=lambda papers: papers.divergence is not None,
        catalogue_order=90,
        demanded=_report_demanded,
        filing=_filed_by_head,
    ),
    Kind("run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
