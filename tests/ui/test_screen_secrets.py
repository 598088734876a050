"""What is not for the room never reaches it: every text of a meeting bears a mark of its own."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models import vocabulary
from models.screen_view import ScreenView
from models.screening import screen_view
from models.snapshot import LineView, MeetingSnapshot, StretchView
from models.states import STATES
from models.vocabulary import MeetingKind
from tests.models.full_files import full_conference, full_hearing
from tests.ui.conftest import WindowMaker
from tests.ui.driving import show
from ui.live.operations import add_note, begin, mark_lines, set_queue, set_short_codes
from ui.live.projection import Projection
from ui.main_window import MainWindow

_MARK = re.compile("秘[0-9]+密")
_KEPT = {
    member.value
    for made in vars(vocabulary).values()
    if isinstance(made, type) and issubclass(made, StrEnum)
    for member in made
} | set(STATES)
"""Words of closed lists: no mark can stand there."""


class _Marker:
    """Gives marks, the same one for the same text."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}

    def mark(self, text: str) -> str:
        """Return the mark of a text."""
        return self.marks.setdefault(text, f"秘{len(self.marks) + 1}密")


def _filled(made: Any, marker: _Marker, path: str) -> Any:  # by the type at hand
    """Return a value of that type in which every text is a mark, and nothing is left empty."""
    origin, inner = get_origin(made), get_args(made)
    if origin in (Union, UnionType):
        return _filled(inner[0], marker, path)
    if origin is tuple:
        return tuple(_filled(inner[0], marker, f"{path}[{place}]") for place in range(2))
    if is_dataclass(made):
        hints = get_type_hints(made)
        values = {f.name: _filled(hints[f.name], marker, f"{path}.{f.name}") for f in fields(made)}
        return made(**values)  # type: ignore[operator]  # a class
    if made is MeetingKind:
        return MeetingKind.JOINT_CONFERENCE
    plain = {str: marker.mark(path), int: 40, bool: False}
    return plain[made]


def _texts(view: object) -> Iterator[str]:
    """Give every text of a view."""
    for one in fields(view):  # type: ignore[arg-type]  # a dataclass
        value = getattr(view, one.name)
        if is_dataclass(value):
            yield from _texts(value)
        elif isinstance(value, str) and not isinstance(value, MeetingKind):
            yield value


def _marked_meeting(marker: _Marker, kind: MeetingKind, **more: object) -> MeetingSnapshot:
    whole = _filled(MeetingSnapshot, marker, "m")
    values = {one.name: getattr(whole, one.name) for one in fields(MeetingSnapshot)}
    return MeetingSnapshot(**(values | {"kind": kind, **more}))


@pytest.mark.parametrize("place", [0, 1])
def test_a_view_takes_no_text_but_those_allowed(place: int) -> None:
    """Fields that are added to the snapshot later are filled here too."""
    marker = _Marker()
    item = marker.mark(f"m.agenda[{place}].id")
    meeting = _marked_meeting(
        marker,
        MeetingKind.JOINT_CONFERENCE,
        state="J5",
        stretches=(StretchView(item, None, "2026-03-02T09:00"),),
        lines=(_answer(item_id=item, question_id=marker.mark(f"m.question_ids[{place}]")),),
        cases=(),
    )

    view = screen_view(
        meeting,
        speaker_id=meeting.participants[place].id,
        seconds=5,
    )

    allowed = {
        marker.marks[path]
        for path in (
            "m.title",
            f"m.agenda[{place}].number",
            f"m.agenda[{place}].title",
            f"m.questions[{place}]",
            f"m.participants[{place}].name",
            f"m.participants[{place}].role",
            f"m.participants[{place}].organ",
        )
    }
    assert set(_texts(view)) == allowed


def _answer(**of: object) -> LineView:
    return LineView("l", 1, None, None, None, None, **of)  # type: ignore[arg-type]  # fields by name


def test_of_a_protected_hearing_only_number_and_role_are_taken() -> None:
    marker = _Marker()
    stretch = StretchView(None, 2, "2026-03-02T09:00")
    meeting = _marked_meeting(
        marker,
        MeetingKind.HEARING,
        state="H6",
        stretches=(stretch,),
        lines=(_answer(step=2, question_id=marker.mark("m.question_ids[0]")),),
    )

    view = screen_view(meeting, speaker_id=meeting.participants[0].id)

    allowed = {marker.marks["m.number"], marker.marks["m.participants[0].role"], ""}
    assert set(_texts(view)) == allowed  # a state secret is marked, too


def _marked_file(node: Any, marker: _Marker) -> Any:  # JSON
    """Return a case file in which every free text is a mark."""
    if isinstance(node, dict):
        return {key: _marked_value(key, value, marker) for key, value in node.items()}
    return [_marked_file(one, marker) for one in node] if isinstance(node, list) else node


def _marked_value(key: str, value: Any, marker: _Marker) -> Any:  # JSON
    if isinstance(value, list):
        return [_marked_value(key, one, marker) for one in value]
    fixed = key in {"kind", "type", "format", "profile", "state", "schema", "lang", "id"}
    fixed |= key in {"media_type", "sha256"}
    if not isinstance(value, str) or fixed:
        return _marked_file(value, marker)
    timed = re.fullmatch(r"[\d:T-]+", value)
    return value if timed or value in _KEPT else marker.mark(value)


