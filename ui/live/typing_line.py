"""The keys of the typing line: who speaks by number, who comes and goes, mends of what was said.

Everything is read from the text as it stands when nothing is being composed, so that it does not
matter whether a digit came as a key or from an input method.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from models.pinyin import filter_names
from models.presence import entering, leaving
from models.short_codes import Codes, expand, people_by_number
from models.snapshot import MeetingSnapshot, ParticipantView
from models.typing_line import (
    Command,
    Enter,
    Leave,
    Queue,
    Replace,
    Unknown,
    command_of,
    speaker_number,
)
from ui.item_models.people import name_of
from ui.live.attribution import absence_words
from ui.live.operations import wait_to_speak
from ui.operations import TypedLine, revise_line
from ui.qt_text import qt_length

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYS = {*_RETURNS, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab}


class TypingLine(QObject):
    """Reads what is typed into the composer of a record page beside the words of the speakers."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        self._composer = page.composer
        self._accounted = 0  # seconds of the present speech that earlier lines have
        self._composer.text.textChanged.connect(self._typed)
        self._composer.text.takes_key = self._take_key
        self._composer.command_of = self._carry_out

    def seconds_of(self, line: TypedLine) -> int | None:
        """Return how long a line was spoken since the one before it, if its speaker is timed."""
        timer = self._page.state.timer
        if line.speaker_id is None or timer.speaker_id != line.speaker_id:
            return None
        spoken = timer.seconds
        before, self._accounted = min(self._accounted, spoken), spoken
        return spoken - before

    def give_the_floor(self, speaker_id: str | None) -> None:
        """Have somebody speak from now on; who waited to speak waits no longer."""
        composer, state = self._composer, self._page.state
        composer.begin_by(speaker_id)
        composer.text.setFocus()
        if composer.editing:
            return
        self._time(speaker_id)
        if speaker_id is not None and speaker_id in state.queue:
            self._queue(speaker_id, waiting=False)

    def hand_over(self) -> None:
        """Hand in what is typed, and give the floor to who waits first."""
        self._composer.hand_in()
        queue = self._page.state.queue
        if queue:
            self.give_the_floor(queue[0])
        else:
            self._composer.say(self.tr("没有人在候场。输入 /q 和号码，把人排进来。"))

    def edit_earlier(self, by: int = -1) -> None:
        """Go to the last line, or from one that is being corrected to the one before or after it."""
        page, composer = self._page, self._composer
        lines = [] if page.meeting is None else list(page.meeting.lines)
        ids = [line.id for line in lines]
        at = ids.index(composer.editing) if composer.editing in ids else len(ids)
        if not 0 <= at + by < len(ids):
            return
        if composer.editing:
            composer.hand_in_changes()
        page.edit_line(lines[at + by])

    def _take_key(self, event: QKeyEvent) -> bool:
        """Take the keys of the desk; those of a word being composed are the input method's."""
        # Nearly all keys are letters, and of Enter most are the field's: what costs time comes last.
        return _may_count(event) and not self._composer.text.composing and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        words = self._composer.text.words
        if key in _RETURNS and modifiers == _CONTROL:
            self.hand_over()
        elif key == Qt.Key.Key_Up and modifiers == _CONTROL:
            self.edit_earlier()
        elif key == Qt.Key.Key_Down and modifiers == _CONTROL and self._composer.editing:
            self.edit_earlier(by=1)
        elif key == Qt.Key.Key_Up and not modifiers and not words:
            self.edit_earlier()
        elif key == Qt.Key.Key_Tab and not modifiers and words.strip():
            return self._take_name(words.strip())
        else:
            return False
        return True

    def _typed(self) -> None:
        """See who speaks, and since when."""
        composer = self._composer
        if composer.text.composing or not composer.text.words:
            return
        if self._expand():
            return
        number = speaker_number(composer.text.words)
        if number is not None:
            self._take_number(number)
        elif not composer.editing:
            self._time(composer.speaker.value)

    def _expand(self) -> bool:
        """Put words in the place of a short code and the blank after it; say whether there was one."""
        field = self._composer.text
        before = QTextCursor(field.document())
        before.setPosition(field.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        text = before.selectedText()
        if not text.endswith((" ", "\u3000")):
            return False
        codes = Codes(own=self._page.state.codes, people=people_by_number(self._people()))
        found = expand(text, len(text), codes)
        if found is None:
            return False
        cursor = field.textCursor()
        taken = qt_length(text[found.start :])
        cursor.setPosition(cursor.position() - taken, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(found.words)
        return True

    def _take_number(self, number: int) -> None:
        if number == 0:
            self.give_the_floor(None)
            return
        person = next((one for one in self._people() if one.number == number), None)
        if person is None:
            self._composer.say(self.tr("没有{number}号。").format(number=number))
        else:
            self.give_the_floor(person.id)
            self._warn(person)

    def _take_name(self, typed: str) -> bool:
        """Give the floor to who is meant by a name or initials; say whether somebody is."""
        found = self._meant(typed)
        if len(found) == 1:
            self.give_the_floor(found[0].id)
            self._warn(found[0])
        elif found:
            self._composer.say(self._which(found))
        return bool(found)

    def _carry_out(self, text: str) -> bool:
        """Carry out a command; say whether the text was one."""
        command = command_of(text)
        if command is None:
            return False
        meeting = self._page.open_meeting
        if meeting is None:
            return False
        told = self._answer(meeting, command)
        if not told:
            self._composer.clear_line()
        else:
            self._composer.say(told)
        return True

    def _answer(self, meeting: MeetingSnapshot, command: Command) -> str:
        """Do what a command asks for; return why it cannot be done, or nothing."""
        match command:
            case Unknown(word):
                return self.tr("没有“{word}”这个命令。按F1查看全部命令。").format(word=word)
            case Replace():
                return self._replace(meeting, command)
            case Enter(who) | Leave(who) | Queue(who):
                found = self._meant(who)
                if not found:
                    return self.tr("没有“{who}”。").format(who=who)
                if len(found) > 1:
                    return self._which(found)
                return self._move(meeting, found[0], command)

    def _move(self, meeting: MeetingSnapshot, person: ParticipantView, command: Command) -> str:
        where = self._page.state.room_of(meeting).where[person.id]
        name = name_of(person)
        match command:
            case Enter(_, reason):
                movement = entering(where)
                if movement is None:
                    return self.tr("{name}已经在场。").format(name=name)
                self._page.live.note_movement(person.id, movement, reason)
            case Leave(_, reason):
                going = leaving(where, reason)
                if going is None:
                    return self.tr("{name}现在不在场。").format(name=name)
                self._page.live.note_movement(person.id, *going)
            case Queue(_, out):
                self._queue(person.id, waiting=not out)
        return ""

    def _replace(self, meeting: MeetingSnapshot, mend: Replace) -> str:
        """Put words right in the last line that has them."""
        line = next((one for one in reversed(meeting.lines) if mend.old in (one.text or "")), None)
        if line is None:
            return self.tr("没有哪一条发言里有“{words}”。").format(words=mend.old)
        typed = TypedLine(
            text=mend.apply(line.text or ""),
            speaker_id=line.speaker_id,
            kind=line.kind,
            step=line.step,
            item_id=line.item_id,
        )
        self._page.run(revise_line(meeting.id, line.id, typed))
        return ""

    def _queue(self, participant_id: str, *, waiting: bool) -> None:
        if self._page.meeting is not None:
            meeting_id = self._page.meeting.id
            self._page.run(wait_to_speak(meeting_id, participant_id, waiting=waiting))

    def _time(self, speaker: object) -> None:
        timer, speaker_id = self._page.state.timer, None if speaker is None else str(speaker)
        if timer.speaker_id != speaker_id:
            self._accounted = 0
        timer.begin(speaker_id)

    def _warn(self, person: ParticipantView) -> None:
        """Say so if somebody who is not there is to have spoken."""
        if self._page.meeting is not None:
            where = self._page.state.room_of(self._page.meeting).where
            self._composer.say(absence_words(person, where[person.id]))

    def _meant(self, who: str) -> list[ParticipantView]:
        """Return who may be meant by a number, a name or its initials; the best find alone if sure."""
        people = self._people()
        if who.isdecimal():
            return [person for person in people if person.number == int(who)]
        named = [person for person in people if person.name]
        same = [person for person in named if person.name == who]
        return same or filter_names(who, named, lambda person: person.name or "")

    def _which(self, found: list[ParticipantView]) -> str:
        names = self.tr("、").join(
            f"{'' if person.number is None else person.number} {name_of(person)}".strip()
            for person in found[:6]
        )
        return self.tr("有几个人相符：{names}。请输入号码。").format(names=names)

    def _people(self) -> tuple[ParticipantView, ...]:
        return () if self._page.meeting is None else self._page.meeting.participants


def _may_count(event: QKeyEvent) -> bool:
    """Say whether a key may be one of the desk's; Enter is so only with Ctrl."""
    key = event.key()
    return key in _KEYS and (key not in _RETURNS or bool(event.modifiers() & _CONTROL))
