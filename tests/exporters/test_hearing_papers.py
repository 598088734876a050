"""The papers of a hearing: their fields in order, what is left open, what stands in none."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from exporters.document import Table, texts
from exporters.dossier.missing import missing
from exporters.labels import load_labels
from exporters.registry import kinds_due
from exporters.text import clean_document
from models.archive_gaps import MissingKind
from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    OfficerOpinionView,
    SupervisorFeedbackView,
)
from models.papers import MeetingPapers
from models.snapshot import (
    AgendaItemView,
    AttachmentView,
    CaseView,
    LineView,
    PartyView,
    SignatureView,
    YesOrWords,
)
from tests.exporters import docx_files, pdf_files
from tests.exporters.docx_audit import audit as docx_audit
from tests.exporters.form_words import all_values_of, labels_of, pages_begun, words_of
from tests.exporters.meetings import built, papers
from tests.exporters.pdf_audit import audit as pdf_audit
from tests.exporters.told_hearing import BARE, MEETING, OWN, PEOPLE, TOLD

SAMPLES = sorted(resources.path("samples").glob("s0[34]-hearing.json"))

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
    assert tuple(labels_of(built(kind, TOLD))) == FIELDS[kind]


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
    words, place = words_of(built(kind, TOLD)), 0

    for part in PARTS[kind]:
        assert part in words[place:], part
        place = words.index(part, place) + len(part)


def test_the_refusal_leaves_room_for_its_reasons() -> None:
    refused = replace(TOLD, meeting=replace(MEETING, state="HX"))

    document = built("hearing_refusal", refused)

    assert labels_of(document) == ["申请日期", "申请听证的事项", "不予听证的理由"]
    assert all_values_of(document, "不予听证的理由") == []
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


def test_the_majority_stands_in_the_papers_of_deliberation_and_adoption_alone() -> None:
    told = {kind for kind in OWN if "应当补偿（2人）" in words_of(built(kind, TOLD))}

    assert told == {"deliberation", "adoption"}


def test_what_was_said_in_the_deliberation_is_in_no_paper_that_parties_get() -> None:
    for kind in ("transcript", "hearing_notice", "public_notice", "hearing_plan"):
        assert "家庭困难" not in words_of(built(kind, TOLD))


def test_each_officer_has_a_sheet_filled_or_left_to_be_filled() -> None:
    open_one, given, outsider = pages_begun(built("officer_opinion", TOLD))

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

    assert all_values_of(document, "程序安排和时长") == [
        "1．介绍案情（20分钟）",
        "2．提问（　　　分钟）",
    ]
    assert all_values_of(document, "听证地点")[1].startswith("不在听证室举行")
    assert all_values_of(built("hearing_plan", TOLD), "听证地点") == ["本院检察听证室"]
    assert len(all_values_of(built("hearing_plan", TOLD), "程序安排和时长")) == 7


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

    assert all_values_of(document, "直播、录播")[0].startswith(words)


def test_the_transcript_tells_evidence_order_refusals_and_attachments() -> None:
    meeting = replace(
        MEETING,
        attachments=(AttachmentView("f", "照片.jpg", "image/jpeg", 9, "", line_id="l1"),),
        signatures=(SignatureView("s", "p", "薛大蓝", status="拒绝签名", reason="漏记"),),
    )

    document, plain = built("transcript", replace(TOLD, meeting=meeting)), built("transcript", TOLD)

    assert all_values_of(document, "证据出示和意见") == ["讨论内容第1项"]
    assert all_values_of(document, "拒绝签名情况") == ["薛大蓝（漏记）"]
    assert all_values_of(document, "录音录像编号") == []
    assert all_values_of(plain, "拒绝签名情况") == ["没有登记。"]


@pytest.mark.parametrize("kind", OWN)
def test_every_page_is_said_to_be_the_hearings_and_never_a_conferences(kind: str) -> None:
    labels = load_labels()

    document = built(kind, TOLD)

    assert document.frame.statement == labels("statement.hearing")
    assert labels("statement.conference") not in words_of(document)


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
