"""The papers of a joint conference besides its record: each with its fields, in their order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from exporters.document import Document, Form, FormRow, Letterhead, Paragraph, Sheet, Table, texts
from exporters.export import export
from exporters.kinds.annexes import annexes
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_allowed, kinds_due, working_kinds
from exporters.text import clean_document
from models.errors import KindNotDue
from models.papers import (
    ArchiveView,
    MeetingPapers,
    NoticeTimesView,
    ParticipantNoteView,
    RequestView,
)
from models.profiles import paper_rules_of
from models.snapshot import (
    AttachmentView,
    CaseView,
    LineView,
    MeetingSnapshot,
    OpinionView,
    ParticipantView,
    QuorumView,
    ScheduleView,
)
from tests.exporters import docx_audit, docx_files, pdf_audit, pdf_files
from tests.exporters.meetings import MADE_AT, PROFILES, built, conference, hearing, papers, whole

SAMPLES = Path(__file__).parents[2] / "resources/samples"

FIELDS = {
    "request": (
        *("案件名称", "案号", "统一业务\n系统号", "当事人", "案由", "诉讼阶段"),
        *("办案期限\n届满日", "承办检察官\n（办案组）", "基本案情", "争议问题"),
        *("承办人意见\n及理由", "应当提请\n的事由", "可以提请\n的事由", "是否曾经讨论"),
        *("建议参会人员", "会议范围", "邀请专家", "涉密情况", "提请人", "部门负责人\n审核"),
        *("分管检察长\n意见", "备注"),
    ),
    "notice": (
        *("一、会议时间", "二、会议地点", "三、会议议题", "四、主持人和参会、列席人员"),
        *("五、会议材料", "六、有关要求", "七、联系人和电话", "附件", "会议材料清单"),
        *("序号", "材料名称", "份号", "是否收回"),
    ),
    "materials": (
        *("会议名称", "会议时间", "序号", "材料名称", "份号", "是否收回", "领取人签名"),
        *("收回日期", "发放人签名", "收回核对人\n签名"),
    ),
    "sign_in": (
        *("会议名称", "时间", "地点", "序号", "单位", "姓名", "职务、等级", "身份"),
        *("参会方式", "到会时间", "离会时间", "签名", "应到", "实到", "请假", "回避"),
        *("计入人数", "人数要求", "保密提醒", "确认人签名", "视频分会场"),
    ),
    "expert_statement": ("说明人", "身份", "专门性问题", "说明内容", "说明人签名"),
    "written_opinions": (
        *("会议名称", "案件", "发表人", "身份", "提交时间", "意见", "理由", "发表人签名"),
    ),
    "summary": ("会议名称", "时间", "地点", "案件", "议题", "会议性质", "各发言人的意见"),
    "delivery_receipt": (
        *("会议名称", "案件", "送交范围", "序号", "文书名称", "正本或者副本", "份数"),
        *("送交对象", "签收人签名", "签收日期", "送交人", "备注"),
    ),
    "handler_note": (
        *("案件", "联席会议", "承办检察官", "说明日期", "会议性质", "对各人意见的参考情况"),
        *("序号", "发言人", "意见要点", "处理", "理由", "处理意见\n或拟报事项", "后续去向"),
        "承办检察官签名",
    ),
    "divergence_report": (
        *("报告人", "报告日期", "案件", "会议情况", "报告依据", "承办人意见", "分歧情况"),
        *("各人意见\n及理由", "报请事项", "检察长批示", "是否提请\n检委会", "报告人签名"),
    ),
    "correction_sheet": (
        *("第1号", "更正位置", "原文", "更正为", "理由", "更正人", "更正日期", "签名情况"),
    ),
    "interference_slip": (
        *("过问人姓名", "单位和职务", "与案件的关系", "联系方式", "过问时间", "过问地点"),
        *("过问方式", "过问的案件", "涉及的会议", "过问内容", "处理情况", "附件材料", "登记人"),
        *("接收部门", "登记依据"),
    ),
    "record": (
        *("时间", "地点", "会议名称", "主持人", "出席", "列席", "承办检察官", "记录人", "回避"),
        *("犯罪嫌疑人、当事人", "案件", "案由", "议题", "会议性质", "宣布事项", "录音录像"),
        *("讨论内容", "主持人结束语", "参会人员签名", "附件：会议材料"),
    ),
}
"""The fields of each paper in order, as they stand on it (domain 5.1 to 5.7)."""


def _rows(document: Document) -> Iterator[FormRow]:
    for block in document.blocks:
        if isinstance(block, Form):
            for row in block.rows:
                yield row
                if row.beside:
                    yield row.beside


def _row(document: Document, label: str) -> list[str]:
    """Return the values of the first row with the label, without line breaks in it."""
    row = next(one for one in _rows(document) if one.label.replace("\n", "") == label)
    return [value.text for value in row.values]


def _foot(document: Document, label: str) -> str:
    row = next(one for one in _rows(document) if one.label.replace("\n", "") == label)
    return row.foot.text if row.foot else ""


def _table(document: Document, heads: str) -> list[list[str]]:
    """Return the cells of the table one of whose heads is ``heads``."""
    table = next(one for one in document.blocks if isinstance(one, Table) and heads in one.heads)
    return [["\n".join(value.text for value in cell) for cell in row] for row in table.rows]


def _words(document: Document) -> str:
    return "\n".join(texts(document))


def _request(**fields: object) -> MeetingPapers:
    request = RequestView(**fields)  # type: ignore[arg-type] # fields of the view
    return MeetingPapers(conference(cases=(CaseView("甲案"),)), request=request)


@pytest.mark.parametrize("kind", FIELDS)
def test_a_paper_has_its_fields_in_their_order(kind: str) -> None:
    printed = iter(texts(built(kind, whole())))

    for label in FIELDS[kind]:
        assert label in printed, label  # an iterator: each after the one before


def test_every_paper_of_a_conference_is_looked_at() -> None:
    of_conference = {kind for kind in KINDS if kind in _all_kinds(whole())}

    assert of_conference - {"run_sheet"} <= set(FIELDS)


def _all_kinds(told: MeetingPapers) -> tuple[str, ...]:
    rules = paper_rules_of(told.meeting, PROFILES)
    own = tuple(kind for kind in working_kinds(told) if kind in FIELDS)
    return (*kinds_due(told), *kinds_allowed(told, rules), *own)


# What there is when


def test_the_file_has_its_papers_in_the_order_of_the_catalogue() -> None:
    assert kinds_due(whole()) == (
        *("request", "notice", "materials", "sign_in", "record", "expert_statement"),
        *("written_opinions", "delivery_receipt", "handler_note", "divergence_report"),
        "correction_sheet",
    )


def test_a_hearing_has_none_of_them() -> None:
    told = replace(whole(), meeting=hearing(materials=("甲",), state="H10"))

    assert not set(FIELDS) & set(kinds_due(told))
    assert "interference_slip" not in working_kinds(told)


def test_a_receipt_is_due_once_the_record_is_signed() -> None:
    for state, due in (("J6", False), ("J7", True), ("J11", True)):
        assert ("delivery_receipt" in kinds_due(MeetingPapers(conference(state=state)))) is due


def test_the_slip_is_a_form_for_use_and_no_paper_of_the_file() -> None:
    assert "interference_slip" in working_kinds(whole())
    assert "interference_slip" not in kinds_due(whole())


# The request


@pytest.mark.parametrize(
    ("reason", "ticked"),
    [
        ("拟提交检委会讨论", "■拟提请检察委员会审议的案件"),
        ("拟作撤销或不起诉处理的案件", "■拟作撤销、撤回或者不起诉处理的案件"),
        ("法律适用存在较大分歧", "■可能影响处理结果的事实变化或者法律适用分歧的案件"),
        ("案件重大疑难复杂", "■承办检察官认为重大、疑难、复杂的案件"),
        ("拟向州院请示", "■拟向上级人民检察院业务条线请示的案件"),
        ("拟对二人作不起诉决定，非法集资引发舆情", "■重大、敏感、易引发舆情或者社会影响较大的案件"),
        ("涉未成年人的恶势力案件", "■涉黑涉恶案件"),
        ("分管检察长要求提请", "■部门负责人或者分管检察长要求提请的其他案件"),
        ("办案组内部有分歧", "■检察官办案组内部存在较大分歧的案件"),
        ("经部门负责人同意提请", "■经部门负责人同意提请的其他案件"),
    ],
)
def test_a_reason_is_ticked_in_its_list_and_stands_in_its_own_words(
    reason: str, ticked: str
) -> None:
    document = built("request", _request(reasons=(reason,)))

    must, may = (_row(document, f"{name}提请的事由") for name in ("应当", "可以"))
    assert [text for text in (*must, *may) if text.startswith("■")] == [ticked]
    assert (len(must), len(may)) == (7, 4)
    assert may[-1] == f"填写的事由：{reason}"


@pytest.mark.parametrize(
    "reason",
    [
        *("涉及专业性强的问题", "本案不涉黑涉恶", "无撤销、撤回情形", "涉黑客攻击", "涉恶意透支"),
        *("内部资料", "办案组内部资料", "查找疑难杂症", "侵犯公民敏感个人信息", "舆情平稳"),
        *(
            "检委会已讨论过",
            "曾提请检委会讨论",
            "是否提请检委会",
            "必要时提请检委会",
            "社会影响较小",
        ),
        *("对不起诉决定申诉的案件", "公安机关撤销案件", "法院裁定撤销原判", "本案事实认定清楚"),
        *("法律适用正确", "已向省院请示", "当事人要求提请复议", "单位负责人同意调解"),
    ],
)
def test_a_reason_of_no_list_ticks_nothing(reason: str) -> None:
    document = built("request", _request(reasons=(reason,)))

    assert "■" not in "".join(_row(document, "应当提请的事由") + _row(document, "可以提请的事由"))
    assert reason in _words(document)


def test_the_reasons_to_tick_are_data_with_their_source() -> None:
    data = resources.toml("requests/conference.toml")

    assert (len(data["must"]), len(data["may"])) == (7, 3)
    assert "松北区" in data["source"]


def test_the_words_of_an_item_are_ticked_for_it_alone() -> None:
    data = resources.toml("requests/conference.toml")
    items = [item["text"] for item in (*data["must"], *data["may"])]

    for text in items:
        document = built("request", _request(reasons=(text,)))

        must, may = (_row(document, f"{name}提请的事由") for name in ("应当", "可以"))
        assert [one for one in (*must, *may) if one.startswith("■")] == [f"■{text}"]


@pytest.mark.parametrize(
    ("approval", "boxes"),
    [
        ("同意", "■同意　□不同意　□转跨部门、跨院"),
        ("不同意,事实已清楚", "□同意　■不同意　□转跨部门、跨院"),
        ("同意,转请州院跨院召开", "□同意　□不同意　■转跨部门、跨院"),
        ("同意，转报分管检察长", "■同意　□不同意　□转跨部门、跨院"),
        ("同意跨院召开", "■同意　□不同意　□转跨部门、跨院"),
        ("同意，不必转跨部门", "■同意　□不同意　□转跨部门、跨院"),
        ("改为跨部门联席会议", "□同意　□不同意　■转跨部门、跨院"),
        ("转由州院召开", "□同意　□不同意　■转跨部门、跨院"),
        ("同意召开联席会议", "■同意　□不同意　□转跨部门、跨院"),
        ("同意撤回提请", "□同意　□不同意　□转跨部门、跨院"),
        ("请补充材料后再议", "□同意　□不同意　□转跨部门、跨院"),
        (None, "□同意　□不同意　□转跨部门、跨院"),
    ],
)
def test_the_heads_review_ticks_only_what_the_words_plainly_say(
    approval: str | None, boxes: str
) -> None:
    document = built("request", _request(approval=approval))

    assert _row(document, "部门负责人审核")[0] == boxes
    assert not approval or approval in _words(document)


@pytest.mark.parametrize(
    ("asked", "done", "late"),
    [
        ("2025-06-05T09:20", "2025-06-06T16:40", "■否　□是"),
        ("2025-06-05", "2025-06-08", "■否　□是"),
        ("2025-06-05", "2025-06-09", "□否　■是"),
        ("2025-06-05", None, "□否　□是"),
        ("早上", "2025-06-09", "□否　□是"),
    ],
)
def test_the_request_tells_whether_the_head_was_in_time(
    asked: str, done: str | None, late: str
) -> None:
    document = built("request", _request(at=asked, approved_at=done))

    assert _row(document, "部门负责人审核")[-1] == f"超过3日：{late}"


def test_what_nobody_entered_is_room_to_write() -> None:
    document = built("request", _request())

    assert _foot(document, "提请人").endswith("年　　月　　日")
    assert _foot(document, "分管检察长意见").startswith("签名：")
    assert _row(document, "分管检察长意见") == []
    assert _row(document, "备注") == []
    for label in ("案号", "案由", "承办检察官（办案组）", "基本案情", "争议问题"):
        assert _row(document, label) == ["（未填写）"]


def test_the_request_tells_what_protects_the_case() -> None:
    for case, boxes in (
        (CaseView("甲", work_secret=True), "□不涉及　■工作秘密　□国家秘密"),
        (CaseView("甲", state_secret=True), "□不涉及　□工作秘密　■国家秘密"),
        (CaseView("甲"), "□不涉及　□工作秘密　□国家秘密"),
    ):
        told = MeetingPapers(conference(cases=(case,)), request=RequestView())
        assert _row(built("request", told), "涉密情况") == [boxes]


# The notice


def test_between_offices_the_notice_is_a_letter_with_their_letterhead() -> None:
    told = papers(SAMPLES / "s01-joint.json")

    document = built("notice", told)

    assert document.sheet is Sheet.LETTER
    assert document.blocks[0] == Letterhead("河澜州人民检察院", "河澜检联〔2025〕7号")
    assert document.title.startswith("关于召开")
    assert "的函" in document.title
    assert "朔川县人民检察院、白塔沟县人民检察院、东岭县人民检察院：" in texts(document)


_ORDERS = ("应按", "必须", "务必", "责成", "不得", "不准", "严禁", "须", "要求你院", "通知如下")


def test_a_letter_to_equal_offices_gives_no_orders() -> None:
    words = _words(built("notice", papers(SAMPLES / "s01-joint.json")))

    assert not [word for word in _ORDERS if word in words]
    assert "请贵院予以支持" in words
    assert "特此函告，请予支持。" in words


def test_a_postponed_conference_is_told_in_a_letter_or_in_a_notice() -> None:
    times = NoticeTimesView("2025-06-10", postponed_from="2025-06-12T09:00")
    for sample, named in (("s01-joint.json", "本函"), ("s05-joint.json", "本通知")):
        told = replace(papers(SAMPLES / sample), notice_times=times)

        words = _words(built("notice", told))

        assert f"召开的会议延期至{named}所列时间。" in words


def test_inside_an_office_it_is_a_notice_without_letterhead() -> None:
    document = built("notice", papers(SAMPLES / "s05-joint.json"))

    assert document.sheet is Sheet.OFFICIAL
    assert not any(isinstance(block, Letterhead) for block in document.blocks)
    assert document.title.startswith("石臼县人民检察院关于召开跨部门检察官联席会议")
    words = _words(document)
    assert "石臼检联〔2025〕3号" in texts(document)
    assert "原定2025年4月10日9时00分召开的会议延期至本通知所列时间。" in words
    assert "贵院" not in words


def test_the_notice_calls_neither_the_recused_nor_those_away() -> None:
    people = (
        ParticipantView("1", 1, "罗承砚", role="出席"),
        ParticipantView("2", 2, "翁一鸣", role="回避"),
        ParticipantView("3", 3, "龚䶮", role="出席", attendance="请假"),
    )
    words = _words(built("notice", MeetingPapers(conference(participants=people))))

    assert "参会检察官：罗承砚。" in words
    assert "翁一鸣" not in words
    assert "龚䶮" not in words


def test_a_notice_of_nothing_says_what_is_missing() -> None:
    empty = MeetingPapers(conference(host=None, number=None, participants=(), lines=()))

    words = _words(built("notice", empty))

    assert "（主送未填写）：" in words
    assert words.count("（未填写）") >= 4
    assert "本次会议不预先发放书面材料。" in words
    assert "附件" not in words


def test_materials_that_come_back_are_ticked_in_the_notice_and_the_list() -> None:
    back = ("执法卷复印件(用后收回)", "审查报告（收回）", "光盘，会后须收回", "通讯录，需要收回")
    kept = (
        *("审查报告", "会议须知（不用收回）", "议程（无需收回）", "名单（不需要收回）"),
        *("收回国有土地使用权决定书", "会后不收回的材料"),
    )
    names = (*back, *kept)
    told = MeetingPapers(conference(materials=names))

    for kind in ("notice", "materials"):
        rows = _table(built(kind, told), "材料名称")
        assert [row[:2] for row in rows] == [[str(n), name] for n, name in enumerate(names, 1)]
        ticked = ["■收回　□不收回"] * len(back), ["□收回　□不收回"] * len(kept)
        assert [row[3] for row in rows] == [*ticked[0], *ticked[1]]


# The sign-in sheet


def test_before_the_meeting_what_is_not_known_is_blank() -> None:
    document = built("sign_in", MeetingPapers(conference()))

    assert _row(document, "应到") == ["1人"]
    assert _row(document, "实到") == ["　　　人"]
    assert "原因" in _row(document, "请假")[0]
    assert _row(document, "人数要求") == ["□达到　□未达到"]
    rows = _table(document, "姓名")
    assert len(rows) == 1 + 3  # room for guests
    assert rows[0][6:] == ["", "", ""]


def test_afterwards_it_tells_who_came_who_is_excused_and_who_counts() -> None:
    people = (
        ParticipantView("1", 1, "罗承砚", role="出席", attendance="到场"),
        ParticipantView("2", 2, "龚䶮", role="出席", attendance="请假"),
        ParticipantView("3", 3, "翁一鸣", role="回避"),
        ParticipantView("4", 4, "卫青", role="列席", attendance="缺席"),
    )
    lines = (
        LineView(
            "a", 1, "2025-06-18T09:30", None, None, "罗承砚离会。", movement="离会", mover_id="1"
        ),
    )
    meeting = conference(
        participants=people, lines=lines, quorum=QuorumView(required=3, counted=1, met=False)
    )
    told = MeetingPapers(meeting, participant_notes=(ParticipantNoteView("2", "出差"),))

    document = built("sign_in", told)

    assert _row(document, "应到") == ["3人"]
    assert _row(document, "实到") == ["1人"]
    assert _row(document, "请假") == ["1人（龚䶮（出差））"]
    assert _row(document, "缺席") == ["1人（卫青）"]
    assert _row(document, "回避") == ["1人（翁一鸣）"]
    assert _row(document, "计入人数") == ["1人"]
    assert _row(document, "人数要求") == ["□达到　■未达到"]
    rows = _table(document, "姓名")
    assert rows[0][7] == "09:30"
    assert rows[1][8] == "请假"


def test_every_room_joined_by_video_has_its_line() -> None:
    meeting = conference(schedule=ScheduleView("2025-06-18", place="一室", remote=("甲室", "乙室")))

    document = built("sign_in", MeetingPapers(meeting))

    rooms = [row.values[0].text for row in _rows(document) if row.label == "视频分会场"]
    assert rooms == ["甲室", "乙室"]


# Pages to sign


@pytest.mark.parametrize("kind", ["expert_statement", "correction_sheet", "written_opinions"])
def test_pages_to_sign_each_begin_a_page_with_their_title(kind: str) -> None:
    document = built(kind, whole())
    offices = [
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text == whole().meeting.host
    ]

    assert [one.starts_page for one in offices] == [False, *[True] * (len(offices) - 1)]
    assert (
        len(offices) == {"expert_statement": 2, "correction_sheet": 2, "written_opinions": 1}[kind]
    )


@pytest.mark.parametrize("kind", ["expert_statement", "correction_sheet"])
def test_a_page_alone_says_what_the_annex_of_the_record_says(kind: str) -> None:
    alone = [block for block in built(kind, whole()).blocks if isinstance(block, Form)]
    annexed = [
        block for block in annexes(whole().meeting, load_labels()) if isinstance(block, Form)
    ]

    assert alone
    assert all(form in annexed for form in alone)


def test_a_specialist_s_page_bears_only_its_own_statement() -> None:
    document = built("expert_statement", whole())

    assert document.frame.statement == load_labels()("statement.expert")
    assert load_labels()("statement.conference") not in _words(document)


def test_what_a_specialist_wrote_is_no_written_opinion() -> None:
    person = ParticipantView("e", 2, "仁青·拉姆", role="专家")
    opinion = OpinionView("o", "e", manner="书面", text="五年以后才稳定。")
    meeting = conference(participants=(person,), lines=(), opinions=(opinion,))

    assert "written_opinions" not in kinds_due(MeetingPapers(meeting))
    assert "expert_statement" in kinds_due(MeetingPapers(meeting))


def test_a_person_s_written_opinions_stand_on_one_page_with_their_questions() -> None:
    person = ParticipantView("p", 1, "祁砚舟", role="出席")
    some = tuple(
        OpinionView(str(n), "p", manner="书面", question_id=f"q{n}", text=f"意见{n}。")
        for n in (1, 2)
    )
    meeting = conference(
        participants=(person,),
        lines=(),
        opinions=some,
        questions=("定性", "证据"),
        question_ids=("q1", "q2"),
    )

    printed = texts(built("written_opinions", MeetingPapers(meeting)))

    assert printed.count("书面意见") == 1
    wanted = iter(printed)
    for text in ("针对的问题", "定性", "意见", "意见1。", "针对的问题", "证据", "意见", "意见2。"):
        assert text in wanted


# The compilation


def _asked() -> MeetingSnapshot:
    people = tuple(
        ParticipantView(key, n, name, organ="甲院", role="出席")
        for n, (key, name) in enumerate((("a", "罗承砚"), ("b", "龚䶮")), 1)
    )
    lines = tuple(
        LineView(f"l{n}", n, "09:00", key, "意见", text)
        for n, (key, text) in enumerate(
            (("b", "先补查。"), ("a", "可以起诉。"), ("a", "另案处理。")), 1
        )
    )
    opinions = (
        OpinionView("o1", "a", ("l2",), "q1", reasons="证据确实", legal_basis="刑诉法"),
        OpinionView("o2", "b", ("l1",), "q1"),
        OpinionView("o3", "a", ("l3",)),
        OpinionView("o4", "b", manner="未发表", question_id="q2"),
    )
    return conference(
        participants=people,
        lines=lines,
        opinions=opinions,
        questions=("定性", "证据"),
        question_ids=("q1", "q2"),
    )


def test_the_compilation_goes_by_question_and_speaking_order_and_ends_there() -> None:
    printed = texts(built("summary", MeetingPapers(_asked())))

    assert printed[printed.index("问题1：定性") :] == [
        *("问题1：定性", "龚䶮", "甲院", "观点：先补查。"),
        *("罗承砚", "甲院", "观点：可以起诉。", "理由：证据确实", "法律依据：刑诉法"),
        *("问题2：证据", "（没有记录意见）"),
        *("没有指明问题的意见", "罗承砚", "甲院", "观点：另案处理。"),
        load_labels()("statement.conference"),
    ]


def test_the_compilation_is_off_by_default_and_made_only_where_the_profile_knows_one(
    tmp_path: Path,
) -> None:
    told = MeetingPapers(_asked())
    civil = MeetingPapers(replace(_asked(), profile="civil49"))

    assert "summary" not in kinds_due(told)
    assert kinds_allowed(told, paper_rules_of(told.meeting, PROFILES)) == ("summary",)
    assert kinds_allowed(civil, paper_rules_of(civil.meeting, PROFILES)) == ()
    with pytest.raises(KindNotDue):
        export(
            civil,
            kinds=["summary"],
            formats=["pdf"],
            folder=tmp_path,
            signers=(),
            rules=paper_rules_of(civil.meeting, PROFILES),
        )
    assert list(tmp_path.iterdir()) == []


# The receipt, the report, the record


def test_the_host_keeps_the_original_and_the_handler_s_office_has_the_copy() -> None:
    handler = ParticipantView("h", 1, "陶𬤇", organ="朔川县院", role="承办")
    meeting = conference(participants=(handler,), state="J7", host="河澜州院")

    two = _table(built("delivery_receipt", MeetingPapers(meeting)), "送交对象")
    one = _table(
        built("delivery_receipt", MeetingPapers(replace(meeting, host="朔川县院"))), "送交对象"
    )

    assert [row[1:5] for row in two if row[0]] == [
        ["会议记录", "正本", "1", "河澜州院（会议记录存卷）"],
        ["会议记录", "副本", "1", "朔川县院承办检察官陶𬤇"],
    ]
    assert [row[2] for row in one if row[0]] == ["正本"]
    assert all(row[5:] == ["", ""] for row in (*one, *two))


def test_the_receipt_tells_where_the_originals_are_kept() -> None:
    told = replace(MeetingPapers(conference(state="J7")), archive=ArchiveView(original="州院1份"))

    assert _row(built("delivery_receipt", told), "原件存放") == ["州院1份"]


@pytest.mark.parametrize(
    ("chief", "boxes"),
    [
        ("提请检察委员会讨论", "□否　■是"),
        ("不提请检委会，按承办人意见办理", "□否　□是"),
        ("请补充后再议是否提请检委会", "□否　□是"),
        ("无需提请检委会", "□否　□是"),
        ("该案曾提请检委会讨论", "□否　□是"),
        ("先听取意见，必要时提请检察委员会", "□否　□是"),
        ("不同意承办人意见，提请检委会审议", "□否　■是"),
        (None, "□否　□是"),
    ],
)
def test_the_report_ticks_the_committee_only_where_the_chief_says_so(
    chief: str | None, boxes: str
) -> None:
    report = whole().divergence
    assert report is not None

    document = built("divergence_report", replace(whole(), divergence=replace(report, chief=chief)))

    assert _row(document, "是否提请检委会") == [boxes]


def test_the_report_tells_each_opinion_by_its_speaker_in_order() -> None:
    told = papers(SAMPLES / "s08-joint.json")

    rows = _row(built("divergence_report", told), "各人意见及理由")

    names = ("尹清夷", "孟言蹊", "阎守默", "章循礼")
    assert [name for text in rows for name in names if text.startswith(name)] == list(names)


def test_the_record_tells_who_stayed_away_and_who_came_and_went() -> None:
    people = (ParticipantView("1", 1, "龚䶮", role="出席", attendance="请假"),)
    left = LineView("a", 1, "10:05", None, None, "桑吉草离会。", movement="离会", mover_id="1")
    meeting = conference(participants=people, lines=(left,), break_from="10:12", break_to="10:19")

    document = built("record", MeetingPapers(meeting))

    assert _row(document, "请假、缺席") == ["龚䶮（请假）"]
    assert _row(document, "休会、离席") == [
        "10时12分休会，10时19分恢复",
        "10时05分 桑吉草离会。",
    ]


def test_the_record_lists_attached_files_with_their_digests() -> None:
    scan = AttachmentView("1", "流水.png", "image/png", 9, "0123456789abcdef" * 4, note="第一页")

    rows = _table(built("record", MeetingPapers(conference(attachments=(scan,)))), "名称")

    assert rows[0][:2] == ["1", "流水.png\n第一页"]
    assert rows[0][2].replace(" ", "") == scan.sha256


# Extremes


_LONG = "字" * 900
_HOSTILE = "</w:t>&amp;<!-- ]]> {0} {name} % \x07 \u202e\u200d 第一行\n第二行"


def _extreme(text: str) -> MeetingPapers:
    """Return a conference with the text in every field that these papers print."""
    person = ParticipantView(
        "p", 1, text, text, text, text, "承办", "书面", specialist_question=text
    )
    expert = replace(person, id="e", role="专家")
    return replace(
        whole(),
        meeting=replace(
            whole().meeting,
            title=text,
            number=text,
            host=text,
            organs=(text, text),
            cases=(CaseView(text, text, text, text),),
            issues=(text, text),
            participants=(person, expert),
            materials=(text, text),
            schedule=ScheduleView("2025-06-18T09:00", None, text, (text,)),
            opinions=(OpinionView("o", "p", text=text, reasons=text, legal_basis=text),),
        ),
        request=RequestView(text, text, (text,), (text,), text, text, text, text),
        notice_times=NoticeTimesView(text, postponed_from=text, postponed_reason=text),
    )


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("told", ["whole", "long", "hostile", "empty"])
def test_every_paper_is_sound_in_both_formats(kind: str, told: str) -> None:
    given = {
        "whole": whole(),
        "long": _extreme(_LONG),
        "hostile": _extreme(_HOSTILE),
        "empty": MeetingPapers(conference(host=None, number=None, participants=(), lines=())),
    }[told]
    document, _ = clean_document(built(kind, given))

    pdf, word = pdf_files.written(document), docx_files.written(document)

    assert pdf_audit.audit(pdf) == set()
    assert docx_audit.audit(word) == []
    pages = [pdf_files.seen(page) for page in pdf_files.page_texts(pdf)]
    assert all(pdf_files.seen(document.frame.statement) in page for page in pages)
    everything = "".join(pages)
    assert all(pdf_files.seen(line) in everything for line in _lines(document, told))


def _lines(document: Document, told: str) -> list[str]:
    """Return the texts that a page must hold in one piece."""
    return [] if told != "whole" else [text for text in texts(document) if len(text) < 7]


def test_papers_are_exported_in_both_formats(tmp_path: Path) -> None:
    kinds = kinds_due(whole())

    result = export(
        whole(), kinds=kinds, formats=["docx", "pdf"], folder=tmp_path, signers=(), made_at=MADE_AT
    )

    assert len(result.files) == 2 * len(kinds)
    assert len({file.name for file in result.files}) == len(result.files)
