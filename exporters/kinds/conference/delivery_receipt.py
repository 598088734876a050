"""The delivery receipt of a joint conference (送交回执): what was handed to whom, and who took it.

The host keeps the original of a joint meeting, others have copies (国家档案局令第8号, arts. 11–13). That
only the handling prosecutor's office has one, and nobody else a whole record, is the program's
default.
"""

from collections.abc import Iterator

from exporters.document import Cell, Document, Form, FormRow, Table
from exporters.kinds.annexes import specialists
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import ROW_MM, signed, to_write
from exporters.kinds.conference import written_opinions
from exporters.kinds.parts import case_words, cell, centred, filled, optional, row
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from models.vocabulary import Role

_WIDTHS_MM = (12.0, 30.0, 21.0, 12.0, 35.0, 25.0, 21.0)
_HEADS = ("paper", "copy", "count", "to", "receiver", "at")
_FREE = 3
_REMARKS_MM = 16.0


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the receipt of a conference whose record is signed."""
    meeting = papers.meeting
    table = Table(
        _WIDTHS_MM,
        (*_numbered(papers, labels), *[((),) * len(_WIDTHS_MM)] * _FREE),
        (labels("attendance.number"), *(labels(f"delivery_receipt.{name}") for name in _HEADS)),
        least_mm=ROW_MM,
    )
    below = (
        signed(row(labels("delivery_receipt.by"), []), labels),
        to_write(labels("delivery_receipt.remarks"), least_mm=_REMARKS_MM),
    )
    return assemble_pages(
        meeting,
        form_wording("delivery_receipt", meeting, options, labels),
        pages=((Form(tuple(_rows(papers, labels))), table, Form(below)),),
        options=options,
        labels=labels,
    )


def _rows(papers: MeetingPapers, labels: Labels) -> Iterator[FormRow]:
    meeting = papers.meeting
    yield filled(labels("delivery_receipt.meeting"), [meeting.title], labels)
    cases = [case_words(case, labels) for case in meeting.cases]
    yield filled(labels("delivery_receipt.case"), cases, labels)
    kept = papers.archive.original if papers.archive else None
    yield from optional(labels("delivery_receipt.original"), [kept])
    yield row(labels("delivery_receipt.rule"), [labels("delivery_receipt.rule_words")])


def _numbered(papers: MeetingPapers, labels: Labels) -> list[tuple[Cell, ...]]:
    place = labels("delivery_receipt.paper")
    one = centred("1", place)
    return [
        (
            centred(str(number), place),
            cell(paper, place),
            centred(labels(f"delivery_receipt.{copy}"), place),
            one,
            cell(to, place),
            (),
            (),
        )
        for number, (paper, copy, to) in enumerate(_handed(papers, labels), 1)
    ]


def _handed(papers: MeetingPapers, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """Yield what goes to whom: the paper, original or copy, the receiver."""
    meeting = papers.meeting
    host = meeting.host or labels("common.missing")
    handler = _handler(meeting, labels)
    elsewhere = any(
        one.organ and one.organ != meeting.host for one in meeting.holding((Role.HANDLER,))
    )
    record = _record(papers, labels)
    if elsewhere:
        yield record, "main", labels("delivery_receipt.kept", organ=host)
    yield record, "duplicate" if elsewhere else "main", handler


def _record(papers: MeetingPapers, labels: Labels) -> str:
    """Return the record with what follows it."""
    annexes = (
        ("expert", bool(specialists(papers.meeting))),
        ("written", written_opinions.exists(papers)),
    )
    names = [labels(f"delivery_receipt.{name}") for name, there in annexes if there]
    if not names:
        return labels("delivery_receipt.record")
    return labels("delivery_receipt.record_with", names="、".join(names))


def _handler(meeting: MeetingSnapshot, labels: Labels) -> str:
    people = meeting.holding((Role.HANDLER,))
    return "、".join(
        labels("delivery_receipt.handler", organ=one.organ or "", name=one.name or "")
        for one in people
    ) or labels("common.missing")
