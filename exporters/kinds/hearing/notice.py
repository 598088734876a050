"""The notice to each participant of a hearing (听证通知书), with the receipt of its service (送达回证).

One document with a notice and a receipt for everybody who is to be told: the parties, their
representatives and others who take part (人民检察院审查案件听证工作规定 arts. 6, 10). A minor is named only
to the minor's own side.
"""

from collections.abc import Iterator

from exporters.document import Block, Document, Form, FormRow, Paragraph, ParagraphStyle
from exporters.kinds.assembly import (
    BuildOptions,
    Official,
    assemble_official,
    official_head,
    sign_off,
    title_of,
)
from exporters.kinds.by_hand import SIGN_MM, boxes, to_sign, to_write
from exporters.kinds.hearing.common import Parts, case_names, listed, openness_words, page_head
from exporters.kinds.hearing.people import (
    for_participant,
    names,
    notice_to,
    officers,
    told,
)
from exporters.kinds.kind import is_held
from exporters.kinds.parts import filled, paragraph, place_words, row, time_words
from exporters.labels import Labels
from models.papers import MeetingPapers, NoticeView
from models.snapshot import ParticipantView
from models.vocabulary import Role


def exists(papers: MeetingPapers) -> bool:
    """Say whether anybody is to be told of the hearing."""
    return bool(told(papers.meeting)) and is_held(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the notices of a hearing, each with its receipt."""
    people = told(papers.meeting)
    words = f"{papers.meeting.host or ''}{title_of('hearing_notice', options, labels)}"
    blocks: list[Block] = []
    for number, person in enumerate(people):
        if number:
            blocks += official_head(words, "", papers.meeting.number or "", starts_page=True)
            blocks.append(_addressee(person, labels))
        blocks += _notice(papers, person, options, labels)
        blocks += _receipt(papers, person, options, labels)
    first = _addressee(people[0], labels).text if people else ""
    return assemble_official(
        papers.meeting,
        Official(
            title=words,
            statement=labels("statement.hearing"),
            number=papers.meeting.number or "",
            addressee=first,
        ),
        body=blocks,
        options=options,
        labels=labels,
    )


def _addressee(person: ParticipantView, labels: Labels) -> Paragraph:
    name = person.name or labels("common.missing")
    words = labels("hearing_notice.addressee", name=name)
    return paragraph(words, ParagraphStyle.ADDRESSEE, labels("hearing_notice.title"))


def _notice(
    papers: MeetingPapers, person: ParticipantView, options: BuildOptions, labels: Labels
) -> Iterator[Block]:
    """Yield what one participant is told, as far as they may read it."""
    shown = for_participant(papers, person)
    place = labels("hearing_notice.title")
    causes = "、".join(case.cause for case in shown.meeting.cases if case.cause)
    lead = labels(
        "hearing_notice.lead",
        case=case_names(shown.meeting, labels),
        cause=causes or labels("common.missing"),
    )
    yield paragraph(lead, ParagraphStyle.BODY, place)
    yield from _parts(shown, options, labels)
    yield paragraph(labels("hearing_notice.end"), ParagraphStyle.BODY, place)
    office = papers.meeting.host or labels("common.missing")
    yield from sign_off(office, _day(papers, person, labels))


def _parts(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> list[Block]:
    meeting = papers.meeting
    parts = Parts(labels)
    parts.add(labels("hearing_notice.when"), _when(papers, labels))
    people = (
        ("chair", meeting.holding((Role.CHAIR,))),
        ("recorder", meeting.holding((Role.RECORDER,))),
        ("officers", officers(papers)),
    )
    acting = [labels(f"hearing_notice.{key}", value=names(who, labels)) for key, who in people]
    parts.add(labels("hearing_notice.people"), acting)
    parts.add(labels("hearing_notice.rights"), listed("hearing_notice.right", labels))
    parts.add(labels("hearing_notice.duties"), listed("hearing_notice.duty", labels))
    parts.add(labels("hearing_notice.absence"), [_absence(papers, options, labels)])
    parts.add(labels("hearing_notice.bring"), [labels("hearing_notice.bring_text")])
    contact = labels("hearing_paper.contact")
    return [*parts.blocks, paragraph(contact, ParagraphStyle.BODY, labels("hearing_notice.title"))]


def _when(papers: MeetingPapers, labels: Labels) -> list[str]:
    meeting = papers.meeting
    given = (
        ("time", time_words(meeting.schedule.held_from, labels)),
        ("place", place_words(meeting, labels)),
        ("openness", openness_words(meeting, labels, None)),
    )
    missing = labels("common.missing")
    return [labels(f"hearing_notice.{key}", value=value or missing) for key, value in given]


def _absence(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> str:
    """Return what follows from being absent, by what the profile cites or the line of work."""
    cited = "".join((*options.rules.cites, options.rules.source))
    lines = "".join(one.line_of_work or "" for one in papers.case_details)
    rules = labels.words["hearing_notice"]["absent"].values()
    rule = next(
        one for one in rules if (one["cites"] and one["cites"] in cited) or one["line"] in lines
    )
    if not rule["source"]:
        return str(rule["words"])
    return labels("hearing_notice.absence_source", words=rule["words"], source=rule["source"])


def _day(papers: MeetingPapers, person: ParticipantView, labels: Labels) -> str:
    notice = notice_to(papers, person) or NoticeView()
    day = notice.at or papers.notice_times.notice_at
    return time_words((day or "").partition("T")[0], labels) or labels("by_hand.day")


def _receipt(
    papers: MeetingPapers, person: ParticipantView, options: BuildOptions, labels: Labels
) -> tuple[Block, ...]:
    """Return the receipt on a page of its own; who it was served on and how signs it by hand."""
    words = labels("receipt.title")
    return page_head(words), Form(tuple(_receipt_rows(papers, person, options, labels)))


def _receipt_rows(
    papers: MeetingPapers, person: ParticipantView, options: BuildOptions, labels: Labels
) -> Iterator[FormRow]:
    notice = notice_to(papers, person) or NoticeView()
    paper = title_of("hearing_notice", options, labels)
    shown = for_participant(papers, person).meeting
    yield row(labels("receipt.paper"), filter(None, (paper, papers.meeting.number)))
    yield row(labels("receipt.case"), [case_names(shown, labels)])
    yield filled(labels("receipt.to"), [person.name], labels)
    yield to_write(labels("receipt.place"))
    ways = labels.words["receipt"]["ways"].values()
    yield to_write(labels("receipt.way"), notice.way or boxes(ways, labels))
    yield to_write(labels("receipt.at"), time_words(notice.at, labels))
    yield to_sign(labels("receipt.received"), (), labels)
    yield to_sign(labels("receipt.instead"), (), labels)
    yield to_sign(labels("receipt.refused"), (), labels)
    yield to_sign(labels("receipt.server"), (), labels, least_mm=SIGN_MM)
    yield to_write(labels("receipt.remark"), least_mm=20.0)
