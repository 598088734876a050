"""What is typed at the desk beside the words themselves: who speaks, who comes and goes, mends.

Full-width forms, as Chinese input methods give them, are taken as the plain ones. A digit or a
command counts only at the beginning of the line; everything else is what somebody said.
"""

import re
import unicodedata
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d{1,3})[ \u3000]")
_COMMAND = re.compile(r"[/／、]\s*([a-z]+)(-?)(?:\s+(\S+)(?:\s+(.*))?)?\s*", re.DOTALL)
_REPLACE = re.compile(r"[sSｓＳ][/／](.+?)[/／](.*?)(?:[/／]([gｇ]?))?", re.DOTALL)
_SLASH = ("/", "／")
_OPENERS = ("/", "、", "s", "S")
"""How a command begins, in plain forms. Nearly no line does, and every line is looked at."""


@dataclass(frozen=True, slots=True)
class Enter:
    """Somebody comes in; ``who`` is a number, a name or its initials."""

    who: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody goes; a reason that begins with 回避 or 掉线 says how."""

    who: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """Somebody waits to speak from now on, or no longer if ``out``."""

    who: str
    out: bool = False


@dataclass(frozen=True, slots=True)
class Replace:
    """Words put right in the last line that has them; ``everywhere`` in it, or where they come first."""

    old: str
    new: str
    everywhere: bool = False

    def apply(self, text: str) -> str:
        """Return a text with the words put right."""
        return text.replace(self.old, self.new, -1 if self.everywhere else 1)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What looks like a command and is none: it is told, not taken for words that were said."""

    word: str


Command = Enter | Leave | Queue | Replace | Unknown


def speaker_number(text: str) -> int | None:
    """Return the number if the whole text is a number and a blank: who speaks from now on.

    0 is somebody who is not known yet.
    """
    found = _NUMBER.fullmatch(text)
    return None if found is None else int(unicodedata.normalize("NFKC", found[1]))


def command_of(text: str) -> Command | None:
    """Return the command that a handed-in line is, or None if it is what somebody said."""
    line = text.strip()
    if not unicodedata.normalize("NFKC", line[:1]).startswith(_OPENERS):
        return None
    replacing = _REPLACE.fullmatch(line)
    if replacing is not None:
        return Replace(replacing[1], replacing[2], everywhere=bool(replacing[3]))
    found = _COMMAND.fullmatch(_plain_head(line))
    if found is None:
        return Unknown(line) if line.startswith(_SLASH) and _is_letter(line[1:2]) else None
    word, minus, who, reason = (found[part] or "" for part in range(1, 5))
    command = _made(word, who, reason.strip(), out=bool(minus))
    if command is None and line.startswith(_SLASH):
        return Unknown(line.split(maxsplit=1)[0])
    return command


def _made(word: str, who: str, reason: str, *, out: bool) -> Command | None:
    match word, out:
        case "in", False if who:
            return Enter(who, reason)
        case "out", False if who:
            return Leave(who, reason)
        case "q", _ if who and not reason:
            return Queue(who, out)
        case _:
            return None


def _plain_head(line: str) -> str:
    """Return the line with its command and first argument in plain forms, the reason as it is."""
    parts = re.split(r"([ \u3000]+)", line, maxsplit=2)
    head = [
        " " if part.isspace() else unicodedata.normalize("NFKC", part).casefold()
        for part in parts[:3]
    ]
    rest = "".join(parts[3:])
    return "".join((*head, " " if rest else "", rest.strip()))


def _is_letter(character: str) -> bool:
    return unicodedata.normalize("NFKC", character).isascii() and character.isalpha()
