"""The papers of a hearing: their fields in order, what is left open, and who is named in which."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

import resources
from exporters.document import Document, Form, Sheet, Table, texts
from exporters.dossier.missing import missing
from exporters.export import export
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due
from exporters.text import clean_document
from models.archive_gaps import MissingKind
from models.errors import KindNotDue
from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    HearingDecisionView,
    OfficerOpinionView,
    SupervisorFeedbackView,
)
from models.papers import CaseDetailsView, MeetingPapers, NoticeTimesView, NoticeView, PaperRules
from models.snapshot import (
    AgendaItemView,
    AttachmentView,
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    ScheduleView,
    SignatureView,
    YesOrWords,
)
from models.vocabulary import MeetingKind
from tests.exporters import docx_files, pdf_files
from tests.exporters.docx_audit import audit as docx_audit
from tests.exporters.meetings import MADE_AT, built, hearing, papers
from tests.exporters.pdf_audit import audit as pdf_audit

SAMPLES = sorted(resources.path("samples").glob("s0[34]-hearing.json"))
OWN = [
    kind for kind, row in KINDS.items() if row.meeting is MeetingKind.HEARING and not row.working
]

OFFICER = ParticipantView("o1", 4, "贺兰舒", "某社区", "主任", role="听证员")
SECOND = ParticipantView("o2", 5, "程砺石", "某大学", "教授", role="听证员")
PEOPLE = (
    ParticipantView("c", 1, "霍景嵩", "青屏区人民检察院", "检察长", role="主持", mode="现场"),
    ParticipantView("h", 2, "欧阳砚青", "青屏区人民检察院", "检察官", role="承办"),
    ParticipantView("r", 3, "沈墨", "青屏区人民检察院", "书记员", role="记录"),
    OFFICER,
    SECOND,
    ParticipantView("s", 6, "庄怀瑾", role="人民监督员"),
    ParticipantView("p", 7, "薛大蓝", role="申诉人"),
    ParticipantView("a", 8, "胡可", "某律师事务所", "律师", role="代理人"),
)
MEETING = hearing(
    LineView("l1", 1, "15:02", "p", "说明", "我不服。", step=2),
    LineView("l2", 2, "15:30", "c", "秩序事项", "请安静。", step=2),
    LineView("l3", 3, "16:31", "o2", "听证员代表发言", "经评议，意见如下。", step=5),
    title="薛大蓝申诉案听证会",
    number="青屏检听〔2025〕5号",
    host="青屏区人民检察院",
    open=True,
    cases=(
        CaseView(
            "薛大蓝申诉案", "青屏检控〔2025〕9号", None, "盗窃罪", (PartyView("申诉人", "薛大蓝"),)
        ),
    ),
    schedule=ScheduleView("2025-09-26T14:30", "2025-09-26T17:12", "本院检察听证室"),
    questions=("原处理是否正确", "是否应当补偿"),
    participants=PEOPLE,
)
TOLD = MeetingPapers(
    MEETING,
    notice_times=NoticeTimesView(
        notice_at="2025-09-21", public_notice_at="2025-09-22", observer_deadline="2025-09-25T17:00"
    ),
    notices=(NoticeView("薛大蓝", "2025-09-20", "电话并短信"),),
    case_details=(CaseDetailsView("", "刑事申诉检察"),),
    approval=HearingApprovalView("第四条", "检察长 霍景嵩", "2025-09-18", "一般公开"),
    officers=("o2", "o1"),
    deliberation=DeliberationView(
        "15:48",
        "16:27",
        (
            OfficerOpinionView("贺兰舒", "应当补偿", "家庭困难"),
            OfficerOpinionView("外人", "不应当"),
        ),
        "应当补偿（2人）",
    ),
    decision=HearingDecisionView(
        "采纳", "给予补偿", "检察长", "2025-10-09", told_officers="2025-10-10"
    ),
    supervisor_feedback=(
        SupervisorFeedbackView("庄怀瑾", "公示位置应在门口", "已改"),
        SupervisorFeedbackView("庄怀瑾", "请延长公示"),
        SupervisorFeedbackView("另一人", "无"),
    ),
)
BARE = MeetingPapers(MeetingSnapshot(id="1", kind=MeetingKind.HEARING, state="H0"))


def _labels_of(document: Document) -> list[str]:
    """Return the labels of forms and the heads of tables, in order, without line breaks."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Form):
            for row in block.rows:
                found += [row.label, *([row.beside.label] if row.beside else [])]
        elif isinstance(block, Table):
            found += block.heads
    return [label.replace("\n", "") for label in found]


