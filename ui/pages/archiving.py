"""The work behind a dossier: what it would lack and where that is filled in, making it, checking it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from exporters.collector import no_collection
from exporters.progress import CancelToken, Progress
from models.archive_gaps import Missing, MissingKind
from models.authored import Finding
from models.errors import WordingStops
from models.papers import MeetingPapers
from models.secrecy import SecrecyFinding
from models.snapshot import AttachmentView, CaseView
from ui.pages.exporting import Fetch, profiles_of, templates_of
from ui.tasks import Task

if TYPE_CHECKING:
    from exporters.dossier.archive import ArchiveResult

Opened = Callable[[AttachmentView], BinaryIO]
"""Opens the bytes of an attachment; called in a worker."""

PLACES: Mapping[str, tuple[str, str]] = {
    "request": ("request", "by"),
    "record": ("signature", ""),
    "transcript": ("signature", ""),
    "handler_note": ("handler_note", "by"),
    "divergence_report": ("divergence_report", "by"),
    "adoption": ("decision", "by"),
}
"""Group and field where a paper is written or signed; a test holds them to the table of papers."""

_OF_SHEETS = ("correction_sheet", "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is filled in: a field of a form, or the page of a group."""

    group: str
    field: str = ""
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a dossier would lack, and where it is filled in."""

    missing: Missing
    place: Place


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a dossier made now would lack, and why papers bear no mark of secrecy where one is due.

    ``sm3`` says whether this computer can reckon that digest.
    """

    lacks: tuple[Lack, ...]
    secrecy: tuple[SecrecyFinding, ...]
    cases: tuple[CaseView, ...]
    sm3: bool


@dataclass(frozen=True, slots=True)
class ArchiveWish:
    """What the user asked for; ``incomplete`` that what is missing shall not stop it."""

    folder: Path
    zipped: bool = False
    sm3: bool = False
    duplicate: bool = False
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class Archived:
    """The dossier that was made, and what there is to say of it."""

    result: "ArchiveResult"
    findings: tuple[Finding, ...]
    secrecy: tuple[SecrecyFinding, ...]
    cases: tuple[CaseView, ...]


def outlook_task(fetch: Fetch, *, database: Path) -> Task:
    """Return the task that looks for what is missing; its result is an :class:`Outlook`."""

    @no_collection()  # the reading makes as many objects as a paper
    def work(_progress: Progress, _cancel: CancelToken) -> Outlook:
        from exporters.dossier.digests import has_sm3  # heavy: only when used

        papers = fetch(profiles_of(database)).papers
        return Outlook(lacks_of(papers), papers.secrecy_findings, papers.meeting.cases, has_sm3())

    return Task(work)


def archive_task(fetch: Fetch, opened: Opened, wish: ArchiveWish, *, database: Path) -> Task:
    """Return the task that makes the dossier; its result is :class:`Archived`.

    Blocked wording that can still be changed stops it before anything is written: WordingStops.
    """

    @no_collection()
    def work(progress: Progress, cancel: CancelToken) -> Archived:
        from exporters.dossier.archive import archive  # heavy: only when used
        from models.profiles import paper_rules_of, signers_of  # with the above

        profiles = profiles_of(database)
        checked = fetch(profiles, case_file=True)
        papers, stopping = checked.papers, tuple(one for one in checked.findings if one.stops)
        if stopping:
            raise WordingStops(stopping)
        cancel.check()
        result = archive(
            papers,
            wish.folder,
            case_file=cast("Mapping[str, object]", checked.case_file),
            opened=opened,
            signers=signers_of(papers.meeting, profiles),
            rules=paper_rules_of(papers.meeting, profiles),
            templates=templates_of(database).templates,
            zipped=wish.zipped,
            sm3=wish.sm3,
            incomplete=wish.incomplete,
            duplicate=wish.duplicate,
            progress=progress,
            cancel=cancel,
        )
        return Archived(result, checked.findings, papers.secrecy_findings, papers.meeting.cases)

    return Task(work)


def verify_task(path: Path) -> Task:
    """Return the task that checks a dossier or a file; its result is the report of the exporters."""

    def work(progress: Progress, cancel: CancelToken) -> object:
        from exporters.dossier.verify import verify  # heavy: only when used

        return verify(path, progress=progress, cancel=cancel)

    return Task(work)


def lacks_of(papers: MeetingPapers) -> tuple[Lack, ...]:
    """Return what a dossier of these papers would lack, each with its place."""
    from exporters.dossier.missing import missing  # heavy: only when used

    absent = iter([one for one in papers.meeting.attachments if not one.here])
    return tuple(Lack(gap, _place(gap, papers, absent)) for gap in missing(papers))


def _place(gap: Missing, papers: MeetingPapers, absent: Iterator[AttachmentView]) -> Place:
    match gap.kind:
        case MissingKind.CODE:
            return Place("archive", "code")
        case MissingKind.PERIOD:
            return Place("archive", "period")
        case MissingKind.ATTACHMENT:
            return _place_of(next(absent))  # they are told in the order of the meeting
        case _:
            return Place(*PLACES.get(_kind_called(gap.name, papers), _OF_SHEETS))


def _place_of(attachment: AttachmentView) -> Place:
    if attachment.line_id is not None:
        return Place("line", "", attachment.line_id)
    return Place("agenda_item", "", attachment.item_id or "")


def _kind_called(name: str, papers: MeetingPapers) -> str:
    """Return the kind of paper of that name; empty for none."""
    from exporters.registry import KINDS  # heavy: only when used

    of_meeting = (kind for kind in KINDS.values() if kind.meeting is papers.meeting.kind)
    return next((kind.id for kind in of_meeting if kind.short_name == name), "")
