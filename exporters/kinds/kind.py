"""A kind of paper: whose it is, what it is called in file names, how it is built."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from exporters.document import Document
from exporters.kinds.assembly import BuildOptions
from exporters.labels import Labels
from models.papers import MeetingPapers, PaperRules
from models.snapshot import MeetingSnapshot
from models.states import CALLED_OFF
from models.vocabulary import MeetingKind

Build = Callable[[MeetingPapers, BuildOptions, Labels], Document]
BuildOwn = Callable[[MeetingSnapshot, BuildOptions, Labels], Document]


@dataclass(frozen=True, slots=True)
class Filing:
    """Who answers for a paper (责任者), its day as written, and whether no signature is missing."""

    maker: str | None
    day: str | None
    signed: bool = True


def filed_by_host(papers: MeetingPapers) -> Filing:
    """Return how a paper of the meeting itself is filed: the host answers for it."""
    return Filing(papers.meeting.host, papers.meeting.schedule.held_from)


def filed_as_record(papers: MeetingPapers) -> Filing:
    """Return the same of the record or transcript, which the people of the meeting sign."""
    return replace(filed_by_host(papers), signed=papers.meeting.signed)


def is_held(papers: MeetingPapers) -> bool:
    """Say whether the meeting is to be held, or was: nobody called it off."""
    return papers.meeting.state not in CALLED_OFF


def took_place(papers: MeetingPapers) -> bool:
    """Say whether it is to be held, or words of it are kept whatever its state says."""
    return is_held(papers) or bool(papers.meeting.lines)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: whose it is, its name in file names, how it is built, when there is one.

    A ``working`` paper is for use in the meeting and not of the file: made only where it is asked
    for by itself. So is one with ``allowed``, which is of the file but off by default: it says
    whether the meeting's rules let it be made at all. ``catalogue_order`` is its place in the
    dossier's catalogue, after the order of archives:

    - conference: 10 request, 20 notice and receipts, 30 materials, 40 recusals, 50 sign-in,
      60 record, 70 expert's statement and written opinions, 80 handler's note, 90 divergence
      report, 100 corrections, 110 recordings;
    - hearing: 10 request, 20 plan, 30 public notice, 40 notices and receipts, 50 invitations,
      60 sign-in, 70 transcript, 80 deliberation, 90 opinion sheets, 100 adoption, 110 decision,
      120 feedback, 130 recordings.

    One of no ``meeting`` is of both kinds. A ``public`` one is put up for everybody to read, and
    bears no mark of secrecy. ``demanded`` says whether the file must have the paper
    by now, ``filing`` who made it, when, and whether a signature is missing.
    """

    id: str
    meeting: MeetingKind | None
    short_name: str
    build: Build
    exists: Callable[[MeetingPapers], bool] = lambda _papers: True
    working: bool = False
    public: bool = False
    allowed: Callable[[PaperRules], bool] | None = None
    catalogue_order: int = 500
    demanded: Callable[[MeetingPapers], bool] = lambda _papers: False
    filing: Callable[[MeetingPapers], Filing] = filed_by_host

    def is_due(self, papers: MeetingPapers) -> bool:
        """Say whether there is this paper of that meeting."""
        return self.meeting in (None, papers.meeting.kind) and self.exists(papers)

    def can_be_made(self, papers: MeetingPapers, rules: PaperRules) -> bool:
        """Say whether there is this paper, and whether the rules let it be made."""
        return self.is_due(papers) and (self.allowed is None or self.allowed(rules))


def own(build: BuildOwn) -> Build:
    """Return how a meeting's own paper is built: it cannot print what it cannot see."""
    return lambda papers, options, labels: build(papers.meeting, options, labels)
