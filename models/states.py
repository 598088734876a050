"""The states of a meeting, as tables.

Codes, names and order after the life cycles of the joint conference and of the hearing
(审查案件听证工作规定, 高检发办字〔2020〕53号, for the hearing's steps). The names for the screen
and for paper stand in the message catalogue under ``state.<code>``.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from models.vocabulary import MeetingKind


class Phase(StrEnum):
    """Where a meeting stands, coarsely: what the list of meetings filters and colours by."""

    PREPARING = "preparing"
    IN_SESSION = "in_session"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    ARCHIVED = "archived"
    STOPPED = "stopped"


class Openness(Enum):
    """How long something may be changed."""

    UNTIL_SIGNED = auto()  # the record and all it prints
    UNTIL_ARCHIVED = auto()  # papers that come after the meeting


@dataclass(frozen=True, slots=True)
class State:
    """One state. ``signed`` is true once the record or transcript bears its signatures."""

    code: str
    kind: MeetingKind
    phase: Phase

    @property
    def signed(self) -> bool:
        """Whether the paper of the meeting is signed and thereby locked."""
        return self.phase in (Phase.SIGNED, Phase.ARCHIVED)

    def locks(self, openness: Openness) -> bool:
        """Say whether what is open that long may not be changed any more."""
        if openness is Openness.UNTIL_SIGNED:
            return self.signed
        return self.phase is Phase.ARCHIVED


def _table() -> dict[str, State]:
    conference = {
        Phase.PREPARING: "J0 J1 J2 J3",
        Phase.IN_SESSION: "J4 J5",
        Phase.TO_SIGN: "J6",
        Phase.SIGNED: "J7 J8 J9 J10",
        Phase.ARCHIVED: "J11",
        Phase.STOPPED: "JX JR JP JC",
    }
    hearing = {
        Phase.PREPARING: "H0 H1 H2 H3 H4",
        Phase.IN_SESSION: "H5 H6 H7 H8",
        Phase.TO_SIGN: "H9",
        Phase.SIGNED: "H10 H11 H12",
        Phase.ARCHIVED: "H13",
        Phase.STOPPED: "HX HP HA",
    }
    return {
        code: State(code, kind, phase)
        for kind, phases in (
            (MeetingKind.JOINT_CONFERENCE, conference),
            (MeetingKind.HEARING, hearing),
        )
        for phase, codes in phases.items()
        for code in codes.split()
    }


STATES = _table()
"""Every state by its code."""

FIRST_STATE = {MeetingKind.JOINT_CONFERENCE: "J0", MeetingKind.HEARING: "H0"}
"""The state of a meeting whose file names none."""

REFUSED_HEARING = "HX"
"""The state of a hearing that was applied for and refused."""

CALLED_OFF = frozenset({"JX", "JR", "JC", REFUSED_HEARING})
"""States of a meeting that is not held: refused, passed on to another office, withdrawn."""

_NOTIFIED = {MeetingKind.JOINT_CONFERENCE: "J3", MeetingKind.HEARING: "H4"}
"""The state of each kind in which the notices are out (已通知, 已告知)."""

_ORDER = {
    MeetingKind.JOINT_CONFERENCE: tuple(f"J{number}" for number in range(12)),
    MeetingKind.HEARING: tuple(f"H{number}" for number in range(14)),
}

_SIDE_WAYS: dict[str, tuple[str, ...]] = {
    "J1": ("JX", "JR"),
    "J2": ("JP", "JC"),
    "J3": ("JP", "JR", "JC"),
    "J0": ("JC",),
    "J4": ("JP", "JC"),
    "J5": ("JC",),
    "J6": ("JC",),
    "JX": ("J0",),
    "JR": ("J1",),
    "JP": ("J3",),
    "JC": ("J0",),
    "H0": ("HX",),
    "H1": ("HP",),
    "H2": ("HP",),
    "H3": ("HP",),
    "H4": ("HP",),
    "H5": ("HP", "HA"),
    "H6": ("HA",),
    "H7": ("HA",),
    "H8": ("HA",),
    "HP": ("H4",),
    "HX": ("H0",),
    "HA": ("H0",),
}
"""Where a meeting can go besides onwards: refused, redirected, postponed, stopped, taken up again."""


def has_reached(code: str, wanted: str) -> bool:
    """Say whether a meeting in this state has come as far as a state of its life cycle.

    One that was stopped, postponed or redirected has come nowhere.
    """
    order = _ORDER[STATES[wanted].kind]
    return code in order and order.index(code) >= order.index(wanted)


def last_open_state(kind: MeetingKind) -> str:
    """Return the state from which a meeting is signed."""
    order = _ORDER[kind]
    return order[_signing(kind) - 1]


def notices_go_out(former: str, new: str) -> bool:
    """Say whether the notices go out when a meeting goes from one state to another.

    That stage may be passed over; a meeting that was postponed gives notice again.
    """
    kind = STATES[new].kind
    order = _ORDER[kind]
    told = order[order.index(_NOTIFIED[kind]) : _signing(kind)]
    return new in told and former not in told


def _signing(kind: MeetingKind) -> int:
    return next(place for place, one in enumerate(_ORDER[kind]) if STATES[one].signed)


def moves_from(code: str) -> tuple[str, ...]:
    """Return the states that a meeting in this state can go to, the next one first.

    Before signing, stages may be passed over whose papers exist outside the program, or gone back
    to; signing follows upon checking only, and from then on there is no way back.
    """
    kind = STATES[code].kind
    order = _ORDER[kind]
    signing = _signing(kind)
    if code not in order:
        return _SIDE_WAYS[code]
    here = order.index(code)
    if here >= signing:
        return tuple(order[here + 1 :])
    onwards = order[here + 1 : signing] or [order[signing]]
    back = list(reversed(order[:here]))
    return (*onwards, *_SIDE_WAYS.get(code, ()), *back)
