"""The work behind a preview: the paper as PDF, byte for byte what the export writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.progress import CancelToken, Progress
from models.papers import MeetingPapers
from ui.pages.exporting import profiles_of, templates_of
from ui.pages.versions import Version, version_of
from ui.paper_names import VersionChoice
from ui.pdf_file import PdfFile
from ui.tasks import Task

if TYPE_CHECKING:
    from exporters.text import Replacement


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it would be exported now.

    ``content`` is the PDF, ``file`` its pages, to be closed by whoever takes them; ``kinds`` are
    all the papers there are of the meeting in this ``version``. It lives in memory alone: words of a
    case that were never on a disk need not be wiped from it.
    """

    kind: str
    kinds: tuple[str, ...]
    name: str  # of the file that an export would write, without version and suffix
    made_at: datetime
    content: bytes
    file: PdfFile
    replacements: "Sequence[Replacement]"
    version: Version


def preview_task(
    papers: MeetingPapers, kind: str, choice: VersionChoice, *, database: Path
) -> Task:
    """Return the task that makes a paper; its result is a :class:`Preview`."""

    def work(progress: Progress, cancel: CancelToken) -> Preview:
        from exporters.export import paper_stem, write_paper  # heavy: only when used
        from exporters.registry import KINDS, kinds_allowed, kinds_due, working_kinds  # as above
        from models.profiles import paper_rules_of, signers_of  # with the above

        made_at, profiles = datetime.now().astimezone(), profiles_of(database)
        rules, stream = paper_rules_of(papers.meeting, profiles), BytesIO()
        version = version_of(papers, choice)
        shown = version.papers
        cancel.check()
        replaced = write_paper(
            shown,
            stream,
            kind=kind,
            format_="pdf",
            signers=signers_of(papers.meeting, profiles),
            rules=rules,
            templates=templates_of(database).templates,
            made_at=made_at,
            progress=progress,
            cancel=cancel,
        )
        cancel.check()
        name = paper_stem(shown, KINDS[kind])
        content = stream.getvalue()
        file = PdfFile(content)
        kinds = (*kinds_due(shown), *kinds_allowed(shown, rules), *working_kinds(shown))
        return Preview(kind, kinds, name, made_at, content, file, replaced, version)

    return Task(work)
