"""One form for all ways of writing the same words, with the way back to the text as it was typed.

Width, traditional characters and numerals become one; blanks, zero-width and combining characters,
dashes and marks that only part what belongs together are left out. Marks that end a clause stay, so
that two sentences never join into a phrase.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import compress

import resources

COVER = "※"
"""Stands for every character of a phrase that is out of sight; no folded text has it itself."""

_SAME = {"︰": ":", "∶": ":", "︱": "", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n"}
_PART_ONLY = frozenset("·•・‧∙*#@&/\\'`′＇…※") | frozenset("\u115f\u1160\u3164\uffa0\u2800")
_LEFT_OUT = frozenset(
    {"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me", "Zs", "Pd", "Pc", "Sk", "Sm", "So"}
)
_LONE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_SPELLED_OUT = re.compile(r"[一-鿿]([,.、:;。!?|])[一-鿿](?:\1[一-鿿])+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its one form; ``places`` holds the place of each character in the text as typed."""

    text: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part that is not empty begins and ends in the text as typed."""
        return self.places[start], self.places[end - 1] + 1

    def without(self, places: Iterable[int]) -> "Folded":
        """Return the text without the characters at these places of its own."""
        gone = set(places)
        if not gone:
            return self
        kept = [number not in gone for number in range(len(self.text))]
        return Folded("".join(compress(self.text, kept)), tuple(compress(self.places, kept)))


def fold(text: str) -> Folded:
    """Return a text in its one form. Quotation marks and brackets are still there."""
    forms = list(map(_forms().__getitem__, text))
    folded = Folded("".join(forms), tuple(compress(range(len(text)), forms)))
    breaks = {match.start() for match in _LONE_BREAK.finditer(folded.text)}
    folded = folded.without(breaks)
    return folded.without(_parting_marks(folded.text))


def _parting_marks(text: str) -> set[int]:
    """Return the places of marks that part a phrase character by character, as in 会，议，认，为."""
    return {
        place
        for match in _SPELLED_OUT.finditer(text)
        for place in range(match.start() + 1, match.end(), 2)
    }


def covered(match: re.Match[str]) -> str:
    """Return what stands for a phrase that is out of sight, of the same length."""
    return COVER * (match.end() - match.start())


class _Forms(dict[str, str]):
    """The form of each character that has occurred; empty if it is left out."""

    def __init__(self) -> None:
        super().__init__(_SAME)
        self._simplified = _simplified()

    def __missing__(self, character: str) -> str:
        form = self._form_of(character)
        self[character] = form
        return form

    def _form_of(self, character: str) -> str:
        if character == "\n":
            return character
        form = unicodedata.normalize("NFKC", character)
        form = form if len(form) == 1 else character
        if form in _PART_ONLY or unicodedata.category(form) in _LEFT_OUT:
            return ""
        return self._simplified.get(form, form)


@cache
def _forms() -> _Forms:
    return _Forms()


def _simplified() -> dict[str, str]:
    pairs = str(resources.toml("wording/traditional.toml")["pairs"]).split()
    return {pair[0]: pair[1] for pair in pairs}
