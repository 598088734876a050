"""The deadlines beside the dates of a meeting."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLabel

from models.deadlines import Outcome
from models.profile_terms import DeadlineKind
from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from ui import deadline_words
from ui.i18n import Interface
from ui.pages.basics_page import BasicsPage
from ui.widgets import deadline_list
from ui.widgets.deadline_list import DeadlineList


def _page(bench: Bench) -> DeadlineList:
    page = BasicsPage(bench.theme, bench.editor, lambda: bench.language)
    bench.show(page)
    bench.wait(lambda: page.is_complete)
    bench.settle()
    found = page.findChild(DeadlineList)
    assert isinstance(found, DeadlineList)
    return found


def _enter(bench: Bench, **values: str | None) -> None:
    bench.editor.set_values("schedule", values, name="x")
    bench.settle()


def test_every_kind_and_outcome_has_words_and_a_sign() -> None:
    assert deadline_words._KINDS.keys() == set(DeadlineKind)
    assert deadline_words._OUTCOMES.keys() == deadline_list._ICONS.keys() == set(Outcome)


def test_without_dates_there_is_no_list(bench: Bench) -> None:
    bench.new_meeting(MeetingKind.JOINT_CONFERENCE)

    assert not _page(bench).isVisible()


def test_a_deadline_is_kept_or_missed_as_the_dates_say(bench: Bench) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    shown = _page(bench)

    _enter(bench, held_from="2024-03-26T09:00")
    bench.wait(shown.isVisible)
    assert "告知参加人，至迟2024年3月23日，已过期限，没有填写办理时间，依据：" in shown.statement

    bench.editor.add("participant_notice", [{"to": "甲", "at": "2024-03-20"}], name="x")
    bench.wait(lambda: "告知参加人：甲" in shown.statement)
    assert "按时（2024年3月20日）" in shown.statement

    bench.undo()
    bench.editor.add("participant_notice", [{"to": "乙", "at": "2024-03-24"}], name="x")
    bench.wait(lambda: "告知参加人：乙" in shown.statement)
    assert "逾期（2024年3月24日）" in shown.statement


def test_a_deadline_to_come_is_open(bench: Bench) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    shown = _page(bench)

    day = date.today() + timedelta(days=30)  # noqa: DTZ011  # civil
    _enter(bench, held_from=day.isoformat())

    bench.wait(lambda: "未到期" in shown.statement)


def test_the_source_is_told_by_every_part_of_the_line(bench: Bench) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    shown = _page(bench)
    _enter(bench, held_from="2024-03-26T09:00")
    bench.wait(shown.isVisible)

    parts = shown.findChildren(QLabel)

    assert parts
    for part in parts:
        assert part.toolTip().startswith("依据：")
        assert part.accessibleDescription() == part.toolTip()


def test_another_language_is_spoken_throughout(bench: Bench, interface: Interface) -> None:
    bench.new_meeting(MeetingKind.HEARING)
    shown = _page(bench)
    _enter(bench, held_from="2024-03-26T09:00")
    bench.wait(shown.isVisible)

    interface.speak("en")
    shown.retranslate()

    assert "Tell the participants, by " in shown.statement
    assert "past its day, nothing entered" in shown.statement
