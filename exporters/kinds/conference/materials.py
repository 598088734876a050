"""The list of materials of a joint conference (材料清单): what was handed out and comes back."""

import re

from exporters.document import Cell, Document, Form, Table
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import ROW_MM, boxes, pair, to_write
from exporters.kinds.parts import cell, centred, filled, held
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot

_WIDTHS_MM = (12.0, 46.0, 14.0, 38.0, 25.0, 21.0)
_NOTICE_MM = (14.0, 80.0, 24.0, 38.0)
_BACK = re.compile("(?:后|当场|统一|[（(]|(?<![不无])需要|(?<![不无需])[需须应要])收回")
"""How a name says that the material is collected after use; a decision on 收回 is none of it."""


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the list of materials of a conference that has some."""
    meeting = papers.meeting
    rows = (
        filled(labels("materials.meeting"), [meeting.title], labels),
        filled(labels("materials.time"), [held(meeting, labels)], labels),
    )
    heads = ("name", "copy", "return", "received", "returned")
    people = pair(to_write(labels("materials.giver")), to_write(labels("materials.collector")))
    return assemble_pages(
        meeting,
        form_wording("materials", meeting, options, labels),
        pages=(
            (
                Form(rows),
                Table(
                    _WIDTHS_MM,
                    tuple((*one, (), ()) for one in _rows(meeting, labels)),
                    (labels("attendance.number"), *(labels(f"materials.{key}") for key in heads)),
                    least_mm=ROW_MM,
                ),
                Form((people,)),
            ),
        ),
        options=options,
        labels=labels,
    )


def materials_table(meeting: MeetingSnapshot, labels: Labels) -> Table:
    """Return the list as it is attached to a notice: without who took what."""
    heads = ("name", "copy", "return")
    return Table(
        _NOTICE_MM,
        tuple(_rows(meeting, labels)),
        (labels("attendance.number"), *(labels(f"materials.{key}") for key in heads)),
    )


def _rows(meeting: MeetingSnapshot, labels: Labels) -> list[tuple[Cell, ...]]:
    place = labels("materials.name")
    choices = labels("materials.back"), labels("materials.keep")
    return [
        (
            centred(str(number), place),
            cell(name, place),
            (),
            cell(boxes(choices, labels, choices[0] if _comes_back(name) else None), place),
        )
        for number, name in enumerate(meeting.materials, 1)
    ]


def _comes_back(name: str) -> bool:
    """Say whether the material is named as one that is collected after use."""
    return _BACK.search(name) is not None
