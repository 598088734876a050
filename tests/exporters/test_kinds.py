"""What stands in the record and in the transcript, and what must not."""

import json
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest

from exporters.document import Form, Paragraph, ParagraphStyle, Signatures, Statement, texts
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.parts import time_words
from exporters.labels import load_labels
from exporters.registry import KINDS
from models.papers import MeetingPapers, PaperRules
from models.snapshot import LineView, ParticipantView, QuorumView, TranscriptCheckView
from models.states import STATES
from models.vocabulary import MeetingKind
from tests.exporters.meetings import MADE_AT, conference, hearing, own_kind, paper, snapshot

SAMPLES = Path(__file__).parents[2] / "resources/samples"
CONFERENCE = "以上意见均为发言人个人意见，仅供承办检察官参考，不构成会议决议或者倾向性意见。"
HEARING = "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。"


def _rows(document: object, label: str) -> list[str]:
    assert hasattr(document, "blocks")
    return [
        value.text
        for block in document.blocks
        if isinstance(block, Form)
        for row in block.rows
        if row.label == label
        for value in row.values
    ]


def test_every_participant_stands_with_the_role_held(sample: Path) -> None:
    meeting = snapshot(sample)
    document = paper(meeting)
    labels = load_labels()

    for person in meeting.participants:
        label = labels.find("role", person.role or "", person.role or "")
        held = _rows(document, label)
        assert any(text.startswith(f"{person.name}") for text in held), person


def test_every_word_that_was_said_stands_as_it_was_said_in_order(sample: Path) -> None:
    meeting = snapshot(sample)
    spoken = [
        block.text
        for block in takewhile(lambda one: not isinstance(one, Signatures), paper(meeting).blocks)
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.SPEECH
    ]

    assert spoken == [line.text for line in meeting.lines]


def test_a_paper_bears_its_own_statement_and_never_the_other(sample: Path) -> None:
    document = paper(snapshot(sample))
    own, other = (CONFERENCE, HEARING) if "joint" in sample.name else (HEARING, CONFERENCE)

    assert document.frame.statement == own
    assert Statement(own) in document.blocks
    assert other not in "".join(texts(document))


@pytest.mark.parametrize("code", STATES)
def test_a_paper_that_is_not_signed_says_so(code: str) -> None:
    state = STATES[code]
    meeting = conference() if state.kind is MeetingKind.JOINT_CONFERENCE else hearing()

    mark = paper(replace(meeting, state=code)).frame.mark

    signed = {"J7", "J8", "J9", "J10", "J11", "H10", "H11", "H12", "H13"}
    assert mark == (None if code in signed else "未签名稿")


def test_the_record_holds_no_word_of_majority_handler_or_report() -> None:
    printed = "".join(texts(paper(snapshot(SAMPLES / "s08-joint.json"))))

    for word in ("多数人意见", "部分采纳", "提请检察委员会讨论决定", "检委会讨论决定"):
        assert word not in printed


def test_the_transcript_holds_no_word_of_the_deliberation_or_decision() -> None:
    printed = "".join(texts(paper(snapshot(SAMPLES / "s03-hearing.json"))))

    assert "15时48分休会，听证员评议；16时27分恢复听证。" in printed
    for word in ("再给三十日并每日公示", "再给三十日(3人)", "中止审查三十日", "公示位置应在校门口"):
        assert word not in printed


def test_a_closed_hearing_lists_no_observers() -> None:
    closed, public = hearing(open=False, observers=0), hearing(open=True, observers=3)

    assert _rows(paper(closed), "旁听人数") == []
    assert _rows(paper(closed), "听证方式") == ["不公开"]
    assert _rows(paper(public), "旁听人数") == ["3人"]


def test_observers_of_a_closed_hearing_are_a_contradiction_that_shows() -> None:
    assert _rows(paper(hearing(open=False, observers=2)), "旁听人数") == ["2人"]


def test_the_notes_of_the_secretary_are_not_printed(sample: Path, tmp_path: Path) -> None:
    document = json.loads(sample.read_text(encoding="utf-8"))
    document["notes"] = "内部备注一"
    for person in document["participants"]:
        person["note"] = "内部备注二"
    marked = tmp_path / "marked.json"
    marked.write_text(json.dumps(document), encoding="utf-8")

    assert "内部备注" not in "".join(texts(paper(snapshot(marked))))


def test_a_party_with_a_name_to_show_is_shown_by_it_alone() -> None:
    meeting = snapshot(SAMPLES / "s04-hearing.json")
    party = replace(meeting.cases[0].parties[0], name="陈真名", display="陈某甲")
    case = replace(meeting.cases[0], parties=(party,))

    printed = "".join(texts(paper(replace(meeting, cases=(case,)))))

    assert "陈真名" not in printed
    assert "陈某甲（16岁）" in printed


def test_steps_have_their_headings_wherever_they_change() -> None:
    lines = [
        LineView(str(n), n, None, None, "说明", "话", step=step)
        for n, step in enumerate([0, 2, 3, 2, 7], 1)
    ]

    headings = [
        block.text
        for block in paper(hearing(*lines, break_from="15:00")).blocks
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.HEADING
    ]

    assert headings == [
        "一、核对到场情况，宣布程序和纪律",
        "三、当事人及其他参加人说明情况",
        "四、听证员提问",
        "三、当事人及其他参加人说明情况（续）",
        "五、休会评议",
        "八、主持人总结",
    ]


def test_an_unknown_speaker_is_told() -> None:
    line = LineView("1", None, None, None, None, "谁说的？")

    assert "发言人待核" in "".join(texts(paper(conference(lines=(line,)))))


