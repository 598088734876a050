"""Words and dates on the screen that stand for values of the models, in the language in force."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.states import Phase
from models.vocabulary import (
    AWAY,
    Attendance,
    LineKind,
    MeetingKind,
    Mode,
    Movement,
    Presence,
    Role,
    Scope,
)
from ui.i18n import spoken_language
from ui.messages import state_text

if TYPE_CHECKING:  # the second screen says its words with these, and sees no meeting
    from models.snapshot import MeetingRow, MeetingSnapshot

PHASE_COLOURS = {
    Phase.PREPARING: ("accent", "accent_soft"),
    Phase.IN_SESSION: ("live", "live_soft"),
    Phase.TO_SIGN: ("warn", "warn_soft"),
    Phase.SIGNED: ("ok", "ok_soft"),
    Phase.ARCHIVED: ("text3", "grey_soft"),
    Phase.STOPPED: ("text3", "grey_soft"),
}
"""Ink and ground of the pill of each phase."""

_ROLES = {
    Role.CHAIR: QT_TRANSLATE_NOOP("Words", "主持人"),
    Role.HANDLER: QT_TRANSLATE_NOOP("Words", "承办检察官"),
    Role.HANDLING_ASSISTANT: QT_TRANSLATE_NOOP("Words", "承办协助"),
    Role.ATTENDING: QT_TRANSLATE_NOOP("Words", "出席"),
    Role.ATTENDEE_WITHOUT_STANDING: QT_TRANSLATE_NOOP("Words", "列席"),
    Role.EXPERT: QT_TRANSLATE_NOOP("Words", "专家"),
    Role.INVITED_ASSISTANT: QT_TRANSLATE_NOOP("Words", "特邀检察官助理"),
    Role.RECORDER: QT_TRANSLATE_NOOP("Words", "记录人"),
    Role.INTERPRETER: QT_TRANSLATE_NOOP("Words", "翻译人员"),
    Role.RECUSED: QT_TRANSLATE_NOOP("Words", "回避"),
    Role.HEARING_OFFICER: QT_TRANSLATE_NOOP("Words", "听证员"),
    Role.PEOPLES_SUPERVISOR: QT_TRANSLATE_NOOP("Words", "人民监督员"),
    Role.APPLICANT: QT_TRANSLATE_NOOP("Words", "申请人"),
    Role.PETITIONER: QT_TRANSLATE_NOOP("Words", "申诉人"),
    Role.VICTIM: QT_TRANSLATE_NOOP("Words", "被害人"),
    Role.SUSPECT: QT_TRANSLATE_NOOP("Words", "犯罪嫌疑人"),
    Role.NOT_PROSECUTED: QT_TRANSLATE_NOOP("Words", "被不起诉人"),
    Role.MINOR: QT_TRANSLATE_NOOP("Words", "未成年人"),
    Role.LEGAL_REPRESENTATIVE: QT_TRANSLATE_NOOP("Words", "法定代理人"),
    Role.APPROPRIATE_ADULT: QT_TRANSLATE_NOOP("Words", "合适成年人"),
    Role.AGENT: QT_TRANSLATE_NOOP("Words", "代理人"),
    Role.DEFENDER: QT_TRANSLATE_NOOP("Words", "辩护人"),
    Role.ADDRESSEE: QT_TRANSLATE_NOOP("Words", "相对人"),
    Role.THIRD_PARTY: QT_TRANSLATE_NOOP("Words", "第三人"),
    Role.THIRD_PARTY_REPRESENTATIVE: QT_TRANSLATE_NOOP("Words", "第三人代表"),
    Role.ADMINISTRATIVE_ORGAN: QT_TRANSLATE_NOOP("Words", "行政机关代表"),
    Role.INVESTIGATOR: QT_TRANSLATE_NOOP("Words", "侦查人员"),
    Role.WITNESS: QT_TRANSLATE_NOOP("Words", "证人"),
    Role.EXPERT_WITNESS: QT_TRANSLATE_NOOP("Words", "鉴定人"),
    Role.ORDER_KEEPER: QT_TRANSLATE_NOOP("Words", "维持秩序"),
    Role.OBSERVERS_REPRESENTATIVE: QT_TRANSLATE_NOOP("Words", "旁听代表"),
}

_LINE_KINDS = {
    LineKind.CHAIR: QT_TRANSLATE_NOOP("Words", "主持"),
    LineKind.REPORT: QT_TRANSLATE_NOOP("Words", "汇报"),
    LineKind.QUESTION: QT_TRANSLATE_NOOP("Words", "提问"),
    LineKind.ANSWER: QT_TRANSLATE_NOOP("Words", "回答"),
    LineKind.EXPLANATION: QT_TRANSLATE_NOOP("Words", "专业说明"),
    LineKind.OPINION: QT_TRANSLATE_NOOP("Words", "意见"),
    LineKind.SUPPLEMENT: QT_TRANSLATE_NOOP("Words", "补充"),
    LineKind.INTERPRETATION: QT_TRANSLATE_NOOP("Words", "翻译"),
    LineKind.STATEMENT: QT_TRANSLATE_NOOP("Words", "说明"),
    LineKind.CASE_PRESENTATION: QT_TRANSLATE_NOOP("Words", "介绍案情"),
    LineKind.OFFICERS_STATEMENT: QT_TRANSLATE_NOOP("Words", "听证员代表发言"),
    LineKind.LAST_STATEMENT: QT_TRANSLATE_NOOP("Words", "最后陈述"),
    LineKind.CLOSING: QT_TRANSLATE_NOOP("Words", "总结"),
    LineKind.ORDER_EVENT: QT_TRANSLATE_NOOP("Words", "秩序事项"),
}

_MOVEMENTS = {
    Movement.ARRIVED: QT_TRANSLATE_NOOP("Words", "到会"),
    Movement.LEFT: QT_TRANSLATE_NOOP("Words", "离会"),
    Movement.RECUSED: QT_TRANSLATE_NOOP("Words", "回避"),
    Movement.RETURNED: QT_TRANSLATE_NOOP("Words", "返回"),
    Movement.CUT_OFF: QT_TRANSLATE_NOOP("Words", "掉线"),
    Movement.RECONNECTED: QT_TRANSLATE_NOOP("Words", "恢复连接"),
}
_PRESENCE = {
    Presence.PRESENT: QT_TRANSLATE_NOOP("Words", "在场"),
    Presence.BY_VIDEO: QT_TRANSLATE_NOOP("Words", "视频参会"),
    Presence.RECUSED: QT_TRANSLATE_NOOP("Words", "回避"),
    Presence.LEFT: QT_TRANSLATE_NOOP("Words", "已离会"),
    Presence.CUT_OFF: QT_TRANSLATE_NOOP("Words", "掉线"),
    Presence.AWAY: QT_TRANSLATE_NOOP("Words", "不在场"),
}
_MODES = {
    Mode.ON_SITE: QT_TRANSLATE_NOOP("Words", "现场"),
    Mode.VIDEO: QT_TRANSLATE_NOOP("Words", "视频"),
    Mode.WRITTEN: QT_TRANSLATE_NOOP("Words", "书面"),
}

_ATTENDANCE = {
    Attendance.PRESENT: QT_TRANSLATE_NOOP("Words", "到场"),
    Attendance.EXCUSED: QT_TRANSLATE_NOOP("Words", "请假"),
    Attendance.ABSENT: QT_TRANSLATE_NOOP("Words", "缺席"),
}

_SCOPES = {
    Scope.DEPARTMENT: QT_TRANSLATE_NOOP("Words", "部门联席会议"),
    Scope.CROSS_DEPARTMENT: QT_TRANSLATE_NOOP("Words", "跨部门联席会议"),
    Scope.CROSS_COURT: QT_TRANSLATE_NOOP("Words", "跨院联席会议"),
    Scope.INSTITUTIONAL: QT_TRANSLATE_NOOP("Words", "院级联席会议"),
}

HEARING_STEPS = (
    QT_TRANSLATE_NOOP("Words", "核对到场与宣布纪律"),
    QT_TRANSLATE_NOOP("Words", "介绍案情和需要听证的问题"),
    QT_TRANSLATE_NOOP("Words", "当事人及其他参加人说明情况"),
    QT_TRANSLATE_NOOP("Words", "听证员提问"),
    QT_TRANSLATE_NOOP("Words", "休会评议"),
    QT_TRANSLATE_NOOP("Words", "听证员或者其代表发表意见"),
    QT_TRANSLATE_NOOP("Words", "当事人最后陈述"),
    QT_TRANSLATE_NOOP("Words", "主持人总结"),
)
"""What comes before a hearing, then its seven steps (审查案件听证工作规定 art. 14 and 15)."""

_LANGUAGES = {
    "bo": QT_TRANSLATE_NOOP("Words", "藏语"),
    "ug": QT_TRANSLATE_NOOP("Words", "维吾尔语"),
    "mn": QT_TRANSLATE_NOOP("Words", "蒙古语"),
    "kk": QT_TRANSLATE_NOOP("Words", "哈萨克语"),
    "ii": QT_TRANSLATE_NOOP("Words", "彝语"),
    "za": QT_TRANSLATE_NOOP("Words", "壮语"),
    "ko": QT_TRANSLATE_NOOP("Words", "朝鲜语"),
    "zh": QT_TRANSLATE_NOOP("Words", "汉语"),
    "en": QT_TRANSLATE_NOOP("Words", "英语"),
}


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Words", str(text))


def state_word(state: str) -> str:
    """Return where a meeting stands: the same words wherever that is said."""
    return state_text(state, spoken_language())


def role_word(role: str | None) -> str:
    """Return the role as people say it; a role added by an office as it is written."""
    return _word(_ROLES[Role(role)]) if role in set(Role) else role or ""


def kind_word(kind: str | None) -> str:
    """Return the kind of a line."""
    return _word(_LINE_KINDS[LineKind(kind)]) if kind in set(LineKind) else kind or ""


def mode_word(mode: str | None) -> str:
    """Return how somebody takes part."""
    return _word(_MODES[Mode(mode)]) if mode in set(Mode) else mode or ""


def movement_word(movement: str | None) -> str:
    """Return how somebody's presence changes."""
    known = movement in set(Movement)
    return _word(_MOVEMENTS[Movement(movement or "")]) if known else movement or ""


