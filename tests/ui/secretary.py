"""A secretary at the real program: hands on keyboard and mouse, eyes on what is stored and shown."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from tests.ui.desktop import PATIENCE_S, ROOT, Desktop, wait
from tests.ui.keyboard import teach

Document = dict[str, Any]

PICTURES = os.environ.get("LIANXI_TEST_PICTURES", "")
"""A folder for pictures of what the tests see; none are kept if it is not named."""

_KEY_MS = "15"
_SEARCH_S = "0.45"  # what is typed sooner is taken for the rest of what was searched before
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Secretary:
    """Works in one database, and knows what there is to be seen from outside."""

    def __init__(self, desktop: Desktop, folder: Path, *, texts: Iterable[str]) -> None:
        self.database = folder / "data" / "会议.db"
        self._desktop = desktop
        self._folder = folder
        self._seen = 0
        self.teach("".join(texts))

    def teach(self, text: str) -> None:
        """Give the characters of a text keys of their own, in place of former ones.

        Whatever was typed before has to be seen first: a key that is read late would be another one.
        """
        self._taught = _without_keys(text)
        teach(self._desktop.environment["DISPLAY"], self._taught)

    def start(self, title: str) -> None:
        """Start the program, and wait for its window with that in the title."""
        self._program = self._desktop.python("main.py", "--database", str(self.database))
        self._window = self._desktop.window(title)
        self._desktop.hands("windowactivate", "--sync", self._window)

    def end(self) -> None:
        """Close the window by its key; the program ends well."""
        self.press("ctrl+q")
        assert self._program.wait(PATIENCE_S) == 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self._desktop.hands("key", "--delay", _KEY_MS, *keys)

    def type(self, text: str) -> None:
        """Type a text, of characters that have keys here."""
        assert _without_keys(text) <= self._taught, "xdotool would lose some of them"
        self._desktop.hands("type", "--delay", _KEY_MS, text)

    def fill(self, *values: str) -> None:
        """Type into fields that Tab goes through; an empty text leaves a field as it is."""
        for value in values:
            if value:
                self.type(value)
            self.press("Tab")

    def choose(self, *beginnings: str) -> None:
        """Choose in boxes that Tab goes through by what the words begin with; empty: as it is."""
        for beginning in beginnings:
            if beginning:
                self._desktop.hands("sleep", _SEARCH_S)
                self.type(beginning)
            self.press("Tab")

    def enter(self, *texts: str) -> None:
        """Type texts into a list that takes one after each Enter."""
        for text in texts:
            self.type(text)
            self.press("Return")

    def turn(self, pages: int) -> None:
        """Turn to a later page, or to an earlier one."""
        self.press(*["ctrl+Next" if pages > 0 else "ctrl+Prior"] * abs(pages))

    def begin(self, key: str) -> str:
        """Begin a meeting by its key, as soon as the program offers it; return its id."""
        wait(
            self.database.with_name(f"{self.database.name}-shm").exists
        )  # the program has opened it
        self.quiet_page()
        before = {row["id"] for row in self.rows()}
        new: set[str] = set()

        def begun() -> bool:
            new.update({row["id"] for row in self.rows()} - before)
            return bool(new)

        for _ in range(5):  # the key does nothing until the window knows that the data is open
            self.press(key)
            if any(
                begun() for _ in range(20)
            ):  # a second press that comes too soon is a second one
                break
        (meeting,) = new
        return meeting

    def take_in(self, file: Path) -> str:
        """Take a case file in by the command line; return the id of its meeting."""
        return self._ask("import", str(file)).split("\t")[0]

    def rows(self) -> list[Document]:
        """Return the list of meetings as another process sees it."""
        return json.loads(self._ask("list", "--json") or "[]")  # type: ignore[no-any-return]

    def stored(self, meeting: str) -> Document:
        """Return the case file of a meeting as another process sees it."""
        return json.loads(self._ask("show", meeting, "--json"))  # type: ignore[no-any-return]

    def until(self, meeting: str, holds: Callable[[Document], object]) -> Document:
        """Wait until something holds of what is stored; return the case file."""
        seen: list[Document] = []

        def look() -> bool:
            seen.append(self.stored(meeting))
            return bool(holds(seen[-1]))

        try:
            wait(look)
        except AssertionError:
            self.look("waited-in-vain")
            raise
        return seen[-1]

    def resize(self, width: int, height: int) -> None:
        """Give the window another size and place."""
        self._desktop.hands("windowsize", "--sync", self._window, str(width), str(height))
        self._desktop.hands("windowmove", self._window, "60", "50")

    @property
    def geometry(self) -> str:
        """Where the window stands and how large it is."""
        words = self._desktop.hands("getwindowgeometry", self._window)
        return words.partition("\n")[2]

    def page(self) -> QImage:
        """Return a picture of the page in view, without the bars around it and the list beside it."""
        picture = QImage(str(self._take(self._folder / "page.png")))
        numbers = [int(number) for number in re.findall(r"\d+", self.geometry)]
        x, y, width, height = numbers[0], numbers[1], *numbers[-2:]
        return picture.copy(QRect(x + 310, y + 90, width - 330, height - 130))

    def quiet_page(self) -> QImage:
        """Return a picture of the page in view once it is the same twice."""
        pictures = [self.page()]

        def same() -> bool:
            pictures.append(self.page())
            return pictures[-1] == pictures[-2]

        wait(same)
        return pictures[-1]

    def add(self) -> None:
        """Press the button that has the focus and adds an entry; go on once that is to be seen."""
        before = self.quiet_page()
        self.press("Return")
        wait(lambda: self.page() != before)
        self.quiet_page()

    def look(self, what: str) -> None:
        """Keep a picture of the display, if pictures are wanted."""
        if PICTURES:
            self._seen += 1
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self._take(Path(PICTURES) / f"{self._folder.name}-{self._seen:02}-{what}.png")

    def window(self, title: str) -> None:
        """Wait for another window."""
        self._desktop.window(title)

    def _take(self, file: Path) -> Path:
        self._desktop.run(sys.executable, str(ROOT / "tests/ui/picture.py"), str(file))
        return file

    def _ask(self, command: str, *arguments: str) -> str:
        named = ["--database", str(self.database)]
        return self._desktop.run(sys.executable, str(ROOT / "main.py"), command, *named, *arguments)


def _without_keys(text: str) -> set[str]:
    """Return its characters that an ordinary keyboard has no key for."""
    return {character for character in text if ord(character) > 0xFF}


def comparable(document: Document) -> Document:
    """Return a case file whose ids are numbered as they come and whose times of lines are a mark.

    A time of a line must be a time of the day. How long a line was spoken is left out.
    """
    numbers: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        return numbers.setdefault(match.group(), f"#{len(numbers) + 1}")

    found: Document = json.loads(_ID.sub(number, json.dumps(document, ensure_ascii=False)))
    for line in found.get("records", []):
        assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", line["at"])
        line["at"] = "HH:MM"
    told = found.get("lianxi", {})
    for entry in told.get("records", []):
        assert entry.pop("seconds", 0) >= 0
    kept = [entry for entry in told.pop("records", []) if len(entry) > 1]
    if kept:
        told["records"] = kept
    return found
