"""Runs of text and the paragraphs around them: the smallest things a body is made of."""

from collections.abc import Iterable

from exporters.document import Face, Run
from exporters.writers.docx.ooxml import (
    XML_SPACE,
    Element,
    add,
    element,
    half_points,
    qualified,
    twentieths,
)
from exporters.writers.docx.scripts import Script, is_right_to_left, segments
from exporters.writers.docx.style_names import FACES, SCRIPTS, StyleId, own_face


def paragraph(style: StyleId, runs: Iterable[Run] = ()) -> Element:
    """Make a paragraph; it runs from right to left if its first letter does."""
    made = element("p")
    properties = add(made, "pPr")
    add(properties, "pStyle", val=style)
    held = tuple(runs)
    right_to_left = is_right_to_left("".join(run.text for run in held))
    if right_to_left:
        add(properties, "bidi")
    face = own_face(style)
    for run in held:
        add_text(
            made,
            run.text,
            face=None if run.face is face else run.face,
            right_to_left=right_to_left,
        )
    return made


def plain(style: StyleId, text: str) -> Element:
    """Make a paragraph of one text in the style's own face."""
    return paragraph(style, (Run(text, own_face(style)),))


def add_text(
    parent: Element, text: str, *, face: Face | None = None, right_to_left: bool = False
) -> None:
    """Add ``text`` to a paragraph, one run for each writing system in it.

    ``face`` is None where the face is the style's. Raises ValueError for characters XML cannot
    carry: the text was not cleaned.
    """
    for script, piece in segments(text, right_to_left=right_to_left):
        run = add(parent, "r")
        _add_look(run, face, script)
        for number, line in enumerate(piece.split("\n")):
            if number:
                add(run, "br")
            if line:
                shown = add(run, "t")
                shown.text = line
                shown.set(XML_SPACE, "preserve")


def _add_look(run: Element, face: Face | None, script: Script | None) -> None:
    """Name the character style of a run, and say that it needs shaping."""
    if script is not None:
        look = add(run, "rPr")
        add(look, "rStyle", val=SCRIPTS[script])
        add(look, "rtl" if script is Script.ARABIC else "cs")
    elif face is not None:
        add(add(run, "rPr"), "rStyle", val=FACES[face])


def add_field(parent: Element, code: str) -> None:
    """Add a field such as PAGE, which the reading program computes.

    Five runs: WPS shows nothing for a field that has no separator and result yet.
    """
    add(add(parent, "r"), "fldChar", fldCharType="begin")
    instruction = add(add(parent, "r"), "instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    add(add(parent, "r"), "fldChar", fldCharType="separate")
    add(add(parent, "r"), "t").text = "1"
    add(add(parent, "r"), "fldChar", fldCharType="end")


def start_page(made: Element) -> Element:
    """Put a paragraph at the head of a new page; returns it."""
    made[0].insert(1, element("pageBreakBefore"))
    return made


def keep_with_next(made: Element) -> Element:
    """Keep a paragraph on the page of the one that follows; returns it."""
    if made[0].find(qualified("keepNext")) is None:
        made[0].insert(1, element("keepNext"))
    return made


def space_before(made: Element, before_pt: float) -> Element:
    """Leave a blank above a paragraph, but for one at the head of a page; returns it."""
    add(made[0], "spacing", before=twentieths(before_pt))
    return made


def indent_right(made: Element, indent_pt: float) -> Element:
    """End a paragraph so far from the right edge of the text; returns it."""
    add(made[0], "ind", right=twentieths(indent_pt))
    return made


def set_size(made: Element, size_pt: float) -> None:
    """Set the text of a paragraph in a size of its own."""
    size = half_points(size_pt)
    for run in made.iterchildren(qualified("r")):
        properties = run.find(qualified("rPr"))
        if properties is None:
            properties = element("rPr")
            run.insert(0, properties)
        at = 1 if len(properties) else 0  # behind the name of a style, before rtl and cs
        properties[at:at] = [element("sz", val=size), element("szCs", val=size)]
