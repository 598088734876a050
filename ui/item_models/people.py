"""The people of a meeting as numbered tiles, with where they are and whether they were heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject

from models.heard import Spoken, Totals, totals
from models.room import RoomNow
from models.snapshot import MeetingSnapshot, ParticipantView
from models.states import STATES, Phase
from models.text import for_comparison
from models.vocabulary import Attendance, Presence, Role
from ui.item_models.rows import Column, RowTableModel
from ui.words import (
    attendance_word,
    clock_text,
    mode_word,
    presence_word,
    role_word,
    spoken_for,
)

_NOTHING = Spoken()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A participant as a tile. ``shares_name`` asks for the office to tell two people apart.

    ``noted`` says that it is noted of them that they came; ``waits`` that an opinion is asked of
    them and was not given yet. ``place`` is that in the queue, 0 outside of it. ``talking`` are the
    seconds of the speech that is timed, None if it is not theirs.
    """

    person: ParticipantView
    shares_name: bool = False
    where: Presence = Presence.PRESENT
    noted: bool = False
    waits: bool = False
    spoken: Spoken = _NOTHING
    office: Spoken = _NOTHING  # the same of all who come from there
    place: int = 0
    talking: int | None = None
    paused: bool = False

    @property
    def number(self) -> str:
        """The number as spoken and typed; empty for somebody without one."""
        return "" if self.person.number is None else str(self.person.number)

    @property
    def second_line(self) -> str:
        """The role, and the office of somebody who shares the name with another."""
        office = office_of(self.person) if self.shares_name else ""
        return " · ".join(part for part in (role_word(self.person.role), office) if part)

    @property
    def whereabouts(self) -> str:
        """Where they are, in words; that nobody noted it yet is said too."""
        unnoted = self.where is Presence.AWAY or self.where.is_there
        if unnoted and not self.noted and self.person.attendance is None:
            return attendance_word(None)
        return presence_word(self.where, self.person.attendance)

    @property
    def mark(self) -> str:
        """That they are talking, for how long, or that an opinion is still to come."""
        if self.talking is None:
            return QCoreApplication.translate("PeopleModel", "待发表") if self.waits else ""
        if self.paused:
            text = QCoreApplication.translate("PeopleModel", "已暂停 {time}")
        else:
            text = QCoreApplication.translate("PeopleModel", "发言中 {time}")
        return text.format(time=clock_text(self.talking))

    @property
    def turn(self) -> str:
        """The place in the queue, in words."""
        if not self.place:
            return ""
        return QCoreApplication.translate("PeopleModel", "第{place}位").format(place=self.place)