def _values(document: Document, label: str) -> list[str]:
    rows = [row for block in document.blocks if isinstance(block, Form) for row in block.rows]
    return [
        value.text
        for row in (*rows, *(row.beside for row in rows if row.beside))
        if row.label.replace("\n", "") == label
        for value in row.values
    ]


def _words(document: Document) -> str:
    return "\n".join(texts(document))


FIELDS = {
    "hearing_plan": (
        *("案件", "听证依据", "启动方式", "申请人", "答复日期", "听证方式", "拟听证问题"),
        *("听证时间", "听证地点", "主持人", "承办检察官", "书记员", "司法警察", "翻译人员"),
        *("序号", "姓名", "身份", "来源", "利害关系核查", "资格核查"),
        *("人民监督员", "参加人", "程序安排和时长", "直播、录播", "应急预案"),
        *("保密和未成年人保护", "经费", "检察长批准"),
    ),
    "hearing_sign_in": (
        *("听证会名称", "时间", "地点"),
        *("序号", "单位", "姓名", "职务、等级", "身份", "参会方式", "到会时间", "离会时间", "签名"),
        *("到会情况", "旁听人数", "提醒确认"),
    ),
    "deliberation": (
        *("时间", "地点", "听证员", "记录人", "评议问题", "序号", "听证员", "意见", "理由"),
        *("共同意见，或者多数意见和不同意见", "推举的代表"),
    ),
    "adoption": (
        *("案件", "听证会", "听证时间", "听证员多数意见", "拟处理意见", "是否采纳", "不采纳的理由"),
        *("检察长审批", "决定文书号", "日期", "告知听证员", "告知人民监督员"),
    ),
}


@pytest.mark.parametrize("kind", FIELDS)
def test_a_form_has_its_fields_in_their_order(kind: str) -> None:
    assert tuple(_labels_of(built(kind, TOLD))) == FIELDS[kind]


PARTS = {
    "public_notice": (
        *("青屏区人民检察院听证公告", "青屏检听〔2025〕5号", "依照《", "一、听证时间"),
        *("二、听证地点", "三、听证方式和旁听申请", "2025年9月25日17时00分", "四、注意事项"),
        *(
            "（一）",
            "（二）",
            "（三）",
            "（四）",
            "特此公告。",
            "联系人：",
            "青屏区人民检察院",
            "2025年9月22日",
        ),
    ),
    "hearing_notice": (
        *("青屏区人民检察院听证通知书", "青屏检听〔2025〕5号", "薛大蓝：", "案由：盗窃罪"),
        *("时间：2025年9月26日14时30分", "地点：本院检察听证室", "主持人：霍景嵩", "书记员：沈墨"),
        *(
            "听证员：程砺石（某大学教授）、贺兰舒",
            "三、权利",
            "回避",
            "委托代理人",
            "翻译",
            "查阅听证笔录",
        ),
        *("四、义务", "按时", "纪律", "国家秘密", "五、缺席的后果", "六、携带材料", "联系人："),
        *(
            "特此通知。",
            "2025年9月20日",
            "送达回证",
            "电话并短信",
            "签名：",
            "胡可：",
            "2025年9月21日",
        ),
    ),
    "officer_invitation": (
        *(
            "青屏区人民检察院",
            "青屏检听〔2025〕5号",
            "听证员邀请函",
            "程砺石：",
            "刑事申诉检察案件",
        ),
        *("一、时间和地点", "二、需听证的问题", "1．原处理是否正确", "三、权利和义务", "四、保密"),
        *("五、报酬和交通", "声明和回执", "□年满二十三周岁", "□与案件没有利害关系", "□本人承诺"),
        *("签名：", "回执", "□能够参加", "联系电话", "贺兰舒："),
    ),
    "officer_opinion": (
        *("听证意见表", "程砺石（某大学教授）", "原处理是否正确", "□同意", "□不同意", "□其他"),
        *("签名：", "听证意见表", "贺兰舒", "应当补偿", "家庭困难", "签名：", "外人", "不应当"),
    ),
    "supervisor_feedback": (
        *("人民监督员意见反馈表", "庄怀瑾", "公示位置应在门口", "已改", "请延长公示", "签名："),
        *("人民监督员意见反馈表", "另一人"),
    ),
    "transcript": (
        *("听证笔录", "时间", "地点", "案件", "案由", "听证方式", "主持人", "身份核对"),
        *("薛大蓝：□身份证件", "三、当事人", "六、听证员", "证据出示", "秩序事项"),
        *("讨论内容第2项", "拒绝签名情况", "录音录像编号", "参加人核对签名"),
    ),
}


