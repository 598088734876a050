"""Documents for the tests of the writers: empty, usual, extreme; all people and cases invented."""

from dataclasses import replace
from datetime import UTC, datetime

from exporters.document import (
    Block,
    Document,
    Face,
    Form,
    FormRow,
    NamePlate,
    PageFrame,
    Paragraph,
    ParagraphStyle,
    Run,
    SignatureRow,
    Signatures,
    Statement,
    Table,
    texts,
)

MADE_AT = datetime(2025, 6, 18, 12, 3, tzinfo=UTC)

STATEMENT = "本记录所载意见仅供承办检察官参考，不替代其依法作出的决定，不具有决定效力。"

FRAME = PageFrame(
    header="河澜州跨院检察官联席会议（刑事检察）2025年第7次会议记录　河澜检联〔2025〕7号",
    statement=STATEMENT,
    footer="联席 0.1　2025-06-18 20:03 制作　记录摘要 SHA-256：5f2a9c04 71be6d33 0a48e1f7 92cc5b10",
    page_label="第{page}页　共{pages}页",
    sign_label="本页核对签名：",
    mark="未签名稿",
)

TIBETAN = "བཀྲ་ཤིས་བདེ་ལེགས། ཞུས་པ།"
UYGHUR = "ئۇيغۇر تىلى، 2025-يىل"
MONGOLIAN = "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠌"

_SPEECH = (
    "郭某峰收购他人银行卡十七套转卖给境外人员，其中三套在交付以后仍由其本人保管密码，并按“上家”"
    "要求在银行限额内分次转账，累计47笔、385,000元。我认为这一部分已经超出提供银行卡的范围，"
    "建议先补齐转账时间与资金进入时间的对应关系，再讨论定性。"
)


def document(*blocks: Block, frame: PageFrame = FRAME, language: str = "zh-CN") -> Document:
    """Make a document of the given blocks."""
    return Document(
        title="检察官联席会议记录",
        subject="参考性意见",
        author="河澜州人民检察院",
        keywords="检察官联席会议;参考",
        made_at=MADE_AT,
        frame=frame,
        blocks=blocks,
        language=language,
    )


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    """Make a paragraph of one run in the body face."""
    return Paragraph((Run(text),), style)


def heading(text: str) -> Paragraph:
    """Make the heading of a part."""
    return Paragraph((Run(text, Face.HEI),), ParagraphStyle.HEADING)


def first(text: str) -> Paragraph:
    """Make the title of an annex, at the head of a new page."""
    return Paragraph((Run(text, Face.TITLE),), ParagraphStyle.TITLE, starts_page=True)


def form_row(label: str, *values: str) -> FormRow:
    """Make a row of a form with plain paragraphs."""
    return FormRow(label, tuple(paragraph(value, ParagraphStyle.CELL) for value in values))


def pair(label: str, value: str, second: str, beside: str) -> FormRow:
    """Make a row of two labels with their values."""
    return replace(form_row(label, value), beside=form_row(second, beside))


def opinion(label: str, *values: str, foot: str = "", least_mm: float = 40) -> FormRow:
    """Make a row to be filled in by hand, with the line to sign at its foot if there is one."""
    signed = paragraph(foot, ParagraphStyle.CELL_RIGHT) if foot else None
    return replace(form_row(label, *values), least_mm=least_mm, foot=signed)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = (), **fields: object) -> Table:
    """Make a table of equal columns; an empty text is an empty cell."""
    columns = len(rows[0]) if rows else len(heads)
    cells = tuple(
        tuple((paragraph(text, ParagraphStyle.CELL),) if text else () for text in row)
        for row in rows
    )
    return Table((156 / columns,) * columns, cells, heads, **fields)  # type: ignore[arg-type] # as named


def signed_list(people: int, *, signing: int = 7) -> Document:
    """Make a list of ``people`` to sign, a sentence, and signatures told by marks."""
    rows = tuple((f"第{number}号", "河澜州人民检察院", "司马㛃", "") for number in range(people))
    heads = ("序号名", "单位", "姓名", "本人签名")
    signed = tuple(SignatureRow(f"始{number}号职务", "龚䶮") for number in range(signing))
    return document(
        heading("到会人员"),
        table(*rows, heads=heads, least_mm=11),
        paragraph("以上到会情况无误。"),
        Signatures("签名处", signed),
    )


def on_paper(paper: Document) -> list[str]:
    """Return every text as often as it stands on paper: that of a place card on both sides."""
    found: list[str] = []
    for block in paper.blocks:
        told = texts(replace(paper, blocks=(block,)))
        found += told * 2 if isinstance(block, NamePlate) else told
    return found


def speech(number: int) -> tuple[Paragraph, Paragraph]:
    """Make the line of a speaker and the words that follow, told apart by ``number``."""
    speaker = Paragraph(
        (Run(f"{number}．龚䶮（10:{number:02}）", Face.HEI),), ParagraphStyle.SPEAKER
    )
    return speaker, paragraph(f"第{number}节。{_SPEECH}", ParagraphStyle.SPEECH)


def signatures(count: int = 4) -> Signatures:
    """Make a block of signatures; the second row has a remark."""
    people = (
        ("主持人", "罗承砚"),
        ("承办检察官", "陶𬤇"),
        ("出席检察官", "司马㛃"),
        ("记录人", "买买提·吐尔逊"),
    )
    rows = [SignatureRow(*people[number % len(people)]) for number in range(count)]
    if count > 1:
        rows[1] = SignatureRow("承办检察官", "陶𬤇", "视频参会，签名页另行邮寄入卷。")
    return Signatures("以上记录经核对无误", tuple(rows), "签名")


