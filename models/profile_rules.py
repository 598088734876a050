"""When a meeting may follow a profile, and when it may turn to another one.

A conference's profile is fixed once it is approved. One that is weaker than ``strict`` needs the
title and number of the office's own rule, in a cross-court conference (跨院) of every
procuratorate that takes part: the host, the organs of the meeting, the offices of its participants.
Pure functions; whoever asks brings what the database holds.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.civil_time import day_of
from models.forms import Sheet
from models.profiles import Profile, Profiles, profile_of
from models.states import STATES, Phase
from models.text import for_comparison
from models.vocabulary import MeetingKind, Scope

_NOT_FIXED = frozenset({"J0", "J1", "JX", "JR"})
"""States of a conference before its approval, or after it was refused or redirected."""

_BEFORE_APPROVAL = _NOT_FIXED | {"J2", "JP"}
"""States from which a step onwards is judged; also after the approval, for offices that joined."""

_NO_PROCURATORATES = ("法院", "医院", "学院", "科学院", "研究院", "国务院", "设计院")


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """The rule of a procuratorate for its conferences (本院规则), as it is entered."""

    organ: str
    title: str
    number: str

    @property
    def complete(self) -> bool:
        """Whether it can be cited: without title or number it cannot."""
        return all(part.strip() for part in (self.organ, self.title, self.number))


class ChoiceFaultKind(StrEnum):
    """Why a meeting may not follow a profile. The value is its code in the message catalogue."""

    OTHER_KIND = "profile_other_kind"
    NOT_IN_FORCE = "profile_not_in_force"
    HOST_NEEDED = "profile_host_needed"
    RULE_NEEDED = "profile_rule_needed"
    RULES_MISSING = "profile_rules_missing"
    FIXED = "profile_fixed"


@dataclass(frozen=True, slots=True)
class ChoiceFault:
    """Why a choice is refused; ``organs`` are the procuratorates whose rule is missing."""

    kind: ChoiceFaultKind
    organs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choosing:
    """What the choice of a profile depends on, of the meeting that chooses.

    ``day`` is when it is held, None while that is not known. ``organs`` are the others besides
    the host, of the meeting and of its participants, also those that are no procuratorates.
    """

    kind: MeetingKind
    state: str
    profile: str | None = None
    scope: str | None = None
    host: str | None = None
    organs: tuple[str, ...] = ()
    day: date | None = None


def choosing_of(sheet: Sheet) -> Choosing:
    """Return what the choice depends on, of the meeting that a form shows."""
    meeting, schedule = sheet.single("meeting"), sheet.single("schedule")
    values = meeting.values if meeting else {}
    held = schedule.values.get("held_from") if schedule else None
    organs = [entry.values.get("name") for entry in sheet.of("organ")]
    organs += [entry.values.get("organ") for entry in sheet.of("participant")]
    return Choosing(
        kind=sheet.kind,
        state=sheet.state,
        profile=_text(values.get("profile")),
        scope=_text(values.get("scope")),
        host=_text(values.get("host")),
        organs=tuple(str(name) for name in organs if name),
        day=day_of(held),
    )


def office_rules_of(sheet: Sheet) -> tuple[OfficeRule, ...]:
    """Return the offices' own rules that are entered, of the meeting that a form shows."""
    return tuple(
        office_rule(*(entry.values.get(part) for part in ("organ", "title", "number")))
        for entry in sheet.of("office_rule")
    )


def office_rule(organ: object, title: object, number: object) -> OfficeRule:
    """Return a rule of what is entered of it so far."""
    return OfficeRule(*(str(part or "") for part in (organ, title, number)))


def is_fixed(state: str) -> bool:
    """Say whether the profile of a conference in this state is fixed: from its approval on."""
    return state.startswith("J") and state not in _NOT_FIXED


def is_judged(state: str, wanted: str) -> bool:
    """Say whether a conference must be allowed its profile to go from a state to another.

    Approving it, and whatever comes after that in preparing; not to put it off or to withdraw it.
    """
    onwards = is_fixed(wanted) and STATES[wanted].phase is not Phase.STOPPED
    return onwards and state in _BEFORE_APPROVAL


