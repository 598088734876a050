"""An excerpt (摘录) of a meeting's papers: what is about one case, the other cases left out.

What belongs to which case is known from the opinions: their questions, the lines they were spoken
in, and the items of the agenda these stand under; and from what a title or a question names. All
that is left out leaves a visible note, and the numbers of what stays are those of the original.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from models.case_words import CaseWords
from models.masked_texts import is_by_office
from models.masking import BY_OFFICE
from models.papers import HandlerAnswerView, MeetingPapers
from models.snapshot import (
    AgendaItemView,
    CaseView,
    LineView,
    MeetingSnapshot,
    OpinionView,
    ParticipantView,
)

Value = TypeVar("Value")

OMITTED = "〔略〕"
"""Stands for words that name another case."""

_OMITTED_LINES = "〔此处省略与本案无关的发言{count}条〕"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The excerpt, how many lines it leaves out, and the ids of lines to look at before it goes out.

    ``unplaced`` lines stay because nothing tells which case they are about; ``naming`` ones are about
    this case and name another one.
    """

    papers: MeetingPapers
    omitted: int = 0
    unplaced: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()


def excerpt(papers: MeetingPapers, case_id: str) -> Excerpt:
    """Return what the papers say about one case of the meeting; mask them first, if at all.

    The copy bears no digest and no seal, since it is not what was signed. Raises KeyError if the
    meeting has no such case.
    """
    meeting = papers.meeting
    case = {one.id: one for one in meeting.cases}[case_id]
    title = case.name or case.case_no or ""
    version = replace(papers.version, excerpt=title)
    if len(meeting.cases) == 1:
        whole = replace(meeting, digest="")
        return Excerpt(replace(papers, meeting=whole, seal=None, version=version))
    return _Cut(meeting, case).made(replace(papers, seal=None, version=version))


