"""What the typing line offers and suggests: speakers, kinds, steps and items of the agenda."""

from models.agenda_plan import planned
from models.snapshot import MeetingSnapshot, ParticipantView
from models.standing import may_speak_as
from models.vocabulary import LineKind, MeetingKind, Role
from ui.item_models.people import name_of, office_of
from ui.words import HEARING_STEPS, kind_word, role_word, step_number, step_word

_CONFERENCE_KINDS = (
    LineKind.OPINION,
    LineKind.SUPPLEMENT,
    LineKind.REPORT,
    LineKind.QUESTION,
    LineKind.ANSWER,
    LineKind.EXPLANATION,
    LineKind.CHAIR,
    LineKind.STATEMENT,
    LineKind.INTERPRETATION,
    LineKind.CLOSING,
    LineKind.ORDER_EVENT,
)
_HEARING_KINDS = (
    LineKind.STATEMENT,
    LineKind.CASE_PRESENTATION,
    LineKind.QUESTION,
    LineKind.ANSWER,
    LineKind.OPINION,
    LineKind.OFFICERS_STATEMENT,
    LineKind.LAST_STATEMENT,
    LineKind.EXPLANATION,
    LineKind.SUPPLEMENT,
    LineKind.CHAIR,
    LineKind.INTERPRETATION,
    LineKind.CLOSING,
    LineKind.ORDER_EVENT,
)

_USUAL_KINDS = {
    Role.CHAIR: LineKind.CHAIR,
    Role.HANDLER: LineKind.REPORT,
    Role.HANDLING_ASSISTANT: LineKind.STATEMENT,
    Role.EXPERT: LineKind.EXPLANATION,
    Role.INVITED_ASSISTANT: LineKind.EXPLANATION,
    Role.INTERPRETER: LineKind.INTERPRETATION,
    Role.ATTENDING: LineKind.OPINION,
    Role.HEARING_OFFICER: LineKind.QUESTION,
}
"""What a person of this role most often says; the secretary changes it at will."""

_HANDLING = frozenset({Role.HANDLER, Role.HANDLING_ASSISTANT})
_PRESIDING = frozenset({Role.CHAIR, Role.RECORDER, Role.INTERPRETER, Role.ORDER_KEEPER})
_OFFICERS = frozenset({Role.HEARING_OFFICER})
_STEP_KINDS = (
    (1, _HANDLING, LineKind.CASE_PRESENTATION),
    (3, _OFFICERS, LineKind.QUESTION),
    (3, frozenset(Role) - _PRESIDING, LineKind.ANSWER),
    (5, _OFFICERS, LineKind.OFFICERS_STATEMENT),
    (6, frozenset(Role) - _PRESIDING - _HANDLING - _OFFICERS, LineKind.LAST_STATEMENT),
    (7, frozenset({Role.CHAIR}), LineKind.CLOSING),
)
"""What people of these roles say in a step of a hearing; the first row that fits counts."""

_ASKING = "提问"
"""What stands in the title of an item in which those attending ask, as papers print it."""

Choice = tuple[str, object]
"""Words and the value they stand for."""


def speaker_choices(meeting: MeetingSnapshot) -> list[Choice]:
    """Return everybody in the room, by number; namesakes by their office."""
    choices: list[Choice] = []
    shared = meeting.shared_names
    for person in meeting.participants:
        number = "" if person.number is None else f"{person.number}  "
        office = office_of(person) if person.name in shared else ""
        about = " · ".join(part for part in (office, role_word(person.role)) if part)
        choices.append((f"{number}{name_of(person)}" + (f"  {about}" if about else ""), person.id))
    return choices


def kind_choices(meeting: MeetingSnapshot, speaker: ParticipantView | None) -> list[Choice]:
    """Return the kinds of contribution that somebody can make, the usual ones of a meeting first."""
    hearing = meeting.kind is MeetingKind.HEARING
    kinds = _HEARING_KINDS if hearing else _CONFERENCE_KINDS
    role = speaker.role if speaker else None
    return [(kind_word(kind), kind.value) for kind in kinds if may_speak_as(kind, role)]


def withheld_kinds(speaker: ParticipantView | None) -> frozenset[str]:
    """Return the kinds that are not to be chosen for a line of somebody."""
    role = speaker.role if speaker else None
    return frozenset(kind.value for kind in LineKind if not may_speak_as(kind, role))


def section_choices(meeting: MeetingSnapshot) -> list[Choice]:
    """Return where a line can belong: a hearing's step, or an item of the agenda."""
    if meeting.kind is MeetingKind.HEARING:
        steps = range(len(HEARING_STEPS))
        return [(f"{step_number(step)} {step_word(step)}", step) for step in steps]
    return [
        (f"{one.number}  {one.item.title}", one.item.id) for one in planned(meeting.agenda, None)
    ]


def _kind_in_step(role: Role, step: object) -> LineKind | None:
    """Return what somebody says in a step of a hearing, if the step makes that plain."""
    return next((kind for at, roles, kind in _STEP_KINDS if at == step and role in roles), None)


def usual_kind(
    meeting: MeetingSnapshot, speaker: ParticipantView | None, section: object = None
) -> str | None:
    """Return the kind to suggest when somebody begins to speak under an item of the agenda."""
    if speaker is None or speaker.role not in set(Role):
        return None
    kind = _USUAL_KINDS.get(Role(speaker.role))
    if meeting.kind is MeetingKind.HEARING:
        if kind in (LineKind.REPORT, LineKind.OPINION):
            kind = LineKind.CASE_PRESENTATION if kind is LineKind.REPORT else None
        return (_kind_in_step(Role(speaker.role), section) or kind or LineKind.STATEMENT).value
    title = next((item.title for item in meeting.agenda if item.id == section), "")
    if kind is LineKind.OPINION and _ASKING in title:
        kind = LineKind.QUESTION
    if kind is LineKind.REPORT and any(line.speaker_id == speaker.id for line in meeting.lines):
        kind = LineKind.ANSWER
    return None if kind is None else kind.value
