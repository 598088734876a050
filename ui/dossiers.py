"""Dossiers in the window: one of the meeting in view is made, any other is checked."""

import io
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from models.snapshot import AttachmentView, MeetingSnapshot
from ui.queries import attachment_bytes
from ui.widgets.basics import ScrollHost, frame, row

if TYPE_CHECKING:
    from typing import BinaryIO

    from ui.desk import Desk
    from ui.pages.archive_panel import ArchivePanel
    from ui.pages.archiving import Place
    from ui.pages.verify_panel import VerifyPanel
    from ui.pages.work_panel import WorkPanel


class Dossiers(QObject):
    """Wires the two panels to the desk; each is made when it is first asked for."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.archive_panel: ArchivePanel | None = None
        self.verify_panel: VerifyPanel | None = None
        actions = desk.actions_by_id
        actions["archive"].triggered.connect(lambda _checked=False: self.archive())
        actions["verify"].triggered.connect(lambda _checked=False: self.verify())

    def archive(self) -> None:
        """Open the archive panel for the meeting in view, unless files are being written."""
        desk, meeting = self._desk, self._desk.page.meeting
        if meeting is None:
            return
        desk.page.commit()
        desk.page.show_card(visible=True)
        desk.papers.close_preview()
        if not desk.export_panel.idle:
            desk.export_panel.show()  # one at a time
            return
        desk.export_panel.close_panel()
        panel = self.archive_panel = self.archive_panel or self._make_archive_panel()
        desk.page.show_card(visible=True)
        workspace, meeting_id = desk.workspace, meeting.id

        def opened(one: AttachmentView) -> "BinaryIO":
            data = workspace.fetch(attachment_bytes, meeting_id, one.id)
            return io.BytesIO(cast("bytes", data))

        panel.ask(meeting, desk.papers.fetcher(meeting_id), opened)

    def verify(self) -> None:
        """Open the panel that checks a dossier; no meeting is needed."""
        panel = self.verify_panel = self.verify_panel or self._make_verify_panel()
        self._verify_host.show()
        panel.ask()

    @property
    def is_archiving(self) -> bool:
        """Whether a dossier is being made: nothing else is written meanwhile."""
        return self.archive_panel is not None and not self.archive_panel.idle

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Look anew for what is missing, after a change."""
        if self.archive_panel is not None:
            self.archive_panel.follow(meeting)

    def show_archive_panel(self) -> None:
        """Bring the dossier that is being made to sight."""
        if self.archive_panel is not None:
            self._desk.page.show_card(visible=True)
            self.archive_panel.show()

    def close_archive_panel(self) -> bool:
        """Close the archive panel if it is in sight; say whether it was."""
        return _close(self.archive_panel)

    def close_verify_panel(self) -> bool:
        """Close the panel that checks if it is in sight; say whether it was."""
        return _close(self.verify_panel)

    def cancel(self) -> None:
        """Stop what is under way: the window closes."""
        for panel in (self.archive_panel, self.verify_panel):
            if panel is not None:
                panel.cancel()

    def _make_archive_panel(self) -> "ArchivePanel":
        from ui.pages.archive_panel import ArchivePanel  # heavy: only when used

        desk = self._desk
        made = ArchivePanel(desk.theme, desk.settings, database=desk.workspace.file)
        desk.page.add_card(made)
        made.closed.connect(lambda: desk.page.show_card(visible=False))
        made.refused.connect(desk.tell)
        made.finding_asked.connect(desk.page.show_finding)
        made.place_asked.connect(self._go)
        return made

    def _make_verify_panel(self) -> "VerifyPanel":
        from ui.pages.verify_panel import VerifyPanel  # heavy: only when used

        desk = self._desk
        made = VerifyPanel(desk.theme, desk.settings)
        self._verify_host = ScrollHost(frame("cardHost", row(made, margins=(26, 14, 26, 12))))
        desk.add_over(self._verify_host)
        made.closed.connect(self._verify_host.hide)
        made.refused.connect(desk.tell)
        return made

    def _go(self, place: object) -> None:
        wanted = cast("Place", place)  # what the signal carries
        self._desk.page.show_field(wanted.group, wanted.field, wanted.entry_id)


def _close(panel: "WorkPanel | None") -> bool:
    if panel is None or not panel.isVisible():
        return False
    panel.close_panel()
    return True
