"""The papers that can be made of a meeting, and what they are called on the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.secrecy import SecrecyFinding
from models.snapshot import CaseView

translate = QCoreApplication.translate

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

Cases = tuple[tuple[str, str], ...]
"""The cases of a meeting: id, and name or number as it is called on the screen."""


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """Which version of papers is wanted: masked, an excerpt about one case, both, or neither."""

    masked: bool = False
    case_id: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is to be hidden or left out."""
        return self == WHOLE

    def among(self, cases: Cases) -> "VersionChoice":
        """Return this choice, without an excerpt if a meeting with these cases offers it no more."""
        offered = {choice.case_id for choice in version_choices(cases)}
        return self if self.case_id in offered else VersionChoice(masked=self.masked)


WHOLE = VersionChoice()
"""The papers as they are: every name, every case."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The papers that there are of a meeting, by kind, and its cases.

    ``allowed`` are off by default, and the meeting's rules let them be made; ``secrecy`` is why
    papers bear no mark of secrecy where one was due.
    """

    due: tuple[str, ...]
    working: tuple[str, ...]
    cases: Cases = ()
    allowed: tuple[str, ...] = ()
    secrecy: tuple[SecrecyFinding, ...] = ()


def paper_name(kind: str) -> str:
    """Return the name of a kind of paper in the language in force."""
    return translate("PaperNames", str(PAPER_NAMES[kind]))


def versioned_name(kind: str, choice: VersionChoice) -> str:
    """Return the name of a kind of paper, with its version unless that is the whole one."""
    name = paper_name(kind)
    if choice.is_whole:
        return name
    words = translate("PaperNames", "{paper}（{version}）")
    return words.format(paper=name, version=short_version_name(choice))


def case_names(cases: Iterable[CaseView]) -> Cases:
    """Return the cases of a meeting as they are called on the screen."""
    return tuple((case.id, case.name or case.case_no or "") for case in cases)


def excerpt_name(case: str) -> str:
    """Return what an excerpt about the case of that name is called."""
    return translate("PaperNames", "只摘录：{case}").format(
        case=case or translate("PaperNames", "（未写案件名称）")
    )


def version_choices(cases: Cases) -> tuple[VersionChoice, ...]:
    """Return the versions there are: excerpts only where a meeting has several cases."""
    excerpts = [case_id for case_id, _ in cases] if len(cases) > 1 else []
    return tuple(
        VersionChoice(masked=masked, case_id=case_id)
        for case_id in (None, *excerpts)
        for masked in (False, True)
    )


def version_name(choice: VersionChoice, cases: Cases) -> str:
    """Return the name of a version, with the case that it is about."""
    if choice.case_id is None:
        return short_version_name(choice)
    words = excerpt_name(dict(cases).get(choice.case_id, ""))
    if choice.masked:
        words = translate("PaperNames", "脱敏版，{excerpt}").format(excerpt=words)
    return words


def short_version_name(choice: VersionChoice) -> str:
    """Return the name of a version, as the names of files have it."""
    match choice.masked, choice.case_id is not None:
        case True, True:
            return translate("PaperNames", "脱敏版·摘录")
        case True, False:
            return translate("PaperNames", "脱敏版")
        case False, True:
            return translate("PaperNames", "摘录")
        case _:
            return translate("PaperNames", "完整版")
