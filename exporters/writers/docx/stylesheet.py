"""The styles of our documents: every look of ``exporters.styles``, under a name users can find.

A style is all a block needs to name; nothing in the body of a document is formatted by hand, so
that an office can change the looks of a paper in one place.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from exporters.document import Face, ParagraphStyle
from exporters.page import RECORD_PAGE
from exporters.styles import (
    CELL_PADDING_PT,
    FOOTER,
    FORM_LABEL,
    HEADER,
    MARK,
    PAGE_STATEMENT,
    PITCH_PT,
    RULE_PT,
    SIGNATURE,
    SIGNATURES_HEADING,
    STATEMENT,
    STYLES,
    Align,
    TextStyle,
)
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


class StyleId(StrEnum):
    """Identifiers of the styles a body or a page frame names."""

    NORMAL = "Normal"
    OFFICE = "LxOffice"
    TITLE = "Title"
    NUMBER = "LxNumber"
    HEADING = "Heading1"
    BODY = "LxBody"
    CELL = "LxCell"
    CELL_CENTRE = "LxCellCentre"
    CELL_RIGHT = "LxCellRight"
    SPEAKER = "LxSpeaker"
    SPEECH = "LxSpeech"
    REMARK = "LxRemark"
    FORM_LABEL = "LxFormLabel"
    STATEMENT = "LxStatement"
    SIGNATURES_HEADING = "LxSignaturesHeading"
    SIGNATURE = "LxSignature"
    SIGN_LINE = "LxSignLine"
    SIGNATURE_REMARK = "LxSignatureRemark"
    HEADER = "Header"
    MARK = "LxMark"
    PAGE_STATEMENT = "LxPageStatement"
    PAGE_SIGN = "LxPageSign"
    FOOTER = "Footer"
    PAGE_LABEL = "LxPageLabel"
    SPACER = "LxSpacer"
    PAGE_END = "LxPageEnd"
    FORM = "LxForm"
    LAYOUT = "LxLayout"


PARAGRAPHS: dict[ParagraphStyle, StyleId] = {style: StyleId[style.name] for style in ParagraphStyle}
"""The style of each kind of paragraph."""

FACES: dict[Face, str] = {face: f"LxFace{face.name.title()}" for face in Face}
"""The character style of a run whose face is not that of its paragraph."""

SCRIPTS: dict[Script, str] = {script: f"Lx{script.name.title()}" for script in Script}
"""The character style of a run in another writing system."""

PAGE_SIGN_LINE_PT = 26.0
"""Height of the line where each page is signed by hand."""

# The room to sign stands above the line, so that a capacity of two lines is set close.
_SIGNATURE = replace(SIGNATURE, leading_pt=19, before_pt=16)
# Where each page is signed: right, as far as a hand writes, and clear of the rule below.
_PAGE_SIGN_FROM_MM = 78.0
_HEADER = replace(HEADER, after_pt=3)
_PAGE_STATEMENT = replace(PAGE_STATEMENT, after_pt=3)
_SIGNATURE_REMARK = TextStyle(Face.KAI, 10.5, 15, Align.LEFT)
_PAGE_SIGN = TextStyle(Face.SONG, 10.5, PAGE_SIGN_LINE_PT, Align.LEFT, after_pt=5)

# Names of styles Word knows must be Word's own; it shows them in the reader's language.
_LOOKS: tuple[tuple[StyleId, str, TextStyle], ...] = (
    (StyleId.OFFICE, "院名", STYLES[ParagraphStyle.OFFICE]),
    (StyleId.TITLE, "Title", STYLES[ParagraphStyle.TITLE]),
    (StyleId.NUMBER, "文号", STYLES[ParagraphStyle.NUMBER]),
    (StyleId.HEADING, "heading 1", STYLES[ParagraphStyle.HEADING]),
    (StyleId.BODY, "记录正文", STYLES[ParagraphStyle.BODY]),
    (StyleId.CELL, "表格文字", STYLES[ParagraphStyle.CELL]),
    (StyleId.CELL_CENTRE, "表格居中文字", STYLES[ParagraphStyle.CELL_CENTRE]),
    (StyleId.CELL_RIGHT, "表格居右文字", STYLES[ParagraphStyle.CELL_RIGHT]),
    (StyleId.SPEAKER, "发言人", STYLES[ParagraphStyle.SPEAKER]),
    (StyleId.SPEECH, "发言内容", STYLES[ParagraphStyle.SPEECH]),
    (StyleId.REMARK, "发言备注", STYLES[ParagraphStyle.REMARK]),
    (StyleId.FORM_LABEL, "表格项目", FORM_LABEL),
    (StyleId.STATEMENT, "参考性说明", STATEMENT),
    (StyleId.SIGNATURES_HEADING, "签名标题", SIGNATURES_HEADING),
    (StyleId.SIGNATURE, "签名项", _SIGNATURE),
    (StyleId.SIGN_LINE, "签名线", _SIGNATURE),
    (StyleId.SIGNATURE_REMARK, "签名备注", _SIGNATURE_REMARK),
    (StyleId.HEADER, "header", _HEADER),
    (StyleId.MARK, "稿件标记", MARK),
    (StyleId.PAGE_STATEMENT, "页脚说明", _PAGE_STATEMENT),
    (StyleId.PAGE_SIGN, "逐页签名", _PAGE_SIGN),
    (StyleId.FOOTER, "footer", FOOTER),
    (StyleId.PAGE_LABEL, "页码", FOOTER),
)
_OWN_FACES = {style: look.face for style, _, look in _LOOKS}
_RIGHT = frozenset((StyleId.MARK, StyleId.PAGE_LABEL))
_BUILT_IN = frozenset((StyleId.TITLE, StyleId.HEADING, StyleId.HEADER, StyleId.FOOTER))
_OUTLINE = frozenset((StyleId.HEADING, StyleId.SIGNATURES_HEADING))
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
_RULE_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def style_sheet(language: str) -> Element:
    """Build the part ``styles.xml`` for a document in ``language``, such as zh-CN."""
    return element(
        "styles",
        _defaults(language),
        *_basic_styles(),
        *(_paragraph_style(style, shown, look) for style, shown, look in _LOOKS),
        _empty(StyleId.SPACER, "表后间隔", height_pt=6),
        _empty(StyleId.PAGE_END, "页眉页脚末行", height_pt=1),
        *(_face_style(face) for face in Face),
        *(_script_style(script) for script in Script),
        _table_style(StyleId.FORM, "记录表格", rules=_RULE_SIDES, padding_pt=CELL_PADDING_PT),
        _table_style(StyleId.LAYOUT, "无框表格", rules=(), padding_pt=0),
    )


def own_face(style: StyleId) -> Face:
    """Return the face of a paragraph style; that of the body where the style has none."""
    return _OWN_FACES.get(style, Face.BODY)


def rule(side: str) -> Element:
    """Make a rule of our thickness at one side of a cell or table."""
    return element(side, val="single", sz=eighths(RULE_PT), space=0, color="auto")


def _defaults(language: str) -> Element:
    """Build what holds without any style: body face, size and the languages of the slots."""
    body = STYLES[ParagraphStyle.BODY]
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


def _paragraph_style(style: StyleId, shown: str, look: TextStyle) -> Element:
    made = element("style", element("name", val=shown), type="paragraph", styleId=style)
    if style not in _BUILT_IN:
        made.set(qualified("customStyle"), "1")
    made.append(element("basedOn", val=StyleId.NORMAL))
    if style in _NEXT:
        made.append(element("next", val=_NEXT[style]))
    made.append(element("qFormat"))
    made.append(element("pPr", *_paragraph_properties(style, look)))
    made.append(element("rPr", *_run_properties(look)))
    if style is StyleId.MARK:
        made[-1].append(element("bdr", val="single", sz=eighths(RULE_PT), space=1, color="auto"))
    return made


def _paragraph_properties(style: StyleId, look: TextStyle) -> Iterator[Element]:
    """Yield what holds for the whole paragraph, in the order of the schema."""
    if look.keep_with_next:
        yield element("keepNext")
        yield element("keepLines")
    if style is StyleId.CELL:
        yield element("widowControl")  # no single line of a cell on the next page
    if style in _RULED:
        yield element("pBdr", *(_paragraph_rule(style, side) for side in _RULED[style]))
    if style is StyleId.PAGE_SIGN:
        # Where the rule ends that is drawn behind the label.
        stop = element("tab", val="right", pos=twips(RECORD_PAGE.text_width_mm))
        yield element("tabs", stop)
    yield element(
        "spacing",
        before=twentieths(look.before_pt),
        after=twentieths(look.after_pt),
        line=twentieths(look.leading_pt),
        lineRule="atLeast",  # a stack of Tibetan letters may be higher than the line
    )
    if style is StyleId.STATEMENT:
        inset = twentieths(_BOX_SPACE_PT + RULE_PT)
        yield element("ind", left=inset, right=inset)
    elif style is StyleId.PAGE_SIGN:
        yield element("ind", left=twips(_PAGE_SIGN_FROM_MM))
    elif style is StyleId.SIGNATURE:
        yield element("ind", right=twentieths(CELL_PADDING_PT))  # capacity and name do not touch
    elif look.indent:
        advance = PITCH_PT if look.grid else look.size_pt
        first = twentieths(look.indent * advance)
        # Word and WPS take the characters, LibreOffice the length.
        yield element("ind", firstLineChars=look.indent * 100, firstLine=first)
    yield element("jc", val="right" if style in _RIGHT else _ALIGNMENTS[look.align])
    if style in _OUTLINE:
        yield element("outlineLvl", val=0)


def _paragraph_rule(style: StyleId, side: str) -> Element:
    """Make a rule beside a paragraph; close where the leading or the hand keeps a distance."""
    made = rule(side)
    close = style is StyleId.SIGN_LINE or (style is StyleId.STATEMENT and side == "top")
    made.set(qualified("space"), str(1 if close else round(_BOX_SPACE_PT)))
    return made


def _run_properties(look: TextStyle) -> Iterator[Element]:
    """Yield what holds for the letters, in the order of the schema."""
    yield fonts.slots(fonts.FACES[look.face])
    if look.grid:
        yield element("spacing", val=twentieths(PITCH_PT - look.size_pt))
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
