"""The papers of a joint conference besides its record: each with its fields, in their order."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.document import Document, texts
from exporters.export import export
from exporters.registry import KINDS, kinds_allowed, kinds_due, working_kinds
from exporters.text import clean_document
from models.papers import ArchiveView, MeetingPapers, NoticeTimesView, RequestView
from models.profiles import paper_rules_of
from models.snapshot import (
    AttachmentView,
    CaseView,
    LineView,
    OpinionView,
    ParticipantView,
    ScheduleView,
)
from tests.exporters import docx_audit, docx_files, pdf_audit, pdf_files
from tests.exporters.form_words import cells_of, values_of
from tests.exporters.meetings import (
    MADE_AT,
    PROFILES,
    SAMPLES,
    built,
    conference,
    hearing,
    papers,
    whole,
)

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


# The receipt, the report, the record


def test_the_host_keeps_the_original_and_the_handler_s_office_has_the_copy() -> None:
    handler = ParticipantView("h", 1, "陶𬤇", organ="朔川县院", role="承办")
    meeting = conference(participants=(handler,), state="J7", host="河澜州院")

    two = cells_of(built("delivery_receipt", MeetingPapers(meeting)), "送交对象")
    one = cells_of(
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

    assert values_of(built("delivery_receipt", told), "原件存放") == ["州院1份"]


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

    assert values_of(document, "是否提请检委会") == [boxes]


def test_the_report_tells_each_opinion_by_its_speaker_in_order() -> None:
    told = papers(SAMPLES / "s08-joint.json")

    rows = values_of(built("divergence_report", told), "各人意见及理由")

    names = ("尹清夷", "孟言蹊", "阎守默", "章循礼")
    assert [name for text in rows for name in names if text.startswith(name)] == list(names)


def test_the_record_tells_who_stayed_away_and_who_came_and_went() -> None:
    people = (ParticipantView("1", 1, "龚䶮", role="出席", attendance="请假"),)
    left = LineView("a", 1, "10:05", None, None, "桑吉草离会。", movement="离会", mover_id="1")
    meeting = conference(participants=people, lines=(left,), break_from="10:12", break_to="10:19")

    document = built("record", MeetingPapers(meeting))

    assert values_of(document, "请假、缺席") == ["龚䶮（请假）"]
    assert values_of(document, "休会、离席") == [
        "10时12分休会，10时19分恢复",
        "10时05分 桑吉草离会。",
    ]


def test_the_record_lists_attached_files_with_their_digests() -> None:
    scan = AttachmentView("1", "流水.png", "image/png", 9, "0123456789abcdef" * 4, note="第一页")

    rows = cells_of(built("record", MeetingPapers(conference(attachments=(scan,)))), "名称")

    assert rows[0][:2] == ["1", "流水.png\n第一页"]
    assert rows[0][2].replace(" ", "") == scan.sha256


@pytest.mark.parametrize("state", ["JX", "JR", "JC"])
def test_a_conference_that_was_called_off_has_a_record_only_of_what_was_said(state: str) -> None:
    said = replace(whole(), meeting=replace(whole().meeting, state=state))
    unsaid = replace(said, meeting=replace(said.meeting, lines=()))

    assert "record" in kinds_due(said)
    assert "record" not in kinds_due(unsaid)
    assert "request" in kinds_due(unsaid)


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
