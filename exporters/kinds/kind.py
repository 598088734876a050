"""A kind of paper: whose it is, what it is called in file names, how it is built."""

from collections.abc import Callable
from dataclasses import dataclass

from exporters.document import Document
from exporters.kinds.assembly import BuildOptions
from exporters.labels import Labels
from models.papers import MeetingPapers, PaperRules
from models.snapshot import MeetingSnapshot
from models.vocabulary import MeetingKind

Build = Callable[[MeetingPapers, BuildOptions, Labels], Document]
BuildOwn = Callable[[MeetingSnapshot, BuildOptions, Labels], Document]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: whose it is, its name in file names, how it is built, when there is one.

    One of no ``meeting`` is of both kinds.

    A ``working`` paper is for use in the meeting and not of the file: made only where it is asked
    for by itself. So is one with ``allowed``, which is of the file but off by default: it says
    whether the meeting's rules let it be made at all.
    """

    id: str
    meeting: MeetingKind | None
    short_name: str
    build: Build
    exists: Callable[[MeetingPapers], bool] = lambda _papers: True
    working: bool = False
    allowed: Callable[[PaperRules], bool] | None = None

    def is_due(self, papers: MeetingPapers) -> bool:
        """Say whether there is this paper of that meeting."""
        return self.meeting in (None, papers.meeting.kind) and self.exists(papers)

    def can_be_made(self, papers: MeetingPapers, rules: PaperRules) -> bool:
        """Say whether there is this paper, and whether the rules let it be made."""
        return self.is_due(papers) and (self.allowed is None or self.allowed(rules))


def own(build: BuildOwn) -> Build:
    """Return how a meeting's own paper is built: it cannot print what it cannot see."""
    return lambda papers, options, labels: build(papers.meeting, options, labels)
