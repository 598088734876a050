"""The blocks of a document as elements of WordprocessingML.

Elements are made directly rather than through python-docx, whose ways of adding paragraphs and
reaching cells grow with the square of the document. Content controls are never used: LibreOffice
multiplies their text when it saves.
"""

from collections.abc import Iterator
from typing import assert_never

from exporters.document import (
    Block,
    Cell,
    Form,
    FormRow,
    Letterhead,
    NamePlate,
    Paragraph,
    SignatureRow,
    Signatures,
    SignOff,
    Statement,
    Table,
)
from exporters.page import RECORD_PAGE
from exporters.progress import CancelToken
from exporters.styles import (
    FORM_LABEL_MM,
    GRID_LINE_PT,
    GRID_PT,
    SIGNATURES_ON_ONE_PAGE,
    office_mark_size,
    sign_off_indents,
)
from exporters.writers.docx.inline import (
    indent_right,
    keep_with_next,
    paragraph,
    plain,
    set_leading,
    set_size,
    space_before,
    start_page,
)
from exporters.writers.docx.ooxml import Element, qualified
from exporters.writers.docx.plates import plate
from exporters.writers.docx.style_names import PARAGRAPHS, StyleId
from exporters.writers.docx.tables import cell, row, table

_VALUE_MM = RECORD_PAGE.text_width_mm - FORM_LABEL_MM
_HALF_MM = RECORD_PAGE.text_width_mm / 2 - FORM_LABEL_MM
_FOOT_MM = 8.5  # a line with the blanks around it

# Columns of a signature: capacity, name in print, and a rule long enough for any name.
_CAPACITY_MM = 44.0
_NAME_MM = 36.0
_SIGN_MM = RECORD_PAGE.text_width_mm - _CAPACITY_MM - _NAME_MM


def elements(block: Block, following: Block | None, cancel: CancelToken) -> Iterator[Element]:
    """Yield the elements of one block, in order.

    A paragraph keeps to the signatures ``following`` it: nobody shall sign a page without a word
    of what is signed. A table is followed by an empty paragraph: two tables without one between
    become one table. So is a paragraph before a table, which may be the end of a heading. Before a
    new page there is none, which might make a page of its own. A table without rows is left out:
    Word might not open it. Raises Cancelled; asked at each row and paragraph.
    """
    match block:
        case Paragraph():
            yield _paragraph(block, following)
            if isinstance(following, Form | Table):
                yield keep_with_next(paragraph(StyleId.SPACER))
        case Form():
            yield from _ruled(_form(block, cancel) if block.rows else None, following)
        case Table():
            has_rows = block.rows or block.heads
            yield from _ruled(_table(block, cancel) if has_rows else None, following)
        case NamePlate():
            yield plate(block)
        case Statement(text):
            made = plain(StyleId.STATEMENT, text)
            yield keep_with_next(made) if isinstance(following, Signatures) else made
        case Letterhead():
            yield from _letterhead(block)
        case SignOff():
            yield from _sign_off(block)
        case Signatures():
            yield plain(StyleId.SIGNATURES_HEADING, block.heading)
            yield from _tabled(_signatures(block, cancel) if block.rows else None, following)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, following: Block | None) -> Element:
    made = styled(block)
    if block.starts_page:
        start_page(made)
    return keep_with_next(made) if isinstance(following, Signatures | SignOff) else made


def _ruled(made: Element | None, following: Block | None) -> Iterator[Element]:
    """Yield a form or table with what must stand behind it; its last row keeps to signatures."""
    if made is not None and isinstance(following, Signatures):
        for last in made[-1].iter(qualified("p")):
            keep_with_next(last)
    yield from _tabled(made, following)


def _tabled(made: Element | None, following: Block | None) -> Iterator[Element]:
    """Yield a table, if there is one, with what must stand behind it."""
    if made is not None:
        yield made
        yield from _spacer(following)


def _spacer(following: Block | None) -> Iterator[Element]:
    """Yield the paragraph behind a table, which keeps to signatures as the table does."""
    if isinstance(following, Signatures):
        yield keep_with_next(paragraph(StyleId.SPACER))
    elif not (isinstance(following, Paragraph | Letterhead) and following.starts_page):
        yield paragraph(StyleId.SPACER)


def styled(block: Paragraph) -> Element:
    """Make a paragraph of the document."""
    return paragraph(PARAGRAPHS[block.style], block.runs)


def _form(form: Form, cancel: CancelToken) -> Element:
    """Build a form; its grid has four columns if two labels stand in any line."""
    is_double = any(form_row.beside for form_row in form.rows)
    widths = (FORM_LABEL_MM, _HALF_MM) * 2 if is_double else (FORM_LABEL_MM, _VALUE_MM)
    made = table(StyleId.FORM, widths)
    for form_row in form.rows:
        cancel.check()
        if form_row.foot is not None and form_row.values:
            _add_footed(made, form_row, form_row.foot, cancel, span=3 if is_double else 1)
        else:
            _add_form_row(made, form_row, cancel, span=3 if is_double else 1)
    return made


