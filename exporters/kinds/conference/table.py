"""The papers of a joint conference, in the order of its file; its own paper first."""

from exporters.kinds.conference import divergence_report, handler_note, record, run_sheet
from exporters.kinds.kind import Kind, own
from models.vocabulary import MeetingKind

_OF = MeetingKind.JOINT_CONFERENCE

CONFERENCE: tuple[Kind, ...] = (
    Kind("record", _OF, "会议记录", own(record.build)),
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
    Kind("run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
