"""The people beside the record: tiles, presence, the order of speaking, the quorum."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.snapshot import LineView, ParticipantView
from models.vocabulary import MeetingKind, Movement
from tests.ui.conftest import WindowMaker
from tests.ui.meetings import conference_of, room_of
from tests.ui.rooms import Room, make_room
from ui.item_models.people import PersonEntry
from ui.live.operations import begin, note_movement, set_queue
from ui.live.people_actions import PeopleActions
from ui.operations import add_entries, set_values
from ui.theme import Theme
from ui.widgets.people_pane import PeoplePane


@pytest.fixture
def room(qtbot: QtBot, make_window: WindowMaker) -> Room:
    """Give a conference in session of a chair, a handler and three who attend."""
    made = make_room(qtbot, make_window)
    window, meeting = made.window, made.page.meeting
    assert meeting is not None
    people = [
        {"name": name, "role": "出席", "grade": grade, "mode": mode, "organ": organ}
        for name, organ, grade, mode in (
            ("李军", "甲院", "一级检察官", "现场"),
            ("周明", "乙院", "五级检察官", "现场"),
            ("赵犇", "甲院", "三级检察官", "视频"),
        )
    ]
    profiles = {**window.workspace.profiles}
    window.workspace.run(
        add_entries(meeting.id, "participant", people, profiles=profiles, name="x")
    )
    for state in ("J1", "J2", "J3", "J4"):
        window.desk.commands.move(state)
        made.wait_for(lambda state=state: made.is_in(state))  # type: ignore[misc]  # bound
    made.wait_for(lambda: len(window.desk.people.model.rows) == 5)
    return made


def _pane(room: Room) -> PeoplePane:
    return room.window.desk.people


def _ids(room: Room) -> dict[str, str]:
    return {str(row.person.name): row.person.id for row in _pane(room).model.rows}


def _tile(room: Room, name: str) -> PersonEntry:
    """Return a tile as it is once the pane has followed the record."""
    actions = _pane(room).findChild(PeopleActions)
    assert isinstance(actions, PeopleActions)
    room.wait_for(lambda: not actions._soon.isActive())
    return next(row for row in _pane(room).model.rows if row.person.name == name)


def _go_to(room: Room, name: str) -> None:
    room.window.activateWindow()
    _pane(room).view.setFocus()
    _pane(room).view.select_key(_ids(room)[name])


def _press(room: Room, key: Qt.Key) -> None:
    QTest.keyClick(_pane(room).view, key)


def test_enter_lets_the_typing_line_be_about_that_person(room: Room) -> None:
    _go_to(room, "周明")

    _press(room, Qt.Key.Key_Return)

    assert room.page.composer.speaker.value == _ids(room)["周明"]
    room.wait_for(room.page.composer.text.hasFocus)


def test_q_queues_and_unqueues(room: Room) -> None:
    _go_to(room, "李军")
    _press(room, Qt.Key.Key_Q)
    room.wait_for(lambda: _tile(room, "李军").place == 1)
    assert _tile(room, "李军").turn == "第1位"

    _press(room, Qt.Key.Key_Q)

    room.wait_for(lambda: _tile(room, "李军").place == 0)


def test_the_queue_is_filled_with_those_not_heard_junior_first(room: Room) -> None:
    ids = _ids(room)
    room.window.workspace.run(
        set_queue(str(room.page.meeting and room.page.meeting.id), [ids["陶某"]])
    )
    room.wait_for(lambda: room.page.state.queue == (ids["陶某"],))

    _pane(room).queue.fill.click()

    order = tuple(ids[name] for name in ("周明", "赵犇", "李军", "罗承砚", "陶某"))
    room.wait_for(lambda: room.page.state.queue == order)
    assert not _pane(room).queue.fill.isEnabled()


def test_the_queue_is_ordered_by_keys_and_left_with_delete(room: Room) -> None:
    ids, view = _ids(room), _pane(room).queue.view
    _pane(room).queue.fill.click()
    room.wait_for(lambda: view.list_model.rowCount() == 4)
    view.setFocus()
    view.go_to(1)

    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.wait_for(lambda: room.page.state.queue[:2] == (ids["赵犇"], ids["周明"]))
    QTest.keyClick(view, Qt.Key.Key_Delete)

    room.wait_for(lambda: room.page.state.queue == (ids["周明"], ids["李军"], ids["罗承砚"]))


def test_a_row_dropped_elsewhere_in_the_queue_stays_there(room: Room) -> None:
    ids, view = _ids(room), _pane(room).queue.view
    _pane(room).queue.fill.click()
    room.wait_for(lambda: view.list_model.rowCount() == 4)

    view.drop_asked.emit((ids["周明"],), 4, 0)

    room.wait_for(lambda: room.page.state.queue[-1] == ids["周明"])


def test_the_queue_is_ordered_by_mouse(room: Room) -> None:
    ids, view = _ids(room), _pane(room).queue.view
    _pane(room).queue.fill.click()
    room.wait_for(lambda: view.list_model.rowCount() == 4)
    rows = [view.visualRect(view.list_model.index(place, 0)) for place in range(4)]
    start, end = rows[0].center(), rows[2].center() + QPoint(0, 6)

    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start + QPoint(0, 15), end):
        position = QPointF(at)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            position,
            view.viewport().mapToGlobal(position),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(view.viewport(), event)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)

    order = tuple(ids[name] for name in ("赵犇", "李军", "周明", "罗承砚"))
    room.wait_for(lambda: room.page.state.queue == order)


def test_enter_in_the_queue_gives_the_word(room: Room) -> None:
    view = _pane(room).queue.view
    _pane(room).queue.fill.click()
    room.wait_for(lambda: view.list_model.rowCount() == 4)
    view.setFocus()
    view.go_to(0)

    QTest.keyClick(view, Qt.Key.Key_Return)

    assert room.page.composer.speaker.value == _ids(room)["周明"]


def test_space_asks_how_somebody_goes_and_the_record_says_it(room: Room) -> None:
    assert room.page.meeting is not None
    item = room.page.meeting.agenda[1].id
    room.window.workspace.run(begin(room.page.meeting.id, at="2026-03-02T09:00", item_id=item))
    room.wait_for(lambda: bool(room.page.meeting and room.page.meeting.stretches))
    _go_to(room, "李军")
    _press(room, Qt.Key.Key_Space)
    card = _pane(room).card
    assert card.isVisible()
    assert [one for one, made in card.buttons.items() if made.isVisible()] == ["离会", "回避"]

    QTest.keyClicks(card.reason, "x")
    card.buttons[Movement.RECUSED].click()

    room.wait_for(lambda: len(room.lines) == 1)
    line = room.lines[0]
    assert (line.text, line.movement, line.item_id) == ("李军因x回避，退席。", "回避", item)
    assert _tile(room, "李军").whereabouts == "回避"
    assert not card.isVisible()


def test_a_reason_that_begins_with_recusal_says_how(room: Room) -> None:
    _pane(room).ask_movement(_ids(room)["李军"])

    _pane(room).card.reason.setText("回避：近亲属")
    QTest.keyClick(_pane(room).card.reason, Qt.Key.Key_Return)

    room.wait_for(lambda: [line.text for line in room.lines] == ["李军因近亲属回避，退席。"])


def test_who_left_is_offered_to_return_and_who_is_on_video_to_be_cut_off(room: Room) -> None:
    card, ids = _pane(room).card, _ids(room)
    _pane(room).ask_movement(ids["赵犇"])
    assert card.buttons[Movement.CUT_OFF].isVisible()
    card.buttons[Movement.CUT_OFF].click()
    room.wait_for(lambda: _tile(room, "赵犇").whereabouts == "掉线")

    _pane(room).ask_movement(ids["赵犇"])

    shown = [movement for movement, made in card.buttons.items() if made.isVisible()]
    assert shown == [Movement.RECONNECTED]


def test_escape_closes_the_card_and_asks_nothing(room: Room) -> None:
    _go_to(room, "李军")
    _press(room, Qt.Key.Key_Space)

    QTest.keyClick(_pane(room).card.reason, Qt.Key.Key_Escape)

    assert not _pane(room).card.isVisible()
    room.wait_for(_pane(room).view.hasFocus)
    assert room.lines == ()


def test_a_lost_quorum_is_told_in_a_band_until_it_is_regained(room: Room) -> None:
    assert room.page.meeting is not None
    meeting, ids, workspace = room.page.meeting.id, _ids(room), room.window.workspace
    assert room.page.quorum_band.text == ""
    assert _pane(room).quorum.text() == "计入 4/3人 · 2/2院"

    for name in ("李军", "周明"):
        workspace.run(note_movement(meeting, ids[name], Movement.LEFT, at="09:30"))

    room.wait_for(room.page.quorum_band.isVisible)
    missing = "人数不足：现有2人，要求3人；人员来自1个院，要求2个院。"
    room.wait_for(lambda: room.page.quorum_band.text == missing)
    assert _pane(room).quorum.text() == "不足 2/3人 · 1/2院"
    room.wait_for(lambda: "人数不足 2/3人 · 1/2院" in room.window._counts.text())

    workspace.run(note_movement(meeting, ids["周明"], Movement.RETURNED, at="09:40"))
    room.wait_for(lambda: not room.page.quorum_band.isVisible())


def test_before_the_meeting_nothing_is_said_to_be_missing(
    qtbot: QtBot, make_window: WindowMaker
) -> None:
    made = make_room(qtbot, make_window)

    assert not made.page.quorum_band.isVisible()


def test_a_hearing_has_no_quorum(qtbot: QtBot, make_window: WindowMaker) -> None:
    made = make_room(qtbot, make_window, MeetingKind.HEARING)

    assert made.window.desk.people.quorum.text() == ""
    assert "人数" not in made.window._counts.text()


def test_who_talks_is_told_with_the_time(room: Room) -> None:
    timer = room.page.state.timer
    timer.begin(_ids(room)["李军"])

    assert _tile(room, "李军").mark.startswith("发言中 0:0")
    timer.toggle()
    assert _tile(room, "李军").mark.startswith("已暂停 0:0")
    timer.reset()
    assert _tile(room, "李军").mark == "待发表"


def test_who_was_heard_is_awaited_no_longer(room: Room) -> None:
    room.page.composer.speaker.choose(_ids(room)["周明"])
    room.page.composer.kind.choose("意见")

    room.write("我的意见。")

    room.wait_for(lambda: not _tile(room, "周明").waits)
    assert _tile(room, "李军").waits
    assert _tile(room, "周明").spoken.lines == 1


def test_the_menu_of_a_tile_offers_what_its_keys_do(room: Room) -> None:
    menu = QMenu()
    menu.addActions(_pane(room).view.actions())

    words = [action.text().partition("\t")[0] for action in menu.actions()]

    assert words == ["由其发言", "登记出入…", "排入或者移出发言次序", "复制"]


def test_a_signed_meeting_is_only_read(room: Room) -> None:
    room.write("主持人的话。")
    room.sign()
    _go_to(room, "李军")

    for key in (Qt.Key.Key_Q, Qt.Key.Key_Space, Qt.Key.Key_Return):
        _press(room, key)

    assert not _pane(room).queue.isVisible()
    assert not _pane(room).card.isVisible()
    assert room.page.state.queue == ()
    assert not any(row.waits for row in _pane(room).model.rows)


def test_who_is_recused_from_all_of_it_neither_comes_nor_goes(room: Room) -> None:
    assert room.page.meeting is not None
    window = room.window
    window.workspace.run(
        set_values(
            room.page.meeting.id, "participant", {"role": "回避"},
            profiles={**window.workspace.profiles}, name="x", entry_id=_ids(room)["李军"],
        )
    )  # fmt: skip
    room.wait_for(lambda: _tile(room, "李军").whereabouts == "回避")

    _pane(room).ask_movement(_ids(room)["李军"])

    assert not _pane(room).card.isVisible()


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> PeoplePane:
    """Give a pane of the size it has in a window of 1366 by 768."""
    made = PeoplePane(theme)
    qtbot.addWidget(made)
    made.resize(310, 655)
    made.show()
    return made


def _people(count: int) -> list[ParticipantView]:
    return [
        ParticipantView(str(n), n, f"人员{n}", f"第{n % 3}人民检察院", role="出席", mode="现场")
        for n in range(1, count + 1)
    ]


def test_twelve_people_are_in_view_beside_a_queue(pane: PeoplePane, qtbot: QtBot) -> None:
    lines = (LineView("l", 1, "09:00", "1", "意见", "话", seconds=75),)
    meeting = conference_of(lines, *_people(12))
    pane.show_meeting(meeting, room_of(meeting))
    pane.queue.show_queue([str(n) for n in range(1, 9)])
    pane._share_height()

    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().maximum() == 0)

    assert pane.offices.text() == "发言：第1院1条 1:15"
    assert pane.queue.host.verticalScrollBar().maximum() > 0


def test_of_sixty_the_last_one_can_be_gone_to(pane: PeoplePane, qtbot: QtBot) -> None:
    meeting = conference_of((), *_people(60))
    pane.show_meeting(meeting, room_of(meeting))
    qtbot.waitUntil(lambda: pane.view.verticalScrollBar().maximum() > 0)

    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_End)

    last = pane.view.visualRect(pane.model.index(59, 0))
    assert pane.view.viewport().rect().contains(last)


def test_a_tile_is_said_with_all_that_it_shows(pane: PeoplePane) -> None:
    lines = (LineView("l", 1, "09:00", "1", "提问", "话", seconds=75),)
    meeting = conference_of(lines, *_people(1))
    pane.show_meeting(meeting, room_of(meeting))
    pane.model.show_state(["1"], "1", 5, running=True)

    said = pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    tip = pane.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert tip.splitlines()[1:] == [
        "尚未发表意见",
        "已记录1条，发言用时1:15",
        "第1人民检察院：已记录1条，发言用时1:15",
    ]
    assert said == (
        "1号，人员1，出席，第1人民检察院，现场，未登记，发言中，尚未发表意见，"
        "发言次序第1位，已记录1条，发言用时1:15"
    )


def test_without_people_nothing_is_counted(pane: PeoplePane) -> None:
    meeting = conference_of(())
    pane.show_meeting(meeting, room_of(meeting))

    assert (pane.count.text(), pane.quorum.text(), pane.offices.text()) == ("0人", "", "")
    assert not pane.queue.fill.isEnabled()