def test_the_chairs_last_words_stand_apart() -> None:
    texts_ = texts(paper(snapshot(SAMPLES / "s01-joint.json")))

    assert texts_.index("主持人结束语") > texts_.index("讨论内容")
    assert texts_[texts_.index("主持人结束语") + 1].startswith("12．11:38　罗承砚")


def test_a_record_of_nothing_says_what_is_missing() -> None:
    document = paper(conference(lines=(), participants=(), number=None, host=None))

    assert _rows(document, "时间") == ["（未填写）"]
    assert "（未记录发言）" in texts(document)
    assert not any(isinstance(block, Signatures) for block in document.blocks)


def test_namesakes_sign_with_what_tells_them_apart() -> None:
    people = (
        ParticipantView("1", 1, "王·伟", organ="甲院", post="检察官", role="出席"),
        ParticipantView("2", 2, "王•伟", organ="甲院", post="书记员", role="出席"),
        ParticipantView("3", 3, "李犇", organ="甲院", role="出席"),
    )

    (block,) = (
        block
        for block in paper(conference(participants=people, lines=())).blocks
        if isinstance(block, Signatures)
    )

    assert [(row.name, row.remark) for row in block.rows] == [
        ("王·伟", "甲院检察官，第1号"),
        ("王•伟", "甲院书记员，第2号"),
        ("李犇", ""),
    ]


def test_a_refusal_to_sign_stands_below_the_words() -> None:
    said: dict[bool | str, str] = {True: "发言人已签名", "拒绝签名": "签名情况：拒绝签名"}
    for signed, words in said.items():
        line = LineView("1", 1, None, None, "意见", "话", signed=signed)
        assert words in texts(paper(conference(lines=(line,))))
    line = LineView("1", 1, None, None, "意见", "话", signed=False)
    assert not any("签名情况" in text for text in texts(paper(conference(lines=(line,)))))


def test_a_quorum_without_a_rule_still_says_whether_it_was_met() -> None:
    quorum = QuorumView(required=5, counted=3, met=False)

    assert _rows(paper(conference(quorum=quorum)), "人数要求") == [
        "要求5人；计入3人；未达到人数要求"
    ]


def test_the_break_stands_with_the_step_it_belongs_to() -> None:
    lines = [
        LineView(str(n), n, None, None, "主持人", "话", step=step)
        for n, step in enumerate([3, 4, 5], 1)
    ]

    printed = texts(paper(hearing(*lines, break_from="15:00", break_to="15:30")))

    assert sum("休会评议" in text for text in printed) == 1
    assert "15时00分休会，听证员评议；15时30分恢复听证。" in printed


def test_a_running_head_stays_short_whatever_the_office_is_called() -> None:
    recorders = tuple(ParticipantView(str(n), n, f"记{n}", role="记录") for n in range(1, 9))
    frame = paper(conference(host="院" * 500, participants=recorders)).frame

    assert len(frame.header) < 80
    assert "记1、记2等8人" in frame.footer


def test_checks_of_the_transcript_show_each_correction() -> None:
    checks = (
        TranscriptCheckView("薛某", "签名", "第4项更正"),
        TranscriptCheckView("尉迟岱", "拒签"),
    )

    printed = texts(paper(hearing(transcript_checks=checks)))

    assert [text for text in printed if "薛某" in text or "更正" in text or "拒签" in text] == [
        "薛某：签名",
        "更正：第4项更正",
        "尉迟岱：拒签",
    ]


def test_words_in_another_language_keep_their_original_and_translator() -> None:
    line = LineView(
        "1",
        1,
        "09:00",
        None,
        "翻译",
        "请检察院来看。",
        source_lang="bo",
        source_text="ང་ཚོས།",
        translation_by="旦增·旺堆",
    )

    printed = texts(paper(conference(lines=(line,))))

    assert "原文（藏文）：ང་ཚོས།" in printed
    assert "翻译人：旦增·旺堆" in printed


@pytest.mark.parametrize(
    ("civil", "words"),
    [
        ("2025-06-18T09:05", "2025年6月18日9时05分"),
        ("2025-06-18", "2025年6月18日"),
        ("09:05", "9时05分"),
        ("", ""),
        (None, ""),
        ("某日上午", "某日上午"),
    ],
)
def test_times_stand_in_words(civil: str | None, words: str) -> None:
    assert time_words(civil, load_labels()) == words


def test_a_paper_tells_the_profile_it_followed_and_the_rules_cited() -> None:
    civil = paper(conference("我同意。", profile="civil49"))
    plain = paper(conference("我同意。"))
    heard = paper(hearing(profile="hearing"))

    assert _rows(civil, "适用规则") == [
        "民事诉讼监督（civil49）",
        "来源：人民检察院民事诉讼监督规则（2021年）第四十九条",
        "引用：《人民检察院民事诉讼监督规则》（2021年）第四十九条",
    ]
    assert _rows(plain, "适用规则")[0] == "严格参考（strict）"
    assert _rows(heard, "适用规则")[0] == "检察听证（hearing）"


def test_a_paper_tells_that_the_chosen_profile_is_not_installed() -> None:
    document = paper(conference("我同意。", profile="ours"))

    assert _rows(document, "适用规则")[0] == "严格参考（strict）；会议所选的“ours”没有安装"


def test_a_profile_changes_the_title_of_a_paper() -> None:
    rules = PaperRules(
        "own", "本院规则", titles={"record": "本院联席会议记录", "transcript": "本院笔录"}
    )

    for meeting, title in ((conference("甲"), "本院联席会议记录"), (hearing(), "本院笔录")):
        options = BuildOptions(MADE_AT, (), rules)
        document = KINDS[own_kind(meeting)].build(MeetingPapers(meeting), options, load_labels())
        assert document.title.startswith(title)
