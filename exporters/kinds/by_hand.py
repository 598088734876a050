"""What is filled in by hand on a form: room to write, boxes to tick, a line to sign and to date."""

from collections.abc import Iterable

from exporters.document import FormRow, ParagraphStyle
from exporters.kinds.parts import paragraph, row
from exporters.labels import Labels

LINE_MM = 11.0
"""Room for one written line."""

OPINION_MM = 32.0
"""Room for an opinion above the line to sign it."""


def to_write(label: str, *printed: str, least_mm: float = LINE_MM) -> FormRow:
    """Return a row with room to write, below or beside what is ``printed`` in it."""
    cells = (paragraph(text, ParagraphStyle.CELL, label) for text in printed if text)
    return FormRow(label, tuple(cells), least_mm=least_mm)


def to_sign(
    label: str, texts: Iterable[str | None], labels: Labels, *, least_mm: float = OPINION_MM
) -> FormRow:
    """Return a row with room to write and a line to sign and to date at its foot."""
    given = row(label, [text for text in texts if text])
    foot = paragraph(labels("by_hand.sign"), ParagraphStyle.CELL_RIGHT, label)
    return FormRow(label, given.values, least_mm=least_mm, foot=foot)


def given_or_to_write(
    label: str, texts: Iterable[str | None], *, least_mm: float = LINE_MM
) -> FormRow:
    """Return a row of what is given, with room to write."""
    return to_write(label, *filter(None, texts), least_mm=least_mm)


def boxes(choices: Iterable[str], labels: Labels, chosen: str | None = None) -> str:
    """Return the choices with a box before each, the chosen one ticked."""
    return labels("by_hand.box_separator").join(
        labels("by_hand.ticked" if choice == chosen else "by_hand.box", choice=choice)
        for choice in choices
    )


def pair(first: FormRow, second: FormRow) -> FormRow:
    """Return two rows as one line of two labels."""
    return FormRow(first.label, first.values, beside=second, least_mm=first.least_mm)