@pytest.mark.parametrize("kind", PARTS)
def test_a_paper_says_what_it_has_to_in_order(kind: str) -> None:
    words, place = _words(built(kind, TOLD)), 0

    for part in PARTS[kind]:
        assert part in words[place:], part
        place = words.index(part, place) + len(part)


def test_the_refusal_leaves_room_for_its_reasons() -> None:
    refused = replace(TOLD, meeting=replace(MEETING, state="HX"))

    document = built("hearing_refusal", refused)

    assert _labels_of(document) == ["申请日期", "申请听证的事项", "不予听证的理由"]
    assert _values(document, "不予听证的理由") == []
    assert "薛大蓝：" in texts(document)
    assert kinds_due(refused) == (
        "hearing_refusal",
        "transcript",
        "adoption",
        "supervisor_feedback",
    )


def test_of_a_refused_hearing_only_the_refusal_is_filed() -> None:
    told = replace(TOLD, meeting=replace(MEETING, state="HX", lines=()))

    assert kinds_due(told) == ("hearing_refusal",)
    assert MissingKind.UNSIGNED not in {one.kind for one in missing(told)}


def test_a_deliberation_to_be_written_by_hand_is_no_unsigned_copy() -> None:
    to_write = replace(TOLD, deliberation=None)
    signed = replace(TOLD, meeting=replace(MEETING, state="H10"))

    assert built("deliberation", TOLD).frame.mark == "未签名稿"
    assert built("deliberation", to_write).frame.mark is None
    assert built("deliberation", signed).frame.mark is None


def test_there_is_a_paper_only_where_there_is_something_for_it() -> None:
    assert kinds_due(TOLD) == tuple(kind for kind in OWN if kind != "hearing_refusal")
    assert kinds_due(BARE) == ("hearing_plan", "hearing_sign_in", "transcript")
    for state in (False, None):
        closed = replace(TOLD, meeting=replace(MEETING, open=state))
        assert "public_notice" not in kinds_due(closed)


def test_a_public_notice_of_a_closed_hearing_cannot_be_made(tmp_path: Path) -> None:
    closed = replace(TOLD, meeting=replace(MEETING, open=False))

    with pytest.raises(KindNotDue):
        export(closed, kinds=["public_notice"], formats=["pdf"], folder=tmp_path, signers=())

    assert list(tmp_path.iterdir()) == []


def test_what_is_published_names_no_party() -> None:
    for kind in ("public_notice", "officer_invitation"):
        words = _words(built(kind, TOLD))
        assert "薛大蓝" not in words
    assert "薛某某申诉案" in _words(built("public_notice", TOLD))


def test_nothing_of_a_public_notice_tells_the_name_of_a_minor() -> None:
    told = _juvenile()
    told = replace(told, meeting=replace(told.meeting, open=True, number="检听陈小鹿〔2025〕5号"))

    notice = built("public_notice", told)

    for text in (*texts(notice), notice.title, notice.subject, notice.author, notice.keywords):
        assert "小鹿" not in text


def test_a_refused_application_names_a_minor_to_the_minors_own_side_alone() -> None:
    told = _juvenile()
    victim, parent = (
        ParticipantView("x", 9, name, role=role)
        for name, role in (("张大山", "申请人"), ("陈小鹿", "申请人"))
    )
    for applicants, named in (((victim,), False), ((parent,), True), ((), False)):
        people = (*told.meeting.participants, *applicants)
        refused = replace(told, meeting=replace(told.meeting, state="HX", participants=people))

        words = _words(built("hearing_refusal", refused))

        assert ("陈小鹿盗窃案" in words) is named


def _juvenile() -> MeetingPapers:
    people = (
        ParticipantView("m", 1, "陈小鹿", role="未成年人"),
        ParticipantView("l", 2, "陈建国", role="法定代理人"),
        ParticipantView("v", 3, "张大山", role="被害人"),
        ParticipantView("d", 4, "胡可", "某律师事务所", "律师", role="辩护人"),
        ParticipantView("g", 5, "李文", "某律师事务所", "律师", role="代理人"),
    )
    parties = (
        PartyView("犯罪嫌疑人（未成年人）", "陈小鹿", age=16),
        PartyView("被害人", "张大山"),
    )
    case = CaseView("陈小鹿盗窃案", cause="盗窃罪", parties=parties, minor=True)
    return MeetingPapers(
        replace(MEETING, open=False, participants=people, cases=(case,), title="陈小鹿案听证")
    )


