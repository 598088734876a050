"""The papers that can be made of a meeting, and what they are called on the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.secrecy import SecrecyFinding

PAPER_NAMES = {
    "request": QT_TRANSLATE_NOOP("PaperNames", "提请审批表"),
    "notice": QT_TRANSLATE_NOOP("PaperNames", "会议通知"),
    "materials": QT_TRANSLATE_NOOP("PaperNames", "材料清单"),
    "sign_in": QT_TRANSLATE_NOOP("PaperNames", "签到表"),
    "record": QT_TRANSLATE_NOOP("PaperNames", "会议记录"),
    "expert_statement": QT_TRANSLATE_NOOP("PaperNames", "专业说明"),
    "written_opinions": QT_TRANSLATE_NOOP("PaperNames", "书面意见"),
    "summary": QT_TRANSLATE_NOOP("PaperNames", "参考意见汇编"),
    "delivery_receipt": QT_TRANSLATE_NOOP("PaperNames", "送交回执"),
    "handler_note": QT_TRANSLATE_NOOP("PaperNames", "参考情况说明"),
    "divergence_report": QT_TRANSLATE_NOOP("PaperNames", "分歧情况报告"),
    "correction_sheet": QT_TRANSLATE_NOOP("PaperNames", "更正说明"),
    "run_sheet": QT_TRANSLATE_NOOP("PaperNames", "主持人流程单"),
    "interference_slip": QT_TRANSLATE_NOOP("PaperNames", "过问情况登记表"),
    "hearing_refusal": QT_TRANSLATE_NOOP("PaperNames", "不予听证答复"),
    "hearing_plan": QT_TRANSLATE_NOOP("PaperNames", "听证方案审批表"),
    "public_notice": QT_TRANSLATE_NOOP("PaperNames", "听证公告"),
    "hearing_notice": QT_TRANSLATE_NOOP("PaperNames", "听证通知书"),
    "officer_invitation": QT_TRANSLATE_NOOP("PaperNames", "听证员邀请函"),
    "hearing_sign_in": QT_TRANSLATE_NOOP("PaperNames", "签到表"),
    "transcript": QT_TRANSLATE_NOOP("PaperNames", "听证笔录"),
    "deliberation": QT_TRANSLATE_NOOP("PaperNames", "评议笔录"),
    "officer_opinion": QT_TRANSLATE_NOOP("PaperNames", "听证意见表"),
    "adoption": QT_TRANSLATE_NOOP("PaperNames", "听证意见采纳情况审批表"),
    "supervisor_feedback": QT_TRANSLATE_NOOP("PaperNames", "人民监督员意见反馈表"),
    "hearing_run_sheet": QT_TRANSLATE_NOOP("PaperNames", "主持人流程单"),
    "name_plates": QT_TRANSLATE_NOOP("PaperNames", "席卡（姓名和单位）"),
    "name_plates_bare": QT_TRANSLATE_NOOP("PaperNames", "席卡（只有姓名）"),
    "seating": QT_TRANSLATE_NOOP("PaperNames", "座次表"),
    "read_back": QT_TRANSLATE_NOOP("PaperNames", "校阅页"),
}
"""The kinds of papers by their ids; a test holds them to the table of the exporters."""

FOR_THE_ROOM = frozenset(
    {
        *("run_sheet", "hearing_run_sheet", "interference_slip", "name_plates"),
        *("name_plates_bare", "seating", "read_back"),
    }
)
"""Those for use in the room, which are not of the file; a test holds these too."""

RUN_SHEETS = frozenset({"run_sheet", "hearing_run_sheet"})
"""The chair's among the papers for the room: chosen until there is something to record."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The papers that there are of a meeting, by kind, and its cases: id and name.

    ``allowed`` are off by default, and the meeting's rules let them be made; ``secrecy`` is why
    papers bear no mark of secrecy where one was due.
    """

    due: tuple[str, ...]
    working: tuple[str, ...]
    cases: tuple[tuple[str, str], ...] = ()
    allowed: tuple[str, ...] = ()
    secrecy: tuple[SecrecyFinding, ...] = ()


def paper_name(kind: str) -> str:
    """Return the name of a kind of paper in the language in force."""
    return QCoreApplication.translate("PaperNames", str(PAPER_NAMES[kind]))
