"""What is under way: stages, minutes, lateness, and where F6 leads."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.running import (
    Running,
    Stage,
    Target,
    next_target,
    previous_target,
    running,
    targets,
)
from models.snapshot import AgendaItemView, MeetingSnapshot, ScheduleView, StretchView
from models.vocabulary import MeetingKind

DAY = "2025-06-18"
_Spent = tuple[str | int, str, str | None]


def _on(time: str | None) -> str | None:
    return time if time is None or "-" in time else f"{DAY}T{time}"


def _meeting(
    *items: tuple[int, int | None],
    spent: tuple[_Spent, ...] = (),
    hearing: bool = False,
    state: str = "",
    begins: str | None = f"{DAY}T09:00",
    ends: str | None = None,
) -> MeetingSnapshot:
    """Return a meeting with items a, b, c … of these levels and minutes; steps are numbers."""
    agenda = tuple(
        AgendaItemView(chr(97 + place), f"第{place}项", level, minutes)
        for place, (level, minutes) in enumerate(items)
    )
    stretches = tuple(
        StretchView(
            what if isinstance(what, str) else None,
            what if isinstance(what, int) else None,
            _on(start) or "",
            _on(end),
        )
        for what, start, end in spent
    )
    return MeetingSnapshot(
        id="m",
        kind=MeetingKind.HEARING if hearing else MeetingKind.JOINT_CONFERENCE,
        state=state or ("H6" if hearing else "J5"),
        schedule=ScheduleView(begins, ends),
        agenda=agenda,
        stretches=stretches,
    )


def _at(meeting: MeetingSnapshot, time: str) -> Running:
    return running(meeting, _on(time) or "")


THREE = ((0, 10), (0, 20), (0, 5))


def test_before_anything_begins_the_first_item_is_next() -> None:
    found = _at(_meeting(*THREE), "08:50")

    assert not found.begun
    assert [part.stage for part in found.parts] == [Stage.NEXT, Stage.AHEAD, Stage.AHEAD]
    assert (found.now, found.next, found.previous) == (None, Target("a"), None)


def test_what_was_left_is_done_and_the_open_stretch_is_now() -> None:
    meeting = _meeting(*THREE, spent=(("a", "09:00", "09:12"), ("b", "09:12", None)))

    found = _at(meeting, "09:20")

    assert [part.stage for part in found.parts] == [Stage.DONE, Stage.NOW, Stage.NEXT]
    assert [part.used for part in found.parts] == [12, 8, None]
    assert [part.over for part in found.parts] == [2, 0, 0]
    assert (found.now, found.since) == (Target("b"), f"{DAY}T09:12")
    assert [part.starts for part in found.parts] == ["09:00", "09:10", "09:30"]
    assert [part.began for part in found.parts] == ["09:00", "09:12", ""]


def test_an_item_taken_up_again_adds_its_stretches() -> None:
    spent = (("a", "09:00", "09:08"), ("b", "09:08", "09:20"), ("a", "09:20", None))

    found = _at(_meeting(*THREE, spent=spent), "09:25")

    assert [part.used for part in found.parts] == [13, 12, None]
    assert [part.stage for part in found.parts] == [Stage.NOW, Stage.NEXT, Stage.AHEAD]


def test_minutes_go_on_past_midnight() -> None:
    meeting = _meeting(
        (0, 90),
        spent=(("a", "23:30", None),),
        begins=f"{DAY}T23:30",
    )

    found = running(meeting, "2025-06-19T01:10")

    assert found.parts[0].used == 100
    assert found.late == 10


def test_a_clock_that_was_put_back_takes_no_minutes_away() -> None:
    spent = (("a", "09:00", "09:10"), ("b", "09:10", None))

    found = _at(_meeting(*THREE, spent=spent), "08:20")

    assert [part.used for part in found.parts] == [10, 0, None]


def test_items_below_are_counted_where_the_plan_covers_them() -> None:
    spent = (("a", "09:00", "09:05"), ("b", "09:05", "09:15"), ("c", "09:15", None))
    covered = _at(_meeting((0, 30), (1, None), (0, 5), spent=spent), "09:20").parts
    summed = _at(_meeting((0, None), (1, 20), (0, 5), spent=spent), "09:20").parts
    apart = _at(_meeting((0, 10), (1, 20), (0, 5), spent=spent), "09:20").parts

    assert [(part.used, part.planned) for part in covered] == [(15, 30), (10, None), (5, 5)]
    assert [(part.used, part.planned) for part in summed] == [(15, 20), (10, 20), (5, 5)]
    assert [(part.used, part.planned) for part in apart] == [(5, 10), (10, 20), (5, 5)]


@pytest.mark.parametrize(
    ("spent", "now", "late"),
    [
        ((), "08:50", None),  # too early to be late
        ((), "09:04", 4),
        ((("a", "09:00", None),), "09:05", 0),
        ((("a", "09:03", None),), "09:05", 3),
        ((("a", "09:03", None),), "09:15", 5),
        ((("a", "08:55", None),), "08:57", -5),
        ((("a", "08:55", None),), "09:08", -2),
        ((("a", "08:55", None),), "09:11", 1),
        ((("a", "09:00", "09:10"), ("b", "09:16", None)), "09:17", 6),
        ((("a", "09:00", "09:10"),), "09:08", 0),  # a pause before the next one is due
        ((("a", "09:00", "09:10"),), "09:14", 4),
        ((("a", "09:00", "09:10"), ("b", "09:10", "09:32"), ("a", "09:32", None)), "09:36", 6),
        ((("c", "09:30", "09:38"),), "11:00", 3),  # the end does not go on
        ((("c", "09:30", "09:33"),), "11:00", -2),
    ],
)
def test_how_late_a_meeting_is(spent: tuple[_Spent, ...], now: str, late: int | None) -> None:
    assert _at(_meeting(*THREE, spent=spent), now).late == late


def test_without_minutes_only_a_late_beginning_can_be_told() -> None:
    meeting = _meeting((0, None), (0, None), spent=(("a", "09:07", None),))
    assert _at(meeting, "09:40").late == 7

    second = _meeting((0, None), (0, None), spent=(("b", "09:07", None),))
    assert _at(second, "09:40").late is None
    assert (
        _at(replace(second, schedule=ScheduleView(f"{DAY}T09:00", f"{DAY}T09:30")), "09:40").late
        == 10
    )


def test_an_item_contained_in_another_is_measured_by_its_end() -> None:
    meeting = _meeting((0, 30), (1, None), (0, 5), spent=(("b", "09:20", None),))

    assert _at(meeting, "09:33").late == 3


@pytest.mark.parametrize("begins", [None, "", "09:00", DAY, "2025-06-17T09:00"])
def test_a_meeting_on_another_day_than_planned_is_not_late(begins: str | None) -> None:
    meeting = _meeting(*THREE, spent=(("a", "09:40", None),), begins=begins)

    assert _at(meeting, "09:50").late is None


def test_half_a_day_from_its_plan_a_meeting_is_not_late() -> None:
    assert _at(_meeting(*THREE), "22:00").late is None


def test_a_hearing_goes_from_its_items_to_its_seven_steps() -> None:
    meeting = _meeting((0, 5), hearing=True)

    assert targets(meeting) == (Target("a"), *(Target(step=step) for step in range(1, 8)))
    assert [part.number for part in _at(meeting, "09:00").parts] == ["1", *"1234567"]
    assert len(_at(_meeting(hearing=True), "09:00").parts) == 7


def test_the_steps_of_a_hearing_have_minutes_but_no_plan() -> None:
    spent = (("a", "09:00", "09:05"), (1, "09:05", "09:30"), (2, "09:30", None))
    found = _at(_meeting((0, 5), hearing=True, spent=spent, ends=f"{DAY}T09:45"), "09:50")

    assert [(part.used, part.planned) for part in found.parts[:3]] == [
        (5, 5),
        (25, None),
        (20, None),
    ]
    assert found.late == 5  # beyond the planned end
    assert _at(_meeting(hearing=True, spent=spent[1:]), "09:50").late is None


def test_f6_goes_through_all_levels_to_the_end() -> None:
    meeting = _meeting((0, 5), (1, 5), (0, None))
    order = []
    target = next_target(meeting)
    while target is not None:
        order.append(target.item_id)
        meeting = replace(meeting, stretches=(StretchView(target.item_id, None, f"{DAY}T09:00"),))
        target = next_target(meeting)

    assert order == ["a", "b", "c"]
    assert previous_target(meeting) == Target("b")


def test_shift_f6_ends_at_the_first_item_and_takes_up_again_after_a_pause() -> None:
    assert previous_target(_meeting(*THREE, spent=(("a", "09:00", None),))) is None
    paused = _meeting(*THREE, spent=(("a", "09:00", "09:10"), ("b", "09:10", "09:20")))

    assert previous_target(paused) == Target("b")
    assert next_target(paused) == Target("c")


def test_before_the_first_step_comes_what_is_done_right_before_it() -> None:
    meeting = _meeting((0, 5), hearing=True, spent=((0, "09:00", None),))

    assert next_target(meeting) == Target(step=1)
    assert previous_target(meeting) == Target("a")
    assert previous_target(replace(meeting, agenda=())) is None


def test_a_meeting_without_agenda_turns_to_nothing() -> None:
    found = _at(_meeting(), "09:00")

    assert found == Running()


def test_a_step_in_a_conference_stands_beside_the_order() -> None:
    meeting = _meeting(*THREE, spent=(("a", "09:00", "09:05"), (3, "09:05", None)))

    found = _at(meeting, "09:10")

    assert (found.now, found.next, found.previous) == (Target(step=3), Target("b"), None)
    assert found.part_of(found.now) is None


def test_a_signed_meeting_has_nothing_under_way_or_to_come() -> None:
    spent = (("a", "09:00", "09:12"), ("b", "09:12", None))

    found = _at(_meeting(*THREE, spent=spent, state="J7"), "23:00")

    assert (found.now, found.next, found.late) == (None, None, None)
    assert [part.stage for part in found.parts] == [Stage.DONE, Stage.DONE, Stage.AHEAD]
    assert [part.used for part in found.parts] == [12, 0, None]


_MOMENTS = st.sampled_from(
    [
        "",
        "09:00",
        "25:99",
        DAY,
        f"{DAY}T09:00",
        f"{DAY}T23:50",
        "2025-06-19T00:20",
        "2024-02-30T01:00",
    ]
)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.none() | st.integers(1, 60)), max_size=4),
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "x", 0, 1, 7]), _MOMENTS, st.none() | _MOMENTS),
        max_size=5,
    ),
    st.sampled_from(MeetingKind),
    _MOMENTS,
)
def test_odd_times_break_nothing(
    items: list[tuple[int, int | None]],
    spent: list[_Spent],
    kind: MeetingKind,
    begins: str,
) -> None:
    meeting = _meeting(*items, spent=(), hearing=kind is MeetingKind.HEARING, begins=begins)
    stretches = tuple(
        StretchView(a if isinstance(a, str) else None, a if isinstance(a, int) else None, b, c)
        for a, b, c in spent
    )

    found = running(replace(meeting, stretches=stretches), f"{DAY}T10:00")

    assert all((part.used or 0) >= 0 for part in found.parts)
    assert sum(part.stage is Stage.NOW for part in found.parts) <= 1
