"""The page of what follows the meeting: papers of the handler and the head, decision, archive."""

from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.forms import CONFERENCE, HEARING, Sheet
from models.handler_answers import answers_to, awaits_answer, open_opinions
from models.snapshot import LineView, MeetingSnapshot, OpinionView, ParticipantView
from models.vocabulary import OPINION_KINDS, MeetingKind
from ui.changes import Change
from ui.editing import MeetingEditor
from ui.forms.entry_list import EntryList
from ui.forms.kit import Choices
from ui.forms.labels import choice_word
from ui.forms.page import FormPage, SectionFrame
from ui.forms.sections import EntriesPart, FormPart, Section, SignPart
from ui.opinion_operations import list_answers
from ui.queries import meeting_snapshot
from ui.theme import Theme
from ui.widgets.open_answers import OpenAnswers

_REPORT = ("by", "at", "basis", "content", "chief", "chief_at")
_WITH_REPORT = "civil49"
_FIRST_WORDS = 24


def _has_report(sheet: Sheet) -> bool:
    """Say whether the head may owe a report (人民检察院民事诉讼监督规则 2021 art. 49) or made one."""
    report = sheet.single("divergence_report")
    meeting = sheet.single("meeting")
    due = meeting is not None and meeting.values.get("profile") == _WITH_REPORT
    return due or (report is not None and any(v is not None for v in report.values.values()))


_NOTE = Section(
    QT_TRANSLATE_NOOP("Pages", "承办检察官参考情况说明"),
    (
        FormPart("handler_note", ("by", "at", "road", "own_view")),
        EntriesPart("handler_answer"),
        SignPart("handler_note"),
    ),
    note=QT_TRANSLATE_NOOP("Pages", "本说明由承办检察官个人作出，不属于会议内容，不印入会议记录。"),
    kinds=CONFERENCE,
)

_DIVERGENCE = Section(
    QT_TRANSLATE_NOOP("Pages", "分歧情况报告"),
    (FormPart("divergence_report", _REPORT), SignPart("divergence_report")),
    note=QT_TRANSLATE_NOOP("Pages", "部门负责人向检察长提交的报告，独立成文，不属于会议记录。"),
    kinds=CONFERENCE,
    shown=_has_report,
)

_FOLLOW_UP = Section(
    QT_TRANSLATE_NOOP("Pages", "后续去向"),
    (FormPart("meeting", ("follow_up",), labelled=False),),
    note=QT_TRANSLATE_NOOP("Pages", "案件由承办检察官依法独立提出处理意见或者依照权限决定。"),
    kinds=CONFERENCE,
)

_DECISION = Section(
    QT_TRANSLATE_NOOP("Pages", "处理决定与采纳情况"),
    (
        FormPart("decision", ("adopted", "detail", "by", "at", "consent_at", "told_officers")),
        SignPart("decision"),
    ),
    note=QT_TRANSLATE_NOOP("Pages", "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。"),
    kinds=HEARING,
)

_FEEDBACK = Section(
    QT_TRANSLATE_NOOP("Pages", "人民监督员意见答复"),
    (EntriesPart("supervisor_feedback"),),
    kinds=HEARING,
)

_ARCHIVE = Section(
    QT_TRANSLATE_NOOP("Pages", "归档"), (FormPart("archive", ("period", "code", "original")),)
)


