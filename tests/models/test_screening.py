"""What the room may see of a meeting, and that nothing else gets there."""

from dataclasses import fields, replace

import pytest

from models.screen_view import ScreenView, SpeakerView
from models.screening import is_guarded, screen_view
from models.snapshot import (
    AgendaItemView,
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    StretchView,
    YesOrWords,
)
from models.vocabulary import MeetingKind

_CHAIR = ParticipantView(
    "p1", 1, "罗承砚", organ="河澜州人民检察院", post="主任", grade="四级高级检察官", role="主持"
)
_PARTY = ParticipantView("p2", 2, "陈某甲", organ="某小学", role="未成年人")


def _conference(**more: object) -> MeetingSnapshot:
    values: dict[str, object] = {
        "title": "第7次会议",
        "number": "河检联〔2025〕7号",
        "participants": (_CHAIR,),
        "agenda": (AgendaItemView("a", "汇报"), AgendaItemView("b", "定性", level=1)),
        "questions": ("如何定性？", "是否起诉？"),
        "question_ids": ("q1", "q2"),
        "stretches": (StretchView("b", None, "2026-03-02T09:00"),),
        **more,
    }
    return MeetingSnapshot("m", MeetingKind.JOINT_CONFERENCE, "J5", **values)  # type: ignore[arg-type]  # fields by name


def _hearing(step: int | None, **more: object) -> MeetingSnapshot:
    values: dict[str, object] = {
        "title": "听证会",
        "participants": (_CHAIR,),
        "stretches": () if step is None else (StretchView(None, step, "2026-03-02T09:00"),),
        **more,
    }
    return MeetingSnapshot("m", MeetingKind.HEARING, "H6", **values)  # type: ignore[arg-type]  # fields by name


def _line(**more: object) -> LineView:
    return LineView("l", 1, "09:00", "p1", "意见", "词", **more)  # type: ignore[arg-type]  # fields by name


def test_the_room_sees_item_question_speaker_and_time() -> None:
    meeting = _conference(lines=(_line(item_id="b", question_id="q2"),))

    view = screen_view(meeting, speaker_id="p1", seconds=61, limit=60)

    assert view == ScreenView(
        MeetingKind.JOINT_CONFERENCE,
        "第7次会议",
        item_number="1.1",
        item_title="定性",
        question="是否起诉？",
        speaker=SpeakerView("罗承砚", "主持", "河澜州人民检察院"),
        seconds=61,
        limit=60,
    )
    assert view.is_over


def test_the_number_of_an_item_is_the_one_that_was_sent_out() -> None:
    agenda = (AgendaItemView("a", "汇报", number="1"), AgendaItemView("b", "定性", number="3"))

    assert screen_view(_conference(agenda=agenda)).item_number == "3"


@pytest.mark.parametrize("question", ["是否起诉？", "内部备注", "", "q9"])
def test_only_a_question_of_the_meeting_can_be_shown(question: str) -> None:
    answered = _line(item_id="b", question_id=question)

    assert screen_view(_conference(lines=(answered,))).question == ""


def test_the_question_is_the_one_that_is_being_answered() -> None:
    answered = _line(item_id="b", question_id="q2")
    further = _line(item_id="b")

    assert screen_view(_conference(lines=(answered, further))).question == "是否起诉？"


def test_a_question_answered_under_another_item_is_over() -> None:
    before = _line(item_id="a", question_id="q2")

    assert screen_view(_conference(lines=(before,))).question == ""


def test_the_only_question_needs_no_choice() -> None:
    meeting = _conference(questions=("如何定性？",), question_ids=("q1",))

    assert screen_view(meeting).question == "如何定性？"


@pytest.mark.parametrize("speaker", [None, "", "nobody"])
def test_without_a_known_speaker_there_is_none(speaker: str | None) -> None:
    assert screen_view(_conference(), speaker_id=speaker).speaker is None


def test_where_no_time_is_taken_the_last_line_says_what_is_under_way() -> None:
    meeting = _conference(stretches=(), lines=(_line(item_id="a"), _line(item_id="b")))

    assert screen_view(meeting).item_title == "定性"


