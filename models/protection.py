"""What protects a case: that a minor is concerned, or a state secret. As offices enter either."""

from models.snapshot import CaseView, MeetingSnapshot, ParticipantView, PartyView, YesOrWords
from models.text import for_comparison
from models.vocabulary import Role

MAJORITY_AGE = 18
"""The age from which somebody is no minor (未成年人保护法 art. 2)."""

_MINOR = "未成年"
_NOT_SECRET = frozenset(
    {"", "否", "无", "没有", "不涉密", "非密", "非涉密", "不涉及", "no", "none"}
)
"""What offices write where no state secret is concerned. Anything else protects the case."""


def is_minor(party: PartyView) -> bool:
    """Say whether a party is a minor, by age or by the role as it is written."""
    return (party.age is not None and party.age < MAJORITY_AGE) or _MINOR in (party.role or "")


def is_minor_here(person: ParticipantView, meeting: MeetingSnapshot) -> bool:
    """Say whether a participant is a minor: by role, or as the party of the same name.

    In a case marked as a minor's, a suspect of unknown age is one.
    """
    name = for_comparison(person.name or "")
    suspect = person.role == Role.SUSPECT
    return person.role == Role.MINOR or any(
        name == for_comparison(party.name)
        and (is_minor(party) or (suspect and bool(case.minor) and party.age is None))
        for case in meeting.cases
        for party in case.parties
        if party.name
    )


def has_several_minors(meeting: MeetingSnapshot) -> bool:
    """Say whether more than one minor is named as a party or a participant."""
    parties = (party.name for case in meeting.cases for party in case.parties if is_minor(party))
    people = (person.name for person in meeting.participants if person.role == Role.MINOR)
    return len({for_comparison(name) for name in (*parties, *people) if name}) > 1


def concerns_minor(case: CaseView) -> bool:
    """Say whether a case is marked as a minor's, or a party of it is one."""
    return bool(case.minor) or any(map(is_minor, case.parties))


def is_state_secret(level: YesOrWords) -> bool:
    """Say whether what was entered of state secrets says that there is one."""
    return level.strip().lower() not in _NOT_SECRET if isinstance(level, str) else bool(level)
