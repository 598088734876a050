"""Who is suggested to speak when, who was not heard yet, and how much was taken down of whom."""

from dataclasses import replace

import pytest

from models.heard import Spoken, totals
from models.papers import Stage
from models.profiles import load_profiles, profile_of
from models.room import room_now
from models.snapshot import LineView, MeetingSnapshot, OpinionView, ParticipantView
from models.speaking_order import suggested_order
from models.vocabulary import Manner, MeetingKind, Movement

STRICT = profile_of(MeetingKind.JOINT_CONFERENCE, None, load_profiles(()))
HEARING = profile_of(MeetingKind.HEARING, None, load_profiles(()))


def _person(name: str, role: str | None = "出席", **more: object) -> ParticipantView:
    values = {"organ": "甲院", "post": "检察官", "mode": "现场", **more}
    return ParticipantView(id=name, number=None, name=name, role=role, **values)  # type: ignore[arg-type]


def _line(
    speaker: str | None,
    kind: str | None = "意见",
    seconds: int | None = None,
    mover: str | None = None,
) -> LineView:
    movement = None if mover is None else Movement.LEFT.value
    key = f"{speaker} {kind} {mover}"
    return LineView(
        key, None, "09:00", speaker, kind, "话", seconds=seconds, movement=movement, mover_id=mover
    )


def _meeting(
    *people: ParticipantView,
    lines: tuple[LineView, ...] = (),
    kind: MeetingKind = MeetingKind.JOINT_CONFERENCE,
) -> MeetingSnapshot:
    return MeetingSnapshot("m", kind, "J5", host="甲院", participants=people, lines=lines)


def _opinions(*people: ParticipantView) -> list[str]:
    turns = suggested_order(_meeting(*people), STRICT)
    return [turn.participant_id for turn in turns if turn.stage is Stage.OPINIONS]


def test_a_conference_goes_from_the_report_to_opinions() -> None:
    meeting = _meeting(
        _person("主持", "主持"),
        _person("协助", "承办协助"),
        _person("承办", "承办"),
        _person("出席"),
        _person("专家", "专家"),
        _person("记录", "记录"),
        _person("列席", "列席"),
    )

    turns = [(turn.stage, turn.participant_id) for turn in suggested_order(meeting, STRICT)]

    assert turns == [
        (Stage.REPORT, "承办"),
        (Stage.REPORT, "协助"),
        (Stage.QUESTIONS, "主持"),
        (Stage.QUESTIONS, "出席"),
        (Stage.EXPLANATIONS, "专家"),
        (Stage.OPINIONS, "出席"),
        (Stage.OPINIONS, "主持"),
    ]


def test_the_junior_speak_first_and_the_chair_last() -> None:
    found = _opinions(
        _person("主持", "主持", grade="五级检察官"),
        _person("检察长", post="检察长"),
        _person("副检察长", post="党组成员、副检察长"),
        _person("专委", post="检委会专职委员"),
        _person("主任", post="第一检察部主任"),
        _person("副主任", post="第一检察部副主任"),
        _person("外院", organ="乙院", grade="五级检察官"),
        _person("高四", grade="四级高级检察官"),
        _person("不详"),
        _person("一级", grade="一级检察官"),
        _person("五级", grade="五级检察官"),
    )

    assert found == [
        *("五级", "一级", "不详", "高四", "外院"),
        *("副主任", "主任", "专委", "副检察长", "检察长", "主持"),
    ]


def test_equals_stay_as_they_are_listed() -> None:
    assert _opinions(*(_person(name, grade="二级检察官") for name in "丙甲乙")) == list("丙甲乙")


@pytest.mark.parametrize("grade", [None, "", "一级检察官助理", "高级工程师", " 一级检察官 "])
def test_a_grade_of_another_kind_is_not_guessed(grade: str | None) -> None:
    found = _opinions(
        _person("高", grade="一级高级检察官"), _person("某", grade=grade), _person("乙", grade=None)
    )

    assert found == ["某", "乙", "高"]


