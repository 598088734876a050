"""What the papers of a dossier share: head, page furniture, the form that says whose they are."""

from collections.abc import Iterable, Sequence

from exporters.document import Block, Document, FormRow, Origin, PageFrame
from exporters.dossier.volume import Volume
from exporters.file_names import without_minors
from exporters.kinds.assembly import head, made_words, makers, running_head, statement_of
from exporters.kinds.parts import filled, optional
from exporters.labels import Labels


def office_paper(
    volume: Volume, kind: str, body: Sequence[Block], labels: Labels, *, signed: bool = False
) -> Document:
    """Return a paper of the dossier around its body; ``kind`` is its id and its table of words."""
    meeting, title = volume.meeting, labels(f"{kind}.title")
    statement = statement_of(volume.meeting, labels)
    return Document(
        title="　".join(filter(None, (title, meeting.number))),
        subject=statement,
        author=meeting.host or "",
        keywords=meeting.number or "",
        made_at=volume.made_at,
        frame=PageFrame(
            header=running_head(meeting, title),
            secrecy=volume.secrecy.text if volume.secrecy else "",
            statement=statement,
            footer=labels(
                "dossier.made", maker=makers(meeting, labels), time=made_words(volume.made_at)
            ),
            page_label=labels("page.label"),
            sign_label=labels("page.sign") if signed else "",
            mark=labels("dossier.incomplete") if volume.missing else None,
        ),
        blocks=(*head(meeting, title), *body),
        language=labels.language,
        origin=Origin(kind, meeting.id),
    )


def volume_rows(volume: Volume, labels: Labels) -> Iterable[FormRow]:
    """Yield whose dossier it is, and how and how long it is kept; a minor is not named."""
    meeting, archive = volume.meeting, volume.archive
    title, code = (
        without_minors(meeting, text or "", labels("dossier.somebody"))
        for text in (meeting.title, meeting.archival_code or archive.code)
    )
    yield filled(labels("dossier.name"), [title or meeting.number], labels)
    yield filled(labels("dossier.code"), [code], labels)
    yield filled(labels("dossier.period"), [archive.period], labels)
    edition = labels(f"dossier.edition_{volume.edition.value}")
    yield filled(labels("dossier.edition"), [edition], labels)
    yield from optional(labels("dossier.original"), [archive.original])
