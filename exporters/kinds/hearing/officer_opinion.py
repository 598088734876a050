"""Each hearing officer's opinion sheet (听证意见表): what is asked, and what the officer thinks of it.

One document with a sheet for each officer. It holds the officer's view as it was noted in the
deliberation; where none was, boxes and room to write it by hand
(人民检察院审查案件听证工作规定 arts. 15, 16).
"""

from collections.abc import Sequence

from exporters.document import (
    Block,
    Cell,
    Document,
    Form,
    FormRow,
    Statement,
    Table,
)
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import OPINION_MM, SIGN_MM, box, to_sign, to_write
from exporters.kinds.hearing.common import recorder
from exporters.kinds.hearing.people import officers
from exporters.kinds.kind import is_held
from exporters.kinds.parts import (
    case_words,
    cell,
    cells,
    centred,
    filled,
    held,
    numbered,
    speaker_words,
)
from exporters.labels import Labels
from models.hearing_papers import DeliberationView, OfficerOpinionView
from models.papers import MeetingPapers
from models.snapshot import ParticipantView
from models.text import for_comparison

_QUESTIONS_MM = (("number", 12.0), ("question", 52.0), ("answer", 28.0), ("reason", 64.0))
_QUESTION_MM = 30.0
_OPEN_QUESTIONS = 3


def exists(papers: MeetingPapers) -> bool:
    """Say whether there are officers to give an opinion."""
    return is_held(papers) and bool(_sheets(papers))


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the opinion sheets of all officers."""
    meeting = papers.meeting
    wording = form_wording(
        "officer_opinion", meeting, options, labels, maker=recorder(meeting, labels)
    )
    forms = [_sheet(papers, *one, labels) for one in _sheets(papers)]
    return assemble_pages(
        meeting,
        wording,
        pages=[(*form, Statement(wording.statement)) for form in forms],
        options=options,
        labels=labels,
    )


def _sheets(papers: MeetingPapers) -> list[tuple[ParticipantView | None, OfficerOpinionView]]:
    """Return every officer with the view noted, if one was; then views of others, by name alone."""
    noted = (papers.deliberation or DeliberationView()).opinions
    people = officers(papers)
    names = {for_comparison(person.name or "") for person in people}
    known = [(person, _view_of(person, noted)) for person in people]
    others = [view for view in noted if for_comparison(view.name or "") not in names]
    return [*known, *((None, view) for view in others)]


def _view_of(person: ParticipantView, noted: Sequence[OfficerOpinionView]) -> OfficerOpinionView:
    name = for_comparison(person.name or "")
    found = (view for view in noted if name and for_comparison(view.name or "") == name)
    return next(found, OfficerOpinionView(person.name))


def _sheet(
    papers: MeetingPapers,
    person: ParticipantView | None,
    view: OfficerOpinionView,
    labels: Labels,
) -> tuple[Block, ...]:
    meeting = papers.meeting
    officer = speaker_words(person, labels) if person else view.name
    cases = [case_words(case, labels) for case in meeting.cases]
    above = Form(
        (
            filled(labels("officer_opinion.case"), cases, labels),
            filled(labels("officer_opinion.officer"), [officer], labels),
            filled(labels("officer_opinion.time"), [held(meeting, labels)], labels),
        )
    )
    if view.view or view.reason:
        return above, Form(_given(meeting.questions, view, labels))
    signed = to_sign(labels("officer_opinion.signed"), (), labels, least_mm=SIGN_MM)
    return above, _questions(meeting.questions, labels), Form((signed,))


def _given(
    questions: Sequence[str], view: OfficerOpinionView, labels: Labels
) -> tuple[FormRow, ...]:
    """Return the view as it was noted: on all questions together."""
    return (
        filled(labels("officer_opinion.questions"), numbered(questions, labels), labels),
        to_write(labels("officer_opinion.view"), view.view or "", least_mm=OPINION_MM),
        to_write(labels("officer_opinion.reason"), view.reason or "", least_mm=OPINION_MM),
        to_sign(labels("officer_opinion.signed"), (), labels, least_mm=SIGN_MM),
    )


def _questions(questions: Sequence[str], labels: Labels) -> Table:
    """Return each question with boxes to tick and room for the reason."""
    heads = tuple(labels(f"officer_opinion.{name}") for name, _ in _QUESTIONS_MM)
    return Table(
        tuple(width for _, width in _QUESTIONS_MM),
        tuple(
            _question(number, text, labels)
            for number, text in enumerate(questions or ("",) * _OPEN_QUESTIONS, 1)
        ),
        heads,
        least_mm=_QUESTION_MM,
    )


def _question(number: int, text: str, labels: Labels) -> tuple[Cell, ...]:
    place = labels("officer_opinion.questions")
    choices = (labels(f"officer_opinion.{key}") for key in ("agree", "disagree", "other"))
    ticks = (box(choice, labels) for choice in choices)
    return (
        centred(str(number), place),
        cell(text, place),
        cells(ticks, place),
        (),
    )
