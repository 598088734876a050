"""The public notice of an open hearing (听证公告).

After 人民检察院审查案件听证工作规定 arts. 10 and 19. Parties and minors are masked; a closed hearing has no
such notice.
"""

from exporters.document import Block, Document, ParagraphStyle
from exporters.kinds.assembly import BuildOptions, Official, assemble_official, title_of
from exporters.kinds.hearing.common import Parts, case_names, listed
from exporters.kinds.hearing.people import for_everybody
from exporters.kinds.kind import is_held
from exporters.kinds.parts import held, paragraph, place_words, time_words
from exporters.labels import Labels
from models.papers import MeetingPapers


def exists(papers: MeetingPapers) -> bool:
    """Say whether the hearing is open, and held."""
    return papers.meeting.open is True and is_held(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the public notice, in which no party is named."""
    shown = for_everybody(papers)
    office = shown.meeting.host or ""
    words = title_of("public_notice", options, labels)
    return assemble_official(
        shown.meeting,
        Official(
            title=f"{office}{words}",
            statement=labels("statement.hearing"),
            number=shown.meeting.number or "",
            office=office or labels("common.missing"),
            day=_day(shown, labels),
        ),
        body=_body(shown, labels),
        options=options,
        labels=labels,
    )


def _day(papers: MeetingPapers, labels: Labels) -> str:
    return time_words(papers.notice_times.public_notice_at, labels) or labels("by_hand.day")


def _body(papers: MeetingPapers, labels: Labels) -> list[Block]:
    meeting, missing = papers.meeting, labels("common.missing")
    parts = Parts(labels)
    parts.add(labels("public_notice.time"), [held(meeting, labels) or missing])
    parts.add(labels("public_notice.place"), [place_words(meeting, labels) or missing])
    parts.add(labels("public_notice.way"), [_way(papers, labels), _observers(papers, labels)])
    parts.add(labels("public_notice.notes"), listed("public_notice.rules", labels))
    lead = labels("public_notice.lead", case=case_names(meeting, labels))
    return [
        paragraph(lead, ParagraphStyle.BODY, labels("public_notice.title")),
        *parts.blocks,
        paragraph(labels("public_notice.end"), ParagraphStyle.BODY),
        paragraph(labels("hearing_paper.contact"), ParagraphStyle.BODY),
    ]


def _way(papers: MeetingPapers, labels: Labels) -> str:
    approval = papers.approval
    if approval is None or not approval.broadcast_approved:
        return labels("public_notice.open")
    channel = approval.broadcast_channel or labels("public_notice.channel")
    return labels("public_notice.broadcast", channel=channel)


def _observers(papers: MeetingPapers, labels: Labels) -> str:
    deadline = time_words(papers.notice_times.observer_deadline, labels)
    return labels("public_notice.observers", deadline=deadline or labels("by_hand.day"))
