"""The seating list (座次表): a plan of the seats, with who sits where.

The chair sits at the head. In a conference the others sit at the chair's left and right in turn,
senior before junior; the left is the higher side. In a hearing the officers and the people's
supervisors sit on one side, and the handling prosecutor, parties and all others on the other. Who
takes the record, interprets or keeps order has a place apart. A plan is a suggestion: nothing in it
follows from what anybody said.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from exporters.document import (
    Block,
    Cell,
    Document,
    Face,
    Form,
    FormRow,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from exporters.kinds.assembly import BuildOptions, statement_of, title_of
from exporters.kinds.parts import (
    centred,
    held,
    place_words,
    role_label,
    row,
    speaker_words,
)
from exporters.kinds.room.people import expected, shown_name
from exporters.kinds.working import WorkingWords, working_paper
from exporters.labels import Labels
from models.protection import is_minor_here
from models.seniority import by_seniority
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind, Mode, Role

_HEAD_MM = (38.0, 80.0, 38.0)
_SIDES_MM = (13.0, 25.0, 36.0, 8.0, 25.0, 36.0, 13.0)
_SEAT_MM = 8.0
_HEAD_SEAT_MM = 12.0
_WIDTH_MM = 156.0
_APART_IN_A_ROW = 3

_APART = frozenset({Role.RECORDER, Role.INTERPRETER, Role.ORDER_KEEPER})
_OFFICERS = frozenset({Role.HEARING_OFFICER, Role.PEOPLES_SUPERVISOR})
_AFTER_OTHERS = (
    *(Role.EXPERT, Role.INVITED_ASSISTANT, Role.HANDLER),
    *(Role.HANDLING_ASSISTANT, Role.ATTENDEE_WITHOUT_STANDING),
)
"""Roles of a conference that sit below those attending, in this order."""

_LONG_NAME, _SHORT_NAME = "人民检察院", "院"
"""How a procuratorate's name ends, and how it does in a plan: one line holds it there."""

_Seat = tuple[int, ParticipantView]


