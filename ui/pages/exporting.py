"""The export: which papers are asked for, and the work that makes them in a worker."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from exporters.collector import no_collection
from exporters.progress import CancelToken, Progress
from models.authored import Finding
from models.errors import FolderUnwritable, WordingStops
from models.file_faults import TemplateInvalid
from models.papers import MeetingPapers
from models.secrecy import SecrecyFinding
from models.snapshot import CaseView, MeetingSnapshot
from ui.i18n import spoken_language
from ui.messages import error_parts, finding_text, secrecy_text
from ui.pages.versions import Version, version_of
from ui.paper_names import WHOLE, Offer, VersionChoice, case_names
from ui.tasks import Task

if TYPE_CHECKING:
    from exporters.export import ExportResult, PdfOptions
    from exporters.text import Replacement
    from models.profiles import Profiles
    from models.templates import InstalledTemplates

CASE_FILE_NAME = "案卷.json"
"""Name of a case file that travels inside of a PDF."""

FORMATS = {"docx": "DOCX", "pdf": "PDF"}
"""The formats offered; a test holds them to the table of the exporters, which loads slowly."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, in which version, what the wording guard has to say of it.

    ``meeting`` is the whole one as it was read, ``faults`` are those of templates.
    """

    result: "ExportResult"
    findings: tuple[Finding, ...]
    meeting: MeetingSnapshot
    version: Version
    faults: tuple[TemplateInvalid, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What the user asked for. With the ``made_at`` of a preview the files are equal to it.

    ``embedded`` puts DOCX and case file into each PDF of the whole version; into no other, which
    would then show more than the paper itself.
    """

    kinds: tuple[str, ...]
    formats: tuple[str, ...]
    folder: Path
    made_at: datetime | None = None
    version: VersionChoice = WHOLE
    embedded: bool = False


def offer_task(fetch: "Fetch", *, database: Path) -> Task:
    """Return the task that finds out which papers there are; its result is an :class:`Offer`."""

    def work(_progress: Progress, _cancel: CancelToken) -> Offer:
        from exporters.registry import kinds_allowed, kinds_due, working_kinds  # heavy: when used
        from models.profiles import paper_rules_of  # with the above

        profiles = profiles_of(database)
        papers = fetch(profiles).papers
        return Offer(
            kinds_due(papers),
            working_kinds(papers),
            case_names(papers.meeting.cases),
            allowed=kinds_allowed(papers, paper_rules_of(papers.meeting, profiles)),
            secrecy=papers.secrecy_findings,
        )

    return Task(work)


def asked_folder(text: str) -> Path:
    """Return the folder that was typed; ``~`` is the home of the user.

    Raises FolderUnwritable for what is no whole path.
    """
    typed = Path(text.strip())
    try:
        folder = typed.expanduser()
    except RuntimeError:
        raise FolderUnwritable(typed, "no_such_user") from None
    if not folder.is_absolute():
        raise FolderUnwritable(typed, "not_absolute")
    return folder


@dataclass(frozen=True, slots=True)
class CheckedPapers:
    """What the papers print, what the wording guard finds in it, and the meeting's case file.

    The case file is None where it was not asked for.
    """

    papers: MeetingPapers
    findings: tuple[Finding, ...] = ()
    case_file: object = None


class Fetch(Protocol):
    """Reads a meeting as it is now; called in a worker."""

    def __call__(self, profiles: "Profiles", /, *, case_file: bool = False) -> CheckedPapers:
        """Return its papers, of the same moment its case file if that is asked for.

        Of a long meeting it takes more than half as long as the papers.
        """


