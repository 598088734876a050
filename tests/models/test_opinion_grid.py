"""The opinion grid: questions by people, and nothing but how far each was heard."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.database import Database
from models.operations.case_files import import_documents
from models.opinion_grid import GridCell, Heard, OpinionGrid, RowKind, opinion_grid
from models.queries import meeting_snapshot
from models.snapshot import LineView, MeetingSnapshot, OpinionView, ParticipantView
from models.vocabulary import Attendance, LineKind, Manner, MeetingKind, Role

CHAIR = ParticipantView("chair", 1, "罗承砚", role=Role.CHAIR)
HANDLER = ParticipantView("handler", 2, "陶𬤇", role=Role.HANDLER)
FIRST = ParticipantView("first", 3, "龚䶮", role=Role.ATTENDING)
SECOND = ParticipantView("second", 4, "司马㛃", role=Role.ATTENDING)
EXPERT = ParticipantView("expert", 5, "仁青·拉姆", role=Role.EXPERT, specialist_question="修复年限")
RECORDER = ParticipantView("recorder", 6, "喜玉梅", role=Role.RECORDER)


def _meeting(
    *people: ParticipantView,
    opinions: tuple[OpinionView, ...] = (),
    questions: tuple[str, ...] = (),
    lines: tuple[LineView, ...] = (),
    kind: MeetingKind = MeetingKind.JOINT_CONFERENCE,
) -> MeetingSnapshot:
    return MeetingSnapshot(
        "m",
        kind,
        "J6",
        participants=people,
        opinions=opinions,
        questions=questions,
        question_ids=tuple(f"q{number}" for number in range(1, len(questions) + 1)),
        lines=lines,
    )


def _spoken(key: str, author: ParticipantView, question: str | None = None) -> OpinionView:
    return OpinionView(key, author.id, (f"line {key}",), question)


def _states(grid: OpinionGrid, row: int = 0) -> dict[str, Heard]:
    cells = grid.rows[row].cells
    return {p.id: cell.state for p, cell in zip(grid.people, cells, strict=True)}


def test_people_stand_in_speaking_order_then_as_on_the_roster() -> None:
    meeting = _meeting(
        CHAIR, HANDLER, FIRST, SECOND, opinions=(_spoken("a", SECOND), _spoken("b", CHAIR))
    )

    grid = opinion_grid(meeting)

    assert [person.id for person in grid.people] == ["second", "chair", "handler", "first"]


def test_a_cell_tells_how_an_opinion_was_given_and_leads_to_it() -> None:
    written = OpinionView("b", FIRST.id, question_id="q1", manner=Manner.WRITTEN, text="甲")
    none = OpinionView("c", SECOND.id, question_id="q1", manner=Manner.NONE_GIVEN)
    meeting = _meeting(
        CHAIR, HANDLER, FIRST, SECOND,
        opinions=(_spoken("a", CHAIR, "q1"), written, none), questions=("定性",),
    )  # fmt: skip

    grid = opinion_grid(meeting)

    assert [row.kind for row in grid.rows] == [RowKind.QUESTION]
    assert dict(zip([p.id for p in grid.people], grid.rows[0].cells, strict=True)) == {
        "chair": GridCell(Heard.SPOKEN, ("a",)),
        "first": GridCell(Heard.WRITTEN, ("b",)),
        "second": GridCell(Heard.NONE_GIVEN, ("c",)),
        "handler": GridCell(Heard.NOT_ASKED),
    }


def test_several_opinions_of_one_person_stand_in_one_cell_in_their_order() -> None:
    opinions = (_spoken("a", FIRST, "q1"), _spoken("b", FIRST, "q1"))

    grid = opinion_grid(_meeting(FIRST, opinions=opinions, questions=("定性",)))

    assert grid.rows[0].cells == (GridCell(Heard.SPOKEN, ("a", "b")),)


def test_opinions_without_a_question_have_a_row_of_their_own() -> None:
    meeting = _meeting(FIRST, SECOND, opinions=(_spoken("a", FIRST),), questions=("定性",))

    grid = opinion_grid(meeting)

    assert [row.kind for row in grid.rows] == [RowKind.QUESTION, RowKind.UNSPECIFIED]
    assert _states(grid) == {"first": Heard.PENDING, "second": Heard.PENDING}
    assert _states(grid, 1) == {"first": Heard.SPOKEN, "second": Heard.NOT_ASKED}


def test_without_questions_everybody_is_waited_for_in_the_one_row() -> None:
    grid = opinion_grid(_meeting(CHAIR, HANDLER))

    assert [row.kind for row in grid.rows] == [RowKind.UNSPECIFIED]
    assert _states(grid) == {"chair": Heard.PENDING, "handler": Heard.NOT_ASKED}


def test_a_specialist_is_waited_for_on_the_specialist_question_alone() -> None:
    meeting = _meeting(FIRST, EXPERT, questions=("定性", "修复年限 "))

    grid = opinion_grid(meeting)

    assert [row.text for row in grid.rows] == ["定性", "修复年限 "]
    assert _states(grid) == {"first": Heard.PENDING, "expert": Heard.NOT_ASKED}
    assert _states(grid, 1) == {"first": Heard.PENDING, "expert": Heard.PENDING}


def test_a_specialist_question_of_no_list_has_a_row_of_its_own() -> None:
    said = LineView("l", 1, None, EXPERT.id, LineKind.EXPLANATION, "十五年。")
    grid = opinion_grid(_meeting(FIRST, EXPERT, questions=("定性",), lines=(said,)))

    assert [(row.kind, row.text) for row in grid.rows[1:]] == [(RowKind.SPECIALIST, "修复年限")]
    assert grid.rows[1].cells == (
        GridCell(Heard.NOT_ASKED),
        GridCell(Heard.SPOKEN, (), ("l",)),
    )


@pytest.mark.parametrize("attendance", [Attendance.EXCUSED, Attendance.ABSENT])
def test_nobody_waits_for_who_stays_away(attendance: Attendance) -> None:
    grid = opinion_grid(_meeting(replace(FIRST, attendance=attendance), SECOND))

    assert _states(grid) == {"first": Heard.NOT_ASKED, "second": Heard.PENDING}


def test_a_recusal_is_told_unless_there_are_words() -> None:
    people = (replace(FIRST, role=Role.RECUSED), replace(SECOND, role=Role.RECUSED))
    grid = opinion_grid(_meeting(*people, opinions=(_spoken("a", FIRST),)))

    assert _states(grid) == {"first": Heard.SPOKEN, "second": Heard.RECUSED}


def test_who_serves_the_meeting_has_a_column_only_with_an_opinion() -> None:
    assert opinion_grid(_meeting(CHAIR, RECORDER)).people == (CHAIR,)
    spoke = opinion_grid(_meeting(CHAIR, RECORDER, opinions=(_spoken("a", RECORDER),)))

    assert spoke.people == (RECORDER, CHAIR)


def test_a_hearing_waits_for_its_officers() -> None:
    officer = replace(FIRST, role=Role.HEARING_OFFICER)
    party = replace(SECOND, role=Role.PETITIONER)
    grid = opinion_grid(_meeting(CHAIR, officer, party, kind=MeetingKind.HEARING))

    assert grid.people == (officer,)
    assert _states(grid) == {"first": Heard.PENDING}


def test_every_opinion_of_a_sample_stands_in_the_cell_of_its_author(
    database: Database, sample: Path
) -> None:
    document = json.loads(sample.read_text(encoding="utf-8"))
    with database.write() as session:
        (taken,) = import_documents(session, [(sample.name, document)])
        meeting = meeting_snapshot(session, taken.id)

    grid = opinion_grid(meeting)

    _check(meeting, grid)
    assert all(row.kind is not RowKind.SPECIALIST for row in grid.rows)


def _check(meeting: MeetingSnapshot, grid: OpinionGrid) -> None:
    """Check what holds of the grid of any meeting."""
    found = Counter(key for row in grid.rows for cell in row.cells for key in cell.opinion_ids)
    authors = {opinion.id: opinion.author_id for opinion in meeting.opinions}
    assert found == Counter(authors.keys())
    for row in grid.rows:
        assert len(row.cells) == len(grid.people)
        for person, cell in zip(grid.people, row.cells, strict=True):
            assert {authors[key] for key in cell.opinion_ids} <= {person.id}
            told = {Heard.SPOKEN, Heard.WRITTEN, Heard.NONE_GIVEN}
            assert (cell.state in told) == bool(cell.opinion_ids or cell.line_ids)
    spoke = list(dict.fromkeys(authors.values()))
    assert [person.id for person in grid.people[: len(spoke)]] == spoke
    assert len(set(grid.people)) == len(grid.people)


_QUESTION = st.sampled_from(["定性", "修复年限", "", " 定性"])


@st.composite
def _meetings(draw: st.DrawFn) -> MeetingSnapshot:
    """Return meetings as no office would hold them."""
    roles = st.sampled_from([None, "本院自定", *Role])
    people = tuple(
        ParticipantView(
            f"p{number}", None, draw(st.sampled_from([None, "甲", "乙"])), role=draw(roles),
            attendance=draw(st.sampled_from([None, *Attendance])),
            specialist_question=draw(st.none() | _QUESTION),
        )
        for number in range(draw(st.integers(1, 6)))
    )  # fmt: skip
    person = st.sampled_from([p.id for p in people])
    questions = tuple(draw(st.lists(_QUESTION, max_size=3)))
    asked = st.sampled_from([None, "gone", *(f"q{n}" for n in range(1, len(questions) + 1))])
    opinions = tuple(
        OpinionView(
            f"o{number}", draw(person), ("l",) if draw(st.booleans()) else (), draw(asked),
            manner=draw(st.sampled_from([None, *Manner])),
        )
        for number in range(draw(st.integers(0, 8)))
    )  # fmt: skip
    lines = tuple(
        LineView(f"l{n}", n, None, draw(st.none() | person), draw(st.sampled_from(LineKind)), "")
        for n in range(draw(st.integers(0, 4)))
    )
    kind = draw(st.sampled_from(MeetingKind))
    return _meeting(*people, opinions=opinions, questions=questions, lines=lines, kind=kind)


@settings(max_examples=300, deadline=None)
@given(meeting=_meetings())
def test_odd_meetings_have_a_grid_too(meeting: MeetingSnapshot) -> None:
    _check(meeting, opinion_grid(meeting))


@settings(max_examples=100, deadline=None)
@given(meeting=_meetings(), words=st.lists(st.text(max_size=8), min_size=8, max_size=8))
def test_what_was_said_changes_nothing_in_the_grid(
    meeting: MeetingSnapshot, words: list[str]
) -> None:
    said = tuple(
        replace(o, text=text, reasons=text, legal_basis=text)
        for o, text in zip(meeting.opinions, words, strict=False)
    )

    assert opinion_grid(replace(meeting, opinions=said)) == opinion_grid(meeting)
