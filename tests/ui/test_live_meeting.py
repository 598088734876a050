"""Two meetings as fast as people speak: the real program, every line by key events alone.

The samples' own words are typed, with number keys, comings and goings, items, a timer, an opinion,
a mend and an undo. Name a folder in ``LIANXI_TEST_PICTURES`` to look at what it sees.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.desktop import PROGRAMS, Desktop, has
from tests.ui.meetings import CONFERENCE, HEARING, sample_file
from tests.ui.secretary import Document, Secretary, comparable

pytestmark = [
    pytest.mark.xcb,
    pytest.mark.foreign,
    pytest.mark.skipif(not has(*PROGRAMS), reason=f"needs {', '.join(PROGRAMS)}"),
]

MORE = "另外两点我书面补充。"
DATA = Path(__file__).parent / "whole_meetings"


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a display of its own."""
    made = Desktop(tmp_path)
    yield made
    made.close()


class Room:
    """A meeting in session without a word in it yet, and a secretary who types."""

    def __init__(self, desktop: Desktop, folder: Path, sample: str, state: str) -> None:
        self.sample = json.loads(sample_file(sample).read_text(encoding="utf-8"))
        kept = {k: v for k, v in self.sample.items() if k not in ("records", "handler_note")}
        file = folder / "before.json"
        file.write_text(json.dumps(kept | {"state": state}, ensure_ascii=False), encoding="utf-8")
        self.secretary = Secretary(desktop, folder, texts=[])
        self.meeting = self.secretary.take_in(file)
        self.secretary.start(str(self.sample["title"])[:6])
        self.secretary.resize(1366, 768)
        self.secretary.press("ctrl+l")
        self.expected: list[str] = []
        self.numbers = {p["name"]: p["no"] for p in self.sample["participants"]}

    @property
    def records(self) -> list[Document]:
        """The lines that the sample has."""
        lines: list[Document] = self.sample["records"]
        return lines

    def say(self, line: Document, *, kind: str = "") -> None:
        """Take a line of the sample down, its speaker by number; another kind is chosen by its name."""
        self.secretary.type(f"{self.numbers[line['speaker']]} ")
        if kind:
            self.secretary.teach(kind)
            self.secretary.press("shift+Tab", "shift+Tab")
            self.secretary.choose(kind, "")
        self.enter(line["text"], shows=line["text"])

    def enter(self, text: str, *, shows: str) -> None:
        """Type a text and Enter; wait until the record ends with what it shall show."""
        self.secretary.teach(text)
        self.secretary.type(text)
        self.secretary.press("Return")
        self.expected.append(shows)
        self.lines_are(self.expected)

    def lines_are(self, texts: list[str]) -> Document:
        """Wait until the record has these lines, and no others."""
        return self.secretary.until(self.meeting, lambda d: _texts(d) == texts)

    def turn(self) -> None:
        """Turn to the next item or step, and wait until it is under way."""
        before = len(_stretches(self.secretary.stored(self.meeting)))
        self.secretary.press("F6")
        self.secretary.until(self.meeting, lambda d: len(_stretches(d)) == before + 1)


def test_a_conference_is_taken_down(desktop: Desktop, tmp_path: Path) -> None:
    room = Room(desktop, tmp_path, CONFERENCE, "J5")
    lines, name = room.records, room.sample["participants"][5]["name"]

    room.turn()
    room.say(lines[0])
    room.turn()
    room.say(lines[1])
    room.secretary.look("report")
    room.turn()
    room.enter("/out 6 掉线", shows=f"{name}视频连接中断。")
    for line in lines[2:6]:
        room.say(line)
    room.enter("/in 6", shows=f"{name}视频连接恢复。")
    room.turn()
    room.enter("/out 7 回避", shows=f"{room.sample['participants'][6]['name']}因回避退席。")
    for line in lines[6:10]:
        room.say(line)
    room.secretary.press("F7")  # the speech is timed no longer
    room.secretary.press("F7")
    room.secretary.look("opinions")
    _add_to_an_opinion(room)
    _mend_and_undo(room)
    room.turn()
    room.expected.append(f"{room.sample['participants'][6]['name']}返回会场。")
    room.lines_are(room.expected)
    room.say(lines[10], kind="补充")
    room.say(lines[11])
    room.secretary.press("F6")  # the last item is over
    found = room.secretary.until(room.meeting, lambda d: all(s.get("to") for s in _stretches(d)))
    room.secretary.look("end")

    _compare(found, "live_conference")
    assert [_said(line) for line in _spoken(found) if line["text"] != MORE] == list(
        map(_said, lines)
    )
    room.secretary.end()


