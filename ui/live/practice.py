"""Practising: what somebody says now, and how what was taken down compares with it."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.practice import Sentence, Taken, compare, practice_meeting, right_characters, script_of
from models.snapshot import MeetingSnapshot
from resources import path
from ui.icons import ThemedIcons
from ui.live.operations import begin_practice
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

_SAMPLE = "samples/s01-joint.json"
_MS_A_MINUTE = 60_000


class PracticeBar(QFrame):
    """A card above the typing line: the sentence to take down, then the next one, then the sum."""

    ended = Signal(str)  # the meeting that was practised in, to be moved to the bin

    def __init__(self, theme: Theme, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceBar")
        self._workspace = workspace
        self._meeting_id = ""
        self._script: tuple[Sentence, ...] = ()
        self._taken: list[Taken] = []
        self._clock = QElapsedTimer()
        self._who, self._words = label("cardTitle"), label("body", wrap=True)
        self._before = label("meta", wrap=True)
        self._end = button("ghost")
        ThemedIcons(theme, self).on_button(self._end, "x")
        self._end.clicked.connect(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(row(self._who, None, self._end))
        column.addWidget(self._words)
        column.addWidget(self._before)
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """All that is shown."""
        return "\n".join(one.text() for one in (self._who, self._words, self._before))

    def begin(self, then: "Callable[[str], None]") -> None:
        """Make an invented meeting to practise in; ``then`` shows it by its id."""
        document = json.loads(path(_SAMPLE).read_text(encoding="utf-8"))

        def made(meeting_id: object) -> None:
            self._meeting_id, self._script = str(meeting_id), script_of(document)
            self._taken = []
            self._clock.invalidate()
            then(self._meeting_id)

        self._workspace.run(begin_practice(practice_meeting(document)), then=made)

    def follow(self, meeting: MeetingSnapshot) -> None:
        """Compare the lines of the meeting that is practised in with what was said."""
        self.setVisible(bool(self._script) and meeting.id == self._meeting_id)
        if self.isHidden():
            return
        spoken = [line for line in meeting.lines if line.movement is None]
        if spoken and not self._clock.isValid():
            self._clock.start()
        people = meeting.participants_by_id
        self._taken = []
        for said, line in zip(self._script, spoken, strict=False):
            speaker = people.get(line.speaker_id)
            number = None if speaker is None else speaker.number
            self._taken.append(compare(said, line.text or "", number))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self.tr("练习"))
        self._end.setText(self.tr("结束练习"))
        self._end.setToolTip(self.tr("结束练习，练习用的会议移到回收站"))
        done = len(self._taken)
        if done < len(self._script):
            said = self._script[done]
            number = "" if said.number is None else self.tr("{n}号").format(n=said.number)
            self._who.setText(
                self.tr("练习 {done}/{total} · {number} {name}").format(
                    done=done + 1, total=len(self._script), number=number, name=said.name
                )
            )
            self._words.setText(said.text)
        elif self._script:
            self._who.setText(self.tr("练习完成"))
            self._words.setText(self._sum())
        self._before.setText(self._last())
        self._before.setVisible(bool(self._before.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _last(self) -> str:
        """Say how the last sentence was taken down."""
        if not self._taken:
            return self.tr("输入号码和空格选发言人，输入发言内容，按回车记录。")
        last = self._taken[-1]
        speaker = (
            self.tr("发言人正确") if last.right_speaker else self.tr("发言人不对，应当核对号码")
        )
        if not last.wrong:
            return self.tr("上一条：{speaker}，内容一致。").format(speaker=speaker)
        return self.tr("上一条：{speaker}，有{count}个字不同。").format(
            speaker=speaker, count=last.wrong
        )

    def _sum(self) -> str:
        right, said = right_characters(self._script, self._taken)
        speakers = sum(one.right_speaker for one in self._taken)
        minutes = self._clock.elapsed() / _MS_A_MINUTE if self._clock.isValid() else 0
        speed = round(right / minutes) if minutes else 0
        return self.tr(
            "{lines}条发言，发言人对了{speakers}条；{said}个字对了{right}个，每分钟约{speed}个字。"
        ).format(lines=len(self._taken), speakers=speakers, said=said, right=right, speed=speed)

    def _finish(self) -> None:
        meeting_id, self._meeting_id, self._script = self._meeting_id, "", ()
        self.hide()
        if meeting_id:
            self.ended.emit(meeting_id)
