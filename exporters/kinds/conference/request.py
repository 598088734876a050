"""The request for a joint conference and its approval (提请审批表).

The handling prosecutor asks, the head of department reviews, the chief in charge may be asked. What
stands in the database is printed; opinions and signatures are written by hand. The reasons to tick
are data with their source (``resources/requests``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import resources
from exporters.document import Document, Form, FormRow
from exporters.kinds.annexes import SPECIALISTS
from exporters.kinds.assembly import BuildOptions, assemble_pages, form_wording
from exporters.kinds.by_hand import (
    UNDECIDED,
    box,
    boxes,
    day_words,
    no_or_yes,
    pair,
    signed,
    to_sign,
    to_write,
)
from exporters.kinds.parts import filled, numbered, party_words, row, speaker_words, time_words
from exporters.labels import Labels
from models.civil_time import day_of
from models.papers import MeetingPapers, RequestView
from models.vocabulary import Role, Scope

_SUMMARY_MM = 30.0
_OPINION_MM = 26.0
_REMARKS_MM = 10.0
_LIST_MM = 20.0  # keeps a list of reasons together
_STAFF = frozenset({Role.HANDLER, Role.RECORDER, Role.INTERPRETER, Role.RECUSED, *SPECIALISTS})
_DENIED = re.compile(f"[不无已曾]|未(?!成年|遂)|非(?!法)|{UNDECIDED}")
"""What before a word in its clause says that it is not so, no more so, or not yet decided."""

_AGREED = re.compile("同意(?:$|[，。；,;]|召开|提请|跨部门|跨院)")
_REDIRECTED = re.compile("(?<![不必需用])(?:转(?!报)|改)[^，。；,;]{0,10}(?:跨部门|跨院|召开)")
"""To whom a request is passed on; handing it up to the chief (转报) is none."""


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the request of a conference that has one."""
    request = papers.request or RequestView()
    maker = request.by or labels("common.missing")
    form = Form(
        (
            *_case(papers, request, labels),
            *_reasons(request, labels),
            *_meeting(papers, labels),
            *_opinions(request, options.rules.approval_days, labels),
        )
    )
    return assemble_pages(
        papers.meeting,
        form_wording("request", papers.meeting, options, labels, maker=maker),
        pages=((form,),),
        options=options,
        labels=labels,
    )


def _case(papers: MeetingPapers, request: RequestView, labels: Labels) -> Iterator[FormRow]:
    cases, details = papers.meeting.cases, papers.case_details
    ends = [time_words(one.time_limit_end, labels) for one in details]
    yield filled(labels("request.case"), [case.name for case in cases], labels)
    yield pair(
        filled(labels("request.case_no"), [case.case_no for case in cases], labels),
        row(labels("request.system_no"), [case.system_no for case in cases if case.system_no]),
    )
    parties = [words for case in cases for words in party_words(case, labels)]
    yield row(labels("request.parties"), ["、".join(parties)] if parties else [])
    yield filled(labels("request.cause"), [case.cause for case in cases], labels)
    yield pair(
        row(labels("request.stage"), [one.stage for one in details if one.stage]),
        row(labels("request.time_limit"), [end for end in ends if end]),
    )
    handlers = papers.meeting.holding((Role.HANDLER,))
    yield filled(
        labels("request.handler"),
        [speaker_words(one, labels) for one in handlers],
        labels,
    )
    summary = filled(labels("request.summary"), [one.summary for one in details], labels)
    yield replace(summary, least_mm=_SUMMARY_MM if len(details) < 2 else 0.0)
    yield filled(labels("request.issues"), numbered(request.issues, labels), labels)
    yield filled(labels("request.handler_view"), [request.handler_view], labels)


def _reasons(request: RequestView, labels: Labels) -> Iterator[FormRow]:
    """Yield the two lists of reasons; those entered are ticked, and stand below in their words."""
    lists: Mapping[str, Any] = resources.toml("requests/conference.toml")
    must = row(labels("request.must"), _boxes(lists["must"], request.reasons, labels))
    yield replace(must, least_mm=_LIST_MM)
    entered = labels("common.list_separator").join(request.reasons) or labels("common.missing")
    boxes = _boxes(lists["may"], request.reasons, labels)
    may = row(labels("request.may"), [*boxes, labels("request.other", text=entered)])
    yield replace(may, least_mm=_LIST_MM)


