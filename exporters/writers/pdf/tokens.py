"""Cuts text into tokens, and tells which may begin or end a line (GB/T 15834-2011, 5.1).

Brackets, quotation marks and signs of currency are known by their category in Unicode, so that
those of every script are there; the other marks are listed.
"""

import re
import unicodedata

from exporters.writers.pdf.typefaces import IGNORABLE

MARKS = f"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a{IGNORABLE}"
ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
TIBETAN = "\u0f00-\u0fff"
MONGOLIAN = "\u1800-\u18af\u202f"
LETTERS = (
    "A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff"
)
# All blanks (Zs) but U+00A0 and U+202F, which forbid a break.
BLANKS = " \t\u1680\u2000-\u200a\u205f\u3000"
_RAISED = "\u00b2\u00b3\u00b9\u2070-\u209c"
_JOINERS = "-.,:/@_'%+&?=#~$\u2010\u2011\u2019"

# Every character belongs to exactly one token; the order of the alternatives matters. A blank of
# full width is a token of its own, so that several keep the pitch of the characters around.
_TOKEN = re.compile(
    "[\n\u2028\u2029]"
    "|\u3000"
    "|[ \t\u1680\u2000-\u200a\u205f]+"
    "|—+|―+|…+|⋯+"
    "|°[CF]"
    f"|[{ARABIC}][{ARABIC}{MARKS}]*"
    f"|[{TIBETAN}]+?(?:[\u0f0b-\u0f0d]+|(?![{TIBETAN}]))"
    f"|[{MONGOLIAN}][{MONGOLIAN}{MARKS}]*"
    f"|(?:-(?=[0-9]))?[{LETTERS}](?:[{LETTERS}{MARKS}{_RAISED}]|[{_JOINERS}]+(?=[{LETTERS}]))*"
    "(?:[%‰#]|[+]+)?"
    f"|[{IGNORABLE}]*[^{MARKS}]?[{MARKS}]*",
    re.DOTALL,
)
_CLUSTER = re.compile(f"[{IGNORABLE}]*[^{MARKS}]?[{MARKS}]*", re.DOTALL)
_FULL_WIDTH_WORD = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")

# 5.1.1 to 5.1.3, 5.1.6 and 5.1.7: not at the start of a line.
CLOSING = frozenset("、。，．；：！？”’》〉）】〕〗」』｝］")
_NOT_AT_START = frozenset(
    "、。，．；：！？｡､,.;:!?‼⁇⁈⁉‽﹐﹑﹒﹔﹕﹖﹗"
    "·•・･‧‥⋅～–—―-－\u2010\u2011"
    "%‰‱％﹪℃℉°′″‴‶⁗"
    "\u00b2\u00b3\u00b9"
) | {chr(raised) for raised in range(0x2070, 0x209D)}
# 5.1.3: not at the end of a line; signs that stand before a number follow the same reason.
OPENING = frozenset("“‘《〈（【〔〖「『｛［")
_NOT_AT_END = frozenset("№#＃§¡¿+＋±−≥≤≈＜<")
_NEITHER = frozenset("/／\u00a0>＞")  # 5.1.9; > closes a bracket or stands before a number

_UNDIVIDED = frozenset("—―…⋯")


def tokens(text: str) -> list[str]:
    """Return ``text`` in tokens, which together are all of it."""
    return [token for token in _TOKEN.findall(text) if token]


def clusters(text: str) -> list[str]:
    """Return ``text`` in characters, each with the marks that belong to it."""
    return [cluster for cluster in _CLUSTER.findall(text) if cluster]


def may_start_line(visible: str) -> bool:
    """Tell whether a line may begin with this character or these halves of a dash."""
    first = visible[0]
    if unicodedata.category(first) in {"Pe", "Pf"} or first in _NEITHER:
        return False
    return first not in _NOT_AT_START or visible[:2] in {"——", "――"}


def may_end_line(visible: str) -> bool:
    """Tell whether a line may end with this character."""
    first = visible[0]
    if unicodedata.category(first) in {"Ps", "Pi", "Sc"} or first in _NEITHER:
        return False
    return first not in _NOT_AT_END


def are_halves(before: str, after: str) -> bool:
    """Tell whether two texts meet inside a dash or an ellipsis (5.1.6, 5.1.7)."""
    return before[-1:] == after[:1] and after[:1] in _UNDIVIDED


def is_of_full_width_word(character: str) -> bool:
    """Tell whether ``character`` is a digit or letter as wide as a Chinese one: ２０２５."""
    return _FULL_WIDTH_WORD.match(character) is not None