def fault_of_change(
    choosing: Choosing, profile: Profile, profiles: Profiles, office_rules: Collection[OfficeRule]
) -> ChoiceFault | None:
    """Return why a meeting may not simply turn to a profile, or None.

    What is followed already needs no rule entered: a case file may bring it without.
    """
    now = profile_of(choosing.kind, choosing.profile, profiles)
    if profile.id == now.id:
        return fault_of_kind_and_day(choosing, profile)
    if is_fixed(choosing.state):
        return ChoiceFault(ChoiceFaultKind.FIXED)
    return fault_of_choice(profile, choosing, office_rules)


def fault_of_kind_and_day(choosing: Choosing, profile: Profile) -> ChoiceFault | None:
    """Return why a profile cannot be for this meeting, whatever its state and rules, or None."""
    if profile.kind is not choosing.kind:
        return ChoiceFault(ChoiceFaultKind.OTHER_KIND)
    if choosing.day is not None and not profile.in_force(choosing.day):
        return ChoiceFault(ChoiceFaultKind.NOT_IN_FORCE)
    return None


def fault_of_choice(
    profile: Profile, choosing: Choosing, office_rules: Collection[OfficeRule]
) -> ChoiceFault | None:
    """Return why a meeting may not follow a profile with the local rules entered, or None."""
    return fault_of_kind_and_day(choosing, profile) or _fault_of_rules(
        profile, choosing, office_rules
    )


def procuratorates(choosing: Choosing) -> tuple[str, ...]:
    """Return the procuratorates that take part, the host first; each once, in full where it is."""
    names: dict[str, str] = {}
    for name in (choosing.host or "", *choosing.organs):
        if _is_procuratorate(name):
            known = names.setdefault(_office(name), name.strip())
            if "检察院" not in known and "检察院" in name:
                names[_office(name)] = name.strip()
    return tuple(names.values())


def same_office(one: str, other: str) -> bool:
    """Say whether two names are those of one procuratorate, also where one is written short."""
    return _office(one) == _office(other)


def missing_rules(
    profile: Profile, choosing: Choosing, office_rules: Collection[OfficeRule]
) -> tuple[str, ...]:
    """Return the procuratorates whose rule the profile needs and nobody entered in full."""
    if not profile.weaker_than_strict:
        return ()
    entered = {_office(rule.organ) for rule in office_rules if rule.complete}
    return tuple(name for name in _needed(choosing) if _office(name) not in entered)


def _fault_of_rules(
    profile: Profile, choosing: Choosing, office_rules: Collection[OfficeRule]
) -> ChoiceFault | None:
    if not profile.weaker_than_strict:
        return None
    if not _needed(choosing):
        return ChoiceFault(ChoiceFaultKind.HOST_NEEDED)
    missing = missing_rules(profile, choosing, office_rules)
    if not missing:
        return None
    cross_court = choosing.scope == Scope.CROSS_COURT
    kind = ChoiceFaultKind.RULES_MISSING if cross_court else ChoiceFaultKind.RULE_NEEDED
    return ChoiceFault(kind, missing)


def _needed(choosing: Choosing) -> tuple[str, ...]:
    """Return whose rules a weaker profile needs; empty while nobody is known who could have one."""
    if choosing.scope == Scope.CROSS_COURT:
        return procuratorates(choosing)
    host = (choosing.host or "").strip()
    return (host,) if host else ()


def _is_procuratorate(name: str) -> bool:
    """Say whether an organ is a procuratorate (检察院), also where it is written short (县院)."""
    text = name.strip()
    return "检察院" in text or (text.endswith("院") and not text.endswith(_NO_PROCURATORATES))


def _office(name: str) -> str:
    """Return what makes two names those of one procuratorate: 县人民检察院 is 县院.

    A department (检察院第一检察部) belongs to its office, a branch (检察院第一分院) is one itself.
    """
    text = for_comparison(name)
    office, found, department = text.partition("检察院")
    if not found:
        return text.removesuffix("院")
    office = office.removesuffix("人民")
    return office + department.removesuffix("院") if department.endswith("院") else office


def _text(value: object) -> str | None:
    return None if value is None else str(value)
