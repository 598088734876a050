"""Opinions given in writing (书面意见), a page for each person, to be signed by its author.

Specialists have a page of another kind: theirs is no opinion on the case.
"""

from itertools import groupby

from exporters.document import Block, Document, Form, FormRow, Signatures, Statement
from exporters.kinds.annexes import specialists
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.opinions import Voice, voices
from exporters.kinds.parts import case_words, filled, optional, person_words, role_label, time_words
from exporters.kinds.signing import signature_row
from exporters.kinds.spoken import case_names
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot, ParticipantView


def build(meeting: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the pages of a conference to which somebody wrote."""
    return assemble_pages(
        meeting,
        form_wording("written_opinions", meeting, options, labels, signed=meeting.signed),
        pages=[_page(person, own, meeting, labels) for person, own in _authors(meeting)],
        options=options,
        labels=labels,
    )


def exists(papers: MeetingPapers) -> bool:
    """Say whether anybody gave an opinion in writing."""
    return bool(_authors(papers.meeting))


def _authors(meeting: MeetingSnapshot) -> list[tuple[ParticipantView, list[Voice]]]:
    """Return who wrote with what they wrote, in the order of the participants."""
    place = {person.id: number for number, person in enumerate(meeting.participants)}
    elsewhere = {person.id for person in specialists(meeting)}
    written = [
        (one.author, one)
        for one in voices(meeting)
        if one.is_written and one.author and one.author.id not in elsewhere
    ]
    written.sort(key=lambda one: place[one[0].id])
    return [
        (person, [one for _, one in some])
        for person, some in groupby(written, key=lambda one: one[0])
    ]


def _page(
    person: ParticipantView, own: list[Voice], meeting: MeetingSnapshot, labels: Labels
) -> list[Block]:
    about = (
        filled(labels("written_opinions.meeting"), [meeting.title], labels),
        filled(
            labels("written_opinions.case"),
            [case_words(case, labels) for case in meeting.cases],
            labels,
        ),
        filled(labels("written_opinions.author"), [person_words(person, labels)], labels),
        filled(labels("written_opinions.role"), [role_label(person.role, labels)], labels),
    )
    heading = labels("written_opinions.signatures")
    signer = signature_row(person, meeting, labels, kind="record")
    return [
        Form(about),
        *(Form(_opinion(one, meeting, labels)) for one in own),
        Statement(labels("statement.conference")),
        Signatures(heading, (signer,), heading),
    ]


def _opinion(voice: Voice, meeting: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    """Return one opinion: to what, when, the words, the reasons, the legal basis."""
    opinion = voice.opinion
    questions = dict(zip(meeting.question_ids, meeting.questions, strict=False))
    about = (
        case_names(meeting).get(opinion.case_id),
        questions.get(opinion.question_id or ""),
    )
    return (
        *optional(labels("written_opinions.question"), about),
        *optional(labels("written_opinions.given"), [time_words(opinion.given_at, labels)]),
        filled(labels("written_opinions.words"), [voice.words], labels),
        *optional(labels("written_opinions.reasons"), [opinion.reasons]),
        *optional(labels("written_opinions.legal_basis"), [opinion.legal_basis]),
    )
