"""Each opinion with its words, in the order in which they were given."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.snapshot import MeetingSnapshot, OpinionView, ParticipantView
from models.vocabulary import Manner, Mode


@dataclass(frozen=True, slots=True)
class Voice:
    """One person's opinion with its words; ``author`` is None where nobody knows whose it is."""

    opinion: OpinionView
    author: ParticipantView | None
    words: str

    @property
    def is_written(self) -> bool:
        """Whether it was given in writing, read out or not."""
        by_letter = self.author is not None and self.author.mode == Mode.WRITTEN
        return bool(self.opinion.text) or self.opinion.manner == Manner.WRITTEN or by_letter


def voices(snapshot: MeetingSnapshot) -> tuple[Voice, ...]:
    """Return the opinions as spoken, line below line, then those that no line holds.

    Who gave none is not among them.
    """
    people = snapshot.participants_by_id
    place = {line.id: number for number, line in enumerate(snapshot.lines)}
    words = {line.id: line.text for line in snapshot.lines}
    found = [
        Voice(one, people.get(one.author_id), "\n".join(_words(one, words)))
        for one in snapshot.opinions
        if one.manner != Manner.NONE_GIVEN
    ]
    last = len(place)
    return tuple(sorted(found, key=lambda one: _first(one.opinion, place, last)))


def _words(opinion: OpinionView, words: dict[str, str | None]) -> Iterator[str]:
    for line in opinion.line_ids:
        if text := words.get(line):
            yield text
    if opinion.text:
        yield opinion.text


def _first(opinion: OpinionView, place: dict[str, int], last: int) -> int:
    return min((place[line] for line in opinion.line_ids if line in place), default=last)
