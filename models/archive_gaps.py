"""What a meeting's dossier lacks: what an archive would ask for and does not get."""

from dataclasses import dataclass
from enum import StrEnum


class MissingKind(StrEnum):
    """What is missing. The value is its code in the catalogues of words."""

    UNSIGNED = "unsigned"  # name: the paper
    PAPER = "paper"  # name: the paper
    ATTACHMENT = "attachment"  # name: the file
    CODE = "code"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing; ``name`` says which where there are several."""

    kind: MissingKind
    name: str = ""
