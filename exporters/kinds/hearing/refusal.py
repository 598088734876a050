"""The answer to somebody whose application for a hearing was refused (不予听证答复).

It gives the reasons (人民检察院审查案件听证工作规定 art. 9), which are written by hand: the database knows
only that the application was refused.
"""

from exporters.document import Document, Form, ParagraphStyle
from exporters.kinds.assembly import BuildOptions, Official, assemble_official, title_of
from exporters.kinds.by_hand import to_write
from exporters.kinds.hearing.common import case_names
from exporters.kinds.hearing.people import for_participants
from exporters.kinds.kind import is_held
from exporters.kinds.parts import paragraph
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.vocabulary import Role

_APPLICANTS = (Role.APPLICANT, Role.PETITIONER)
_REASONS_MM = 60.0


def exists(papers: MeetingPapers) -> bool:
    """Say whether an application for the hearing was refused."""
    return not is_held(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the answer, with room for the reasons."""
    meeting = papers.meeting
    people = [one for one in meeting.holding(_APPLICANTS) if one.name]
    applicants = [one.name for one in people if one.name]
    words = title_of("hearing_refusal", options, labels)
    return assemble_official(
        meeting,
        Official(
            title=f"{meeting.host or ''}{words}",
            statement=labels("statement.hearing"),
            number=meeting.number or "",
            addressee=f"{'、'.join(applicants)}："
            if applicants
            else labels("hearing_refusal.applicant"),
            office=meeting.host or labels("common.missing"),
            day=labels("by_hand.day"),
        ),
        body=(
            paragraph(
                labels(
                    "hearing_refusal.lead",
                    case=case_names(for_participants(papers, people).meeting, labels),
                ),
                ParagraphStyle.BODY,
                words,
            ),
            Form(
                (
                    to_write(labels("hearing_refusal.applied")),
                    to_write(labels("hearing_refusal.applied_for")),
                    to_write(labels("hearing_refusal.reasons"), least_mm=_REASONS_MM),
                )
            ),
            paragraph(labels("hearing_refusal.end"), ParagraphStyle.BODY, words),
        ),
        options=options,
        labels=labels,
    )
