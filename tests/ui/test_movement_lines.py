"""Comings and goings and marks in the timeline, and words attributed to who is not there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from models.presence import presence_now
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import Attendance, Movement
from tests.ui.meetings import conference_of
from ui.item_models.lines import LineEntry, TimelineModel, copied_text
from ui.live.attribution import absence_words
from ui.theme import Theme
from ui.widgets.line_delegate import LineDelegate
from ui.widgets.rows_view import Cell, RowsView

PEOPLE = (
    ParticipantView("a", 1, "罗承砚", "甲院", role="主持", mode="现场"),
    ParticipantView("b", 2, "李军", "甲院", role="出席", mode="现场"),
)
GOING = LineView(
    "g", 2, "09:40", None, None, "李军因回避退席。", movement="回避", mover_id="b"
)  # fmt: skip


def _shown(*lines: LineView) -> TimelineModel:
    model = TimelineModel()
    model.show(conference_of(lines, *PEOPLE))
    return model


def _entry(line: LineView) -> LineEntry:
    (entry,) = _shown(line).rows
    assert isinstance(entry, LineEntry)
    return entry


def test_a_movement_is_told_without_a_speaker() -> None:
    model = _shown(GOING)

    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "09:40，回避：李军因回避退席。"
    assert copied_text(_entry(GOING)) == "（09:40 李军因回避退席。）"
    assert copied_text(_entry(replace(GOING, at=None))) == "（李军因回避退席。）"


def test_a_mark_and_the_time_spoken_are_told() -> None:
    line = LineView("l", 1, "09:00", "a", "意见", "话", seconds=125, marked=True)
    model, plain = _shown(line), _shown(replace(line, seconds=None, marked=None))
    index = model.index(0, 0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("待核对，09:00，罗承砚")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "待核对\n发言用时2:05"
    assert plain.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == ""


def _colours(theme: Theme, line: LineView) -> set[str]:
    """Return the colours of a painted line."""
    delegate = LineDelegate(theme, RowsView(theme))
    entry = _entry(line)
    size = (700, delegate.height(entry, 700))
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("surface"))
    painter = QPainter(picture)
    cell = Cell(QRectF(0, 0, *size), selected=False, focused=False, hovered=False)
    delegate.draw(painter, cell, entry)
    painter.end()
    return {picture.pixelColor(x, y).name() for x in range(size[0]) for y in range(size[1])}


def test_a_marked_line_bears_a_flag(theme: Theme) -> None:
    line = LineView("l", 1, "09:00", "a", "说明", "话")
    warn = theme.colour("warn").name()

    assert warn in _colours(theme, replace(line, marked=True))
    assert warn not in _colours(theme, line)


def test_a_movement_has_no_avatar_and_no_warning_of_an_unknown_speaker(theme: Theme) -> None:
    unknown = replace(GOING, movement=None, mover_id=None)

    assert theme.colour("warn").name() in _colours(theme, unknown)
    assert theme.colour("warn").name() not in _colours(theme, GOING)


def _words(meeting: MeetingSnapshot, person_id: str) -> str:
    person = meeting.participants_by_id[person_id]
    return absence_words(person, presence_now(meeting)[person_id])


@pytest.mark.parametrize(
    ("movement", "words"),
    [
        (Movement.RECUSED, "李军现在不在场（回避）。仍可记录，请核对发言人。"),
        (Movement.LEFT, "李军现在不在场（已离会）。仍可记录，请核对发言人。"),
        (Movement.CUT_OFF, "李军现在不在场（掉线）。仍可记录，请核对发言人。"),
        (Movement.RETURNED, ""),
    ],
)
def test_words_of_somebody_who_is_not_there_are_questioned(movement: Movement, words: str) -> None:
    meeting = conference_of((replace(GOING, movement=movement.value),), *PEOPLE)

    assert _words(meeting, "b") == words


@pytest.mark.parametrize(
    ("attendance", "word"),
    [(Attendance.EXCUSED, "请假"), (Attendance.ABSENT, "缺席"), (None, "未登记")],
)
def test_who_did_not_come_is_questioned(attendance: str | None, word: str) -> None:
    chair = replace(PEOPLE[0], attendance="到场")
    meeting = conference_of((), chair, replace(PEOPLE[1], attendance=attendance))

    assert _words(meeting, "b") == f"李军现在不在场（{word}）。仍可记录，请核对发言人。"


def test_nobody_else_is_questioned() -> None:
    writer = replace(PEOPLE[1], mode="书面", attendance="请假")
    meeting = conference_of((), replace(PEOPLE[0], attendance="到场"), writer)

    assert [_words(meeting, one) for one in "ab"] == ["", ""]
