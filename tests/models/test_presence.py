"""Who is there when, and who counts: from who came and from the lines in which somebody moves."""

from dataclasses import replace

import pytest

from models.presence import (
    Interval,
    counted_now,
    entering,
    intervals,
    leaving,
    presence_now,
    words_of,
)
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind, Movement, Presence


def _person(name: str, **more: object) -> ParticipantView:
    values = {"organ": f"{name}院", "role": "出席", "mode": "现场", **more}
    return ParticipantView(id=name, number=None, name=name, **values)  # type: ignore[arg-type]  # fields by name


def _moves(*moves: tuple[str, str, Movement]) -> tuple[LineView, ...]:
    return tuple(
        LineView(
            id=str(place),
            seq=place,
            at=at,
            speaker_id=None,
            kind=None,
            text="",
            movement=movement.value,
            mover_id=person,
        )
        for place, (at, person, movement) in enumerate(moves, 1)
    )


def _meeting(*people: ParticipantView, lines: tuple[LineView, ...] = ()) -> MeetingSnapshot:
    return MeetingSnapshot(
        id="m", kind=MeetingKind.JOINT_CONFERENCE, state="J5", participants=people, lines=lines
    )


def test_everybody_is_there_where_nobody_was_registered() -> None:
    meeting = _meeting(_person("甲"), _person("乙", mode="视频"), _person("丙", role="回避"))

    assert presence_now(meeting) == {
        "甲": Presence.PRESENT,
        "乙": Presence.BY_VIDEO,
        "丙": Presence.RECUSED,
    }


def test_who_was_not_registered_is_away_where_others_were() -> None:
    meeting = _meeting(
        _person("甲", attendance="到场"), _person("乙"), _person("丙", attendance="请假")
    )

    assert [where.is_there for where in presence_now(meeting).values()] == [True, False, False]


@pytest.mark.parametrize(
    ("movement", "where"),
    [
        (Movement.LEFT, Presence.LEFT),
        (Movement.RECUSED, Presence.RECUSED),
        (Movement.CUT_OFF, Presence.CUT_OFF),
        (Movement.ARRIVED, Presence.PRESENT),
        (Movement.RETURNED, Presence.PRESENT),
        (Movement.RECONNECTED, Presence.PRESENT),
    ],
)
def test_the_last_movement_says_where_somebody_is(movement: Movement, where: Presence) -> None:
    lines = _moves(("09:10", "甲", Movement.LEFT), ("09:20", "甲", movement))

    assert presence_now(_meeting(_person("甲"), lines=lines))["甲"] is where


def test_presence_is_told_as_intervals() -> None:
    lines = _moves(
        ("09:10", "甲", Movement.RECUSED),
        ("09:20", "乙", Movement.ARRIVED),
        ("09:30", "甲", Movement.RETURNED),
        ("09:31", "甲", Movement.RETURNED),  # said twice, there once
        ("09:40", "甲", Movement.CUT_OFF),
    )
    meeting = _meeting(_person("甲", attendance="到场"), _person("乙"), lines=lines)

    assert intervals(meeting) == {
        "甲": (
            Interval("", "09:10", Movement.RECUSED),
            Interval("09:30", "09:40", Movement.CUT_OFF),
        ),
        "乙": (Interval("09:20"),),
    }


def _counted(meeting: MeetingSnapshot) -> tuple[int, int]:
    found = counted_now(meeting, presence_now(meeting))
    return found.counted, found.offices


def test_the_count_follows_who_is_there() -> None:
    people = [_person(name, attendance="到场") for name in "甲乙丙"]
    meeting = _meeting(*people)
    assert _counted(meeting) == (3, 3)

    away = replace(meeting, lines=_moves(("09:10", "丙", Movement.LEFT)))

    assert _counted(away) == (2, 2)


def test_who_does_not_count_is_not_counted() -> None:
    meeting = _meeting(_person("甲"), _person("乙", role="专家"), _person("丙", role="回避"))

    assert _counted(meeting) == (1, 1)


@pytest.mark.parametrize(
    ("where", "movement"),
    [
        (Presence.PRESENT, None),
        (Presence.BY_VIDEO, None),
        (Presence.CUT_OFF, Movement.RECONNECTED),
        (Presence.LEFT, Movement.RETURNED),
        (Presence.RECUSED, Movement.RETURNED),
        (Presence.AWAY, Movement.ARRIVED),
    ],
)
def test_coming_in_depends_on_where_somebody_is(where: Presence, movement: Movement | None) -> None:
    assert entering(where) is movement


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("", (Movement.LEFT, "")),
        ("另有公务", (Movement.LEFT, "另有公务")),
        ("回避", (Movement.RECUSED, "")),
        ("回避，与当事人系近亲属", (Movement.RECUSED, "与当事人系近亲属")),
        ("掉线", (Movement.CUT_OFF, "")),
    ],
)
def test_the_reason_says_how_somebody_goes(reason: str, found: tuple[Movement, str]) -> None:
    assert leaving(Presence.PRESENT, reason) == found


def test_nobody_goes_twice() -> None:
    assert leaving(Presence.LEFT, "回避") is None


@pytest.mark.parametrize("movement", Movement)
def test_each_movement_has_its_words(movement: Movement) -> None:
    assert words_of(movement, "李军").startswith("李军")
    assert "临时有事" in words_of(movement, "李军", "临时有事")
