"""The letter that invites a hearing officer (听证员邀请函), with declaration and answer.

One document with a letter and a declaration for each officer. The letter names no case and no party:
the officers are told of the case when they are briefed (人民检察院审查案件听证工作规定 arts. 7, 11, 21).
"""

from collections.abc import Iterator

from exporters.document import (
    Block,
    Document,
    Form,
    FormRow,
    Paragraph,
    ParagraphStyle,
    Sheet,
)
from exporters.kinds.assembly import (
    BuildOptions,
    Official,
    assemble_official,
    official_head,
    sign_off,
    title_of,
)
from exporters.kinds.by_hand import box, boxes, pair, to_sign, to_write
from exporters.kinds.hearing.common import Parts, openness_words, page_head
from exporters.kinds.hearing.people import for_everybody, officers
from exporters.kinds.kind import is_held
from exporters.kinds.parts import filled, numbered, paragraph, place_words, row, time_words
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import ParticipantView
from models.vocabulary import Role

_SIGN_MM = 16.0


def exists(papers: MeetingPapers) -> bool:
    """Say whether anybody is to be a hearing officer."""
    return bool(officers(papers)) and is_held(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the letters to the officers, each with its declaration."""
    shown = for_everybody(papers)
    words = title_of("officer_invitation", options, labels)
    office = papers.meeting.host or labels("common.missing")
    people = officers(papers)
    blocks: list[Block] = []
    for number, person in enumerate(people):
        if number:
            blocks += official_head(words, office, papers.meeting.number or "", starts_page=True)
            blocks.append(_addressee(person, labels))
        blocks += _letter(shown, labels)
        blocks += sign_off(office, _day(papers, labels))
        blocks += _declaration(person, labels)
    return assemble_official(
        papers.meeting,
        Official(
            title=words,
            statement=labels("statement.hearing"),
            sheet=Sheet.LETTER,
            issuer=office,
            number=papers.meeting.number or "",
            addressee=_addressee(people[0], labels).text if people else "",
        ),
        body=blocks,
        options=options,
        labels=labels,
    )


def _addressee(person: ParticipantView, labels: Labels) -> Paragraph:
    words = labels("hearing_notice.addressee", name=person.name or labels("common.missing"))
    return paragraph(words, ParagraphStyle.ADDRESSEE, labels("officer_invitation.title"))


def _day(papers: MeetingPapers, labels: Labels) -> str:
    noted = (one.at for one in papers.notices if Role.HEARING_OFFICER in (one.to or ""))
    day = next(noted, None) or papers.notice_times.notice_at
    return time_words((day or "").partition("T")[0], labels) or labels("by_hand.day")


def _letter(papers: MeetingPapers, labels: Labels) -> Iterator[Block]:
    meeting, place = papers.meeting, labels("officer_invitation.title")
    lines = dict.fromkeys(one.line_of_work for one in papers.case_details if one.line_of_work)
    key = "lead" if lines else "lead_open"
    yield paragraph(
        labels(f"officer_invitation.{key}", line="、".join(lines)), ParagraphStyle.BODY, place
    )
    parts = Parts(labels)
    given = (
        ("time", time_words(meeting.schedule.held_from, labels)),
        ("place", place_words(meeting, labels)),
        ("openness", openness_words(meeting, labels, None)),
    )
    missing = labels("common.missing")
    when = [labels(f"officer_invitation.{one}", value=value or missing) for one, value in given]
    questions = numbered(meeting.questions, labels) if meeting.questions else []
    later = [labels("officer_invitation.questions_later")]
    parts.add(labels("officer_invitation.when"), when)
    parts.add(labels("officer_invitation.questions"), questions or later)
    parts.add(labels("officer_invitation.rights"), [labels("officer_invitation.right")])
    parts.add(labels("officer_invitation.secret"), [labels("officer_invitation.secret_text")])
    parts.add(labels("officer_invitation.costs"), [labels("officer_invitation.costs_text")])
    yield from parts.blocks
    yield paragraph(labels("officer_invitation.reply"), ParagraphStyle.BODY, place)
    yield paragraph(labels("officer_invitation.end"), ParagraphStyle.BODY, place)


def _declaration(person: ParticipantView, labels: Labels) -> Iterator[Block]:
    """Yield what the officer declares and answers, on a page of its own."""
    yield page_head(labels("officer_invitation.declaration"))
    yield Form(
        (
            filled(labels("officer_invitation.name"), [person.name], labels),
            *(_ticks(key, labels) for key in ("fit", "excluded", "interest")),
            row(labels("officer_invitation.promise"), [labels("officer_invitation.promise_text")]),
            to_sign(labels("officer_invitation.signed"), (), labels, least_mm=_SIGN_MM),
        )
    )
    yield paragraph(
        labels("officer_invitation.receipt"),
        ParagraphStyle.HEADING,
        labels("officer_invitation.receipt"),
    )
    coming = (labels("officer_invitation.coming"), labels("officer_invitation.not_coming"))
    yield Form(
        (
            to_write(labels("officer_invitation.answer"), boxes(coming, labels)),
            pair(
                to_write(labels("officer_invitation.phone")),
                to_write(labels("officer_invitation.travel")),
            ),
            to_sign(labels("officer_invitation.answered"), (), labels, least_mm=_SIGN_MM),
        )
    )


_LISTS = {"fit": "fits", "excluded": "excludes", "interest": "interests"}


def _ticks(key: str, labels: Labels) -> FormRow:
    """Return a list to tick, a line for each."""
    texts = labels.words["officer_invitation"][_LISTS[key]].values()
    return row(labels(f"officer_invitation.{key}"), [box(text, labels) for text in texts])
