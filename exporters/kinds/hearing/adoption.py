"""Whether the officers' opinion is adopted, with its approval and what was fed back (听证意见采纳情况审批表).

Not to follow the officers' majority needs the chief prosecutor's consent; the officers are told the
decision and its reasons (人民检察院审查案件听证工作规定 arts. 16, 17).
"""

from collections.abc import Iterator

from exporters.document import Document, Form, FormRow
from exporters.kinds.assembly import BuildOptions, assemble, form_wording
from exporters.kinds.by_hand import boxes, pair, to_sign, to_write
from exporters.kinds.hearing.people import handlers
from exporters.kinds.kind import took_place
from exporters.kinds.parts import case_words, filled, held, time_words
from exporters.labels import Labels
from models.hearing_papers import DeliberationView, HearingDecisionView
from models.papers import MeetingPapers
from models.vocabulary import Role

_WORDS_MM = 18.0


def exists(papers: MeetingPapers) -> bool:
    """Say whether anything was decided after the hearing."""
    return papers.decision is not None and took_place(papers)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the approval sheet, with room for what nobody entered."""
    decision = papers.decision or HearingDecisionView()
    signed = bool(decision.signed_at)
    return assemble(
        papers.meeting,
        form_wording(
            "adoption",
            papers.meeting,
            options,
            labels,
            maker=handlers(papers.meeting, labels),
            signed=signed,
        ),
        body=(
            Form((*_heard(papers, labels), *_decided(decision, labels), *_told(papers, labels))),
        ),
        options=options,
        labels=labels,
    )


def _heard(papers: MeetingPapers, labels: Labels) -> Iterator[FormRow]:
    meeting = papers.meeting
    majority = (papers.deliberation or DeliberationView()).majority
    cases = [case_words(case, labels) for case in meeting.cases]
    yield filled(labels("adoption.case"), cases, labels)
    yield filled(labels("adoption.hearing"), [meeting.title], labels)
    yield filled(labels("adoption.time"), [held(meeting, labels)], labels)
    yield to_write(labels("adoption.majority"), majority or "", least_mm=_WORDS_MM)


def _decided(decision: HearingDecisionView, labels: Labels) -> Iterator[FormRow]:
    choices = [labels(f"adoption.choice_{key}") for key in ("adopted", "partly", "not")]
    consent = time_words(decision.consent_at, labels)
    approval = (
        labels("adoption.decided_by", by=decision.by) if decision.by else "",
        labels("adoption.consent_at", at=consent) if consent else "",
    )
    yield to_write(labels("adoption.proposal"), decision.detail or "", least_mm=_WORDS_MM)
    adopted = decision.adopted or boxes(choices, labels)
    yield to_write(labels("adoption.adopted"), adopted)
    yield to_write(labels("adoption.reasons"), least_mm=_WORDS_MM)
    yield to_sign(labels("adoption.approval"), approval, labels)
    yield pair(
        to_write(labels("adoption.decision_number")),
        to_write(labels("adoption.decision_at"), time_words(decision.at, labels)),
    )


def _told(papers: MeetingPapers, labels: Labels) -> Iterator[FormRow]:
    decision = papers.decision or HearingDecisionView()
    at = time_words(decision.told_officers, labels)
    told = labels("adoption.told", value=at) if at else labels("adoption.told_way")
    content = labels("adoption.told_content")
    yield to_write(labels("adoption.told_officers"), told, content, least_mm=_WORDS_MM)
    replies = [
        words
        for one in papers.supervisor_feedback
        for words in (
            labels(
                "adoption.reply",
                name=one.name or labels("common.missing"),
                opinion=one.opinion or labels("common.missing"),
            ),
            labels("adoption.answer", reply=one.reply or ""),
        )
    ]
    if replies or papers.meeting.holding((Role.PEOPLES_SUPERVISOR,)):
        yield to_write(labels("adoption.told_supervisors"), *replies, least_mm=_WORDS_MM)
