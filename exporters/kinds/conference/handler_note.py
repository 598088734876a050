"""The handling prosecutor's note on the opinions (承办检察官参考情况说明).

The handler's own paper, made after the conference and no part of its record: each opinion by its
speaker, what the handler did with it, and why. Nothing in it is added up.
"""

from collections.abc import Iterator

from exporters.document import Block, Cell, Document, Form, FormRow, ParagraphStyle, Table
from exporters.kinds.assembly import BuildOptions, OwnPaper, Wording, assemble, title_of
from exporters.kinds.by_hand import pair
from exporters.kinds.parts import (
    case_words,
    cell,
    cells,
    centred,
    filled,
    paragraph,
    row,
    time_words,
)
from exporters.labels import Labels
from models.papers import HandlerAnswerView, HandlerNoteView, MeetingPapers
from models.vocabulary import Manner

_WIDTHS_MM = (12.0, 20.0, 66.0, 20.5, 37.5)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the note of a conference that has one."""
    note = papers.note or HandlerNoteView()
    return assemble(
        papers.meeting,
        Wording(
            kind="handler_note",
            title=title_of("handler_note", options, labels),
            statement=labels("statement.handler_note"),
            own=OwnPaper(note.by or labels("common.missing"), signed=bool(note.signed_at)),
        ),
        body=(
            Form(tuple(_rows(papers, note, labels))),
            *_answers(note, labels),
            *_conclusion(note, labels),
        ),
        options=options,
        labels=labels,
    )


def _rows(papers: MeetingPapers, note: HandlerNoteView, labels: Labels) -> list[FormRow]:
    meeting = papers.meeting
    cases = [case_words(case, labels) for case in meeting.cases]
    return [
        filled(labels("handler_note.case"), cases, labels),
        filled(labels("handler_note.meeting"), [meeting.title or meeting.number], labels),
        pair(
            filled(labels("handler_note.by"), [note.by], labels),
            filled(labels("handler_note.at"), [time_words(note.at, labels)], labels),
        ),
        row(labels("handler_note.nature"), [labels("statement.conference_opening")]),
    ]


def _answers(note: HandlerNoteView, labels: Labels) -> tuple[Block, ...]:
    heading = paragraph(labels("handler_note.answers"), ParagraphStyle.HEADING)
    if not note.answers:
        return heading, paragraph(labels("handler_note.no_answers"), ParagraphStyle.BODY)
    heads = (f"handler_note.{name}" for name in ("speaker", "words", "status", "reason"))
    rows = (_answer(number, one, labels) for number, one in enumerate(note.answers, 1))
    return (
        heading,
        Table(_WIDTHS_MM, tuple(rows), (labels("attendance.number"), *map(labels, heads))),
    )


def _answer(number: int, answer: HandlerAnswerView, labels: Labels) -> tuple[Cell, ...]:
    """Return one opinion's row; below what was done with it stands when that was noted."""
    place = labels("common.numbered", number=number, text=labels("handler_note.words"))
    at = time_words(answer.at, labels)
    noted = labels("handler_note.answered", time=at) if at else None
    return (
        centred(str(number), place),
        cell(answer.speaker or labels("common.missing"), place),
        cells([answer.words or labels("common.missing"), *_where(answer, labels)], place),
        centred(answer.status or labels("common.missing"), place),
        cells([answer.reason, noted], place),
    )


def _conclusion(note: HandlerNoteView, labels: Labels) -> tuple[Form, ...]:
    """Return what the handler means to do or to report, and where the case goes."""
    return (
        Form(
            (
                filled(labels("handler_note.own_view"), [note.own_view], labels),
                filled(labels("handler_note.road"), [note.road], labels),
            )
        ),
    )


def _where(answer: HandlerAnswerView, labels: Labels) -> Iterator[str]:
    """Yield where the words stand in the record, and that they were given in writing."""
    if answer.line_seq is not None:
        place = labels("common.line_place", number=answer.line_seq)
        yield labels("handler_note.where", place=place)
    if answer.manner == Manner.WRITTEN:
        yield labels("handler_note.where", place=labels("remark.written"))
