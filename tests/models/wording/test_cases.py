"""Every case comes out as expected; on cases the lists were not tuned on, precision and recall stay high."""

import pytest

from tests.models.wording.cases import Case, cases_of, precision_and_recall, verdict_of

KNOWN = [*cases_of("given"), *cases_of("tuning")]


@pytest.mark.parametrize(
    "case", KNOWN, ids=lambda case: f"{case.field}-{case.profile}-{case.text[:20]}"
)
def test_a_case_comes_out_as_expected(case: Case) -> None:
    verdict = verdict_of(case.text, case.field, case.profile)

    assert str(verdict.severity) == case.expected, verdict.matches


def test_what_was_held_out_comes_out_well() -> None:
    cases = cases_of("held_out")
    right = sum(
        str(verdict_of(case.text, case.field, case.profile).severity) == case.expected
        for case in cases
    )

    precision, recall = precision_and_recall("held_out")

    assert min(precision, recall, right / len(cases)) > 0.95


def test_cases_are_many_different_and_nearly_half_innocent() -> None:
    own = [*cases_of("tuning"), *cases_of("held_out")]

    assert len(cases_of("held_out")) >= 100
    assert len(own) == len({(case.text, case.field, case.profile) for case in own}) >= 300
    assert sum(case.is_innocent for case in own) >= 240
    assert {case.profile for case in own} >= {
        "strict",
        "dept",
        "civil49",
        "minutes",
        "court-like",
        "hearing",
    }
