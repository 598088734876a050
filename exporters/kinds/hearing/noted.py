"""What a transcript notes beside the words: who was checked, what was shown, order, recordings."""

from collections.abc import Iterable

from exporters.document import Form, FormRow
from exporters.kinds.by_hand import to_write
from exporters.kinds.hearing.people import told
from exporters.kinds.parts import optional, row
from exporters.labels import Labels
from models.snapshot import LineView, MeetingSnapshot
from models.vocabulary import LineKind, SignatureStatus


def identity_rows(snapshot: MeetingSnapshot, labels: Labels) -> tuple[FormRow, ...]:
    """Return boxes to tick for whose papers were checked; none where nobody's have to be."""
    texts = [
        labels("transcript.identity_of", name=person.name or labels("common.missing"))
        for person in told(snapshot)
    ]
    return optional(labels("transcript.identity"), texts)


def shown_and_order(snapshot: MeetingSnapshot, labels: Labels) -> Form:
    """Return where evidence was shown (lines with a picture or scan), and where order was kept."""
    shown = frozenset(one.line_id for one in snapshot.attachments)
    evidence = _places(snapshot, (line for line in snapshot.lines if line.id in shown), labels)
    order = _places(snapshot, filter(_is_of_order, snapshot.lines), labels)
    return Form(
        (
            row(labels("transcript.evidence"), [evidence or labels("transcript.evidence_none")]),
            row(labels("transcript.order"), [order or labels("transcript.none_noted")]),
        )
    )


def refusals_and_recordings(snapshot: MeetingSnapshot, labels: Labels) -> Form:
    """Return who refused to sign, room for the recordings' numbers, and what is attached."""
    refused = [
        labels("common.person", name=one.name or labels("common.missing"), details=one.reason)
        if one.reason
        else one.name or labels("common.missing")
        for one in snapshot.signatures
        if one.status == SignatureStatus.REFUSED
    ]
    files = [
        labels("common.numbered", number=number, text=one.name)
        for number, one in enumerate(snapshot.attachments, 1)
    ]
    return Form(
        (
            row(labels("transcript.refused"), refused or [labels("transcript.none_noted")]),
            to_write(labels("transcript.recordings")),
            *optional(labels("transcript.attachments"), files),
        )
    )


def _is_of_order(line: LineView) -> bool:
    return line.kind == LineKind.ORDER_EVENT or line.event not in (None, False, "")


def _places(snapshot: MeetingSnapshot, lines: Iterable[LineView], labels: Labels) -> str:
    numbers = {line.id: number for number, line in enumerate(snapshot.lines, 1)}
    return "、".join(
        labels("common.line_place", number=line.seq or numbers[line.id]) for line in lines
    )