def _sheets(document: Document) -> list[str]:
    """Return the texts of a document, page by page where a page is begun."""
    pages = [""]
    for block in document.blocks:
        if getattr(block, "starts_page", False):
            pages.append("")
        pages[-1] += "\n".join(texts(replace(document, blocks=(block,)))) + "\n"
    return pages


def test_a_minor_is_named_to_the_minors_own_side_alone() -> None:
    sheets = _sheets(built("hearing_notice", _juvenile()))
    own, _, parent, _, victim, receipt, defender, _, agent, _ = sheets

    assert "陈小鹿：" in own
    assert "陈小鹿盗窃案" in own
    assert "陈小鹿盗窃案" in parent
    assert "张大山：" in victim
    assert "陈小鹿盗窃案" in defender
    assert "陈小鹿" not in victim + receipt + agent
    assert "陈某某1盗窃案" in victim


def test_an_adult_suspect_does_not_read_the_name_of_the_minor_victim() -> None:
    people = (
        ParticipantView("s", 1, "张大山", role="犯罪嫌疑人"),
        ParticipantView("v", 2, "陈小鹿", role="被害人"),
    )
    parties = (PartyView("犯罪嫌疑人", "张大山", age=40), PartyView("被害人", "陈小鹿", age=14))
    case = CaseView("陈小鹿被侵害案", parties=parties, minor=True)
    told = replace(TOLD, meeting=replace(MEETING, participants=people, cases=(case,)))

    suspect, receipt, victim, _ = _sheets(built("hearing_notice", told))

    assert "陈小鹿" not in suspect + receipt
    assert "陈小鹿被侵害案" in victim


def test_of_several_minors_none_is_named_to_the_side_of_another() -> None:
    people = (
        ParticipantView("s", 1, "赵小虎", role="犯罪嫌疑人"),
        ParticipantView("l", 2, "赵建国", role="法定代理人"),
        ParticipantView("v", 3, "陈小鹿", role="被害人"),
    )
    parties = (PartyView("犯罪嫌疑人", "赵小虎", age=16), PartyView("被害人", "陈小鹿", age=14))
    case = CaseView("赵小虎侵害陈小鹿案", parties=parties, minor=True)
    told = replace(TOLD, meeting=replace(MEETING, participants=people, cases=(case,)))

    suspect, to_suspect, parent, to_parent, victim, to_victim = _sheets(
        built("hearing_notice", told)
    )

    assert "陈小鹿" not in suspect + to_suspect + parent + to_parent
    assert "赵小虎" not in victim + to_victim
    assert "赵某某" in victim


def test_no_minor_stands_in_the_name_of_a_file(tmp_path: Path) -> None:
    told = _juvenile()

    result = export(
        told, kinds=kinds_due(told), formats=["pdf"], folder=tmp_path, signers=(), made_at=MADE_AT
    )

    assert len(result.files) == 4
    assert not any("陈" in file.name or "鹿" in file.name for file in result.files)


@pytest.mark.parametrize(
    ("line", "cites", "words", "source"),
    [
        ("民事检察", "", "不影响听证的进行", "《人民检察院民事诉讼监督规则》第五十七条"),
        ("行政检察", "", "由主持人确定", "《人民检察院行政诉讼监督规则》第七十一条"),
        ("刑事检察", "", "由主持人根据听证情况依法处理", ""),
        ("刑事检察", "《人民检察院民事诉讼监督规则》", "不影响听证的进行", "第五十七条"),
    ],
)
def test_what_follows_from_being_absent_is_told_with_its_source(
    line: str, cites: str, words: str, source: str
) -> None:
    told = replace(TOLD, case_details=(CaseDetailsView("", line),))
    options = BuildOptions(MADE_AT, (), PaperRules(cites=(cites,)))

    document = KINDS["hearing_notice"].build(told, options, load_labels())

    paragraphs = texts(document)
    told_words = paragraphs[paragraphs.index("五、缺席的后果") + 1]
    assert words in told_words
    assert source in told_words


def test_official_documents_stand_on_their_sheets() -> None:
    sheets = {kind: built(kind, TOLD).sheet for kind in OWN}

    assert {kind for kind, sheet in sheets.items() if sheet is Sheet.LETTER} == {
        "officer_invitation"
    }
    assert {kind for kind, sheet in sheets.items() if sheet is Sheet.OFFICIAL} == {
        *("hearing_refusal", "public_notice", "hearing_notice")
    }


