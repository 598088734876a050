"""How the parts of a paper of a meeting stand together: head, body, statement, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from exporters.document import (
    Block,
    Document,
    Letterhead,
    PageFrame,
    Paragraph,
    ParagraphStyle,
    Sheet,
    SignatureRow,
    Signatures,
    SignOff,
    Statement,
)
from exporters.kinds.annexes import annexes, attachments, specialists
from exporters.kinds.parts import balanced, numbered, office_rule_words, paragraph, profile_words
from exporters.kinds.signing import signature_rows
from exporters.labels import Labels
from models.own_words import Templates
from models.papers import ORIGINAL, MeetingPapers, PaperRules, PaperVersion
from models.secrecy import SecrecyMark
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind, Role

_DIGEST_LENGTH = 8
_RUNNING_LENGTH = 24  # of a name at the head or foot of every page; it stands whole on the first
_MAKERS_NAMED = 2
_LINE_LENGTH = 60  # of a name or day that stands alone in a place for a line or two

NO_RULES = PaperRules()
"""For papers on which no profile is printed."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a paper needs besides the meeting: when it is made, who signs it (roles, in order).

    ``rules`` is what it prints of the meeting's profile, ``version`` whether it is the whole paper,
    ``secrecy`` the mark it bears, ``templates`` the office's own words by kind of paper.
    """

    made_at: datetime
    signers: tuple[str, ...]
    rules: PaperRules = NO_RULES
    version: PaperVersion = ORIGINAL
    secrecy: SecrecyMark | None = None
    templates: Templates = ()

    def for_papers(self, papers: MeetingPapers) -> "BuildOptions":
        """Return the same for the version of these papers, with the mark they bear."""
        return replace(self, version=papers.version, secrecy=papers.secrecy)


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """Whose paper it is that is not the meeting's own, and whether it bears their signature.

    One without a ``block`` to sign in is a form with places to sign of its own, or needs none.
    ``signers`` are who signs it if that is not the maker alone.
    """

    maker: str
    signed: bool
    block: bool = True
    signers: tuple[SignatureRow, ...] = ()


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


def title_of(kind: str, options: BuildOptions, labels: Labels) -> str:
    """Return the title of a kind of paper: the profile's or template's own, or the usual one."""
    return options.rules.titles.get(kind) or labels(f"{kind}.title")


def statement_of(snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return the statement that a meeting's papers bear: of a conference or of a hearing."""
    hearing = snapshot.kind is MeetingKind.HEARING
    return labels("statement.hearing" if hearing else "statement.conference")


def form_wording(
    kind: str,
    snapshot: MeetingSnapshot,
    options: BuildOptions,
    labels: Labels,
    *,
    maker: str | None = None,
    signed: bool = True,
) -> Wording:
    """Return the wording of a form, which has its own places to sign.

    The recorders make it unless there is another ``maker``.
    """
    return Wording(
        kind=kind,
        title=title_of(kind, options, labels),
        statement=statement_of(snapshot, labels),
        own=OwnPaper(maker or makers(snapshot, labels), signed=signed, block=False),
    )


