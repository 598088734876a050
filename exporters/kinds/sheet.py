"""What the chair's run sheets (主持人会议流程单) of both kinds of meeting share.

A run sheet is a working paper. It is made before the meeting and used in it: nobody signs it, no
digest seals it, and it says on every page that it is no part of the record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exporters.document import (
    Block,
    Cell,
    Document,
    Face,
    Form,
    FormRow,
    PageFrame,
    Paragraph,
    ParagraphStyle,
    Run,
    Statement,
    Table,
)
from exporters.kinds.assembly import BuildOptions, head, made_words, makers, running_head
from exporters.kinds.parts import (
    case_words,
    filled,
    held,
    numbered,
    optional,
    paragraph,
    place_words,
    role_label,
)
from exporters.labels import Labels
from models.agenda_plan import PlannedItem
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
    """What makes one run sheet differ: title, what it is, the boxed words under their heading.

    ``statement`` is that of every page's foot.
    """

    title: str
    nature: str
    heading: str
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
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return the whole run sheet; ``body`` stands between the people and the room for notes."""
    return Document(
        title="　".join(filter(None, (wording.title, snapshot.number))),
        subject=wording.statement,
        author=snapshot.host or "",
        keywords=snapshot.number or "",
        made_at=options.made_at,
        frame=_frame(snapshot, wording, options, labels),
        blocks=(
            *head(snapshot, wording.title),
            paragraph(wording.nature, ParagraphStyle.REMARK, wording.title),
            Form(tuple(_rows(snapshot, labels))),
            paragraph(wording.heading, ParagraphStyle.HEADING),
            Statement(wording.opening),
            paragraph(labels("sheet.people"), ParagraphStyle.HEADING),
            _people(snapshot, labels),
            *body,
            paragraph(labels("sheet.notes"), ParagraphStyle.HEADING),
            Table(_NOTES_MM, (((),),) * _NOTE_LINES, least_mm=_NOTE_LINE_MM, whole=True),
        ),
        language=labels.language,
    )


def steps_table(heading: str, steps: Sequence[Step], labels: Labels) -> tuple[Block, ...]:
    """Return the heading and the table of steps; nothing where there are none."""
    if not steps:
        return ()
    rows = tuple(
        (
            _centred(step.number, heading),
            _centred(step.time, heading),
            _centred(step.minutes, heading),
            (*_in_face(step.title, Face.HEI, heading), *_prompt(step, heading, labels)),
        )
        for step in steps
    )
    heads = tuple(labels(f"sheet.item_{name}") for name in ("number", "time", "minutes", "title"))
    return paragraph(heading, ParagraphStyle.HEADING), Table(_ITEMS_MM, rows, heads)


def planned_step(one: PlannedItem, prompt: str, labels: Labels) -> Step:
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


def order_part(rows: Sequence[FormRow], note: str, labels: Labels) -> tuple[Block, ...]:
    """Return the suggested order of speaking under its heading; nothing where there is none."""
    if not rows:
        return ()
    heading = labels("sheet.order")
    return (
        paragraph(heading, ParagraphStyle.HEADING),
        Form(tuple(rows)),
        paragraph(note, ParagraphStyle.REMARK, heading),
    )


def _frame(
    snapshot: MeetingSnapshot, wording: SheetWording, options: BuildOptions, labels: Labels
) -> PageFrame:
    maker, time = makers(snapshot, labels), made_words(options.made_at)
    return PageFrame(
        header=running_head(snapshot, wording.title),
        statement=wording.statement,
        footer=labels("sheet.made", maker=maker, time=time),
        page_label=labels("page.label"),
        sign_label="",
        mark=labels("sheet.mark"),
    )


def _rows(snapshot: MeetingSnapshot, labels: Labels) -> Iterable[FormRow]:
    yield filled(labels("sheet.meeting"), [snapshot.title], labels)
    yield filled(labels("sheet.time"), [held(snapshot, labels)], labels)
    yield filled(labels("sheet.place"), [place_words(snapshot, labels)], labels)
    cases = [case_words(case, labels) for case in snapshot.cases]
    yield from optional(labels("sheet.case"), cases)


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
        _centred("" if person.number is None else str(person.number), place),
        _in_face(person.name or labels("common.missing"), Face.HEI, place),
        _cell(separator.join(filter(None, (role, mode))), place),
        _cell(separator.join(filter(None, (office, person.grade))), place),
        _centred(_there(person, labels), place),
    )


def _there(person: ParticipantView, labels: Labels) -> str:
    """Return a box to tick, or why there is none to expect."""
    if person.role == Role.RECUSED:
        return labels("sheet.recused")
    if person.attendance in AWAY:
        return person.attendance or ""
    return labels("sheet.tick")


def _cell(text: str, place: str) -> Cell:
    return (paragraph(text, ParagraphStyle.CELL, place),) if text else ()


def _centred(text: str, place: str) -> Cell:
    return (paragraph(text, ParagraphStyle.CELL_CENTRE, place),) if text else ()


def _in_face(text: str, face: Face, place: str) -> Cell:
    return (Paragraph((Run(text, face),), ParagraphStyle.CELL, place),) if text else ()


def _prompt(step: Step, place: str, labels: Labels) -> Cell:
    words = labels("sheet.prompt", text=step.prompt) if step.prompt else ""
    return _in_face(words, Face.KAI, place)
