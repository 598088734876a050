"""Every known case comes out as expected; on others precision and recall stay high."""

import pytest

from tests.models.wording.cases import Case, cases_of, precision_and_recall, verdict_of

KNOWN = [*cases_of("given"), *cases_of("tuning")]


@pytest.mark.parametrize(
    "case", KNOWN, ids=lambda case: f"{case.field}-{case.profile}-{case.text[:20]}"
)
def test_a_case_comes_out_as_expected(case: Case) -> None:
    verdict = verdict_of(case.text, case.field, case.profile)

    assert str(verdict.severity) == case.expected, verdict.matches


@pytest.mark.parametrize("name", ["held_out", "unseen"])
def test_what_was_never_tuned_on_comes_out_well(name: str) -> None:
    cases = cases_of(name)
    right = sum(
        str(verdict_of(case.text, case.field, case.profile).severity) == case.expected
        for case in cases
    )

    assert len(cases) >= 100
    assert min(*precision_and_recall(name), right / len(cases)) > 0.9


def test_cases_are_many_different_and_nearly_half_innocent() -> None:
    own = [*cases_of("tuning"), *cases_of("held_out"), *cases_of("unseen")]

    assert len(own) == len({(case.text, case.field, case.profile) for case in own}) >= 900
    assert sum(case.is_innocent for case in own) >= 380
    assert {case.profile for case in own} >= {
        "strict",
        "dept",
        "civil49",
        "minutes",
        "court-like",
        "hearing",
    }
