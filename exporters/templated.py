"""How an office's template gets into a paper: its words before it is built, its head afterwards.

A kind need not know of templates: its labels say the office's words, its title is the office's, and
the head of the finished document is the letterhead of the template.
"""

from dataclasses import replace
from typing import assert_never

from exporters.document import (
    Block,
    Document,
    Form,
    Letterhead,
    NamePlate,
    Paragraph,
    ParagraphStyle,
    Signatures,
    SignOff,
    Statement,
    Table,
)
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.kind import Kind
from exporters.labels import Labels
from models.own_words import OwnLetterhead, Template, template_for
from models.papers import MeetingPapers, PaperRules

_NAME_LENGTH = 60
_AFTER_PREFIX = "〔"


def build(kind: Kind, papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return a paper in the words of the office, or in the program's own."""
    template = template_for(options.templates, kind.id, papers.meeting.host)
    if template is None:
        return kind.build(papers, options, labels)
    told = replace(options, rules=_rules(options.rules, template, labels))
    document = kind.build(papers, told, labels.overlaid(template.words))
    return _with_head(document, template.letterhead, papers.meeting.number or "")


def _rules(rules: PaperRules, template: Template, labels: Labels) -> PaperRules:
    """Return the rules with the title of the template, which goes before that of the profile."""
    titles = dict(rules.titles)
    if template.titles:
        titles.pop(template.kind, None)
    if template.title:
        titles[template.kind] = template.title
    name = template.file.name[:_NAME_LENGTH]
    words = labels("page.template", name=name, digest=template.short_digest)
    return replace(rules, titles=titles, template=words)


def _with_head(document: Document, letterhead: OwnLetterhead, number: str) -> Document:
    office, own = letterhead.office, _own_number(number, letterhead.number_prefix)
    blocks = tuple(_changed(block, office, number, own) for block in document.blocks)
    title = document.title.replace(number, own) if number else document.title
    return replace(document, blocks=blocks, title=title)


def _own_number(number: str, prefix: str) -> str:
    """Return a number with the office's own beginning: 检函〔2025〕7号."""
    at = number.find(_AFTER_PREFIX)
    return f"{prefix}{number[at:]}" if prefix and at >= 0 else number


def _changed(block: Block, office: str, number: str, own: str) -> Block:
    match block:
        case Letterhead():
            numbered = own if block.number == number else block.number
            return replace(block, office=office or block.office, number=numbered)
        case Paragraph(style=ParagraphStyle.OFFICE) if office:
            return _saying(block, office)
        case Paragraph(style=ParagraphStyle.NUMBER) if block.text == number:
            return _saying(block, own)
        case Paragraph() | Form() | Table() | Statement() | SignOff() | Signatures() | NamePlate():
            return block
        case _:
            assert_never(block)


def _saying(block: Paragraph, text: str) -> Paragraph:
    return replace(block, runs=(replace(block.runs[0], text=text),))
