"""Practising to take a meeting down: an invented meeting without its record, and what is said in it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Document = Mapping[str, Any]

_LATER = frozenset(
    {"records", "lianxi", "handler_note", "follow_up", "archive", "number", "notes", "id", "state"}
)
"""What a meeting does not have yet when it begins."""

_TITLE = "练习：{title}"
_IN_SESSION = "J5"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What somebody says: the number and name of who speaks, and the words."""

    number: int | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How a sentence was taken down: by the right speaker, and how many characters differ."""

    right_speaker: bool
    wrong: int


def practice_meeting(document: Document) -> dict[str, Any]:
    """Return the case file of a meeting that is about to begin, made from one that was held."""
    left = {key: value for key, value in document.items() if key not in _LATER}
    return left | {"title": _TITLE.format(title=document.get("title") or ""), "state": _IN_SESSION}


def script_of(document: Document) -> tuple[Sentence, ...]:
    """Return what is said in a meeting, in order."""
    numbers = {one.get("name"): one.get("no") for one in document.get("participants") or ()}
    return tuple(
        Sentence(numbers.get(line.get("speaker")), line.get("speaker") or "", line["text"])
        for line in document.get("records") or ()
        if line.get("text")
    )


def compare(sentence: Sentence, text: str, number: int | None) -> Taken:
    """Return how a sentence was taken down; width and marks between words do not count."""
    said, typed = _letters(sentence.text), _letters(text)
    blocks = SequenceMatcher(None, said, typed, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return Taken(number == sentence.number, max(len(said), len(typed)) - same)


def right_characters(sentences: Sequence[Sentence], taken: Sequence[Taken]) -> tuple[int, int]:
    """Return how many characters were taken down rightly, and how many were said."""
    said = sum(len(_letters(one.text)) for one in sentences)
    wrong = sum(one.wrong for one in taken)
    return max(said - wrong, 0), said


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LNM")
