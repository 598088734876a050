"""The second screen: only what the room may see, never cut, never in the way of the keyboard."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.screen_view import ScreenView, SpeakerView
from models.vocabulary import MeetingKind
from tests.ui.contrast import contrast
from tests.ui.desktop import ROOT
from ui.i18n import Interface
from ui.live.second_screen import SecondScreen
from ui.theme import Theme, load_theme

CONFERENCE = ScreenView(
    MeetingKind.JOINT_CONFERENCE,
    "河澜州跨院检察官联席会议",
    item_number="2.1",
    item_title="定性",
    question="三套自管密码的卡如何定性？",
    speaker=SpeakerView("林𬭎昱", "列席", "河澜州人民检察院"),
    seconds=253,
    limit=300,
)
HEARING = ScreenView(
    MeetingKind.HEARING, "检察听证会", step=3, speaker=SpeakerView("程砺石", "听证员")
)
LONG = replace(
    CONFERENCE,
    title="玉措州草原生态保护公益诉讼跨院检察官联席会议" * 12,
    item_title="龚䶮、司马㛃、陶𬤇关于涉案金额的审计口径" * 12,
    question="行政机关是否依法全面履行职责，应当从哪些方面审查？" * 30,
    speaker=SpeakerView("བློ་བཟང་རྒྱ་མཚོ་ 阿旺·才让" * 4, "特邀检察官助理", "ئابدۇرېھىم ئۆتكۈر" * 8),
    seconds=6001,
)
SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160), (2560, 1080), (1080, 1920)]


@pytest.fixture
def screen(
    qtbot: QtBot,
    theme: Theme,
    interface: Interface,  # noqa: ARG001  # words are Chinese
) -> SecondScreen:
    """Give a second screen by a clock that stands."""
    made = SecondScreen(theme, clock=lambda: "09:41")
    qtbot.addWidget(made)
    return made


def test_it_shows_item_question_speaker_time_and_statement(screen: SecondScreen) -> None:
    screen.show_view(CONFERENCE)

    assert set(screen.texts) == {
        "参考意见 · 仅供承办检察官参考，不形成决议或者倾向性意见。",
        "河澜州跨院检察官联席会议",
        "09:41",
        "议程 2.1　定性",
        "三套自管密码的卡如何定性？",
        "林𬭎昱",
        "列席 · 河澜州人民检察院",
        "04:13",
    }


def test_a_hearing_has_its_steps_and_its_own_statement(screen: SecondScreen) -> None:
    screen.show_view(HEARING)

    assert set(screen.texts) >= {
        "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。",
        "第3步",
        "听证员提问",
    }
    assert not any("参考意见" in text for text in screen.texts)


def test_without_a_question_the_item_is_the_headline(screen: SecondScreen) -> None:
    screen.show_view(replace(CONFERENCE, question=""))
    assert {"议程 2.1", "定性"} <= set(screen.texts)

    screen.show_view(replace(CONFERENCE, question="", item_title=""))
    assert "议程 2.1" in screen.texts


def test_somebody_without_a_name_goes_by_the_role(screen: SecondScreen) -> None:
    screen.show_view(replace(HEARING, speaker=SpeakerView(role="未成年人")))

    assert "未成年人" in screen.texts


def test_a_meeting_without_a_title_is_named_by_its_kind(screen: SecondScreen) -> None:
    screen.show_view(ScreenView(MeetingKind.JOINT_CONFERENCE))
    assert "检察官联席会议" in screen.texts

    screen.show_view(ScreenView(MeetingKind.HEARING))
    assert "检察听证" in screen.texts


def test_before_anything_is_under_way_the_title_stands_alone(screen: SecondScreen) -> None:
    screen.resize(1024, 768)
    screen.show_view(ScreenView(MeetingKind.HEARING, "检察听证会"))

    title = next(words for words in screen.picture().words if words.text == "检察听证会")
    assert abs(title.rect.center().x() - 512) < 2
    assert len(screen.texts) == 3


def test_a_speech_beyond_its_limit_is_told_by_colour_and_words(screen: SecondScreen) -> None:
    screen.show_view(replace(CONFERENCE, seconds=300))
    assert not any("超过" in text for text in screen.texts)

    screen.show_view(replace(CONFERENCE, seconds=301))
    inks = {words.text: words.ink for words in screen.picture().words}
    assert (inks["05:01"], inks["已超过 05:00"]) == ("warn", "warn")


def test_the_deliberation_shows_nothing_but_title_and_statement(screen: SecondScreen) -> None:
    screen.show_view(ScreenView(MeetingKind.HEARING, "检察听证会", neutral=True))

    assert set(screen.texts) == {
        "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。",
        "检察听证会",
        "09:41",
        "休会评议",
    }


def test_a_blank_screen_shows_nothing_and_says_nothing(screen: SecondScreen) -> None:
    screen.show_view(CONFERENCE)
    screen.resize(800, 600)

    screen.blank(on=True)

    picture = screen.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 800, 7) for y in range(0, 600, 7)}
    assert colours == {"#000000"}
    assert screen.texts == ()
    assert screen.accessibleDescription() == ""

    screen.blank(on=False)
    assert "林𬭎昱" in screen.texts


def test_before_there_is_anything_it_is_dark(screen: SecondScreen) -> None:
    assert screen.texts == ()
    assert screen.grab().toImage().pixelColor(5, 5).name() == "#000000"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", [CONFERENCE, HEARING, LONG, replace(LONG, speaker=None)])
def test_nothing_is_cut_and_nothing_overlaps(
    screen: SecondScreen, size: tuple[int, int], view: ScreenView
) -> None:
    screen.setFixedSize(QSize(*size))
    screen.show_view(view)

    picture = screen.picture()

    whole = QRectF(0, 0, *size)
    placed = [words.rect for words in picture.words]
    assert all(whole.contains(rect) for rect in placed)
    for place, one in enumerate(placed):
        assert not any(one.intersects(other) for other in placed[place + 1 :])
    for words in picture.words:
        laid = "".join(
            words.text[line.textStart() : line.textStart() + line.textLength()]
            for line in map(words.laid.layout.lineAt, range(words.laid.layout.lineCount()))
        )
        assert laid == words.text


@pytest.mark.parametrize("size", SIZES)
def test_the_usual_words_are_large(screen: SecondScreen, size: tuple[int, int]) -> None:
    """To be read from the back of a room: a capital name has a fifteenth of the height or more."""
    screen.setFixedSize(QSize(*size))
    screen.show_view(CONFERENCE)
    least = min(size[1], size[0] * 9 / 16) / 15

    heights = {words.text: words.laid.layout.font().pixelSize() for words in screen.picture().words}

    assert heights["林𬭎昱"] >= least
    assert heights["三套自管密码的卡如何定性？"] >= least
    assert heights["04:13"] >= least
    assert min(heights.values()) >= least * 0.45


def test_it_looks_the_same_whatever_the_desk_looks_like(screen: SecondScreen, theme: Theme) -> None:
    screen.show_view(CONFERENCE)
    screen.resize(800, 450)
    light = screen.grab().toImage()

    theme.choose(theme.choice.DARK)
    theme.scale_text(2.0)

    assert screen.grab().toImage() == light


def test_every_ink_can_be_read_on_its_ground() -> None:
    tokens = load_theme("light").tokens
    for ink, ground in (
        *(("text", "window"), ("text2", "window"), ("accent", "window")),
        *(("text", "surface"), ("text2", "surface"), ("warn", "surface")),
        ("banner_text", "banner"),
    ):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5, (ink, ground)


def test_a_tick_paints_only_the_time(qtbot: QtBot, screen: SecondScreen) -> None:
    screen.resize(1280, 720)
    screen.show_view(CONFERENCE)
    with qtbot.waitExposed(screen):
        screen.show()
    whole = screen.grab().toImage()

    screen.show_view(replace(CONFERENCE, seconds=254))
    screen.show_view(CONFERENCE)

    assert screen.grab().toImage() == whole


def test_it_never_takes_the_keyboard(qtbot: QtBot, screen: SecondScreen) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    screen.show_view(CONFERENCE)

    screen.show_on(desk.screen())

    assert screen.isVisible()
    assert screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert screen.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert screen.cursor().shape() is Qt.CursorShape.BlankCursor
    assert not screen.isActiveWindow()
    assert screen.geometry() == desk.screen().geometry()


def test_as_a_window_it_can_be_moved_and_goes_dark_by_two_escapes(
    qtbot: QtBot, screen: SecondScreen
) -> None:
    screen.show_view(CONFERENCE)
    screen.show_in_window()

    assert not screen.isFullScreen()
    assert not screen.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert screen.cursor().shape() is not Qt.CursorShape.BlankCursor
    with qtbot.assertNotEmitted(screen.blank_asked, wait=20):
        QTest.keyClick(screen, Qt.Key.Key_Escape)
    with qtbot.waitSignal(screen.blank_asked):
        QTest.keyClick(screen, Qt.Key.Key_Escape)


def test_what_is_said_aloud_is_what_is_seen(screen: SecondScreen) -> None:
    screen.show_view(CONFERENCE)
    spoken = QAccessible.queryAccessibleInterface(screen)

    said = spoken.text(QAccessible.Text.Description).split("\n")

    assert set(said) == set(screen.texts) - {"09:41", "04:13"}


def test_it_speaks_the_language_of_the_window(
    qtbot: QtBot, screen: SecondScreen, interface: Interface
) -> None:
    screen.show_view(replace(HEARING, title="T", speaker=SpeakerView("N", "听证员")))

    interface.speak("en")

    qtbot.waitUntil(lambda: not any("一" <= one <= "鿿" for one in "".join(screen.texts)))
    assert screen.accessibleName() == "Second screen"


def test_the_window_of_the_room_loads_nothing_of_a_meeting() -> None:
    """Walked in a fresh interpreter: what is not loaded cannot be read, directly or through others."""
    code = "import json, sys, ui.live.second_screen; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout))

    assert "models.screen_view" in loaded
    ours = {name for name in loaded if name.startswith(("models.", "ui."))}
    assert not ours & {
        *("models.snapshot", "models.screening", "models.desk_view", "models.queries"),
        *("models.meeting", "models.database", "ui.workspace", "ui.queries", "ui.drafts"),
        *("ui.live.desk_state", "ui.live.projection", "ui.desk", "ui.operations"),
    }
    assert "sqlalchemy" not in loaded