def presence_word(where: Presence, attendance: str | None = None) -> str:
    """Return where somebody is; of somebody who never came, what is noted of it."""
    if where is Presence.AWAY and attendance in AWAY:
        return attendance_word(attendance)
    return _word(_PRESENCE[where])


def attendance_word(attendance: str | None) -> str:
    """Return whether somebody came, as people say it; that nobody has noted it yet is said too."""
    if attendance is None:
        return QCoreApplication.translate("Words", "未登记")
    return (
        _word(_ATTENDANCE[Attendance(attendance)]) if attendance in set(Attendance) else attendance
    )


def spoken_for(seconds: int) -> str:
    """Return how long somebody spoke."""
    text = QCoreApplication.translate("Words", "发言用时{time}")
    return text.format(time=clock_text(seconds))


def clock_text(seconds: int) -> str:
    """Return a length of time as a stopwatch has it: 2:05, or 1:02:05."""
    minutes, rest = divmod(max(seconds, 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def timer_words(seconds: int) -> str:
    """Return a time that runs, such as 07:05; minutes go on beyond the hour."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes:02}:{rest:02}"


def language_word(tag: str | None) -> str:
    """Return the name of the language of a BCP 47 tag; an unknown tag as it is."""
    name = _LANGUAGES.get((tag or "").split("-")[0])
    return _word(name) if name else tag or ""


def meeting_word(meeting: "MeetingRow | MeetingSnapshot") -> str:
    """Return what kind of meeting it is, with its scope or whether it is open."""
    if meeting.kind is MeetingKind.HEARING:
        match meeting.open:
            case True:
                return QCoreApplication.translate("Words", "公开听证")
            case False:
                return QCoreApplication.translate("Words", "不公开听证")
            case None:
                return QCoreApplication.translate("Words", "听证")
    if meeting.scope in set(Scope):
        return _word(_SCOPES[Scope(meeting.scope)])
    return QCoreApplication.translate("Words", "联席会议")


def step_word(step: int) -> str:
    """Return the name of a step of a hearing; 0 is what comes before the first."""
    return _word(HEARING_STEPS[step]) if 0 <= step < len(HEARING_STEPS) else str(step)


def step_number(step: int) -> str:
    """Return "step 3" of a hearing, or that it is the preparation."""
    if step == 0:
        return QCoreApplication.translate("Words", "听证前")
    return QCoreApplication.translate("Words", "第{number}步").format(number=step)


def date_text(time: str | None, *, with_year: bool = True) -> str:
    """Return the day of a civil time for reading; empty if there is none."""
    parts = (time or "").split("T")[0].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return (time or "").split("T")[0]
    year, month, day = (int(part) for part in parts)
    if with_year:
        pattern = QCoreApplication.translate("Words", "{year}年{month}月{day}日")
    else:
        pattern = QCoreApplication.translate("Words", "{month}月{day}日")
    return pattern.format(year=year, month=month, day=day)


def time_text(start: str | None, end: str | None = None) -> str:
    """Return day and hours of a meeting, such as 2025年6月18日 09:00–11:47."""
    if not start:
        return ""
    day, _, hour = start.partition("T")
    end_day, _, end_hour = (end or "").partition("T")
    text = f"{date_text(day)} {hour}".strip()
    if end_hour and end_day == day:
        return f"{text}–{end_hour}"
    return f"{text} – {date_text(end_day)} {end_hour}".strip() if end_day else text
