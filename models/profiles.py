"""Profiles: what differs between offices, as data.

Each profile is a TOML file with its source. The program brings its own in ``resources/profiles``;
an office adds files of the same form to the folder ``profiles`` beside its database.
How to add one: copy a shipped file, give it an ``id`` of its own, name the local rule in ``source``.
A profile changes severities, titles, deadlines, who counts, who signs and what is cited; no
profile adds a field to a conference, so keys that mean nothing are refused.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import resources
from models.errors import reason_of
from models.file_faults import ProfileBroken
from models.papers import PaperRules
from models.profile_terms import (
    DEADLINES,
    PAPERS,
    USUAL_QUORUM,
    CollectiveView,
    DeadlineKind,
    DeadlineRule,
    MajorityEffect,
    QuorumRule,
    SummaryPaper,
    WordingSeverity,
)
from models.profile_toml import Table, read_toml
from models.snapshot import MeetingSnapshot
from models.vocabulary import CONFERENCE_ROLES, MeetingKind, Role

DEFAULT_PROFILE = {MeetingKind.JOINT_CONFERENCE: "strict", MeetingKind.HEARING: "hearing"}
"""The profile of a meeting whose file names none."""

_FORBIDDEN_IN_TITLES = ("决议", "決議", "决定", "決定")  # a conference makes neither
_OF_MINUTES = ("纪要", "紀要")
_OWN_REPORT = ("分歧情况报告", "分歧报告")
_MOST_DAYS = 365
_MOST_PEOPLE = 999


@dataclass(frozen=True, slots=True)
class Profile:
    """An office's rules. ``roles`` are its own roles besides the standard ones.

    ``signers`` are the roles that sign the record or transcript, in the order of signing;
    ``titles`` are by paper, ``cites`` the rules named on papers. A day outside of ``valid_from``
    to ``valid_until`` has other rules. One that is ``weaker_than_strict`` needs a local rule
    (:mod:`models.profile_rules`). ``wording`` says how severe the wording guard is, by group of
    words or ``group@field``; what it does not name is as severe as the word list says.
    """

    id: str
    name: str
    kind: MeetingKind
    source: str
    signers: tuple[str, ...]
    roles: tuple[str, ...] = ()
    name_en: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    collective_view: CollectiveView = CollectiveView.NONE
    summary: SummaryPaper = SummaryPaper.NONE
    majority: MajorityEffect = MajorityEffect.NONE
    keeps_blocked_wording: bool = False
    weaker_than_strict: bool = False
    cites: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    quorum: QuorumRule = USUAL_QUORUM
    deadlines: Mapping[DeadlineKind, DeadlineRule] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return the name in a language of the program; the office's own if it gave no other."""
        return self.name_en if language == "en" and self.name_en else self.name

    def in_force(self, day: date) -> bool:
        """Say whether these rules are valid on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


Profiles = Mapping[str, Profile]


@dataclass(frozen=True, slots=True)
class InstalledProfiles:
    """The sound profiles by id, and what is wrong with the other files, in the order of reading."""

    profiles: Profiles
    faults: tuple[ProfileBroken, ...] = ()


def read_profiles(folders: Iterable[Path]) -> InstalledProfiles:
    """Return the shipped profiles and the sound ones of ``folders``, with the faults of the rest.

    A folder that does not exist holds none.
    """
    found = dict(_shipped())
    faults: list[ProfileBroken] = []
    for folder in folders:
        for file in _files(folder, faults):
            try:
                profile = _read(file, found)
            except ProfileBroken as fault:
                faults.append(fault)
            else:
                found[profile.id] = profile
    return InstalledProfiles(found, tuple(faults))


def load_profiles(folders: Iterable[Path]) -> Profiles:
    """Return the sound profiles of :func:`read_profiles`, for where the faults are told already."""
    return read_profiles(folders).profiles


def roles_of(kind: MeetingKind, profiles: Profiles) -> frozenset[str]:
    """Return every role a participant may hold in a meeting of this kind."""
    own = {role for profile in profiles.values() if profile.kind is kind for role in profile.roles}
    return _standard_roles(kind) | own


def profile_of(kind: MeetingKind, profile_id: str | None, profiles: Profiles) -> Profile:
    """Return the profile that a meeting follows.

    A meeting without a profile, with one that is no longer installed, or with one for the other
    kind of meeting follows the default.
    """
    profile = profiles.get(profile_id or "")
    if profile is None or profile.kind is not kind:
        return _shipped()[DEFAULT_PROFILE[kind]]
    return profile


def signers_of(meeting: MeetingSnapshot, profiles: Profiles) -> tuple[str, ...]:
    """Return the roles that sign this meeting's record or transcript, in order."""
    return profile_of(meeting.kind, meeting.profile, profiles).signers


