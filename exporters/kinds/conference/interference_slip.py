"""The slip on which interference or inquiry is noted (过问情况登记表): a blank to fill in by hand.

After the three provisions (三个规定), by which anybody's asking about a case is to be written down.
"""

from exporters.document import Document, Form, FormRow
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import LINE_MM, boxes, pair, signed, to_write
from exporters.kinds.parts import case_words, row
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot

_CONTENT_MM = 36.0
_HANDLING_MM = 22.0
_SIGN_MM = 14.0
_WAYS = ("face", "phone", "letter", "message", "other")


def build(meeting: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return a slip with the meeting and its cases filled in."""

    def line(key: str, least_mm: float = LINE_MM) -> FormRow:
        return to_write(labels(f"interference_slip.{key}"), least_mm=least_mm)

    ways = [labels(f"interference_slip.ways.{way}") for way in _WAYS]
    proofs = [labels(f"interference_slip.proof_{key}") for key in ("none", "some")]
    cases = [words for case in meeting.cases if (words := case_words(case, labels))]
    rows = (
        pair(line("who"), line("office")),
        pair(line("relation"), line("contact")),
        pair(line("at"), line("place")),
        row(labels("interference_slip.way"), [boxes(ways, labels)]),
        row(labels("interference_slip.case"), cases),
        row(labels("interference_slip.meeting"), [meeting.title] if meeting.title else []),
        line("content", _CONTENT_MM),
        line("handling", _HANDLING_MM),
        row(labels("interference_slip.proof"), [boxes(proofs, labels)]),
        signed(line("by", _SIGN_MM), labels),
        signed(line("receiver", _SIGN_MM), labels),
        row(labels("interference_slip.basis"), [labels("interference_slip.basis_words")]),
    )
    return assemble_pages(
        meeting,
        form_wording("interference_slip", meeting, options, labels),
        pages=((Form(rows),),),
        options=options,
        labels=labels,
    )