def _everything_said(screen: QWidget) -> str:
    """Return all that the window shows, and all that it tells programs that read aloud."""
    spoken = QAccessible.queryAccessibleInterface(screen)
    assert spoken.childCount() == 0
    assert screen.findChildren(QWidget) == []
    said = [spoken.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
    texts = [*screen.texts, *said, screen.windowTitle(), screen.toolTip(), screen.whatsThis()]  # type: ignore[attr-defined]  # a SecondScreen
    texts += [screen.statusTip(), screen.objectName(), screen.windowFilePath()]
    return "\n".join(texts)


def _opened(
    qtbot: QtBot, window: MainWindow, folder: Path, document: dict[str, Any], marker: _Marker
) -> Projection:
    """Show a meeting with notes, queue, codes and a draft, all marked, on a second screen."""
    file = folder / "marked.json"
    file.write_text(json.dumps(_marked_file(document, marker)), encoding="utf-8")
    show(qtbot, window)
    window.open_files([file])
    qtbot.waitUntil(lambda: window.desk.page.isVisible() and window.desk.page.meeting is not None)
    meeting, state = window.desk.page.meeting, window.desk.page.record.state
    assert meeting is not None
    run = window.workspace.run
    run(add_note(meeting.id, marker.mark("note"), at="09:00", after_id=None))
    run(set_queue(meeting.id, [person.id for person in meeting.participants[:2]]))
    run(set_short_codes({"a": marker.mark("code")}, meeting.id))
    run(mark_lines(meeting.id, [meeting.lines[0].id], marked=True))
    qtbot.waitUntil(lambda: bool(state.notes and state.queue and state.codes))
    qtbot.waitUntil(lambda: _lines_of(window)[0].marked is True)
    window.desk.page.show_tab("record")
    window.desk.page.record.composer.text.setPlainText(marker.mark("draft"))
    projection = window.desk.live.projection()
    projection.show_in_window()
    return projection


def _lines_of(window: MainWindow) -> tuple[LineView, ...]:
    meeting = window.desk.page.meeting
    return () if meeting is None else meeting.lines


@pytest.mark.parametrize("kind", MeetingKind)
def test_nothing_else_of_a_meeting_reaches_the_screen(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path, kind: MeetingKind
) -> None:
    hearing = kind is MeetingKind.HEARING
    document = full_hearing("H6") if hearing else full_conference("J5")
    window, marker = make_window(), _Marker()
    projection = _opened(qtbot, window, tmp_path, document, marker)
    page = window.desk.page
    assert page.meeting is not None
    meeting = page.meeting
    seen = set()

    places: list[dict[str, Any]] = [{"item_id": item.id} for item in meeting.agenda]
    places += [{"step": step} for step in range(8)] if hearing else []
    for minute, place in enumerate(places):
        window.workspace.run(begin(meeting.id, at=f"2026-03-02T10:{minute:02}", **place))
        qtbot.waitUntil(lambda place=place: _is_under_way(window, place))  # type: ignore[misc]  # bound
        for person in meeting.participants:
            page.record.composer.speaker.choose(person.id)
            page.record.state.timer.begin(person.id)
            seen |= set(_MARK.findall(_everything_said(projection.screen)))

    allowed = {meeting.title, *meeting.questions, *(item.title for item in meeting.agenda)}
    allowed |= {person.name for person in meeting.participants}
    allowed |= {person.organ for person in meeting.participants}
    assert seen <= {text for text in allowed if text}
    assert meeting.title in seen
    assert {person.name for person in meeting.participants} <= seen
    assert len(marker.marks) > len(seen) + 20


def _is_under_way(window: MainWindow, place: dict[str, Any]) -> bool:
    meeting = window.desk.page.meeting
    last = meeting.stretches[-1] if meeting is not None and meeting.stretches else None
    return last is not None and {"item_id": last.item_id, "step": last.step} == {
        "item_id": None,
        "step": None,
        **place,
    }


def test_a_deliberation_shows_nobody_and_nothing(
    qtbot: QtBot, make_window: WindowMaker, tmp_path: Path
) -> None:
    window, marker = make_window(), _Marker()
    projection = _opened(qtbot, window, tmp_path, full_hearing("H6"), marker)
    meeting = window.desk.page.meeting
    assert meeting is not None

    window.workspace.run(begin(meeting.id, at="2026-03-02T11:00", step=4))
    qtbot.waitUntil(lambda: projection.screen.view == _neutral(meeting))

    window.desk.page.record.composer.speaker.choose(meeting.participants[2].id)
    window.desk.page.record.state.timer.begin(meeting.participants[2].id)
    assert projection.screen.view == _neutral(meeting)
    assert set(_MARK.findall(_everything_said(projection.screen))) == {meeting.title}
    assert projection.state == "第二屏幕：显示中（休会评议）"


def _neutral(meeting: MeetingSnapshot) -> ScreenView:
    return ScreenView(MeetingKind.HEARING, meeting.title or "", neutral=True)
