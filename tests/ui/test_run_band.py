"""The band above the record: what is under way, its minutes, how late, and what to do next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.running import running
from models.snapshot import AgendaItemView, MeetingSnapshot, ScheduleView, StretchView
from models.vocabulary import MeetingKind
from tests.ui.conftest import WindowMaker
from ui.live.run_band import RunBand
from ui.live.speech_timer import SpeechTimer
from ui.theme import Theme

DAY = "2025-06-18"
AGENDA = (
    AgendaItemView("a", "汇报", 0, 10),
    AgendaItemView("b", "讨论" * 40, 0, 20),
)


class _Clock:
    """A clock that stands until it is told."""

    def __init__(self) -> None:
        self.now = datetime(2025, 6, 18, 9, 12, 30)  # noqa: DTZ001  # civil time

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def band(qtbot: QtBot, theme: Theme, clock: _Clock) -> RunBand:
    made = RunBand(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(1060, 44)
    return made


def _meeting(
    *spent: tuple[str | int, str, str | None], kind: MeetingKind = MeetingKind.JOINT_CONFERENCE
) -> MeetingSnapshot:
    return MeetingSnapshot(
        id="m",
        kind=kind,
        state="H6" if kind is MeetingKind.HEARING else "J5",
        schedule=ScheduleView(f"{DAY}T09:00"),
        agenda=AGENDA,
        stretches=tuple(
            StretchView(
                what if isinstance(what, str) else None,
                what if isinstance(what, int) else None,
                f"{DAY}T{start}",
                None if end is None else f"{DAY}T{end}",
            )
            for what, start, end in spent
        ),
    )


def test_before_the_beginning_it_says_what_to_do(qtbot: QtBot, band: RunBand) -> None:
    band.show_meeting(_meeting())
    assert band.next.text() == "按F6开始第1项"
    assert band.late.text() == "比计划晚12分钟"
    assert band.timer.isHidden()

    with qtbot.waitSignal(band.next_asked):
        band.next.click()


@pytest.mark.parametrize(
    ("state", "spent", "stressed"),
    [("J2", (), False), ("J5", (), True), ("J5", (("a", "09:01", None),), False)],
)
def test_the_way_on_stands_out_while_a_meeting_waits_for_it(
    band: RunBand,
    state: str,
    spent: tuple[tuple[str, str, str | None], ...],
    stressed: bool,  # noqa: FBT001
) -> None:
    band.show_meeting(replace(_meeting(*spent), state=state))

    assert (band.next.objectName() == "primary") is stressed


def test_it_shows_the_item_its_minutes_and_how_late_it_is(band: RunBand) -> None:
    band.show_meeting(_meeting(("a", "09:01", None)))

    assert band.title.whole == "1  汇报"
    assert band.timer.text() == "本项 11:30 / 10:00"
    assert band.over.text() == "超1分"
    assert band.late.text() == "比计划晚2分钟"
    assert band.accessibleDescription() == "1 汇报，进行中，用11分 / 计划10分，超1分，比计划晚2分钟"
    assert band.next.text() == "按F6进入第2项"


def test_less_than_a_minute_beyond_the_plan_is_said_in_words_too(band: RunBand) -> None:
    band.show_meeting(_meeting(("a", "09:02", None)))

    assert band.timer.property("over") is True
    assert (band.over.text(), band.over.isHidden()) == ("已超时", False)


def test_a_long_title_is_cut_and_stands_whole_in_the_tool_tip(band: RunBand) -> None:
    band.show_meeting(_meeting(("b", "09:10", None)))
    band.show()
    QApplication.processEvents()

    assert band.title.text().endswith("…")
    assert band.title.toolTip() == f"2  {AGENDA[1].title}"
    assert band.title.accessibleName() == f"2  {AGENDA[1].title}"


@pytest.mark.parametrize(
    ("spent", "late"),
    [(("a", "09:12", "09:12"), "比计划晚2分钟"), (("a", "09:00", "09:05"), "比计划晚2分钟")],
)
def test_in_a_pause_it_offers_to_go_on(
    band: RunBand, spent: tuple[str, str, str], late: str
) -> None:
    band.show_meeting(_meeting(spent))

    assert band.title.whole == "已停止计时"
    assert band.next.text() == "按F6开始第2项"
    assert band.previous.toolTip() == "回到第1项（Shift+F6）"
    assert band.late.text() == late


def test_at_the_end_it_offers_to_stop_and_then_nothing(band: RunBand) -> None:
    band.show_meeting(_meeting(("b", "09:10", None)))
    assert band.next.text() == "按F6停止计时"

    band.show_meeting(_meeting(("b", "09:10", "09:12")))

    assert band.title.whole == "各项都已进行完毕"
    assert band.next.isHidden()


def test_a_hearing_names_its_steps(band: RunBand) -> None:
    band.show_meeting(_meeting((3, "09:10", None), kind=MeetingKind.HEARING))

    assert band.title.whole == "第3步  听证员提问"
    assert band.timer.text() == "本步 02:30"
    assert band.next.text() == "按F6进入第4步"
    assert band.late.isHidden()


@pytest.mark.parametrize(
    ("change", "there"),
    [
        ({}, True),
        ({"agenda": ()}, False),
        ({"agenda": (), "kind": MeetingKind.HEARING, "state": "H6"}, True),
        ({"state": "J7"}, False),
        ({"kind": MeetingKind.HEARING, "state": "H10"}, False),
    ],
)
def test_it_is_there_where_there_is_a_course_to_follow(
    band: RunBand,
    change: dict[str, object],
    there: bool,  # noqa: FBT001
) -> None:
    band.show_meeting(replace(_meeting(), **change))  # type: ignore[arg-type]  # by name

    assert band.isHidden() is not there


def test_the_questions_stand_on_one_line_until_another_is_shown(band: RunBand) -> None:
    meeting = replace(_meeting(), questions=("如何定性？", "能否采信？"))
    band.show_meeting(meeting)
    assert band.question.whole == "如何定性？；能否采信？"

    band.show_question("能否采信？")
    band.show_meeting(replace(meeting, title="改"))
    assert band.question.whole == "能否采信？"

    band.show_question("")
    assert band.question.isHidden()


def test_seconds_count_from_when_an_item_began_in_sight(band: RunBand, clock: _Clock) -> None:
    band.show_meeting(_meeting())
    band.show_meeting(_meeting(("a", "09:12", None)))
    assert band.timer.text() == "本项 00:00 / 10:00"

    clock.now += timedelta(seconds=45)
    band._follow_clock()

    assert band.timer.text() == "本项 00:45 / 10:00"


def test_a_new_minute_is_told_and_compared_with_the_plan(
    qtbot: QtBot, band: RunBand, clock: _Clock
) -> None:
    band.show_meeting(_meeting(("a", "09:00", None)))
    band._follow_clock()
    clock.now += timedelta(seconds=31)

    with qtbot.waitSignal(band.minute_began):
        band._follow_clock()

    assert band.clock.text() == "09:13:01"
    assert band.late.text() == "比计划晚3分钟"
    clock.now -= timedelta(minutes=10)  # the clock is put back
    band._follow_clock()
    assert band.timer.text() == "本项 03:01 / 10:00"


class _Requests(QObject):
    """Counts how often a widget is laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_a_second_moves_nothing(band: RunBand, clock: _Clock) -> None:
    band.show_meeting(_meeting(("a", "09:05", None)))
    band.show()
    for _ in range(5):
        QApplication.processEvents()
    requests = _Requests()
    for part in (band, band._when):
        part.installEventFilter(requests)

    for _ in range(5):
        clock.now += timedelta(seconds=1)
        band._follow_clock()
        QApplication.processEvents()

    assert band.clock.text() == "09:12:35"
    assert requests.count == 0


