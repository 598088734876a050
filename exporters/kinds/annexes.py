"""What follows the signatures of a paper: files attached, statements of specialists, corrections.

The paper itself stays as it was signed; what is put right stands on a page of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from exporters.document import (
    Block,
    Form,
    FormRow,
    Paragraph,
    ParagraphStyle,
    SignatureRow,
    Signatures,
    Statement,
    Table,
)
from exporters.kinds.filling import cell, cells, centred
from exporters.kinds.parts import filled, paragraph, person_words, row, time_words
from exporters.kinds.signing import signature_row
from exporters.kinds.spoken import spoken, words_in_writing
from exporters.labels import Labels
from models.snapshot import CorrectionSheetView, MeetingSnapshot, ParticipantView
from models.vocabulary import MeetingKind, Role

_ATTACHMENTS_MM = (14.0, 62.0, 80.0)
_GROUP = 8
SPECIALISTS = frozenset({Role.EXPERT, Role.INVITED_ASSISTANT})
"""Roles of those who are heard on special questions alone."""


def specialists(snapshot: MeetingSnapshot) -> tuple[ParticipantView, ...]:
    """Return the experts and invited assistants of a conference who said or wrote something.

    Each of them has a page of their own in the record, and signs there.
    """
    if snapshot.kind is not MeetingKind.JOINT_CONFERENCE:
        return ()
    heard = {line.speaker_id for line in snapshot.lines}
    heard |= {opinion.author_id for opinion in snapshot.opinions if opinion.text}
    return tuple(
        person
        for person in snapshot.participants
        if person.role in SPECIALISTS and person.id in heard
    )


def annexes(snapshot: MeetingSnapshot, labels: Labels) -> tuple[Block, ...]:
    """Return the pages after the signatures: statements on special questions, then corrections."""
    pages: list[Block] = []
    for page in explanations(snapshot, labels):
        pages += [*_head(labels("expert.title"), snapshot.number), *page]
    for position, page in enumerate(corrections(snapshot, labels)):
        pages += [*_head(labels("correction.title"), _number(snapshot, position, labels)), *page]
    return tuple(pages)


def attachments(snapshot: MeetingSnapshot, labels: Labels) -> tuple[Block, ...]:
    """Return the photos and scans attached to a meeting by name, with the digests of their files."""
    if not snapshot.attachments:
        return ()
    heading = labels("attachments.heading")
    rows = tuple(
        (
            centred(str(number), heading),
            cells((one.name, one.note), heading),
            cell(_grouped(one.sha256), heading),
        )
        for number, one in enumerate(snapshot.attachments, 1)
    )
    heads = (labels("filling.number"), labels("attachments.name"), labels("attachments.digest"))
    return (
        paragraph(heading, ParagraphStyle.HEADING, heading),
        Table(_ATTACHMENTS_MM, rows, heads),
    )


def _grouped(digest: str) -> str:
    """Return a digest in groups, which break between lines and are easier to compare."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def explanations(snapshot: MeetingSnapshot, labels: Labels) -> list[list[Block]]:
    """Return a page without its head for each specialist of a conference."""
    people = specialists(snapshot)
    said = spoken(snapshot, labels) if people else []
    return [
        _explanation(
            person,
            [block for line, blocks in said if line.speaker_id == person.id for block in blocks],
            snapshot,
            labels,
        )
        for person in people
    ]


def corrections(
    snapshot: MeetingSnapshot, labels: Labels, *, numbered: bool = False
) -> list[list[Block]]:
    """Return a page without its head for each sheet of correction; a ``numbered`` one tells which."""
    return [
        [
            *([paragraph(number, ParagraphStyle.NUMBER, number)] if numbered else []),
            *_correction(sheet, snapshot, labels),
        ]
        for position, sheet in enumerate(snapshot.correction_sheets)
        for number in (_number(snapshot, position, labels),)
    ]


def _number(snapshot: MeetingSnapshot, position: int, labels: Labels) -> str:
    number = snapshot.correction_sheets[position].number or position + 1
    return labels("correction.number", number=number)


def _head(title: str, number: str | None) -> list[Paragraph]:
    """Return title and number of an annex, at the head of a new page."""
    first = replace(paragraph(title, ParagraphStyle.TITLE, title), starts_page=True)
    return [first, *([paragraph(number, ParagraphStyle.NUMBER, title)] if number else [])]


def _explanation(
    person: ParticipantView, said: Sequence[Block], snapshot: MeetingSnapshot, labels: Labels
) -> list[Block]:
    """Return what one specialist said, as the record has it, with the statement on such words."""
    written = words_in_writing(snapshot, labels, author_id=person.id)
    rows = (
        row(labels("expert.name"), [person_words(person, labels)]),
        row(labels("expert.role"), [person.role or labels("common.missing")]),
        filled(labels("expert.question"), [person.specialist_question], labels),
    )
    heading = labels("expert.signatures")
    return [
        Form(rows),
        paragraph(labels("expert.words"), ParagraphStyle.HEADING),
        *said,
        *written,
        Statement(labels("statement.expert")),
        Signatures(heading, (signature_row(person, snapshot, labels, kind="expert"),), heading),
    ]


def _correction(
    sheet: CorrectionSheetView, snapshot: MeetingSnapshot, labels: Labels
) -> list[Block]:
    heading = labels("correction.signatures")
    signer = SignatureRow(labels("correction.by"), sheet.by or labels("common.missing"))
    return [
        Form(tuple(_correction_rows(sheet, snapshot, labels))),
        Signatures(heading, (signer,), heading),
    ]


def _correction_rows(
    sheet: CorrectionSheetView, snapshot: MeetingSnapshot, labels: Labels
) -> Iterable[FormRow]:
    where = (_line_place(sheet.line_id, snapshot, labels), sheet.place)
    signed = (
        labels("correction.signed", time=time_words(sheet.signed_at, labels))
        if sheet.signed_at
        else labels("correction.unsigned")
    )
    for key, texts in (
        ("place", where),
        ("wrong", (sheet.wrong,)),
        ("corrected", (sheet.corrected,)),
        ("reason", (sheet.reason,)),
        ("by", (sheet.by,)),
        ("at", (time_words(sheet.at, labels),)),
        ("state", (signed,)),
    ):
        yield filled(labels(f"correction.{key}"), texts, labels)


def _line_place(line_id: str | None, snapshot: MeetingSnapshot, labels: Labels) -> str | None:
    for position, line in enumerate(snapshot.lines, 1):
        if line.id == line_id:
            return labels("common.line_place", number=line.seq or position)
    return None
