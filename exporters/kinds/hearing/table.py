"""The papers of a hearing, in the order of its file."""

from exporters.kinds.hearing import (
    adoption,
    deliberation,
    invitation,
    notice,
    officer_opinion,
    plan,
    public_notice,
    refusal,
    run_sheet,
    sign_in,
    supervisor_feedback,
    transcript,
)
from exporters.kinds.kind import Filing, Kind, filed_as_record, is_held, own, took_place
from models.hearing_papers import HearingDecisionView
from models.papers import MeetingPapers
from models.vocabulary import MeetingKind

_OF = MeetingKind.HEARING


def _filed_adoption(papers: MeetingPapers) -> Filing:
    decision = papers.decision or HearingDecisionView()
    return Filing(decision.by, decision.at, bool(decision.signed_at))


HEARING: tuple[Kind, ...] = (
    Kind(
        "hearing_refusal",
        _OF,
        "不予听证答复",
        refusal.build,
        exists=refusal.exists,
        catalogue_order=10,
    ),
    Kind("hearing_plan", _OF, "听证方案审批表", plan.build, exists=is_held, catalogue_order=20),
    Kind(
        "public_notice",
        _OF,
        "听证公告",
        public_notice.build,
        exists=public_notice.exists,
        public=True,
        catalogue_order=30,
    ),
    Kind(
        "hearing_notice", _OF, "听证通知书", notice.build, exists=notice.exists, catalogue_order=40
    ),
    Kind(
        "officer_invitation",
        _OF,
        "听证员邀请函",
        invitation.build,
        exists=invitation.exists,
        catalogue_order=50,
    ),
    Kind("hearing_sign_in", _OF, "签到表", sign_in.build, exists=is_held, catalogue_order=60),
    Kind(
        "transcript",
        _OF,
        "听证笔录",
        own(transcript.build),
        exists=took_place,
        catalogue_order=70,
        filing=filed_as_record,
    ),
    Kind(
        "deliberation",
        _OF,
        "评议笔录",
        deliberation.build,
        exists=deliberation.exists,
        catalogue_order=80,
    ),
    Kind(
        "officer_opinion",
        _OF,
        "听证意见表",
        officer_opinion.build,
        exists=officer_opinion.exists,
        catalogue_order=90,
    ),
    Kind(
        "adoption",
        _OF,
        "听证意见采纳情况审批表",
        adoption.build,
        exists=adoption.exists,
        filing=_filed_adoption,
        catalogue_order=100,
    ),
    Kind(
        "supervisor_feedback",
        _OF,
        "人民监督员意见反馈表",
        supervisor_feedback.build,
        exists=supervisor_feedback.exists,
        catalogue_order=120,
    ),
    Kind("hearing_run_sheet", _OF, "主持人流程单", run_sheet.build, working=True),
)
