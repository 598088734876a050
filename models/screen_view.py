"""All that the second screen (第二屏幕) may show to the room, and nothing else.

Its window takes a :class:`ScreenView` and sees no meeting: what has no place here cannot reach the
room. Made by :func:`models.screening.screen_view`.
"""

from dataclasses import dataclass

from models.vocabulary import MeetingKind


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who speaks, as the room may read it. ``role`` is as the record writes it.

    ``name`` is empty for somebody whose name the room shall not read, ``office`` if it is not known.
    """

    name: str = ""
    role: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What the room sees. The advisory statement follows from the kind of meeting.

    ``title`` is the meeting's number where a title may name somebody to be protected; empty if
    there is none. ``step`` is that of a hearing. ``seconds`` is how long the speech lasts by now,
    ``limit`` how long it may; None if there is no such thing. A ``neutral`` screen shows that the
    officers deliberate: it has no other content than title and statement.
    """

    kind: MeetingKind
    title: str = ""
    neutral: bool = False
    item_number: str = ""
    item_title: str = ""
    step: int | None = None
    question: str = ""
    speaker: SpeakerView | None = None
    seconds: int | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """Refuse content beside the deliberation: that would be a fault of ours."""
        content = (self.item_number, self.item_title, self.question, self.speaker, self.seconds)
        if self.neutral and any(content):
            message = "a neutral screen has no content"
            raise ValueError(message)

    @property
    def is_over(self) -> bool:
        """Whether the speech lasts longer than it may."""
        return bool(self.seconds and self.limit) and (self.seconds or 0) > (self.limit or 0)
