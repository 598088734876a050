"""The wording guard (用语审查): keeps what is written about a conference from reading as a resolution.

It judges text that a secretary or a template writes; a speaker's own words get hints only. The lists
are data in ``resources/wording``; how severe a group of words is, a profile may change.
"""

from models.wording.cases import WordingCase, read_wording_cases
from models.wording.check import (
    Match,
    Severity,
    Verdict,
    allowed_to_keep,
    check,
    clarification,
    guarding_profile,
    prepare,
)

__all__ = [
    "Match",
    "Severity",
    "Verdict",
    "WordingCase",
    "allowed_to_keep",
    "check",
    "clarification",
    "guarding_profile",
    "prepare",
    "read_wording_cases",
]