def paper_rules_of(meeting: MeetingSnapshot, profiles: Profiles) -> PaperRules:
    """Return what the papers of this meeting print of its profile."""
    profile = profile_of(meeting.kind, meeting.profile, profiles)
    missing = meeting.profile if meeting.profile and meeting.profile != profile.id else ""
    approval = profile.deadlines.get(DeadlineKind.APPROVAL)
    return PaperRules(
        id=profile.id,
        name=profile.name,
        cites=profile.cites,
        titles=profile.titles,
        missing=missing,
        source=profile.source,
        summary=profile.summary,
        approval_days=approval.days if approval else None,
    )


def _standard_roles(kind: MeetingKind) -> frozenset[str]:
    standard = CONFERENCE_ROLES if kind is MeetingKind.JOINT_CONFERENCE else frozenset(Role)
    return frozenset(role.value for role in standard)


@cache
def _shipped() -> Profiles:
    """Return the program's own profiles; a fault in one of them is a bug."""
    folder = resources.path("profiles")
    defaults = [folder / f"{name}.toml" for name in DEFAULT_PROFILE.values()]
    found: dict[str, Profile] = {}
    for file in (*defaults, *sorted(set(folder.glob("*.toml")) - set(defaults))):
        profile = _read(file, found)
        found[profile.id] = profile
    return {name: found[name] for name in sorted(found)}


def _files(folder: Path, faults: list[ProfileBroken]) -> list[Path]:
    try:
        return sorted(folder.glob("*.toml"))
    except OSError as error:
        faults.append(ProfileBroken(folder, reason_of(error)))
        return []


_KEYS = frozenset(
    {
        *("id", "name", "name_en", "kind", "source", "valid_from", "valid_until"),
        *("signers", "roles", "cites", "titles", "deadlines", "wording"),
    }
)
_CONFERENCE_KEYS = frozenset(
    {
        *("collective_view", "summary", "majority", "keeps_blocked_wording"),
        *("weaker_than_strict", "quorum"),
    }
)


def _read(file: Path, others: Profiles) -> Profile:
    """Return the profile of a file; what it leaves out is as in the default of its kind."""
    data = read_toml(file)
    kind = data.choice("kind", MeetingKind)
    conference = kind is MeetingKind.JOINT_CONFERENCE
    data.refuse_others(_KEYS | _CONFERENCE_KEYS)
    for key in () if conference else sorted(_CONFERENCE_KEYS & data.values.keys()):
        raise data.fault("not_for_hearing", key)
    base = others.get(DEFAULT_PROFILE[kind])
    own = data.texts("roles", ())
    roles = _standard_roles(kind) | frozenset(own)
    profile = Profile(
        id=_id(data, others),
        name=data.text("name"),
        kind=kind,
        source=data.text("source"),
        signers=_roles(data, "signers", roles, None),
        roles=own,
        name_en=data.text("name_en", ""),
        valid_from=data.day("valid_from"),
        valid_until=data.day("valid_until"),
        collective_view=data.choice("collective_view", CollectiveView, CollectiveView.NONE),
        summary=data.choice("summary", SummaryPaper, SummaryPaper.NONE),
        majority=data.choice("majority", MajorityEffect, MajorityEffect.NONE),
        keeps_blocked_wording=data.truth("keeps_blocked_wording", default=False),
        weaker_than_strict=conference and _weaker(data),
        cites=data.texts("cites", ()),
        wording=_wording(data.table("wording")),
        titles={**(base.titles if base else {}), **_titles(data, kind)},
        quorum=_quorum(data, roles, base.quorum if base else USUAL_QUORUM),
        deadlines={
            **(base.deadlines if base else {}),
            **_deadlines(data.table("deadlines"), kind),
        },
    )
    if profile.valid_from and profile.valid_until and profile.valid_until < profile.valid_from:
        raise data.fault("ends_before_start", "valid_until")
    return profile


