"""Hints at a speaker's own words, and the line the chair may add beside them (主持人说明).

The words themselves are never changed: what is added is a line of its own, at the end of the record.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from models.authored import VERBATIM_FIELD
from models.profiles import profile_of
from models.snapshot import LineView, MeetingSnapshot
from models.vocabulary import LineKind, Role
from models.wording import Match, check, clarification
from ui.clock import clock_time
from ui.guard.wording_line import WordingLine
from ui.operations import TypedLine

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage


class Clarifying(QObject):
    """Judges what is typed into the record and the line that is selected in it."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self._line: LineView | None = None
        self.action = QAction(self)
        self.action.setEnabled(False)
        self.action.triggered.connect(lambda _checked=False: self._clarify_line())
        self.line = WordingLine(page.theme, clarifies=True)
        self.line.clarify_asked.connect(lambda _match: self._clarify_line())
        page.composer.wording.judge = self._judge
        page.composer.wording.clarify_asked.connect(self._clarify_typed)
        page.composer.wording.told.connect(self._stay_at_end)

    def follow_selection(self) -> None:
        """Tell of the line selected; of several none is meant."""
        lines = self._page.selected_lines() if self._page.open_meeting is not None else []
        self._line = lines[0] if len(lines) == 1 else None
        matches = self._judge(self._line.text or "") if self._line is not None else ()
        self.action.setEnabled(bool(matches))
        self._tell(matches)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.action.setText(self.tr("添加主持人说明"))
        self.follow_selection()

    def _tell(self, matches: tuple[Match, ...]) -> None:
        if self._line is None or not matches:
            self.line.tell(None)
            return
        number = "" if self._line.seq is None else str(self._line.seq)
        about = self.tr("第{number}条：").format(number=number)
        self.line.tell(matches[0], about=about, count=len(matches))
        view = self._page.timeline  # which is lower by now
        QTimer.singleShot(0, view, lambda: view.scrollTo(view.currentIndex()))

    def _stay_at_end(self) -> None:
        """Have the last line in view still when the typing line takes more room."""
        view = self._page.timeline
        if view.verticalScrollBar().value() >= view.verticalScrollBar().maximum():
            QTimer.singleShot(0, view, view.scrollToBottom)

    def _judge(self, text: str) -> tuple[Match, ...]:
        meeting = self._page.meeting
        if meeting is None or not text:
            return ()
        profile = profile_of(meeting.kind, meeting.profile, self._page.workspace.profiles)
        return check(text, field=VERBATIM_FIELD, profile=profile).matches

    def _clarify_line(self) -> None:
        """Have the chair say something about the line selected."""
        line, match = self._line, self.line.match
        if line is not None and match is not None and self._page.open_meeting is not None:
            section = line.item_id if line.step is None else line.step
            self._add(match, section)

    def _clarify_typed(self, match: object) -> None:
        """Take down what is typed, and what the chair says about it after it."""
        assert isinstance(match, Match)  # what the signal carries
        composer = self._page.composer
        section = composer.section.value
        composer.hand_in()
        self._add(match, section)

    def _add(self, match: Match, section: object) -> None:
        meeting = self._page.meeting
        assert meeting is not None  # nothing is told without one
        line = TypedLine(
            text=clarification(match.group),
            speaker_id=_chair_of(meeting),
            kind=LineKind.CHAIR,
            at=clock_time(),
            step=section if isinstance(section, int) else None,
            item_id=section if isinstance(section, str) else None,
        )
        self._page.queue.add(meeting.id, line)
        self._page.timeline.scrollToBottom()


def _chair_of(meeting: MeetingSnapshot) -> str | None:
    chairs = (person.id for person in meeting.participants if person.role == Role.CHAIR)
    return next(chairs, None)
