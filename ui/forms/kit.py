"""What every form needs to be put together."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from ui.editing import MeetingEditor
from ui.theme import Theme

Choices = tuple[tuple[str, str], ...]
"""Values of a closed list or ids of entries, each with its words."""


def _no_references(_group: str) -> Choices:
    return ()


def _nothing_withheld(_group: str, _field: str) -> Collection[str]:
    return ()


@dataclass(frozen=True, slots=True)
class FormKit:
    """The theme, the meeting that is edited, and who knows words that forms do not.

    ``language`` is the language in force; ``references`` the entries of a group that a field can
    refer to, with their words; ``withheld`` the values of a closed list that are not to be chosen.
    """

    theme: Theme
    editor: MeetingEditor
    language: Callable[[], str]
    references: Callable[[str], Choices] = field(default=_no_references)
    withheld: Callable[[str, str], Collection[str]] = field(default=_nothing_withheld)
