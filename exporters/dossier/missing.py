"""What a dossier would lack if it were made now."""

from collections.abc import Iterator

from exporters.file_names import without_minors
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from models.archive_gaps import Missing, MissingKind
from models.papers import MeetingPapers


def missing(papers: MeetingPapers) -> tuple[Missing, ...]:
    """Return what an archive would ask for: papers, signatures, attachments, code and period."""
    return (*_papers(papers), *_unsigned(papers), *_attachments(papers), *_archive_data(papers))


def _papers(papers: MeetingPapers) -> Iterator[Missing]:
    """Give the papers that the state of the meeting demands and that are not there."""
    for kind in KINDS.values():
        of_meeting = kind.meeting is papers.meeting.kind
        if of_meeting and kind.demanded(papers) and not kind.is_due(papers):
            yield Missing(MissingKind.PAPER, kind.short_name)


def _unsigned(papers: MeetingPapers) -> Iterator[Missing]:
    for name in kinds_due(papers):
        if not KINDS[name].filing(papers).signed:
            yield Missing(MissingKind.UNSIGNED, KINDS[name].short_name)
    labels = load_labels()
    for sheet in papers.meeting.correction_sheets:
        if not sheet.signed_at:
            number = labels("correction.number", number=sheet.number) if sheet.number else ""
            yield Missing(MissingKind.UNSIGNED, f"{labels('correction.title')}{number}")


def _attachments(papers: MeetingPapers) -> Iterator[Missing]:
    for one in papers.meeting.attachments:
        if not one.here:
            name = without_minors(papers.meeting, one.name, load_labels()("dossier.somebody"))
            yield Missing(MissingKind.ATTACHMENT, name)


def _archive_data(papers: MeetingPapers) -> Iterator[Missing]:
    if not papers.meeting.archival_code:
        yield Missing(MissingKind.CODE)
    if not (papers.archive and papers.archive.period):
        yield Missing(MissingKind.PERIOD)
