"""Parts of forms that are filled in by hand: boxes to tick, cells, and where to sign."""

from collections.abc import Iterable
from dataclasses import replace

from exporters.document import Cell, FormRow, Paragraph, ParagraphStyle
from exporters.kinds.parts import paragraph, row, time_words
from exporters.labels import Labels

OPINION_MM = 26.0
"""Room for an opinion written by hand, and for who signs it and when."""

ROW_MM = 12.0
"""Room for a line of a table filled in by hand, with a signature."""


def tick(text: str, labels: Labels, *, chosen: bool = False) -> str:
    """Return a box with what it stands for."""
    return labels("filling.ticked" if chosen else "filling.tick", text=text)


def ticks(texts: Iterable[str], chosen: str | None, labels: Labels) -> str:
    """Return boxes in a line, the chosen one ticked."""
    boxes = (tick(text, labels, chosen=text == chosen) for text in texts)
    return labels("filling.tick_separator").join(boxes)


def yes_or_no(chosen: bool | None, labels: Labels) -> str:  # noqa: FBT001 # None is open
    """Return a box for no and one for yes; neither is ticked while it is open."""
    words = {True: labels("filling.yes"), False: labels("filling.no"), None: None}
    return ticks((labels("filling.no"), labels("filling.yes")), words[chosen], labels)


def day_words(civil: str | None, labels: Labels) -> str:
    """Return the day of a civil time in words, or room to write one."""
    return time_words(civil[:10], labels) if civil else labels("filling.day")


def signed(form_row: FormRow, labels: Labels, *, name: str = "", day: str | None = None) -> FormRow:
    """Return a row with the line to sign at its lower right; ``day`` is a civil time."""
    key = "filling.sign_of" if name else "filling.sign"
    words = labels(key, name=name, day=day_words(day, labels))
    foot = paragraph(words, ParagraphStyle.CELL_RIGHT, form_row.label)
    return replace(form_row, foot=foot)


def opinion(label: str, texts: Iterable[str], labels: Labels) -> FormRow:
    """Return a tall row in which somebody writes an opinion and signs it."""
    return signed(replace(row(label, texts), least_mm=OPINION_MM), labels)


def pair(first: FormRow, second: FormRow) -> FormRow:
    """Return a line of two labels."""
    return replace(first, beside=second)


def blank(label: str, least_mm: float = 0.0) -> FormRow:
    """Return a row without words, to be filled in by hand."""
    return FormRow(label, (), least_mm=least_mm)


def cell(text: str | None, place: str) -> Cell:
    """Return a cell with a text, or an empty one."""
    return (paragraph(text, ParagraphStyle.CELL, place),) if text else ()


def cells(texts: Iterable[str | None], place: str) -> Cell:
    """Return a cell with a paragraph for each text that is given."""
    return tuple(one for text in texts for one in cell(text, place))


def centred(text: str | None, place: str) -> Cell:
    """Return a cell with a text in its middle, or an empty one."""
    return (paragraph(text, ParagraphStyle.CELL_CENTRE, place),) if text else ()


def remark(text: str, place: str) -> Paragraph:
    """Return a remark below a form or table."""
    return paragraph(text, ParagraphStyle.REMARK, place)
