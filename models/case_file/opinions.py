"""The list ``opinions`` of the ``lianxi`` part: what is known of opinions beyond their lines.

A line of opinion with a speaker is an opinion by itself; an entry names it by ``record`` if there is
more to say. An entry with ``participant`` is an opinion without a line, given in writing or not at
all. All opinions count from 1, the spoken ones in the order of the record, then the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.case_file.additions import Values, as_it_stood, told_of, written
from models.case_file.speakers import Speakers
from models.errors import Fault
from models.meeting import Meeting
from models.opinions import Opinion, OpinionLine
from models.vocabulary import OPINION_KINDS, Manner

_TEXTS = ("manner", "given_at", "text", "reasons", "legal_basis", "silence_reason")

Document = Mapping[str, Any]


class OpinionList:
    """Reads and writes the list."""

    key = "opinions"

    def describe(self, meeting: Meeting, *, plain: bool) -> list[dict[str, Any]]:
        """Return the opinions without a line, and those of which there is more to say."""
        entries = []
        for opinion in meeting.opinions:
            values = _values(opinion)
            stood = opinion.shape if opinion.shape.keys and not plain else None
            if opinion.line is None or stood is not None or told_of(values):
                entries.append(written(_fixed(opinion), values, stood))
        return entries

    def read(self, meeting: Meeting, data: Sequence[Mapping[str, Any]]) -> None:
        """Take the entries of a checked file over."""
        further = {place - 1 for entry in data for place in entry.get("records") or ()}
        joined = {id(meeting.lines[place]) for place in further}
        meeting.opinions[:] = [o for o in meeting.opinions if id(o.line) not in joined]
        spoken = {id(opinion.line): opinion for opinion in meeting.opinions}
        for entry in data:
            if "record" in entry:
                opinion = spoken[id(meeting.lines[entry["record"] - 1])]
            else:
                opinion = Opinion(author=meeting.participants[entry["participant"] - 1])
                meeting.opinions.append(opinion)
            _take(meeting, opinion, entry)
        for position, opinion in enumerate(meeting.opinions):
            opinion.position = position


def _fixed(opinion: Opinion) -> dict[str, Any]:
    if opinion.line is None:
        return {"participant": opinion.author.position + 1}
    return {"record": opinion.line.position + 1}


def _values(opinion: Opinion) -> Values:
    values: Values = {name: (getattr(opinion, name), None) for name in _TEXTS}
    values["case"] = (None if opinion.case is None else opinion.case.position + 1, None)
    values["records"] = ([link.line.position + 1 for link in opinion.further], [])
    if opinion.line is None:  # else it is told of the line
        question = opinion.question
        values["question"] = (None if question is None else question.position + 1, None)
    return values


def _take(meeting: Meeting, opinion: Opinion, entry: Mapping[str, Any]) -> None:
    opinion.shape = as_it_stood(entry, {*_fixed(opinion), *_values(opinion)})
    for name in _TEXTS:
        setattr(opinion, name, entry.get(name))
    if entry.get("case") is not None:
        opinion.case = next(c for c in meeting.cases if c.position == entry["case"] - 1)
    if opinion.line is None and entry.get("question") is not None:
        opinion.question = meeting.questions[entry["question"] - 1]
    for place in entry.get("records") or ():
        link = OpinionLine(line=meeting.lines[place - 1], position=len(opinion.further))
        opinion.further.append(link)


class OpinionFaults:
    """Checks the list in a document whose form is right and whose speakers are known."""

    def __init__(self, document: Document) -> None:
        told = document.get("lianxi") or {}
        self._entries = told.get("opinions") or ()
        self._about_lines = told.get("records") or ()
        self._lines = document.get("records") or ()
        self._people = document.get("participants") or ()
        self._questions = document.get("questions") or ()
        self._first_case = document.get("case") is not None
        self._further_cases = len(told.get("cases") or ())
        self._speakers = Speakers(self._people)
        self._joined = [p for entry in self._entries for p in entry.get("records") or ()]

    def find(self) -> Iterator[Fault]:
        """Find every place that does not exist, and what no opinion can be."""
        for index, entry in enumerate(self._entries):
            here = f"lianxi.opinions[{index}]"
            for key, place in self._wrong_places(entry):
                yield Fault(f"{here}.{key}", "no_such_place", {"number": str(place)})
            spoken, manner = "record" in entry, entry.get("manner")
            if manner == Manner.NONE_GIVEN if spoken else manner in (None, Manner.SPOKEN):
                yield Fault(f"{here}.manner", "manner_and_line")
        yield from self._faults_of_order()
        for index, entry in enumerate(self._about_lines):
            if entry.get("question") is not None and entry["record"] in self._joined:
                number = str(entry["question"])
                here = f"lianxi.records[{index}].question"
                yield Fault(here, "no_such_place", {"number": number})

    def count(self) -> int:
        """Return how many opinions the document has; the list has no fault."""
        spoken = sum(map(is_opinion, self._lines))
        joined = sum(is_opinion(self._lines[place - 1]) for place in self._joined)
        return spoken - joined + sum("record" not in entry for entry in self._entries)

    def _wrong_places(self, entry: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
        record, person = entry.get("record"), entry.get("participant")
        if record is not None and (record in self._joined or not self._is_opinion(record)):
            yield "record", record
        if person is not None and person > len(self._people):
            yield "participant", person
        case, question = entry.get("case"), entry.get("question")
        if case is not None and not self._is_case(case):
            yield "case", case
        if question is not None and (record is not None or question > len(self._questions)):
            yield "question", question
        for place in entry.get("records") or ():
            if self._joined.count(place) > 1 or not self._same_speaker(record, place):
                yield "records", place

    def _faults_of_order(self) -> Iterator[Fault]:
        """Check that spoken opinions go by ascending places, and before the others."""
        last = 0
        for index, entry in enumerate(self._entries):
            place = entry.get("record", len(self._lines) + 1)
            if place < last or place == last <= len(self._lines):
                yield Fault(
                    f"lianxi.opinions[{index}].record", "no_such_place", {"number": str(place)}
                )
                return
            last = place

    def _is_opinion(self, place: int) -> bool:
        return place <= len(self._lines) and is_opinion(self._lines[place - 1])

    def _is_case(self, place: int) -> bool:
        return self._first_case if place == 1 else place <= self._further_cases + 1

    def _same_speaker(self, record: int | None, place: int) -> bool:
        """Say whether a further line is another one of who spoke the first."""
        if record is None or record == place or max(record, place) > len(self._lines):
            return False
        first, further = (self._speakers.of(self._lines[p - 1]) for p in (record, place))
        return isinstance(first, int) and first == further


def is_opinion(line: Mapping[str, Any]) -> bool:
    """Say whether a line of a document is an opinion of its speaker."""
    return line.get("kind") in OPINION_KINDS and line.get("speaker") is not None