def empty() -> Document:
    """Make a paper without a word, as nothing but the frame."""
    return document(frame=PageFrame("", "", "", "{page}", "", None))


def usual(speeches: int = 8) -> Document:
    """Make a record as it is usually written, some pages long."""
    form = Form(
        (
            form_row("会议名称", "河澜州跨院检察官联席会议（刑事检察）2025年第7次会议"),
            form_row("会议时间", "2025年6月18日9时00分至11时47分"),
            form_row("会议地点", "河澜州人民检察院第二会议室；朔川县院视频会议室"),
            form_row("主持人", "罗承砚（第一检察部主任，四级高级检察官）"),
            form_row("承办检察官", "陶𬤇（朔川县人民检察院第一检察部检察官）"),
            form_row(
                "出席", "司马㛃、龚䶮、赵犇（东岭县人民检察院）", "阿旺·才让（白塔沟县人民检察院）"
            ),
            form_row("案由", "帮助信息网络犯罪活动罪（移送罪名）"),
            form_row("讨论的问题", "1．收购、出售银行卡行为的定性。", "2．“明知”的认定。"),
            form_row("基本案情", _SPEECH * 3),
            pair("案号", "河检刑受〔2025〕7号", "承办部门", "第一检察部"),
            opinion("审核意见", "同意。", foot="签名：　　　　年　　月　　日"),
        )
    )
    return document(
        paragraph("河澜州人民检察院", ParagraphStyle.OFFICE),
        paragraph("检察官联席会议记录", ParagraphStyle.TITLE),
        paragraph("河澜检联〔2025〕7号", ParagraphStyle.NUMBER),
        Statement(STATEMENT),
        form,
        heading("一、承办检察官汇报"),
        Paragraph((Run("承办意见：", Face.HEI), Run(_SPEECH)), ParagraphStyle.BODY, "汇报"),
        heading("二、发言记录"),
        *(block for number in range(1, speeches + 1) for block in speech(number)),
        paragraph(f"原话：{TIBETAN}（藏语，翻译：卓玛）", ParagraphStyle.REMARK),
        paragraph(f"原话：{UYGHUR}；{MONGOLIAN}。", ParagraphStyle.REMARK),
        signatures(),
    )


def extreme() -> Document:
    """Make a document of every odd thing the model allows."""
    return document(
        *(paragraph("", style) for style in ParagraphStyle),
        *(paragraph("字" * 3000, style) for style in ParagraphStyle),
        Paragraph(()),
        Paragraph(tuple(Run(f"{face.value} 面", face) for face in Face)),
        paragraph(" 前后有空白 \n\n换行  两个空白\n"),
        paragraph("</w:t>&amp;<!-- ]]> \"'"),
        paragraph("𠮷𰀀👨‍👩‍👧葛󠄀\ufa1b\u200b\u00a0"),
        paragraph(UYGHUR, ParagraphStyle.SPEECH),
        paragraph(f"{TIBETAN}{UYGHUR}{MONGOLIAN}", ParagraphStyle.SPEECH),
        Form(()),
        Form((FormRow("空行", ()), form_row("", ""))),
        Form((form_row("很长的项目名称" * 6, "长" * 4000), form_row("段落", *("段",) * 60))),
        Form((form_row("紧接", "下一张表"),)),
        Table((156.0,), ()),
        table(heads=("只有", "表头")),
        table(("长" * 4000, "", "短"), heads=("很长的列名" * 9, "", "三"), least_mm=30),
        table(*(("", str(n), "字" * n) for n in range(60)), heads=("一", "二", "三")),
        table(*(("",),) * 60, least_mm=9, whole=True),
        Statement(""),
        Statement("第一行\n第二行"),
        Signatures("", ()),
        Signatures("签名", (SignatureRow("", ""), SignatureRow("甲" * 60, "乙" * 60, "丙" * 300))),
        first("附页"),
        Signatures("签名", (SignatureRow("甲", "乙", "丙", "拒绝签名（丁）"),)),
        Form((form_row("附页前", "是表格"),)),
        Form(
            (
                pair("案件名称", "郭某峰案", "案号", "河检刑受〔2025〕7号"),
                pair("长" * 200, "", "很长的项目" * 20, "长" * 900),
                form_row("整行", "甲"),
                opinion("部门负责人意见", foot="签名：　　　　年　月　日"),
                opinion("分管检察长意见", "同意。", foot="签名：　　　　年　月　日"),
                opinion("长意见", "长" * 3000, foot="签名：　　　　年　月　日"),
                opinion("高", least_mm=400),
            )
        ),
        Form((opinion("只有一行", "甲", foot=TIBETAN),)),
        NamePlate("罗承砚", "河澜州人民检察院"),
        NamePlate("", ""),
        NamePlate(f"{TIBETAN}{UYGHUR}", "𰻞" * 90),
        first("又一附页"),
        first("再一附页"),
        Signatures("签名", (SignatureRow("甲", "乙", instead="长" * 2000),)),
        signatures(70),
        frame=PageFrame(
            "页眉" * 60,
            STATEMENT * 3,
            "页脚" * 80,
            "{pages}{page}{pages}{other}",
            "签" * 20,
            "稿" * 9,
        ),
        language="ug-CN",
    )
