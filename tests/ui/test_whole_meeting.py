"""Whole meetings by hand: the real program on a real X display, driven by keys alone.

Name a folder in ``LIANXI_TEST_PICTURES`` to look at what they see.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has, wait
from tests.ui.meetings import CONFERENCE as CONFERENCE_SAMPLE
from tests.ui.meetings import sample_file
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
    secretary.fill("河澜州人民检察院", "", "", "")
    secretary.enter("河澜州人民检察院", "朔川县人民检察院", "白塔沟县人民检察院")
    secretary.press("Tab")
    secretary.fill("2026-11-24 9:00", "11:40", "第二会议室")
    _plan(secretary, meeting)
    _seat(secretary, meeting)
    _take_down(secretary, meeting)
    _close_and_come_back(secretary, meeting)
    _hand_out(secretary, tmp_path)

    found = secretary.stored(meeting)
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8")) == found
    assert comparable(found) == json.loads(_data("conference"))
    secretary.end()


def test_a_hearing_is_held_by_keys_alone(desktop: Desktop, tmp_path: Path) -> None:
    secretary = Secretary(desktop, tmp_path, texts=[_data("hearing"), *map(str, HEARING), "，"])
    secretary.start("联席")
    meeting = secretary.begin("ctrl+shift+n")

    secretary.fill("石桥路段行政执法监督案听证会", "青检听〔2026〕3号", "青屏区人民检察院")
    secretary.press("space", "Tab", "Tab")  # it is open to the public
    secretary.enter("青屏区人民检察院")
    secretary.press("Tab")
    secretary.fill("2026-11-25 14:30", "2026-11-25 16:20", "听证室")
    _name_the_case(secretary, meeting)
    _seat_the_hearing(secretary, meeting)
    secretary.press("ctrl+l")
    for said in HEARING:
        _say(secretary, said)
    secretary.until(meeting, lambda d: len(_texts(d)) == len(HEARING))
    secretary.look("transcript")
    _deliberate(secretary, meeting)
    _decide(secretary, meeting)
    _hand_out(secretary, tmp_path)

    found = secretary.stored(meeting)
    assert json.loads((tmp_path / "case.json").read_text(encoding="utf-8")) == found
    assert comparable(found) == json.loads(_data("hearing"))
    secretary.end()


def test_a_signed_record_refuses_changes_and_undo(desktop: Desktop, tmp_path: Path) -> None:
    secretary = Secretary(desktop, tmp_path, texts=["一改陶平待"])
    meeting = secretary.take_in(_discussed(tmp_path))
    secretary.start("河澜州")
    secretary.press("ctrl+f", "Tab", "Tab", "Tab", "Tab")  # list, state, tabs, the page
    secretary.turn(1)
    secretary.press("End")
    secretary.fill("一")
    changed = secretary.until(meeting, lambda d: d["title"].endswith("一"))

    secretary.press("ctrl+f", "Tab", "Tab", "Return", "Down", "Return")  # the next state
    secretary.until(meeting, lambda d: d["state"] == "J6")
    secretary.turn(5)  # the page of signing
    secretary.quiet_page()  # what is missing is looked for
    secretary.press("ctrl+f", "Tab", "Tab", "Tab", "Tab", *["Tab"] * 8, "Return")  # list signers
    secretary.until(meeting, lambda d: len(_signatures(d)) == 7)
    secretary.press("Tab", "Return")  # note all as signed
    secretary.until(meeting, lambda d: all(s.get("status") for s in _signatures(d)))
    secretary.quiet_page()  # what is missing is looked for anew
    secretary.press("Tab", "Return")  # sign
    secretary.look("asked")
    secretary.press(*["shift+Tab"] * 7, "Return")  # back to the question
    signed = secretary.until(meeting, lambda d: d["state"] == "J7")

    secretary.turn(-5)
    secretary.press("ctrl+z", "ctrl+f", *["Tab"] * 4)  # the title
    secretary.enter("改")
    secretary.turn(-1)
    secretary.press("ctrl+l", "Home", "Delete", "F2", "alt+Down", "ctrl+z")
    secretary.turn(-1)  # the page of what is still open after signing
    secretary.press("ctrl+f", "Tab", "Tab", "Tab", "Tab")
    secretary.look("signed")
    secretary.fill("陶平")
    after = secretary.until(meeting, lambda d: d["handler_note"]["by"] == "陶平")

    assert _without_signatures(signed) == changed | {"state": "J7"}
    assert after == signed | {"handler_note": signed["handler_note"] | {"by": "陶平"}}
    secretary.press("ctrl+z", "ctrl+z")
    assert secretary.until(meeting, lambda d: d["handler_note"]["by"] != "陶平") == signed
    secretary.end()


def _signatures(document: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document.get("lianxi", {}).get("signatures", [])
    return found


def _without_signatures(document: Document) -> Document:
    added = {k: v for k, v in document.get("lianxi", {}).items() if k != "signatures"}
    rest = {key: value for key, value in document.items() if key != "lianxi"}
    return rest | ({"lianxi": added} if added else {})


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

HEARING = (
    Said("现在核对到场人员，宣布听证纪律", "1", "主持", "听证前"),
    Said("石桥路段夜间违法停车多次举报没有处理", "2", "介绍", "第1"),
    Said("我方在现场处理过三次", "6", "说明", "第2"),
    Said("处理以后有没有再次检查", "3", "提问", "第3"),
    Said("没有再次检查", "6", "回答"),
    Said("三名听证员认为应当定期检查", "3", "听证员", "第5"),
    Said("我方同意改进", "6", "最后", "第6"),
    Said("听证到此结束", "1", "总结", "第7"),
)

HEARING_ROLES = ("主持人", "承办检察官", "听证员", "听证员", "听证员", "行政机关", "记录人")

ROLES = ("主持人", "承办检察官", "出席", "出席", "出席", "记录人")


def _name_the_case(secretary: Secretary, meeting: str) -> None:
    """Add the case with a party."""
    secretary.until(meeting, lambda d: "place" in d.get("schedule", {}))
    secretary.turn(1)
    secretary.add()
    secretary.fill("石桥路段行政执法监督案", "青检行监〔2026〕8号", *[""] * 9)
    secretary.add()
    secretary.fill("被监督人", "青屏区城管局")
    secretary.until(meeting, lambda d: "name" in d["case"]["parties"][0])
    secretary.look("case")


def _seat_the_hearing(secretary: Secretary, meeting: str) -> None:
    """Add the people of the hearing and give them their roles."""
    secretary.turn(2)
    secretary.enter(
        "霍景，青屏区人民检察院，检察长",
        "陶平，青屏区人民检察院，检察官",
        "李军，人大代表，教师",
        "赵犇，政协委员，律师",
        "李军，石桥社区，书记",
        "王石，青屏区城管局，队长",
        "喜玉梅，青屏区人民检察院，书记员",
    )
    _give_roles(secretary, meeting, HEARING_ROLES)


def _deliberate(secretary: Secretary, meeting: str) -> None:
    """Write the deliberation, an officer's view, and a check of the transcript."""
    secretary.turn(6)
    secretary.fill("2026-11-25 15:30", "2026-11-25 15:50", "应当定期检查", "")
    secretary.add()
    secretary.fill("李军", "定期检查", "多次举报")
    secretary.press("Tab", "Tab")  # past the buttons of the view
    secretary.add()
    secretary.fill("王石", "签名", "第三条的三次更正为两次")
    secretary.until(meeting, lambda d: "correction" in d["transcript_check"][0])
    secretary.look("deliberation")


