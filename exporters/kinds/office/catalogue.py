"""The catalogue of a dossier (归档目录): every item with its pages, every file with its digest.

The fields stand in their usual order, in two tables on one sheet's width: what the item is and where
its pages are, then what is kept of it and the digest by which it can be checked.
"""

import re
from collections.abc import Iterable, Iterator

from exporters.document import Block, Cell, Document, Form, ParagraphStyle, Table
from exporters.dossier.volume import FiledFile, FileKind, Item, Volume
from exporters.kinds.office.frame import office_paper, volume_rows
from exporters.kinds.parts import cell, centred, paragraph
from exporters.labels import Labels

KIND = FileKind.CATALOGUE.value

_ITEM_FIELDS = ("place", "name", "number", "maker", "day", "range", "pages")
_ITEMS_MM = (13.0, 38.0, 30.0, 27.0, 22.0, 14.0, 12.0)
_FILE_FIELDS = ("place", "copies", "carrier", "format", "digest", "remark")
_FILES_MM = (13.0, 12.0, 13.0, 17.0, 75.0, 26.0)
_HALF = 32  # of the digits of a digest on one line
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def build(volume: Volume, labels: Labels) -> Document:
    """Return the catalogue of a dossier."""
    items, files = labels("catalogue.items"), labels("catalogue.files")
    body: list[Block] = [
        Form(tuple(volume_rows(volume, labels))),
        paragraph(items, ParagraphStyle.HEADING),
        paragraph(labels("catalogue.items_note"), ParagraphStyle.REMARK, items),
        Table(_ITEMS_MM, tuple(_item_rows(volume.items, items)), _heads(_ITEM_FIELDS, labels)),
        paragraph(files, ParagraphStyle.HEADING),
        paragraph(labels("catalogue.files_note"), ParagraphStyle.REMARK, files),
        Table(
            _FILES_MM,
            tuple(_file_rows(volume.items, files, labels)),
            _heads(_FILE_FIELDS, labels),
        ),
    ]
    return office_paper(volume, KIND, body, labels)


def _heads(fields: Iterable[str], labels: Labels) -> tuple[str, ...]:
    return tuple(labels(f"catalogue.{field}") for field in fields)


def _item_rows(items: Iterable[Item], place: str) -> Iterator[tuple[Cell, ...]]:
    for number, (item, pages) in enumerate(page_ranges(items), 1):
        yield (
            centred(str(number), place),
            cell(item.title, place),
            cell(item.number, place),
            cell(item.maker, place),
            centred(_day(item.day), place),
            centred(pages, place),
            centred("" if item.pages is None else str(item.pages), place),
        )


def page_ranges(items: Iterable[Item]) -> Iterator[tuple[Item, str]]:
    """Yield each item with its first and last page, counted through the whole dossier.

    Behind an item that is of paper and whose pages nobody knows, none can be told any more.
    """
    first: int | None = 1
    for item in items:
        pages = item.pages
        on_paper = any(_is_paper(file) for file in item.files)
        if pages and first is not None:
            last = first + pages - 1
            yield item, str(first) if pages == 1 else f"{first}-{last}"
            first = last + 1
        else:
            yield item, ""
            first = None if on_paper else first


def _is_paper(file: FiledFile) -> bool:
    return file.media_type == "application/pdf" or file.media_type.startswith("image/")


def _file_rows(items: Iterable[Item], place: str, labels: Labels) -> Iterator[tuple[Cell, ...]]:
    for number, item in enumerate(items, 1):
        for file in item.files:
            yield (
                centred(str(number), place),
                centred(labels("catalogue.one"), place),
                centred(labels("catalogue.electronic"), place),
                centred(file.name.rpartition(".")[2].upper(), place),
                cell(_digests(file, labels), place),
                cell(item.remark, place),
            )


def _digests(file: FiledFile, labels: Labels) -> str:
    """Return the digests of a file, in halves: no reader breaks a word of so many digits."""
    lines = [file.sha256[:_HALF], file.sha256[_HALF:]]
    if file.sm3:
        lines += [labels("catalogue.sm3"), file.sm3[:_HALF], file.sm3[_HALF:]]
    return "\n".join(lines)


def _day(civil: str) -> str:
    """Return a day in eight digits, as archives write it (GB/T 9705-2008); else what is given."""
    found = _DAY.match(civil)
    return "".join(found.groups()) if found else civil
