"""What the keys of the desk do beside typing: opinions, marks, internal notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from models.snapshot import LineView, MeetingSnapshot
from models.vocabulary import MeetingKind, Movement
from ui.clock import clock_time
from ui.live.operations import (
    add_note,
    delete_notes,
    hand_over,
    mark_lines,
    note_movement,
    revise_note,
)
from ui.opinion_operations import take_as_opinion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.desk_view import NoteView
    from ui.pages.record_page import RecordPage

_DELIBERATION = 4  # the step of a hearing in which the officers discuss among themselves


class DeskActions(QObject):
    """Acts on the lines selected in the timeline, or else on what was spoken last."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self._changing = ""  # the internal note that is being changed
        self._confers = ("", False)  # the meeting, and whether its officers confer
        page.composer.noted.connect(self._add_note)

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Turn notes internal when the officers begin to confer, and back when they have."""
        now = meeting.under_way
        confers = (
            meeting.kind is MeetingKind.HEARING and now is not None and now.step == _DELIBERATION
        )
        (former, conferred), self._confers = self._confers, (meeting.id, confers)
        if confers != (conferred and former == meeting.id):
            self._page.composer.set_noting(noting=confers)

    def toggle_note(self) -> None:
        """Have what is typed become an internal note, or words of the record again."""
        composer, self._changing = self._page.composer, ""
        if self._page.open_meeting is not None and not composer.editing:
            composer.set_noting(noting=not composer.noting)
            composer.text.setFocus()

    def edit_note(self, note: "NoteView") -> None:
        """Take an internal note into the typing line to change it."""
        composer = self._page.composer
        if composer.draft is not None:
            composer.say(self.tr("请先记录或者清空正在输入的内容，再修改备注。"))
            composer.text.setFocus()
        elif self._page.open_meeting is not None:
            composer.set_noting(noting=True)
            composer.text.setPlainText(note.text)
            composer.text.moveCursor(QTextCursor.MoveOperation.End)
            composer.text.setFocus()
            self._changing = note.id

    def delete_notes(self, notes: "Sequence[NoteView]") -> None:
        """Delete internal notes."""
        meeting = self._page.open_meeting
        if meeting is not None and notes:
            self._page.run(delete_notes(meeting.id, [note.id for note in notes]))

    def mark(self) -> None:
        """Mark the lines to be checked later, or take the mark away if all of them have it."""
        meeting, lines = self._page.open_meeting, self._meant()
        if meeting is not None and lines:
            marked = not all(line.marked for line in lines)
            self._page.run(mark_lines(meeting.id, [line.id for line in lines], marked=marked))

    def take_as_opinion(self) -> None:
        """Take what one person said as an opinion; of several questions the secretary picks one."""
        meeting, lines = self._page.open_meeting, self._spoken_together()
        if meeting is None or not lines:
            return
        if len(meeting.questions) <= 1:
            self._take(meeting, lines, next(iter(meeting.question_ids), None))
            return
        menu = QMenu(self._page)
        menu.setAccessibleName(self.tr("意见所答的问题"))
        for number, (text, key) in enumerate(
            zip(meeting.questions, meeting.question_ids, strict=True), 1
        ):
            action = menu.addAction(f"&{number}  {_shortened(text)}")
            action.triggered.connect(
                lambda _checked=False, key=key: self._take(meeting, lines, key)
            )
        none = menu.addAction(self.tr("不指明问题"))
        none.triggered.connect(lambda _checked=False: self._take(meeting, lines, None))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        field = self._page.composer.text
        menu.popup(field.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def ask_to_hand_over(self) -> None:
        """Ask who takes the record down from now on."""
        from ui.dialogs.hand_over import HandOverDialog  # heavy: only when used

        meeting = self._page.open_meeting
        if meeting is not None:
            page = self._page
            dialog = HandOverDialog(page.theme, meeting.participants, meeting.host or "", page)
            dialog.handed_over.connect(self._hand_over)
            dialog.show()

    def _hand_over(self, name: str, organ: str, post: str) -> None:
        meeting = self._page.open_meeting
        if meeting is None:
            return
        step, item_id = _place(meeting)
        self._page.run(
            hand_over(
                meeting.id,
                name=name,
                organ=organ,
                post=post,
                at=clock_time(),
                step=step,
                item_id=item_id,
            )
        )

    def note_movement(self, participant_id: str, movement: Movement, reason: str) -> None:
        """Write into the record that somebody comes or goes now, at what is under way."""
        meeting = self._page.open_meeting
        if meeting is None:
            return
        step, item_id = _place(meeting)
        self._page.run(
            note_movement(
                meeting.id,
                participant_id,
                movement,
                at=clock_time(),
                reason=reason,
                step=step,
                item_id=item_id,
            )
        )

    def _take(self, meeting: MeetingSnapshot, lines: list[LineView], question: str | None) -> None:
        self._page.run(take_as_opinion(meeting.id, [line.id for line in lines], question))

    def _meant(self) -> list[LineView]:
        """Return the lines selected where the timeline has the focus, else the last one."""
        if self._page.timeline.hasFocus():
            return self._page.selected_lines()
        meeting = self._page.meeting
        return list(meeting.lines[-1:]) if meeting is not None else []

    def _spoken_together(self) -> list[LineView]:
        """Return the lines meant, and before a single one what the same person said in a row."""
        meeting, lines = self._page.meeting, self._meant()
        if meeting is None or not lines or lines[-1].speaker_id is None:
            return []
        if len(lines) > 1:
            return [line for line in lines if line.speaker_id == lines[-1].speaker_id]
        last = lines[0]
        found = [last]
        for line in reversed(meeting.lines[: meeting.lines.index(last)]):
            if (line.speaker_id, line.item_id, line.step) != (
                last.speaker_id,
                last.item_id,
                last.step,
            ):
                break
            found.insert(0, line)
        return found

    def _add_note(self, text: str, at: str) -> None:
        meeting, changing = self._page.open_meeting, self._changing
        self._changing = ""
        if meeting is not None and changing in {note.id for note in self._page.state.notes}:
            self._page.run(revise_note(meeting.id, changing, text))
        elif meeting is not None:
            after = meeting.lines[-1].id if meeting.lines else None
            self._page.run(add_note(meeting.id, text, at=at, after_id=after))


def _place(meeting: MeetingSnapshot) -> tuple[int | None, str | None]:
    """Return the step and the item that are under way."""
    now = meeting.under_way
    return (None, None) if now is None else (now.step, now.item_id)


def _shortened(text: str, most: int = 40) -> str:
    text = text.replace("&", "&&")
    return text if len(text) <= most else f"{text[: most - 1]}…"
