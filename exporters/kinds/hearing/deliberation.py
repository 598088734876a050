"""The record of the officers' deliberation (评议笔录).

It is kept apart from the transcript, which the parties read. Here, other than in any paper of a
conference, the officers' majority has its place (人民检察院审查案件听证工作规定 arts. 15, 16).
"""

from collections.abc import Iterator

from exporters.document import (
    Block,
    Cell,
    Document,
    Form,
    FormRow,
    ParagraphStyle,
    SignatureRow,
    Table,
)
from exporters.kinds.assembly import BuildOptions, OwnPaper, Wording, assemble, title_of
from exporters.kinds.by_hand import to_write
from exporters.kinds.hearing.common import recorder
from exporters.kinds.hearing.people import officers
from exporters.kinds.kind import is_held
from exporters.kinds.parts import (
    cell,
    centred,
    filled,
    numbered,
    paragraph,
    person_words,
    place_words,
    role_label,
    time_words,
)
from exporters.labels import Labels
from models.hearing_papers import DeliberationView, OfficerOpinionView
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot
from models.vocabulary import LineKind, Role

_VIEWS_MM = (("number", 12.0), ("name", 24.0), ("view", 56.0), ("reason", 64.0))
_VIEW_MM = 14.0
_OUTCOME_MM = 22.0


def exists(papers: MeetingPapers) -> bool:
    """Say whether there are officers who deliberate, or did."""
    return is_held(papers) and bool(papers.deliberation or officers(papers))


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the record of the deliberation, with room to write what nobody entered."""
    meeting = papers.meeting
    talk = papers.deliberation or DeliberationView()
    unsigned = papers.deliberation is not None and not meeting.signed
    return assemble(
        meeting,
        Wording(
            kind="deliberation",
            title=title_of("deliberation", options, labels),
            statement=labels("statement.hearing"),
            own=OwnPaper(
                recorder(meeting, labels), signed=not unsigned, signers=_signers(papers, labels)
            ),
        ),
        body=(
            Form(tuple(_rows(papers, talk, labels))),
            *_views(papers, talk, labels),
            Form(tuple(_outcome(meeting, talk, labels))),
        ),
        options=options,
        labels=labels,
    )


def _rows(papers: MeetingPapers, talk: DeliberationView, labels: Labels) -> Iterator[FormRow]:
    meeting = papers.meeting
    people = [person_words(person, labels) for person in officers(papers)]
    questions = numbered(meeting.questions, labels)
    yield to_write(labels("deliberation.time"), _time(meeting, talk, labels))
    yield filled(labels("deliberation.place"), [place_words(meeting, labels)], labels)
    yield filled(labels("deliberation.officers"), people, labels)
    yield filled(labels("deliberation.recorder"), [recorder(meeting, labels)], labels)
    yield filled(labels("deliberation.questions"), questions, labels)


def _time(meeting: MeetingSnapshot, talk: DeliberationView, labels: Labels) -> str:
    """Return from when to when they deliberated: as noted there, or as the break was."""
    start, end = talk.began_at or meeting.break_from, talk.ended_at or meeting.break_to
    times = [time_words(one, labels) for one in (start, end) if one]
    if len(times) == 2:
        return labels("common.time_range", start=times[0], end=times[1])
    return "".join(times)


def _views(papers: MeetingPapers, talk: DeliberationView, labels: Labels) -> tuple[Block, ...]:
    """Return each officer's view with the reason; a row to write in for each where none is."""
    heading = labels("deliberation.views")
    views = talk.opinions or tuple(OfficerOpinionView(one.name) for one in officers(papers))
    return (
        paragraph(heading, ParagraphStyle.HEADING, heading),
        Table(
            tuple(width for _, width in _VIEWS_MM),
            tuple(_view(number, view, labels) for number, view in enumerate(views, 1)),
            tuple(labels(f"deliberation.view_{name}") for name, _ in _VIEWS_MM),
            least_mm=_VIEW_MM,
        ),
    )


def _view(number: int, view: OfficerOpinionView, labels: Labels) -> tuple[Cell, ...]:
    place = labels("deliberation.views")
    return (
        centred(str(number), place),
        centred(view.name or labels("common.missing"), place),
        cell(view.view, place),
        cell(view.reason, place),
    )


def _outcome(meeting: MeetingSnapshot, talk: DeliberationView, labels: Labels) -> Iterator[FormRow]:
    yield to_write(labels("deliberation.outcome"), talk.majority or "", least_mm=_OUTCOME_MM)
    people = meeting.participants_by_id
    speakers = (
        people[line.speaker_id].name
        for line in meeting.lines
        if line.kind == LineKind.OFFICERS_STATEMENT and line.speaker_id in people
    )
    yield to_write(labels("deliberation.spokesperson"), *dict.fromkeys(speakers))


def _signers(papers: MeetingPapers, labels: Labels) -> tuple[SignatureRow, ...]:
    """Return a place to sign for every officer, then for the recorder."""
    missing = labels("common.missing")
    signing = (*officers(papers), *papers.meeting.holding((Role.RECORDER,)))
    return tuple(SignatureRow(role_label(one.role, labels), one.name or missing) for one in signing)
