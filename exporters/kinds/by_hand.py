"""What is filled in by hand on a form: room to write, boxes to tick, a line to sign and to date."""

from collections.abc import Iterable
from dataclasses import replace

from exporters.document import FormRow, ParagraphStyle
from exporters.kinds.parts import paragraph, row, time_words
from exporters.labels import Labels

UNDECIDED = "是否|必要|如果?需|可以"
"""Words, as a pattern, with which a clause decides nothing: no box is ticked for it."""

LINE_MM = 11.0
"""Room for one written line."""

OPINION_MM = 28.0
"""Room for an opinion above the line to sign it."""

SIGN_MM = 20.0
"""Room to sign a sheet, with nothing to write above."""

ROW_MM = 12.0
"""Room for a line of a table, with a signature."""

_NAME_LENGTH = 10


def to_write(label: str, *printed: str | None, least_mm: float = LINE_MM) -> FormRow:
    """Return a row with room to write, below or beside what is ``printed`` in it."""
    cells = (paragraph(text, ParagraphStyle.CELL, label) for text in printed if text)
    return FormRow(label, tuple(cells), least_mm=least_mm)


def to_sign(
    label: str, texts: Iterable[str | None], labels: Labels, *, least_mm: float = OPINION_MM
) -> FormRow:
    """Return a row with room to write and a line to sign and to date at its foot."""
    given = row(label, [text for text in texts if text])
    return signed(replace(given, least_mm=least_mm), labels)


def signed(form_row: FormRow, labels: Labels, *, name: str = "", day: str | None = None) -> FormRow:
    """Return a row with the line to sign at its lower right; ``day`` is a civil time.

    A ``name`` stands before the line; one that is too long for it stands above.
    """
    if len(name) > _NAME_LENGTH:
        above = paragraph(name, ParagraphStyle.CELL, form_row.label)
        form_row, name = replace(form_row, values=(*form_row.values, above)), ""
    key = "by_hand.sign_of" if name else "by_hand.sign"
    words = labels(key, name=name, day=day_words(day, labels))
    foot = paragraph(words, ParagraphStyle.CELL_RIGHT, form_row.label)
    return replace(form_row, foot=foot)


def day_words(civil: str | None, labels: Labels) -> str:
    """Return the day of a civil time in words, or room to write one."""
    return time_words(civil[:10] if civil else None, labels) or labels("by_hand.day")


def box(choice: str, labels: Labels, *, chosen: bool = False) -> str:
    """Return a choice with a box before it."""
    return labels("by_hand.ticked" if chosen else "by_hand.box", choice=choice)


def boxes(choices: Iterable[str], labels: Labels, chosen: str | None = None) -> str:
    """Return the choices with a box before each, the chosen one ticked."""
    return labels("by_hand.box_separator").join(
        box(choice, labels, chosen=choice == chosen) for choice in choices
    )


def no_or_yes(labels: Labels, *, chosen: bool | None) -> str:
    """Return a box for no and one for yes; neither is ticked while it is open."""
    no, yes = labels("by_hand.no"), labels("by_hand.yes")
    return boxes((no, yes), labels, {True: yes, False: no, None: None}[chosen])


def pair(first: FormRow, second: FormRow) -> FormRow:
    """Return two rows as one line of two labels."""
    return FormRow(first.label, first.values, beside=second, least_mm=first.least_mm)