def test_each_letter_begins_with_a_page_without_a_number_in_both_formats() -> None:
    document = clean_document(built("officer_invitation", TOLD))[0]

    pages = pdf_files.page_texts(pdf_files.written(document))
    sections = docx_files.part(docx_files.written(document), docx_files.DOCUMENT).iter(
        qn("w:sectPr")
    )

    numbers = [re.findall("— [0-9]+ —", page) for page in pages]
    assert numbers == [[], ["— 2 —"], ["— 3 —"]] * 2
    assert [one.find(qn("w:titlePg")) is not None for one in sections] == [True, True]


def test_each_notice_bears_the_number() -> None:
    sheets = _sheets(built("hearing_notice", TOLD))

    notices = [sheet for sheet in sheets if "：\n" in sheet.split("一、")[0]]
    assert len(notices) > 1
    assert all(f"\n{MEETING.number}\n" in notice for notice in notices)


def test_a_name_that_no_letterhead_holds_leaves_each_letter_its_page_and_number() -> None:
    told = replace(TOLD, meeting=replace(TOLD.meeting, host="某" * 61))

    first, _, second, _ = _sheets(built("officer_invitation", told))

    assert second == first.replace("程砺石", "贺兰舒")
    assert first.startswith(f"听证员邀请函\n{MEETING.number}\n")


def test_an_invitation_has_the_day_on_which_the_officers_were_asked() -> None:
    asked = replace(TOLD, notices=(NoticeView("听证员2人", "2025-09-19", "邀请函"),))

    assert "2025年9月19日" in texts(built("officer_invitation", asked))
    assert "2025年9月21日" in texts(built("officer_invitation", TOLD))


def test_the_majority_stands_in_the_papers_of_deliberation_and_adoption_alone() -> None:
    told = {kind for kind in OWN if "应当补偿（2人）" in _words(built(kind, TOLD))}

    assert told == {"deliberation", "adoption"}


def test_what_was_said_in_the_deliberation_is_in_no_paper_that_parties_get() -> None:
    for kind in ("transcript", "hearing_notice", "public_notice", "hearing_plan"):
        assert "家庭困难" not in _words(built(kind, TOLD))


def test_each_officer_has_a_sheet_filled_or_left_to_be_filled() -> None:
    open_one, given, outsider = _sheets(built("officer_opinion", TOLD))

    assert "□同意" in open_one
    assert "□同意" not in given
    assert "应当补偿" in given
    assert "外人" in outsider


def test_the_sign_in_sheet_knows_who_came_and_left_and_counts_only_what_was_noted() -> None:
    lines = (
        LineView("1", 1, "2025-09-26T14:35", None, None, "到会", movement="到会", mover_id="a"),
        LineView("2", 2, "15:40", None, None, "离会", movement="离会", mover_id="a"),
    )
    noted = tuple(replace(one, attendance="请假" if one.id == "s" else "到场") for one in PEOPLE)

    late = tuple(replace(one, attendance=None if one.id == "a" else "到场") for one in PEOPLE)
    came = replace(TOLD, meeting=replace(MEETING, lines=lines, participants=late))
    (table,) = (
        block for block in built("hearing_sign_in", came).blocks if isinstance(block, Table)
    )
    counted = built("hearing_sign_in", replace(TOLD, meeting=replace(MEETING, participants=noted)))
    gone = tuple(replace(one, attendance="缺席" if one.id == "s" else "到场") for one in PEOPLE)
    without = built("hearing_sign_in", replace(TOLD, meeting=replace(MEETING, participants=gone)))

    cells = [["".join(value.text for value in cell) for cell in row] for row in table.rows]
    assert cells[7] == ["8", "某律师事务所", "胡可", "律师", "代理人", "", "14:35", "15:40", ""]
    assert cells[-1] == [""] * 9
    assert "应到8人；实到7人；请假1人（庄怀瑾）；回避0人" in texts(counted)
    assert "应到8人；实到7人；请假0人；缺席1人（庄怀瑾）；回避0人" in texts(without)
    assert "应到8人；实到＿＿＿人；请假＿＿＿人；回避0人" in texts(built("hearing_sign_in", TOLD))


