"""Sheets of correction (更正说明), each on a page of its own to be signed by itself.

The same pages follow the record as its annexes (:mod:`exporters.kinds.annexes`).
"""

from exporters.document import Document
from exporters.kinds.annexes import corrections
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot


def build(meeting: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the sheets of a conference whose record was put right."""
    signed = all(sheet.signed_at for sheet in meeting.correction_sheets)
    return assemble_pages(
        meeting,
        form_wording("correction_sheet", meeting, options, labels, signed=signed),
        pages=corrections(meeting, labels, numbered=True),
        options=options,
        labels=labels,
    )
