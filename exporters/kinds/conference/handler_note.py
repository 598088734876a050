"""The handling prosecutor's note on the opinions (承办检察官参考情况说明).

The handler's own paper, made after the conference and no part of its record: each opinion by its
speaker, what the handler did with it, and why. Nothing in it is added up.
"""

from collections.abc import Iterator

from exporters.document import Block, Document, Form, FormRow, ParagraphStyle
from exporters.kinds.assembly import BuildOptions, OwnPaper, Wording, assemble
from exporters.kinds.parts import case_words, filled, optional, paragraph, row, time_words
from exporters.labels import Labels
from models.papers import HandlerAnswerView, HandlerNoteView, MeetingPapers
from models.vocabulary import Manner


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the note of a conference that has one."""
    note = papers.note or HandlerNoteView()
    return assemble(
        papers.meeting,
        Wording(
            kind="handler_note",
            title=options.rules.titles.get("handler_note") or labels("handler_note.title"),
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
        filled(labels("handler_note.by"), [note.by], labels),
        filled(labels("handler_note.at"), [time_words(note.at, labels)], labels),
        row(labels("handler_note.nature"), [labels("statement.conference_opening")]),
    ]


def _answers(note: HandlerNoteView, labels: Labels) -> list[Block]:
    blocks: list[Block] = [paragraph(labels("handler_note.answers"), ParagraphStyle.HEADING)]
    if not note.answers:
        return [*blocks, paragraph(labels("handler_note.no_answers"), ParagraphStyle.BODY)]
    for number, answer in enumerate(note.answers, 1):
        blocks.append(Form(tuple(_answer(number, answer, labels))))
    return blocks


def _answer(number: int, answer: HandlerAnswerView, labels: Labels) -> list[FormRow]:
    name = answer.speaker or labels("common.missing")
    return [
        row(labels("common.numbered", number=number, text=labels("handler_note.speaker")), [name]),
        *optional(labels("handler_note.words"), [answer.words, *_where(answer, labels)]),
        filled(labels("handler_note.status"), [answer.status], labels),
        *optional(labels("handler_note.reason"), [answer.reason]),
        *optional(labels("handler_note.answered"), [time_words(answer.at, labels)]),
    ]


def _conclusion(note: HandlerNoteView, labels: Labels) -> tuple[Form, ...]:
    """Return what the handler means to do, and where the case goes; none if neither is said."""
    rows = (
        *optional(labels("handler_note.own_view"), [note.own_view]),
        *optional(labels("handler_note.road"), [note.road]),
    )
    return (Form(rows),) if rows else ()


def _where(answer: HandlerAnswerView, labels: Labels) -> Iterator[str]:
    """Yield where the words stand in the record, and that they were given in writing."""
    if answer.line_seq is not None:
        place = labels("common.line_place", number=answer.line_seq)
        yield labels("handler_note.where", place=place)
    if answer.manner == Manner.WRITTEN:
        yield labels("handler_note.where", place=labels("remark.written"))