def _id(data: Table, others: Profiles) -> str:
    text = data.text("id")
    if " " in text or len(text) > 60:
        raise data.fault("bad_id", "id", value=text)
    if text in others:
        raise data.fault("id_taken", "id", value=text, name=others[text].name)
    return text


def _roles(
    data: Table, key: str, known: frozenset[str], default: tuple[str, ...] | None
) -> tuple[str, ...]:
    roles = data.texts(key, default)
    for role in roles:
        if role not in known:
            raise data.fault("unknown_role", key, value=role)
    if not roles:
        raise data.fault("empty_list", key)
    return roles


def _weaker(data: Table) -> bool:
    """Say whether the file allows more than ``strict`` does; it must not deny that."""
    strict = {
        "collective_view": (CollectiveView.NONE,),
        "summary": (SummaryPaper.NONE, SummaryPaper.BY_PERSON),
        "majority": (MajorityEffect.NONE, MajorityEffect.REPORT),  # the latter binds nationally
        "keeps_blocked_wording": (False,),
    }
    more = [
        key for key, as_strict in strict.items() if data.values.get(key) not in (None, *as_strict)
    ]
    if any(_is_milder(*entry) for entry in _wording(data.table("wording")).items()):
        more.append("wording")
    said = data.truth("weaker_than_strict", default=bool(more))
    if more and not said:
        raise data.fault("weaker_after_all", "weaker_than_strict", other=more[0])
    return said


def _wording(table: Table) -> dict[str, str]:
    """Return how severe the wording guard is, by group or by group and field."""
    return {name: table.choice(name, WordingSeverity).value for name in table.values}


def _is_milder(name: str, severity: str) -> bool:
    """Say whether the record of a conference may say more; the head's own report is none."""
    _, _, field_name = name.partition("@")
    return severity != WordingSeverity.BLOCK and field_name not in _OWN_REPORT


def _titles(data: Table, kind: MeetingKind) -> dict[str, str]:
    table = data.table("titles")
    table.refuse_others(PAPERS[kind])
    titles = {paper: table.text(paper) for paper in table.values}
    if kind is MeetingKind.HEARING:
        return titles
    minutes = data.values.get("summary") == SummaryPaper.MINUTES
    for paper, title in titles.items():
        code = title_fault(title, minutes=minutes and paper == "summary")
        if code:
            raise table.fault(code, paper, value=title)
    return titles


def title_fault(title: str, *, minutes: bool = False) -> str:
    """Return the code of what a conference's paper must not be called; empty for a sound title."""
    if any(word in title for word in _FORBIDDEN_IN_TITLES):
        return "title_decides"
    if any(word in title for word in _OF_MINUTES) and not minutes:
        return "title_of_minutes"
    return ""


def _quorum(data: Table, roles: frozenset[str], base: QuorumRule) -> QuorumRule:
    if "quorum" not in data.values:
        return base
    table = data.table("quorum")
    keys = ("source", "roles", "handler_counts", "required", "share", "offices")
    table.refuse_others(keys)
    return QuorumRule(
        source=table.text("source"),
        roles=_roles(table, "roles", roles, base.roles),
        handler_counts=table.truth("handler_counts", default=False),
        required=_some(table, "required"),
        share=_share(table),
        offices=_some(table, "offices"),
    )


def _some(table: Table, key: str) -> int | None:
    return table.number(key, most=_MOST_PEOPLE) if key in table.values else None


def _share(table: Table) -> tuple[int, int] | None:
    if "share" not in table.values:
        return None
    parts = table.text("share").split("/")
    if len(parts) == 2 and all(
        part.isascii() and part.isdigit() and len(part) < 3 for part in parts
    ):
        share = int(parts[0]), int(parts[1])
        if 0 < share[0] <= share[1]:
            return share
    raise table.fault("bad_share", "share", value=table.text("share"))


def _deadlines(data: Table, kind: MeetingKind) -> dict[DeadlineKind, DeadlineRule]:
    data.refuse_others(DEADLINES[kind])
    return {DeadlineKind(name): _deadline(data.table(name)) for name in data.values}


def _deadline(table: Table) -> DeadlineRule:
    table.refuse_others(("days", "source", "clear"))
    return DeadlineRule(
        days=table.number("days", most=_MOST_DAYS),
        source=table.text("source"),
        clear=table.truth("clear", default=False),
    )
