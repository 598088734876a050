"""The compilation of opinions by person (参考意见汇编), off by default.

Question by question, each speaker in speaking order: view, reasons, legal basis. It has no field for
what the speakers have in common, counts nobody and ends without a conclusion.
"""

from collections.abc import Iterator

from exporters.document import Block, Document, Face, Form, FormRow, Paragraph, ParagraphStyle, Run
from exporters.kinds.assembly import BuildOptions, assemble, form_wording
from exporters.kinds.opinions import Voice, voices
from exporters.kinds.parts import (
    case_words,
    filled,
    held,
    numbered,
    optional,
    paragraph,
    place_words,
    row,
)
from exporters.kinds.spoken import case_names
from exporters.labels import Labels
from models.papers import MeetingPapers, PaperRules
from models.profile_terms import SummaryPaper
from models.snapshot import MeetingSnapshot


def build(meeting: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the opinions of a conference by question and person."""
    return assemble(
        meeting,
        form_wording("summary", meeting, options, labels),
        body=(Form(tuple(_rows(meeting, labels))), *_opinions(meeting, labels)),
        options=options,
        labels=labels,
    )


def exists(papers: MeetingPapers) -> bool:
    """Say whether anybody gave an opinion."""
    return bool(voices(papers.meeting))


def allowed(rules: PaperRules) -> bool:
    """Say whether the meeting's rules know such a paper besides the record."""
    return rules.summary is not SummaryPaper.NONE


def _rows(meeting: MeetingSnapshot, labels: Labels) -> Iterator[FormRow]:
    yield filled(labels("summary.meeting"), [meeting.title], labels)
    yield filled(labels("summary.time"), [held(meeting, labels)], labels)
    yield filled(labels("summary.place"), [place_words(meeting, labels)], labels)
    cases = [case_words(case, labels) for case in meeting.cases]
    yield filled(labels("summary.case"), cases, labels)
    yield from optional(labels("summary.issues"), numbered(meeting.issues, labels))
    yield row(labels("summary.nature"), [labels("statement.conference_opening")])


def _opinions(meeting: MeetingSnapshot, labels: Labels) -> Iterator[Block]:
    """Yield each question with the opinions on it; last those that name none."""
    everybody = voices(meeting)
    asked = dict(zip(meeting.question_ids, meeting.questions, strict=False))
    for number, (key, text) in enumerate(asked.items(), 1):
        heading = labels("summary.question", number=number, text=text)
        yield from _part(
            heading, [v for v in everybody if v.opinion.question_id == key], meeting, labels
        )
    others = [one for one in everybody if one.opinion.question_id not in asked]
    if others:
        heading = labels("summary.other" if asked else "summary.no_question")
        yield from _part(heading, others, meeting, labels)


def _part(
    heading: str, some: list[Voice], meeting: MeetingSnapshot, labels: Labels
) -> Iterator[Block]:
    yield paragraph(heading, ParagraphStyle.HEADING)
    if not some:
        yield paragraph(labels("summary.no_views"), ParagraphStyle.BODY, heading)
        return
    yield Form(tuple(_voice(one, meeting, labels) for one in some))


def _voice(voice: Voice, meeting: MeetingSnapshot, labels: Labels) -> FormRow:
    """Return one speaker's row: who it is, and what they think and why."""
    author, opinion = voice.author, voice.opinion
    name = (author.name if author else None) or labels("common.speaker_unknown")
    office = f"{author.organ or ''}{author.post or ''}" if author else ""
    written = labels("summary.written") if voice.is_written else ""
    case = case_names(meeting).get(opinion.case_id)
    told = (
        ("view", voice.words or labels("common.missing")),
        ("reasons", opinion.reasons),
        ("legal_basis", opinion.legal_basis),
    )
    place = labels("opinions.place", author=name)
    head = f"{office}{written}"
    return FormRow(
        name,
        (
            *([Paragraph((Run(head, Face.KAI),), ParagraphStyle.CELL, place)] if head else []),
            *(
                [paragraph(labels("remark.case", value=case), ParagraphStyle.CELL, place)]
                if case
                else []
            ),
            *(
                paragraph(labels(f"summary.{key}", value=value), ParagraphStyle.CELL, place)
                for key, value in told
                if value
            ),
        ),
    )
