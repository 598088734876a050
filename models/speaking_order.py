"""In which order people are suggested to speak; the secretary and the chair change it at will.

A joint conference goes from the report to questions, to what specialists explain, and to opinions
one by one, junior first, the chair last. No rule on joint conferences orders opinions; the order is
taken from the procuratorial committee (人民检察院检察委员会工作规则, 高检发释字〔2020〕3号, art. 17:
members, full-time members, deputy chief prosecutors, who chairs) and from the courts' guidance of
2021 (by grade from low to high, the chair last). It orders people by what they are before the
meeting, never by what they say in it.
"""

from collections.abc import Callable, Collection

from models.heard import is_asked
from models.papers import Stage, Turn
from models.profiles import Profile
from models.snapshot import MeetingSnapshot, ParticipantView
from models.standing import SPECIALISTS
from models.text import for_comparison
from models.vocabulary import AWAY, MeetingKind, Role

JUNIOR_GRADES = ("五级检察官", "四级检察官", "三级检察官", "二级检察官", "一级检察官")
SENIOR_GRADES = ("四级高级检察官", "三级高级检察官", "二级高级检察官", "一级高级检察官")
HIGHEST_GRADES = ("二级大检察官", "一级大检察官", "首席大检察官")
"""The grades of prosecutors (检察官等级), from low to high."""

_UNKNOWN_GRADE = len(JUNIOR_GRADES)  # after juniors, before seniors, in the order of the list
_RANKS = {grade: rank for rank, grade in enumerate(JUNIOR_GRADES)} | {
    grade: _UNKNOWN_GRADE + rank for rank, grade in enumerate((*SENIOR_GRADES, *HIGHEST_GRADES), 1)
}

_TIERS: tuple[tuple[int, Callable[[str], bool]], ...] = (
    # How late somebody speaks by the post held; the first that fits. Others speak before them.
    (5, lambda post: "检察长" in post and "副检察长" not in post and "助理" not in post),
    (4, lambda post: "副检察长" in post),
    (3, lambda post: "专职委员" in post),  # full-time members of the committee
    (2, lambda post: "主任" in post.replace("主任检察官", "") or "部长" in post),  # heads
)
_OWN, _OTHERS, _CHAIR = 0, 1, 6


def suggested_order(meeting: MeetingSnapshot, profile: Profile) -> tuple[Turn, ...]:
    """Return who speaks when: in a conference stage by stage, in a hearing its officers as listed.

    Who was excused or stayed away is left out.
    """
    people = [one for one in meeting.participants if one.attendance not in AWAY]
    asked = [one for one in people if is_asked(one, meeting.kind, profile)]
    if meeting.kind is MeetingKind.HEARING:
        return tuple(Turn(Stage.OPINIONS, one.id) for one in asked)
    reporting = [one for one in people if one.role == Role.HANDLER]
    reporting += [one for one in people if one.role == Role.HANDLING_ASSISTANT]
    handlers = {one.id for one in reporting}
    stages = (
        (Stage.REPORT, reporting),
        (Stage.QUESTIONS, [one for one in asked if one.id not in handlers]),
        (Stage.EXPLANATIONS, [one for one in people if one.role in SPECIALISTS]),
        (Stage.OPINIONS, sorted(asked, key=lambda one: _lateness(one, meeting.host))),
    )
    return tuple(Turn(stage, one.id) for stage, some in stages for one in some)


def suggested_queue(
    meeting: MeetingSnapshot, profile: Profile, waiting: Collection[str]
) -> tuple[str, ...]:
    """Return the ids of those who wait to be heard in the order of opinions."""
    return tuple(
        turn.participant_id
        for turn in suggested_order(meeting, profile)
        if turn.stage is Stage.OPINIONS and turn.participant_id in waiting
    )


def _lateness(person: ParticipantView, host: str | None) -> tuple[int, bool, int]:
    """Return how late somebody gives an opinion; of equals the order of the list stays."""
    post = for_comparison(person.post or "")
    rank = _RANKS.get(for_comparison(person.grade or ""), _UNKNOWN_GRADE)
    if person.role == Role.CHAIR:
        return _CHAIR, False, rank
    own = for_comparison(person.organ or "") == for_comparison(host or "")
    tier = next((tier for tier, fits in _TIERS if fits(post)), _OWN if own else _OTHERS)
    return tier, tier > _OTHERS and "副" not in post, rank
