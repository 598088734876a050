"""The closed lists and small rules that a profile is made of."""

from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary import MeetingKind, Role

_FOR_THE_ROOM = frozenset({"name_plates", "name_plates_bare", "seating", "read_back"})

PAPERS = {
    MeetingKind.JOINT_CONFERENCE: _FOR_THE_ROOM
    | {
        *("request", "notice", "materials", "sign_in", "record", "expert_statement"),
        *("written_opinions", "summary", "delivery_receipt", "handler_note"),
        *("divergence_report", "correction_sheet", "run_sheet", "interference_slip"),
    },
    MeetingKind.HEARING: _FOR_THE_ROOM
    | {
        *("hearing_refusal", "hearing_plan", "public_notice", "hearing_notice"),
        *("officer_invitation", "hearing_sign_in", "transcript", "deliberation"),
        *("officer_opinion", "adoption", "supervisor_feedback", "hearing_run_sheet"),
    },
}
"""The papers whose titles a profile can change, by kind of meeting."""


class CollectiveView(StrEnum):
    """How far the office's rule lets views be told together. No field holds such a text."""

    NONE = "none"
    BY_ISSUE = "by_issue"  # grouped by question, without numbers


class WordingSeverity(StrEnum):
    """How severe the wording guard is about a group of words."""

    ALLOW = "allow"
    WARN = "warn"
    BLOCK = "block"


class SummaryPaper(StrEnum):
    """The paper besides the record that the office's rule knows."""

    NONE = "none"
    BY_PERSON = "by_person"  # 参考意见汇编
    POINTS = "points"  # 讨论要点
    MINUTES = "minutes"  # 会议纪要


class MajorityEffect(StrEnum):
    """What follows outside the record from differing from most speakers."""

    NONE = "none"
    REPORT = "report"  # the head reports to the chief (人民检察院民事诉讼监督规则 2021 art. 49)
    LOCAL = "local"  # as the office's rule says
    OUTSIDE = "outside"  # outside the record


class DeadlineKind(StrEnum):
    """What has to be done in time."""

    APPROVAL = "approval"  # from request to approval
    PAPERS = "papers"  # notice and papers before a conference
    NOTICE = "notice"  # telling the participants of a hearing
    PUBLIC_NOTICE = "public_notice"  # the public notice of an open hearing
    OBSERVERS = "observers"  # the end of applications to observe a hearing


DEADLINES = {
    MeetingKind.JOINT_CONFERENCE: frozenset({DeadlineKind.APPROVAL, DeadlineKind.PAPERS}),
    MeetingKind.HEARING: frozenset(
        {DeadlineKind.NOTICE, DeadlineKind.PUBLIC_NOTICE, DeadlineKind.OBSERVERS}
    ),
}
"""The deadlines of each kind of meeting."""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """So many calendar days; ``clear`` counts only whole days between the two dates."""

    days: int
    source: str
    clear: bool = False


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """Who counts for the quorum (计入人数), and how many are required.

    ``required`` is None where nothing is required; ``share`` such as 1/3 is of the department's
    prosecutors; ``offices`` is required of a cross-court conference.
    """

    source: str = ""
    roles: tuple[str, ...] = (Role.CHAIR, Role.ATTENDING)
    handler_counts: bool = False
    required: int | None = None
    share: tuple[int, int] | None = None
    offices: int | None = None


USUAL_QUORUM = QuorumRule()
"""Prosecutors who chair or attend count; the handling prosecutor does not."""
