"""What the papers of a hearing share: how it is held, its cases."""

from collections.abc import Sequence
from dataclasses import replace

from exporters.document import Block, Paragraph, ParagraphStyle
from exporters.kinds.parts import paragraph
from exporters.labels import Labels
from models.snapshot import MeetingSnapshot
from models.vocabulary import Role


def recorder(meeting: MeetingSnapshot, labels: Labels) -> str:
    """Return the recorders' names."""
    people = meeting.holding((Role.RECORDER,))
    return "、".join(one.name for one in people if one.name) or labels("common.missing")


def openness_words(meeting: MeetingSnapshot, labels: Labels, reason: str | None) -> str | None:
    """Return whether the hearing is open, and why; None if that is not given."""
    if meeting.open is None:
        return None
    words = labels("transcript.open" if meeting.open else "transcript.closed")
    if not reason:
        return words
    return labels("transcript.openness_reason", openness=words, reason=reason)


def case_names(meeting: MeetingSnapshot, labels: Labels) -> str:
    """Return the names of the cases in running text, their numbers where they have no name."""
    found = (case.name or case.case_no or case.system_no for case in meeting.cases)
    separator = labels("hearing_paper.case_separator")
    return separator.join(filter(None, found)) or labels("common.missing")


def listed(kind: str, labels: Labels) -> list[str]:
    """Return the fixed texts of a table of words as items （一）, （二） and so on."""
    texts = labels.words
    for name in kind.split("."):
        texts = texts[name]
    numerals = labels("hearing_paper.numerals")
    return [
        labels("hearing_paper.list_item", number=numerals[place], text=text)
        for place, text in enumerate(texts.values())
    ]


class Parts:
    """The numbered parts of an official document: 一、 and the paragraphs below it."""

    def __init__(self, labels: Labels) -> None:
        self.blocks: list[Block] = []
        self._labels = labels
        self._count = 0

    def add(self, heading: str, texts: Sequence[str]) -> None:
        """Add a part."""
        number = self._labels("hearing_paper.numerals")[self._count]
        words = self._labels("hearing_paper.heading", number=number, text=heading)
        self._count += 1
        self.blocks.append(paragraph(words, ParagraphStyle.HEADING, heading))
        self.blocks += (paragraph(text, ParagraphStyle.BODY, heading) for text in texts)


def page_head(text: str) -> Paragraph:
    """Return a title at the head of a new page."""
    return replace(paragraph(text, ParagraphStyle.TITLE, text), starts_page=True)
