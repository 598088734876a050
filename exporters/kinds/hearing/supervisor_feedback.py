"""What a people's supervisor said, and the answer to each point (人民监督员意见反馈表).

One document with a sheet for each supervisor (人民检察院办案活动接受人民监督员监督的规定, 2019).
"""

from collections.abc import Sequence

from exporters.document import Block, Cell, Document, Form, Table
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import SIGN_MM, to_sign
from exporters.kinds.hearing.people import handlers
from exporters.kinds.kind import took_place
from exporters.kinds.parts import case_words, cell, centred, filled
from exporters.labels import Labels
from models.hearing_papers import SupervisorFeedbackView
from models.papers import MeetingPapers

_COLUMNS_MM = (("number", 12.0), ("opinion", 64.0), ("reply", 80.0))
_ROW_MM = 25.0


def exists(papers: MeetingPapers) -> bool:
    """Say whether a people's supervisor said anything that is to be answered."""
    return bool(papers.supervisor_feedback) and took_place(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the answers, a sheet for each supervisor."""
    meeting = papers.meeting
    wording = form_wording(
        "supervisor_feedback", meeting, options, labels, maker=handlers(meeting, labels)
    )
    people = dict.fromkeys(one.name for one in papers.supervisor_feedback)
    forms = [
        _sheet(
            papers, name, [one for one in papers.supervisor_feedback if one.name == name], labels
        )
        for name in people
    ]
    return assemble_pages(
        meeting,
        wording,
        pages=forms,
        options=options,
        labels=labels,
    )


def _sheet(
    papers: MeetingPapers,
    name: str | None,
    points: Sequence[SupervisorFeedbackView],
    labels: Labels,
) -> tuple[Block, ...]:
    meeting = papers.meeting
    cases = [case_words(case, labels) for case in meeting.cases]
    return (
        Form(
            (
                filled(labels("supervisor_feedback.case"), cases, labels),
                filled(labels("supervisor_feedback.hearing"), [meeting.title], labels),
                filled(labels("supervisor_feedback.supervisor"), [name], labels),
            )
        ),
        Table(
            tuple(width for _, width in _COLUMNS_MM),
            tuple(_point(number, one, labels) for number, one in enumerate(points, 1)),
            tuple(labels(f"supervisor_feedback.{column}") for column, _ in _COLUMNS_MM),
            least_mm=_ROW_MM,
        ),
        Form(
            tuple(
                to_sign(labels(f"supervisor_feedback.{key}"), (), labels, least_mm=SIGN_MM)
                for key in ("handler", "received")
            )
        ),
    )


def _point(number: int, one: SupervisorFeedbackView, labels: Labels) -> tuple[Cell, ...]:
    place = labels("supervisor_feedback.title")
    opinion = one.opinion or labels("common.missing")
    return centred(str(number), place), cell(opinion, place), cell(one.reply, place)
