"""The notice of a conference, its materials, and the sheet on which everybody signs in."""

from dataclasses import replace

from exporters.document import Letterhead, Sheet, texts
from models.papers import MeetingPapers, NoticeTimesView, ParticipantNoteView
from models.snapshot import LineView, ParticipantView, QuorumView, ScheduleView
from tests.exporters.form_words import cells_of, rows_in, values_of, words_of
from tests.exporters.meetings import SAMPLES, built, conference, papers


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
    words = words_of(built("notice", papers(SAMPLES / "s01-joint.json")))

    assert not [word for word in _ORDERS if word in words]
    assert "请贵院予以支持" in words
    assert "特此函告，请予支持。" in words


def test_a_postponed_conference_is_told_in_a_letter_or_in_a_notice() -> None:
    times = NoticeTimesView("2025-06-10", postponed_from="2025-06-12T09:00")
    for sample, named in (("s01-joint.json", "本函"), ("s05-joint.json", "本通知")):
        told = replace(papers(SAMPLES / sample), notice_times=times)

        words = words_of(built("notice", told))

        assert f"召开的会议延期至{named}所列时间。" in words


def test_inside_an_office_it_is_a_notice_without_letterhead() -> None:
    document = built("notice", papers(SAMPLES / "s05-joint.json"))

    assert document.sheet is Sheet.OFFICIAL
    assert not any(isinstance(block, Letterhead) for block in document.blocks)
    assert document.title.startswith("石臼县人民检察院关于召开跨部门检察官联席会议")
    words = words_of(document)
    assert "石臼检联〔2025〕3号" in texts(document)
    assert "原定2025年4月10日9时00分召开的会议延期至本通知所列时间。" in words
    assert "贵院" not in words


def test_the_notice_calls_neither_the_recused_nor_those_away() -> None:
    people = (
        ParticipantView("1", 1, "罗承砚", role="出席"),
        ParticipantView("2", 2, "翁一鸣", role="回避"),
        ParticipantView("3", 3, "龚䶮", role="出席", attendance="请假"),
    )
    words = words_of(built("notice", MeetingPapers(conference(participants=people))))

    assert "参会检察官：罗承砚。" in words
    assert "翁一鸣" not in words
    assert "龚䶮" not in words


def test_a_notice_of_nothing_says_what_is_missing() -> None:
    empty = MeetingPapers(conference(host=None, number=None, participants=(), lines=()))

    words = words_of(built("notice", empty))

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
        rows = cells_of(built(kind, told), "材料名称")
        assert [row[:2] for row in rows] == [[str(n), name] for n, name in enumerate(names, 1)]
        ticked = ["■收回　□不收回"] * len(back), ["□收回　□不收回"] * len(kept)
        assert [row[3] for row in rows] == [*ticked[0], *ticked[1]]


# The sign-in sheet


def test_before_the_meeting_what_is_not_known_is_blank() -> None:
    document = built("sign_in", MeetingPapers(conference()))

    assert values_of(document, "应到") == ["1人"]
    assert values_of(document, "实到") == ["　　　人"]
    assert "原因" in values_of(document, "请假")[0]
    assert values_of(document, "人数要求") == ["□达到　□未达到"]
    rows = cells_of(document, "姓名")
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

    assert values_of(document, "应到") == ["3人"]
    assert values_of(document, "实到") == ["1人"]
    assert values_of(document, "请假") == ["1人（龚䶮（出差））"]
    assert values_of(document, "缺席") == ["1人（卫青）"]
    assert values_of(document, "回避") == ["1人（翁一鸣）"]
    assert values_of(document, "计入人数") == ["1人"]
    assert values_of(document, "人数要求") == ["□达到　■未达到"]
    rows = cells_of(document, "姓名")
    assert rows[0][7] == "09:30"
    assert rows[1][8] == "请假"


def test_every_room_joined_by_video_has_its_line() -> None:
    meeting = conference(schedule=ScheduleView("2025-06-18", place="一室", remote=("甲室", "乙室")))

    document = built("sign_in", MeetingPapers(meeting))

    rooms = [row.values[0].text for row in rows_in(document) if row.label == "视频分会场"]
    assert rooms == ["甲室", "乙室"]
