"""A conference by keys alone, from its request to the handling prosecutor's signed note."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has
from tests.ui.secretary import Document, Secretary

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]

PEOPLE = (
    ("罗承砚，河澜州人民检察院，一部主任", "主持人"),
    ("陶平，朔川县人民检察院，二部检察官", "承办检察官"),
    ("李军，白塔沟县人民检察院，一部检察官", "出席"),
    ("赵犇，河澜州人民检察院，二部检察官", "出席"),
    ("喜玉梅，河澜州人民检察院，书记员", "记录人"),
)
LINES = (
    ("2", "汇报", "四名嫌疑人均已到案"),
    ("3", "意见", "个人认为应当补查"),
    ("4", "意见", "看法不同，证据已经够了"),
    ("1", "意见", "个人看法供参考"),
)
WRITTEN = (
    "帮信案河澜检联〔2026〕9号提请疑难是否构成王主任同意定性部分未采纳拟起诉理由补充待核对自行决定"
)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a display of its own."""
    made = Desktop(tmp_path)
    yield made
    made.close()


def test_from_the_request_to_the_signed_note(desktop: Desktop, tmp_path: Path) -> None:
    texts = [WRITTEN, *(part for person in PEOPLE for part in person)]
    secretary = Secretary(desktop, tmp_path, texts=[*texts, *(" ".join(one) for one in LINES)])
    secretary.start("联席")
    meeting = secretary.begin("ctrl+n")

    _request(secretary, meeting)
    _seat(secretary, meeting)
    _take_down(secretary, meeting)
    _sign(secretary, meeting)
    _answer(secretary, meeting)
    secretary.end()


def _request(secretary: Secretary, meeting: str) -> None:
    """Fill in the head, the case, the request and its approval, and the question."""
    secretary.fill("帮信案", "河澜检联〔2026〕9号", "河澜州人民检察院", "", "", "2026-11-24 9:01")
    secretary.until(meeting, lambda d: "lianxi" in d)
    secretary.turn(1)
    secretary.add()
    secretary.fill("帮信案", *[""] * 10)
    secretary.press("Tab", "Tab", "Tab")  # past the parties and the buttons of the case
    secretary.fill("陶平", "2026-11-20")
    secretary.enter("疑难")
    secretary.press("Tab")
    secretary.enter("是否构成")
    secretary.press("Tab")
    secretary.fill("", "王主任", "2026-11-21", "同意")
    secretary.enter("定性")
    found = secretary.until(meeting, lambda d: d.get("questions"))
    secretary.look("request")
    assert (found["request"]["by"], found["request"]["approval"]) == ("陶平", "同意")


def _seat(secretary: Secretary, meeting: str) -> None:
    """Add the people and give them their roles."""
    secretary.turn(2)
    secretary.enter(*(person for person, _ in PEOPLE))
    secretary.until(meeting, lambda d: len(d.get("participants", [])) == len(PEOPLE))
    secretary.press(*["Tab"] * 8, "Home")
    for _, role in PEOPLE:
        secretary.press("Return", *["Tab"] * 5)
        secretary.choose(role)
        secretary.press("Escape", "Down")
    secretary.look("people")


def _take_down(secretary: Secretary, meeting: str) -> None:
    """Take down a report and three opinions, and bring the record to its check."""
    secretary.press("ctrl+l")
    for speaker, kind, text in LINES:
        secretary.press(*["shift+Tab"] * 2)  # there is no agenda to choose from
        secretary.choose(speaker, kind)
        secretary.enter(text)
    secretary.until(meeting, lambda d: len(d.get("records", [])) == len(LINES))
    secretary.press("ctrl+f", "Tab", "Tab", "Return", *["Down"] * 6, "Return")
    secretary.until(meeting, lambda d: d["state"] == "J6")


def _sign(secretary: Secretary, meeting: str) -> None:
    """List the signers, note that all have signed, and lock the record."""
    secretary.turn(6)
    secretary.quiet_page()  # what is missing is looked for
    secretary.look("missing")
    secretary.press("ctrl+f", *["Tab"] * 4, *["Tab"] * len(PEOPLE), "Return")
    secretary.until(meeting, lambda d: len(_signatures(d)) == len(PEOPLE))
    secretary.press("Tab", "Return")
    secretary.until(meeting, lambda d: all(one.get("status") for one in _signatures(d)))
    secretary.quiet_page()  # as above
    secretary.press("Tab", "Return")
    secretary.look("asked")
    secretary.press(*["shift+Tab"] * 6, "Return")  # back to the question
    secretary.until(meeting, lambda d: d["state"] == "J7")


def _answer(secretary: Secretary, meeting: str) -> None:
    """Answer each opinion in the handler's note, and sign it."""
    secretary.turn(1)
    secretary.press("ctrl+f", *["Tab"] * 4)
    secretary.fill("陶平", "2026-11-28", "", "拟起诉")
    secretary.press("Return")  # the list of all opinions
    secretary.until(meeting, lambda d: len(_answers(d)) == 3)
    secretary.quiet_page()  # the answers come into view
    secretary.press("Return")  # to the first of them
    for status, reason, on in (("部分", "理由", 5), ("采纳", "", 6), ("未采纳", "理由", 2)):
        secretary.choose(status)
        secretary.fill(reason, "")
        secretary.press(*["Tab"] * on)  # past the buttons, to the status of the next
    found = secretary.until(meeting, lambda d: all(one.get("status") for one in _answers(d)))
    assert [one["status"] for one in _answers(found)] == ["部分采纳", "采纳", "未采纳"]
    secretary.press("Tab", "Return")  # past the button that adds one
    secretary.look("to-sign")
    secretary.press("ctrl+f", "Tab", "Tab", "Tab", "Return")  # to the question
    secretary.until(meeting, lambda d: "signed_at" in json.dumps(d))
    secretary.look("signed")


def _signatures(document: Document) -> list[Document]:
    found: list[Document] = document.get("lianxi", {}).get("signatures", [])
    return found


def _answers(document: Document) -> list[Document]:
    found: list[Document] = (document.get("handler_note") or {}).get("items", [])
    return found