class _Cut:
    """What is known of which case everything is about, while an excerpt is made."""

    def __init__(self, meeting: MeetingSnapshot, case: CaseView) -> None:
        self._case = case
        self._words = CaseWords(meeting.cases, case.id)
        self._opinions = {key: one for one in meeting.opinions for key in one.line_ids}
        self._questions = self._cases_of_questions(meeting)
        self._items = self._cases_of_items(meeting)
        cases = {line.id: self._of_line(line) for line in meeting.lines}
        moves = {line.id for line in meeting.lines if line.movement is not None}
        self._elsewhere = {key for key, of in cases.items() if self._is_other(of)} - moves
        self._own = {key for key, of in cases.items() if of == {case.id}}
        self._naming = {line.id for line in meeting.lines if self._names_other(line)}
        self._silent = self._naming - self._own - self._elsewhere

    def made(self, papers: MeetingPapers) -> Excerpt:
        """Return the excerpt from papers of this meeting."""
        meeting = self._meeting(papers.meeting)
        note = papers.note and replace(papers.note, answers=self._answers(papers))
        details = tuple(one for one in papers.case_details if one.case_id == self._case.id)
        # What is about this case alone stays word for word, as do the notes for what does not stay.
        rest = replace(meeting, lines=(), cases=(), opinions=())
        silent = self._silenced(replace(papers, meeting=rest, note=note, case_details=()))
        kept = replace(
            silent.meeting, lines=meeting.lines, cases=meeting.cases, opinions=meeting.opinions
        )
        return Excerpt(
            papers=replace(silent, meeting=kept, case_details=details, version=papers.version),
            omitted=len(self._elsewhere) + len(self._silent),
            unplaced=self._unplaced(papers.meeting.lines),
            naming=tuple(
                line.id for line in papers.meeting.lines if line.id in self._naming & self._own
            ),
        )

    def _answers(self, papers: MeetingPapers) -> tuple[HandlerAnswerView, ...]:
        """Return the handler's answers but for those to opinions that are left out."""
        answers = papers.note.answers if papers.note else ()
        lines = {line.seq for line in papers.meeting.lines if self._is_left_out(line)} - {None}
        words = {one.text for one in papers.meeting.opinions if not self._stays(one)} - {None}
        return tuple(one for one in answers if one.line_seq not in lines and one.words not in words)

    def _unplaced(self, lines: Iterable[LineView]) -> tuple[str, ...]:
        placed = self._own | self._elsewhere | self._silent
        return tuple(line.id for line in lines if line.id not in placed and line.movement is None)

    def _meeting(self, meeting: MeetingSnapshot) -> MeetingSnapshot:
        gone = {key for key, cases in self._items.items() if self._is_other(cases)}
        lines = {line.id for line in meeting.lines if self._is_left_out(line)}
        return replace(
            meeting,
            digest="",
            title=meeting.title and self._words.without_other(meeting.title, OMITTED),
            cases=(self._case,),
            agenda=tuple(
                replace(item, title=OMITTED) if item.id in gone else item for item in meeting.agenda
            ),
            questions=tuple(
                OMITTED if self._is_other(self._questions[key]) else text
                for key, text in zip(meeting.question_ids, meeting.questions, strict=True)
            ),
            stretches=tuple(one for one in meeting.stretches if one.item_id not in gone),
            opinions=tuple(map(self._opinion, filter(self._stays, meeting.opinions))),
            attachments=tuple(
                one
                for one in meeting.attachments
                if one.item_id not in gone and one.line_id not in lines
            ),
            correction_sheets=tuple(
                one for one in meeting.correction_sheets if one.line_id not in lines
            ),
            lines=tuple(self._lines(meeting.lines)),
        )

    def _lines(self, lines: Iterable[LineView]) -> Iterator[LineView]:
        """Yield the lines that stay, and one for each stretch that does not, in its step."""
        run: list[LineView] = []
        for line in lines:
            elsewhere = line.id in self._elsewhere
            if run and (not elsewhere or line.step != run[0].step):
                yield _note_for(run)
                run = []
            if elsewhere:
                run.append(line)
            elif line.id in self._silent:
                yield _silent_line(line)
            else:
                yield line
        if run:
            yield _note_for(run)

    def _silenced(self, value: Value) -> Value:
        """Return a copy in which every text that names another case is a note."""
        return self._copied(value)  # type: ignore[return-value] # the same type

    def _copied(self, value: object) -> object:
        if isinstance(value, str) and not isinstance(value, Enum):
            return OMITTED if self._words.names_other(value) else value
        if isinstance(value, tuple):
            return tuple(map(self._copied, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {
            one.name: self._copied(getattr(value, one.name))
            for one in fields(value)
            if not self._is_fixed(value, one.name)
        }
        return replace(value, **changed)

    def _is_fixed(self, view: object, name: str) -> bool:
        """Say whether a field is a key or names somebody who is here by office."""
        here = isinstance(view, ParticipantView) and view.role in BY_OFFICE
        return (
            name in ("id", "sha256", "profile")
            or name.endswith(("_id", "_ids"))
            or (name == "name" and here)
            or is_by_office(view, name)
        )

    def _opinion(self, opinion: OpinionView) -> OpinionView:
        """Return an opinion word for word if it is about this case, else without other cases."""
        return opinion if self._of_opinion(opinion) == {self._case.id} else self._silenced(opinion)

    def _stays(self, opinion: OpinionView) -> bool:
        if opinion.line_ids:
            return not set(opinion.line_ids) <= self._elsewhere | self._silent
        return not self._is_other(self._of_opinion(opinion))

    def _is_left_out(self, line: LineView) -> bool:
        return line.id in self._elsewhere or line.id in self._silent

    def _is_other(self, cases: set[str]) -> bool:
        return bool(cases) and self._case.id not in cases

    def _names_other(self, line: LineView) -> bool:
        return self._words.names_other(*_words_of(line))

    def _of_line(self, line: LineView) -> set[str]:
        """Return the cases a line is about: by its opinion, its question or its item."""
        opinion = self._opinions.get(line.id)
        found = self._of_opinion(opinion) if opinion else set()
        return (
            found
            or self._questions.get(line.question_id or "", set())
            or self._items.get(line.item_id or "", set())
        )

    def _of_opinion(self, opinion: OpinionView) -> set[str]:
        if opinion.case_id is not None:
            return {opinion.case_id}
        return self._questions.get(opinion.question_id or "", set())

    def _cases_of_questions(self, meeting: MeetingSnapshot) -> dict[str, set[str]]:
        found = {
            key: self._words.cases_named(text)
            for key, text in zip(meeting.question_ids, meeting.questions, strict=True)
        }
        for opinion in meeting.opinions:
            if opinion.question_id is not None and opinion.case_id is not None:
                found.setdefault(opinion.question_id, set()).add(opinion.case_id)
        return found

    def _cases_of_items(self, meeting: MeetingSnapshot) -> dict[str, set[str]]:
        """Return the cases of each item; one that says none is about those of the item it is in."""
        spoken: dict[str, set[str]] = defaultdict(set)
        for line in meeting.lines:
            opinion = self._opinions.get(line.id)
            if opinion is not None and line.item_id is not None:
                spoken[line.item_id] |= self._of_opinion(opinion)
        found: dict[str, set[str]] = {}
        above: list[tuple[AgendaItemView, set[str]]] = []
        for item in meeting.agenda:
            while above and above[-1][0].level >= item.level:
                above.pop()
            outer = above[-1][1] if above else set()
            found[item.id] = self._words.cases_named(item.title) | spoken[item.id] or outer
            above.append((item, found[item.id]))
        return found


def _words_of(line: LineView) -> Iterator[str]:
    words = (line.text, line.source_text, line.translation, line.note, line.event, line.signed)
    return (one for one in words if isinstance(one, str))


def _note_for(lines: list[LineView]) -> LineView:
    first = lines[0]
    return LineView(
        id=first.id,
        seq=first.seq,
        at=None,
        speaker_id=None,
        kind=None,
        text=_OMITTED_LINES.format(count=len(lines)),
        step=first.step,
        omitted=len(lines),
    )


def _silent_line(line: LineView) -> LineView:
    """Return a line of which only number, time and speaker are left."""
    return LineView(
        id=line.id,
        seq=line.seq,
        at=line.at,
        speaker_id=line.speaker_id,
        kind=line.kind,
        text=OMITTED,
        step=line.step,
        item_id=line.item_id,
        movement=line.movement,
        mover_id=line.mover_id,
    )
