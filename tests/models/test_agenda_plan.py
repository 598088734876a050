"""What follows from an agenda: numbers, clock times, and where items can go."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agenda_plan import (
    DEEPEST,
    USUAL,
    arranged,
    indented,
    levels_at,
    levels_of,
    planned,
    shifted,
    total,
    with_below,
)
from models.snapshot import AgendaItemView
from models.vocabulary import MeetingKind

NINE = "2025-06-18T09:00"


def _agenda(*items: tuple[int, int | None]) -> tuple[AgendaItemView, ...]:
    """Return items called a, b, c … of these levels and minutes."""
    return tuple(
        AgendaItemView(chr(97 + place), chr(97 + place), level, minutes)
        for place, (level, minutes) in enumerate(items)
    )


def _levels(*levels: int) -> tuple[AgendaItemView, ...]:
    return _agenda(*((level, None) for level in levels))


def _times(*items: tuple[int, int | None]) -> list[str]:
    return [f"{one.starts}-{one.ends}" for one in planned(_agenda(*items), NINE)]


def test_items_are_numbered_by_level() -> None:
    numbers = [one.number for one in planned(_levels(0, 0, 1, 1, 2, 0, 1), None)]

    assert numbers == ["1", "2", "2.1", "2.2", "2.2.1", "3", "3.1"]


def test_a_level_that_was_left_out_is_made_up_for() -> None:
    assert levels_of(_levels(1, 2, 0, 2)) == [0, 1, 0, 1]
    assert [one.number for one in planned(_levels(1, 2, 0, 2), None)] == ["1", "1.1", "2", "2.1"]


def test_items_follow_one_another_from_the_beginning_of_the_meeting() -> None:
    assert _times((0, 10), (0, 25), (0, 5)) == ["09:00-09:10", "09:10-09:35", "09:35-09:40"]


def test_an_item_ends_with_the_last_item_below_it() -> None:
    assert _times((0, None), (1, 10), (1, 20), (0, 5)) == [
        *("09:00-09:30", "09:00-09:10", "09:10-09:30", "09:30-09:35")
    ]


def test_own_minutes_come_before_those_of_the_items_below() -> None:
    found = planned(_agenda((0, 5), (1, 10)), NINE)

    assert [(one.starts, one.ends, one.whole) for one in found] == [
        ("09:00", "09:15", 15),
        ("09:05", "09:15", 10),
    ]


def test_from_the_first_item_of_unknown_length_on_no_time_is_told() -> None:
    assert _times((0, 10), (0, None), (0, 5)) == ["09:00-09:10", "09:10-", "-"]


def test_an_item_of_which_one_part_is_unknown_has_no_end() -> None:
    assert _times((0, None), (1, 10), (1, None), (0, 5)) == ["09:00-", "09:00-09:10", "09:10-", "-"]


def test_items_without_minutes_are_contained_in_those_of_the_one_above() -> None:
    found = planned(_agenda((0, 30), (1, None), (2, None), (0, 5)), NINE)

    assert [one.contained for one in found] == [False, True, True, False]
    assert [(one.starts, one.ends) for one in found] == [
        *(("09:00", "09:30"), ("", ""), ("", ""), ("09:30", "09:35"))
    ]


@pytest.mark.parametrize("start", [None, "", "2025-06-18"])
def test_without_a_beginning_there_are_no_clock_times(start: str | None) -> None:
    assert [one.starts for one in planned(_agenda((0, 10)), start)] == [""]
    assert total(_agenda((0, 10)), start, "2025-06-18T11:00").ends == ""


def test_the_total_tells_how_far_it_goes_beyond_the_planned_end() -> None:
    agenda = _agenda((0, 60), (0, 45))

    assert total(agenda, NINE, "2025-06-18T10:30").over == 15
    assert total(agenda, NINE, "2025-06-18T11:00").over == -15
    assert total(agenda, NINE, "2025-06-18T10:45").ends == "10:45"
    assert total(agenda, "2025-06-18T23:30", "2025-06-19T01:00").over == 15


def test_items_that_end_after_the_planned_end_are_late() -> None:
    agenda = _agenda((0, 30), (0, None), (1, 20), (1, 20))

    found = planned(agenda, NINE, "2025-06-18T10:00")

    assert [one.late for one in found] == [False, True, False, True]
    assert not any(one.late for one in planned(agenda, NINE, None))


def test_what_cannot_be_told_is_not_told() -> None:
    agenda = _agenda((0, 60), (0, None))

    assert total(agenda, NINE, "2025-06-18T11:00").over is None
    assert total(agenda, NINE, "2025-06-18T09:30").over == 30  # already without the rest
    assert total(agenda, NINE, None).unknown == 1
    assert total(agenda, NINE, None).ends == ""
    assert total((), NINE, None).ends == ""
    assert total(_agenda((0, 5)), "09:00", "2025-06-18").over is None


def test_an_item_takes_those_below_it_along() -> None:
    items = _levels(0, 1, 2, 1, 0)

    assert with_below(items, {"a"}) == [0, 1, 2, 3]
    assert with_below(items, {"b", "c", "e"}) == [1, 2, 4]


def test_items_go_deeper_below_the_one_before_them_only() -> None:
    items = _levels(0, 0, 1, 0)

    assert indented(items, {"a"}, 1) == {}
    assert indented(items, {"b"}, 1) == {"b": 1, "c": 2}
    assert indented(items, {"c"}, 1) == {}
    assert indented(items, {"b", "d"}, 1) == {"b": 1, "c": 2, "d": 1}
    assert indented(items, {"c"}, -1) == {"c": 0}
    assert indented(items, {"b"}, -1) == {}


def test_no_item_goes_deeper_than_the_deepest_level() -> None:
    assert indented(_levels(0, 1, 2, 2), {"d"}, 1) == {}
    assert indented(_levels(0, 0, 1, 2), {"b"}, 1) == {}


def test_an_item_moves_past_the_whole_of_its_neighbour() -> None:
    items = _levels(0, 1, 0, 1, 0)

    up, down = shifted(items, {"c"}, -1), shifted(items, {"c"}, 1)

    assert up is not None
    assert (up.ids, up.to, up.levels) == (("c", "d"), 0, {})
    assert down is not None
    assert (down.ids, down.to) == (("c", "d"), 3)
    assert shifted(items, {"a"}, -1) is None
    assert shifted(items, {"e"}, 1) is None


def test_the_first_item_below_another_moves_up_to_the_end_of_the_one_before() -> None:
    moved = shifted(_levels(0, 0, 1, 1), {"c"}, -1)

    assert moved is not None
    assert (moved.ids, moved.to, moved.levels) == (("c",), 1, {})


def test_a_gap_offers_only_levels_that_leave_the_others_where_they_belong() -> None:
    items = _levels(0, 1, 1, 0, 0)

    assert list(levels_at(items, {"e"}, 0)) == [0]
    assert list(levels_at(items, {"e"}, 1)) == [1]  # between 1 and 1.1
    assert list(levels_at(items, {"e"}, 3)) == [0, 1, 2]
    assert list(levels_at(items, {"a"}, 5)) == [0, 1]  # two levels need room
    assert list(levels_at(items, {"a"}, 1)) == [0]  # its own place
    assert list(levels_at(items, {"nobody"}, 1)) == []


def test_leaving_everything_as_it_is_is_nothing_to_do() -> None:
    items = _levels(0, 1, 0)

    assert arranged(items, {"a"}, 0, 0) is None
    assert arranged(items, {"a"}, 1, 0) is None
    assert arranged(items, {"c"}, 2, 2) is not None
    assert arranged(items, {"c"}, 2, 7) is None


@given(
    levels=st.lists(st.integers(0, DEEPEST), min_size=1, max_size=9),
    chosen=st.sets(st.integers(0, 8), min_size=1, max_size=3),
    gap=st.integers(0, 9),
)
def test_every_arrangement_offered_is_sound(levels: list[int], chosen: set[int], gap: int) -> None:
    items = _levels(*levels_of(_levels(*levels)))
    ids = {items[place].id for place in chosen if place < len(items)}
    parents = _parents(items)
    gap = min(gap, len(items))
    going = {items[place].id for place in with_below(items, ids)}

    for level in levels_at(items, ids, gap):
        found = arranged(items, ids, gap, level)
        if found is None:
            continue
        others = [item for item in items if item.id not in found.ids]
        moved = [item for item in items if item.id in found.ids]
        order = [*others[: found.to], *moved, *others[found.to :]]
        result = [
            AgendaItemView(item.id, "", found.levels.get(item.id, item.level)) for item in order
        ]

        assert levels_of(result) == [item.level for item in result]
        assert {i.id for i in result} == {i.id for i in items}
        after = _parents(result)
        assert all(after[item.id] == parents[item.id] for item in items if item.id not in going)


def _parents(items: tuple[AgendaItemView, ...] | list[AgendaItemView]) -> dict[str, str]:
    found: dict[str, str] = {}
    path: list[str] = []
    for item in items:
        path = [*path[: item.level], item.id]
        found[item.id] = path[-2] if item.level else ""
    return found


def test_five_hundred_items_are_planned() -> None:
    pick = random.Random(5)  # an arbitrary but fixed mixture of levels
    items = tuple(
        AgendaItemView(str(n), "题", pick.randint(0, DEEPEST) if n else 0, 1) for n in range(500)
    )

    assert total(items, NINE, None).minutes == 500
    assert with_below(items, {item.id for item in items}) == list(range(500))


@pytest.mark.parametrize("kind", MeetingKind)
def test_there_is_a_usual_agenda(kind: MeetingKind) -> None:
    assert len(USUAL[kind]) == 5
    assert len(set(USUAL[kind])) == 5
