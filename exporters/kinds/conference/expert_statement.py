"""Statements on special questions (专业说明), each on a page of its own to be signed by itself.

The same pages follow the record as its annexes (:mod:`exporters.kinds.annexes`).
"""

from exporters.document import Document
from exporters.kinds.annexes import explanations
from exporters.kinds.assembly import (
    BuildOptions,
    OwnPaper,
    Wording,
    assemble_pages,
    makers,
    title_of,
)
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot


def build(meeting: MeetingSnapshot, options: BuildOptions, labels: Labels) -> Document:
    """Return the pages of a conference at which specialists were heard."""
    return assemble_pages(
        meeting,
        Wording(
            kind="expert_statement",
            title=title_of("expert_statement", options, labels),
            statement=labels("statement.expert"),
            own=OwnPaper(makers(meeting, labels), meeting.signed, block=False),
        ),
        pages=explanations(meeting, labels),
        options=options,
        labels=labels,
    )
