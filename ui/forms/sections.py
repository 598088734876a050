"""What a page of forms is made of, as a table: sections of forms, of entries, of plain texts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.forms import BOTH, Sheet
from models.vocabulary import MeetingKind

Words = object
"""A text marked for translation in the context "Pages"; PySide6 declares it an object."""


@dataclass(frozen=True, slots=True)
class FormPart:
    """Fields of a group's single entry; one that the section is named after needs no label."""

    group: str
    fields: tuple[str, ...]
    labelled: bool = True


@dataclass(frozen=True, slots=True)
class EntriesPart:
    """The entries of a group, each with all its fields."""

    group: str


@dataclass(frozen=True, slots=True)
class TextsPart:
    """The entries of a group that are plain texts, with title and hint."""

    group: str
    title: Words
    hint: Words


@dataclass(frozen=True, slots=True)
class SignPart:
    """The foot of a group's single entry that is signed by itself."""

    group: str


@dataclass(frozen=True, slots=True)
class DeadlinesPart:
    """The deadlines that follow from the dates; there is nothing to enter."""

    group: str = "schedule"
    fields: tuple[str, ...] = ()


Part = FormPart | EntriesPart | TextsPart | SignPart | DeadlinesPart


def _always(_sheet: Sheet) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a page. ``note`` says what it is and is not; without a title its parts have one."""

    title: Words
    parts: tuple[Part, ...]
    note: Words = ""
    kinds: frozenset[MeetingKind] = BOTH
    shown: Callable[[Sheet], bool] = _always


def page_word(words: Words) -> str:
    """Return words of a section in the language in force."""
    return QCoreApplication.translate("Pages", str(words)) if words else ""
