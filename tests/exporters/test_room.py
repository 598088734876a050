"""Papers for the room: place cards, seats, and what each speaker reads back."""

import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import page
import pytest

from exporters.document import (
    NO_FRAME,
    Document,
    Form,
    FormRow,
    NamePlate,
    Paragraph,
    ParagraphStyle,
    Sheet,
    Table,
    texts,
)
from exporters.kinds.assembly import BuildOptions
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due, working_kinds
from exporters.text import clean_document
from models.papers import MeetingPapers, PaperRules
from models.snapshot import (
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    ScheduleView,
)
from models.vocabulary import MeetingKind, Mode
from models.wording import check
from resources import path
from tests.exporters import docx_files
from tests.exporters.documents import TIBETAN
from tests.exporters.docx_audit import audit as docx_audit
from tests.exporters.meetings import MADE_AT, PROFILES, built, conference, hearing, papers
from tests.exporters.pdf_audit import audit
from tests.exporters.pdf_files import content_streams, page_count, page_texts, seen, written

ROOM = ("name_plates", "name_plates_bare", "seating", "read_back")
SAMPLES = path("samples")

CHAIR = ParticipantView(
    "c", 5, "司马㛃", "甲市人民检察院", "一部主任", "四级高级检察官", "主持", "现场"
)
SENIOR = ParticipantView("s", 4, "龚䶮", "乙县人民检察院", "副检察长", "一级检察官", "出席", "现场")
YOUNG = ParticipantView("y", 3, "罗承砚", "丙县人民检察院", "检察官", "五级检察官", "出席", "现场")
HANDLER = ParticipantView("h", 2, "陶𬤇", "乙县人民检察院", "检察官", "一级检察官", "承办", "现场")
FAR = ParticipantView("v", 1, "阿旺·才让", "丁县人民检察院", "检察官", None, "出席", "视频")
CLERK = ParticipantView("r", 6, "喜玉梅", "甲市人民检察院", "书记员", None, "记录", "现场")
EXCUSED = ParticipantView("e", 7, "请某", "乙县人民检察院", role="出席", attendance="请假")
RECUSED = ParticipantView("x", 8, "避某", "乙县人民检察院", role="回避")
WRITER = ParticipantView("w", 9, "书某", "乙县人民检察院", role="出席", mode="书面")
PEOPLE = (FAR, HANDLER, YOUNG, SENIOR, CHAIR, CLERK, EXCUSED, RECUSED, WRITER)


def _held(**fields: object) -> MeetingSnapshot:
    told: dict[str, object] = {"participants": PEOPLE, "lines": ()} | fields
    return conference(**told)


def _made(kind: str, meeting: MeetingSnapshot) -> Document:
    return clean_document(built(kind, MeetingPapers(meeting)))[0]


def _plates(document: Document) -> list[tuple[str, str]]:
    return [(one.name, one.office) for one in document.blocks if isinstance(one, NamePlate)]


def _cells(table: Table) -> list[list[str]]:
    return [["\n".join(value.text for value in cell) for cell in row] for row in table.rows]


def _form_rows(document: Document) -> list[FormRow]:
    return [row for block in document.blocks if isinstance(block, Form) for row in block.rows]


def _tables(document: Document) -> list[Table]:
    return [one for one in document.blocks if isinstance(one, Table)]


def _line(number: int, speaker: ParticipantView | None, text: str, **fields: object) -> LineView:
    spoken_by = speaker.id if speaker else None
    made = LineView(f"l{number}", number, f"09:{number:02}", spoken_by, "意见", text)
    return replace(made, **fields)  # type: ignore[arg-type] # fields of a line


# Of all


@pytest.mark.parametrize("meeting", [_held(), hearing(participants=PEOPLE)])
def test_they_are_working_papers_of_both_kinds_of_meeting(meeting: MeetingSnapshot) -> None:
    told = MeetingPapers(replace(meeting, lines=(_line(1, CHAIR, "开会。"),)))

    assert set(ROOM) <= set(working_kinds(told))
    assert not set(ROOM) & set(kinds_due(told))