def test_a_leading_prosecutor_is_no_head_of_department() -> None:
    assert _opinions(_person("甲", post="主任检察官"), _person("乙")) == ["甲", "乙"]


def test_without_a_host_all_offices_are_alike() -> None:
    people = (_person("甲", organ="乙院"), _person("乙"))
    meeting = replace(_meeting(*people), host=None)

    turns = suggested_order(meeting, STRICT)

    assert [t.participant_id for t in turns if t.stage is Stage.OPINIONS] == ["甲", "乙"]


def test_who_is_excused_has_no_turn() -> None:
    people = (_person("甲", attendance="请假"), _person("乙", "专家", attendance="缺席"))

    assert suggested_order(_meeting(*people), STRICT) == ()


def test_officers_of_a_hearing_speak_as_listed() -> None:
    people = (_person("主持", "主持"), _person("乙", "听证员"), _person("甲", "听证员"))
    meeting = _meeting(*people, kind=MeetingKind.HEARING)

    assert [turn.participant_id for turn in suggested_order(meeting, HEARING)] == ["乙", "甲"]
    assert room_now(meeting, HEARING).suggested == ("乙", "甲")


def test_who_was_heard_is_waited_for_no_longer() -> None:
    people = [_person(name) for name in "甲乙丙丁"]
    meeting = _meeting(*people, lines=(_line("乙"), _line("丙", "提问")))
    written = OpinionView("o", "丁", manner=Manner.WRITTEN, text="书面")

    assert room_now(meeting, STRICT).unheard == ("甲", "丙", "丁")
    assert room_now(replace(meeting, opinions=(written,)), STRICT).unheard == ("甲", "丙")


def test_of_whom_no_opinion_is_noted_nobody_waits_for_one() -> None:
    none_given = OpinionView("o", "甲", manner=Manner.NONE_GIVEN)

    meeting = replace(_meeting(_person("甲")), opinions=(none_given,))

    assert room_now(meeting, STRICT).unheard == ()


def test_those_who_are_there_come_first() -> None:
    gone = LineView("l", 1, "09:00", None, None, "", movement=Movement.LEFT, mover_id="甲")
    meeting = _meeting(_person("甲", grade="五级检察官"), _person("乙"), lines=(gone,))

    assert room_now(meeting, STRICT).unheard == ("乙", "甲")
    assert room_now(meeting, STRICT).suggested == ("乙",)


def test_only_those_who_count_are_asked() -> None:
    meeting = _meeting(
        _person("助理", post="检察官助理"),
        _person("承办", "承办"),
        _person("专家", "专家"),
        _person("不计", counts_for_quorum=False),
        _person("计入", post="检察官助理", counts_for_quorum=True),
    )

    assert room_now(meeting, STRICT).unheard == ("计入",)


def test_one_officer_may_speak_for_all() -> None:
    people = (_person("甲", "听证员"), _person("乙", "听证员"))
    meeting = _meeting(*people, kind=MeetingKind.HEARING)
    assert room_now(meeting, HEARING).unheard == ("甲", "乙")

    spoken = replace(meeting, lines=(_line("甲", "听证员代表发言"),))

    assert room_now(spoken, HEARING).unheard == ()


def test_lines_and_seconds_are_added_up_by_person_and_office() -> None:
    people = (_person("甲"), _person("乙", organ="乙院"), _person("丙", organ=None), _person("丁"))
    lines = (
        _line("甲", seconds=60),
        _line("甲", "提问"),
        _line("丁", seconds=5),
        _line("丙", seconds=7),
        _line(None, seconds=9),
        _line("不在", seconds=9),
        _line(None, None, mover="乙"),
    )

    found = totals(_meeting(*people, lines=lines))

    assert found.speakers == {
        "甲": Spoken(2, 60),
        "乙": Spoken(),
        "丙": Spoken(1, 7),
        "丁": Spoken(1, 5),
    }
    assert list(found.offices.items()) == [("甲院", Spoken(3, 65)), ("乙院", Spoken())]
