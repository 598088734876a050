"""What the working papers share that are used in the room (工作用件).

Nobody signs them for the file and no digest seals them; the mark on every page says what they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exporters.document import Block, Document, FormRow, PageFrame, ParagraphStyle
from exporters.kinds.assembly import (
    BuildOptions,
    head,
    made_words,
    makers,
    mark_words,
    running_head,
    secrecy_words,
)
from exporters.kinds.parts import filled, held, paragraph, place_words
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot


@dataclass(frozen=True, slots=True)
class WorkingWords:
    """What makes one working paper differ: title, statement at every foot, what it is for."""

    title: str
    statement: str
    nature: str


def working_paper(
    snapshot: MeetingSnapshot,
    words: WorkingWords,
    body: Sequence[Block],
    *,
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return a working paper: office, title, number, what it is for, and its body."""
    top = paragraph(words.nature, ParagraphStyle.REMARK, words.title)
    blocks = (*head(snapshot, words.title), top, *body)
    return working_document(snapshot, words, blocks, options=options, labels=labels)


def working_document(
    snapshot: MeetingSnapshot,
    words: WorkingWords,
    blocks: tuple[Block, ...],
    *,
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return a working paper of blocks with the frame of all such papers."""
    return Document(
        title="　".join(filter(None, (words.title, snapshot.number))),
        subject=words.statement,
        author=snapshot.host or "",
        keywords=snapshot.number or "",
        made_at=options.made_at,
        frame=PageFrame(
            header=running_head(snapshot, words.title),
            statement=words.statement,
            footer=labels(
                "page.made_plain", maker=makers(snapshot, labels), time=made_words(options.made_at)
            ),
            page_label=labels("page.label"),
            sign_label="",
            mark=mark_words(labels("sheet.mark"), options.version, labels),
            secrecy=secrecy_words(options),
        ),
        blocks=blocks,
        language=labels.language,
    )


def meeting_rows(snapshot: MeetingSnapshot, labels: Labels) -> Iterable[FormRow]:
    """Yield which meeting it is, when, and where."""
    yield filled(labels("sheet.meeting"), [snapshot.title], labels)
    yield filled(labels("sheet.time"), [held(snapshot, labels)], labels)
    yield filled(labels("sheet.place"), [place_words(snapshot, labels)], labels)
