"""The people of a meeting, in groups by what they are there for."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import CONFERENCE_ROLES, MeetingKind, Role
from ui.item_models.meetings import Heading
from ui.item_models.rows import Column, RowTableModel
from ui.words import attendance_word, mode_word, role_word

_OFFICE = (Role.CHAIR, Role.HANDLER, Role.HANDLING_ASSISTANT)
_SERVICE = (Role.RECORDER, Role.INTERPRETER, Role.ORDER_KEEPER)
_OFFICERS = (Role.HEARING_OFFICER, Role.PEOPLES_SUPERVISOR)

_GROUPS = {
    "office": QT_TRANSLATE_NOOP("PeopleModel", "主持与承办"),
    "attending": QT_TRANSLATE_NOOP("PeopleModel", "出席"),
    "invited": QT_TRANSLATE_NOOP("PeopleModel", "列席与受邀人员"),
    "officers": QT_TRANSLATE_NOOP("PeopleModel", "听证员与人民监督员"),
    "parties": QT_TRANSLATE_NOOP("PeopleModel", "当事人及其他参加人"),
    "service": QT_TRANSLATE_NOOP("PeopleModel", "记录与保障"),
    "recused": QT_TRANSLATE_NOOP("PeopleModel", "回避"),
}


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A participant as listed. ``shares_name`` asks for the office to tell two people apart."""

    person: ParticipantView
    number: int  # among all participants; chooses the colour of the initial
    shares_name: bool


PeopleEntry = Heading | PersonEntry


class PeopleModel(RowTableModel[PeopleEntry]):
    """The participants of one meeting, each group in the order of the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[PeopleEntry](
            title=lambda: QCoreApplication.translate("PeopleModel", "参会人员"),
            text=_name,
            spoken=_spoken,
            copied=_spoken,
            tip=_spoken,
        )
        super().__init__([column], _key, selectable=_is_person, parent=parent)

    def show(self, meeting: MeetingSnapshot) -> None:
        """Show the people of that meeting."""
        shared = meeting.shared_names
        groups: dict[str, list[PersonEntry]] = {name: [] for name in _GROUPS}
        for number, person in enumerate(meeting.participants):
            entry = PersonEntry(person, number, person.name in shared)
            groups[_group(person, meeting.kind)].append(entry)
        entries: list[PeopleEntry] = []
        for name, people in groups.items():
            if people:
                title = QCoreApplication.translate("PeopleModel", str(_GROUPS[name]))
                entries += [Heading(name, f"{title}  {len(people)}"), *people]
        self.set_rows(entries)


def office_of(person: ParticipantView | None) -> str:
    """Return organ and post in one line; empty if nothing is known."""
    if person is None:
        return ""
    return " ".join(part for part in (person.organ, person.post) if part)


def name_of(person: ParticipantView) -> str:
    """Return the name; somebody without one is called so."""
    return person.name or QCoreApplication.translate("PeopleModel", "（未写姓名）")


def _group(person: ParticipantView, kind: MeetingKind) -> str:
    for roles, group in ((_OFFICE, "office"), (_SERVICE, "service"), (_OFFICERS, "officers")):
        if person.role in roles:
            return group
    match person.role:
        case Role.ATTENDING:
            return "attending"
        case Role.RECUSED:
            return "recused"
        case role if role in CONFERENCE_ROLES or kind is MeetingKind.JOINT_CONFERENCE:
            return "invited"
        case _:
            return "parties"


def _name(entry: PeopleEntry) -> str:
    return entry.text if isinstance(entry, Heading) else name_of(entry.person)


def _spoken(entry: PeopleEntry) -> str:
    if isinstance(entry, Heading):
        return entry.text
    person = entry.person
    parts = (
        name_of(person),
        role_word(person.role),
        office_of(person),
        person.grade,
        mode_word(person.mode),
        "" if person.role == Role.RECUSED else attendance_word(person.attendance),
    )
    return "，".join(part for part in parts if part)


def _key(entry: PeopleEntry) -> str:
    return f"heading {entry.key}" if isinstance(entry, Heading) else entry.person.id


def _is_person(entry: PeopleEntry) -> bool:
    return isinstance(entry, PersonEntry)
