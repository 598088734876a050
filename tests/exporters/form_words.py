"""What a paper says, as tests ask for it: the rows of its forms, the cells of its tables."""

from collections.abc import Iterator
from dataclasses import replace

from exporters.document import Document, Form, FormRow, Table, texts


def rows_in(document: Document) -> Iterator[FormRow]:
    """Yield the rows of all forms, those beside another too."""
    for block in document.blocks:
        if isinstance(block, Form):
            for row in block.rows:
                yield row
                if row.beside:
                    yield row.beside


def values_of(document: Document, label: str) -> list[str]:
    """Return the values of the first row with the label, without line breaks in it."""
    row = next(one for one in rows_in(document) if one.label.replace("\n", "") == label)
    return [value.text for value in row.values]


def all_values_of(document: Document, label: str) -> list[str]:
    """Return the values of all rows with the label; none if there is no such row."""
    return [
        value.text
        for row in rows_in(document)
        if row.label.replace("\n", "") == label
        for value in row.values
    ]


def labels_of(document: Document) -> list[str]:
    """Return the labels of forms and the heads of tables, in order, without line breaks."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Form):
            for row in block.rows:
                found += [row.label, *([row.beside.label] if row.beside else [])]
        elif isinstance(block, Table):
            found += block.heads
    return [label.replace("\n", "") for label in found]


def foot_of(document: Document, label: str) -> str:
    """Return what stands at the foot of the first row with the label; empty for nothing."""
    row = next(one for one in rows_in(document) if one.label.replace("\n", "") == label)
    return row.foot.text if row.foot else ""


def cells_of(document: Document, heads: str) -> list[list[str]]:
    """Return the cells of the table one of whose heads is ``heads``."""
    table = next(one for one in document.blocks if isinstance(one, Table) and heads in one.heads)
    return [["\n".join(value.text for value in cell) for cell in row] for row in table.rows]


def words_of(document: Document) -> str:
    """Return all that a paper prints."""
    return "\n".join(texts(document))


def pages_begun(document: Document) -> list[str]:
    """Return the texts of a document, page by page where a page is begun."""
    pages = [""]
    for block in document.blocks:
        if getattr(block, "starts_page", False):
            pages.append("")
        pages[-1] += "\n".join(texts(replace(document, blocks=(block,)))) + "\n"
    return pages
