"""Whatever a case file holds, it can be masked and excerpted, and says nothing that it should not."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from models.excerpts import excerpt
from models.masking import masked
from models.masks import name_key
from models.papers import PaperVersion
from tests.models.any_case_files import documents
from tests.models.case_files import Document
from tests.models.masked_papers import papers_from, strings


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_papers_can_be_masked(document: Document) -> None:
    papers = papers_from(document)

    done = masked(papers)

    meeting = done.papers.meeting
    assert done.papers.version == PaperVersion(masked=True)
    assert [line.id for line in meeting.lines] == [line.id for line in papers.meeting.lines]
    left = [name_key(text) for text in strings(replace(meeting, participants=()).lines)]
    kept = {name_key(person.name or "") for person in meeting.participants}
    for one in done.names:
        key = name_key(one.name)
        longer = [name for name in kept if key in name and key != name]
        assert longer or not [text for text in left if key in text]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=documents())
def test_any_papers_can_be_excerpted(document: Document) -> None:
    papers = papers_from(document)
    for case in papers.meeting.cases:
        done = excerpt(papers, case.id).papers

        assert done.meeting.cases == (case,)
        assert sum(line.omitted or 1 for line in done.meeting.lines) == len(papers.meeting.lines)
        assert done.version.excerpt is not None