class PeopleModel(RowTableModel[PersonEntry]):
    """The participants of one meeting, in the order of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[PersonEntry](
            title=lambda: QCoreApplication.translate("PeopleModel", "参会人员"),
            text=lambda entry: name_of(entry.person),
            spoken=_spoken,
            copied=_copied,
            tip=_tip,
        )
        super().__init__([column], lambda entry: entry.person.id, parent=parent)
        self._entries: list[PersonEntry] = []
        self.totals = Totals({}, {})

    def show(self, meeting: MeetingSnapshot, room: RoomNow) -> None:
        """Show the people of that meeting, as it stands in its room."""
        shared = meeting.shared_names
        moved = {line.mover_id for line in meeting.lines if line.movement is not None}
        waiting = frozenset(room.unheard if _is_under_way(meeting) else ())
        found = self.totals = totals(meeting)
        offices = {for_comparison(name): spoken for name, spoken in found.offices.items()}
        former = {entry.person.id: entry for entry in self.rows}
        entries = [
            PersonEntry(
                person,
                shares_name=person.name in shared,
                where=room.where[person.id],
                noted=person.attendance == Attendance.PRESENT or person.id in moved,
                waits=person.id in waiting,
                spoken=found.speakers[person.id],
                office=offices.get(for_comparison(person.organ or ""), _NOTHING),
            )
            for person in meeting.participants
        ]
        self._entries = entries
        self.set_rows([_with_state(entry, former.get(entry.person.id)) for entry in entries])

    def forget(self) -> None:
        """Show nobody."""
        self._entries, self.totals = [], Totals({}, {})
        self.set_rows(())

    def show_state(
        self, queue: Sequence[str], speaker_id: str | None, seconds: int, *, running: bool
    ) -> None:
        """Show who waits to speak, and who has been talking for how long."""
        places = {person: place for place, person in enumerate(queue, 1)}
        self.set_rows(
            [_in_state(one, places, speaker_id, seconds, running) for one in self._entries]
        )


def office_of(person: ParticipantView | None) -> str:
    """Return organ and post in one line; empty if nothing is known."""
    if person is None:
        return ""
    return " ".join(part for part in (person.organ, person.post) if part)


def name_of(person: ParticipantView) -> str:
    """Return the name; somebody without one is called so."""
    return person.name or QCoreApplication.translate("PeopleModel", "（未写姓名）")


def spoken_word(spoken: Spoken) -> str:
    """Return how many lines were taken down, and the time they took as far as it is known."""
    text = QCoreApplication.translate("PeopleModel", "已记录{count}条").format(count=spoken.lines)
    return f"{text}，{spoken_for(spoken.seconds)}" if spoken.seconds else text


def office_word(office: str, spoken: Spoken) -> str:
    """Return the same of an office, in short."""
    text = QCoreApplication.translate("PeopleModel", "{office}{count}条")
    text = text.format(office=office, count=spoken.lines)
    return f"{text} {clock_text(spoken.seconds)}" if spoken.seconds else text


def _is_under_way(meeting: MeetingSnapshot) -> bool:
    """Say whether opinions are still awaited: not before the meeting, nor once it is signed."""
    phase = STATES[meeting.state].phase
    begun = phase is Phase.PREPARING and bool(meeting.lines)
    return begun or phase in (Phase.IN_SESSION, Phase.TO_SIGN)


def _with_state(entry: PersonEntry, former: PersonEntry | None) -> PersonEntry:
    if former is None:
        return entry
    return replace(entry, place=former.place, talking=former.talking, paused=former.paused)


def _in_state(
    entry: PersonEntry,
    places: Mapping[str, int],
    speaker_id: str | None,
    seconds: int,
    running: bool,  # noqa: FBT001  # handed on
) -> PersonEntry:
    person = entry.person.id
    talking = seconds if person == speaker_id else None
    paused = talking is not None and not running
    return replace(entry, place=places.get(person, 0), talking=talking, paused=paused)


def _parts(entry: PersonEntry) -> list[str]:
    """Return what is known of somebody, in the order in which it is told."""
    person = entry.person
    whereabouts = entry.whereabouts
    mode = mode_word(person.mode)
    return [
        name_of(person),
        role_word(person.role),
        office_of(person),
        person.grade or "",
        "" if mode in whereabouts else mode,
        "" if person.role == Role.RECUSED else whereabouts,
    ]


def _spoken(entry: PersonEntry) -> str:
    """Return a tile as a screen reader says it; a running time would never come to an end."""
    talking = entry.talking is not None
    waits = QCoreApplication.translate("PeopleModel", "尚未发表意见") if entry.waits else ""
    queued = QCoreApplication.translate("PeopleModel", "发言次序第{place}位")
    number = QCoreApplication.translate("PeopleModel", "{number}号")
    parts = (
        number.format(number=entry.number) if entry.number else "",
        *_parts(entry),
        QCoreApplication.translate("PeopleModel", "发言中") if talking else "",
        waits,
        queued.format(place=entry.place) if entry.place else "",
        spoken_word(entry.spoken) if entry.spoken.lines else "",
    )
    return "，".join(part for part in parts if part)


def _copied(entry: PersonEntry) -> str:
    return "，".join(part for part in _parts(entry) if part)


def _tip(entry: PersonEntry) -> str:
    waits = QCoreApplication.translate("PeopleModel", "尚未发表意见") if entry.waits else ""
    office = ""
    if entry.person.organ and entry.office.lines:
        office = f"{entry.person.organ}：{spoken_word(entry.office)}"
    lines = (_copied(entry), waits, spoken_word(entry.spoken), office)
    return "\n".join(line for line in lines if line)
