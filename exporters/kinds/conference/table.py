"""The papers of a joint conference, in the order of its file."""

from exporters.kinds.annexes import specialists
from exporters.kinds.conference import (
    correction_sheet,
    delivery_receipt,
    divergence_report,
    expert_statement,
    handler_note,
    interference_slip,
    materials,
    notice,
    record,
    request,
    run_sheet,
    sign_in,
    summary,
    written_opinions,
)
from exporters.kinds.kind import Filing, Kind, filed_as_record, own, took_place
from models.papers import DivergenceReportView, HandlerNoteView, MeetingPapers, RequestView
from models.states import has_reached
from models.vocabulary import MeetingKind, Road

_OF = MeetingKind.JOINT_CONFERENCE


def _filed_by_requester(papers: MeetingPapers) -> Filing:
    request = papers.request or RequestView()
    return Filing(request.by, request.at)


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


def _is_handed_over(papers: MeetingPapers) -> bool:
    return papers.meeting.signed


CONFERENCE: tuple[Kind, ...] = (
    Kind(
        "request",
        _OF,
        "提请审批表",
        request.build,
        exists=lambda papers: papers.request is not None,
        catalogue_order=10,
        demanded=lambda papers: has_reached(papers.meeting.state, "J1"),
        filing=_filed_by_requester,
    ),
    Kind("notice", _OF, "会议通知", notice.build, exists=notice.exists, catalogue_order=20),
    Kind(
        "materials",
        _OF,
        "材料清单",
        materials.build,
        exists=lambda papers: bool(papers.meeting.materials),
        catalogue_order=30,
    ),
    Kind("sign_in", _OF, "签到表", sign_in.build, exists=notice.exists, catalogue_order=50),
    Kind(
        "record",
        _OF,
        "会议记录",
        own(record.build),
        exists=took_place,
        catalogue_order=60,
        filing=filed_as_record,
    ),
    Kind(
        "expert_statement",
        _OF,
        "专业说明",
        own(expert_statement.build),
        exists=lambda papers: bool(specialists(papers.meeting)),
        catalogue_order=70,
    ),
    Kind(
        "written_opinions",
        _OF,
        "书面意见",
        own(written_opinions.build),
        exists=written_opinions.exists,
        catalogue_order=71,
    ),
    Kind(
        "summary",
        _OF,
        "参考意见汇编",
        own(summary.build),
        exists=summary.exists,
        allowed=summary.allowed,
        catalogue_order=72,
    ),
    Kind(
        "delivery_receipt",
        _OF,
        "送交回执",
        delivery_receipt.build,
        exists=_is_handed_over,
        catalogue_order=75,
    ),
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
    Kind(
        "correction_sheet",
        _OF,
        "更正说明",
        own(correction_sheet.build),
        exists=lambda papers: bool(papers.meeting.correction_sheets),
        catalogue_order=100,
    ),
    Kind("interference_slip", _OF, "过问情况登记表", own(interference_slip.build), working=True),
    Kind("run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
