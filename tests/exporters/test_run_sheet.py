"""The chair's run sheet: complete before the meeting, a working paper, and leading nobody."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import resources
from exporters.document import Document, Form, Signatures, Statement, Table, texts
from exporters.export import export
from exporters.kinds.assembly import BuildOptions
from exporters.kinds.conference.run_sheet import step_of
from exporters.labels import load_labels
from exporters.registry import KINDS, kinds_due, working_kinds
from models.agenda_plan import USUAL
from models.database import Database
from models.errors import KindNotDue
from models.operations.case_files import import_documents, read_case_files
from models.papers import MeetingPapers, PaperRules, Stage, Turn
from models.queries import meeting_papers
from models.snapshot import AgendaItemView, MeetingSnapshot, ParticipantView, ScheduleView
from models.vocabulary import MeetingKind
from models.wording import check
from tests.exporters.meetings import (
    MADE_AT,
    PROFILES,
    RUN_SHEETS,
    built,
    conference,
    hearing,
    papers,
)

CHAIR = ParticipantView("c", 1, "司马㛃", "甲院", "一部主任", "四级高级检察官", "主持", "现场")
YOUNG = ParticipantView("y", 3, "罗承砚", "乙院", "检察官", "五级检察官", "出席", "视频")
HANDLER = ParticipantView("h", 2, "陶𬤇", "乙院", "检察官", "一级检察官", "承办", "现场")
USUAL_ITEMS = tuple(
    AgendaItemView(str(n), title, planned_minutes=minutes)
    for n, (title, minutes) in enumerate(
        zip(USUAL[MeetingKind.JOINT_CONFERENCE], (10, 30, 20, 90, 15), strict=True)
    )
)


def _planned(**fields: object) -> MeetingSnapshot:
    """Return a conference that was not held yet."""
    return replace(
        conference(),
        **{  # type: ignore[arg-type] # fields of the snapshot
            "state": "J3",
            "title": "第7次会议",
            "schedule": ScheduleView("2025-06-18T09:00", "2025-06-18T11:45", "二楼会议室"),
            "participants": (YOUNG, CHAIR, HANDLER),
            "agenda": USUAL_ITEMS,
            "issues": ("行为的定性", "“明知”的认定"),
        }
        | fields,
    )


def _sheet(meeting: MeetingSnapshot, *order: Turn) -> Document:
    kind = RUN_SHEETS[meeting.kind]
    return built(kind, MeetingPapers(meeting, order=order))


def _tables(document: Document) -> list[list[list[str]]]:
    """Return the texts of all tables with heads: row by row, cell by cell."""
    return [
        [["\n".join(value.text for value in cell) for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table) and block.heads
    ]


def test_it_is_there_before_the_meeting_and_no_paper_of_the_file() -> None:
    for meeting, kind in ((_planned(), "run_sheet"), (hearing(), "hearing_run_sheet")):
        told = MeetingPapers(meeting)
        assert kind in working_kinds(told)
        assert kind not in kinds_due(told)


def test_the_sheet_of_the_other_kind_of_meeting_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(KindNotDue):
        export(
            MeetingPapers(hearing()),
            kinds=["run_sheet"],
            formats=["pdf"],
            folder=tmp_path,
            signers=(),
        )


def test_people_stand_by_number_with_role_office_and_a_box_to_tick() -> None:
    unnumbered = ParticipantView("x", None, None)
    excused = replace(YOUNG, attendance="请假")
    recused = ParticipantView("r", 4, "翁一鸣", role="回避")

    people, _ = _tables(
        _sheet(_planned(participants=(unnumbered, excused, CHAIR, HANDLER, recused)))
    )

    assert people == [
        ["1", "司马㛃", "主持人", "甲院一部主任，四级高级检察官", "□"],
        ["2", "陶𬤇", "承办检察官", "乙院检察官，一级检察官", "□"],
        ["3", "罗承砚", "出席，视频", "乙院检察官，五级检察官", "请假"],
        ["4", "翁一鸣", "回避", "", "回避"],
        ["", "（未填写）", "其他参加人", "", "□"],
    ]


def test_the_agenda_has_clock_times_minutes_and_a_prompt_at_each_usual_step() -> None:
    _, agenda = _tables(_sheet(_planned()))

    assert [row[:3] for row in agenda] == [
        ["1", "09:00—09:10", "10"],
        ["2", "09:10—09:40", "30"],
        ["3", "09:40—10:00", "20"],
        ["4", "10:00—11:30", "90"],
        ["5", "11:30—11:45", "15"],
    ]
    prompts = resources.toml("prompts/conference.toml")["step"]
    for row, (title, step) in zip(
        agenda, zip(USUAL[MeetingKind.JOINT_CONFERENCE], prompts.values(), strict=True), strict=True
    ):
        assert row[3] == f"{title}\n提示：{step['zh_CN']}"


def test_times_that_are_not_known_are_left_open() -> None:
    items = (USUAL_ITEMS[0], replace(USUAL_ITEMS[1], planned_minutes=None), USUAL_ITEMS[2])

    _, agenda, _ = _tables(_sheet(_planned(agenda=items)))

    assert [row[1:3] for row in agenda] == [["09:00—09:10", "10"], ["09:10", ""], ["", "20"]]


def test_a_usual_step_that_the_agenda_leaves_out_stands_below_it() -> None:
    items = (AgendaItemView("a", "承办人汇报"), AgendaItemView("b", "专门性问题说明"))

    document = _sheet(_planned(agenda=items))

    _, agenda, further = _tables(document)
    assert [len(row[3].splitlines()) for row in agenda] == [2, 1]
    assert [row[3].splitlines()[0] for row in further] == [
        title for n, title in enumerate(USUAL[MeetingKind.JOINT_CONFERENCE]) if n != 1
    ]
    assert "议程未列的环节" in texts(document)


def test_without_an_agenda_the_usual_steps_are_the_agenda() -> None:
    document = _sheet(_planned(agenda=()))

    _, steps = _tables(document)
    assert len(steps) == 5
    assert "议程未列的环节" not in texts(document)


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("会议性质与纪律", "1"),
        ("宣布性质", "1"),
        ("承办人汇报", "2"),
        ("提问", "3"),
        ("专家退场后检察官发表意见", "4"),
        ("主持人归纳讨论涉及的问题", "5"),
        ("主持人列明各人意见涉及的问题", "5"),
        ("专门性问题说明", ""),
        ("", ""),
    ],
)
def test_an_item_is_the_usual_step_that_its_title_names(title: str, step: str) -> None:
    assert step_of(title) == step


def test_the_prompts_are_those_of_the_usual_agenda() -> None:
    prompts = resources.toml("prompts/conference.toml")["step"]

    assert tuple(step["title"] for step in prompts.values()) == USUAL[MeetingKind.JOINT_CONFERENCE]
    for number, step in prompts.items():
        assert step_of(step["title"]) == number
        assert re.fullmatch(r"[一-鿿，。、]+。", step["zh_CN"])
        assert re.fullmatch(r"[A-Za-z ,.:’]+\.", step["en"])


def test_a_hearing_has_its_seven_steps_with_their_prompts_and_its_own_statement() -> None:
    document = _sheet(hearing(questions=("是否已依法履职",), participants=(CHAIR,)))

    _, steps = _tables(document)
    prompts = resources.toml("prompts/hearing.toml")["step"]
    assert [row[0] for row in steps] == list("1234567")
    for row, step in zip(steps, prompts.values(), strict=True):
        assert row[3].endswith(f"提示：{step['zh_CN']}")
    assert "是否已依法履职" in texts(document)
    statements = [block.text for block in document.blocks if isinstance(block, Statement)]
    assert statements == [load_labels()("statement.hearing")] == [document.frame.statement]


def test_what_is_done_before_a_hearing_has_its_times() -> None:
    items = tuple(
        AgendaItemView(str(n), title, planned_minutes=5)
        for n, title in enumerate(USUAL[MeetingKind.HEARING])
    )

    document = _sheet(hearing(agenda=items, schedule=ScheduleView("2025-09-26T14:30")))

    _, agenda, _ = _tables(document)
    assert [row[1] for row in agenda][:2] == ["14:30—14:35", "14:35—14:40"]


def test_a_conference_has_the_words_to_read_out_boxed() -> None:
    document = _sheet(_planned())

    boxed = [block.text for block in document.blocks if isinstance(block, Statement)]
    assert boxed == [load_labels()("statement.conference_opening")]
    assert document.frame.statement == load_labels()("statement.conference")


def test_the_order_of_speaking_is_told_stage_by_stage() -> None:
    order = (
        Turn(Stage.REPORT, "h"),
        Turn(Stage.QUESTIONS, "c"),
        Turn(Stage.QUESTIONS, "y"),
        Turn(Stage.OPINIONS, "y"),
        Turn(Stage.OPINIONS, "c"),
        Turn(Stage.OPINIONS, "gone"),
    )

    rows = [
        (row.label, [value.text for value in row.values])
        for block in _sheet(_planned(), *order).blocks
        if isinstance(block, Form)
        for row in block.rows
    ]

    assert rows[-3:] == [
        ("汇报", ["陶𬤇"]),
        ("提问", ["司马㛃、罗承砚"]),
        ("发表意见", ["1．罗承砚（乙院检察官）", "2．司马㛃（甲院一部主任）"]),
    ]
    assert "建议的发言次序" not in texts(_sheet(_planned()))


def test_namesakes_are_told_apart_by_their_office() -> None:
    people = (CHAIR, replace(YOUNG, name="司马㛃"))
    order = (Turn(Stage.QUESTIONS, "c"), Turn(Stage.QUESTIONS, "y"))

    assert "司马㛃（甲院一部主任）、司马㛃（乙院检察官）" in texts(
        _sheet(_planned(participants=people), *order)
    )


def test_it_is_unsigned_unsealed_and_says_that_it_is_no_part_of_the_record(sample: Path) -> None:
    told = papers(sample)
    kind = RUN_SHEETS[told.meeting.kind]

    document = built(kind, told)

    assert not any(isinstance(block, Signatures) for block in document.blocks)
    assert (document.frame.sign_label, document.frame.mark) == ("", "工作用件")
    printed = "\n".join([*texts(document), document.frame.footer, document.keywords])
    assert told.meeting.digest not in printed
    assert told.meeting.digest[:8] not in printed
    assert any("不是" in text and "组成部分" in text for text in texts(document))


def test_nothing_that_was_said_stands_in_it(sample: Path) -> None:
    told = papers(sample)
    kind = RUN_SHEETS[told.meeting.kind]

    printed = "\n".join(texts(built(kind, told)))

    for line in told.meeting.lines:
        assert not (line.text and len(line.text) > 20 and line.text in printed)


def test_there_is_room_for_notes() -> None:
    notes = next(
        block for block in _sheet(_planned()).blocks if isinstance(block, Table) and not block.heads
    )

    assert sum(notes.least_mm for _ in notes.rows) >= 60
    assert notes.whole
    assert all(cell == () for row in notes.rows for cell in row)


def _words(table: Mapping[str, Any], key: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _words(value, f"{key}{name}.")
        elif isinstance(value, str):
            yield f"{key}{name}", value


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.id)
def test_the_wording_guard_has_nothing_to_say_about_its_fixed_texts(profile: Any) -> None:
    labels = load_labels().words
    hearing_too = profile.kind is MeetingKind.HEARING
    fixed = {
        "sheet": labels["sheet"],
        "own": labels["hearing_run_sheet" if hearing_too else "run_sheet"],
        "prompts": resources.toml(f"prompts/{'hearing' if hearing_too else 'conference'}.toml"),
    }

    for key, words in _words(fixed):
        for field in ("标题", "摘要", "通知"):
            assert check(words, field=field, profile=profile).matches == (), key


def test_the_guard_would_find_a_prompt_that_asks_for_a_result() -> None:
    words = "请主持人归纳多数意见，形成会议决议。"

    assert check(words, field="摘要", profile=PROFILES["strict"]).matches


def test_a_profile_titles_it() -> None:
    rules = PaperRules(titles={"run_sheet": "本院主持用单"})
    options = BuildOptions(MADE_AT, (), rules)
    document = KINDS["run_sheet"].build(MeetingPapers(_planned()), options, load_labels())

    assert document.title.startswith("本院主持用单")


def test_an_empty_meeting_has_a_sheet_that_says_what_is_missing() -> None:
    bare = MeetingSnapshot(id="1", kind=MeetingKind.JOINT_CONFERENCE, state="J0")

    printed = texts(_sheet(bare))

    assert printed.count("（未填写）") == 3  # title, time, place
    assert "（未登记参会人员）" in printed


def test_from_the_database_it_has_the_order_of_the_profile(
    database: Database, tmp_path: Path
) -> None:
    documents = read_case_files([resources.path("samples/s01-joint.json")], PROFILES)
    with database.write() as session:
        (taken,) = import_documents(session, documents)
    with database.read() as session:
        told = meeting_papers(session, taken.id, PROFILES)
        plain = meeting_papers(session, taken.id)

    result = export(told, kinds=["run_sheet"], formats=["docx", "pdf"], folder=tmp_path, signers=())

    assert [file.suffix for file in result.files] == [".docx", ".pdf"]
    assert all("主持人流程单" in file.name for file in result.files)
    assert "5．罗承砚（河澜州人民检察院第一检察部主任）" in texts(built("run_sheet", told))
    assert plain.order == ()
