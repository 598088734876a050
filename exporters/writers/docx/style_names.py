"""The styles of our documents: their identifiers, their names, and the look of each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from exporters.document import Face, ParagraphStyle, Sheet
from exporters.styles import (
    FOOTER,
    FORM_LABEL,
    HEADER,
    LETTER_NUMBER,
    MARK,
    OFFICE_MARK,
    PAGE_NUMBER,
    PAGE_STATEMENT,
    SECRECY,
    SIGN_OFF,
    SIGNATURE,
    SIGNATURES_HEADING,
    STATEMENT,
    Align,
    TextStyle,
    styles,
)
from exporters.writers.docx.scripts import Script


class StyleId(StrEnum):
    """Identifiers of the styles a body or a page frame names."""

    NORMAL = "Normal"
    OFFICE = "LxOffice"
    TITLE = "Title"
    NUMBER = "LxNumber"
    ADDRESSEE = "LxAddressee"
    HEADING = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    BODY = "LxBody"
    CELL = "LxCell"
    CELL_CENTRE = "LxCellCentre"
    CELL_RIGHT = "LxCellRight"
    SPEAKER = "LxSpeaker"
    SPEECH = "LxSpeech"
    REMARK = "LxRemark"
    FORM_LABEL = "LxFormLabel"
    STATEMENT = "LxStatement"
    OFFICE_MARK = "LxOfficeMark"
    DOCUMENT_NUMBER = "LxDocumentNumber"
    SIGN_OFF = "LxSignOff"
    SIGNATURES_HEADING = "LxSignaturesHeading"
    SIGNATURE = "LxSignature"
    SIGN_LINE = "LxSignLine"
    SIGNATURE_REMARK = "LxSignatureRemark"
    HEADER = "Header"
    MARK = "LxMark"
    SECRECY = "LxSecrecy"
    PAGE_STATEMENT = "LxPageStatement"
    OFFICIAL_STATEMENT = "LxOfficialStatement"
    PAGE_SIGN = "LxPageSign"
    FOOTER = "Footer"
    PAGE_LABEL = "LxPageLabel"
    PAGE_NUMBER_ODD = "LxPageNumberOdd"
    PAGE_NUMBER_EVEN = "LxPageNumberEven"
    LETTER_HEAD = "LxLetterHead"
    LETTER_FOOT = "LxLetterFoot"
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
PAGE_SIGN_FROM_MM = 78.0
"""Where each page is signed: right, as far as a hand writes, and clear of the rule below."""

_HEADER = replace(HEADER, after_pt=3)
_PAGE_STATEMENT = replace(PAGE_STATEMENT, after_pt=3)
_SIGNATURE_REMARK = TextStyle(Face.KAI, 10.5, 15, Align.LEFT)
_LETTER_LINE = TextStyle(Face.SONG, 1, 4, Align.LEFT)
_PAGE_SIGN = TextStyle(Face.SONG, 10.5, PAGE_SIGN_LINE_PT, Align.LEFT, after_pt=5)

# The styles of paragraphs; names of those Word knows must be Word's own, which it translates.
_PARAGRAPHS: dict[ParagraphStyle, str] = {
    ParagraphStyle.OFFICE: "院名",
    ParagraphStyle.TITLE: "Title",
    ParagraphStyle.NUMBER: "文号",
    ParagraphStyle.ADDRESSEE: "主送",
    ParagraphStyle.HEADING: "heading 1",
    ParagraphStyle.HEADING_2: "heading 2",
    ParagraphStyle.HEADING_3: "heading 3",
    ParagraphStyle.HEADING_4: "heading 4",
    ParagraphStyle.BODY: "记录正文",
    ParagraphStyle.CELL: "表格文字",
    ParagraphStyle.CELL_CENTRE: "表格居中文字",
    ParagraphStyle.CELL_RIGHT: "表格居右文字",
    ParagraphStyle.SPEAKER: "发言人",
    ParagraphStyle.SPEECH: "发言内容",
    ParagraphStyle.REMARK: "发言备注",
}

# Everything else a body or a page frame names, the same on every sheet.
_OTHERS: tuple[tuple[StyleId, str, TextStyle], ...] = (
    (StyleId.FORM_LABEL, "表格项目", FORM_LABEL),
    (StyleId.STATEMENT, "参考性说明", STATEMENT),
    (StyleId.OFFICE_MARK, "发文机关标志", OFFICE_MARK),
    (StyleId.DOCUMENT_NUMBER, "发文字号", LETTER_NUMBER),
    (StyleId.SIGN_OFF, "落款", SIGN_OFF),
    (StyleId.SIGNATURES_HEADING, "签名标题", SIGNATURES_HEADING),
    (StyleId.SIGNATURE, "签名项", _SIGNATURE),
    (StyleId.SIGN_LINE, "签名线", _SIGNATURE),
    (StyleId.SIGNATURE_REMARK, "签名备注", _SIGNATURE_REMARK),
    (StyleId.HEADER, "header", _HEADER),
    (StyleId.MARK, "稿件标记", MARK),
    (StyleId.SECRECY, "密级标志", SECRECY),
    (StyleId.PAGE_STATEMENT, "页脚说明", _PAGE_STATEMENT),
    (StyleId.OFFICIAL_STATEMENT, "公文页脚说明", PAGE_STATEMENT),
    (StyleId.PAGE_SIGN, "逐页签名", _PAGE_SIGN),
    (StyleId.FOOTER, "footer", FOOTER),
    (StyleId.PAGE_LABEL, "页码", FOOTER),
    (StyleId.PAGE_NUMBER_ODD, "单页页码", PAGE_NUMBER),
    (StyleId.PAGE_NUMBER_EVEN, "双页页码", PAGE_NUMBER),
    (StyleId.LETTER_HEAD, "信函首线", _LETTER_LINE),
    (StyleId.LETTER_FOOT, "信函尾线", _LETTER_LINE),
)
_OWN_FACES = {
    **{PARAGRAPHS[style]: look.face for style, look in styles(Sheet.RECORD).items()},
    **{style: look.face for style, _, look in _OTHERS},
}


def looks(
    paragraphs: Mapping[ParagraphStyle, TextStyle],
) -> Iterator[tuple[StyleId, str, TextStyle]]:
    """Yield every style of paragraphs with its name and its look."""
    for style, shown in _PARAGRAPHS.items():
        yield PARAGRAPHS[style], shown, paragraphs[style]
    yield from _OTHERS


def own_face(style: StyleId) -> Face:
    """Return the face of a paragraph style; that of the body where the style has none."""
    return _OWN_FACES.get(style, Face.BODY)