def _decide(secretary: Secretary, meeting: str) -> None:
    """Write down the decision."""
    secretary.turn(2)
    secretary.fill("采纳多数意见", "提出检察建议", "检察长", "2026-11-30", "", "2026-12-01")
    secretary.until(meeting, lambda d: "told_officers" in d.get("decision", {}))
    secretary.look("decision")


def _give_roles(secretary: Secretary, meeting: str, roles: tuple[str, ...]) -> None:
    """Give all people in the table their roles, and register them as present."""
    secretary.until(meeting, lambda d: len(d.get("participants", [])) == len(roles))
    secretary.press(*["Tab"] * 8, "Home")  # past the buttons, to the table
    for role in roles:
        secretary.press("Return", *["Tab"] * 5)
        secretary.choose(role)
        secretary.press("Escape", "Down")
    secretary.press("ctrl+a", "space")
    secretary.until(meeting, lambda d: len(d["lianxi"].get("participants", [])) == len(roles))
    secretary.look("people")


def _discussed(folder: Path) -> Path:
    """Return a sample as it was while the meeting was under way."""
    document = json.loads(sample_file(CONFERENCE_SAMPLE).read_text(encoding="utf-8"))
    file = folder / "discussed.json"
    file.write_text(json.dumps(document | {"state": "J5"}, ensure_ascii=False), encoding="utf-8")
    return file


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
    _give_roles(secretary, meeting, ROLES)


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
    secretary.turn(7)
    secretary.press("ctrl+f", "Tab")  # to the list, where a start begins
    before, place = secretary.quiet_page(), secretary.geometry
    secretary.end()

    secretary.start("第九次会议")
    assert secretary.geometry == place
    wait(lambda: secretary.page() == before)

    secretary.press("ctrl+l", "Return")
    document = secretary.until(meeting, lambda d: _texts(d)[-1] == UNFINISHED)
    assert document["records"][-1]["speaker"] == "喜玉梅"


def _hand_out(secretary: Secretary, folder: Path) -> None:
    """Export the record, and save the case file."""
    secretary.press("ctrl+e", "Return")
    papers = folder / "Documents"
    wait(lambda: any(papers.glob("*_v1.*")) and not any(papers.glob(".lianxi-*")))
    assert {file.suffix for file in papers.iterdir()} == {".docx", ".pdf"}
    secretary.look("exported")

    secretary.press("ctrl+shift+s")
    secretary.window("另存为案件文件")
    secretary.press("ctrl+a")
    secretary.enter(str(folder / "case.json"))
    wait((folder / "case.json").exists)


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