def _add_to_an_opinion(room: Room) -> None:
    """Say a little more, and take it as one opinion with what was said just before it."""
    room.enter(MORE, shows=MORE)
    room.secretary.press("F4")
    room.secretary.until(
        room.meeting, lambda d: bool(d.get("lianxi", {}).get("opinions", [{}])[0].get("records"))
    )


def _mend_and_undo(room: Room) -> None:
    """Put a word right, and take that back."""
    before = room.expected
    mended = [*before[:-1], before[-1].replace("两点", "三点")]
    room.secretary.teach("两点三点")
    room.secretary.type("s/两点/三点")
    room.secretary.press("Return")
    room.lines_are(mended)
    room.secretary.press("ctrl+z")
    room.lines_are(before)


def test_a_hearing_is_taken_down(desktop: Desktop, tmp_path: Path) -> None:
    room = Room(desktop, tmp_path, HEARING, "H6")
    lines, people = room.records, room.sample["participants"]

    room.secretary.type("1 ")
    room.secretary.teach("听证前")
    room.secretary.press("shift+Tab")
    room.secretary.choose("听证前")
    room.secretary.press("ctrl+l")
    room.say(lines[0])
    room.enter("/out 9 另有公务", shows=f"{people[8]['name']}因另有公务离会。")
    for step in range(1, 8):
        room.turn()
        if step == 3:
            room.enter("/in 9", shows=f"{people[8]['name']}返回会场。")
            room.enter("/out 8 回避", shows=f"{people[7]['name']}因回避退席。")
        if step == 4:
            room.expected.append(f"{people[7]['name']}返回会场。")
            room.lines_are(room.expected)
            room.secretary.teach("评议要点")
            room.secretary.type("评议要点")
            room.secretary.press("Return")  # an internal note, while the officers confer
            room.secretary.look("deliberation")
        for line in lines:
            if line["step"] == step:
                room.say(line)
    room.secretary.press("F6")
    found = room.secretary.until(room.meeting, lambda d: all(s.get("to") for s in _stretches(d)))

    _compare(found, "live_hearing")
    assert [_said(line) for line in _spoken(found)] == list(map(_said, lines))
    assert "评议要点" not in json.dumps(found, ensure_ascii=False)
    room.secretary.end()


def _said(line: Document) -> tuple[str, str, str]:
    return line["speaker"], line["kind"], line["text"]


def _texts(document: Document) -> list[str]:
    return [line["text"] for line in document.get("records", [])]


def _spoken(document: Document) -> list[Document]:
    return [line for line in document["records"] if line.get("speaker")]


def _stretches(document: Document) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document.get("lianxi", {}).get("stretches", [])
    return found


def _compare(found: Document, name: str) -> None:
    """Compare a case file with the expected one; times and durations are marks."""
    timed = {one["record"] for one in found["lianxi"]["records"] if "seconds" in one}
    spoken = {place for place, line in enumerate(found["records"], 1) if line.get("speaker")}
    assert timed == spoken
    shown = comparable({key: found[key] for key in ("records", "lianxi")})
    for one in shown["lianxi"]["stretches"]:
        for end in ("from", "to"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d", one[end])
            one[end] = "TIME"
    file = DATA / f"{name}.json"
    assert shown == json.loads(file.read_text(encoding="utf-8"))
