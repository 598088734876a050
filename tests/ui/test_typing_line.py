"""The keys of the typing line, as keys and as input methods give them."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.snapshot import ParticipantView
from models.vocabulary import Movement
from tests.ui.conftest import WindowMaker
from tests.ui.rooms import Room, make_room
from ui.item_models.people import name_of
from ui.live.operations import note_movement, set_queue, set_short_codes

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Typist:
    """Hands on the typing line of a room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.composer = room.page.composer
        self.field = self.composer.text
        self.field.setFocus()

    @property
    def people(self) -> tuple[ParticipantView, ...]:
        """The people in the room."""
        assert self.room.page.meeting is not None
        return self.room.page.meeting.participants

    @property
    def speaker(self) -> int | None:
        """The number of who speaks; None if that is not known."""
        found = [person for person in self.people if person.id == self.composer.speaker.value]
        return found[0].number if found else None

    def keys(self, text: str) -> None:
        """Press the keys of a text; a new line is Enter."""
        for part in text.splitlines(keepends=True):
            QTest.keyClicks(self.field, part.removesuffix("\n"))
            if part.endswith("\n"):
                self.press(Qt.Key.Key_Return)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(self.field, key, modifier)

    def compose(self, letters: str) -> None:
        """Have an input method show letters that are not given over yet."""
        QCoreApplication.sendEvent(self.field, QInputMethodEvent(letters, []))

    def give(self, text: str) -> None:
        """Have an input method give a text over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.field, event)

    def enter(self, text: str) -> None:
        """Give a text over and press Enter."""
        self.give(text)
        self.press(Qt.Key.Key_Return)

    def waits_for_lines(self, count: int) -> None:
        """Wait until so many lines are on disk."""
        self.room.wait_for(lambda: len(self.room.lines) == count)

    def sees(self, words: str) -> bool:
        """Say whether the composer tells something."""
        return words in self.composer.foot.hint.text()


@pytest.fixture
def typist(qtbot: QtBot, make_window: WindowMaker) -> Typist:
    """Give a typist in a room with people numbered from 1 on."""
    return Typist(make_room(qtbot, make_window))


def _spoken(typist: Typist) -> list[tuple[int | None, str | None]]:
    numbers = {person.id: person.number for person in typist.people}
    return [(numbers.get(line.speaker_id or ""), line.text) for line in typist.room.lines]


def test_a_number_and_a_blank_say_who_speaks(typist: Typist) -> None:
    typist.keys("2 first\n")
    typist.keys("again\n")
    typist.keys("1 last\n")
    typist.waits_for_lines(3)

    assert _spoken(typist) == [(2, "first"), (2, "again"), (1, "last")]


@pytest.mark.parametrize("parts", [["２　"], ["2", " "], ["2 "], ["２", " "], ["2", "　"]])
def test_an_input_method_may_give_digit_and_blank_in_any_form(
    typist: Typist, parts: list[str]
) -> None:
    for part in parts:
        typist.give(part)

    assert (typist.speaker, typist.field.words) == (2, "")


def test_a_digit_while_composing_is_a_candidate(typist: Typist) -> None:
    typist.keys("1 ")
    typist.compose("2 ")
    assert typist.speaker == 1
    typist.give("二")

    assert (typist.speaker, typist.field.words) == (1, "二")


def test_a_number_with_words_being_composed_after_it_is_no_speaker(typist: Typist) -> None:
    typist.keys("1 ")
    typist.give("2")
    typist.compose("nian")
    typist.give("年 ")

    assert (typist.speaker, typist.field.words) == (1, "2年 ")


def test_digits_in_the_middle_are_words(typist: Typist) -> None:
    typist.keys("1 a 2 b\n")
    typist.waits_for_lines(1)

    assert _spoken(typist) == [(1, "a 2 b")]


def test_nobody_has_that_number(typist: Typist) -> None:
    typist.keys("1 ")
    typist.keys("99 ")

    assert (typist.speaker, typist.field.words) == (1, "99 ")
    assert typist.sees("没有99号")
    typist.keys("a")
    assert not typist.sees("没有99号")


def test_zero_is_somebody_not_known_yet(typist: Typist) -> None:
    typist.keys("0 who\n")
    typist.waits_for_lines(1)

    assert _spoken(typist) == [(None, "who")]
    assert typist.room.lines[0].awaits_speaker


def test_the_time_is_that_of_the_first_key(typist: Typist) -> None:
    typist.composer._clock = lambda: "09:05"
    typist.keys("2 ")
    typist.composer._clock = lambda: "09:07"
    typist.keys("words\n")
    typist.waits_for_lines(1)

    assert typist.room.lines[0].at == "09:05"


def test_a_name_and_tab_say_who_speaks(typist: Typist) -> None:
    person = typist.people[1]
    typist.give(name_of(person))
    typist.press(Qt.Key.Key_Tab)

    assert (typist.speaker, typist.field.words) == (person.number, "")
    assert typist.field.hasFocus()


def test_tab_leaves_words_that_are_no_name(typist: Typist) -> None:
    typist.give("没有这样的名字")
    typist.press(Qt.Key.Key_Tab)

    assert typist.field.words == "没有这样的名字"


def test_somebody_goes_and_comes_back(typist: Typist) -> None:
    person = typist.people[1]
    typist.enter("/out 2 回避")
    typist.waits_for_lines(1)
    typist.enter("、in 2")
    typist.waits_for_lines(2)

    assert [(line.movement, line.mover_id) for line in typist.room.lines] == [
        ("回避", person.id),
        ("返回", person.id),
    ]
    assert typist.field.words == ""


def test_what_cannot_be_done_is_told_and_stays(typist: Typist) -> None:
    for command, words in (
        ("/in 2", "已经在场"),
        ("/out 99", "没有“99”"),
        ("/ou 2", "没有“/ou”这个命令"),
        ("s/甲/乙", "没有哪一条发言里有“甲”"),
    ):
        typist.enter(command)
        assert typist.sees(words), command
        assert typist.field.words == command
        typist.field.clear()
    assert typist.room.lines == ()


def test_somebody_who_is_not_there_is_told(typist: Typist) -> None:
    assert typist.room.page.meeting is not None
    away = note_movement(
        typist.room.page.meeting.id, typist.people[1].id, Movement.RECUSED, at="09:00"
    )
    typist.room.window.workspace.run(away)
    typist.waits_for_lines(1)

    typist.keys("2 ")

    assert typist.sees("现在不在场（")
    typist.enter("仍要记录")
    typist.waits_for_lines(2)
    assert _spoken(typist)[-1] == (2, "仍要记录")


def test_words_are_put_right_in_the_last_line_that_has_them(typist: Typist) -> None:
    for text in ("检查官甲", "检查官乙", "丙"):
        typist.enter(text)
    typist.waits_for_lines(3)

    typist.enter("s/检查/检察")
    typist.room.wait_for(lambda: typist.room.texts == ["检查官甲", "检察官乙", "丙"])

    typist.room.window.workspace.undo()
    typist.room.wait_for(lambda: typist.room.texts == ["检查官甲", "检查官乙", "丙"])


def test_up_corrects_earlier_lines_and_esc_returns(typist: Typist) -> None:
    for text in ("甲", "乙", "丙"):
        typist.enter(text)
    typist.waits_for_lines(3)

    typist.press(Qt.Key.Key_Up)
    assert typist.field.words == "丙"
    typist.press(Qt.Key.Key_Up, _CONTROL)
    assert typist.field.words == "乙"
    typist.give("！")
    typist.press(Qt.Key.Key_Up, _CONTROL)
    assert typist.field.words == "甲"
    typist.press(Qt.Key.Key_Down, _CONTROL)
    typist.press(Qt.Key.Key_Escape)

    assert (typist.field.words, typist.composer.editing) == ("", "")
    typist.room.wait_for(lambda: typist.room.texts == ["甲", "乙！", "丙"])


def test_up_in_a_line_with_words_stays_in_it(typist: Typist) -> None:
    typist.enter("甲")
    typist.waits_for_lines(1)
    typist.give("乙")
    typist.press(Qt.Key.Key_Up)

    assert (typist.field.words, typist.composer.editing) == ("乙", "")


def test_the_queue_hands_over(typist: Typist) -> None:
    typist.enter("/q 2")
    typist.enter("/q 1")
    typist.enter("/q 2")  # once more: at the end
    typist.enter("/q- 1")
    typist.enter("/q 1")
    ids = [typist.people[1].id, typist.people[0].id]
    typist.room.wait_for(lambda: list(typist.room.page.state.queue) == ids)

    typist.keys("before")
    typist.press(Qt.Key.Key_Return, _CONTROL)

    assert typist.speaker == 2
    typist.room.wait_for(lambda: list(typist.room.page.state.queue) == ids[1:])
    typist.waits_for_lines(1)
    assert _spoken(typist) == [(None, "before")]


def test_handing_over_to_nobody_is_told(typist: Typist) -> None:
    typist.give("说完了")
    typist.press(Qt.Key.Key_Return, _CONTROL)
    typist.waits_for_lines(1)

    assert typist.sees("没有人在候场")


def test_who_begins_to_speak_waits_no_longer(typist: Typist) -> None:
    assert typist.room.page.meeting is not None
    meeting, state = typist.room.page.meeting.id, typist.room.page.state
    both = [typist.people[1].id, typist.people[0].id]
    typist.room.window.workspace.run(set_queue(meeting, both))
    typist.room.wait_for(lambda: len(state.queue) == 2)

    typist.keys("1 ")

    typist.room.wait_for(lambda: list(state.queue) == both[:1])


def test_a_speech_is_timed_line_by_line(typist: Typist) -> None:
    now = [100.0]
    timer = typist.room.page.state.timer
    timer._clock = lambda: now[0]
    typist.keys("2 ")
    now[0] += 30
    typist.enter("甲")
    now[0] += 12
    typist.enter("乙")
    typist.keys("1 ")
    now[0] += 5
    typist.enter("丙")
    typist.waits_for_lines(3)

    assert [line.seconds for line in typist.room.lines] == [30, 12, 5]


def test_correcting_an_earlier_line_changes_no_time(typist: Typist) -> None:
    now = [100.0]
    timer = typist.room.page.state.timer
    timer._clock = lambda: now[0]
    typist.keys("2 ")
    typist.enter("甲")
    typist.waits_for_lines(1)
    now[0] += 20
    typist.press(Qt.Key.Key_Up)
    typist.enter("！")
    typist.room.wait_for(lambda: typist.room.texts == ["甲！"])

    assert (timer.speaker_id, timer.seconds) == (typist.people[1].id, 20)
    assert typist.room.lines[0].seconds == 0


def test_a_command_in_a_line_being_corrected_is_words(typist: Typist) -> None:
    typist.enter("甲")
    typist.waits_for_lines(1)
    typist.press(Qt.Key.Key_Up)
    typist.field.clear()
    typist.enter("/out 2")
    typist.room.wait_for(lambda: typist.room.texts == ["/out 2"])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["依据;xf264", " "], "依据《中华人民共和国刑法》第二百六十四条"),
        (["；ｚ２ｐ１５　"], "证据卷第2卷第15页"),
        (["𰻞𰻞面;z2 "], "𰻞𰻞面证据卷第2卷"),
        ([";没有 "], ";没有 "),
        ([";xf264"], ";xf264"),
    ],
)
def test_a_short_code_and_a_blank_become_words(
    typist: Typist, typed: list[str], words: str
) -> None:
    for part in typed:
        typist.give(part)

    assert typist.field.words == words


def test_a_short_code_in_the_middle_leaves_the_rest_and_is_undone_by_itself(typist: Typist) -> None:
    typist.give("前后")
    typist.press(Qt.Key.Key_Left)
    typist.give(";xf1")
    typist.give(" ")

    assert typist.field.words == "前《中华人民共和国刑法》第一条后"
    typist.give("，")
    assert typist.field.words == "前《中华人民共和国刑法》第一条，后"


def test_an_own_short_code_wins(typist: Typist) -> None:
    typist.room.window.workspace.run(set_short_codes({"xf1": "本院自己的话"}, ""))
    typist.room.wait_for(lambda: bool(typist.room.page.state.codes))

    typist.give(";xf1 ")

    assert typist.field.words == "本院自己的话"