def test_there_is_none_for_nobody() -> None:
    bare = MeetingSnapshot(id="1", kind=MeetingKind.JOINT_CONFERENCE, state="J0")

    assert not set(ROOM) & set(working_kinds(MeetingPapers(bare)))
    assert "read_back" not in working_kinds(MeetingPapers(_held()))  # nobody spoke yet


@pytest.mark.parametrize("kind", ROOM)
def test_of_every_sample_both_formats_are_sound(kind: str, sample: Path) -> None:
    document = clean_document(built(kind, papers(sample)))[0]

    pdf, word = written(document), docx_files.written(document)

    assert audit(pdf) == set()
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(pdf, profile=profile).failures == []
    assert docx_audit(word) == []
    printed = [seen(text) for text in texts(document) if text]
    if kind.startswith("name_plates"):
        return
    assert [seen(text) for text in docx_files.texts_inside(word)] == [
        part for text in printed for part in [text] if part
    ]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.id)
def test_the_wording_guard_has_nothing_to_say_about_their_fixed_texts(profile: object) -> None:
    labels = load_labels().words
    for table in ("name_plates", "seating", "read_back"):
        for key, words in labels[table].items():
            assert check(words, field="标题", profile=profile).matches == (), key  # type: ignore[arg-type] # one of them


def test_a_profile_titles_them() -> None:
    told = MeetingPapers(_held(lines=(_line(1, CHAIR, "开会。"),)))
    for kind in ROOM:
        options = BuildOptions(MADE_AT, (), PaperRules(titles={kind: "本院用件"}))
        assert KINDS[kind].build(told, options, load_labels()).title.startswith("本院用件")


@pytest.mark.parametrize("kind", ROOM)
def test_hostile_words_come_through_as_they_are(kind: str) -> None:
    hostile = replace(CHAIR, name="甲\u202e乙<w:t>&\x00", organ="长" * 400, post=TIBETAN * 9)
    meeting = _held(participants=(hostile,), lines=(_line(1, hostile, "字" * 3000 + "\u2028末"),))

    document = _made(kind, meeting)

    assert "〔U+202E〕" in "".join(texts(document))
    assert audit(written(document)) == set()
    assert docx_audit(docx_files.written(document)) == []


# Place cards


def test_each_who_is_expected_has_a_plate_the_chair_first_then_by_number() -> None:
    document = _made("name_plates", _held())

    assert _plates(document) == [
        ("司马㛃", "甲市人民检察院"),
        ("陶𬤇", "乙县人民检察院"),
        ("罗承砚", "丙县人民检察院"),
        ("龚䶮", "乙县人民检察院"),
        ("喜玉梅", "甲市人民检察院"),
        ("阿旺·才让", "丁县人民检察院"),
    ]
    assert all(not office for _, office in _plates(_made("name_plates_bare", _held())))


def test_in_a_hearing_the_role_stands_below_and_a_minor_is_not_named() -> None:
    people = (
        ParticipantView("1", 1, "尚知弦", "柳溪区人民检察院", role="主持"),
        ParticipantView("2", 2, "裴砚", "中学", role="听证员"),
        ParticipantView("3", 3, "陈某甲", role="未成年人"),
        ParticipantView("4", 4, None, role="辩护人"),
    )

    document = _made("name_plates", hearing(participants=people))

    assert _plates(document) == [
        ("尚知弦", "主持人"),
        ("裴砚", "听证员"),
        ("未成年人", ""),
        ("辩护人", ""),
    ]
    assert "陈某甲" not in "".join(texts(_made("seating", hearing(participants=people))))


@pytest.mark.parametrize("mode", [Mode.ON_SITE, Mode.VIDEO])
def test_a_minor_in_another_role_is_not_named_in_the_room_either(mode: Mode) -> None:
    people = (
        ParticipantView("1", 1, "尚知弦", "柳溪区人民检察院", role="主持"),
        ParticipantView("2", 2, "陈小鹿", "柳溪二中", role="被害人", mode=mode),
        ParticipantView("3", 3, "张大山", role="犯罪嫌疑人"),
    )
    parties = (PartyView("被害人", "陈小鹿", age=14), PartyView("犯罪嫌疑人", "张大山", age=40))
    told = hearing(participants=people, cases=(CaseView(parties=parties, minor=True),))

    for kind in ("name_plates", "seating"):
        shown = "".join(texts(_made(kind, told)))
        assert "陈小鹿" not in shown
        assert "柳溪二中" not in shown
        assert "被害人" in shown
        assert "张大山" in shown


