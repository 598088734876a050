"""Whether enough people who count are there at this moment (人数要求). A hearing has no quorum."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.presence import counted_now
from models.profile_terms import QuorumRule
from models.roster import required_offices, required_people
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind, Presence


@dataclass(frozen=True, slots=True)
class QuorumNow:
    """How many count now, from how many offices; what is required is None where nothing is."""

    counted: int
    offices: int
    required: int | None = None
    required_offices: int | None = None

    @property
    def enough_people(self) -> bool:
        """Whether as many people count as are required."""
        return self.counted >= (self.required or 0)

    @property
    def enough_offices(self) -> bool:
        """Whether they come from as many offices as are required."""
        return self.offices >= (self.required_offices or 0)

    @property
    def met(self) -> bool:
        """Whether nothing is missing."""
        return self.enough_people and self.enough_offices


def quorum_now(
    meeting: MeetingSnapshot, rule: QuorumRule, where: Mapping[str, Presence]
) -> QuorumNow | None:
    """Return how it stands while people are where they are, by id; None for a hearing.

    What the meeting itself has written as its rule or number goes before the profile's ``rule``,
    which then requires nothing.
    """
    if meeting.kind is MeetingKind.HEARING:
        return None
    found = counted_now(meeting, where, rule)
    own = meeting.quorum
    if own is not None and (own.rule or own.required is not None):
        return QuorumNow(found.counted, found.offices, own.required)
    offices = required_offices(rule, meeting.scope)
    return QuorumNow(found.counted, found.offices, required_people(rule), offices)