def _boxes(items: Sequence[Mapping[str, Any]], reasons: Sequence[str], labels: Labels) -> list[str]:
    return [
        box(
            item["text"],
            labels,
            chosen=any(_says(reason, word) for word in item["words"] for reason in reasons),
        )
        for item in items
    ]


def _says(reason: str, word: str) -> bool:
    """Say whether a reason has a word, and nothing before it in its clause denies it."""
    clauses = (clause.partition(word) for clause in re.split("[，。；,;]", reason))
    return any(found and not _DENIED.search(before) for before, found, _ in clauses)


def _meeting(papers: MeetingPapers, labels: Labels) -> Iterator[FormRow]:
    meeting = papers.meeting
    yes = labels("request.before_yes")
    yield row(labels("request.before"), [boxes((labels("by_hand.no"), yes), labels)])
    people = [one.name for one in meeting.participants if one.role not in _STAFF and one.name]
    yield row(labels("request.people"), ["、".join(people)] if people else [])
    yield row(labels("request.scope"), [boxes(Scope, labels, meeting.scope)])
    experts = [one for one in meeting.participants if one.role in SPECIALISTS]
    invited = [
        labels(
            "request.expert",
            name=one.name or labels("common.missing"),
            question=one.specialist_question or labels("common.missing"),
        )
        for one in experts
    ]
    asked = no_or_yes(labels, chosen=True if experts else None)
    if not invited:
        asked = labels("by_hand.box_separator").join((asked, labels("request.expert_none")))
    yield row(labels("request.experts"), [asked, *invited])
    yield row(labels("request.secrecy"), list(_secrecy(papers, labels)))


def _secrecy(papers: MeetingPapers, labels: Labels) -> Iterator[str]:
    cases = papers.meeting.cases
    state = any(case.state_secret for case in cases)
    work = any(case.work_secret for case in cases)
    key = "state" if state else "work" if work else ""
    names = [labels(f"request.secrecy_{name}") for name in ("none", "work", "state")]
    yield boxes(names, labels, labels(f"request.secrecy_{key}") if key else None)
    if papers.secrecy:
        yield labels("request.secrecy_mark", text=papers.secrecy.text)


def _opinions(request: RequestView, days: int | None, labels: Labels) -> Iterator[FormRow]:
    name = request.by or labels("common.missing")
    yield signed(row(labels("request.by"), []), labels, name=name, day=request.at)
    yield _head(request, days, labels)
    yield to_sign(labels("request.chief"), [], labels, least_mm=_OPINION_MM)
    yield to_write(labels("request.remarks"), least_mm=_REMARKS_MM)


def _head(request: RequestView, days: int | None, labels: Labels) -> FormRow:
    """Return the head's review: what was entered of it is printed, the rest written by hand."""
    names = [labels(f"request.{key}") for key in ("agree", "disagree", "redirect")]
    texts = [boxes(names, labels, _review(request.approval, names))]
    if request.approval and request.approval not in names:
        texts.append(labels("request.head_reason", text=request.approval))
    received = labels("request.received", day=day_words(None, labels))
    reviewed = labels("request.reviewed", day=day_words(request.approved_at, labels))
    texts.append(labels("by_hand.box_separator").join((received, reviewed)))
    if days is not None:
        late = no_or_yes(labels, chosen=_is_late(request, days))
        texts.append(labels("request.overdue", days=days) + late)
    label = labels("request.head")
    made = to_sign(label, texts, labels, least_mm=_OPINION_MM)
    if not request.approved_by:
        return made
    return signed(made, labels, name=request.approved_by, day=request.approved_at)


def _review(approval: str | None, names: Sequence[str]) -> str | None:
    """Return what the head's words plainly say; None where they do not, or say nothing."""
    agree, disagree, redirect = names
    words = approval or ""
    if words.startswith(disagree):
        return disagree
    if _REDIRECTED.search(words):
        return redirect
    return agree if _AGREED.match(words) else None


def _is_late(request: RequestView, days: int) -> bool | None:
    asked, done = day_of(request.at), day_of(request.approved_at)
    return (done - asked).days > days if asked and done else None
