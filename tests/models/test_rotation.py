"""Which backups the rule keeps."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rotation import RULE, to_keep

NOW = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
STAMPS = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds


def _hours_ago(*hours: int) -> list[datetime]:
    return [NOW - timedelta(hours=number) for number in hours]


def _days_ago(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=number) for number in days]


def test_the_newest_five_stay_however_close_they_are() -> None:
    assert to_keep(_hours_ago(*range(10))) == set(_hours_ago(0, 1, 2, 3, 4))


def test_of_each_of_seven_days_the_newest_stays() -> None:
    stamps = [stamp for day in range(7) for stamp in (*_days_ago(day), *_hours_ago(day * 24 + 5))]

    assert to_keep(stamps) == {*_days_ago(*range(7)), *_hours_ago(5, 29)}


def test_a_year_of_daily_backups_becomes_days_weeks_and_months() -> None:
    kept = to_keep(_days_ago(*range(400)))  # the day of NOW is a Saturday

    days = [(11, day) for day in (21, 20, 19, 18, 17, 16, 15)]
    sundays = [(11, 15), (11, 8), (11, 1), (10, 25)]
    ends_of_months = [
        *((10, 31), (9, 30), (8, 31), (7, 31), (6, 30), (5, 31)),
        *((4, 30), (3, 31), (2, 28), (1, 31), (12, 31)),
    ]
    assert {(stamp.month, stamp.day) for stamp in kept} == {*days, *sundays, *ends_of_months}
    assert min(kept).year == 2025


def test_after_a_long_absence_nothing_is_lost() -> None:
    stamps = _days_ago(0, 700, 701, 702)

    assert to_keep(stamps) == set(stamps)


def test_a_clock_that_was_years_ahead_ages_nothing_away() -> None:
    days = _days_ago(*range(5))

    assert set(days) <= to_keep([*days, NOW + timedelta(days=4000)])


@given(STAMPS)
def test_the_newest_stays_and_their_number_is_bounded(stamps: list[datetime]) -> None:
    kept = to_keep(stamps)

    assert kept <= set(stamps)
    assert set(sorted(set(stamps), reverse=True)[:5]) <= kept
    assert len(kept) <= sum(keep.periods for keep in RULE)


@given(STAMPS)
def test_thinning_out_each_time_keeps_the_same_as_once_at_the_end(stamps: list[datetime]) -> None:
    kept: frozenset[datetime] = frozenset()
    for stamp in sorted(stamps):
        kept = to_keep({*kept, stamp})

    assert kept == to_keep(stamps)
