"""The lists of the wording guard, read from ``resources/wording`` and compiled once.

How to add a phrase: a ``[[rule]]`` in ``conference.toml`` or ``hearing.toml``, or an ``[[allow]]`` in
``allow.toml``; a case for it among the tests' data.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources

_PIECE = re.compile("〈([^〉]+)〉")


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases of one group. ``needs``: words of which the text must hold one; empty for no such word.

    ``kinds``: the kinds of field it is for; empty for all. ``own_severity``: it is severe in its own
    way, whatever its group.
    """

    id: str
    group: str
    pattern: re.Pattern[str]
    severity: str
    suggestion: str
    reason: str
    source: str
    needs: tuple[str, ...]
    kinds: tuple[str, ...]
    own_severity: bool

    def may_apply(self, text: str, kind: str) -> bool:
        """Say quickly whether the pattern is worth trying on a text in a field of this kind."""
        if self.kinds and kind not in self.kinds:
            return False
        return not self.needs or any(word in text for word in self.needs)


@dataclass(frozen=True, slots=True)
class Allowance:
    """An innocent phrase. Without ``groups`` it is out of sight of all rules."""

    id: str
    pattern: re.Pattern[str]
    groups: frozenset[str]
    needs: tuple[str, ...]

    def may_apply(self, text: str) -> bool:
        """Say quickly whether the pattern is worth trying on a text."""
        return not self.needs or any(word in text for word in self.needs)


@dataclass(frozen=True, slots=True)
class Quotes:
    """What stands before a quotation: words of others, or of the conference itself."""

    attributed: re.Pattern[str]
    own: re.Pattern[str]


@cache
def rules_for(*, hearing: bool) -> tuple[Rule, ...]:
    """Return the list for hearings or the one for conferences, in the order of the file."""
    data = resources.toml(f"wording/{'hearing' if hearing else 'conference'}.toml")
    return tuple(_rule(entry, data["groups"][entry["group"]]) for entry in data["rule"])


@cache
def allowances() -> tuple[Allowance, ...]:
    """Return the innocent phrases, in the order in which they are laid over a text."""
    return tuple(
        Allowance(
            id=entry["id"],
            pattern=_compiled(entry["pattern"]),
            groups=frozenset(entry.get("groups", ())),
            needs=tuple(entry.get("needs", ())),
        )
        for entry in resources.toml("wording/allow.toml")["allow"]
    )


@cache
def quotes() -> Quotes:
    """Return how quotations are told apart."""
    words = resources.toml("wording/allow.toml")["quotes"]
    return Quotes(_compiled(words["attributed"]), _compiled(words["own"]))


@cache
def kind_of_field(field: str) -> str:
    """Return what a field holds: text, title, label or speech; text if it is not known."""
    kinds: Mapping[str, str] = resources.toml("wording/fields.toml")["kind"]
    return kinds.get(field, "text")


@cache
def is_of_hearing(field: str) -> bool:
    """Say whether only a hearing has this field."""
    return field in resources.toml("wording/fields.toml")["hearing"]["fields"]


def _rule(entry: Mapping[str, Any], group: Mapping[str, str]) -> Rule:
    return Rule(
        id=entry["id"],
        group=entry["group"],
        pattern=_compiled(entry["pattern"]),
        severity=entry.get("severity", group["severity"]),
        suggestion=entry.get("suggestion", group["suggestion"]),
        reason=entry.get("reason", group["reason"]),
        source=entry.get("source", group["source"]),
        needs=tuple(entry.get("needs", ())),
        kinds=tuple(entry.get("kinds", ())),
        own_severity="severity" in entry,
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    pieces: Mapping[str, str] = resources.toml("wording/fragments.toml")["fragments"]
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda piece: pieces[piece[1]], pattern)
    return re.compile(pattern)