def test_the_clock_stands_while_nobody_sees_it(band: RunBand) -> None:
    band.show_meeting(_meeting())
    band.show()
    assert band._tick.isActive()

    band.hide()

    assert not band._tick.isActive()


@pytest.mark.parametrize(("scale", "width", "lines"), [(1.0, 1060, 1), (2.0, 1366, 2)])
def test_it_takes_one_line_and_two_for_large_text(
    theme: Theme, band: RunBand, scale: float, width: int, lines: int
) -> None:
    theme.scale_text(scale)
    timer = SpeechTimer(band)
    timer.begin("甲")
    band.show_meeting(replace(_meeting(("b", "08:01", None)), questions=("问" * 80,)))
    band.show_timer(timer, "阿依古丽·买买提", 5)
    band.show()
    band.resize(width, band.sizeHint().height())
    QApplication.processEvents()
    band.resize(width, band.sizeHint().height())
    QApplication.processEvents()

    one = band.next.sizeHint().height() + 2 * 5
    assert band.height() <= one * lines + 4
    assert band.next.mapTo(band, band.next.rect().topRight()).x() < width
    theme.scale_text(1.0)


@pytest.fixture
def seconds() -> list[float]:
    return [100.0]


@pytest.fixture
def timer(qapp: QApplication, seconds: list[float]) -> SpeechTimer:
    return SpeechTimer(qapp, clock=lambda: seconds[0])


def test_a_speech_is_shown_with_its_name_and_its_limit(
    band: RunBand, timer: SpeechTimer, seconds: list[float]
) -> None:
    band.show_timer(timer, "陶某", 5)
    assert band.speech.isHidden()

    timer.begin("x")
    seconds[0] += 300
    timer.changed.emit()
    assert (band.speech.name.whole, band.speech.time.text()) == ("陶某", "05:00")
    assert band.speech.word.isHidden()

    seconds[0] += 1
    timer.changed.emit()
    assert band.speech.word.text() == "已超时"
    assert band.speech.time.property("over") is True
    assert band.speech.accessibleDescription() == "已超时"

    timer.toggle()
    assert band.speech.accessibleDescription() == "已超时，已暂停"
    timer.reset()
    assert band.speech.isHidden()


def test_without_a_limit_no_speech_is_too_long(
    band: RunBand, timer: SpeechTimer, seconds: list[float]
) -> None:
    band.show_timer(timer, "陶某", 0)
    timer.begin("x")
    seconds[0] += 5000
    timer.changed.emit()

    assert band.speech.time.text() == "83:20"
    assert band.speech.word.isHidden()


def test_another_timer_takes_the_place_of_the_former(band: RunBand, timer: SpeechTimer) -> None:
    other = SpeechTimer(band)
    band.show_timer(timer, "陶某", 5)
    band.show_timer(other, "龚某", 5)

    timer.begin("x")
    assert band.speech.isHidden()
    other.begin("y")
    assert not band.speech.isHidden()


def test_it_speaks_english(make_window: WindowMaker, band: RunBand) -> None:
    make_window.interface.speak("en")
    band.retranslate()
    band.show_meeting(_meeting(("a", "09:01", None)))

    words: Callable[[], str] = lambda: band.accessibleDescription() + band.next.text()  # noqa: E731
    make_window.interface.speak("zh_CN")
    assert "min" in words()
    assert "项" not in words()


def test_the_band_and_the_model_tell_the_same(band: RunBand) -> None:
    meeting = _meeting(("a", "09:01", "09:05"), ("b", "09:05", None))
    band.show_meeting(meeting)

    assert band.running == running(meeting, f"{DAY}T09:12")
