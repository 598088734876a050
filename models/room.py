"""How it stands in the room: who is there, whether they are enough, who is still to be heard.

Worked out once for each state of a meeting; whatever shows a part of it takes it from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.heard import not_yet_heard
from models.presence import presence_now
from models.profiles import Profile
from models.quorum import QuorumNow, quorum_now
from models.snapshot import MeetingSnapshot
from models.speaking_order import suggested_queue
from models.vocabulary import Presence


@dataclass(frozen=True, slots=True)
class RoomNow:
    """A room after the last line.

    ``where`` tells it of each participant by id; ``quorum`` is None for a hearing. ``unheard`` are the
    ids of those who are asked for an opinion and have none yet, ``suggested`` those of them who are
    there, in the order of speaking.
    """

    where: Mapping[str, Presence]
    quorum: QuorumNow | None
    unheard: tuple[str, ...]
    suggested: tuple[str, ...]


def room_now(meeting: MeetingSnapshot, profile: Profile) -> RoomNow:
    """Return how it stands in the room of a meeting that follows a profile."""
    where = presence_now(meeting)
    unheard = not_yet_heard(meeting, profile, where)
    return RoomNow(
        where,
        quorum_now(meeting, profile.quorum, where),
        unheard,
        suggested_queue(meeting, profile, [one for one in unheard if where[one].is_there]),
    )
