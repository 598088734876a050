"""The typing line: who speaks, what kind of contribution it is, where it belongs, the words."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.standing import may_speak_as
from models.vocabulary import MeetingKind
from ui.clock import clock_time
from ui.guard.wording_line import WordingLine
from ui.line_choices import kind_choices, section_choices, speaker_choices, usual_kind
from ui.operations import TypedLine
from ui.theme import Theme
from ui.widgets.basics import row
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.composer_foot import ComposerFoot, Mode
from ui.widgets.line_drafts import joined
from ui.widgets.line_edit import LineEdit
from ui.words import kind_word


class Composer(QFrame):
    """Takes lines down one after the other, and corrects earlier ones."""

    revised = Signal(str, object)  # id of a line, and the TypedLine it shall be
    noted = Signal(str, str)  # an internal note and its time
    changed = Signal()  # what is typed or chosen, for the draft

    def __init__(
        self,
        theme: Theme,
        *,
        clock: Callable[[], str] = clock_time,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._theme = theme
        self._clock = clock
        self._meeting: MeetingSnapshot | None = None
        self._editing: LineView | None = None
        self._taken_as = ""  # the words of the line that is corrected, as the field gives them
        self._began: str | None = None
        self._id = _new_id()
        self.command_of: Callable[[str], bool] = lambda _text: False  # carries out what is no words
        self.take_line: Callable[[TypedLine], None] = lambda _line: None  # no signal: it is quicker
        self._said = ""  # until the next key
        self._noting = False
        self._put_aside: dict[str, object] | None = None  # a new line while an old one is corrected
        self.speaker = ChoiceBox()
        self.kind = ChoiceBox()
        self.section = ChoiceBox()
        self.text = LineEdit(theme)
        self.wording = WordingLine(theme, clarifies=True)
        self.wording.watch(self.text)
        self.foot = ComposerFoot(theme)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def editing(self) -> str:
        """The id of the line that is corrected; empty while a new one is typed."""
        return self._editing.id if self._editing else ""

    @property
    def noting(self) -> bool:
        """Whether what is typed becomes an internal note, which is not part of the record."""
        return self._noting

    def set_noting(self, *, noting: bool) -> None:
        """Have what is typed become an internal note, or words of the record again."""
        self._noting = noting
        self._say_mode()
        self.changed.emit()

    @property
    def draft(self) -> dict[str, object] | None:
        """What is typed and chosen, as a JSON object; None if there are no words."""
        words = self.text.words or (self._put_aside or {}).get("text")
        return self._everything() if words else None

    def _everything(self) -> dict[str, object]:
        return {
            "id": self._id,
            "text": self.text.words,
            "speaker": self.speaker.value,
            "kind": self.kind.value,
            "section": self.section.value,
            "at": self._began,
            "editing": self.editing,
            "put_aside": self._put_aside,
            "noting": self._noting,
        }

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Offer the people, kinds and items of that meeting; the words typed stay."""
        former, self._meeting = self._meeting, meeting
        if former is None or _offers(former) != _offers(meeting):
            self._offer(meeting)
        if former is None or former.id != meeting.id:
            self._start_anew(meeting)

    def _offer(self, meeting: MeetingSnapshot) -> None:
        unknown = (self.tr("发言人待核"), None)
        self.speaker.offer([*speaker_choices(meeting), unknown])
        self._offer_kinds(meeting)
        sections = section_choices(meeting)
        none = (self.tr("不归入步骤") if _is_hearing(meeting) else self.tr("不归入议程"), None)
        self.section.offer([none, *sections] if sections else [none])
        self.section.setVisible(bool(sections))

    def take_draft(self, draft: Mapping[str, object]) -> None:
        """Go on with an unfinished line."""
        lines = {line.id: line for line in self._meeting.lines} if self._meeting else {}
        self._correct(lines.get(str(draft.get("editing"))))
        self._id = str(draft.get("id") or _new_id())
        self._choose(draft.get("speaker"), draft.get("kind"), draft.get("section"))
        at, aside = draft.get("at"), draft.get("put_aside")
        self._put_aside = dict(aside) if isinstance(aside, Mapping) else None
        self._noting = bool(draft.get("noting"))
        self.text.setPlainText(str(draft.get("text") or ""))
        self._began = str(at) if at else None
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._say_mode()

    def edit(self, line: LineView) -> None:
        """Correct an earlier line; what was being typed for a new one comes back afterwards."""
        if self._editing is None:
            self._put_aside = self._everything()
        self._correct(line)
        self._id = _new_id()
        section = line.step if self._meeting and _is_hearing(self._meeting) else line.item_id
        self._choose(line.speaker_id, line.kind, section)
        self.text.setPlainText(line.text or "")
        self._taken_as = self.text.words
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()
        self._say_mode()

    def give_back(self, draft: Mapping[str, object]) -> None:
        """Put an unfinished line before what is typed by now, or go on with it."""
        if self.text.words and draft.get("id") == self._id:
            return  # it is this line, as it was a moment ago
        if self._editing is not None:
            self._put_aside = joined(draft, self._put_aside or {})
            self.changed.emit()
        elif self.text.words:
            start = QTextCursor(self.text.document())  # the user's own stays where it is
            start.insertText(f"{draft.get('text') or ''}\n")
            self._began = str(draft.get("at") or "") or self._began
        else:
            self.take_draft(draft)

    def clear_line(self) -> None:
        """Begin a new line by the same speaker, or go on with the one that was put aside."""
        aside, self._put_aside = self._put_aside, None
        if self._editing is not None:
            self._correct(None)
        self._began = None
        self._id = _new_id()
        self.text.clear()
        if aside is not None:
            self.take_draft(aside)
        self._say_mode()
        self.changed.emit()

    def begin_by(self, speaker_id: str | None) -> None:
        """Have somebody speak from now on; the time is that of the first key that said so."""
        began = self._began
        self.text.clear()
        self.speaker.choose(speaker_id)
        self._suggest_kind()  # also for the same one again, who may have said something else
        self._began = began or self._clock()

    def say(self, words: str) -> None:
        """Tell something about what was typed, until the next key."""
        self._said = words
        self._say_mode()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setAccessibleName(self.tr("记录发言"))
        for box, name in (
            (self.speaker, self.tr("发言人")),
            (self.kind, self.tr("发言类型")),
            (self.section, self.tr("所属步骤或者议程")),
            (self.text, self.tr("发言内容")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.text.setPlaceholderText(self.tr("输入发言内容，按回车键记录"))
        self.foot.retranslate()
        if self._meeting is not None:
            self._offer(self._meeting)
        self._say_mode()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        head = row(self.speaker, self.kind, self.section)
        for place, share in enumerate((5, 3, 5)):
            head.setStretch(place, share)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.wording)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.text.hand_in = self.hand_in
        self.text.given_up.connect(self._give_up)
        self.text.textChanged.connect(self._typed)
        self.wording.told.connect(self._describe)
        self.foot.submit.clicked.connect(self.hand_in)
        self.foot.cancel.clicked.connect(self._give_up)
        self.speaker.currentIndexChanged.connect(self._suggest_kind)
        self.section.currentIndexChanged.connect(self._follow_section)
        for box in (self.speaker, self.kind, self.section):
            box.picked.connect(self.text.setFocus)
            box.currentIndexChanged.connect(self.changed)

    def hand_in(self) -> None:
        """Hand in what is typed; a line without words is none."""
        text = self.text.words.strip("\n")
        if not text.strip() or self._meeting is None:
            self.text.setFocus()
            return
        if self._editing is None and self._is_no_line(text):
            return
        section = self.section.value
        line = TypedLine(
            text=text,
            speaker_id=_text(self.speaker.value),
            kind=_text(self.kind.value),
            at=self._began or self._clock(),
            step=section if isinstance(section, int) else None,
            item_id=section if isinstance(section, str) else None,
            draft_id=self._id,
        )
        if self._editing is None:  # on its way first, the screen follows
            self.take_line(line)
        else:
            self.revised.emit(self._editing.id, self._corrected(self._editing, line))
        self.clear_line()
        self.text.setFocus()

    def _is_no_line(self, text: str) -> bool:
        """Say whether a text was an internal note or a command, which is done with here."""
        if not self._noting:
            return self.command_of(text)
        self.noted.emit(text, self._began or self._clock())
        self.clear_line()
        self.text.setFocus()
        return True

    def hand_in_changes(self) -> None:
        """Hand in an earlier line that is being corrected, if it was changed."""
        if self._editing is not None and self.text.words != self._taken_as:
            self.hand_in()

    def _corrected(self, former: LineView, line: TypedLine) -> TypedLine:
        """Return what an earlier line shall be; it keeps what this kind of meeting does not show."""
        if self.text.words == self._taken_as:
            line = replace(line, text=former.text or "")
        if self._meeting is not None and _is_hearing(self._meeting):
            return replace(line, item_id=former.item_id)
        return replace(line, step=former.step)

    def _start_anew(self, meeting: MeetingSnapshot) -> None:
        """Begin with whoever spoke last, where it was said."""
        last = meeting.lines[-1] if meeting.lines else None
        self._correct(None)
        self._put_aside, self._noting = None, False
        self._began = None
        self._id = _new_id()
        self.text.clear()
        if last is None:
            self.speaker.setCurrentIndex(0)
            first = next((value for value in self._section_values() if value is not None), None)
            self.section.choose(first)
            self._suggest_kind()
        else:
            section = last.step if _is_hearing(meeting) else last.item_id
            self._choose(last.speaker_id, last.kind, section)
        self._say_mode()

    def _section_values(self) -> list[object]:
        return [self.section.itemData(place) for place in range(self.section.count())]

    def _correct(self, line: LineView | None) -> None:
        """Be about an earlier line from now on, or about a new one."""
        self._editing = line
        self._taken_as = ""
        if self._meeting is not None:
            self._offer_kinds(self._meeting)

    def _offer_kinds(self, meeting: MeetingSnapshot) -> None:
        """Offer the kinds that the speaker can choose, and the one that the line corrected has."""
        speaker = meeting.participants_by_id.get(_text(self.speaker.value))
        choices, own = kind_choices(meeting, speaker), self._own_kind(speaker)
        if own is not None and own not in dict(choices).values():
            choices.append((kind_word(own), own))
        offered = [value for _, value in choices]
        replaced = self.kind.value is not None and self.kind.value not in offered
        self.kind.offer([*choices, (self.tr("不分类"), None)])
        if replaced:
            self.kind.choose(usual_kind(meeting, speaker, self.section.value))

    def _own_kind(self, speaker: ParticipantView | None) -> str | None:
        """Return the kind of the line corrected, unless another speaker cannot speak so."""
        line = self._editing
        if line is None:
            return None
        same = speaker is not None and line.speaker_id == speaker.id
        allowed = same or may_speak_as(line.kind, speaker.role if speaker else None)
        return line.kind if allowed else None

    def _choose(self, speaker: object, kind: object, section: object) -> None:
        self.speaker.choose(speaker)
        self.kind.choose(kind)
        self.section.choose(section)

    def _follow_section(self) -> None:
        """Suggest what is said there, unless something is being said already."""
        if not self.text.words:
            self._suggest_kind()

    def _suggest_kind(self) -> None:
        if self._meeting is None:
            return
        self._offer_kinds(self._meeting)
        if self._editing is not None:
            return
        speaker = self._meeting.participants_by_id.get(_text(self.speaker.value))
        self.kind.choose(usual_kind(self._meeting, speaker, self.section.value))

    def _typed(self) -> None:
        if not self.text.words:
            self._began = None
        elif self._began is None:
            self._began = self._clock()
        if self._said:
            self.say("")
        self.changed.emit()

    def _describe(self) -> None:
        """Say the hint to those who cannot see it."""
        self.text.setAccessibleDescription(self.wording.text)

    def _give_up(self) -> None:
        if self._editing is not None:
            self.clear_line()

    def _say_mode(self) -> None:
        editing = self._editing
        self.text.can_give_up = editing is not None
        mode = Mode.WORDS
        if editing is not None:
            mode = Mode.CORRECTION
        elif self._noting:
            mode = Mode.NOTE
        number = "" if editing is None or editing.seq is None else str(editing.seq)
        self.foot.say(mode, number=number, said=self._said)
        if self.property("mode") != mode.value:
            self.setProperty("mode", mode.value)
            self.style().unpolish(self)
            self.style().polish(self)


def _offers(meeting: MeetingSnapshot) -> tuple[object, ...]:
    """Return what the choices are made from."""
    return meeting.kind, meeting.participants, meeting.agenda


def _new_id() -> str:
    return uuid.uuid4().hex


def _is_hearing(meeting: MeetingSnapshot) -> bool:
    return meeting.kind is MeetingKind.HEARING


def _text(value: object) -> str | None:
    return None if value is None else str(value)
