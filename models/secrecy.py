"""What mark of secrecy a paper bears (密级标志)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """The words at the top left of the first page, and at the head of the others.

    ``state_secret`` tells a level such as 秘密★10年 from the neutral words for work secrets (工作秘密),
    which are none.
    """

    text: str
    state_secret: bool = False
