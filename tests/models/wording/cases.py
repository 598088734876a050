"""The cases: given ones, ones the lists were tuned on, and ones they were not.

``held_out.json`` was written before the lists, ``unseen.json`` when they were nearly done; both are there
to measure, not to tune on.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.profiles import load_profiles
from models.wording import Verdict, check, guarding_profile

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the verdict it should get."""

    text: str
    field: str
    profile: str
    expected: str

    @property
    def is_innocent(self) -> bool:
        """Whether nothing in it should be told."""
        return self.expected == "allow"


@cache
def cases_of(name: str) -> tuple[Case, ...]:
    """Return the cases of a file in this folder."""
    document = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    keys = ("text", "field", "profile", "expected")
    return tuple(Case(*(case[key] for key in keys)) for case in document["cases"])


def verdict_of(text: str, field: str = "摘要", profile: str = "strict") -> Verdict:
    """Judge a text by a shipped profile."""
    return check(text, field=field, profile=guarding_profile(profile, load_profiles(())))


def precision_and_recall(name: str) -> tuple[float, float]:
    """Return how many of the texts told were not innocent, and how many of those were told."""
    told = [
        (case, str(verdict_of(case.text, case.field, case.profile).severity) != "allow")
        for case in cases_of(name)
    ]
    right = sum(found and not case.is_innocent for case, found in told)
    return right / sum(found for _, found in told), right / sum(
        not case.is_innocent for case, _ in told
    )
