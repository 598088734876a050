"""Judges a text: where it speaks for a meeting that has no voice, and how severe that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import resources
from models.profiles import DEFAULT_PROFILE, Profile, Profiles, load_profiles
from models.vocabulary import MeetingKind
from models.wording.normal import Folded, covered, fold
from models.wording.rules import (
    Rule,
    allowances,
    is_of_hearing,
    kind_of_field,
    quotes,
    rules_for,
)

_QUOTED = re.compile(
    r"“[^“”\n]{0,600}”|‘[^‘’\n]{0,600}’|「[^「」\n]{0,600}」|『[^『』\n]{0,600}』|\"[^\"\n]{0,600}\""
)
_NAMED = re.compile(r"《[^《》\n]{0,100}》")
_BRACKETS = frozenset('“”‘’「」『』"《》〈〉()[]{}【】〔〕〖〗')
_SENTENCE = re.compile(r"[^。;!?\n]+")
_KEPT = 1024
_LONG = 240
"""A longer sentence is judged in parts, each with what is near it."""

_NEAR = 60
"""So many characters around a phrase say whose words it holds, or what makes it innocent."""

_Span = tuple[int, int]
_Found = tuple[Rule, int, int]


class Severity(StrEnum):
    """What the guard does, from letting pass to stopping."""

    ALLOW = "allow"
    HINT = "hint"
    WARN = "warn"
    BLOCK = "block"


_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that was found; ``start`` and ``end`` count characters of the text as typed."""

    start: int
    end: int
    text: str
    rule: str
    group: str
    field: str
    severity: Severity
    suggestion: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gravest severity of all matches; they stand in the order of the text."""

    severity: Severity
    matches: tuple[Match, ...]


def check(text: str, *, field: str, profile: Profile) -> Verdict:
    """Judge a text that stands in a field of a meeting with this profile.

    An unknown field holds authored text. A field of hearings is judged by the hearing's list even if
    the profile is a conference's. Takes time in proportion to the text's length.
    """
    profile = _fitting(profile, field)
    kind = kind_of_field(field)
    folded = _without_quotations(fold(text), kind)
    found = list(_found(folded, kind, hearing=profile.kind is MeetingKind.HEARING))
    rules = {rule.id: rule for rule, _ in found}
    severities = {name: _severity(rule, field, profile) for name, rule in rules.items()}
    matches = _without_inner(
        [
            _match(rule, span, text, field, severities[rule.id])
            for rule, span in found
            if severities[rule.id] is not Severity.ALLOW
        ]
    )
    return Verdict(
        max((match.severity for match in matches), key=_ORDER.index, default=_ORDER[0]), matches
    )


def prepare() -> None:
    """Read and compile the lists, which the first text would else have to wait for."""
    for hearing in (False, True):
        rules_for(hearing=hearing)
    allowances()
    quotes()


def guarding_profile(profile_id: str | None, profiles: Profiles) -> Profile:
    """Return the profile with this id; the strict one if it is not known."""
    strict = DEFAULT_PROFILE[MeetingKind.JOINT_CONFERENCE]
    return profiles.get(profile_id or strict, profiles[strict])


def allowed_to_keep(profile: Profile, match: Match) -> bool:
    """Say whether a blocked phrase may be kept, with a reason that goes to the audit trail."""
    fitting = _fitting(profile, match.field)
    return match.severity is Severity.BLOCK and fitting.keeps_blocked_wording


def clarification(group: str) -> str:
    """Return what the chair may add beside a speaker's words of this group (主持人说明)."""
    return str(resources.toml("wording/clarifications.toml")["clarification"][group])


@cache
def _hearing_profile() -> Profile:
    return load_profiles(())[DEFAULT_PROFILE[MeetingKind.HEARING]]


def _fitting(profile: Profile, field: str) -> Profile:
    """Return the profile, or the hearing's for a field that no conference has."""
    if is_of_hearing(field) and profile.kind is not MeetingKind.HEARING:
        return _hearing_profile()
    return profile


def _own_severity(profile: Profile, group: str, field: str) -> str | None:
    return profile.wording.get(f"{group}@{field}", profile.wording.get(group))


def _severity(rule: Rule, field: str, profile: Profile) -> Severity:
    own = _own_severity(profile, rule.group, field)
    if own == "allow":
        return Severity.ALLOW
    if kind_of_field(field) == "speech":
        return Severity.HINT
    if own is None or rule.own_severity:
        return Severity(rule.severity)
    return Severity(own)