def test_nothing_is_under_way_after_a_stop_or_a_signature() -> None:
    ended = (StretchView("b", None, "2026-03-02T09:00", "2026-03-02T09:10"),)

    assert screen_view(_conference(stretches=ended, lines=(_line(item_id="b"),))).item_title == ""
    assert screen_view(replace(_conference(), state="J7")).item_title == ""


def test_the_deliberation_is_neutral() -> None:
    meeting = _hearing(4, questions=("一",), question_ids=("q",))

    view = screen_view(meeting, speaker_id="p1", seconds=5, limit=3)

    assert view == ScreenView(MeetingKind.HEARING, "听证会", neutral=True)


@pytest.mark.parametrize(
    ("step", "state", "neutral"),
    [(3, "H6", False), (4, "H6", True), (3, "H7", True), (None, "H7", True), (5, "H7", False)],
)
def test_step_and_state_tell_of_the_deliberation(
    step: int | None, state: str, *, neutral: bool
) -> None:
    assert screen_view(replace(_hearing(step), state=state)).neutral is neutral


def test_a_deliberation_that_is_paused_or_known_by_its_lines_is_neutral() -> None:
    paused = (StretchView(None, 4, "2026-03-02T09:00", "2026-03-02T09:10"),)

    assert screen_view(_hearing(None, stretches=paused)).neutral
    assert screen_view(_hearing(None, lines=(_line(step=4),))).neutral


def test_a_conference_has_no_deliberation() -> None:
    view = screen_view(_conference(stretches=(StretchView(None, 4, "2026-03-02T09:00"),)))

    assert not view.neutral
    assert view.step is None


def test_a_neutral_screen_cannot_be_given_content() -> None:
    with pytest.raises(ValueError, match="neutral"):
        ScreenView(MeetingKind.HEARING, neutral=True, question="如何定性？")


@pytest.mark.parametrize(
    "case",
    [
        CaseView(minor=True),
        CaseView(parties=(PartyView("被害人", "陈某甲", age=17),)),
        CaseView(state_secret=True),
        replace(CaseView(), state_secret="秘密"),  # noqa: S106  # a level
        replace(CaseView(), state_secret=" 机密★10年"),  # noqa: S106  # a level
    ],
)
def test_of_a_protected_case_there_is_a_number_only(case: CaseView) -> None:
    meeting = _conference(
        cases=(CaseView(), case),
        participants=(_CHAIR, _PARTY),
        lines=(_line(item_id="b", question_id="q1"),),
    )

    view = screen_view(meeting, speaker_id="p1")

    assert (view.title, view.item_number, view.item_title) == ("河检联〔2025〕7号", "1.1", "")
    assert view.question == ""
    assert view.speaker == SpeakerView("罗承砚", "主持", "河澜州人民检察院")
    assert screen_view(meeting, speaker_id="p2").speaker == SpeakerView(role="未成年人")


@pytest.mark.parametrize("level", [None, False, 0, "", "否", " 不涉密 ", "No"])
def test_a_case_without_a_secret_is_not_protected(level: YesOrWords) -> None:
    assert not is_guarded(_conference(cases=(CaseView(state_secret=level, minor=False),)))


def test_a_work_secret_protects_where_outsiders_are() -> None:
    cases = (CaseView(work_secret=True),)

    assert is_guarded(_hearing(2, cases=cases))
    assert not is_guarded(_conference(cases=cases))


def test_a_minor_who_takes_part_protects_the_case() -> None:
    assert is_guarded(_hearing(2, participants=(_CHAIR, _PARTY)))


def test_a_protected_hearing_without_a_number_has_no_title_at_all() -> None:
    assert screen_view(_hearing(4, cases=(CaseView(minor=True),))).title == ""


def test_there_is_no_place_for_anything_else() -> None:
    """One more field of these is a decision about what the room may read."""
    assert [one.name for one in fields(ScreenView)] == [
        *("kind", "title", "neutral", "item_number", "item_title", "step"),
        *("question", "speaker", "seconds", "limit"),
    ]
    assert [one.name for one in fields(SpeakerView)] == ["name", "role", "office"]
