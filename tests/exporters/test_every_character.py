"""Characters no file carries, of every class, in every text field there is, in both formats.

They stand in all fields at once: whatever a paper prints of a field, it prints visibly, and each
is told with its count and place.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import count

import pytest

from exporters.document import Document, texts
from exporters.file_names import stem
from exporters.registry import KINDS
from exporters.text import Replacement, clean_document, mark
from models.papers import MeetingPapers
from tests.exporters import docx_audit, docx_files, pdf_audit, pdf_files
from tests.exporters.every_paper import MEETINGS, every_paper
from tests.exporters.filled import filled
from tests.exporters.meetings import built
from tests.exporters.pdf_files import seen

CLASSES = {
    "control": "\x00\x01\x08\x0e\x1f",
    "delete": "\x7f",
    "second set of controls": "\x80\x9b\x9f",
    "half of a pair": "\ud800\udbff",
    "other half, alone": "\udfff",
    "no character": "\ufdd0\ufdef\ufffe\uffff\U0001ffff\U0010fffe",
    "direction": "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    "soft hyphen": "\xad",
    "joiner": "\u034f\u2060\u2064",
    "filler": "\u115f\u1160\u3164\uffa0",
    "vowel without a look": "\u17b4\u17b5",
    "byte order mark": "\ufeff",
    "annotation": "\ufff9\ufffb",
    "shorthand": "\U0001bca0",
    "music": "\U0001d173\U0001d17a",
    "tag": "\U000e0001\U000e0041\U000e007f",
    "selector that is not assigned": "\U000e01f0",
}
BAD = "".join(CLASSES.values())


@dataclass(frozen=True)
class Told:
    """A paper of which every field was bad, and what was told of it."""

    papers: MeetingPapers
    document: Document
    replaced: tuple[Replacement, ...]


@cache
def bad(name: str) -> tuple[MeetingPapers, frozenset[str]]:
    """Return a meeting whose every text field is bad, and the paths of the fields."""
    numbers, paths = count(1), set()

    def fill(path: str) -> str:
        paths.add(path)
        return f"{next(numbers)}甲{'乙'.join(BAD)}丙"

    return filled(MEETINGS[name](), fill), frozenset(paths)


@cache
def told(kind: str) -> Told:
    name = next(key for key in every_paper() if key.split(" of ")[0] == kind).split(" of ")[1]
    papers, _ = bad(name)
    document, replaced = clean_document(built(kind, papers))
    return Told(papers, document, replaced)


def strings(value: object) -> Iterator[str]:
    """Return every text of a document; the places for messages are not printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from strings(member)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "place":
                yield from strings(getattr(value, field.name))


def marks(parts: Iterable[str]) -> Counter[int]:
    """Return how often the mark of each bad character stands in texts."""
    whole = "\n".join(parts)
    return Counter(
        {ord(one): whole.count(mark(ord(one))) for one in BAD if mark(ord(one)) in whole}
    )


def test_every_field_is_filled() -> None:
    _, conference = bad("whole")
    _, hearing = bad("s03-hearing")

    for path in (
        "meeting.lines.text",
        "meeting.participants.name",
        "meeting.cases.parties.display",
    ):
        assert path in conference & hearing
    assert len(conference | hearing) > 100


@pytest.mark.parametrize("kind", KINDS)
def test_every_bad_character_is_visible_and_told_with_its_count_and_place(kind: str) -> None:
    made = told(kind)

    there = marks(strings(made.document))
    assert set(there) == set(map(ord, BAD))
    assert not set(BAD) & set("".join(strings(made.document)))
    counted: Counter[int] = Counter()
    for one in made.replaced:
        counted[one.code_point] += one.count
        assert one.place
        assert not set(BAD) & set(one.place)
    assert counted == there


@pytest.mark.parametrize("kind", KINDS)
def test_docx_carries_every_mark(kind: str) -> None:
    document = told(kind).document

    content = docx_files.written(document)

    assert docx_audit.audit(content) == []
    assert marks(docx_files.texts_inside(content)) >= marks(texts(document))


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_carries_every_mark(kind: str) -> None:
    document = told(kind).document

    content = pdf_files.written(document)

    assert pdf_audit.audit(content) == set()
    read = Counter(seen(pdf_files.pdfium_text(content)))
    assert Counter(seen("".join(texts(document)))) - read == Counter()


@pytest.mark.parametrize("kind", KINDS)
def test_name_of_the_file_carries_none(kind: str) -> None:
    name = stem(told(kind).papers.meeting, KINDS[kind].short_name)

    assert not set(BAD) & set(name)
    assert name.encode()
