"""What fields, groups and choices are called on the screen, and what is said beside them.

The words are the field's own, the same as in the papers. How to add a field: a row in ``_FIELDS``;
a test holds the tables against :data:`models.forms.GROUPS`.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.profiles import Profiles
from models.vocabulary import AnswerStatus, Attendance, Manner, Road, Scope, SignatureStatus
from ui.i18n import spoken_language
from ui.words import kind_word, mode_word, role_word

_FIELDS = {
    ("meeting", "title"): QT_TRANSLATE_NOOP("Forms", "会议名称"),
    ("meeting", "number"): QT_TRANSLATE_NOOP("Forms", "会议编号"),
    ("meeting", "host"): QT_TRANSLATE_NOOP("Forms", "主办检察院"),
    ("meeting", "scope"): QT_TRANSLATE_NOOP("Forms", "会议范围"),
    ("meeting", "open"): QT_TRANSLATE_NOOP("Forms", "公开听证"),
    ("meeting", "profile"): QT_TRANSLATE_NOOP("Forms", "适用规则"),
    ("meeting", "observers"): QT_TRANSLATE_NOOP("Forms", "旁听人数"),
    ("meeting", "follow_up"): QT_TRANSLATE_NOOP("Forms", "后续去向"),
    ("meeting", "notes"): QT_TRANSLATE_NOOP("Forms", "备注"),
    ("meeting", "statement_read_at"): QT_TRANSLATE_NOOP("Forms", "宣读参考性质声明时间"),
    ("organ", "name"): QT_TRANSLATE_NOOP("Forms", "参加单位"),
    ("case", "name"): QT_TRANSLATE_NOOP("Forms", "案件名称"),
    ("case", "case_no"): QT_TRANSLATE_NOOP("Forms", "案号"),
    ("case", "system_no"): QT_TRANSLATE_NOOP("Forms", "统一业务系统号"),
    ("case", "line_of_work"): QT_TRANSLATE_NOOP("Forms", "业务条线"),
    ("case", "cause"): QT_TRANSLATE_NOOP("Forms", "案由"),
    ("case", "stage"): QT_TRANSLATE_NOOP("Forms", "诉讼阶段"),
    ("case", "time_limit_end"): QT_TRANSLATE_NOOP("Forms", "办案期限届满日"),
    ("case", "summary"): QT_TRANSLATE_NOOP("Forms", "基本案情"),
    ("case", "state_secret"): QT_TRANSLATE_NOOP("Forms", "国家秘密"),
    ("case", "work_secret"): QT_TRANSLATE_NOOP("Forms", "工作秘密"),
    ("case", "minor"): QT_TRANSLATE_NOOP("Forms", "涉及未成年人"),
    ("party", "role"): QT_TRANSLATE_NOOP("Forms", "诉讼地位"),
    ("party", "name"): QT_TRANSLATE_NOOP("Forms", "姓名或者名称"),
    ("party", "display"): QT_TRANSLATE_NOOP("Forms", "文书中的称呼"),
    ("party", "age"): QT_TRANSLATE_NOOP("Forms", "年龄"),
    ("request", "by"): QT_TRANSLATE_NOOP("Forms", "提请人"),
    ("request", "at"): QT_TRANSLATE_NOOP("Forms", "提请时间"),
    ("request", "handler_view"): QT_TRANSLATE_NOOP("Forms", "承办人意见及理由"),
    ("request", "approved_by"): QT_TRANSLATE_NOOP("Forms", "审批人"),
    ("request", "approved_at"): QT_TRANSLATE_NOOP("Forms", "审批时间"),
    ("request", "approval"): QT_TRANSLATE_NOOP("Forms", "审批意见"),
    ("request_reason", "text"): QT_TRANSLATE_NOOP("Forms", "提请事由"),
    ("request_issue", "text"): QT_TRANSLATE_NOOP("Forms", "议题"),
    ("schedule", "notice_at"): QT_TRANSLATE_NOOP("Forms", "通知时间"),
    ("schedule", "first_notice_at"): QT_TRANSLATE_NOOP("Forms", "首次通知时间"),
    ("schedule", "postponed_from"): QT_TRANSLATE_NOOP("Forms", "原定时间"),
    ("schedule", "postponed_reason"): QT_TRANSLATE_NOOP("Forms", "延期原因"),
    ("schedule", "held_from"): QT_TRANSLATE_NOOP("Forms", "开始时间"),
    ("schedule", "held_to"): QT_TRANSLATE_NOOP("Forms", "结束时间"),
    ("schedule", "place"): QT_TRANSLATE_NOOP("Forms", "地点"),
    ("schedule", "public_notice_at"): QT_TRANSLATE_NOOP("Forms", "公告时间"),
    ("schedule", "observer_deadline"): QT_TRANSLATE_NOOP("Forms", "旁听申请截止时间"),
    ("remote_venue", "name"): QT_TRANSLATE_NOOP("Forms", "视频分会场"),
    ("participant_notice", "to"): QT_TRANSLATE_NOOP("Forms", "告知对象"),
    ("participant_notice", "at"): QT_TRANSLATE_NOOP("Forms", "告知时间"),
    ("participant_notice", "way"): QT_TRANSLATE_NOOP("Forms", "告知方式"),
    ("participant_notice", "days_before"): QT_TRANSLATE_NOOP("Forms", "提前天数"),
    ("participant", "number"): QT_TRANSLATE_NOOP("Forms", "发言号"),
    ("participant", "name"): QT_TRANSLATE_NOOP("Forms", "姓名"),
    ("participant", "organ"): QT_TRANSLATE_NOOP("Forms", "单位"),
    ("participant", "post"): QT_TRANSLATE_NOOP("Forms", "职务"),
    ("participant", "grade"): QT_TRANSLATE_NOOP("Forms", "检察官等级"),
    ("participant", "role"): QT_TRANSLATE_NOOP("Forms", "会议身份"),
    ("participant", "mode"): QT_TRANSLATE_NOOP("Forms", "参会方式"),
    ("participant", "counts_for_quorum"): QT_TRANSLATE_NOOP("Forms", "计入人数"),
    ("participant", "attendance"): QT_TRANSLATE_NOOP("Forms", "到会情况"),
    ("participant", "specialist_question"): QT_TRANSLATE_NOOP("Forms", "专门性问题"),
    ("participant", "note"): QT_TRANSLATE_NOOP("Forms", "备注"),
    ("quorum", "rule"): QT_TRANSLATE_NOOP("Forms", "人数规则"),
    ("quorum", "required"): QT_TRANSLATE_NOOP("Forms", "要求人数"),
    ("quorum", "counted"): QT_TRANSLATE_NOOP("Forms", "实际计入人数"),
    ("quorum", "met"): QT_TRANSLATE_NOOP("Forms", "达到人数要求"),
    ("recusal", "person"): QT_TRANSLATE_NOOP("Forms", "回避人员"),
    ("recusal", "ground"): QT_TRANSLATE_NOOP("Forms", "事由"),
    ("recusal", "raised"): QT_TRANSLATE_NOOP("Forms", "提出方式"),
    ("recusal", "recorded"): QT_TRANSLATE_NOOP("Forms", "已记录在案"),
    ("recusal", "ruling"): QT_TRANSLATE_NOOP("Forms", "处理"),
    ("recusal", "at"): QT_TRANSLATE_NOOP("Forms", "处理时间"),
    ("recusal", "note"): QT_TRANSLATE_NOOP("Forms", "备注"),
    ("material", "title"): QT_TRANSLATE_NOOP("Forms", "材料名称"),
    ("agenda_item", "title"): QT_TRANSLATE_NOOP("Forms", "议程事项"),
    ("agenda_item", "level"): QT_TRANSLATE_NOOP("Forms", "层级"),
    ("agenda_item", "number"): QT_TRANSLATE_NOOP("Forms", "编号"),
    ("agenda_item", "planned_minutes"): QT_TRANSLATE_NOOP("Forms", "计划时长（分钟）"),
    ("question", "text"): QT_TRANSLATE_NOOP("Forms", "问题"),
    ("line", "at"): QT_TRANSLATE_NOOP("Forms", "发言时间"),
    ("line", "kind"): QT_TRANSLATE_NOOP("Forms", "发言类别"),
    ("line", "lang"): QT_TRANSLATE_NOOP("Forms", "发言语言"),
    ("line", "text"): QT_TRANSLATE_NOOP("Forms", "发言内容"),
    ("line", "step"): QT_TRANSLATE_NOOP("Forms", "听证步骤"),
    ("line", "source_lang"): QT_TRANSLATE_NOOP("Forms", "原文语言"),
    ("line", "source_text"): QT_TRANSLATE_NOOP("Forms", "原文"),
    ("line", "translation"): QT_TRANSLATE_NOOP("Forms", "译文"),
    ("line", "translation_by"): QT_TRANSLATE_NOOP("Forms", "翻译人"),
    ("line", "limit"): QT_TRANSLATE_NOOP("Forms", "发言范围"),
    ("line", "signed"): QT_TRANSLATE_NOOP("Forms", "签名情况"),
    ("line", "sensitive"): QT_TRANSLATE_NOOP("Forms", "敏感内容"),
    ("line", "event"): QT_TRANSLATE_NOOP("Forms", "秩序事项"),
    ("line", "verbatim_guard_hint"): QT_TRANSLATE_NOOP("Forms", "用语提示"),
    ("line", "note"): QT_TRANSLATE_NOOP("Forms", "备注"),
    ("line", "seconds"): QT_TRANSLATE_NOOP("Forms", "发言时长（秒）"),
    ("line", "recording"): QT_TRANSLATE_NOOP("Forms", "录音录像位置"),
    ("line", "marked"): QT_TRANSLATE_NOOP("Forms", "待核对"),
    ("line", "item"): QT_TRANSLATE_NOOP("Forms", "所属议程"),
    ("opinion", "question"): QT_TRANSLATE_NOOP("Forms", "所答问题"),
    ("opinion", "case"): QT_TRANSLATE_NOOP("Forms", "所涉案件"),
    ("opinion", "manner"): QT_TRANSLATE_NOOP("Forms", "发表方式"),
    ("opinion", "given_at"): QT_TRANSLATE_NOOP("Forms", "发表时间"),
    ("opinion", "text"): QT_TRANSLATE_NOOP("Forms", "书面意见内容"),
    ("opinion", "reasons"): QT_TRANSLATE_NOOP("Forms", "理由"),
    ("opinion", "legal_basis"): QT_TRANSLATE_NOOP("Forms", "法律依据"),
    ("opinion", "silence_reason"): QT_TRANSLATE_NOOP("Forms", "未发表意见的原因"),
    ("signature", "participant"): QT_TRANSLATE_NOOP("Forms", "对应参会人员"),
    ("signature", "name"): QT_TRANSLATE_NOOP("Forms", "签名人"),
    ("signature", "role"): QT_TRANSLATE_NOOP("Forms", "签名身份"),
    ("signature", "status"): QT_TRANSLATE_NOOP("Forms", "签名情况"),
    ("signature", "at"): QT_TRANSLATE_NOOP("Forms", "签名时间"),
    ("signature", "reason"): QT_TRANSLATE_NOOP("Forms", "未签名的原因"),
    ("correction_sheet", "number"): QT_TRANSLATE_NOOP("Forms", "更正编号"),
    ("correction_sheet", "line"): QT_TRANSLATE_NOOP("Forms", "对应发言"),
    ("correction_sheet", "place"): QT_TRANSLATE_NOOP("Forms", "更正之处"),
    ("correction_sheet", "wrong"): QT_TRANSLATE_NOOP("Forms", "原记录"),
    ("correction_sheet", "corrected"): QT_TRANSLATE_NOOP("Forms", "更正为"),
    ("correction_sheet", "reason"): QT_TRANSLATE_NOOP("Forms", "更正理由"),
    ("correction_sheet", "by"): QT_TRANSLATE_NOOP("Forms", "更正人"),
    ("correction_sheet", "at"): QT_TRANSLATE_NOOP("Forms", "更正日期"),
    ("office_rule", "organ"): QT_TRANSLATE_NOOP("Forms", "制定单位"),
    ("office_rule", "title"): QT_TRANSLATE_NOOP("Forms", "规则名称"),
    ("office_rule", "number"): QT_TRANSLATE_NOOP("Forms", "文号"),
    ("kept_wording", "place"): QT_TRANSLATE_NOOP("Forms", "所在位置"),
    ("kept_wording", "words"): QT_TRANSLATE_NOOP("Forms", "保留的用语"),
    ("kept_wording", "rule"): QT_TRANSLATE_NOOP("Forms", "提示规则"),
    ("kept_wording", "reason"): QT_TRANSLATE_NOOP("Forms", "保留理由"),
    ("kept_wording", "by"): QT_TRANSLATE_NOOP("Forms", "决定保留的人"),
    ("kept_wording", "at"): QT_TRANSLATE_NOOP("Forms", "保留时间"),
    ("handler_note", "by"): QT_TRANSLATE_NOOP("Forms", "承办检察官"),
    ("handler_note", "at"): QT_TRANSLATE_NOOP("Forms", "说明日期"),
    ("handler_note", "road"): QT_TRANSLATE_NOOP("Forms", "后续办理"),
    ("handler_note", "own_view"): QT_TRANSLATE_NOOP("Forms", "承办人处理意见或者拟报事项"),
    ("handler_answer", "opinion"): QT_TRANSLATE_NOOP("Forms", "对应意见"),
    ("handler_answer", "line"): QT_TRANSLATE_NOOP("Forms", "对应发言"),
    ("handler_answer", "speaker"): QT_TRANSLATE_NOOP("Forms", "发言人"),
    ("handler_answer", "status"): QT_TRANSLATE_NOOP("Forms", "参考情况"),
    ("handler_answer", "reason"): QT_TRANSLATE_NOOP("Forms", "理由"),
    ("handler_answer", "at"): QT_TRANSLATE_NOOP("Forms", "说明时间"),
    ("divergence_report", "by"): QT_TRANSLATE_NOOP("Forms", "报告人"),
    ("divergence_report", "at"): QT_TRANSLATE_NOOP("Forms", "报告日期"),
    ("divergence_report", "basis"): QT_TRANSLATE_NOOP("Forms", "报告依据"),
    ("divergence_report", "content"): QT_TRANSLATE_NOOP("Forms", "报告内容"),
    ("divergence_report", "chief"): QT_TRANSLATE_NOOP("Forms", "检察长批示"),
    ("divergence_report", "chief_at"): QT_TRANSLATE_NOOP("Forms", "批示日期"),
    ("archive", "period"): QT_TRANSLATE_NOOP("Forms", "保管期限"),
    ("archive", "code"): QT_TRANSLATE_NOOP("Forms", "档号"),
    ("archive", "original"): QT_TRANSLATE_NOOP("Forms", "原件存放"),
    ("approval", "basis"): QT_TRANSLATE_NOOP("Forms", "听证依据"),
    ("approval", "by"): QT_TRANSLATE_NOOP("Forms", "批准人"),
    ("approval", "at"): QT_TRANSLATE_NOOP("Forms", "批准时间"),
    ("approval", "open_reason"): QT_TRANSLATE_NOOP("Forms", "公开或者不公开的理由"),
    ("approval", "broadcast_approved"): QT_TRANSLATE_NOOP("Forms", "批准直播或者录播"),
    ("approval", "broadcast_channel"): QT_TRANSLATE_NOOP("Forms", "播出方式"),
    ("approval", "broadcast_at"): QT_TRANSLATE_NOOP("Forms", "播出批准时间"),
    ("deliberation", "began_at"): QT_TRANSLATE_NOOP("Forms", "休会评议开始时间"),
    ("deliberation", "ended_at"): QT_TRANSLATE_NOOP("Forms", "恢复听证时间"),
    ("deliberation", "majority"): QT_TRANSLATE_NOOP("Forms", "共同意见或者多数意见"),
    ("deliberation", "note"): QT_TRANSLATE_NOOP("Forms", "备注"),
    ("officer_view", "name"): QT_TRANSLATE_NOOP("Forms", "听证员"),
    ("officer_view", "view"): QT_TRANSLATE_NOOP("Forms", "意见"),
    ("officer_view", "reason"): QT_TRANSLATE_NOOP("Forms", "理由"),
    ("transcript_check", "name"): QT_TRANSLATE_NOOP("Forms", "校阅人"),
    ("transcript_check", "result"): QT_TRANSLATE_NOOP("Forms", "校阅结果"),
    ("transcript_check", "correction"): QT_TRANSLATE_NOOP("Forms", "更正内容"),
    ("decision", "adopted"): QT_TRANSLATE_NOOP("Forms", "采纳情况"),
    ("decision", "detail"): QT_TRANSLATE_NOOP("Forms", "决定内容"),
    ("decision", "by"): QT_TRANSLATE_NOOP("Forms", "决定人"),
    ("decision", "at"): QT_TRANSLATE_NOOP("Forms", "决定时间"),
    ("decision", "consent_at"): QT_TRANSLATE_NOOP("Forms", "检察长同意时间"),
    ("decision", "told_officers"): QT_TRANSLATE_NOOP("Forms", "告知听证员情况"),
    ("supervisor_feedback", "name"): QT_TRANSLATE_NOOP("Forms", "人民监督员"),
    ("supervisor_feedback", "opinion"): QT_TRANSLATE_NOOP("Forms", "意见"),
    ("supervisor_feedback", "reply"): QT_TRANSLATE_NOOP("Forms", "答复"),
}

_GROUPS = {
    "meeting": QT_TRANSLATE_NOOP("Forms", "会议"),
    "organ": QT_TRANSLATE_NOOP("Forms", "参加单位"),
    "case": QT_TRANSLATE_NOOP("Forms", "案件"),
    "party": QT_TRANSLATE_NOOP("Forms", "当事人"),
    "request": QT_TRANSLATE_NOOP("Forms", "提请与审批"),
    "request_reason": QT_TRANSLATE_NOOP("Forms", "提请事由"),
    "request_issue": QT_TRANSLATE_NOOP("Forms", "议题"),
    "schedule": QT_TRANSLATE_NOOP("Forms", "时间安排"),
    "remote_venue": QT_TRANSLATE_NOOP("Forms", "视频分会场"),
    "participant_notice": QT_TRANSLATE_NOOP("Forms", "告知参加人"),
    "participant": QT_TRANSLATE_NOOP("Forms", "参会人员"),
    "quorum": QT_TRANSLATE_NOOP("Forms", "人数要求"),
    "recusal": QT_TRANSLATE_NOOP("Forms", "回避"),
    "material": QT_TRANSLATE_NOOP("Forms", "会议材料"),
    "agenda_item": QT_TRANSLATE_NOOP("Forms", "议程"),
    "question": QT_TRANSLATE_NOOP("Forms", "问题"),
    "line": QT_TRANSLATE_NOOP("Forms", "发言记录"),
    "opinion": QT_TRANSLATE_NOOP("Forms", "参考意见"),
    "signature": QT_TRANSLATE_NOOP("Forms", "签名"),
    "correction_sheet": QT_TRANSLATE_NOOP("Forms", "更正说明"),
    "office_rule": QT_TRANSLATE_NOOP("Forms", "本院规则"),
    "kept_wording": QT_TRANSLATE_NOOP("Forms", "保留的用语"),
    "handler_note": QT_TRANSLATE_NOOP("Forms", "承办检察官参考情况说明"),
    "handler_answer": QT_TRANSLATE_NOOP("Forms", "意见参考情况"),
    "divergence_report": QT_TRANSLATE_NOOP("Forms", "分歧情况报告"),
    "archive": QT_TRANSLATE_NOOP("Forms", "归档"),
    "approval": QT_TRANSLATE_NOOP("Forms", "听证审批"),
    "deliberation": QT_TRANSLATE_NOOP("Forms", "休会评议"),
    "officer_view": QT_TRANSLATE_NOOP("Forms", "听证员意见"),
    "transcript_check": QT_TRANSLATE_NOOP("Forms", "笔录校阅"),
    "decision": QT_TRANSLATE_NOOP("Forms", "处理决定与采纳情况"),
    "supervisor_feedback": QT_TRANSLATE_NOOP("Forms", "人民监督员意见答复"),
}

_HINTS = {
    ("meeting", "number"): QT_TRANSLATE_NOOP("Forms", "如：××检联〔2025〕7号"),
    ("meeting", "profile"): QT_TRANSLATE_NOOP(
        "Forms", "决定提示、人数、期限、签名人和文书，不改变意见的参考性质。"
    ),
    ("case", "state_secret"): QT_TRANSLATE_NOOP(
        "Forms",
        "密级标志由有权定密的机关和人员确定，这里只照案卷填写；未取得涉密资质的计算机不得处理国家秘密。",
    ),
    ("case", "work_secret"): QT_TRANSLATE_NOOP("Forms", "按本单位规定管理，不标注密级。"),
    ("party", "display"): QT_TRANSLATE_NOOP("Forms", "与姓名不同时填写"),
    ("request", "handler_view"): QT_TRANSLATE_NOOP("Forms", "承办检察官个人意见，供讨论。"),
    ("schedule", "postponed_from"): QT_TRANSLATE_NOOP("Forms", "延期召开的，填写原定时间。"),
    ("deliberation", "majority"): QT_TRANSLATE_NOOP(
        "Forms", "仅用于听证文书，是依法处理案件的重要参考，不是处理决定。"
    ),
    ("decision", "consent_at"): QT_TRANSLATE_NOOP(
        "Forms", "不采纳听证员多数意见的，应当报检察长同意后作出决定。"
    ),
    ("decision", "told_officers"): QT_TRANSLATE_NOOP("Forms", "填写告知日期，可以附说明。"),
    ("opinion", "silence_reason"): QT_TRANSLATE_NOOP("Forms", "写明没有发表意见的原因"),
    ("archive", "period"): QT_TRANSLATE_NOOP("Forms", "一般与案卷相同。"),
    ("archive", "original"): QT_TRANSLATE_NOOP("Forms", "如：主办检察院1份、承办检察院1份"),
}

_PURPOSES = {
    "case": QT_TRANSLATE_NOOP(
        "Forms", "会议讨论或者听证的案件写在这里：案号、案由、当事人和保密情况。"
    ),
    "party": QT_TRANSLATE_NOOP("Forms", "还没有填写当事人。"),
    "participant_notice": QT_TRANSLATE_NOOP(
        "Forms", "逐人记下何时、以何种方式告知了听证的案由、时间和地点。"
    ),
    "participant": QT_TRANSLATE_NOOP("Forms", "还没有参会人员。"),
    "recusal": QT_TRANSLATE_NOOP(
        "Forms", "有人提出或者被要求回避的，记在这里；询问后无人回避的，也可以记一项。"
    ),
    "office_rule": QT_TRANSLATE_NOOP(
        "Forms", "采用比“严格参考”宽的规则时，写明本院规则的名称和文号。"
    ),
    "handler_answer": QT_TRANSLATE_NOOP(
        "Forms", "对记录中的每条意见，承办检察官说明是否采纳和理由。"
    ),
    "officer_view": QT_TRANSLATE_NOOP("Forms", "逐人填写听证员在评议中发表的意见和理由。"),
    "transcript_check": QT_TRANSLATE_NOOP(
        "Forms", "逐人记下校阅笔录和签名的情况，更正之处写明更正内容。"
    ),
    "supervisor_feedback": QT_TRANSLATE_NOOP("Forms", "人民监督员的意见和对它的答复写在这里。"),
    "signature": QT_TRANSLATE_NOOP("Forms", "还没有登记签名情况。"),
    "correction_sheet": QT_TRANSLATE_NOOP(
        "Forms", "还没有更正说明。写明更正何处、原文、更正为和理由。"
    ),
    "kept_wording": QT_TRANSLATE_NOOP("Forms", "没有说明理由后保留的用语。"),
}
"""What an empty list is for."""

_CHOICES = {
    Scope.DEPARTMENT: QT_TRANSLATE_NOOP("Forms", "部门"),
    Scope.CROSS_DEPARTMENT: QT_TRANSLATE_NOOP("Forms", "跨部门"),
    Scope.CROSS_COURT: QT_TRANSLATE_NOOP("Forms", "跨院"),
    Scope.INSTITUTIONAL: QT_TRANSLATE_NOOP("Forms", "院级"),
    Attendance.PRESENT: QT_TRANSLATE_NOOP("Forms", "到场"),
    Attendance.EXCUSED: QT_TRANSLATE_NOOP("Forms", "请假"),
    Attendance.ABSENT: QT_TRANSLATE_NOOP("Forms", "缺席"),
    Manner.SPOKEN: QT_TRANSLATE_NOOP("Forms", "口头"),
    Manner.WRITTEN: QT_TRANSLATE_NOOP("Forms", "书面"),
    Manner.NONE_GIVEN: QT_TRANSLATE_NOOP("Forms", "未发表"),
    SignatureStatus.SIGNED: QT_TRANSLATE_NOOP("Forms", "已签名"),
    SignatureStatus.REFUSED: QT_TRANSLATE_NOOP("Forms", "拒绝签名"),
    Road.OWN_DECISION: QT_TRANSLATE_NOOP("Forms", "自行决定"),
    Road.CHIEF: QT_TRANSLATE_NOOP("Forms", "报检察长"),
    Road.COMMITTEE: QT_TRANSLATE_NOOP("Forms", "提请检委会"),
    Road.SUPERIOR: QT_TRANSLATE_NOOP("Forms", "请示上级院"),
    AnswerStatus.ADOPTED: QT_TRANSLATE_NOOP("Forms", "采纳"),
    AnswerStatus.PARTLY: QT_TRANSLATE_NOOP("Forms", "部分采纳"),
    AnswerStatus.NOT_ADOPTED: QT_TRANSLATE_NOOP("Forms", "未采纳"),
    AnswerStatus.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Forms", "不涉及"),
}


def field_label(group: str, field: str) -> str:
    """Return what a field is called."""
    return _word(_FIELDS[group, field])


def field_hint(group: str, field: str) -> str:
    """Return what is said below a field; empty for most."""
    return _word(_HINTS.get((group, field), ""))


def group_title(group: str) -> str:
    """Return what a kind of entry is called."""
    return _word(_GROUPS[group])


def purpose(group: str) -> str:
    """Return what a list is for, said while it is empty."""
    return _word(_PURPOSES[group])


def choice_word(group: str, field: str, choice: str, profiles: Profiles) -> str:
    """Return what a value of a closed list is called; one that is in no list stays as it is."""
    match group, field:
        case "meeting", "profile":
            return profiles[choice].name_in(spoken_language()) if choice in profiles else choice
        case "participant", "role":
            return role_word(choice)
        case "participant", "mode":
            return mode_word(choice)
        case "line", "kind":
            return kind_word(choice)
        case _:
            return _word(_CHOICES.get(choice, choice))  # type: ignore[call-overload]  # enums of texts


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Forms", str(text)) if text else ""
