"""What the chair's run sheets (主持人流程单) of both kinds of meeting share.

A run sheet is made before the meeting and used in it, and says that it is no part of the record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    Statement,
    Table,
)
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.parts import (
    case_words,
    cell,
    centred,
    numbered,
    optional,
    paragraph,
    role_label,
)
from exporters.kinds.working import WorkingWords, meeting_rows, working_paper
from exporters.labels import Labels
from models.agenda_plan import PlannedItem, planned
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, Mode, Role

_PEOPLE_MM = (14.0, 28.0, 30.0, 70.0, 14.0)
_ITEMS_MM = (14.0, 30.0, 14.0, 98.0)
_NOTES_MM = (156.0,)
_NOTE_LINES = 8
_NOTE_LINE_MM = 9.0
_TICK_MM = 8.0


@dataclass(frozen=True, slots=True)
class SheetWording:
    """What makes one run sheet differ: its kind, which names its table of words, and its title.

    ``opening`` is boxed for the chair to read, ``statement`` stands at every page's foot.
    """

    kind: str
    title: str
    opening: str
    statement: str


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table of steps: what to turn to, when, for how long, and the chair's prompt."""

    number: str
    title: str
    time: str = ""
    minutes: str = ""
    prompt: str = ""


def run_sheet(
    snapshot: MeetingSnapshot,
    wording: SheetWording,
    *,
    body: Sequence[Block],
    order: Sequence[FormRow],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return the whole run sheet: people, ``body``, suggested ``order`` of speaking, room for notes."""
    cases = [case_words(case, labels) for case in snapshot.cases]
    words = WorkingWords(
        options.rules.titles.get(wording.kind) or wording.title,
        wording.statement,
        labels(f"{wording.kind}.nature"),
    )
    blocks = (
        Form((*meeting_rows(snapshot, labels), *optional(labels("sheet.case"), cases))),
        paragraph(labels(f"{wording.kind}.opening"), ParagraphStyle.HEADING),
        Statement(wording.opening),
        paragraph(labels("sheet.people"), ParagraphStyle.HEADING),
        _people(snapshot, labels),
        *body,
        *_order(order, labels(f"{wording.kind}.order_note"), labels),
        paragraph(labels("sheet.notes"), ParagraphStyle.HEADING),
        Table(_NOTES_MM, (((),),) * _NOTE_LINES, least_mm=_NOTE_LINE_MM, whole=True),
    )
    return working_paper(snapshot, words, blocks, options=options, labels=labels)


def steps_table(heading: str, steps: Sequence[Step], labels: Labels) -> tuple[Block, ...]:
    """Return the heading and the table of steps; nothing where there are none."""
    if not steps:
        return ()
    rows = tuple(
        (
            centred(step.number, heading),
            centred(step.time, heading),
            centred(step.minutes, heading),
            (*_in_face(step.title, Face.HEI, heading), *_prompt(step, heading, labels)),
        )
        for step in steps
    )
    heads = tuple(labels(f"sheet.item_{name}") for name in ("number", "time", "minutes", "title"))
    return paragraph(heading, ParagraphStyle.HEADING), Table(_ITEMS_MM, rows, heads)


def planned_steps(
    snapshot: MeetingSnapshot, labels: Labels, prompts: Mapping[str, str] | None = None
) -> list[Step]:
    """Return the agenda with its planned times, and the prompt of each title that has one."""
    plan = planned(snapshot.agenda, snapshot.schedule.held_from)
    return [_planned_step(one, (prompts or {}).get(one.item.title, ""), labels) for one in plan]


def _planned_step(one: PlannedItem, prompt: str, labels: Labels) -> Step:
    """Return an item of the agenda with its planned time; what is not known stays empty."""
    span = ""
    if one.starts:
        span = labels("sheet.item_span", starts=one.starts, ends=one.ends) if one.ends else ""
    minutes = one.item.planned_minutes if one.whole is None else one.whole
    return Step(
        one.number,
        one.item.title,
        time=span or one.starts,
        minutes="" if minutes is None else str(minutes),
        prompt=prompt,
    )


def issues_part(heading: str, texts: Sequence[str], labels: Labels) -> tuple[Block, ...]:
    """Return the questions to be discussed under their heading; nothing where there are none."""
    if not texts:
        return ()
    found = (paragraph(text, ParagraphStyle.BODY, heading) for text in numbered(texts, labels))
    return paragraph(heading, ParagraphStyle.HEADING), *found


def _order(rows: Sequence[FormRow], note: str, labels: Labels) -> tuple[Block, ...]:
    """Return the suggested order of speaking under its heading; nothing where there is none."""
    if not rows:
        return ()
    heading = labels("sheet.order")
    return (
        paragraph(heading, ParagraphStyle.HEADING),
        Form(tuple(rows)),
        paragraph(note, ParagraphStyle.REMARK, heading),
    )


def _people(snapshot: MeetingSnapshot, labels: Labels) -> Block:
    """Return everybody by number; those without one come last, in the order of the list."""
    if not snapshot.participants:
        return paragraph(labels("sheet.nobody"), ParagraphStyle.BODY)
    people = sorted(snapshot.participants, key=lambda one: (one.number is None, one.number or 0))
    names = ("number", "name", "role", "office", "there")
    return Table(
        _PEOPLE_MM,
        tuple(_person(person, labels) for person in people),
        tuple(labels(f"sheet.person_{name}") for name in names),
        least_mm=_TICK_MM,
    )


def _person(person: ParticipantView, labels: Labels) -> tuple[Cell, ...]:
    place = labels("sheet.people")
    office = f"{person.organ or ''}{person.post or ''}"
    mode = person.mode if person.mode != Mode.ON_SITE else None
    role = (
        labels("sheet.recused") if person.role == Role.RECUSED else role_label(person.role, labels)
    )
    separator = labels("common.person_separator")
    return (
        centred("" if person.number is None else str(person.number), place),
        _in_face(person.name or labels("common.missing"), Face.HEI, place),
        cell(separator.join(filter(None, (role, mode))), place),
        cell(separator.join(filter(None, (office, person.grade))), place),
        centred(_there(person, labels), place),
    )


def _there(person: ParticipantView, labels: Labels) -> str:
    """Return a box to tick, or why there is none to expect."""
    if person.role == Role.RECUSED:
        return labels("sheet.recused")
    if person.attendance in AWAY:
        return person.attendance or ""
    return labels("sheet.tick")


def _in_face(text: str, face: Face, place: str) -> Cell:
    return (Paragraph((Run(text, face),), ParagraphStyle.CELL, place),) if text else ()


def _prompt(step: Step, place: str, labels: Labels) -> Cell:
    words = labels("sheet.prompt", text=step.prompt) if step.prompt else ""
    return _in_face(words, Face.KAI, place)