def test_a_sheet_with_a_plate_bears_nothing_else() -> None:
    document = _made("name_plates", _held())
    pdf, word = written(document), docx_files.written(document)

    assert document.sheet is Sheet.CARD
    assert document.frame == NO_FRAME
    assert page_count(pdf) == 6
    assert all("Pagination" not in code for code in content_streams(pdf))
    for text, (name, office) in zip(page_texts(pdf), _plates(document), strict=True):
        assert seen(text) == seen(name + office) * 2
    assert not any("header" in part or "footer" in part for part in docx_files.parts(word))
    (section,) = docx.Document(io.BytesIO(word)).sections[-1:]
    assert section.header.is_linked_to_previous
    assert section.footer.is_linked_to_previous


def test_the_sheet_bears_no_frame_even_where_one_is_given() -> None:
    given = replace(NO_FRAME, header="在上", statement="在下", footer="其下", mark="别的稿")
    document = replace(_made("name_plates", _held()), frame=given)

    printed = "".join(page_texts(written(document)))
    word = docx_files.written(document)

    for words in ("在上", "在下", "其下", "别的稿"):
        assert words not in printed
        assert words.encode() not in b"".join(docx_files.parts(word).values())


# Seats


def test_a_conference_is_seated_left_and_right_of_the_chair_by_seniority() -> None:
    head, sides, apart = _tables(_made("seating", _held()))

    assert _cells(head) == [["主持人右侧", "1　司马㛃（主持人）", "主持人左侧"]]
    assert _cells(sides) == [
        ["3", "罗承砚", "丙县院", "", "龚䶮", "乙县院", "2"],
        ["", "", "", "", "陶𬤇", "承办检察官，乙县院", "4"],
    ]
    assert _cells(apart) == [["记录人：喜玉梅"]]


def test_who_is_elsewhere_has_no_seat_but_is_told() -> None:
    document = _made("seating", _held())

    assert [row.values[0].text for row in _form_rows(document) if row.label == "视频参会"] == [
        "阿旺·才让（丁县人民检察院检察官）"
    ]
    for gone in ("请某", "避某", "书某"):
        assert gone not in "".join(texts(document))


def test_the_officers_of_a_hearing_sit_across_from_handler_and_parties() -> None:
    _, sides, apart = _tables(
        clean_document(built("seating", papers(SAMPLES / "s03-hearing.json")))[0]
    )

    left = [row[4] for row in _cells(sides) if row[4]]
    right = [row[1] for row in _cells(sides) if row[1]]
    assert left == ["贺兰舒", "程砺石", "马淑葳", "董冠羽", "邹荷生", "庄怀瑾"]
    assert right == ["欧阳砚青", "尉迟岱", "薛某"]
    assert _cells(apart) == [["记录人：沈𣲗"]]


def _many(count: int) -> MeetingSnapshot:
    others = tuple(
        replace(YOUNG, id=str(n), number=n, name=f"与会{n}", organ=f"第{n}县人民检察院")
        for n in range(10, 8 + count)
    )
    schedule = ScheduleView("2025-06-18T09:00", "2025-06-18T11:47", "第二会议室", ("朔川县院",))
    return _held(participants=(CHAIR, *others, CLERK), schedule=schedule)


def test_up_to_thirty_people_are_seated_on_one_page_and_more_on_the_next() -> None:
    assert page_count(written(_made("seating", _many(30)))) == 1

    document = _made("seating", _many(90))
    pages = [seen(text) for text in page_texts(written(document))]
    assert len(pages) > 1
    assert all(sum(f"与会{n}第" in one for one in pages) == 1 for n in range(10, 98))


def test_without_a_chair_the_head_of_the_table_is_kept_free() -> None:
    head, *_ = _tables(_made("seating", _held(participants=(YOUNG,))))

    assert _cells(head)[0][1] == "主持人席"


# Read-back pages


