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
from exporters.kinds.kind import Kind, own
from models.papers import MeetingPapers
from models.vocabulary import MeetingKind

_OF = MeetingKind.JOINT_CONFERENCE


def _is_handed_over(papers: MeetingPapers) -> bool:
    return papers.meeting.signed


CONFERENCE: tuple[Kind, ...] = (
    Kind(
        "request",
        _OF,
        "提请审批表",
        request.build,
        exists=lambda papers: papers.request is not None,
    ),
    Kind("notice", _OF, "会议通知", notice.build, exists=notice.exists),
    Kind(
        "materials",
        _OF,
        "材料清单",
        materials.build,
        exists=lambda papers: bool(papers.meeting.materials),
    ),
    Kind("sign_in", _OF, "签到表", sign_in.build, exists=notice.exists),
    Kind("record", _OF, "会议记录", own(record.build)),
    Kind(
        "expert_statement",
        _OF,
        "专业说明",
        own(expert_statement.build),
        exists=lambda papers: bool(specialists(papers.meeting)),
    ),
    Kind(
        "written_opinions",
        _OF,
        "书面意见",
        own(written_opinions.build),
        exists=written_opinions.exists,
    ),
    Kind(
        "summary",
        _OF,
        "参考意见汇编",
        own(summary.build),
        exists=summary.exists,
        allowed=summary.allowed,
    ),
    Kind(
        "delivery_receipt",
        _OF,
        "送交回执",
        delivery_receipt.build,
        exists=_is_handed_over,
    ),
    Kind(
        "handler_note",
        _OF,
        "参考情况说明",
        handler_note.build,
        exists=lambda papers: papers.note is not None,
    ),
    Kind(
        "divergence_report",
        _OF,
        "分歧情况报告",
        divergence_report.build,
        exists=lambda papers: papers.divergence is not None,
    ),
    Kind(
        "correction_sheet",
        _OF,
        "更正说明",
        own(correction_sheet.build),
        exists=lambda papers: bool(papers.meeting.correction_sheets),
    ),
    Kind("interference_slip", _OF, "过问情况登记表", own(interference_slip.build), working=True),
    Kind("run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
