"""Short codes (短语代码): ``;xf264`` and a blank become 《中华人民共和国刑法》第二百六十四条.

A code's own words come from the meeting's or the office's list; other codes are computed: people by
their numbers, places in the evidence, articles of laws. A code is read without regard to width and
case, and what is no code stays as it was typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import resources
from models.numerals import GREATEST, chinese_numeral
from models.snapshot import ParticipantView
from models.text import folded

LONGEST_CODE = 24
LONGEST_WORDS = 500
"""How many characters a code and its words may have at most."""

_SIGNS = ";；"
_BLANKS = " \u3000"
_CODE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # letters of any script, digits, hyphens between them
_PERSON = re.compile("p([1-9][0-9]{0,3})")
_EVIDENCE = re.compile("z([1-9][0-9]{0,3})(?:p([1-9][0-9]{0,3}))?")
_ARTICLE = re.compile("([a-z]+)(?:([1-9][0-9]{0,3})(?:-([1-9][0-9]?))?)?")


@dataclass(frozen=True, slots=True)
class Codes:
    """What codes stand for. ``own`` are words by code, ``people`` the words for people by number.

    Own codes win over computed ones.
    """

    own: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)

    def words_of(self, code: str) -> str | None:
        """Return what a code stands for, or None if it is none."""
        wanted = plain_code(code)
        own = {plain_code(known): words for known, words in self.own.items()}
        return own.get(wanted) or computed_words(wanted, self.people)


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words in place of a code: those from ``start`` to ``end`` of the text are to be replaced.

    The code's sign and the blank after it are part of that. Places count characters, not the UTF-16
    units of Qt.
    """

    start: int
    end: int
    words: str

    @property
    def cursor(self) -> int:
        """Where the cursor stands afterwards."""
        return self.start + len(self.words)


def expand(text: str, cursor: int, codes: Codes) -> Expansion | None:
    """Return what the code before the cursor becomes, now that a blank was typed after it.

    None if no blank stands just before the cursor, or no known code before that.
    """
    end = cursor - 1
    if not 0 < cursor <= len(text) or text[end] not in _BLANKS:
        return None
    start = max(text.rfind(sign, 0, end) for sign in _SIGNS)
    code = text[start + 1 : end]
    if start < 0 or fault_of_code(code):
        return None
    words = codes.words_of(code)
    return None if words is None else Expansion(start, cursor, words)


def plain_code(code: str) -> str:
    """Return a code as it is looked up: without differences of width and case."""
    return folded(code)


def fault_of_code(code: str) -> str:
    """Return why something cannot be a code: ``required``, ``too_long``, ``bad_code``, or nothing."""
    plain = plain_code(code)
    if not plain:
        return "required"
    if len(plain) > LONGEST_CODE:
        return "too_long"
    return "" if _CODE.fullmatch(plain) else "bad_code"


def fault_of_words(words: str) -> str:
    """Return why something cannot be a code's words, as :func:`fault_of_code` does; ``bad_text``."""
    if not words.strip():
        return "required"
    if len(words) > LONGEST_WORDS:
        return "too_long"
    bad = any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in words)
    return "bad_text" if bad else ""


def computed_words(code: str, people: Mapping[int, str]) -> str | None:
    """Return what a plain code stands for without any list, or None."""
    if found := _PERSON.fullmatch(code):
        return people.get(int(found[1]))
    if found := _EVIDENCE.fullmatch(code):
        page = f"第{found[2]}页" if found[2] else ""
        return f"证据卷第{found[1]}卷{page}"
    if found := _ARTICLE.fullmatch(code):
        title = statutes().get(found[1])
        return None if title is None else f"《{title}》" + _article(found[2], found[3])
    return None


def people_by_number(participants: Iterable[ParticipantView]) -> dict[int, str]:
    """Return the names of people with their offices, by number, or by place if they have none.

    A number that two people bear is the first one's.
    """
    found: dict[int, str] = {}
    for place, person in enumerate(participants, 1):
        if person.name:
            words = f"{person.organ or ''}{person.name}"
            found.setdefault(person.number or place, words)
    return found


def statutes() -> Mapping[str, str]:
    """Return the titles of laws by the prefix of their codes."""
    return resources.toml("short_codes/statutes.toml")


def _article(number: str | None, inserted: str | None) -> str:
    """Return which article it is; an inserted one (``133-1``) bears its own number after that."""
    if number is None:
        return ""
    assert int(number) <= GREATEST  # four digits at most
    behind = f"之{chinese_numeral(int(inserted))}" if inserted else ""
    return f"第{chinese_numeral(int(number))}条{behind}"