def _parts(document: Document) -> list[list[str]]:
    """Return the texts of each speaker's part."""
    starts = [
        at
        for at, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.style is ParagraphStyle.OFFICE
    ]
    return [
        texts(replace(document, blocks=document.blocks[begin:end]))
        for begin, end in pairwise([*starts, len(document.blocks)])
    ]


def test_everybody_reads_the_own_lines_and_no_others() -> None:
    lines = (
        _line(1, CHAIR, "现在开会。", kind="主持人"),
        _line(2, YOUNG, "我认为证据不足。"),
        _line(3, SENIOR, "我提一个问题。", kind="提问"),
        _line(4, None, "谁说的？"),
        _line(5, YOUNG, "补充一句。", kind="补充"),
    )

    document = _made("read_back", _held(lines=lines))
    parts = _parts(document)

    assert [part[part.index("校阅人") + 1].split("（")[0] for part in parts] == [
        "司马㛃",
        "罗承砚",
        "龚䶮",
    ]
    for part, own in zip(parts, (lines[0:1], (lines[1], lines[4]), lines[2:3]), strict=True):
        for line in lines:
            assert (line.text in part) == (line in own)
    starts = [one for one in document.blocks if isinstance(one, Paragraph) and one.starts_page]
    assert len(starts) == len(parts) - 1


def test_a_line_has_number_time_kind_words_and_room_for_corrections() -> None:
    document = _made("read_back", _held(lines=(_line(2, YOUNG, "我认为证据不足。"),)))

    (table,) = _tables(document)
    assert table.heads == ("序号", "时间", "罗承砚的发言", "更正")
    assert _cells(table) == [["2", "09:02\n意见", "我认为证据不足。", ""]]


def test_the_speaker_signs_on_the_own_page() -> None:
    document = _made("read_back", _held(lines=(_line(2, YOUNG, "我认为证据不足。"),)))

    (result,) = [row for row in _form_rows(document) if row.label == "校阅意见"]
    assert [value.text for value in result.values] == [
        "□　核对无误。",
        "□　需要更正，已写入更正栏。",
    ]
    assert result.foot is not None
    assert result.foot.text.startswith("罗承砚签名：")
    assert result.least_mm >= 30


def test_the_original_stands_beside_the_chinese_and_the_interpreter_signs() -> None:
    translated = _line(
        1, YOUNG, "请来看草场。", source_lang="bo", source_text=TIBETAN, translation_by="旦增·旺堆"
    )
    spoken = _line(2, YOUNG, TIBETAN, lang="bo", translation="水要流过来。")

    document = _made("read_back", _held(lines=(translated, spoken, _line(3, SENIOR, "好。"))))

    first, second = _tables(document)
    assert first.heads == ("序号", "时间", "原文", "罗承砚的发言（中文记录）", "更正")
    assert [row[2:4] for row in _cells(first)] == [
        [TIBETAN, "请来看草场。\n翻译人：旦增·旺堆"],
        [TIBETAN, "水要流过来。"],
    ]
    assert "原文" not in second.heads
    (interpreter,) = [row for row in _form_rows(document) if row.label == "翻译人员"]
    assert interpreter.values[0].text == "旦增·旺堆"
    assert interpreter.foot is not None


def test_every_page_of_a_long_part_says_whose_it_is() -> None:
    """The heads of the table stand on every page again."""
    lines = tuple(_line(n, YOUNG, "我认为证据不足。" * 9) for n in range(1, 40))

    document = _made("read_back", _held(lines=lines))

    assert page_count(written(document)) > 3
    (table,) = _tables(document)
    assert "罗承砚" in table.heads[2]


def test_a_hearing_has_its_own_title_and_statement() -> None:
    line = _line(1, CHAIR, "现在开始听证。")

    document = _made("read_back", hearing(line, participants=(CHAIR,)))

    labels = load_labels()
    assert document.title.startswith("听证笔录校阅页")
    assert document.frame.statement == labels("statement.hearing")
    assert _made("read_back", _held(lines=(line,))).frame.statement == labels(
        "statement.conference"
    )


def test_who_comes_and_goes_is_nobody_s_words() -> None:
    movement = _line(1, None, "罗承砚到会", movement="到会", mover_id="y")

    assert not KINDS["read_back"].is_due(MeetingPapers(_held(lines=(movement,))))
