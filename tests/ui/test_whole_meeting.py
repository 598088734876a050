"""Whole meetings by hand: the real program on a real X display, driven by keys alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has, wait
from tests.ui.secretary import Document, Secretary, comparable

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]

DATA = Path(__file__).parent / "whole_meetings"
UNFINISHED = "今天先到这里"


@dataclass(frozen=True, slots=True)
class Said:
    """A line, and what is chosen for it before it is typed; what is empty stays as it is."""

    text: str
    speaker: str = ""
    kind: str = ""
    section: str = ""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a display of its own."""
    made = Desktop(tmp_path)
    yield made
    made.close()


def test_a_conference_is_held_by_keys_alone(desktop: Desktop, tmp_path: Path) -> None:
    secretary = Secretary(desktop, tmp_path, texts=[_data("conference"), *map(str, CONFERENCE)])
    secretary.start("联席")
    meeting = secretary.begin("ctrl+n")

    secretary.fill("河澜州跨院检察官联席会议第九次会议", "河澜检联〔2026〕9号")
    secretary.fill("河澜州人民检察院", "", "")
    secretary.enter("河澜州人民检察院", "朔川县人民检察院", "白塔沟县人民检察院")
    secretary.press("Tab")
    secretary.fill("2026-11-24 9:00", "11:40", "第二会议室")
    _plan(secretary, meeting)
    _seat(secretary, meeting)
    _take_down(secretary, meeting)
    _close_and_come_back(secretary, meeting)
    _hand_out(secretary, meeting, tmp_path)

    found = secretary.stored(meeting)
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8")) == found
    assert comparable(found) == json.loads(_data("conference"))
    secretary.end()


CONFERENCE = (
    Said("本次会议不表决，请各位以个人名义发言", "1", "主持", "1"),
    Said("四名嫌疑人均已到案，争议在定性", "2", "汇报"),
    Said("转账是在收款以前还是以后", "3", "提问", "2"),
    Said("其中六笔在收款以后", "2", "回答"),
    Said("本人有没有解释过", "5", "提问"),
    Said("解释过两次", "2", "回答"),
    Said("依据收款的次序，我认为定性没有争议", "3", "意见", "3"),
    Said("我的意见和前一位不同，应当看本人知道什么", "4"),
    Said("请承办人补查六笔转账", "5"),
    Said("我补充一点", "3", "补充"),
    Said("以上由承办人参考", "1", "主持"),
)

ROLES = ("主持人", "承办检察官", "出席", "出席", "出席", "记录人")


def _plan(secretary: Secretary, meeting: str) -> None:
    """Write the agenda, put its last item one up, take that back and do it again."""
    secretary.until(meeting, lambda d: "place" in d.get("schedule", {}))
    secretary.turn(2)
    written = ["承办检察官汇报", "逐人发表意见", "提问和回答"]
    moved = [written[0], written[2], written[1]]
    secretary.enter(*written)
    secretary.until(meeting, lambda d: _titles(d) == written)
    secretary.press("Up", "alt+Up")
    secretary.until(meeting, lambda d: _titles(d) == moved)
    secretary.press("ctrl+z")
    secretary.until(meeting, lambda d: _titles(d) == written)
    secretary.press("ctrl+y")
    secretary.until(meeting, lambda d: _titles(d) == moved)
    secretary.press("Home", "2", "0", "Return", "3", "0", "Return", "6", "0", "Return")
    secretary.until(meeting, lambda d: len(d.get("lianxi", {}).get("agenda", [])) == len(written))
    secretary.look("agenda")


def _seat(secretary: Secretary, meeting: str) -> None:
    """Add six people, two of one name, give them their roles, and register all as present."""
    secretary.turn(1)
    secretary.enter(
        "罗承砚，河澜州人民检察院，一部主任",
        "陶平，朔川县人民检察院，二部检察官",
        "李军，朔川县人民检察院，二部检察官",
        "李军，白塔沟县人民检察院，一部检察官",
        "赵犇，白塔沟县人民检察院，二部主任",
        "喜玉梅，河澜州人民检察院，书记员",
    )
    secretary.until(meeting, lambda d: len(d.get("participants", [])) == len(ROLES))
    secretary.press(*["Tab"] * 8, "Home")  # past the buttons, to the table
    for role in ROLES:
        secretary.press("Return", *["Tab"] * 5)
        secretary.choose(role)
        secretary.press("Escape", "Down")
    secretary.press("ctrl+a", "space")
    secretary.until(meeting, _all_are_present)
    secretary.look("people")


def _take_down(secretary: Secretary, meeting: str) -> None:
    """Take the lines down, put the last one up, take that back and do it again."""
    secretary.press("ctrl+l")
    for said in CONFERENCE:
        _say(secretary, said)
    spoken = [said.text for said in CONFERENCE]
    moved = [*spoken[:-2], spoken[-1], spoken[-2]]
    secretary.until(meeting, lambda d: _texts(d) == spoken)
    secretary.press(*["shift+Tab"] * 4, "End", "alt+Up")
    secretary.until(meeting, lambda d: _texts(d) == moved)
    secretary.press("ctrl+z")
    secretary.until(meeting, lambda d: _texts(d) == spoken)
    secretary.press("ctrl+y")
    secretary.until(meeting, lambda d: _texts(d) == moved)
    secretary.look("record")


def _close_and_come_back(secretary: Secretary, meeting: str) -> None:
    """Close the window over an unfinished line, and find everything where it was."""
    secretary.resize(1400, 860)
    secretary.press("ctrl+l", *["shift+Tab"] * 3)
    secretary.choose("6", "说明", "")
    secretary.type(UNFINISHED)
    secretary.turn(6)
    secretary.press("ctrl+f", "Tab")  # to the list, where a start begins
    before, place = secretary.quiet_page(), secretary.geometry
    secretary.end()

    secretary.start("第九次会议")
    assert secretary.geometry == place
    wait(lambda: secretary.page() == before)

    secretary.press("ctrl+l", "Return")
    document = secretary.until(meeting, lambda d: _texts(d)[-1] == UNFINISHED)
    assert document["records"][-1]["speaker"] == "喜玉梅"


def _hand_out(secretary: Secretary, meeting: str, folder: Path) -> None:
    """Export the record, and save the case file."""
    secretary.press("ctrl+e", "Return")
    papers = folder / "Documents"
    wait(lambda: papers.exists() and len(list(papers.glob("*_v1.*"))) == 2)
    assert {file.suffix for file in papers.iterdir()} == {".docx", ".pdf"}
    secretary.look("exported")

    secretary.press("ctrl+shift+s")
    secretary.window("另存为案件文件")
    secretary.press("ctrl+a")
    secretary.enter(str(folder / "case.json"))
    wait((folder / "case.json").exists)


def _all_are_present(document: Document) -> bool:
    people = document["lianxi"].get("participants", [])
    return len(people) == len(ROLES)


def _titles(document: Document) -> list[str]:
    return [item if isinstance(item, str) else item["title"] for item in document.get("agenda", [])]


def _texts(document: Document) -> list[str]:
    return [line["text"] for line in document.get("records", [])]


def _say(secretary: Secretary, said: Said) -> None:
    """Take a line down."""
    if said.speaker or said.kind or said.section:
        secretary.press(*["shift+Tab"] * 3)
        secretary.choose(said.speaker, said.kind, said.section)
    secretary.enter(said.text)


def _data(name: str) -> str:
    return (DATA / f"{name}.json").read_text(encoding="utf-8")
