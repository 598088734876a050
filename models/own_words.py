"""What an office made its own in a kind of paper; frozen, as papers are built from it.

:mod:`models.templates` reads it from files and says what is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SHORT = 8


@dataclass(frozen=True, slots=True)
class OwnLetterhead:
    """What stands at the head of a paper instead of the host and the beginning of its number."""

    office: str = ""
    number_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """What an office changed in one kind of paper; ``words`` are by key of the document's words.

    With a ``host`` it is for meetings of that procuratorate alone. ``titles`` says that the paper's
    title is among the changes. ``digest`` is the SHA-256 of the file.
    """

    kind: str
    source: str
    file: Path
    digest: str
    host: str = ""
    note: str = ""
    title: str = ""
    titles: bool = False
    letterhead: OwnLetterhead = OwnLetterhead()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def short_digest(self) -> str:
        """The beginning of the digest, as papers print it."""
        return self.digest[:_SHORT]


Templates = tuple[Template, ...]


def template_for(templates: Templates, kind: str, host: str | None) -> Template | None:
    """Return the template of a kind of paper of a meeting; one for its host goes before the rest."""
    fitting = [one for one in templates if one.kind == kind and one.host in ("", host)]
    return max(fitting, key=lambda one: bool(one.host), default=None)
