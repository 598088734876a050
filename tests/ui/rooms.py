"""A window with one meeting in it, and a secretary who takes lines down."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from models.operations import lines, opinions, signing
from models.signing_facts import GapKind
from models.snapshot import LineView
from models.vocabulary import Manner, MeetingKind
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.changes import Operation
from ui.dialogs.line import LineDialog
from ui.main_window import MainWindow
from ui.operations import add_entries
from ui.pages.record_page import RecordPage


class Room:
    """A window with one meeting, and what a secretary does in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.page: RecordPage = window.desk.page.record

    @property
    def lines(self) -> tuple[LineView, ...]:
        """The lines as the page shows them, once they are on disk."""
        assert self.page.meeting is not None
        return self.page.meeting.lines

    @property
    def texts(self) -> list[str | None]:
        """The words of the lines."""
        return [line.text for line in self.lines]

    def type_line(self, text: str) -> None:
        """Type a line, as an input method gives words over, and press Enter."""
        field = self.page.composer.text
        field.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def write(self, *texts: str) -> None:
        """Type lines and wait until the record shows all of them."""
        for text in texts:
            self.type_line(text)
        self.wait_for(lambda: self.texts[-len(texts) :] == list(texts))

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(what)

    def is_in(self, state: str) -> bool:
        """Say whether the meeting is in that state."""
        return self.page.meeting is not None and self.page.meeting.state == state

    def select(self, *places: int) -> None:
        """Select lines by their places in the record."""
        self.page.actions_of_lines.select(frozenset(self.lines[place].id for place in places))
        self.window.activateWindow()
        self.page.timeline.setFocus()
        self.wait_for(self.page.timeline.hasFocus)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key in the timeline."""
        QTest.keyClick(self.page.timeline, key, modifier or Qt.KeyboardModifier.NoModifier)

    def open_details(self, place: int) -> LineDialog:
        """Open the form of a line by keys."""
        self.select(place)
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        self.wait_for(lambda: self.window.findChild(LineDialog) is not None)
        dialog = self.window.findChild(LineDialog)
        assert isinstance(dialog, LineDialog)
        return dialog

    def sign(self) -> None:
        """Bring the meeting to its signed state, with all that signing asks for."""
        assert self.page.meeting is not None
        meeting_id, workspace = self.page.meeting.id, self.window.workspace
        chair = self.page.meeting.participants[0].id
        commands, profiles = self.window.desk.commands, {**workspace.profiles}

        def prepare(session: Session) -> None:
            for gap in signing.missing(session, meeting_id, profiles):
                if gap.kind is GapKind.SPEAKER_UNKNOWN:
                    lines.attribute_lines(session, meeting_id, [gap.subject], chair)
                elif gap.kind is GapKind.NOT_HEARD:
                    opinions.add_opinion(
                        session,
                        meeting_id,
                        author_id=gap.subject,
                        manner=Manner.NONE_GIVEN,
                        silence_reason="没有意见",
                    )
            signing.list_signers(session, meeting_id, profiles)
            signing.sign_all(session, meeting_id, "2026-01-02T17:00")

        commands.move("J6")
        self.wait_for(lambda: self.is_in("J6"))
        with self.qtbot.waitSignal(workspace.changed):
            workspace.run(Operation("x", "x", prepare, meeting=meeting_id))
        commands.move("J7")
        self.wait_for(self.window.desk.notice.isVisible)
        assert self.is_in("J6")
        self.window.desk.notice._use_remedy()
        self.wait_for(lambda: self.is_in("J7"))

    def trigger(self, action: str) -> None:
        """Use an action of the menu."""
        self.window.actions_by_id[action].trigger()


def make_room(
    qtbot: QtBot, make_window: WindowMaker, kind: MeetingKind = MeetingKind.JOINT_CONFERENCE
) -> Room:
    """Return a window with a new meeting of two people and two items."""
    window = make_window()
    show(qtbot, window)
    window.desk.commands.create(kind)
    qtbot.waitUntil(lambda: window.desk.page.meeting is not None)
    meeting = window.desk.page.meeting
    assert meeting is not None
    for group, values in (
        ("participant", [{"name": "罗承砚", "role": "主持"}, {"name": "陶某", "role": "承办"}]),
        ("agenda_item", [{"title": "汇报"}, {"title": "讨论"}]),
    ):
        window.workspace.run(
            add_entries(meeting.id, group, values, profiles={**window.workspace.profiles}, name="x")
        )
    qtbot.waitUntil(
        lambda: (
            window.desk.page.record.meeting is not None
            and len(window.desk.page.record.meeting.participants) == 2
            and len(window.desk.page.record.meeting.agenda) == 2
        )
    )
    window.desk.page.show_tab("record")
    return Room(qtbot, window)
