"""How the parts of a paper of a meeting stand together: head, body, statement, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exporters.document import (
    Block,
    Document,
    PageFrame,
    Paragraph,
    ParagraphStyle,
    SignatureRow,
    Signatures,
    Statement,
)
from exporters.kinds.annexes import annexes, specialists
from exporters.kinds.parts import numbered, office_rule_words, paragraph, profile_words
from exporters.kinds.signing import signature_rows
from exporters.labels import Labels
from models.papers import PaperRules
from models.snapshot import MeetingSnapshot
from models.vocabulary import Role

_DIGEST_LENGTH = 8
_RUNNING_LENGTH = 24  # of a name at the head or foot of every page; it stands whole on the first
_MAKERS_NAMED = 2

NO_RULES = PaperRules()
"""For papers on which no profile is printed."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a paper needs besides the meeting: when it is made, who signs it (roles, in order).

    ``rules`` is what it prints of the meeting's profile.
    """

    made_at: datetime
    signers: tuple[str, ...]
    rules: PaperRules = NO_RULES


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """Whose paper it is that is not the meeting's own, and whether it bears their signature."""

    maker: str
    signed: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """What makes one paper differ from another: its table of words, title and statement.

    A meeting's own paper is made by its recorder, signed by its people, lists its materials, and has
    annexes; another one is its maker's alone.
    """

    kind: str
    title: str
    statement: str
    own: OwnPaper | None = None


def assemble(
    snapshot: MeetingSnapshot,
    wording: Wording,
    *,
    body: Sequence[Block],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return the whole paper around its body."""
    return Document(
        title="　".join(filter(None, (wording.title, snapshot.number))),
        subject=wording.statement,
        author=snapshot.host or "",
        keywords=_keywords(snapshot, options.rules, labels),
        made_at=options.made_at,
        frame=_page_frame(snapshot, wording, options.made_at, labels),
        blocks=(
            *head(snapshot, wording.title),
            *body,
            Statement(wording.statement),
            *_signatures(snapshot, wording, options.signers, labels),
            *(_appendix(snapshot, wording.kind, labels) if wording.own is None else ()),
        ),
        language=labels.language,
    )


def _keywords(snapshot: MeetingSnapshot, rules: PaperRules, labels: Labels) -> str:
    """Return number, whole digest and rules; the digest first, since formats cut long ones off."""
    digest = labels("page.digest", digest=snapshot.digest) if snapshot.digest else ""
    own = (office_rule_words(rule, labels) for rule in snapshot.office_rules)
    words = (digest, snapshot.number, profile_words(rules, labels), rules.source, *own)
    return labels("common.list_separator").join(filter(None, words))


def _appendix(snapshot: MeetingSnapshot, kind: str, labels: Labels) -> tuple[Block, ...]:
    return (*_materials(snapshot, kind, labels), *annexes(snapshot, labels))


def head(snapshot: MeetingSnapshot, title: str) -> list[Paragraph]:
    """Return office, title and number: how every paper of a meeting begins."""
    texts = (
        (snapshot.host, ParagraphStyle.OFFICE),
        (title, ParagraphStyle.TITLE),
        (snapshot.number, ParagraphStyle.NUMBER),
    )
    return [paragraph(text, style, title) for text, style in texts if text]


def _signatures(
    snapshot: MeetingSnapshot, wording: Wording, signers: Sequence[str], labels: Labels
) -> tuple[Signatures, ...]:
    rows: tuple[SignatureRow, ...]
    if wording.own is not None:
        rows = (SignatureRow(labels(f"{wording.kind}.by"), wording.own.maker),)
    else:
        elsewhere = frozenset(person.id for person in specialists(snapshot))
        rows = signature_rows(snapshot, signers, labels, kind=wording.kind, elsewhere=elsewhere)
    heading = labels(f"{wording.kind}.signatures")
    return (Signatures(heading, rows, place=heading),) if rows else ()


def _materials(snapshot: MeetingSnapshot, kind: str, labels: Labels) -> list[Paragraph]:
    if not snapshot.materials:
        return []
    heading = labels(f"{kind}.materials")
    texts = numbered(snapshot.materials, labels)
    return [
        paragraph(heading, ParagraphStyle.HEADING),
        *(paragraph(text, ParagraphStyle.BODY, heading) for text in texts),
    ]


def _page_frame(
    snapshot: MeetingSnapshot, wording: Wording, made_at: datetime, labels: Labels
) -> PageFrame:
    own = wording.own or OwnPaper(makers(snapshot, labels), snapshot.signed)
    return PageFrame(
        header=running_head(snapshot, wording.title),
        statement=wording.statement,
        footer=labels(
            "page.made",
            maker=own.maker,
            time=made_words(made_at),
            digest=snapshot.digest[:_DIGEST_LENGTH],
        ),
        page_label=labels("page.label"),
        sign_label=labels("page.sign"),
        mark=None if own.signed else labels("page.unsigned"),
    )


def made_words(made_at: datetime) -> str:
    """Return when a paper was made, as its foot tells it."""
    return made_at.strftime("%Y-%m-%d %H:%M")


def running_head(snapshot: MeetingSnapshot, title: str) -> str:
    """Return what continues office, title and number on every page."""
    return "　".join(_short(text) for text in (snapshot.host, title, snapshot.number) if text)


def makers(snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return who made the record: the recorders, the first of them if they are many."""
    recorders = [
        _short(person.name)
        for person in snapshot.participants
        if person.role == Role.RECORDER and person.name
    ]
    if not recorders:
        return labels("page.maker_unknown")
    names = "、".join(recorders[:_MAKERS_NAMED])
    if len(recorders) <= _MAKERS_NAMED:
        return names
    return labels("page.makers", names=names, count=len(recorders))


def _short(text: str) -> str:
    return text if len(text) <= _RUNNING_LENGTH else f"{text[: _RUNNING_LENGTH - 1]}…"
