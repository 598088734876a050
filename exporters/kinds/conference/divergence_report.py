"""The head of department's report of divergence to the chief prosecutor (分歧情况报告).

After 人民检察院民事诉讼监督规则 (2021) art. 49. A paper of its own beside the record, which holds no
word of it.
"""

from exporters.document import Document, Form, FormRow
from exporters.kinds.assembly import BuildOptions, OwnPaper, Wording, assemble
from exporters.kinds.parts import case_words, filled, held, optional, place_words, row, time_words
from exporters.labels import Labels
from models.papers import DivergenceReportView, MeetingPapers


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the report of a conference that has one."""
    report = papers.divergence or DivergenceReportView()
    return assemble(
        papers.meeting,
        Wording(
            kind="divergence_report",
            title=options.rules.titles.get("divergence_report")
            or labels("divergence_report.title"),
            statement=labels("statement.conference"),
            own=OwnPaper(report.by or labels("common.missing"), signed=bool(report.signed_at)),
        ),
        body=(Form(tuple(_rows(papers, report, labels))),),
        options=options,
        labels=labels,
    )


def _rows(papers: MeetingPapers, report: DivergenceReportView, labels: Labels) -> list[FormRow]:
    meeting = papers.meeting
    chief = labels("common.list_separator").join(
        filter(None, (report.chief, time_words(report.chief_at, labels)))
    )
    return [
        filled(labels("divergence_report.by"), [report.by], labels),
        filled(labels("divergence_report.at"), [time_words(report.at, labels)], labels),
        filled(
            labels("divergence_report.case"),
            [case_words(case, labels) for case in meeting.cases],
            labels,
        ),
        filled(labels("divergence_report.meeting"), [meeting.title or meeting.number], labels),
        *optional(labels("divergence_report.time"), [held(meeting, labels)]),
        *optional(labels("divergence_report.place"), [place_words(meeting, labels)]),
        filled(labels("divergence_report.basis"), [report.basis], labels),
        filled(labels("divergence_report.content"), [report.content], labels),
        row(labels("divergence_report.chief"), [chief or labels("common.missing")]),
    ]
