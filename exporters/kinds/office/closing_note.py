"""The closing note of a dossier (备考表): what it holds, what is missing, who made and checked it.

It prints the digest of all that was there before it. That of the whole dossier, which holds the note
itself, cannot stand in it: there is a row to write it in by hand.
"""

from collections.abc import Iterator

from exporters.document import Document, Form, FormRow, SignatureRow, Signatures
from exporters.dossier.volume import FileKind, Volume, content_digest
from exporters.kinds.assembly import makers
from exporters.kinds.office.frame import office_paper, volume_rows
from exporters.kinds.parts import numbered, row, time_words
from exporters.labels import Labels
from models.archive_gaps import Missing

KIND = FileKind.CLOSING_NOTE.value

_GROUP = 8


def build(volume: Volume, labels: Labels) -> Document:
    """Return the closing note of a dossier: of all but the note itself, the catalogue last."""
    heading = labels("closing_note.signatures")
    body = (
        Form((*volume_rows(volume, labels), *_rows(volume, labels))),
        Signatures(
            heading,
            (
                SignatureRow(labels("closing_note.filed_by"), _maker(volume, labels)),
                SignatureRow(labels("closing_note.checked_by"), ""),
                SignatureRow(labels("closing_note.checked_at"), ""),
            ),
            place=heading,
        ),
    )
    return office_paper(volume, KIND, body, labels)


def missing_words(one: Missing, labels: Labels) -> str:
    """Return what is missing, in words."""
    return labels(f"missing.{one.kind.value}", name=one.name)


def digest_words(digest: str) -> str:
    """Return a digest in groups, on two lines: it is to be compared, and copied, by hand."""
    groups = [digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP)]
    half = len(groups) // 2
    return "\n".join((" ".join(groups[:half]), " ".join(groups[half:])))


def _rows(volume: Volume, labels: Labels) -> Iterator[FormRow]:
    files = volume.files
    items, listing = volume.items[:-1], volume.items[-1]
    pages = sum(item.pages or 0 for item in items)
    held = labels(
        "closing_note.holds",
        items=len(items),
        pages=pages,
        listing=listing.pages or 0,
        files=len(files),
    )
    yield row(labels("closing_note.held"), [held])
    gaps = [missing_words(one, labels) for one in volume.missing]
    yield row(labels("closing_note.missing"), numbered(gaps, labels) or [labels("common.none")])
    day = time_words(volume.made_at.date().isoformat(), labels)
    yield row(labels("closing_note.made_on"), [day])
    yield row(
        labels("closing_note.content"),
        [digest_words(content_digest(files)), labels("closing_note.content_note")],
    )
    yield row(labels("closing_note.whole"), ["\n\n", labels("closing_note.whole_note")])


def _maker(volume: Volume, labels: Labels) -> str:
    """Return who takes down the record; empty where nobody is named: then it is written by hand."""
    maker = makers(volume.meeting, labels)
    return "" if maker == labels("page.maker_unknown") else maker
