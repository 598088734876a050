"""When a meeting may follow a profile, and when it may turn to another one.

A conference's profile is fixed once it is approved. One that is weaker than ``strict`` needs the
title and number of the office's own rule, in a cross-court conference (跨院) of every
procuratorate that takes part. Pure functions; whoever asks brings what the database holds.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.civil_time import day_of
from models.forms import Sheet
from models.profiles import Profile, Profiles, profile_of
from models.text import for_comparison
from models.vocabulary import MeetingKind, Scope

_NOT_FIXED = frozenset({"J0", "J1", "JX", "JR"})
"""States of a conference before its approval, or after it was refused or redirected."""

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
    the host, also those that are no procuratorates.
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
    return Choosing(
        kind=sheet.kind,
        state=sheet.state,
        profile=_text(values.get("profile")),
        scope=_text(values.get("scope")),
        host=_text(values.get("host")),
        organs=tuple(str(name) for name in organs if name),
        day=day_of(held),
    )


def is_fixed(state: str) -> bool:
    """Say whether the profile of a conference in this state is fixed: from its approval on."""
    return state.startswith("J") and state not in _NOT_FIXED


def fault_of_change(choosing: Choosing, profile: Profile, profiles: Profiles) -> ChoiceFault | None:
    """Return why a meeting may not simply turn to a profile, or None.

    What needs no local rule: the kind of meeting, the days in force, and that nothing is fixed yet.
    """
    now = profile_of(choosing.kind, choosing.profile, profiles)
    if is_fixed(choosing.state) and profile.id != now.id:
        return ChoiceFault(ChoiceFaultKind.FIXED)
    return fault_of_kind_and_day(choosing, profile)


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
    """Return the procuratorates that take part, the host first; each once."""
    names: dict[str, str] = {}
    for name in (choosing.host or "", *choosing.organs):
        if _is_procuratorate(name):
            names.setdefault(for_comparison(name), name)
    return tuple(names.values())


def _fault_of_rules(
    profile: Profile, choosing: Choosing, office_rules: Collection[OfficeRule]
) -> ChoiceFault | None:
    if not profile.weaker_than_strict:
        return None
    entered = {for_comparison(rule.organ) for rule in office_rules if rule.complete}
    if choosing.scope != Scope.CROSS_COURT:
        host = for_comparison(choosing.host or "")
        return None if host and host in entered else ChoiceFault(ChoiceFaultKind.RULE_NEEDED)
    needed = procuratorates(choosing)
    missing = tuple(name for name in needed if for_comparison(name) not in entered)
    if missing or not needed:
        return ChoiceFault(ChoiceFaultKind.RULES_MISSING, missing)
    return None


def _is_procuratorate(name: str) -> bool:
    """Say whether an organ is a procuratorate (检察院), also where it is written short (县院)."""
    text = name.strip()
    return "检察院" in text or (text.endswith("院") and not text.endswith(_NO_PROCURATORATES))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
