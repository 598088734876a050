"""A hearing with everything that its papers print, and one with nothing."""

from exporters.registry import KINDS
from models.hearing_papers import (
    DeliberationView,
    HearingApprovalView,
    HearingDecisionView,
    OfficerOpinionView,
    SupervisorFeedbackView,
)
from models.papers import CaseDetailsView, MeetingPapers, NoticeTimesView, NoticeView
from models.snapshot import (
    CaseView,
    LineView,
    MeetingSnapshot,
    ParticipantView,
    PartyView,
    ScheduleView,
)
from models.vocabulary import MeetingKind
from tests.exporters.meetings import hearing

OWN = [
    kind for kind, row in KINDS.items() if row.meeting is MeetingKind.HEARING and not row.working
]
"""The kinds of papers of a hearing's file."""

OFFICER = ParticipantView("o1", 4, "贺兰舒", "某社区", "主任", role="听证员")
SECOND = ParticipantView("o2", 5, "程砺石", "某大学", "教授", role="听证员")
PEOPLE = (
    ParticipantView("c", 1, "霍景嵩", "青屏区人民检察院", "检察长", role="主持", mode="现场"),
    ParticipantView("h", 2, "欧阳砚青", "青屏区人民检察院", "检察官", role="承办"),
    ParticipantView("r", 3, "沈墨", "青屏区人民检察院", "书记员", role="记录"),
    OFFICER,
    SECOND,
    ParticipantView("s", 6, "庄怀瑾", role="人民监督员"),
    ParticipantView("p", 7, "薛大蓝", role="申诉人"),
    ParticipantView("a", 8, "胡可", "某律师事务所", "律师", role="代理人"),
)
MEETING = hearing(
    LineView("l1", 1, "15:02", "p", "说明", "我不服。", step=2),
    LineView("l2", 2, "15:30", "c", "秩序事项", "请安静。", step=2),
    LineView("l3", 3, "16:31", "o2", "听证员代表发言", "经评议，意见如下。", step=5),
    title="薛大蓝申诉案听证会",
    number="青屏检听〔2025〕5号",
    host="青屏区人民检察院",
    open=True,
    cases=(
        CaseView(
            "薛大蓝申诉案", "青屏检控〔2025〕9号", None, "盗窃罪", (PartyView("申诉人", "薛大蓝"),)
        ),
    ),
    schedule=ScheduleView("2025-09-26T14:30", "2025-09-26T17:12", "本院检察听证室"),
    questions=("原处理是否正确", "是否应当补偿"),
    participants=PEOPLE,
)
TOLD = MeetingPapers(
    MEETING,
    notice_times=NoticeTimesView(
        notice_at="2025-09-21", public_notice_at="2025-09-22", observer_deadline="2025-09-25T17:00"
    ),
    notices=(NoticeView("薛大蓝", "2025-09-20", "电话并短信"),),
    case_details=(CaseDetailsView("", "刑事申诉检察"),),
    approval=HearingApprovalView("第四条", "检察长 霍景嵩", "2025-09-18", "一般公开"),
    officers=("o2", "o1"),
    deliberation=DeliberationView(
        "15:48",
        "16:27",
        (
            OfficerOpinionView("贺兰舒", "应当补偿", "家庭困难"),
            OfficerOpinionView("外人", "不应当"),
        ),
        "应当补偿（2人）",
    ),
    decision=HearingDecisionView(
        "采纳", "给予补偿", "检察长", "2025-10-09", told_officers="2025-10-10"
    ),
    supervisor_feedback=(
        SupervisorFeedbackView("庄怀瑾", "公示位置应在门口", "已改"),
        SupervisorFeedbackView("庄怀瑾", "请延长公示"),
        SupervisorFeedbackView("另一人", "无"),
    ),
)
BARE = MeetingPapers(MeetingSnapshot(id="1", kind=MeetingKind.HEARING, state="H0"))
