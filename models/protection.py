"""What protects a case: that a minor is concerned, or a state secret. As offices enter either."""

from models.snapshot import CaseView, PartyView, YesOrWords

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


def concerns_minor(case: CaseView) -> bool:
    """Say whether a case is marked as a minor's, or a party of it is one."""
    return bool(case.minor) or any(map(is_minor, case.parties))


def is_state_secret(level: YesOrWords) -> bool:
    """Say whether what was entered of state secrets says that there is one."""
    return level.strip().lower() not in _NOT_SECRET if isinstance(level, str) else bool(level)
