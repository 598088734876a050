"""The styles of our documents: every look of ``exporters.styles``, under a name users can find.

A style is all a block needs to name; nothing in the body of a document is formatted by hand, so
that an office can change the looks of a paper in one place.
"""

import math
from collections.abc import Iterator

from exporters.document import Face, ParagraphStyle, Sheet
from exporters.page import (
    OFFICE_MARK_MM,
    RECORD_PAGE,
    RED_LINE_MM,
)
from exporters.styles import CELL_PADDING_PT, GRID_LINE_PT, RULE_PT, Align, TextStyle, styles
from exporters.writers.docx import fonts
from exporters.writers.docx.ooxml import (
    Element,
    eighths,
    element,
    half_points,
    qualified,
    twentieths,
    twips,
)
from exporters.writers.docx.scripts import Script
from exporters.writers.docx.style_names import FACES, PAGE_SIGN_FROM_MM, SCRIPTS, StyleId, looks

_RIGHT = frozenset((StyleId.MARK, StyleId.PAGE_LABEL, StyleId.PAGE_NUMBER_ODD))
_RED = frozenset((StyleId.OFFICE_MARK,))
_OUTLINE = {
    StyleId.HEADING: 0,
    StyleId.SIGNATURES_HEADING: 0,
    StyleId.HEADING_2: 1,
    StyleId.HEADING_3: 2,
    StyleId.HEADING_4: 3,
}
_BUILT_IN = frozenset(
    (StyleId.TITLE, StyleId.HEADING, StyleId.HEADING_2, StyleId.HEADING_3, StyleId.HEADING_4)
) | {StyleId.HEADER, StyleId.FOOTER}
_RULED = {
    StyleId.STATEMENT: ("top", "left", "bottom", "right"),
    StyleId.SIGN_LINE: ("bottom",),
    StyleId.PAGE_STATEMENT: ("top",),
}
_NEXT = {
    StyleId.TITLE: StyleId.NUMBER,
    StyleId.HEADING: StyleId.BODY,
    StyleId.SPEAKER: StyleId.SPEECH,
}
_BOX_SPACE_PT = 5.0
_PAGE_NUMBER_SIDES = {StyleId.PAGE_NUMBER_ODD: "right", StyleId.PAGE_NUMBER_EVEN: "left"}

LETTER_NUMBER_PT = 41.8
"""Blank above a letter's number, from the upper edge of the text."""

# Blanks before and after that depend on the sheet. The programs set characters low in their lines
# and the larger ones less so: what is taken away here brings them where they belong. Between two
# paragraphs the larger blank holds.
_BLANKS_PT = {
    (StyleId.OFFICE_MARK, Sheet.OFFICIAL): (OFFICE_MARK_MM / 25.4 * 72 + 2.6, 0.0),
    (StyleId.DOCUMENT_NUMBER, Sheet.OFFICIAL): (2 * GRID_LINE_PT - 13.2, 2 * GRID_LINE_PT),
    (StyleId.DOCUMENT_NUMBER, Sheet.LETTER): (LETTER_NUMBER_PT, 2 * GRID_LINE_PT - 6.4),
    (StyleId.TITLE, Sheet.OFFICIAL): (6.8, GRID_LINE_PT - 6.8),
    (StyleId.TITLE, Sheet.LETTER): (6.8, GRID_LINE_PT - 6.8),
}
# Red lines by style and sheet: side, kind, thickness in eighths of a point, blank in points.
_RED_LINES = {
    (StyleId.DOCUMENT_NUMBER, Sheet.OFFICIAL): ("bottom", "single", 12),
    (StyleId.LETTER_HEAD, Sheet.LETTER): ("bottom", "thickThinSmallGap", 24),
    (StyleId.LETTER_FOOT, Sheet.LETTER): ("bottom", "thinThickSmallGap", 24),
}

_FACE_NAMES = {
    Face.BODY: "仿宋字",
    Face.KAI: "楷体字",
    Face.HEI: "黑体字",
    Face.SONG: "宋体字",
    Face.TITLE: "小标宋字",
}
_SCRIPT_NAMES = {Script.TIBETAN: "藏文", Script.ARABIC: "维文", Script.MONGOLIAN: "蒙文"}
_SCRIPT_LANGUAGES = {
    Script.TIBETAN: "bo-CN",
    Script.ARABIC: "ug-CN",
    Script.MONGOLIAN: "mn-Mong-CN",
}
_COMPLEX_LANGUAGES = ("bo", "ug", "kk", "ky", "mn", "ar")
_ALIGNMENTS = {
    Align.JUSTIFY: "both",
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}
_RED_COLOUR = "D71515"
_RULE_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def style_sheet(language: str, sheet: Sheet) -> Element:
    """Build the part ``styles.xml`` for a document in ``language``, such as zh-CN."""
    held = styles(sheet)
    return element(
        "styles",
        _defaults(language, held[ParagraphStyle.BODY]),
        *_basic_styles(),
        *(_paragraph_style(style, shown, look, sheet) for style, shown, look in looks(held)),
        _empty(StyleId.SPACER, "表后间隔", height_pt=6),
        _empty(StyleId.PAGE_END, "页眉页脚末行", height_pt=1),
        *(_face_style(face) for face in Face),
        *(_script_style(script) for script in Script),
        _table_style(StyleId.FORM, "记录表格", rules=_RULE_SIDES, padding_pt=CELL_PADDING_PT),
        _table_style(StyleId.LAYOUT, "无框表格", rules=(), padding_pt=0),
    )


