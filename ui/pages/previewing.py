"""The work behind a preview: the paper as PDF, byte for byte what the export writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from exporters.progress import CancelToken, Progress
from models.papers import MeetingPapers
from ui.pages.exporting import profiles_of
from ui.pdf_file import PdfFile
from ui.tasks import Task

if TYPE_CHECKING:
    from exporters.text import Replacement

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
    "transcript": QT_TRANSLATE_NOOP("PaperNames", "听证笔录"),
    "hearing_run_sheet": QT_TRANSLATE_NOOP("PaperNames", "主持人流程单"),
}
"""The kinds of papers by their ids; a test holds them to the table of the exporters."""

RUN_SHEETS = frozenset({"run_sheet", "interference_slip", "hearing_run_sheet"})
"""The working papers among them; a test holds these too."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it would be exported now.

    ``content`` is the PDF, ``file`` its pages, to be closed by whoever takes them; ``kinds`` are
    all the papers there are of the meeting. It lives in memory alone: words of a case that were never
    on a disk need not be wiped from it.
    """

    kind: str
    kinds: tuple[str, ...]
    name: str  # of the file that an export would write, without version and suffix
    made_at: datetime
    content: bytes
    file: PdfFile
    replacements: "Sequence[Replacement]"


def paper_name(kind: str) -> str:
    """Return the name of a kind of paper in the language in force."""
    return QCoreApplication.translate("PaperNames", str(PAPER_NAMES[kind]))


def preview_task(papers: MeetingPapers, kind: str, *, database: Path) -> Task:
    """Return the task that makes a paper; its result is a :class:`Preview`."""

    def work(progress: Progress, cancel: CancelToken) -> Preview:
        from exporters.export import write_paper  # heavy: only when used
        from exporters.file_names import stem  # with the above
        from exporters.registry import KINDS, kinds_allowed, kinds_due, working_kinds  # as above
        from models.profiles import paper_rules_of, signers_of  # with the above

        made_at, profiles = datetime.now().astimezone(), profiles_of(database)
        rules, stream = paper_rules_of(papers.meeting, profiles), BytesIO()
        replaced = write_paper(
            papers,
            stream,
            kind=kind,
            format_="pdf",
            signers=signers_of(papers.meeting, profiles),
            rules=rules,
            made_at=made_at,
            progress=progress,
            cancel=cancel,
        )
        cancel.check()
        name = stem(papers.meeting, KINDS[kind].short_name)
        content = stream.getvalue()
        file = PdfFile(content)
        kinds = (*kinds_due(papers), *kinds_allowed(papers, rules), *working_kinds(papers))
        return Preview(kind, kinds, name, made_at, content, file, replaced)

    return Task(work)
