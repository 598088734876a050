"""What the lists show of a meeting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from models.database import Database
from models.snapshot import LineView, MeetingRow, MeetingSnapshot, ParticipantView
from models.states import STATES
from models.vocabulary import Attendance, LineKind, MeetingKind
from tests.ui.meetings import (
    CONFERENCE,
    HEARING,
    TIBETAN,
    conference_of,
    hearing_with_steps,
    room_of,
    sample,
)
from ui.item_models.lines import (
    LineEntry,
    StepEntry,
    TimelineModel,
    Tone,
    copied_text,
    timeline,
)
from ui.item_models.meetings import Heading, MeetingListModel, merged
from ui.item_models.outline import OutlineEntry, OutlineModel
from ui.item_models.people import PeopleModel
from ui.messages import state_text
from ui.theme import Theme
from ui.widgets.meeting_header import MeetingHeader
from ui.words import HEARING_STEPS, date_text, time_text

pytestmark = pytest.mark.usefixtures("qapp")

SHARED = (
    ParticipantView("a", 1, "王伟", "朔川县人民检察院", "检察官", role="出席"),
    ParticipantView("b", 2, "王伟", "白塔沟县人民检察院", "检察官", role="出席"),
)

ATTENDANCES = (None, *Attendance)


def test_a_separator_stands_wherever_the_step_of_a_hearing_changes() -> None:
    entries = timeline(hearing_with_steps(0, 1, 1, 3, 2, None, 3))

    assert [e.step for e in entries if isinstance(e, StepEntry)] == [0, 1, 3, 2, 3]
    assert [type(e) for e in entries[:4]] == [StepEntry, LineEntry, StepEntry, LineEntry]


def test_a_conference_has_no_steps(database: Database) -> None:
    entries = timeline(sample(database, CONFERENCE))

    assert len(entries) == 12
    assert all(isinstance(entry, LineEntry) for entry in entries)


def test_a_hearing_has_seven_steps_and_a_preparation() -> None:
    assert len(HEARING_STEPS) == 8


@pytest.mark.parametrize("kind", LineKind)
def test_the_look_of_a_line_follows_its_kind_alone(kind: LineKind) -> None:
    texts = ("同意。", "不同意。", "")

    tones = {_entry(LineView("l", 1, "09:00", None, kind, text)).tone for text in texts}

    expected = Tone.PLAIN
    if kind in ("意见", "补充"):
        expected = Tone.OPINION
    elif kind in ("主持人", "总结"):
        expected = Tone.CHAIR
    assert tones == {expected}


def test_an_unknown_speaker_says_so() -> None:
    assert _entry(LineView("l", 1, "09:00", None, "意见", "话")).speaker_name == "发言人待核"


def test_two_people_of_one_name_are_told_apart_by_their_office() -> None:
    lines = (
        LineView("1", 1, "09:00", "a", "意见", "一"),
        LineView("2", 2, "09:01", "b", "意见", "二"),
    )
    meeting = conference_of(lines, *SHARED)
    people = PeopleModel()
    people.show(meeting, room_of(meeting))

    entries = [entry for entry in timeline(meeting) if isinstance(entry, LineEntry)]

    assert all(entry.shares_name for entry in entries)
    assert "朔川县人民检察院" in copied_text(entries[0])
    assert "白塔沟县人民检察院" in copied_text(entries[1])
    assert [row.shares_name for row in people.rows] == [True, True]


def test_the_original_language_and_its_note_stand_below_the_line(database: Database) -> None:
    entry = timeline(sample(database, TIBETAN))[5]

    assert isinstance(entry, LineEntry)
    assert [extra.label for extra in entry.extras] == ["原文 · 藏语", "备注"]
    assert entry.extras[0].text.startswith("ང་ཚོས")
    assert "原文 · 藏语：ང་ཚོས" in copied_text(entry)


def test_a_translation_names_its_translator() -> None:
    line = LineView(
        "l", 1, "09:00", None, "说明", "原话", translation="译文", translation_by="旦增"
    )

    labels = {extra.label: extra.text for extra in _entry(line).extras}

    assert labels == {"译文": "译文", "翻译": "旦增"}


def test_the_steps_lead_to_where_they_first_begin(database: Database) -> None:
    meeting = sample(database, HEARING)
    model = OutlineModel()
    model.show(meeting)

    steps = [r for r in model.rows if isinstance(r, OutlineEntry) and r.key.startswith("step")]
    keys = {entry.key for entry in timeline(meeting) if isinstance(entry, StepEntry)}

    assert [step.number for step in steps] == list("1234567")
    assert [step.number for step in steps if not step.target] == ["4"]
    assert {step.target for step in steps if step.target} < keys
    assert steps[0].meta == "14:41"


def test_everybody_is_listed_once_as_a_tile(database: Database) -> None:
    for name in (CONFERENCE, TIBETAN, HEARING):
        meeting = sample(database, name)
        model = PeopleModel()
        model.show(meeting, room_of(meeting))

        listed = [row.person for row in model.rows]
        assert sorted(p.id for p in listed) == sorted(p.id for p in meeting.participants)


def test_somebody_whose_coming_is_not_noted_is_not_said_to_be_there() -> None:
    meeting = conference_of((), *(replace(SHARED[0], id=str(a), attendance=a) for a in ATTENDANCES))
    model = PeopleModel()
    model.show(meeting, room_of(meeting))

    rows = range(model.rowCount())
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]

    words = ("未登记", "在场", "请假", "缺席")
    assert [[word for word in words if word in text] for text in said] == [[w] for w in words]


@pytest.mark.parametrize("state", ["J5", "J7", "J10", "H7"])
def test_list_and_head_name_a_state_alike(theme: Theme, state: str) -> None:
    kind = STATES[state].kind
    header = MeetingHeader(theme)
    header.show_meeting(MeetingSnapshot("m", kind, state, title="会议"))
    model = MeetingListModel()
    model.show([replace(_row("m", "会议", None), kind=kind, state=state)])

    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.split("，")[1] == header.state == state_text(state, "zh_CN")


def test_meetings_are_listed_by_year_and_narrowed_by_words() -> None:
    model = MeetingListModel()
    rows = [_row("a", "甲案会议", "2026-01-05T09:00"), _row("b", "乙案听证", None)]
    rows.append(_row("c", "丙案会议", "2025-12-30"))

    model.show(rows)
    titles = [row.text if isinstance(row, Heading) else row.title for row in model.rows]
    model.show(rows, "丙 会议")
    narrowed = [row.title for row in model.rows if isinstance(row, MeetingRow)]

    assert titles == ["2026年", "甲案会议", "日期未定", "乙案听证", "2025年", "丙案会议"]
    assert narrowed == ["丙案会议"]


@pytest.mark.usefixtures("qapp")
@given(
    days=st.lists(st.sampled_from([None, "2024-05-01", "2025-12-30T09:00", "2026-01-05"])),
    changed=st.sets(st.integers(0, 5)),
    day=st.sampled_from([None, "2023-01-01", "2026-03-03"]),
)
def test_changed_meetings_are_merged_as_the_whole_list_would_be_read(
    days: list[str | None], changed: set[int], day: str | None
) -> None:
    before = [_row(f"{number:03}", "题", held) for number, held in enumerate(days)]
    found = [replace(row, held_from=day) for row in before if int(row.id) in changed]
    after = [replace(row, held_from=day) if int(row.id) in changed else row for row in before]

    shown = merged(_newest_first(before), {row.id for row in found}, found)

    assert list(shown) == _newest_first(after)


def test_a_meeting_that_is_not_found_any_more_leaves_the_list() -> None:
    rows = [_row("a", "甲", None), _row("b", "乙", None)]

    assert merged(rows, {"a"}, ()) == (rows[1],)


def test_a_filter_finds_what_a_title_was_changed_to() -> None:
    model = MeetingListModel()
    row = _row("a", "甲案", "2026-01-05")
    model.show([row], "乙")

    model.show([replace(row, title="乙案")], "乙")

    assert [one.title for one in model.rows if isinstance(one, MeetingRow)] == ["乙案"]


def test_a_record_that_grows_and_shrinks_shows_what_a_fresh_one_would() -> None:
    steps = (0, 1, 1, 2, None, 2, 3)
    whole = hearing_with_steps(*steps)
    model = TimelineModel()

    for count in (3, 7, 5, 6, 2, 7):
        lines = whole.lines[:count]
        waiting = tuple(replace(line, id=f"waiting {line.id}") for line in whole.lines[count:])
        model.show(replace(whole, lines=lines), waiting)

        fresh = TimelineModel()
        fresh.show(replace(whole, lines=lines), waiting)
        assert model.rows == fresh.rows
        shown = [row.waiting for row in model.rows if isinstance(row, LineEntry)]
        assert shown == [False] * count + [True] * (len(steps) - count)


def test_a_meeting_without_a_title_says_so() -> None:
    model = MeetingListModel()
    model.show([_row("a", None, None)])

    assert model.index(1, 0).data() == "（未写标题）"


def test_times_are_written_as_people_write_them() -> None:
    assert time_text("2025-06-18T09:00", "2025-06-18T11:47") == "2025年6月18日 09:00–11:47"
    assert time_text("2025-06-18", None) == "2025年6月18日"
    assert time_text("2025-06-18T23:00", "2025-06-19T01:00").endswith("– 2025年6月19日 01:00")
    assert time_text(None) == ""
    assert date_text("六月") == "六月"


def _newest_first(rows: list[MeetingRow]) -> list[MeetingRow]:
    """Order rows as the database does."""
    by_id = sorted(rows, key=lambda row: row.id, reverse=True)
    dated = [row for row in by_id if row.held_from is not None]
    undated = [row for row in by_id if row.held_from is None]
    return undated + sorted(dated, key=lambda row: row.held_from or "", reverse=True)


def _entry(line: LineView) -> LineEntry:
    (entry,) = timeline(conference_of((line,)))
    assert isinstance(entry, LineEntry)
    return entry


def _row(key: str, title: str | None, held_from: str | None) -> MeetingRow:
    row = MeetingRow(
        key, MeetingKind.JOINT_CONFERENCE, "J5", title, None, "院", "部门", None, None, None
    )
    return replace(row, held_from=held_from)
