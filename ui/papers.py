"""Papers of the meeting in view: their export and their preview."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from exporters.progress import Cancelled
from models.authored import Finding
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from models.states import CALLED_OFF
from models.vocabulary import MeetingKind
from ui.pages.exporting import CheckedPapers, Fetch
from ui.paper_names import WHOLE
from ui.queries import archivable_papers, checked_papers

if TYPE_CHECKING:
    from models.profiles import Profiles
    from ui.desk import Desk
    from ui.pages.preview_page import PreviewPage

_FIRST_PAPER = {MeetingKind.JOINT_CONFERENCE: "record", MeetingKind.HEARING: "transcript"}


class Papers(QObject):
    """Wires export panel and preview to the desk."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._preview: PreviewPage | None = None
        desk.actions_by_id["export"].triggered.connect(lambda _checked=False: self.export())
        desk.actions_by_id["preview"].triggered.connect(lambda _checked=False: self.preview())

    def export(self, kind: str = "") -> None:
        """Open the export panel for the meeting in view; ``kind`` is a paper that was previewed.

        Out of a preview its version is chosen there, and the files are equal to it.
        """
        desk, meeting = self._desk, self._desk.page.meeting
        if meeting is None:
            return
        desk.page.commit()
        if desk.dossiers.is_archiving:  # one at a time
            self.close_preview()
            desk.dossiers.show_archive_panel()
            return
        desk.dossiers.close_archive_panel()
        made_at, version = None, WHOLE
        if self._preview is not None and self.shows_preview:
            made_at, version = self._preview.made_at, self._preview.version
            self.close_preview()
        desk.page.show_card(visible=True)
        desk.export_panel.ask(
            meeting,
            self.fetcher(meeting.id),
            made_at=made_at,
            kind=kind,
            version=version,
        )

    def preview(self) -> None:
        """Show the paper of the meeting in view as it would be exported."""
        meeting = self._desk.page.meeting
        if meeting is not None:
            self._desk.page.commit()
            self._read(meeting.id, self._show)

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Make the paper in view anew after a change; another meeting closes it."""
        if not self.shows_preview or self._preview is None:
            return
        self._read(meeting.id, self._refresh)

    def close_preview(self) -> bool:
        """Go back to the meeting, if the preview is in view; say whether it was."""
        if not self.shows_preview or self._preview is None:
            return False
        self._preview.close_preview()
        return True

    @property
    def shows_preview(self) -> bool:
        """Whether the preview is in view."""
        return self._preview is not None and self._desk.shows(self._preview)

    def _read(self, meeting_id: str, then: Callable[[object], None]) -> None:
        workspace = self._desk.workspace
        workspace.read(
            checked_papers,
            meeting_id,
            workspace.profiles,
            workspace.file,
            then=then,
            place="preview",
        )

    def fetcher(self, meeting_id: str) -> Fetch:
        """Return what reads a meeting as papers need it."""
        workspace = self._desk.workspace

        def fetch(profiles: "Profiles", /, *, case_file: bool = False) -> CheckedPapers:
            if not workspace.is_open:
                raise Cancelled  # the window closed meanwhile
            query = archivable_papers if case_file else checked_papers
            return _checked(workspace.fetch(query, meeting_id, profiles, workspace.file))

        return fetch

    def _show(self, found: object) -> None:
        checked = _checked(found)
        papers = checked.papers
        if self._preview is None:
            self._preview = self._make()
        self._desk.turn_to(self._preview)
        self._tell_notes(self._preview, checked)
        self._preview.show_paper(papers, _first_paper(papers))

    def _refresh(self, found: object) -> None:
        if self._preview is not None and self.shows_preview:
            checked = _checked(found)
            self._tell_notes(self._preview, checked)
            self._preview.refresh(checked.papers)

    def _tell_notes(self, preview: "PreviewPage", checked: CheckedPapers) -> None:
        """Say over the preview what to look after."""
        papers = checked.papers
        preview.notes.show_findings(checked.findings)
        preview.notes.show_secrecy(papers.secrecy_findings, papers.meeting.cases)

    def _make(self) -> "PreviewPage":
        from ui.pages.preview_page import PreviewPage  # heavy: only when used

        desk = self._desk
        made = PreviewPage(desk.theme, desk.interface, database=desk.workspace.file)
        desk.add_part(made)
        made.closed.connect(lambda: desk.turn_to(desk.page))
        made.export_asked.connect(self.export)
        return made


def _checked(found: object) -> CheckedPapers:
    """Return what :func:`ui.queries.checked_papers` or the query with the case file read."""
    return CheckedPapers(*cast("tuple[MeetingPapers, tuple[Finding, ...]]", found))


def _first_paper(papers: MeetingPapers) -> str:
    """Return the paper that is shown first; of a meeting that was called off what was asked for."""
    meeting = papers.meeting
    if meeting.state not in CALLED_OFF or meeting.lines:
        return _FIRST_PAPER[meeting.kind]
    if meeting.kind is MeetingKind.HEARING:
        return "hearing_refusal"
    return "request" if papers.request is not None else "run_sheet"
