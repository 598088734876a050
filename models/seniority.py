"""Who is senior, by post and grade: the order in which people sit, and turned round speak.

It is told from what people are before the meeting, never from what they say in it.
"""

from collections.abc import Callable

from models.snapshot import MeetingSnapshot, ParticipantView
from models.text import for_comparison
from models.vocabulary import Role

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


def by_seniority(meeting: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    """Return the participants as they are seated: the chair, then from senior to junior.

    It is the order of opinions turned round; of equals the order of the list stays.
    """
    return tuple(
        sorted(meeting.participants, key=lambda one: lateness(one, meeting.host), reverse=True)
    )


def lateness(person: ParticipantView, host: str | None) -> tuple[int, bool, int]:
    """Return how late somebody gives an opinion; of equals the order of the list stays."""
    post = for_comparison(person.post or "")
    rank = _RANKS.get(for_comparison(person.grade or ""), _UNKNOWN_GRADE)
    if person.role == Role.CHAIR:
        return _CHAIR, False, rank
    own = for_comparison(person.organ or "") == for_comparison(host or "")
    tier = next((tier for tier, fits in _TIERS if fits(post)), _OWN if own else _OTHERS)
    return tier, tier > _OTHERS and "副" not in post, rank
