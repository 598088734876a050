"""Beside the record a tick stands for having come, and for nothing else."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from models.snapshot import ParticipantView
from models.vocabulary import AWAY, Attendance, Presence
from tests.ui.meetings import conference_of, room_of
from ui.item_models.people import PersonEntry
from ui.theme import Theme
from ui.widgets.people_pane import PeoplePane
from ui.widgets.person_tile import PersonTileDelegate
from ui.widgets.rows_view import Cell, RowsView


def _has_tick(theme: Theme, person: ParticipantView) -> bool:
    """Say whether something green stands in the right half of the row."""
    picture = QImage(320, 60, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("side"))
    painter = QPainter(picture)
    came = person.attendance == Attendance.PRESENT
    away = person.attendance in AWAY
    there = Presence.BY_VIDEO if person.mode == "视频" else Presence.PRESENT
    entry = PersonEntry(person, where=Presence.AWAY if away else there, noted=came)
    cell = Cell(QRectF(0, 0, 320, 60), selected=False, focused=False, hovered=False)
    PersonTileDelegate(theme, RowsView(theme)).draw(painter, cell, entry)
    painter.end()
    spots = (picture.pixelColor(x, y) for x in range(200, 320) for y in range(60))
    return any(spot.green() > max(spot.red(), spot.blue()) + 20 for spot in spots)


@pytest.mark.parametrize("mode", ["现场", "视频"])
@pytest.mark.parametrize("attendance", [None, *Attendance])
def test_only_somebody_registered_as_present_is_ticked(
    theme: Theme, mode: str, attendance: str | None
) -> None:
    person = ParticipantView("a", 1, "王伟", role="出席", mode=mode, attendance=attendance)

    assert _has_tick(theme, person) is (attendance == Attendance.PRESENT)


def test_who_stayed_away_does_not_count(qtbot: QtBot, theme: Theme) -> None:
    pane = PeoplePane(theme)
    qtbot.addWidget(pane)
    people = [
        ParticipantView(str(a), 1, "王伟", role="出席", mode="现场", attendance=a)
        for a in (None, *Attendance)
    ]

    meeting = conference_of((), *people)
    pane.show_meeting(meeting, room_of(meeting))

    assert pane.quorum.text() == "不足 1/3人"  # one is not registered, two stayed away