def _match(rule: Rule, span: _Span, text: str, field: str, severity: Severity) -> Match:
    start, end = span
    return Match(
        start=start,
        end=end,
        text=text[start:end],
        rule=rule.id,
        group=rule.group,
        field=field,
        severity=severity,
        suggestion=rule.suggestion,
        reason=rule.reason,
        source=rule.source,
    )


def _without_inner(matches: list[Match]) -> tuple[Match, ...]:
    """Return the matches in order of the text, without those inside another at least as severe."""
    kept: list[Match] = []
    for match in sorted(
        matches, key=lambda one: (one.start, -one.end, -_ORDER.index(one.severity))
    ):
        outer = kept[-1] if kept else None
        inside = outer is not None and match.end <= outer.end
        if (
            outer is None
            or not inside
            or _ORDER.index(match.severity) > _ORDER.index(outer.severity)
        ):
            kept.append(match)
    return tuple(kept)


def _found(folded: Folded, kind: str, *, hearing: bool) -> Iterator[tuple[Rule, _Span]]:
    """Find rules with the places of their phrases in the text as typed."""
    for sentence in _SENTENCE.finditer(folded.text):
        for begin, end in _parts(folded.text, *sentence.span()):
            first = max(begin - _NEAR, sentence.start())
            part = folded.text[first : min(end + _NEAR, sentence.end())]
            for rule, start, stop in _found_in(part, kind, hearing=hearing):
                if begin <= first + start < end:
                    yield rule, folded.original(first + start, first + stop)


def _parts(text: str, start: int, end: int) -> Iterator[_Span]:
    """Cut a sentence that is very long where a clause ends, others not at all."""
    while end - start > _LONG:
        comma = text.find(",", start + _LONG // 2, start + _LONG)
        cut = comma + 1 if comma >= 0 else start + _LONG
        yield start, cut
        start = cut
    yield start, end


@lru_cache(maxsize=_KEPT)
def _found_in(part: str, kind: str, *, hearing: bool) -> tuple[_Found, ...]:
    """Find rules in a sentence with the places in it; no phrase goes over its end.

    What was found is kept, since a key changes one sentence of a text.
    """
    rules = [
        rule
        for rule in rules_for(hearing=hearing)
        if rule.may_apply(part, kind) and rule.pattern.search(part)
    ]
    if not rules:
        return ()
    seen = _with_innocent_covered(part)
    return tuple(
        (rule, match.start(), match.end())
        for rule in rules
        for match in rule.pattern.finditer(seen)
        if match.end() > match.start() and not _is_allowed(rule, match, part)
    )


def _with_innocent_covered(sentence: str) -> str:
    for allowance in allowances():
        if not allowance.groups and allowance.may_apply(sentence):
            sentence = allowance.pattern.sub(covered, sentence)
    return sentence


def _is_allowed(rule: Rule, found: re.Match[str], sentence: str) -> bool:
    """Say whether an allowance of the rule's group lies over what was found."""
    start = max(found.start() - _NEAR, 0)
    end = min(found.end() + _NEAR, len(sentence))
    return any(
        match.start() < found.end() and match.end() > found.start()
        for allowance in allowances()
        if rule.group in allowance.groups
        for match in allowance.pattern.finditer(sentence, start, end)
    )


def _without_quotations(folded: Folded, kind: str) -> Folded:
    """Cover names in 《》 and words of others, then drop all marks that only enclose."""
    if not _BRACKETS.intersection(folded.text):
        return folded
    if kind != "title" or not folded.text.startswith("《"):
        folded = Folded(_NAMED.sub(covered, folded.text), folded.places)
    folded = Folded(_QUOTED.sub(_covered_if_of_others, folded.text), folded.places)
    marks = [place for place, mark in enumerate(folded.text) if mark in _BRACKETS]
    return folded.without(marks)


def _covered_if_of_others(quoted: re.Match[str]) -> str:
    before = quoted.string[max(quoted.start() - _NEAR, 0) : quoted.start()]
    return covered(quoted) if _is_of_others(before) else quoted.group()


def _is_of_others(before: str) -> bool:
    """Say whether what stands before a quotation attributes it to somebody else."""
    before = "".join(mark for mark in before if mark not in _BRACKETS)
    return bool(quotes().attributed.search(before)) and not quotes().own.search(before)
