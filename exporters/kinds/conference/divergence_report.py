"""The head of department's report of divergence to the chief prosecutor (分歧情况报告).

After 人民检察院民事诉讼监督规则 (2021) art. 49. A paper of its own beside the record, which holds no
word of it.
"""

import re
from collections.abc import Iterator

from exporters.document import Document, Form, FormRow
from exporters.kinds.assembly import BuildOptions, OwnPaper, Wording, assemble, title_of
from exporters.kinds.by_hand import UNDECIDED, no_or_yes, pair, signed, to_sign, to_write
from exporters.kinds.opinions import voices
from exporters.kinds.parts import (
    case_words,
    filled,
    held,
    optional,
    place_words,
    row,
    speaker_words,
    time_words,
)
from exporters.labels import Labels
from models.papers import DivergenceReportView, MeetingPapers
from models.snapshot import MeetingSnapshot

_CHIEF_MM = 26.0
_SENT = re.compile("提请.*(?:检察委员会|检委会)")
_OPEN = re.compile(f"[不无未曾]|{UNDECIDED}")  # a clause with these decides nothing


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the report of a conference that has one."""
    report = papers.divergence or DivergenceReportView()
    return assemble(
        papers.meeting,
        Wording(
            kind="divergence_report",
            title=title_of("divergence_report", options, labels),
            statement=labels("statement.conference"),
            own=OwnPaper(report.by or labels("common.missing"), signed=bool(report.signed_at)),
        ),
        body=(Form(tuple(_rows(papers, report, labels))),),
        options=options,
        labels=labels,
    )


def _rows(papers: MeetingPapers, report: DivergenceReportView, labels: Labels) -> list[FormRow]:
    meeting = papers.meeting
    handler = papers.request.handler_view if papers.request else None
    return [
        pair(
            filled(labels("divergence_report.by"), [report.by], labels),
            filled(labels("divergence_report.at"), [time_words(report.at, labels)], labels),
        ),
        filled(
            labels("divergence_report.case"),
            [case_words(case, labels) for case in meeting.cases],
            labels,
        ),
        filled(
            labels("divergence_report.meeting"),
            [meeting.title or meeting.number, held(meeting, labels), place_words(meeting, labels)],
            labels,
        ),
        filled(labels("divergence_report.basis"), [report.basis], labels),
        *optional(labels("divergence_report.handler_view"), [handler]),
        filled(labels("divergence_report.content"), [report.content], labels),
        row(labels("divergence_report.opinions"), list(_opinions(meeting, labels))),
        to_write(labels("divergence_report.asked")),
        _chief(report, labels),
        row(
            labels("divergence_report.committee"), [no_or_yes(labels, chosen=_to_committee(report))]
        ),
    ]


def _opinions(meeting: MeetingSnapshot, labels: Labels) -> Iterator[str]:
    """Yield each opinion with its reasons by person, in the order of speaking."""
    for voice in voices(meeting):
        author = voice.author
        who = speaker_words(author, labels) if author else labels("common.speaker_unknown")
        words = voice.words or labels("common.missing")
        yield labels("divergence_report.opinion", author=who, words=words)
        if voice.opinion.reasons:
            yield labels("remark.reasons", value=voice.opinion.reasons)


def _chief(report: DivergenceReportView, labels: Labels) -> FormRow:
    """Return the chief prosecutor's instruction, or room to write it."""
    made = to_sign(labels("divergence_report.chief"), [report.chief], labels, least_mm=_CHIEF_MM)
    return signed(made, labels, day=report.chief_at)


def _to_committee(report: DivergenceReportView) -> bool | None:
    """Say whether the chief sends the case to the committee; None where that is not plain."""
    clauses = re.split("[，。；,;]", report.chief or "")
    sent = any(_SENT.search(one) and not _OPEN.search(one) for one in clauses)
    return True if sent else None
