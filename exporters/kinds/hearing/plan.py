"""The plan of a hearing with its approval (听证方案审批表).

What is to be decided before a hearing, in one form, and the chief prosecutor's approval at its end
(人民检察院审查案件听证工作规定 arts. 4, 5, 7, 9, 10, 12).
"""

from collections.abc import Iterator

from exporters.document import Block, Cell, Document, Form, FormRow, ParagraphStyle, Table
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import boxes, pair, to_sign, to_write
from exporters.kinds.hearing.common import openness_words
from exporters.kinds.hearing.people import HANDLERS, TOLD, handlers, officers
from exporters.kinds.parts import (
    case_words,
    cell,
    centred,
    filled,
    held,
    numbered,
    paragraph,
    person_words,
    place_words,
    role_label,
    row,
    time_words,
)
from exporters.labels import Labels
from models.agenda_plan import planned
from models.hearing_papers import HearingApprovalView
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import Role

_OFFICERS_MM = (
    ("number", 12.0),
    ("name", 22.0),
    ("status", 44.0),
    ("source", 22.0),
    ("interest", 30.0),
    ("fit", 26.0),
)
_OFFICER_ROW_MM = 9.0
_APPROVAL_MM = 26.0
_SPARE_OFFICERS = 3  # the least number of officers (art. 7)
_STEPS = range(1, 8)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the plan of a hearing; what nobody entered is left open to be written."""
    approval = papers.approval or HearingApprovalView()
    return assemble_pages(
        papers.meeting,
        form_wording(
            "hearing_plan", papers.meeting, options, labels, maker=handlers(papers.meeting, labels)
        ),
        pages=(
            (
                Form(tuple(_matter(papers.meeting, approval, labels))),
                *_officers(papers, labels),
                Form(tuple(_arrangements(papers.meeting, approval, labels))),
            ),
        ),
        options=options,
        labels=labels,
    )


def _matter(
    meeting: MeetingSnapshot, approval: HearingApprovalView, labels: Labels
) -> Iterator[FormRow]:
    cases = [case_words(case, labels) for case in meeting.cases]
    openness = openness_words(meeting, labels, approval.open_reason or meeting.open_reason)
    yield filled(labels("hearing_plan.case"), cases, labels)
    yield filled(labels("hearing_plan.basis"), [approval.basis], labels)
    start = (labels("hearing_plan.own_motion"), labels("hearing_plan.on_application"))
    yield to_write(labels("hearing_plan.start"), boxes(start, labels))
    yield pair(
        to_write(labels("hearing_plan.applicant")), to_write(labels("hearing_plan.answered"))
    )
    yield filled(labels("hearing_plan.openness"), [openness], labels)
    questions = numbered(meeting.questions, labels)
    yield filled(labels("hearing_plan.questions"), questions, labels)
    yield filled(labels("hearing_plan.time"), [held(meeting, labels)], labels)
    yield filled(labels("hearing_plan.place"), _place(meeting, labels), labels)
    for key, roles in (
        ("chair", (Role.CHAIR,)),
        ("handler", HANDLERS),
        ("recorder", (Role.RECORDER,)),
    ):
        yield filled(labels(f"hearing_plan.{key}"), _people(meeting, roles, labels), labels)
    keepers, interpreters = (
        to_write(labels(f"hearing_plan.{key}"), *_people(meeting, (role,), labels))
        for key, role in (("order_keeper", Role.ORDER_KEEPER), ("interpreter", Role.INTERPRETER))
    )
    yield pair(keepers, interpreters)


def _place(meeting: MeetingSnapshot, labels: Labels) -> list[str]:
    """Return the place, and the approval it needs where it is no hearing room (art. 12)."""
    place = place_words(meeting, labels)
    if labels("hearing_plan.room") in place:
        return [place]
    return [place, labels("hearing_plan.elsewhere")] if place else []


def _people(meeting: MeetingSnapshot, roles: tuple[Role, ...], labels: Labels) -> list[str]:
    """Return who holds one of the roles; who holds another than the first says so."""
    return [
        _with_role(person, labels) if person.role in roles[1:] else person_words(person, labels)
        for person in meeting.holding(roles)
    ]


def _with_role(person: ParticipantView, labels: Labels) -> str:
    role = role_label(person.role, labels)
    return labels("common.party", role=role, name=person_words(person, labels))


def _officers(papers: MeetingPapers, labels: Labels) -> tuple[Block, ...]:
    """Return the officers with room to note where they come from, and that they may be one."""
    heading = labels("hearing_plan.officers")
    rows = [_officer(n, one, labels) for n, one in enumerate(officers(papers), 1)]
    empty = (((),) * len(_OFFICERS_MM),) * (0 if rows else _SPARE_OFFICERS)
    return (
        paragraph(heading, ParagraphStyle.HEADING, heading),
        Table(
            tuple(width for _, width in _OFFICERS_MM),
            (*rows, *empty),
            tuple(labels(f"hearing_plan.officer_{name}") for name, _ in _OFFICERS_MM),
            least_mm=_OFFICER_ROW_MM,
        ),
    )


def _officer(number: int, person: ParticipantView, labels: Labels) -> tuple[Cell, ...]:
    place = labels("hearing_plan.officers")
    return (
        centred(str(number), place),
        centred(person.name or labels("common.missing"), place),
        cell(f"{person.organ or ''}{person.post or ''}", place),
        (),
        cell(labels("hearing_plan.no_interest"), place),
        cell(labels("hearing_plan.fit"), place),
    )


def _arrangements(
    meeting: MeetingSnapshot, approval: HearingApprovalView, labels: Labels
) -> Iterator[FormRow]:
    supervisors = _people(meeting, (Role.PEOPLES_SUPERVISOR,), labels)
    yield to_write(
        labels("hearing_plan.supervisors"),
        *(supervisors or [labels("hearing_plan.no_supervisors")]),
    )
    people = [_with_role(person, labels) for person in meeting.holding(TOLD)]
    yield filled(labels("hearing_plan.participants"), people, labels)
    yield row(labels("hearing_plan.steps"), _steps(meeting, labels))
    yield to_write(labels("hearing_plan.broadcast"), *_broadcast(approval, labels))
    yield to_write(labels("hearing_plan.emergency"))
    kinds = [
        labels(f"hearing_plan.{key}")
        for key in ("state_secret", "trade_secret", "privacy", "minor")
    ]
    yield to_write(labels("hearing_plan.secrecy"), boxes(kinds, labels), least_mm=18.0)
    yield to_write(labels("hearing_plan.costs"))
    approved = _approved(approval, labels)
    yield to_sign(labels("hearing_plan.approval"), approved, labels, least_mm=_APPROVAL_MM)


def _steps(meeting: MeetingSnapshot, labels: Labels) -> list[str]:
    """Return the agenda with its minutes, or the seven steps (art. 15) with room for theirs."""
    if not meeting.agenda:
        return [
            labels(
                "hearing_plan.step_open",
                text=labels(
                    "common.numbered",
                    number=number,
                    text=labels(f"hearing_run_sheet.steps.{number}"),
                ),
            )
            for number in _STEPS
        ]
    return [
        _step(one.number, one.item.title, one.item.planned_minutes, labels)
        for one in planned(meeting.agenda, None)
    ]


def _step(number: str, words: str, minutes: int | None, labels: Labels) -> str:
    text = labels("common.numbered", number=number, text=words)
    if minutes is None:
        return labels("hearing_plan.step_open", text=text)
    return labels("hearing_plan.step", text=text, minutes=minutes)


def _broadcast(approval: HearingApprovalView, labels: Labels) -> list[str]:
    """Return what was decided on a broadcast, or what can be (art. 19)."""
    none, live, recorded = (
        labels(f"hearing_plan.broadcast_{key}") for key in ("none", "live", "recorded")
    )
    if approval.broadcast_approved is None:
        return [
            boxes((none, live, recorded), labels),
            labels("hearing_plan.broadcast_approval"),
        ]
    if not approval.broadcast_approved:
        return [none]
    channel = approval.broadcast_channel or labels("hearing_plan.broadcast")
    at = time_words(approval.broadcast_at, labels)
    key = "broadcast_given_at" if at else "broadcast_given"
    return [labels(f"hearing_plan.{key}", channel=channel, at=at)]


def _approved(approval: HearingApprovalView, labels: Labels) -> Iterator[str]:
    if approval.by:
        yield labels("hearing_plan.approved", by=approval.by)
    if approval.at:
        yield labels("hearing_plan.approved_at", at=time_words(approval.at, labels))
