"""The band above the record: what is under way, for how long, how late, and what to do next."""

import re
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QWidget

from models.running import Part, Running, running
from models.snapshot import MeetingSnapshot
from models.states import STATES, Phase
from models.vocabulary import MeetingKind
from ui.clock import local_now
from ui.icons import ThemedIcons
from ui.live.run_words import (
    late_words,
    name_of_target,
    over_word,
    part_words,
    title_of,
)
from ui.live.speech_part import SpeechPart
from ui.live.speech_timer import SpeechTimer
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.fitting_labels import ElidedLabel, FixedLabel, mark
from ui.words import step_word, timer_words

_DIGIT = re.compile(r"\d")
_MINUTE_S = 60
_MINUTE = "%Y-%m-%dT%H:%M"
_NEXT_KEY, _PREVIOUS_KEY = "F6", "Shift+F6"
_LEAST_TITLE_PX = 170  # at 100 %: with less room beside the times, the title has its own line


class RunBand(QFrame):
    """Shows where a meeting stands and asks to go on; it is not there for one that is signed.

    ``clock`` gives the local time. Once a second the time is shown, and only what differs is
    painted; the plan is compared once a minute.
    """

    next_asked = Signal()
    previous_asked = Signal()
    minute_began = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        clock: Callable[[], datetime] = local_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("runBand")
        self._theme = theme
        self._clock = clock
        self._meeting: MeetingSnapshot | None = None
        self._questions: tuple[str, ...] = ()
        self._minute = ""
        self._begun: tuple[object, str] = (None, "")  # what is under way, and since when
        self._first_second = 0  # of its minute in which it began, as far as that was seen
        self.running = Running()
        self.title, self.question = ElidedLabel("runTitle"), ElidedLabel("muted")
        self.timer, self.clock = FixedLabel("runTimer"), FixedLabel("runClock")
        self.over, self.late = label("runOver"), label("runLate")
        mark(self.over, "over", on=True)
        self.speech = SpeechPart(theme)
        self.previous, self.next = button("ghost"), button()
        self._icons = ThemedIcons(theme, self)
        self._icons.on_button(self.previous, "chevron-left")
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._follow_clock)
        self._build()
        theme.changed.connect(self._fit)
        self.retranslate()
        self.hide()

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show where that meeting stands now; nothing of one that has no course to follow."""
        other = self._meeting is None or self._meeting.id != meeting.id
        self._meeting = meeting
        questions = meeting.questions or meeting.issues
        if other or questions != self._questions:
            self._questions = questions
            self.show_question("；".join(questions))
        hearing = meeting.kind is MeetingKind.HEARING
        followed = not meeting.signed and (hearing or bool(meeting.agenda))
        self._note_beginning(other=other)
        self._say()
        self.setVisible(followed)

    def show_question(self, text: str) -> None:
        """Show the question under discussion; none for an empty text."""
        self.question.show_whole(text)
        self.question.setVisible(bool(text))

    def show_timer(self, timer: SpeechTimer, name: str, limit_minutes: int) -> None:
        """Show the time of a speech; ``limit_minutes`` 0 is no limit."""
        self.speech.show_timer(timer, name, limit_minutes)
        self._fit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self.tr("会议进程"))
        self.clock.setAccessibleName(self.tr("现在时间"))
        self.timer.setAccessibleName(self.tr("用时"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything on one line where it has room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock run while it can be seen."""
        super().showEvent(event)
        self._follow_clock()
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock stand."""
        super().hideEvent(event)
        self._tick.stop()

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is: what is too long is cut."""
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: the band never widens the window."""
        return QSize(0, super().minimumSizeHint().height())

    def _build(self) -> None:
        self.clock.fit("00:00:00")
        self._what = QFrame()
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        what = row(self.title, self.question, spacing=14)
        what.setStretch(1, 1)  # the title has its room first
        self._what.setLayout(what)
        self._when = QFrame()
        times = row(
            *(self.speech, self.timer, self.over, self.late, self.clock, None),
            *(self.previous, self.next),
            spacing=12,
        )
        for part in (self.speech, self.timer, self.over, self.late, self.clock):
            times.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self._when.setLayout(times)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(18, 5, 14, 5)
        self._lines.setSpacing(10)
        self._lines.addWidget(self._what, 1)
        self._lines.addWidget(self._when)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next.clicked.connect(self.next_asked)
        self.previous.clicked.connect(self.previous_asked)

    def _fit(self) -> None:
        """Give the title a line of its own where the times leave it no room."""
        margins = self._lines.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        beside = room - self._when.sizeHint().width() >= self._theme.text_px(_LEAST_TITLE_PX)
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if beside else way.TopToBottom
        if self._lines.direction() is not wanted:
            self._lines.setDirection(wanted)
            self._lines.setSpacing(10 if beside else 2)
            self.updateGeometry()

    def _note_beginning(self, *, other: bool) -> None:
        """Note the second at which something began, which the record does not keep."""
        assert self._meeting is not None
        now = self._clock()
        self._minute = now.strftime(_MINUTE)
        self.running = running(self._meeting, self._minute)
        begun = (self.running.now, self.running.since)
        if begun != self._begun:
            self._begun = begun
            seen = not other and self.running.since == self._minute
            self._first_second = now.second if seen else 0

    def _follow_clock(self) -> None:
        """Show the second that has just begun; at a new minute, compare with the plan again."""
        now = self._clock()
        self._tick.start(max(1, 1000 - now.microsecond // 1000))
        self.clock.setText(now.strftime("%H:%M:%S"))
        if self._meeting is not None and now.strftime(_MINUTE) != self._minute:
            self._note_beginning(other=False)
            self._say()
            self.minute_began.emit()
        self._show_timer(now)

    @property
    def _is_held(self) -> bool:
        meeting = self._meeting
        return meeting is not None and STATES[meeting.state].phase is Phase.IN_SESSION

    @property
    def _part(self) -> Part | None:
        return None if self.running.now is None else self.running.part_of(self.running.now)

    def _show_timer(self, now: datetime) -> None:
        """Show how long the item under way takes, of the minutes planned."""
        part = self._part
        self.timer.setVisible(part is not None)
        if part is None:
            self.over.hide()
            return
        seconds = max(0, (part.used or 0) * _MINUTE_S + now.second - self._first_second)
        planned = None if part.planned is None else part.planned * _MINUTE_S
        whole = "" if planned is None else f" / {timer_words(planned)}"
        pattern = self.tr("本项 {time}") if part.target.step is None else self.tr("本步 {time}")
        words = pattern.format(time=f"{timer_words(seconds)}{whole}")
        self.timer.fit(_DIGIT.sub("0", words))
        self.timer.setText(words)
        exceeded = planned is not None and seconds > planned
        mark(self.timer, "over", on=exceeded)
        over = over_word(part.over) or (self.tr("已超时") if exceeded else "")
        if over != self.over.text():
            self.over.setText(over)
        self.over.setVisible(bool(over))

    def _say(self) -> None:
        """Say where the meeting stands, in words that change with the minute at most."""
        if self._meeting is None:
            return
        part, found = self._part, self.running
        self.title.show_whole(self._title(part))
        mark(self.title, "quiet", on=found.now is None)
        late = late_words(found.late)
        self.late.setText(late)
        self.late.setVisible(bool(late))
        mark(self.late, "late", on=(found.late or 0) > 0)
        self._say_buttons()
        told = (part_words(part) if part else self.title.whole, late)
        self.setAccessibleDescription("，".join(one for one in told if one))
        self._show_timer(self._clock())
        self._fit()

    def _title(self, part: Part | None) -> str:
        found = self.running
        if part is not None:
            if part.target.step is None:
                return f"{part.number}  {title_of(part)}"
            return f"{name_of_target(found, part.target)}  {title_of(part)}"
        if found.now is not None and found.now.step is not None:
            return step_word(found.now.step)
        if not found.begun:
            return self.tr("会议还没有开始计时")
        return self.tr("已停止计时") if found.next is not None else self.tr("各项都已进行完毕")

    def _say_buttons(self) -> None:
        """Say what the buttons do; the one that goes on is the way out of having nothing to do."""
        found = self.running
        onwards, back = (name_of_target(found, one) for one in (found.next, found.previous))
        running_now = found.now is not None
        if onwards:
            words = self.tr("按{key}进入{item}") if running_now else self.tr("按{key}开始{item}")
            self._set(self.next, words.format(key=_NEXT_KEY, item=onwards))
        else:
            self._set(self.next, self.tr("按{key}停止计时").format(key=_NEXT_KEY))
        self._stress(on=self._is_held and not running_now)
        self.next.setVisible(bool(onwards) or running_now)
        words = self.tr("回到{item}（{key}）").format(key=_PREVIOUS_KEY, item=back)
        self.previous.setToolTip(words)
        self.previous.setAccessibleName(words)
        self.previous.setVisible(bool(back))
        following = found.part_of(found.next)
        self.next.setToolTip("" if following is None else title_of(following))

    def _stress(self, *, on: bool) -> None:
        """Have the way on stand out where a meeting is held and nothing is under way."""
        name = "primary" if on else ""
        if self.next.objectName() != name:
            self.next.setObjectName(name)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)

    @staticmethod
    def _set(made: QPushButton, words: str) -> None:
        made.setText(words)
        made.setAccessibleName(words)