def build(snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the seating list of a meeting."""
    words = WorkingWords(
        title_of("seating", options, labels),
        statement_of(snapshot, labels),
        labels(
            "seating.when",
            time=held(snapshot, labels) or labels("common.missing"),
            place=place_words(snapshot, labels) or labels("common.missing"),
        ),
    )
    return working_paper(snapshot, words, _body(snapshot, labels), options=options, labels=labels)


def _body(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    people = expected(snapshot)
    chairs = [one for one in people if one.role == Role.CHAIR]
    others = [one for one in people if one.role != Role.CHAIR]
    by_video = [one for one in others if one.mode == Mode.VIDEO]
    apart = [one for one in others if one.role in _APART and one not in by_video]
    seated = [one for one in others if one not in by_video and one not in apart]
    return [
        _head_of_table(chairs, snapshot, labels),
        *_sides(*_seats(seated, len(chairs), snapshot), snapshot, labels),
        *_places_apart(apart, snapshot, labels),
        *_elsewhere(by_video, snapshot, labels),
    ]


def _seats(
    people: Sequence[ParticipantView], before: int, snapshot: MeetingSnapshot
) -> tuple[list[_Seat], list[_Seat]]:
    """Return the numbered seats at the chair's right and left, from the head of the table down.

    ``before`` seats are at the head; the first after them is at the left.
    """
    if snapshot.kind is MeetingKind.HEARING:
        officers = [one for one in people if one.role in _OFFICERS]
        others = [one for one in people if one.role not in _OFFICERS]
        numbered = list(enumerate((*officers, *others), before + 1))
        return numbered[len(officers) :], numbered[: len(officers)]
    senior = [one for one in by_seniority(snapshot) if one in people]
    numbered = list(enumerate(sorted(senior, key=_group), before + 1))
    return numbered[1::2], numbered[::2]


def _group(person: ParticipantView) -> int:
    return _AFTER_OTHERS.index(person.role) + 1 if person.role in _AFTER_OTHERS else 0


def _head_of_table(
    chairs: Sequence[ParticipantView], snapshot: MeetingSnapshot, labels: Labels
) -> Block:
    """Return the head of the table, and which side is which."""
    names = [
        labels(
            "seating.chair_video" if one.mode == Mode.VIDEO else "seating.chair",
            seat=seat,
            name=shown_name(one, snapshot, labels),
        )
        for seat, one in enumerate(chairs, 1)
    ]
    middle = tuple(_name(text, labels) for text in names or [labels("seating.no_chair")])
    right, left = (_centred(labels(f"seating.{side}"), labels) for side in ("right", "left"))
    cells = (right, middle, left)
    return Table(_HEAD_MM, (cells,), least_mm=_HEAD_SEAT_MM)


def _sides(
    right: list[_Seat], left: list[_Seat], snapshot: MeetingSnapshot, labels: Labels
) -> Iterator[Block]:
    if not right and not left:
        return
    heads = tuple(labels(f"seating.{name}") for name in ("seat", "name", "from"))
    rows = tuple(
        (*_side(at_right, snapshot, labels), (), *_mirrored(at_left, snapshot, labels))
        for at_right, at_left in zip_longest(right, left)
    )
    yield Table(_SIDES_MM, rows, (*heads, "", *heads[1:], heads[0]), least_mm=_SEAT_MM)


def _side(seat: _Seat | None, snapshot: MeetingSnapshot, labels: Labels) -> tuple[Cell, Cell, Cell]:
    if seat is None:
        return (), (), ()
    number, person = seat
    name = _name(shown_name(person, snapshot, labels), labels)
    return _centred(str(number), labels), (name,), _whence(person, snapshot, labels)


def _mirrored(
    seat: _Seat | None, snapshot: MeetingSnapshot, labels: Labels
) -> tuple[Cell, Cell, Cell]:
    """Return the same with the number last, at the outer edge."""
    number, name, whence = _side(seat, snapshot, labels)
    return name, whence, number


def _whence(person: ParticipantView, snapshot: MeetingSnapshot, labels: Labels) -> Cell:
    """Return role and office, the procuratorate's name shortened: it stands there as a help."""
    organ = person.organ or ""
    if organ.endswith(_LONG_NAME) and organ != _LONG_NAME:
        organ = organ.removesuffix(_LONG_NAME) + _SHORT_NAME
    role = "" if person.role == Role.ATTENDING else role_label(person.role, labels)
    if is_minor_here(person, snapshot):
        role = organ = ""
    return _centred(labels("common.person_separator").join(filter(None, (role, organ))), labels)


def _places_apart(
    people: Sequence[ParticipantView], snapshot: MeetingSnapshot, labels: Labels
) -> Iterator[Block]:
    """Yield the places of those who serve the meeting, a few in a row."""
    if not people:
        return
    columns = min(len(people), _APART_IN_A_ROW)
    cells = [
        _centred(
            labels(
                "common.party",
                role=role_label(one.role, labels),
                name=shown_name(one, snapshot, labels),
            ),
            labels,
        )
        for one in people
    ]
    cells += [()] * (-len(cells) % columns)
    rows = tuple(tuple(cells[at : at + columns]) for at in range(0, len(cells), columns))
    yield Table((_WIDTH_MM / columns,) * columns, rows, least_mm=_SEAT_MM)


def _elsewhere(
    by_video: Sequence[ParticipantView], snapshot: MeetingSnapshot, labels: Labels
) -> Iterator[Block]:
    """Yield who takes part from elsewhere, and how many seats there are for observers."""
    rows: list[FormRow] = []
    if by_video:
        people = [
            shown_name(one, snapshot, labels)
            if is_minor_here(one, snapshot)
            else speaker_words(one, labels)
            for one in by_video
        ]
        rows.append(row(labels("seating.video"), ["、".join(people)]))
    if snapshot.observers:
        count = labels("transcript.observers_count", count=snapshot.observers)
        rows.append(row(labels("seating.observers"), [count]))
    if rows:
        yield Form(tuple(rows))


def _name(text: str, labels: Labels) -> Paragraph:
    return Paragraph((Run(text, Face.HEI),), ParagraphStyle.CELL_CENTRE, labels("seating.title"))


def _centred(text: str, labels: Labels) -> Cell:
    return centred(text, labels("seating.title"))
