"""Numbers of an agenda: frozen when the notices go out, and kept from then on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agenda_numbers import numbers_of
from models.agenda_plan import levels_of, planned
from models.database import Database
from models.operations import entries, meetings
from models.profiles import Profiles
from models.snapshot import AgendaItemView
from tests.models.case_files import small, small_hearing
from tests.models.edited_meetings import taken_in
from tests.models.meeting_desk import Desk


@pytest.mark.parametrize(
    ("levels", "frozen", "found"),
    [
        ([0, 0, 1], [None, None, None], ["1", "2", "2.1"]),
        ([0, 0, 0, 0], ["1", None, None, "2"], ["1", "1-1", "1-2", "2"]),
        ([0, 0], [None, "1"], ["0-1", "1"]),
        ([0, 1, 1, 1], ["2", "2.1", None, "2.2"], ["2", "2.1", "2.1-1", "2.2"]),
        ([0, 1, 1], ["2", None, "2.1"], ["2", "2.0-1", "2.1"]),
        ([0, 0, 0], ["1", "2", None], ["1", "2", "3"]),  # after the last one, as usual
        ([0, 0, 0], ["3", "1", None], ["3", "1", "4"]),  # the others were moved
        ([0, 0, 1, 1, 0], ["1", None, None, None, "2"], ["1", "1-1", "1-1.1", "1-1.2", "2"]),
        ([0, 0, 0, 0], ["3", "3-1", None, "4"], ["3", "3-1", "3-2", "4"]),
        ([0, 0, 0, 0], ["3", None, "3-1", "4"], ["3", "3-2", "3-1", "4"]),
        ([0, 0, 0], ["3", "3-1", None], ["3", "3-1", "4"]),
        ([0, 1, 1], ["1", "5", None], ["1", "5", "1.6"]),  # 5 was moved below 1
        ([0, 1, 0], ["1", None, "1.1"], ["1", "1.2", "1.1"]),  # 1.1 was moved outside
        ([0, 0, 0], ["甲", None, "乙"], ["甲", "甲-1", "乙"]),
        ([0, 0], ["", None], ["1", "2"]),
        ([], [], []),
    ],
)
def test_late_items_are_numbered_between(
    levels: list[int], frozen: list[str | None], found: list[str]
) -> None:
    assert numbers_of(levels, frozen) == found


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2),
            st.none() | st.sampled_from(["1", "2", "1.1", "2-1", "0-1", "甲", "9", "1-1.1"]),
        ),
        max_size=14,
    )
)
def test_frozen_numbers_stay_and_no_other_is_given_twice(
    rows: list[tuple[int, str | None]],
) -> None:
    items = tuple(AgendaItemView(str(n), "", level) for n, (level, _) in enumerate(rows))
    frozen = [number for _, number in rows]

    found = numbers_of(levels_of(items), frozen)

    assert all(now == was for now, was in zip(found, frozen, strict=True) if was)
    made = [now for now, was in zip(found, frozen, strict=True) if not was]
    assert len(set(made)) == len(made)
    assert not set(made) & set(filter(None, frozen))


def _numbers(desk: Desk) -> list[str | None]:
    return [item.number for item in desk.snapshot.agenda]


def _shown(desk: Desk) -> list[str]:
    return [one.number for one in planned(desk.snapshot.agenda, None)]


@pytest.fixture
def desk(database: Database, profiles: Profiles) -> Desk:
    made = Desk(database, profiles)
    made.meeting = taken_in(database, small() | {"agenda": ["汇报", "讨论", "小结"], "state": "J1"})
    return made


def test_numbers_are_frozen_when_the_notices_go_out(desk: Desk) -> None:
    desk.move("J2")
    assert _numbers(desk) == [None, None, None]

    desk.move("J3")

    assert _numbers(desk) == ["1", "2", "3"]


def test_a_conference_that_passes_over_the_notice_has_them_frozen_too(desk: Desk) -> None:
    desk.move("J5")

    assert _numbers(desk) == ["1", "2", "3"]


def test_a_hearing_has_them_frozen_when_those_concerned_are_told(
    database: Database, profiles: Profiles
) -> None:
    desk = Desk(database, profiles)
    document = small_hearing() | {"agenda": ["核对", "告知"], "state": "H2"}
    desk.meeting = taken_in(database, document)
    desk.move("H3")
    assert _numbers(desk) == [None, None]

    desk.move("H4")

    assert _numbers(desk) == ["1", "2"]


def test_a_late_item_and_a_moved_one_leave_the_others_alone(desk: Desk) -> None:
    desk.move("J3")
    first, second, _ = (item.id for item in desk.snapshot.agenda)
    (late,) = desk.add("agenda_item", {"title": "临时"})
    desk.do(entries.move_entries, "agenda_item", [late], 1)
    assert _shown(desk) == ["1", "1-1", "2", "3"]

    desk.do(entries.move_entries, "agenda_item", [second], 0)

    assert _shown(desk) == ["2", "1", "1-1", "3"]
    desk.do(entries.delete_entries, "agenda_item", [first], profiles=desk.profiles)
    assert _shown(desk) == ["2", "2-1", "3"]


def test_a_second_notice_keeps_the_numbers_and_freezes_those_of_late_items(desk: Desk) -> None:
    desk.move("J3", "JP")
    (late,) = desk.add("agenda_item", {"title": "临时"})
    desk.do(entries.move_entries, "agenda_item", [late], 0)

    desk.move("J3")

    assert _numbers(desk) == ["0-1", "1", "2", "3"]


def test_going_on_from_the_notice_freezes_nothing_more(desk: Desk) -> None:
    desk.move("J3")
    desk.add("agenda_item", {"title": "临时"})

    desk.move("J4", "J5")

    assert _numbers(desk) == ["1", "2", "3", None]


def test_a_copy_is_numbered_anew(desk: Desk) -> None:
    desk.move("J3")
    copy = Desk(desk.database, desk.profiles)
    copy.meeting = desk.do(meetings.copy_meeting)

    assert _numbers(copy) == [None, None, None]
