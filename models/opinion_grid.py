"""The opinion grid: who was heard on which question. It points to the words and says no more.

Nothing is counted, summed up or ordered by what was said; a cell knows the state of hearing only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.snapshot import MeetingSnapshot, OpinionView, ParticipantView
from models.standing import Standing, standing_of
from models.text import for_comparison
from models.vocabulary import AWAY, LineKind, Manner


class Heard(StrEnum):
    """How far a person was heard on a question."""

    SPOKEN = "spoken"  # 已发表
    WRITTEN = "written"  # 书面
    NONE_GIVEN = "none_given"  # 未发表, with a reason
    PENDING = "pending"  # 待发表
    RECUSED = "recused"  # 回避
    NOT_ASKED = "not_asked"  # without standing, away, or asked about another question only


@dataclass(frozen=True, slots=True)
class GridCell:
    """One person on one question: the opinions, in their order.

    ``line_ids`` are the explanations that a specialist gave, which are no opinions.
    """

    state: Heard
    opinion_ids: tuple[str, ...] = ()
    line_ids: tuple[str, ...] = ()


class RowKind(StrEnum):
    """What the row of a grid is about."""

    QUESTION = "question"
    SPECIALIST = "specialist"  # a specialist question that the meeting's list does not have
    UNSPECIFIED = "unspecified"  # opinions whose question is not given


@dataclass(frozen=True, slots=True)
class GridRow:
    """One question with a cell for each person of the grid. ``number`` counts questions from 1."""

    kind: RowKind
    cells: tuple[GridCell, ...]
    text: str = ""
    number: int = 0
    question_id: str | None = None


@dataclass(frozen=True, slots=True)
class OpinionGrid:
    """Questions by people. People stand in speaking order, then those without an opinion yet.

    Who takes the record, interprets, keeps order or is a party to a hearing has a column only once
    there is an opinion of theirs.
    """

    people: tuple[ParticipantView, ...] = ()
    rows: tuple[GridRow, ...] = ()


def opinion_grid(meeting: MeetingSnapshot) -> OpinionGrid:
    """Return who was heard on which question of a meeting."""
    return _Making(meeting).grid()


class _Making:
    """What is looked up again and again while a grid is made."""

    def __init__(self, meeting: MeetingSnapshot) -> None:
        self._meeting = meeting
        self._given: dict[tuple[str | None, str], list[OpinionView]] = {}
        for opinion in meeting.opinions:
            asked = opinion.question_id if opinion.question_id in meeting.question_ids else None
            self._given.setdefault((asked, opinion.author_id), []).append(opinion)
        self._explained: dict[str | None, list[str]] = {}
        for line in meeting.lines:
            if line.kind == LineKind.EXPLANATION:
                self._explained.setdefault(line.speaker_id, []).append(line.id)
        self._people = _people(meeting)

    def grid(self) -> OpinionGrid:
        return OpinionGrid(self._people, (*self._questions(), *self._others()))

    def _questions(self) -> Iterator[GridRow]:
        found = zip(self._meeting.question_ids, self._meeting.questions, strict=True)
        for number, (key, text) in enumerate(found, 1):
            cells = tuple(self._on_question(person, key, text) for person in self._people)
            yield GridRow(RowKind.QUESTION, cells, text, number, key)

    def _others(self) -> Iterator[GridRow]:
        """Yield what no question of the list is about."""
        listed = {for_comparison(text) for text in self._meeting.questions}
        own = {for_comparison(q): q for p in self._specialists() if (q := p.specialist_question)}
        for key, text in own.items():
            if key not in listed:
                cells = tuple(self._on_specialist_question(p, key) for p in self._people)
                yield GridRow(RowKind.SPECIALIST, cells, text)
        cells = tuple(map(self._unspecified, self._people))
        told = any(cell.state is not Heard.NOT_ASKED for cell in cells)
        if told or not (listed or own):
            yield GridRow(RowKind.UNSPECIFIED, cells)

    def _on_question(self, person: ParticipantView, key: str, text: str) -> GridCell:
        given = self._given.get((key, person.id), ())
        if self._standing(person) is Standing.SPECIALIST:
            about = for_comparison(person.specialist_question or "")
            return self._of_specialist(person, given, asked=about == for_comparison(text))
        return _cell(given, self._waiting(person))

    def _on_specialist_question(self, person: ParticipantView, key: str) -> GridCell:
        own = for_comparison(person.specialist_question or "") == key
        if self._standing(person) is Standing.SPECIALIST and own:
            return self._of_specialist(person, (), asked=True)
        return GridCell(Heard.NOT_ASKED)

    def _unspecified(self, person: ParticipantView) -> GridCell:
        given = self._given.get((None, person.id), ())
        if self._standing(person) is Standing.SPECIALIST:
            return self._of_specialist(person, given, asked=not person.specialist_question)
        waiting = Heard.NOT_ASKED if self._meeting.questions else self._waiting(person)
        return _cell(given, waiting)

    def _of_specialist(
        self, person: ParticipantView, given: Sequence[OpinionView], *, asked: bool
    ) -> GridCell:
        """Return the cell of a specialist, who explains one question only."""
        lines = tuple(self._explained.get(person.id, ())) if asked else ()
        waiting = Heard.PENDING if asked and person.attendance not in AWAY else Heard.NOT_ASKED
        cell = _cell(given, Heard.SPOKEN if lines else waiting)
        return GridCell(cell.state, cell.opinion_ids, lines)

    def _waiting(self, person: ParticipantView) -> Heard:
        """Return how a person stands who was not heard on a question."""
        match self._standing(person):
            case Standing.RECUSED:
                return Heard.RECUSED
            case Standing.ASKED if person.attendance not in AWAY:
                return Heard.PENDING
            case _:
                return Heard.NOT_ASKED

    def _specialists(self) -> Iterator[ParticipantView]:
        return (p for p in self._people if self._standing(p) is Standing.SPECIALIST)

    def _standing(self, person: ParticipantView) -> Standing:
        return standing_of(person.role, self._meeting.kind)


def _people(meeting: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    spoke: Mapping[str, int] = {
        author: place
        for place, author in enumerate(dict.fromkeys(o.author_id for o in meeting.opinions))
    }
    shown = [
        person
        for person in meeting.participants
        if person.id in spoke or standing_of(person.role, meeting.kind) is not Standing.SERVING
    ]
    return tuple(sorted(shown, key=lambda person: spoke.get(person.id, len(spoke))))


def _cell(given: Sequence[OpinionView], otherwise: Heard) -> GridCell:
    """Return a cell by how the opinions in it were given; without any it is ``otherwise``."""
    ids = tuple(opinion.id for opinion in given)
    manners = {opinion.manner or Manner.SPOKEN for opinion in given}
    for manner, state in _BY_MANNER.items():
        if manner in manners:
            return GridCell(state, ids)
    return GridCell(otherwise)


_BY_MANNER: Mapping[str, Heard] = {
    Manner.SPOKEN: Heard.SPOKEN,
    Manner.WRITTEN: Heard.WRITTEN,
    Manner.NONE_GIVEN: Heard.NONE_GIVEN,
}
"""Who spoke is heard, whatever else is there."""
