"""Pictures of the second screen, for looking at: ``python tests/ui/room_screens.py FOLDER [NAME ...]``."""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from models.screen_view import ScreenView, SpeakerView
from models.vocabulary import MeetingKind
from ui.app import make_application
from ui.i18n import Interface
from ui.live.second_screen import SecondScreen
from ui.theme import Theme, ThemeChoice

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160), (2560, 1080), (480, 300))

_CONFERENCE = ScreenView(
    MeetingKind.JOINT_CONFERENCE,
    "河澜州跨院检察官联席会议（刑事检察）2025年第7次会议",
    item_number="2.2",
    item_title="主观明知的认定标准",
    question="三套自管密码的卡如何定性？",
    speaker=SpeakerView("林𬭎昱", "列席", "河澜州人民检察院"),
    seconds=253,
    limit=300,
)
_HEARING = ScreenView(
    MeetingKind.HEARING,
    "校园周边食品安全行政公益诉讼检察听证会",
    step=3,
    question="“已责令整改”能否视为依法全面履职",
    speaker=SpeakerView("程砺石", "听证员", "云岭大学食品学院"),
    seconds=61,
)
VIEWS = {
    "conference": _CONFERENCE,
    "over": replace(_CONFERENCE, question="", seconds=372),
    "silent": replace(_CONFERENCE, speaker=None, seconds=None),
    "hearing": _HEARING,
    "deliberation": ScreenView(MeetingKind.HEARING, _HEARING.title, neutral=True),
    "guarded": ScreenView(
        MeetingKind.HEARING,
        "柳溪检听〔2025〕3号",
        step=2,
        speaker=SpeakerView(role="未成年人"),
    ),
    "bare": ScreenView(MeetingKind.JOINT_CONFERENCE),
    "uyghur": replace(
        _CONFERENCE,
        title="ئۇيغۇر تىلىدىكى ئۇزۇن ماۋزۇ",
        question="گۇۋاھلىق بەرگۈچىنىڭ سۆزىنى قانداق باھالاش كېرەك؟",
        speaker=SpeakerView("ئابدۇرېھىم ئۆتكۈر", "翻译", "朔川县翻译协会"),
    ),
    "long": replace(
        _CONFERENCE,
        title="玉措州草原生态保护公益诉讼跨院检察官联席会议暨" * 4,
        item_title="龚䶮、司马㛃、陶𬤇关于涉案金额的审计口径" * 5,
        question="行政机关是否依法全面履行监管职责，应当从哪些方面审查？" * 6,
        speaker=SpeakerView(
            "བློ་བཟང་རྒྱ་མཚོ་ 阿旺·才让·更登扎西", "特邀检察官助理", "玉措州公益诉讼办案组" * 3
        ),
        seconds=6000,
    ),
}


def main(folder: Path, wanted: list[str]) -> None:
    """Make the pictures whose names contain one of the wanted words; all if there are none."""
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    interface = Interface()
    interface.speak(os.environ.get("SCREENS_LANGUAGE", "zh_CN"))
    theme = Theme(application, choice=ThemeChoice.DARK, text_scale=2.0)  # neither may matter
    theme.apply()
    screen = SecondScreen(theme, clock=lambda: "09:41")
    for view_name, view in VIEWS.items():
        screen.show_view(view)
        for size in SIZES:
            name = f"{view_name}-{size[0]}x{size[1]}"
            if not wanted or any(word in name for word in wanted):
                screen.resize(*size)
                screen.grab().save(str(folder / f"{name}.png"))
                print(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
