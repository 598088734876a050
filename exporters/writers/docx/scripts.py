"""Which parts of a text need the fonts and the shaping of another writing system.

Word picks one of four font slots by character; for Tibetan, Uyghur and Mongolian it does so
reliably only when the run says that it is complex script, and right-to-left words keep their order
only when the run says so. So a text is cut into segments, each in one writing system.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum


class Script(StrEnum):
    """Writing systems that need a run of their own."""

    TIBETAN = "tibetan"
    ARABIC = "arabic"  # Uyghur, Kazakh and Kyrgyz of Xinjiang
    MONGOLIAN = "mongolian"  # the traditional script


_LETTERS = {
    Script.TIBETAN: "\u0f00-\u0fff",
    Script.ARABIC: "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    Script.MONGOLIAN: "\u1800-\u18af\U00011660-\U0001167f",
}
_SCRIPTS = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
_ANY = re.compile(f"[{''.join(_LETTERS.values())}]")

_STRONG = frozenset(("L", "R", "AL"))


def is_right_to_left(text: str) -> bool:
    """Say whether the first letter of a paragraph is one of Arabic script (UAX 9, rule P2)."""
    if _SCRIPTS[Script.ARABIC].search(text) is None:
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _STRONG:
            return direction != "L"
    return False


def segments(text: str, *, right_to_left: bool = False) -> Iterator[tuple[Script | None, str]]:
    """Cut ``text`` into pieces of one writing system each; None is Chinese, Latin and the rest.

    Blanks, digits and punctuation between two words of a writing system belong to it, else the
    words would change places; in a paragraph that runs from right to left also those before and
    after. The pieces joined are the text.
    """
    if _ANY.search(text) is None:
        if text:
            yield None, text
        return
    owners = _owners(text, outer=Script.ARABIC if right_to_left else None)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or owners[end] is not owners[start]:
            yield owners[start], text[start:end]
            start = end


def _owners(text: str, *, outer: Script | None) -> list[Script | None]:
    """Return the writing system of each character."""
    owners: list[Script | None] = []
    before, waiting = outer, 0  # the last letter's script, and the neutral characters since
    for character in text:
        if _is_neutral(character):
            waiting += 1
            continue
        script = _script(character)
        owners += [_between(before, script, outer)] * waiting
        owners.append(script)
        before, waiting = script, 0
    return owners + [_between(before, outer, outer)] * waiting


def _between(before: Script | None, after: Script | None, outer: Script | None) -> Script | None:
    """Return who owns the neutral characters between two letters."""
    return before if before is after else outer


def _is_neutral(character: str) -> bool:
    """Say whether a character has no direction and no writing system of its own."""
    return _ANY.match(character) is None and unicodedata.bidirectional(character) not in _STRONG


def _script(character: str) -> Script | None:
    """Return the writing system of a letter."""
    return next((script for script, found in _SCRIPTS.items() if found.match(character)), None)