def rule(side: str) -> Element:
    """Make a rule of our thickness at one side of a cell or table."""
    return element(side, val="single", sz=eighths(RULE_PT), space=0, color="auto")


def _defaults(language: str, body: TextStyle) -> Element:
    """Build what holds without any style: body face, size and the languages of the slots."""
    run = element("rPr", fonts.slots(fonts.FACES[body.face]), *_size(body), _languages(language))
    paragraph = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _languages(language: str) -> Element:
    """Tell the language of Latin, Chinese and complex-script text; the document's in its slot."""
    languages = {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ug-CN"}
    if language.startswith("zh"):
        languages["eastAsia"] = language
    elif language.startswith(_COMPLEX_LANGUAGES):
        languages["bidi"] = language
    else:
        languages["val"] = language
    return element("lang", **languages)


def _basic_styles() -> tuple[Element, ...]:
    """Build the four default styles every document needs.

    Widow control is off: with it on, pages of the same text hold different numbers of lines. The
    automatic blank between Chinese and digits is off: it would break the even advance.
    """
    line_breaking = (
        element("widowControl", val=0),
        element("kinsoku", val=1),
        element("wordWrap", val=1),
        element("overflowPunct", val=1),
        element("topLinePunct", val=0),
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("snapToGrid", val=0),
        element("jc", val="both"),
    )
    normal = element(
        "style",
        element("name", val="Normal"),
        element("qFormat"),
        element("pPr", *line_breaking),
        type="paragraph",
        default=1,
        styleId=StyleId.NORMAL,
    )
    return (
        normal,
        _hidden("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _hidden("table", "TableNormal", "Normal Table"),
        _hidden("numbering", "NoList", "No List"),
    )


def _hidden(kind: str, style: str, shown: str) -> Element:
    """Build a default style that says nothing and is not offered to users."""
    return element(
        "style",
        element("name", val=shown),
        element("uiPriority", val=99),
        element("semiHidden"),
        element("unhideWhenUsed"),
        type=kind,
        default=1,
        styleId=style,
    )


def _paragraph_style(style: StyleId, shown: str, look: TextStyle, sheet: Sheet) -> Element:
    made = element("style", element("name", val=shown), type="paragraph", styleId=style)
    if style not in _BUILT_IN:
        made.set(qualified("customStyle"), "1")
    made.append(element("basedOn", val=StyleId.NORMAL))
    if style in _NEXT:
        made.append(element("next", val=_NEXT[style]))
    made.append(element("qFormat"))
    made.append(element("pPr", *_paragraph_properties(style, look, sheet)))
    made.append(element("rPr", *_run_properties(look, red=style in _RED)))
    if style is StyleId.MARK:
        made[-1].append(element("bdr", val="single", sz=eighths(RULE_PT), space=1, color="auto"))
    return made


def _paragraph_properties(style: StyleId, look: TextStyle, sheet: Sheet) -> Iterator[Element]:
    """Yield what holds for the whole paragraph, in the order of the schema."""
    if look.keep_with_next:
        yield element("keepNext")
        yield element("keepLines")
    if style is StyleId.CELL:
        yield element("widowControl")  # no single line of a cell on the next page
    yield from _rules(style, sheet)
    if style is StyleId.PAGE_SIGN:
        # Where the rule ends that is drawn behind the label.
        stop = element("tab", val="right", pos=twips(RECORD_PAGE.text_width_mm))
        yield element("tabs", stop)
    before, after = _BLANKS_PT.get((style, sheet), (look.before_pt, look.after_pt))
    yield element(
        "spacing",
        before=twentieths(before),
        after=twentieths(after),
        line=math.floor(look.leading_pt * 20),  # else a page of the grid is a line short
        lineRule="atLeast",  # a stack of Tibetan letters may be higher than the line
    )
    yield from _indents(style, look)
    yield element("jc", val=_alignment(style, look, sheet))
    if style in _OUTLINE:
        yield element("outlineLvl", val=_OUTLINE[style])


def _alignment(style: StyleId, look: TextStyle, sheet: Sheet) -> str:
    if style is StyleId.DOCUMENT_NUMBER and sheet is Sheet.OFFICIAL:
        return _ALIGNMENTS[Align.CENTRE]
    return "right" if style in _RIGHT else _ALIGNMENTS[look.align]


def _indents(style: StyleId, look: TextStyle) -> Iterator[Element]:
    """Yield how far the lines stand from the edges of the text, where they do."""
    if style is StyleId.STATEMENT:
        inset = twentieths(_BOX_SPACE_PT + RULE_PT)
        yield element("ind", left=inset, right=inset)
    elif style is StyleId.PAGE_SIGN:
        yield element("ind", left=twips(PAGE_SIGN_FROM_MM))
    elif style in _PAGE_NUMBER_SIDES:
        yield element("ind", **{_PAGE_NUMBER_SIDES[style]: twentieths(look.size_pt)})
    elif style is StyleId.SIGNATURE:
        yield element("ind", right=twentieths(CELL_PADDING_PT))  # capacity and name do not touch
    elif look.indent:
        first = twentieths(look.indent * (look.advance_pt or look.size_pt))
        # Word and WPS take the characters, LibreOffice the length.
        yield element("ind", firstLineChars=look.indent * 100, firstLine=first)


def _rules(style: StyleId, sheet: Sheet) -> Iterator[Element]:
    """Yield the rules beside a paragraph."""
    if (style, sheet) in _RED_LINES:
        yield element("pBdr", _red_line(style, sheet))
    elif style in _RULED:
        yield element("pBdr", *(_paragraph_rule(style, side) for side in _RULED[style]))


def _paragraph_rule(style: StyleId, side: str) -> Element:
    """Make a rule beside a paragraph; close where the leading or the hand keeps a distance."""
    made = rule(side)
    close = style is StyleId.SIGN_LINE or (style is StyleId.STATEMENT and side == "top")
    made.set(qualified("space"), str(1 if close else round(_BOX_SPACE_PT)))
    return made


def _red_line(style: StyleId, sheet: Sheet) -> Element:
    """Make the red line of a letterhead, or a double line of a letter."""
    side, kind, thickness = _RED_LINES[style, sheet]
    blank = 1 if sheet is Sheet.LETTER else round(RED_LINE_MM / 25.4 * 72)
    return element(side, val=kind, sz=thickness, space=blank, color=_RED_COLOUR)


def _run_properties(look: TextStyle, *, red: bool = False) -> Iterator[Element]:
    """Yield what holds for the letters, in the order of the schema.

    The advance is rounded down: a line must not be a twentieth of a point too long for its last
    character.
    """
    yield fonts.slots(fonts.FACES[look.face])
    if red:
        yield element("color", val=_RED_COLOUR)
    if look.advance_pt:
        yield element("spacing", val=math.floor((look.advance_pt - look.size_pt) * 20))
    yield from _size(look)


def _size(look: TextStyle) -> tuple[Element, Element]:
    size = half_points(look.size_pt)
    return element("sz", val=size), element("szCs", val=size)


def _empty(style: StyleId, shown: str, *, height_pt: float) -> Element:
    """Build a style of the empty paragraph behind a table, which the format demands."""
    return element(
        "style",
        element("name", val=shown),
        element("basedOn", val=StyleId.NORMAL),
        element("pPr", element("spacing", line=twentieths(height_pt), lineRule="exact")),
        element("rPr", element("sz", val=2), element("szCs", val=2)),
        type="paragraph",
        customStyle=1,
        styleId=style,
    )


def _character_style(style: str, shown: str, *properties: Element) -> Element:
    return element(
        "style",
        element("name", val=shown),
        element("basedOn", val="DefaultParagraphFont"),
        element("qFormat"),
        element("rPr", *properties),
        type="character",
        customStyle=1,
        styleId=style,
    )


def _face_style(face: Face) -> Element:
    return _character_style(FACES[face], _FACE_NAMES[face], fonts.slots(fonts.FACES[face]))


def _script_style(script: Script) -> Element:
    """Build the style of another writing system; no extra advance, which would cut its joins."""
    return _character_style(
        SCRIPTS[script],
        _SCRIPT_NAMES[script],
        fonts.slots(fonts.SCRIPTS[script]),
        element("spacing", val=0),
        element("lang", bidi=_SCRIPT_LANGUAGES[script]),
    )


def _table_style(
    style: StyleId, shown: str, *, rules: tuple[str, ...], padding_pt: float
) -> Element:
    """Build the style of a table with rules at the given sides, and blanks left and right."""
    beside = twentieths(padding_pt)
    # The leading stands above the letters: more blank below sets them in the middle of a row.
    above, below = twentieths(padding_pt * 0.2), twentieths(padding_pt * 0.8)
    margins = {"top": above, "left": beside, "bottom": below, "right": beside}
    properties = element("tblPr")
    if rules:
        properties.append(element("tblBorders", *(rule(side) for side in rules)))
    properties.append(
        element(
            "tblCellMar",
            *(element(side, w=width, type="dxa") for side, width in margins.items()),
        )
    )
    return element(
        "style",
        element("name", val=shown),
        element("basedOn", val="TableNormal"),
        element("qFormat"),
        properties,
        type="table",
        customStyle=1,
        styleId=style,
    )