def test_the_plan_has_minutes_where_they_are_planned_and_asks_for_approval_of_the_place() -> None:
    meeting = replace(
        MEETING,
        agenda=(AgendaItemView("1", "介绍案情", planned_minutes=20), AgendaItemView("2", "提问")),
        schedule=replace(MEETING.schedule, place="村委会大院"),
    )

    document = built("hearing_plan", replace(TOLD, meeting=meeting))

    assert _values(document, "程序安排和时长") == ["1．介绍案情（20分钟）", "2．提问（　　　分钟）"]
    assert _values(document, "听证地点")[1].startswith("不在听证室举行")
    assert _values(built("hearing_plan", TOLD), "听证地点") == ["本院检察听证室"]
    assert len(_values(built("hearing_plan", TOLD), "程序安排和时长")) == 7


@pytest.mark.parametrize(
    ("approved", "words"),
    [
        (True, "图文直播，经检察长批准（2025年9月18日）"),
        (False, "不直播、录播"),
        (None, "□不直播"),
    ],
)
def test_the_plan_tells_what_was_approved_of_a_broadcast(approved: YesOrWords, words: str) -> None:
    assert approved is None or isinstance(approved, bool)
    approval = HearingApprovalView(
        broadcast_approved=approved, broadcast_channel="图文直播", broadcast_at="2025-09-18"
    )

    document = built("hearing_plan", replace(TOLD, approval=approval))

    assert _values(document, "直播、录播")[0].startswith(words)


def test_the_transcript_tells_evidence_order_refusals_and_attachments() -> None:
    meeting = replace(
        MEETING,
        attachments=(AttachmentView("f", "照片.jpg", "image/jpeg", 9, "", line_id="l1"),),
        signatures=(SignatureView("s", "p", "薛大蓝", status="拒绝签名", reason="漏记"),),
    )

    document, plain = built("transcript", replace(TOLD, meeting=meeting)), built("transcript", TOLD)

    assert _values(document, "证据出示和意见") == ["讨论内容第1项"]
    assert _values(document, "拒绝签名情况") == ["薛大蓝（漏记）"]
    assert _values(document, "录音录像编号") == []
    assert _values(plain, "拒绝签名情况") == ["没有登记。"]


@pytest.mark.parametrize("kind", OWN)
def test_every_page_is_said_to_be_the_hearings_and_never_a_conferences(kind: str) -> None:
    labels = load_labels()

    document = built(kind, TOLD)

    assert document.frame.statement == labels("statement.hearing")
    assert labels("statement.conference") not in _words(document)


EXTREME = replace(
    TOLD,
    meeting=replace(
        MEETING,
        title="题" * 900,
        host="院" * 90,
        questions=("问" * 2500, "</w:t>&amp;\u202e𠮷\u200b", ""),
        participants=tuple(
            replace(one, id=f"{one.id}{n}", name="名" * 70 if n else one.name, organ="位" * 300)
            for one in PEOPLE
            for n in range(4)
        ),
        cases=(CaseView("案" * 700, parties=(PartyView("申诉人", "薛大蓝"),)),) * 3,
    ),
    deliberation=DeliberationView(
        opinions=tuple(OfficerOpinionView(f"员{n}", "见" * 1500, "由" * 3000) for n in range(9)),
        majority="多" * 4000,
    ),
    supervisor_feedback=(SupervisorFeedbackView("𰻞" * 40, "言" * 3500, "答" * 3500),) * 3,
)


@pytest.mark.parametrize("told", [BARE, TOLD, EXTREME], ids=["bare", "whole", "extreme"])
@pytest.mark.parametrize("kind", OWN)
def test_every_paper_is_written_whole_and_sound_in_both_formats(
    kind: str, told: MeetingPapers
) -> None:
    document = clean_document(built(kind, told))[0]

    word, pdf = docx_files.written(document), pdf_files.written(document)

    assert _joined(docx_files.texts_inside(word)) == _joined(texts(document))
    assert docx_audit(word) == []
    assert pdf_audit(pdf) == set()
    if told is not EXTREME:  # there, words are parted by the ends of pages
        seen = _joined(pdf_files.page_texts(pdf))
        assert all(_joined([text]) in seen for text in texts(document))


def _joined(parts: list[str]) -> str:
    return "".join("".join(parts).split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_the_papers_of_the_samples_are_those_of_their_files(sample: Path) -> None:
    told = papers(sample)
    is_open = json.loads(sample.read_text(encoding="utf-8"))["open"]

    due = kinds_due(told)

    assert ("public_notice" in due) == is_open
    assert [kind for kind in OWN if kind in due] == list(due)
    assert {"hearing_plan", "officer_invitation", "deliberation", "adoption"} <= set(due)
