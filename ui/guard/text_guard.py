"""Judges what stands in one field while it is typed, and marks it there."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from models.wording import Match, Severity
from ui.guard.marks import Judge, Mark, followed, marks_of
from ui.guard.waves import Waved
from ui.theme import Theme

TAKE_OVER = Qt.Key.Key_F12
"""The key that puts the suggestion in place of the phrase."""

_SOON_MS = 30  # after a key; the next keys come meanwhile, and a mark within 100 ms is at once
_PLACE_HOLDERS = ("……", "×××")


class TextGuard(QObject):
    """Watches one field. It only ever changes the text when it is asked to, and takes no focus."""

    changed = Signal()  # another phrase is the current one, or there is none any more
    hidden = Signal()  # the field was closed, not its window minimized

    def __init__(self, field: Waved, judge: Judge, theme: Theme) -> None:
        super().__init__(field)
        self.field = field
        self._judge = judge
        self._theme = theme
        self._text = ""
        self.current: Mark | None = None
        self.count = 0
        self._timer = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._timer.timeout.connect(self.judge_again)
        field.textChanged.connect(self._follow)
        field.cursorPositionChanged.connect(self._choose)
        field.installEventFilter(self)
        if field.marked_text():
            self._follow()

    @property
    def matches(self) -> tuple[Match, ...]:
        """What is marked at present, in the order of the text."""
        return tuple(mark.match for mark in self.field.marks)

    def judge_again(self) -> None:
        """Judge the text as it stands now; one that cannot be changed is not judged."""
        self._timer.stop()
        self._text = self.field.marked_text()
        found = () if self.field.isReadOnly() else self._judge(self._text)
        self.field.show_marks(marks_of(self._text, found), self._theme)
        self._choose()

    def take_over(self) -> bool:
        """Put the suggestion in place of the current phrase; say whether there was one to take."""
        self.judge_again()  # what was typed a moment ago may have moved it
        mark = self.current
        if mark is None or mark.is_hint or not mark.match.suggestion:
            return False
        words = mark.match.suggestion
        self.field.replace_part(mark, words, _place_holder(words))
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the suggestion over by its key; judge anew what may be changed or not."""
        if isinstance(event, QKeyEvent):  # asked first: no key may wait long
            return event.key() == TAKE_OVER and _is_pressed(event) and self.take_over()
        if event.type() is QEvent.Type.ReadOnlyChange:
            self._timer.start()
        elif event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.hidden.emit()
        return False

    def _follow(self) -> None:
        """Keep the marks under their words until the text is judged."""
        text = self.field.marked_text()
        if text == self._text:
            return  # an input method is composing
        self.field.show_marks(followed(self.field.marks, self._text, text), self._theme)
        self._text = text
        if not self._timer.isActive():
            self._timer.start()

    def _choose(self) -> None:
        """Choose the phrase at the cursor, or else the next one, or else the first."""
        place = self.field.cursor_place()
        marks = self.field.marks
        graver = [mark for mark in marks if mark.match.severity is Severity.BLOCK] or list(marks)
        here = [mark for mark in marks if mark.start <= place <= mark.end]
        later = [mark for mark in graver if mark.start >= place]
        chosen = next(iter((*here, *later, *graver)), None)
        same = _told(chosen) == _told(self.current) and len(marks) == self.count
        self.current, self.count = chosen, len(marks)
        if not same:  # a phrase that only moved is told in the same words
            self.changed.emit()


def _is_pressed(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and not event.modifiers()


def _told(mark: Mark | None) -> tuple[str, str] | None:
    """Return what is told of a phrase, wherever it stands."""
    return None if mark is None else (mark.match.rule, mark.match.text)


def _place_holder(words: str) -> tuple[int, int]:
    """Return where the first place holder stands; the end of the words if there is none."""
    found = [(words.index(holder), holder) for holder in _PLACE_HOLDERS if holder in words]
    if not found:
        return len(words), len(words)
    start, holder = min(found)
    return start, start + len(holder)
