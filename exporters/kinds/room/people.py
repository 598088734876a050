"""Who is expected in the room, and in which order."""

from collections.abc import Iterable

from exporters.kinds.parts import role_label
from exporters.labels import Labels
from models.protection import is_minor_here
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, MeetingKind, Mode, Role


def expected(snapshot: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    """Return who takes part at a place, in the order of the room.

    Without those recused, those known to be away, and those who only write.
    """
    return in_order(
        one
        for one in snapshot.participants
        if one.role != Role.RECUSED and one.attendance not in AWAY and one.mode != Mode.WRITTEN
    )


def in_order(people: Iterable[ParticipantView]) -> tuple[ParticipantView, ...]:
    """Return people in the order of the room: the chair, then by number, those by video last."""
    return tuple(sorted(people, key=_place))


def shown_name(person: ParticipantView, snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return what a person is called in the room: a minor by the role alone."""
    role = role_label(person.role, labels)
    return role if is_minor_here(person, snapshot) else person.name or role


def shown_office(person: ParticipantView, snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return what stands below a name: in a hearing the role, in a conference whence they come."""
    if is_minor_here(person, snapshot):
        return ""
    if snapshot.kind is MeetingKind.HEARING:
        return role_label(person.role, labels) if person.name else ""
    return person.organ or ""


def _place(person: ParticipantView) -> tuple[bool, bool, bool, int]:
    return (
        person.role != Role.CHAIR,
        person.mode == Mode.VIDEO,
        person.number is None,
        person.number or 0,
    )