def _add_form_row(parent: Element, form_row: FormRow, cancel: CancelToken, *, span: int) -> None:
    """Add a line of one label, whose values ``span`` columns, or of two."""
    pairs = [form_row] if form_row.beside is None else [form_row, form_row.beside]
    cells: list[Element] = []
    for pair in pairs:
        cells.append(_label(pair.label))
        width = _VALUE_MM if len(pairs) == 1 else _HALF_MM
        values = _values(pair, cancel)
        if pair.foot is not None:  # no values stand above it
            cells.append(cell(width, (styled(pair.foot),), align="bottom", span=span))
        else:
            columns = span if len(pairs) == 1 else 1
            cells.append(cell(width, values, align="center", span=columns))
    least_mm = max(pair.least_mm for pair in pairs)
    row(parent, *cells, whole=form_row.is_whole, least_mm=least_mm)


def _add_footed(
    parent: Element, form_row: FormRow, foot: Paragraph, cancel: CancelToken, *, span: int
) -> None:
    """Add a line in two rows without a rule between: a cell has text at one edge only."""
    label = _label(form_row.label, merged="restart")
    values = [keep_with_next(made) for made in _values(form_row, cancel)]
    keep_with_next(label[-1])
    above = cell(_VALUE_MM, values, span=span, open_sides=("bottom",))
    least_mm = max(form_row.least_mm - _FOOT_MM, 0.0)
    row(parent, label, above, whole=True, least_mm=least_mm)
    merged = cell(FORM_LABEL_MM, (paragraph(StyleId.FORM_LABEL),), merged="continue")
    below = cell(_VALUE_MM, (styled(foot),), align="bottom", span=span, open_sides=("top",))
    row(parent, merged, below, whole=True)


def _label(text: str, *, merged: str = "") -> Element:
    return cell(FORM_LABEL_MM, (plain(StyleId.FORM_LABEL, text),), align="center", merged=merged)


def _values(form_row: FormRow, cancel: CancelToken) -> list[Element]:
    values: list[Element] = []
    for value in form_row.values:
        cancel.check()
        values.append(styled(value))
    return values or [paragraph(StyleId.CELL)]


def _table(block: Table, cancel: CancelToken) -> Element:
    """Build a table; its heads come again on every page."""
    made = table(StyleId.FORM, block.widths_mm)
    if block.heads:
        heads = [keep_with_next(plain(StyleId.FORM_LABEL, head)) for head in block.heads]
        row(made, *map(_head_cell, block.widths_mm, heads), whole=True, heads=True)
    for number, values in enumerate(block.rows, 1):
        cancel.check()
        kept = block.whole and number < len(block.rows)
        cells = (_cell(*one, kept=kept) for one in zip(block.widths_mm, values, strict=True))
        row(made, *cells, whole=True, least_mm=block.least_mm)
    return made


def _head_cell(width_mm: float, head: Element) -> Element:
    return cell(width_mm, (head,), align="center")


def _cell(width_mm: float, values: Cell, *, kept: bool) -> Element:
    made = [styled(value) for value in values] or [paragraph(StyleId.CELL)]
    if kept:
        made = [keep_with_next(one) for one in made]
    return cell(width_mm, made, align="center")


def _letterhead(block: Letterhead) -> Iterator[Element]:
    office = plain(StyleId.OFFICE_MARK, block.office)
    size = office_mark_size(block.office)
    set_size(office, size)
    set_leading(office, size)
    yield office
    yield plain(StyleId.DOCUMENT_NUMBER, block.number)


def _sign_off(block: SignOff) -> Iterator[Element]:
    """Build office and day, each so many characters from the right; two free lines above them."""
    office, day = sign_off_indents(block.office, block.day)
    first = space_before(plain(StyleId.SIGN_OFF, block.office), 2 * GRID_LINE_PT)
    yield keep_with_next(indent_right(first, office * GRID_PT))
    yield indent_right(plain(StyleId.SIGN_OFF, block.day), day * GRID_PT)


def _signatures(block: Signatures, cancel: CancelToken) -> Element:
    """Build the table of signatures.

    A short one is kept on one page with its heading. A long one may break between its rows, but
    the last row never stands alone.
    """
    made = table(StyleId.LAYOUT, (_CAPACITY_MM, _NAME_MM, _SIGN_MM))
    last = len(block.rows) - 1
    first_kept = 0 if len(block.rows) <= SIGNATURES_ON_ONE_PAGE else last - 1
    for number, signature in enumerate(block.rows):
        cancel.check()
        _add_signature(made, signature, kept=first_kept <= number < last)
    return made


def _place_to_sign(signature: SignatureRow) -> Element:
    if signature.instead:
        return plain(StyleId.SIGNATURE, signature.instead)
    return paragraph(StyleId.SIGN_LINE)


def _add_signature(parent: Element, signature: SignatureRow, *, kept: bool) -> None:
    """Add who signs and where, or why nobody does, and below it what is to be remarked."""
    label = plain(StyleId.SIGNATURE, signature.label)
    name = plain(StyleId.SIGNATURE, signature.name)
    signed = [_place_to_sign(signature)]
    if signature.remark:
        signed.append(plain(StyleId.SIGNATURE_REMARK, signature.remark))
    if kept:
        for made in (label, name, *signed):
            keep_with_next(made)
    row(
        parent,
        cell(_CAPACITY_MM, (label,)),
        cell(_NAME_MM, (name,)),
        cell(_SIGN_MM, signed),
        whole=True,
    )
