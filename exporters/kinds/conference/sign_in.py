"""The sign-in sheet of a joint conference (签到表): who is expected, who came and who counts.

Its figures are of people. What is not known before the meeting is a blank to fill in by hand.
"""

from collections.abc import Iterator, Sequence

from exporters.document import Document, Form, FormRow, Table
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.attendance import attendance_table, attendances
from exporters.kinds.by_hand import box, boxes, pair
from exporters.kinds.parts import filled, held, place_words, row
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import ParticipantView

_GUESTS = 3


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the sign-in sheet of a joint conference."""
    meeting = papers.meeting
    head = (
        filled(labels("sign_in.meeting"), [meeting.title], labels),
        filled(labels("sign_in.time"), [held(meeting, labels)], labels),
        filled(labels("sign_in.place"), [place_words(meeting, labels)], labels),
    )
    return assemble_pages(
        meeting,
        form_wording("sign_in", meeting, options, labels),
        pages=((Form(head), _table(papers, labels), Form(tuple(_below(papers, labels)))),),
        options=options,
        labels=labels,
    )


def _table(papers: MeetingPapers, labels: Labels) -> Table:
    """Return everybody by number, and empty rows for guests."""
    people = sorted(
        papers.meeting.participants, key=lambda one: (one.number is None, one.number or 0)
    )
    return attendance_table(papers.meeting, people, labels, spare=_GUESTS)


def _below(papers: MeetingPapers, labels: Labels) -> Iterator[FormRow]:
    told = attendances(papers.meeting.participants)
    came, excused = _open(labels), labels("sign_in.excused_blank")
    if told.registered:
        came, excused = _count(told.came, labels), _named(told.excused, papers, labels)
    yield pair(
        row(labels("sign_in.expected"), [_count(told.asked, labels)]),
        row(labels("sign_in.present"), [came]),
    )
    yield row(labels("sign_in.excused"), [excused])
    if told.absent:
        yield row(labels("sign_in.absent"), [_named(told.absent, papers, labels)])
    names = [one.name for one in told.recused if one.name] or [
        one.person for one in papers.meeting.recusals if one.person and one.ruling
    ]
    words = labels("sign_in.people_named", count=len(names), names="、".join(names))
    yield row(labels("sign_in.recused"), [words if names else _open(labels)])
    yield _quorum(papers, labels)
    phones = [box(labels(f"sign_in.phones_{key}"), labels) for key in ("told", "kept")]
    yield pair(
        row(labels("sign_in.phones"), phones),
        row(labels("sign_in.phones_by"), []),
    )
    for venue in filter(None, papers.meeting.schedule.remote):
        yield row(labels("sign_in.venue"), [venue, labels("sign_in.venue_check")])


def _quorum(papers: MeetingPapers, labels: Labels) -> FormRow:
    quorum = papers.meeting.quorum
    counted = quorum.counted if quorum else None
    yes, no = labels("sign_in.met_yes"), labels("sign_in.met_no")
    met = {True: yes, False: no, None: None}[quorum.met if quorum else None]
    count = _open(labels) if counted is None else labels("sign_in.people", count=counted)
    return pair(
        row(labels("sign_in.counted"), [count]),
        row(labels("sign_in.met"), [boxes((yes, no), labels, met)]),
    )


def _open(labels: Labels) -> str:
    return labels("sign_in.people_blank")


def _count(people: Sequence[ParticipantView], labels: Labels) -> str:
    return labels("sign_in.people", count=len(people))


def _named(people: Sequence[ParticipantView], papers: MeetingPapers, labels: Labels) -> str:
    """Return who did not come, with the reason that the office noted."""
    if not people:
        return _count(people, labels)
    notes = {one.participant_id: one.note for one in papers.participant_notes}
    names = [
        labels("common.person", name=one.name, details=notes[one.id])
        if one.id in notes
        else one.name or labels("common.missing")
        for one in people
    ]
    return labels("sign_in.people_named", count=len(people), names="、".join(names))