def assemble(
    snapshot: MeetingSnapshot,
    wording: Wording,
    *,
    body: Sequence[Block],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return the whole paper around its body."""
    blocks = (
        *head(snapshot, wording.title),
        *body,
        Statement(wording.statement),
        *_signatures(snapshot, wording, options.signers, labels),
        *(_appendix(snapshot, wording.kind, labels) if wording.own is None else ()),
    )
    return _document(snapshot, wording, blocks, options, labels)


def assemble_pages(
    snapshot: MeetingSnapshot,
    wording: Wording,
    *,
    pages: Sequence[Sequence[Block]],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return a form, or a paper in parts that each begin a page under a head of their own.

    Where it is signed, and a statement in the text, are in the parts.
    """
    first, *others = head(snapshot, wording.title)
    blocks: list[Block] = []
    for number, page in enumerate(pages):
        blocks += [replace(first, starts_page=number > 0), *others, *page]
    return _document(snapshot, wording, tuple(blocks), options, labels)


def _document(
    snapshot: MeetingSnapshot,
    wording: Wording,
    blocks: tuple[Block, ...],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    return Document(
        title="　".join(filter(None, (wording.title, snapshot.number))),
        subject=wording.statement,
        author=snapshot.host or "",
        keywords=_keywords(snapshot, options.rules, labels),
        made_at=options.made_at,
        frame=_page_frame(snapshot, wording, options, labels),
        blocks=blocks,
        language=labels.language,
    )


def _keywords(snapshot: MeetingSnapshot, rules: PaperRules, labels: Labels) -> str:
    """Return digest, template, number and rules; the first two first: formats cut long ones off."""
    digest = labels("page.digest", digest=snapshot.digest) if snapshot.digest else ""
    own = (office_rule_words(rule, labels) for rule in snapshot.office_rules)
    profile = profile_words(rules, labels)
    words = (digest, rules.template, snapshot.number, profile, rules.source, *own)
    return labels("common.list_separator").join(filter(None, words))


def _appendix(snapshot: MeetingSnapshot, kind: str, labels: Labels) -> tuple[Block, ...]:
    return (
        *_materials(snapshot, kind, labels),
        *attachments(snapshot, labels),
        *annexes(snapshot, labels),
    )


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
    if wording.own is not None and not wording.own.block:
        return ()
    if wording.own is not None:
        alone = (SignatureRow(labels(f"{wording.kind}.by"), wording.own.maker),)
        rows = wording.own.signers or alone
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
    snapshot: MeetingSnapshot, wording: Wording, options: BuildOptions, labels: Labels
) -> PageFrame:
    own = wording.own or OwnPaper(makers(snapshot, labels), snapshot.signed)
    return PageFrame(
        header=running_head(snapshot, wording.title),
        statement=wording.statement,
        footer=_made(own.maker, snapshot, options, labels),
        page_label=labels("page.label"),
        sign_label=labels("page.sign") if own.block else "",
        mark=mark_words("" if own.signed else labels("page.unsigned"), options.version, labels),
        secrecy=secrecy_words(options),
    )


def _made(maker: str, snapshot: MeetingSnapshot, options: BuildOptions, labels: Labels) -> str:
    return labels(
        "page.made" if snapshot.digest else "page.made_plain",
        maker=maker,
        time=made_words(options.made_at),
        digest=snapshot.digest[:_DIGEST_LENGTH],
    )


def mark_words(first: str, version: PaperVersion, labels: Labels) -> str | None:
    """Return the mark of a paper: ``first``, if any, then that it is not the whole paper."""
    marks = (
        first,
        labels("page.masked") if version.masked else None,
        labels("page.excerpt") if version.excerpt else None,
    )
    return labels("page.mark_separator").join(filter(None, marks)) or None


@dataclass(frozen=True, slots=True)
class Official:
    """What makes one official document: its sheet, letterhead, addressee, and who signs it when.

    Without an ``issuer`` there is no letterhead, and the number stands below the title. ``day`` is
    in words. ``after`` follows the day: whom to call, what is attached.
    """

    title: str
    statement: str
    sheet: Sheet = Sheet.OFFICIAL
    issuer: str = ""
    number: str = ""
    addressee: str = ""
    office: str = ""
    day: str = ""
    after: tuple[Block, ...] = ()


def assemble_official(
    snapshot: MeetingSnapshot,
    official: Official,
    *,
    body: Sequence[Block],
    options: BuildOptions,
    labels: Labels,
) -> Document:
    """Return an official document around its body; the advisory statement is at every foot."""
    above = official_head(official.title, official.issuer, official.number)
    if official.addressee:
        above.append(paragraph(official.addressee, ParagraphStyle.ADDRESSEE, official.title))
    return Document(
        title="　".join(filter(None, (official.title, official.number))),
        subject=official.statement,
        author=official.office or snapshot.host or "",
        keywords=_keywords(snapshot, options.rules, labels),
        made_at=options.made_at,
        frame=PageFrame(
            header="",
            statement=official.statement,
            footer=_made(makers(snapshot, labels), snapshot, options, labels),
            page_label=labels("page.official_label"),
            sign_label="",
            mark=mark_words("", options.version, labels),
            secrecy=secrecy_words(options),
        ),
        blocks=(
            *above,
            *body,
            *(sign_off(official.office, official.day) if official.office else ()),
            *official.after,
        ),
        language=labels.language,
        sheet=official.sheet,
    )


def official_head(
    title: str, issuer: str, number: str, *, starts_page: bool = False
) -> list[Block]:
    """Return letterhead and title of an official document.

    Without an issuer, or where no letterhead holds issuer and number, the number is below the title.
    """
    words = paragraph(balanced(title), ParagraphStyle.TITLE, title)
    if issuer and max(len(issuer), len(number)) <= _LINE_LENGTH:
        return [Letterhead(issuer, number, starts_page=starts_page), words]
    numbered = [paragraph(number, ParagraphStyle.NUMBER, title)] if number else []
    return [replace(words, starts_page=starts_page), *numbered]


def sign_off(office: str, day: str) -> tuple[Block, ...]:
    """Return who signs and when; what no line holds stands as text."""
    if max(len(office), len(day)) > _LINE_LENGTH:
        return (paragraph(f"{office}\n{day}", ParagraphStyle.BODY),)
    return (SignOff(office, day),)


def made_words(made_at: datetime) -> str:
    """Return when a paper was made, as its foot tells it."""
    return made_at.strftime("%Y-%m-%d %H:%M")


def running_head(snapshot: MeetingSnapshot, title: str) -> str:
    """Return what continues office, title and number on every page."""
    return "　".join(_short(text) for text in (snapshot.host, title, snapshot.number) if text)


def secrecy_words(options: BuildOptions) -> str:
    """Return the mark of secrecy that a paper bears; empty for none."""
    return options.secrecy.text if options.secrecy else ""


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
