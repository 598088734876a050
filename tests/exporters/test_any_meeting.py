"""Whatever a case file holds, its paper says it in both formats, or names what has no glyph."""

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from exporters.document import Document as PaperDocument
from exporters.document import texts
from exporters.text import clean_document
from models.case_file import to_meeting
from models.errors import MissingGlyph
from models.views import snapshot_of
from tests.exporters import docx_files, pdf_files
from tests.exporters.every_paper import ALL_PAPERS
from tests.exporters.meetings import linked, paper
from tests.models.any_case_files import documents
from tests.models.case_files import Document

MEETINGS = 50 if ALL_PAPERS else 10


def _joined(parts: list[str]) -> str:
    return re.sub(r"\s+", "", "".join(parts))


def _pages(document: PaperDocument) -> tuple[list[str], MissingGlyph | None]:
    """Return the text of each page, or the character that stopped it."""
    try:
        pdf = pdf_files.written(document)
    except MissingGlyph as missing:
        return [], missing
    return [_joined([page]) for page in pdf_files.page_texts(pdf)], None


@settings(max_examples=4 * MEETINGS, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_meeting_is_written_whole_in_both_formats(document: Document) -> None:
    meeting = replace(snapshot_of(linked(to_meeting(document))), digest="0123")
    cleaned, _ = clean_document(paper(meeting))
    expected = _joined(texts(cleaned))

    assert _joined(docx_files.texts_inside(docx_files.written(cleaned))) == expected
    pages, missing = _pages(cleaned)
    if missing is not None:
        assert missing.character in "".join([*texts(cleaned), cleaned.frame.header])
        assert missing.place
    for page in pages:
        assert cleaned.frame.statement in page
        assert ("未签名稿" in page) == (cleaned.frame.mark is not None)


@settings(max_examples=2 * MEETINGS, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_no_participant_is_lost_from_any_meeting(document: Document) -> None:
    meeting = replace(snapshot_of(linked(to_meeting(document))), digest="0123")
    printed = texts(paper(replace(meeting, lines=())))

    for person in meeting.participants:
        assert any(text.startswith(person.name or "（未填写）") for text in printed)
