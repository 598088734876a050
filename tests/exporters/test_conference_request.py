"""The request for a conference: what is ticked, what is left to the hand, who was in time."""

import pytest

import resources
from models.papers import MeetingPapers, RequestView
from models.snapshot import CaseView
from tests.exporters.form_words import foot_of, values_of, words_of
from tests.exporters.meetings import built, conference


def _request(**fields: object) -> MeetingPapers:
    request = RequestView(**fields)  # type: ignore[arg-type] # fields of the view
    return MeetingPapers(conference(cases=(CaseView("甲案"),)), request=request)


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

    must, may = (values_of(document, f"{name}提请的事由") for name in ("应当", "可以"))
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

    assert "■" not in "".join(
        values_of(document, "应当提请的事由") + values_of(document, "可以提请的事由")
    )
    assert reason in words_of(document)


def test_the_reasons_to_tick_are_data_with_their_source() -> None:
    data = resources.toml("requests/conference.toml")

    assert (len(data["must"]), len(data["may"])) == (7, 3)
    assert "松北区" in data["source"]


def test_the_words_of_an_item_are_ticked_for_it_alone() -> None:
    data = resources.toml("requests/conference.toml")
    items = [item["text"] for item in (*data["must"], *data["may"])]

    for text in items:
        document = built("request", _request(reasons=(text,)))

        must, may = (values_of(document, f"{name}提请的事由") for name in ("应当", "可以"))
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

    assert values_of(document, "部门负责人审核")[0] == boxes
    assert not approval or approval in words_of(document)


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

    assert values_of(document, "部门负责人审核")[-1] == f"超过3日：{late}"


def test_what_nobody_entered_is_room_to_write() -> None:
    document = built("request", _request())

    assert foot_of(document, "提请人").endswith("年　　月　　日")
    assert foot_of(document, "分管检察长意见").startswith("签名：")
    assert values_of(document, "分管检察长意见") == []
    assert values_of(document, "备注") == []
    for label in ("案号", "案由", "承办检察官（办案组）", "基本案情", "争议问题"):
        assert values_of(document, label) == ["（未填写）"]


def test_the_request_tells_what_protects_the_case() -> None:
    for case, boxes in (
        (CaseView("甲", work_secret=True), "□不涉及　■工作秘密　□国家秘密"),
        (CaseView("甲", state_secret=True), "□不涉及　□工作秘密　■国家秘密"),
        (CaseView("甲"), "□不涉及　□工作秘密　□国家秘密"),
    ):
        told = MeetingPapers(conference(cases=(case,)), request=RequestView())
        assert values_of(built("request", told), "涉密情况") == [boxes]
