"""Who is heard in a meeting, and on what: a person's standing follows from the role."""

from enum import Enum, auto

from models.vocabulary import OPINION_KINDS, MeetingKind, Role


class Standing(Enum):
    """What a meeting expects of a person."""

    ASKED = auto()  # an opinion on every question
    SPECIALIST = auto()  # an explanation of the specialist question (专门性问题) and no opinion
    NOT_ASKED = auto()  # may speak, but nobody waits for an opinion
    SERVING = auto()  # takes the record, interprets, keeps order; or is heard as a party
    RECUSED = auto()  # nothing


SPECIALISTS = frozenset({Role.EXPERT, Role.INVITED_ASSISTANT})
"""Roles that explain a specialist question and give no opinion on the case."""

_SERVICE = frozenset({Role.RECORDER, Role.INTERPRETER, Role.ORDER_KEEPER})

_NOT_ASKED = {
    MeetingKind.JOINT_CONFERENCE: frozenset(
        {Role.HANDLER, Role.HANDLING_ASSISTANT, Role.ATTENDEE_WITHOUT_STANDING}
    ),
    MeetingKind.HEARING: frozenset({Role.PEOPLES_SUPERVISOR}),
}


def standing_of(role: str | None, kind: MeetingKind) -> Standing:
    """Return what a meeting of that kind expects of somebody in a role.

    A conference asks its chair and those attending, also those whose role is an office's own or is
    not given yet; the handling prosecutor's view is in the report. A hearing asks its officers.
    """
    if role == Role.RECUSED:
        return Standing.RECUSED
    if role in SPECIALISTS:
        return Standing.SPECIALIST
    if role in _NOT_ASKED[kind]:
        return Standing.NOT_ASKED
    if role in _SERVICE:
        return Standing.SERVING
    asked = kind is MeetingKind.JOINT_CONFERENCE or role == Role.HEARING_OFFICER
    return Standing.ASKED if asked else Standing.SERVING


def may_give_opinion(role: str | None) -> bool:
    """Say whether an opinion, or that none was given, can be noted of somebody in a role."""
    return role not in SPECIALISTS | _SERVICE | {Role.RECUSED}


def may_speak_as(kind: str | None, role: str | None) -> bool:
    """Say whether a line of that kind can be spoken in a role: specialists give no opinions."""
    return kind not in OPINION_KINDS or role not in SPECIALISTS
