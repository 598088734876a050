"""Whether enough people who count are there at this moment."""

from dataclasses import replace

import pytest

from models.presence import presence_now
from models.profile_terms import QuorumRule
from models.quorum import QuorumNow, quorum_now
from models.snapshot import LineView, MeetingSnapshot, ParticipantView, QuorumView
from models.vocabulary import MeetingKind, Movement, Scope

RULE = QuorumRule(required=3, offices=2)


def _meeting(offices: str, *moves: tuple[str, Movement]) -> MeetingSnapshot:
    people = tuple(
        ParticipantView(str(place), place, f"人{place}", office, role="出席", mode="现场")
        for place, office in enumerate(offices)
    )
    lines = tuple(
        LineView(str(n), n, "09:00", None, None, "", movement=movement, mover_id=mover)
        for n, (mover, movement) in enumerate(moves)
    )
    kind = MeetingKind.JOINT_CONFERENCE
    return MeetingSnapshot(
        "m", kind, "J5", scope=Scope.CROSS_COURT, participants=people, lines=lines
    )


def _now(meeting: MeetingSnapshot, rule: QuorumRule) -> QuorumNow | None:
    return quorum_now(meeting, rule, presence_now(meeting))


def test_it_is_lost_and_regained_as_people_go_and_come() -> None:
    gone = _meeting("甲甲乙", ("0", Movement.LEFT))
    back = _meeting("甲甲乙", ("0", Movement.LEFT), ("0", Movement.RETURNED))

    assert _now(_meeting("甲甲乙"), RULE) == QuorumNow(3, 2, 3, 2)
    assert _now(gone, RULE) == QuorumNow(2, 2, 3, 2)
    assert [bool(q and q.met) for q in (_now(gone, RULE), _now(back, RULE))] == [
        False,
        True,
    ]


def test_offices_are_required_across_courts_only() -> None:
    one_office = _meeting("甲甲甲")
    found = _now(one_office, RULE)
    assert found is not None
    assert (found.enough_people, found.enough_offices, found.met) == (True, False, False)

    within = _now(replace(one_office, scope=Scope.DEPARTMENT), RULE)

    assert within is not None
    assert (within.required_offices, within.met) == (None, True)


@pytest.mark.parametrize(
    ("own", "required"),
    [(QuorumView(required=4), 4), (QuorumView(rule="本院规则"), None), (QuorumView(counted=1), 3)],
)
def test_what_the_meeting_has_written_goes_before_the_profile(
    own: QuorumView, required: int | None
) -> None:
    found = _now(replace(_meeting("甲乙"), quorum=own), RULE)

    assert found is not None
    assert found.required == required


def test_where_nothing_is_required_nothing_is_missing() -> None:
    found = _now(_meeting(""), QuorumRule())

    assert found is not None
    assert found.met


def test_a_hearing_has_no_quorum() -> None:
    assert _now(replace(_meeting("甲"), kind=MeetingKind.HEARING), RULE) is None
