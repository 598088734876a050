"""The states of a meeting, as tables.

Codes, names and order after the life cycles of the joint conference and of the hearing
(审查案件听证工作规定, 高检发办字〔2020〕53号, for the hearing's steps). The names for the screen
and for paper stand in the message catalogue under ``state.<code>``.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary import MeetingKind


class Phase(StrEnum):
    """Where a meeting stands, coarsely: what the list of meetings filters and colours by."""

    PREPARING = "preparing"
    IN_SESSION = "in_session"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    ARCHIVED = "archived"
    STOPPED = "stopped"


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