class AfterPage(FormPage):
    """What is written once the meeting is over; opinions of the record can be referred to."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self._lines: Choices = ()
        self._opinions: Choices = ()
        self._views: tuple[OpinionView, ...] = ()
        self._wanted = ""  # an opinion whose answer was just added, to go to once it is shown
        self._asked = ""  # the meeting whose opinions were asked for
        self._answers: tuple[OpenAnswers, EntryList] | None = None  # made with their section
        sections = (_NOTE, _DIVERGENCE, _FOLLOW_UP, _DECISION, _FEEDBACK, _ARCHIVE)
        super().__init__(theme, editor, language, sections, parent)
        editor.workspace.changed.connect(self._follow_lines)

    def _begin(self, kind: MeetingKind) -> None:
        self._answers = None
        super()._begin(kind)

    def _make_section(self, kind: MeetingKind) -> SectionFrame:
        made = super()._make_section(kind)
        if made.section is _NOTE:
            cards = next(part for part in made.parts if isinstance(part, EntryList))
            head = OpenAnswers(self._theme)
            head.list_asked.connect(self._list_opinions)
            head.chosen.connect(self._go_to_answer)
            head.arranged.connect(self._chain)
            column = cast("QVBoxLayout", made.layout())
            column.insertWidget(column.indexOf(cards), head)
            self._answers = head, cards
        return made

    def references(self, group: str) -> Choices:
        """Return the opinions, or the lines they were spoken in, by speaker and first words."""
        return self._opinions if group == "opinion" else self._lines

    def _show(self, sheet: Sheet) -> None:
        if sheet.id != self._asked:
            self._asked = sheet.id
            self._lines = self._opinions = ()
            self._views = ()
            self._ask_for_opinions()
        super()._show(sheet)
        self._show_open(sheet)

    def _follow_lines(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        if self._asked in change.meetings:
            if self.isVisible():
                self._ask_for_opinions()
            else:
                self._asked = ""

    def _ask_for_opinions(self) -> None:
        self.editor.workspace.read(
            meeting_snapshot,
            self._asked,
            then=self._take_opinions,
            otherwise=lambda _error: None,  # the sheet's own read tells it
            place="opinions to refer to",
        )

    def _take_opinions(self, snapshot: object) -> None:
        meeting = cast("MeetingSnapshot", snapshot)
        if meeting.id != self._asked:
            return
        people = meeting.participants_by_id
        self._lines = tuple(
            (line.id, _words_of(line, getattr(people.get(line.speaker_id), "name", None)))
            for line in meeting.lines
            if line.kind in OPINION_KINDS
        )
        spoken = dict(self._lines)
        self._opinions = tuple(
            (one.id, _first_of(one, spoken) or _unspoken(one, people[one.author_id]))
            for one in meeting.opinions
        )
        self._views = meeting.opinions
        if self.editor.sheet is not None and self.editor.sheet.id == meeting.id:
            super()._show(self.editor.sheet)
            self._show_open(self.editor.sheet)

    def _show_open(self, sheet: Sheet) -> None:
        """Say which opinions are still to be answered."""
        if self._answers is None:
            return
        answers = sheet.of("handler_answer")
        to_list = any(awaits_answer(o) and not answers_to(o, answers) for o in self._views)
        waiting = {opinion.id for opinion in open_opinions(self._views, answers)}
        self._answers[0].show_open(
            tuple(choice for choice in self._opinions if choice[0] in waiting),
            known=bool(self._views),
            listing=to_list and not self.editor.locked("handler_answer"),
        )
        if self._wanted:
            self._go_to_answer(self._wanted)

    def _list_opinions(self) -> None:
        self.editor.run(list_answers(self._meeting))

    def _go_to_answer(self, opinion_id: str) -> None:
        """Go to the answer to an opinion; if there is none yet, have it listed first."""
        sheet = self.editor.sheet
        opinion = next((one for one in self._views if one.id == opinion_id), None)
        if sheet is None or opinion is None or self._answers is None:
            return
        found = answers_to(opinion, sheet.of("handler_answer"))
        card = self._answers[1].cards.get(found[0].id) if found else None
        if card is not None:
            self._wanted = ""
            answered = found[0].values["status"] is not None
            card.form.editors["reason" if answered else "status"].take_focus()
            self.ensureWidgetVisible(card)
        elif not found and not self._wanted and not self.editor.locked("handler_answer"):
            self._wanted = opinion_id
            self._list_opinions()


def _first_of(opinion: OpinionView, spoken: Mapping[str, str]) -> str:
    """Return how the line is called that an opinion was first spoken in; empty if it was not."""
    return spoken.get(opinion.line_ids[0], "") if opinion.line_ids else ""


def _unspoken(opinion: OpinionView, author: ParticipantView) -> str:
    """Return how an opinion without a line is called: by its author, and its first words."""
    words = _shortened(opinion.text or opinion.silence_reason or "")
    manner = choice_word("opinion", "manner", opinion.manner or "", {})
    return QCoreApplication.translate("Pages", "{manner} {speaker}：{words}").format(
        manner=manner, speaker=author.name or "", words=words
    )


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS]}…"


def _words_of(line: LineView, speaker: str | None) -> str:
    """Return how a line is called: by number, speaker and first words."""
    pattern = QCoreApplication.translate("Pages", "第{number}条 {speaker}：{words}")
    unknown = QCoreApplication.translate("Pages", "发言人待核")
    return pattern.format(
        number=line.seq or "", speaker=speaker or unknown, words=_shortened(line.text or "")
    )