def export_task(fetch: Fetch, wish: ExportWish, *, database: Path) -> Task:
    """Return the task that writes the papers; its result is :class:`Exported`.

    Blocked wording that can still be changed stops it before anything is written: WordingStops.
    """

    @no_collection()  # for the reading too: it makes as many objects as a paper
    def work(progress: Progress, cancel: CancelToken) -> Exported:
        from exporters.export import PLAIN_PDF, export  # heavy: only when used
        from models.profiles import paper_rules_of, signers_of  # with the above

        profiles = profiles_of(database)
        inside = wish.embedded and wish.version.is_whole
        checked = fetch(profiles, case_file=inside)
        cancel.check()
        papers, stopping = checked.papers, tuple(one for one in checked.findings if one.stops)
        if stopping:
            raise WordingStops(stopping)
        version = version_of(papers, wish.version)
        installed = templates_of(database)
        result = export(
            version.papers,
            kinds=wish.kinds,
            formats=wish.formats,
            folder=wish.folder,
            signers=signers_of(papers.meeting, profiles),
            rules=paper_rules_of(papers.meeting, profiles),
            templates=installed.templates,
            made_at=wish.made_at,
            pdf=_inside(checked, wish) if inside else PLAIN_PDF,
            progress=progress,
            cancel=cancel,
        )
        return Exported(result, checked.findings, papers.meeting, version, installed.faults)

    return Task(work)


def _inside(checked: CheckedPapers, wish: ExportWish) -> "PdfOptions":
    """Return what travels inside of the PDFs: each paper as DOCX, and the case file."""
    from exporters.document import Attachment, Relation  # heavy: only when used
    from exporters.export import PdfOptions  # with the above

    attached: tuple[Attachment, ...] = ()
    if checked.case_file is not None:
        attached = (
            Attachment(
                name=CASE_FILE_NAME,
                media_type="application/json",
                content=_case_file_bytes(checked.case_file),
                relation=Relation.DATA,
                modified_at=wish.made_at or datetime.now().astimezone(),
            ),
        )
    return PdfOptions(with_docx=True, attachments=attached)


def _case_file_bytes(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def case_file_task(fetch: Callable[[], object], file: Path) -> Task:
    """Return the task that writes the document of a meeting, as ``fetch`` reads it then."""

    def work(_progress: Progress, cancel: CancelToken) -> None:
        from models.files import write_whole

        content = _case_file_bytes(fetch())
        cancel.check()
        write_whole(file, content)

    return Task(work)


def profiles_of(database: Path) -> "Profiles":
    """Return the sound profiles beside a database. Reads files: for workers."""
    from models.paths import profile_folder  # heavy: only when used
    from models.profiles import load_profiles  # with the above

    return load_profiles([profile_folder(database)])


def templates_of(database: Path) -> "InstalledTemplates":
    """Return the office's templates beside a database. Reads files: for workers."""
    from models.paths import template_folder  # heavy: only when used
    from models.templates import read_templates  # with the above

    return read_templates(template_folder(database))


def template_fault_lines(faults: Iterable[TemplateInvalid]) -> list[str]:
    """Return, for each faulty template, that the papers have the program's own words."""
    return [" ".join(error_parts(one, spoken_language())) for one in faults]


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Return what the wording guard tells of papers that were written all the same."""
    return [finding_text(one, spoken_language()) for one in findings]


def secrecy_lines(findings: Iterable[SecrecyFinding], cases: Iterable[CaseView]) -> list[str]:
    """Return why papers bear no mark of secrecy where one was due."""
    told = tuple(cases)
    return [secrecy_text(one, told, spoken_language()) for one in findings]


def edited_lines(files: Iterable[Path]) -> list[str]:
    """Return which earlier files somebody worked on by hand; they are as they were."""
    words = QCoreApplication.translate(
        "ExportPanel", "先前的“{file}”在导出以后有人改动过；两份都已保留，请核对以哪一份为准。"
    )
    return [words.format(file=file.name) for file in files]


def replacement_lines(replacements: "Iterable[Replacement]") -> list[str]:
    """Return, for each character that no file can carry, what was done with it."""
    words = QCoreApplication.translate(
        "ExportPanel", "{code_point}（{count} 处，{place}）已改用可见的写法，请核对。"
    )
    return [
        words.format(code_point=f"U+{r.code_point:04X}", count=r.count, place=r.place)
        for r in replacements
    ]
