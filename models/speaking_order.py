"""In which order people are suggested to speak; the secretary and the chair change it at will.

A joint conference goes from the report to questions, to what specialists explain, and to opinions
one by one, junior first, the chair last. No rule on joint conferences orders opinions; the order is
taken from the procuratorial committee (人民检察院检察委员会工作规则, 高检发释字〔2020〕3号, art. 17:
members, full-time members, deputy chief prosecutors, who chairs) and from the courts' guidance of
2021 (by grade from low to high, the chair last). It orders people by what they are before the
meeting, never by what they say in it.
"""

from collections.abc import Collection

from models.heard import is_asked
from models.papers import Stage, Turn
from models.profiles import Profile
from models.seniority import lateness
from models.snapshot import MeetingSnapshot
from models.standing import SPECIALISTS
from models.vocabulary import AWAY, MeetingKind, Role


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
        (Stage.OPINIONS, sorted(asked, key=lambda one: lateness(one, meeting.host))),
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
