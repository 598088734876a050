"""Writes a document as DOCX."""

import io
import zipfile
from copy import deepcopy
from datetime import UTC
from itertools import zip_longest
from typing import BinaryIO

import docx
from docx.document import Document as WordDocument
from docx.section import Section

from exporters.document import Block, Document, NamePlate, Origin, Sheet
from exporters.docx_seal import DocxSeal
from exporters.docx_text import text_digest
from exporters.progress import CancelToken, Progress
from exporters.writers.docx.base import (
    CUSTOM_PART,
    archive,
    base_package,
    custom_properties,
)
from exporters.writers.docx.body import elements
from exporters.writers.docx.furniture import footer, header, official_footer
from exporters.writers.docx.inline import paragraph
from exporters.writers.docx.ooxml import Element, qualified, serialised
from exporters.writers.docx.plates import bare_section, closing
from exporters.writers.docx.style_names import StyleId

PROPERTY_LENGTH = 255
"""Most characters of a property of the file; a longer one ends with an ellipsis there."""


def write(document: Document, stream: BinaryIO, progress: Progress, cancel: CancelToken) -> None:
    """Write ``document`` to ``stream``; the same document gives the same bytes.

    The document is clean (``exporters.text``). Progress counts the blocks and the saving. Raises
    Cancelled, and then has written nothing.
    """
    base = base_package(document.language, document.sheet)
    word = docx.Document(io.BytesIO(base))
    _fill_frame(word.sections[0], document)
    _fill_body(word, document, progress, cancel)
    _set_properties(word, document)
    cancel.check()
    content = _packed(word, base, _own_properties(word, document))
    cancel.check()
    stream.write(content)
    progress(len(document.blocks) + 1, len(document.blocks) + 1)


def _fill_body(
    word: WordDocument, document: Document, progress: Progress, cancel: CancelToken
) -> None:
    """Put the blocks before the section's properties, which must stay last."""
    section = word.sections[0]._sectPr  # noqa: SLF001 - the only way to it without a search
    total = len(document.blocks) + 1
    followed = zip_longest(document.blocks, document.blocks[1:])
    for done, (block, following) in enumerate(followed, 1):
        cancel.check()
        for made in elements(block, following, cancel):
            section.addprevious(made)
        _end_section(section, block, following)
        progress(done, total)
    if section.getprevious() is None:
        section.addprevious(paragraph(StyleId.BODY))  # a body without a paragraph is damaged


def _end_section(section: Element, block: Block, following: Block | None) -> None:
    """End the section before a place card and behind one: each is a section of its own.

    ``section`` is the last one's, which stands for itself. Pages are numbered from the first on.
    """
    is_card = isinstance(block, NamePlate)
    if following is None:
        if is_card:
            section.addprevious(paragraph(StyleId.PAGE_END))
            for told in list(section):
                section.remove(told)
            section.extend(list(bare_section()))
    elif is_card:
        section.addprevious(closing(bare_section()))
    elif isinstance(following, NamePlate):
        section.addprevious(closing(deepcopy(section)))
        for start in section.findall(qualified("pgNumType")):
            section.remove(start)


def _fill_frame(section: Section, document: Document) -> None:
    """Fill head and feet, as many as the sheet has."""
    if document.sheet is Sheet.CARD:
        return
    frame = document.frame
    _replace(section.header.part.element, header(frame, document.sheet))
    if document.sheet is Sheet.RECORD:
        _replace(section.footer.part.element, footer(frame))
        return
    _replace(section.footer.part.element, official_footer(frame, StyleId.PAGE_NUMBER_ODD))
    even = official_footer(frame, StyleId.PAGE_NUMBER_EVEN)
    _replace(section.even_page_footer.part.element, even)
    if document.sheet is Sheet.LETTER:
        _replace(section.first_page_footer.part.element, official_footer(frame, None))


def _replace(part: Element, content: list[Element]) -> None:
    """Fill a head or foot, which the base leaves with one empty paragraph."""
    part[:] = content


def _set_properties(word: WordDocument, document: Document) -> None:
    """Tell title, maker and time in the properties of the file."""
    properties = word.core_properties
    properties.title = _property(document.title)
    properties.subject = _property(document.subject)
    properties.author = properties.last_modified_by = _property(document.author)
    properties.keywords = _property(document.keywords)
    properties.language = document.language
    properties.created = properties.modified = document.made_at.astimezone(UTC)
    properties.revision = 1


def _property(text: str) -> str:
    """Return ``text`` on one line and no longer than a property may be."""
    line = " ".join(text.split("\n"))
    return line if len(line) <= PROPERTY_LENGTH else f"{line[: PROPERTY_LENGTH - 1]}…"


def _own_properties(word: WordDocument, document: Document) -> bytes:
    """Return the part that says which paper this is, and the digests of its text."""
    section = word.sections[0]
    furniture = (section.header.part.element, section.footer.part.element)
    digest = text_digest(word.element.body, furniture)
    origin = document.origin or Origin("", "")
    seal = DocxSeal(digest, paper=origin.paper, meeting=origin.meeting)
    return serialised(custom_properties(seal.properties()))


def _packed(word: WordDocument, base: bytes, own_properties: bytes) -> bytes:
    """Return the package: the parts of the base, with what was filled in since.

    Not saved by python-docx, which stamps each entry with the wall clock. No part was added, so
    that content types and relationships are still those of the base.
    """
    filled = {part.partname.membername: part.blob for part in word.part.package.iter_parts()}
    filled[CUSTOM_PART] = own_properties
    with zipfile.ZipFile(io.BytesIO(base)) as packed:
        return archive({name: filled.get(name) or packed.read(name) for name in packed.namelist()})
