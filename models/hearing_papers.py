"""What the papers about a hearing print besides the hearing itself, as frozen values.

None of it is in the snapshot that the transcript is made from. The officers' majority stands in
:class:`DeliberationView` alone, for the deliberation and adoption papers. ``None`` means "not given".
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HearingApprovalView:
    """The chief prosecutor's approval of the hearing (听证审批), and of its broadcast."""

    basis: str | None = None
    by: str | None = None
    at: str | None = None
    open_reason: str | None = None
    broadcast_approved: bool | None = None
    broadcast_channel: str | None = None
    broadcast_at: str | None = None


@dataclass(frozen=True, slots=True)
class OfficerOpinionView:
    """One hearing officer's opinion in the deliberation (听证意见)."""

    name: str | None = None
    view: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeliberationView:
    """The officers' closed discussion in the break (评议), each one's opinion in order."""

    began_at: str | None = None
    ended_at: str | None = None
    opinions: tuple[OfficerOpinionView, ...] = ()
    majority: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HearingDecisionView:
    """The decision on the case after the hearing, and whether the officers' opinion was adopted.

    ``consent_at`` is when the chief prosecutor consented not to follow the majority;
    ``told_officers`` may be a date with words. ``signed_at`` is None until it is signed.
    """

    adopted: str | None = None
    detail: str | None = None
    by: str | None = None
    at: str | None = None
    consent_at: str | None = None
    told_officers: str | None = None
    signed_at: str | None = None


@dataclass(frozen=True, slots=True)
class SupervisorFeedbackView:
    """A people's supervisor's remark (人民监督员意见) and the answer to it."""

    name: str | None = None
    opinion: str | None = None
    reply: str | None = None
