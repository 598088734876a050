"""The closed lists of the field, as the case file writes them.

An office may add roles and profiles through data (:mod:`models.profiles`); the rest is fixed.
"""

from enum import Enum, StrEnum, auto


class MeetingKind(StrEnum):
    """What kind of meeting it is."""

    JOINT_CONFERENCE = "joint_conference"  # 检察官联席会议
    HEARING = "hearing"  # 检察听证


class Scope(StrEnum):
    """From how far the prosecutors of a joint conference come."""

    DEPARTMENT = "部门"
    CROSS_DEPARTMENT = "跨部门"
    CROSS_COURT = "跨院"
    INSTITUTIONAL = "院级"


class Mode(StrEnum):
    """How a participant takes part."""

    ON_SITE = "现场"
    VIDEO = "视频"
    WRITTEN = "书面"


class Role(StrEnum):
    """The role a participant holds in the meeting."""

    CHAIR = "主持"
    HANDLER = "承办"
    HANDLING_ASSISTANT = "承办协助"
    ATTENDING = "出席"
    ATTENDEE_WITHOUT_STANDING = "列席"
    EXPERT = "专家"
    INVITED_ASSISTANT = "特邀检察官助理"
    RECORDER = "记录"
    INTERPRETER = "翻译"
    RECUSED = "回避"
    HEARING_OFFICER = "听证员"
    PEOPLES_SUPERVISOR = "人民监督员"
    APPLICANT = "申请人"
    PETITIONER = "申诉人"
    VICTIM = "被害人"
    SUSPECT = "犯罪嫌疑人"
    NOT_PROSECUTED = "被不起诉人"
    MINOR = "未成年人"
    LEGAL_REPRESENTATIVE = "法定代理人"
    APPROPRIATE_ADULT = "合适成年人"
    AGENT = "代理人"
    DEFENDER = "辩护人"
    ADDRESSEE = "相对人"
    THIRD_PARTY = "第三人"
    THIRD_PARTY_REPRESENTATIVE = "第三人代表"
    ADMINISTRATIVE_ORGAN = "行政机关代表"
    INVESTIGATOR = "侦查人员"
    WITNESS = "证人"
    EXPERT_WITNESS = "鉴定人"
    ORDER_KEEPER = "维持秩序"
    OBSERVERS_REPRESENTATIVE = "旁听代表"


CONFERENCE_ROLES = frozenset(
    {
        Role.CHAIR,
        Role.HANDLER,
        Role.HANDLING_ASSISTANT,
        Role.ATTENDING,
        Role.ATTENDEE_WITHOUT_STANDING,
        Role.EXPERT,
        Role.INVITED_ASSISTANT,
        Role.RECORDER,
        Role.INTERPRETER,
        Role.RECUSED,
    }
)
"""Roles of a joint conference; a hearing knows all roles."""


class LineKind(StrEnum):
    """What kind of contribution a line of the record is."""

    CHAIR = "主持人"
    REPORT = "汇报"
    QUESTION = "提问"
    ANSWER = "回答"
    EXPLANATION = "专业说明"
    OPINION = "意见"
    SUPPLEMENT = "补充"
    INTERPRETATION = "翻译"
    STATEMENT = "说明"
    CASE_PRESENTATION = "介绍案情"
    OFFICERS_STATEMENT = "听证员代表发言"
    LAST_STATEMENT = "最后陈述"
    CLOSING = "总结"
    ORDER_EVENT = "秩序事项"


OPINION_KINDS = frozenset({LineKind.OPINION, LineKind.SUPPLEMENT})
"""Lines of these kinds are the opinions of their speakers."""


class AnswerStatus(StrEnum):
    """What the handling prosecutor did with an opinion."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    NOT_ADOPTED = "未采纳"
    NOT_APPLICABLE = "不涉及"


class Manner(StrEnum):
    """How an opinion was given; None in the database is spoken."""

    SPOKEN = "口头"
    WRITTEN = "书面"
    NONE_GIVEN = "未发表"


class SignatureStatus(StrEnum):
    """Whether a person signed the paper, would not, or was not there to."""

    SIGNED = "已签名"
    REFUSED = "拒绝签名"
    ABSENT = "缺席"


class Road(StrEnum):
    """Where the handling prosecutor takes the case after the conference."""

    OWN_DECISION = "自行决定"
    CHIEF = "报检察长"
    COMMITTEE = "提请检委会"
    SUPERIOR = "请示上级院"


class Attendance(StrEnum):
    """Who came to the meeting. What a case file says of it stands in its ``lianxi`` part."""

    PRESENT = "到场"
    EXCUSED = "请假"
    ABSENT = "缺席"


class Movement(StrEnum):
    """How somebody's presence changes in the middle of a meeting (出入情况): one line of the record."""

    ARRIVED = "到会"
    LEFT = "离会"
    RECUSED = "回避"  # for the item or step under way
    RETURNED = "返回"  # after leaving, or when the item of a recusal is over
    CUT_OFF = "掉线"
    RECONNECTED = "恢复"


class Presence(Enum):
    """Where somebody is."""

    PRESENT = auto()
    BY_VIDEO = auto()
    RECUSED = auto()  # for the item or step under way, or for the whole meeting
    LEFT = auto()
    CUT_OFF = auto()
    AWAY = auto()  # excused, absent, or not registered where others are

    @property
    def is_there(self) -> bool:
        """Whether somebody takes part at this moment."""
        return self in (Presence.PRESENT, Presence.BY_VIDEO)


AWAY = frozenset({Attendance.EXCUSED, Attendance.ABSENT})
"""What is noted of somebody who did not come."""
