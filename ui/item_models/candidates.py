"""Who can be added to a meeting: the known people that fit what was typed."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from models.roster import identity
from models.text import for_comparison
from ui.item_models.rows import Column, RowTableModel
from ui.words import role_word

if TYPE_CHECKING:
    from models.roster import KnownPerson

_MOST_SHOWN = 40


class Default(Enum):
    """What Enter does when nothing else was chosen in the list."""

    FIRST = auto()  # adds the first one who is not in the meeting yet
    NEW = auto()  # adds somebody new of the name typed
    NONE = auto()  # asks to choose


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody known. ``present`` people are in the meeting already and cannot be chosen."""

    person: "KnownPerson"
    present: bool
    shares_name: bool
    colour: int  # of the round initial

    @property
    def office(self) -> str:
        """Office, post and grade in one line."""
        parts = (self.person.organ, self.person.post, self.person.grade)
        return " · ".join(part for part in parts if part)


class KnownPeople:
    """Everyone who took part in a meeting before, those met last first, and how to find them."""

    def __init__(self, people: Sequence["KnownPerson"] = ()) -> None:
        self.people = tuple(people)
        self._text = ""
        self._found = self.people

    def find(self, text: str) -> "tuple[KnownPerson, ...]":
        """Return those whose name fits the characters or first letters typed, the best first.

        Whoever does not fit the beginning of what is typed does not fit the whole of it.
        """
        from models.pinyin import filter_names  # heavy: reads its table

        text = text.strip()
        if not (self._text and text.startswith(self._text)):
            self._found = self.people
        elif text == self._text:
            return self._found
        self._found = tuple(filter_names(text, self._found, lambda person: person.name))
        self._text = text
        return self._found


class CandidateModel(RowTableModel[Candidate]):
    """The list below the field in which people are added."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[Candidate](
            title=lambda: QCoreApplication.translate("Candidates", "可以添加的人员"),
            text=lambda candidate: candidate.person.name,
            spoken=candidate_spoken,
            copied=candidate_spoken,
        )
        super().__init__([column], _key, selectable=_can_be_chosen, parent=parent)
        self.left_out = 0  # how many more would fit

    def show(
        self, found: "Sequence[KnownPerson]", present: Collection[tuple[str, str]], text: str
    ) -> Default:
        """Show these people; return what Enter does."""
        names = Counter(for_comparison(person.name) for person in found)
        self.left_out = max(len(found) - _MOST_SHOWN, 0)
        rows = [
            Candidate(
                person,
                present=identity(person.name, person.organ) in present,
                shares_name=names[for_comparison(person.name)] > 1,
                colour=place,
            )
            for place, person in enumerate(found[:_MOST_SHOWN])
        ]
        self.set_rows(rows)
        return _default(rows, text)

    def next_choice(self, place: int, step: int) -> int:
        """Return the next row that can be chosen after ``place``, or -1 past the last."""
        place += step
        while 0 <= place < len(self.rows) and self.rows[place].present:
            place += step
        return place if 0 <= place < len(self.rows) else -1


def candidate_spoken(candidate: Candidate) -> str:
    """Return who it is, for the screen reader."""
    person = candidate.person
    here = QCoreApplication.translate("Candidates", "已在会议中") if candidate.present else ""
    parts = (person.name, person.organ, person.post, person.grade, role_word(person.role), here)
    return "，".join(part for part in parts if part)


def _default(rows: Sequence[Candidate], text: str) -> Default:
    """First letters or one character mean the first one found, a whole name who bears it.

    Where several bear it, or only people of the meeting, one has to be chosen. Any other text may
    be the name of somebody new.
    """
    if not text:
        return Default.NONE
    name = for_comparison(text)
    same = [row for row in rows if for_comparison(row.person.name) == name]
    if same:
        free = len(same) == 1 and not same[0].present
        return Default.FIRST if free and rows[0] is same[0] else Default.NONE
    if rows and (text.isascii() or len(text) == 1):
        return Default.NONE if all(row.present for row in rows) else Default.FIRST
    return Default.NEW


def _key(candidate: Candidate) -> tuple[str, str]:
    return identity(candidate.person.name, candidate.person.organ)


def _can_be_chosen(candidate: Candidate) -> bool:
    return not candidate.present
