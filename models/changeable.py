"""What an office may change in a kind of paper, as declared in ``resources/templates``.

How to let a kind be changed: a file there, named by the kind, and nothing else. What no file names
stays as it is: statements, labels of required fields, whatever the law asks for. The program's own
words are those of ``resources/i18n/document_zh_CN.toml``; a placeholder in them holds a field of
the paper, so that changed words must hold it as well unless the file says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

import resources
from models.vocabulary import MeetingKind

FOLDER = "templates"
_WORDS = "i18n/document_zh_CN.toml"


@dataclass(frozen=True, slots=True)
class ChangeableWords:
    """One text of a paper: ``key`` in the document's words, what it is, the program's own words.

    ``may_omit`` are the placeholders that changed words need not hold, ``never`` are words that they
    must not hold, such as commands in a letter to an equal office. A ``title`` names the paper.
    """

    key: str
    about: str
    own: str
    may_omit: frozenset[str] = frozenset()
    title: bool = False
    never: tuple[str, ...] = ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The placeholders it may hold, in the order of the program's own words."""
        return placeholders_of(self.own)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Where a paper says whom to call: its words, and what stands there for name and number."""

    key: str
    own: str
    contact: str
    phone: str

    def filled(self, contact: str, phone: str) -> str:
        """Return the words with what the office gave; the rest stays as it was."""
        words = self.own.replace(self.contact, contact, 1) if contact else self.own
        return words.replace(self.phone, phone, 1) if phone else words


@dataclass(frozen=True, slots=True)
class ChangeableKind:
    """What may be changed in one kind of paper.

    ``field`` is what the wording guard takes its words for, ``letterhead`` which keys of it the
    paper has.
    """

    id: str
    name: str
    meetings: tuple[MeetingKind, ...]
    field: str
    title: str  # what the program calls it by itself; empty if the title is not one text
    letterhead: tuple[str, ...]
    words: Mapping[str, ChangeableWords]
    contact: ContactLine | None = None


@cache
def changeable_kinds() -> Mapping[str, ChangeableKind]:
    """Return what may be changed, by kind of paper; a fault in one of the files is a bug."""
    files = sorted(resources.path(FOLDER).glob("*.toml"))
    return {file.stem: _read(file.stem, resources.toml(f"{FOLDER}/{file.name}")) for file in files}


def placeholders_of(words: str) -> tuple[str, ...]:
    """Return the names in braces, each once. Raises ValueError for braces that are no placeholder."""
    names = []
    for literal, name, form, conversion in Formatter().parse(words):
        if "{" in literal or "}" in literal or form or conversion:
            raise ValueError(words)
        if name is not None:
            if not name.isidentifier():
                raise ValueError(words)
            names.append(name)
    return tuple(dict.fromkeys(names))


def statements() -> tuple[str, ...]:
    """Return the advisory statements, which no template says or changes."""
    return tuple(resources.toml(_WORDS)["statement"].values())


def _read(kind: str, data: Mapping[str, Any]) -> ChangeableKind:
    titles = data.get("titles", ())
    return ChangeableKind(
        id=kind,
        name=data["name"],
        meetings=tuple(MeetingKind(name) for name in data["meetings"]),
        field=data["field"],
        title=_own_words(data["title"]) if "title" in data else "",
        letterhead=tuple(data.get("letterhead", ()))
        + (("contact", "phone") if "contact" in data else ()),
        words={
            name: _words(kind, name, entry, title=name in titles)
            for name, entry in data.get("words", {}).items()
        },
        contact=_contact(data["contact"]) if "contact" in data else None,
    )


def _words(kind: str, name: str, entry: Mapping[str, Any], *, title: bool) -> ChangeableWords:
    key = entry.get("key", f"{kind}.{name}")
    omitted, never = frozenset(entry.get("may_omit", ())), tuple(entry.get("never", ()))
    return ChangeableWords(key, entry["about"], _own_words(key), omitted, title, never)


def _contact(entry: Mapping[str, Any]) -> ContactLine:
    key = entry["key"]
    return ContactLine(key, _own_words(key), entry["contact"], entry["phone"])


def _own_words(key: str) -> str:
    part: Any = resources.toml(_WORDS)
    for name in key.split("."):
        part = part[name]
    if not isinstance(part, str):
        raise KeyError(key)
    return part
