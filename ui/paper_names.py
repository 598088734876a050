"""The papers that can be made of a meeting, and what they are called on the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

PAPER_NAMES = {
    "record": QT_TRANSLATE_NOOP("PaperNames", "会议记录"),
    "handler_note": QT_TRANSLATE_NOOP("PaperNames", "参考情况说明"),
    "divergence_report": QT_TRANSLATE_NOOP("PaperNames", "分歧情况报告"),
    "run_sheet": QT_TRANSLATE_NOOP("PaperNames", "主持人流程单"),
    "transcript": QT_TRANSLATE_NOOP("PaperNames", "听证笔录"),
    "hearing_run_sheet": QT_TRANSLATE_NOOP("PaperNames", "主持人流程单"),
}
"""The kinds of papers by their ids; a test holds them to the table of the exporters."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The papers that there are of a meeting, by kind, and its cases: id and name."""

    due: tuple[str, ...]
    working: tuple[str, ...]
    cases: tuple[tuple[str, str], ...] = ()


def paper_name(kind: str) -> str:
    """Return the name of a kind of paper in the language in force."""
    return QCoreApplication.translate("PaperNames", str(PAPER_NAMES[kind]))
