"""What a profile allows, in plain words made from its data, in the language in force.

The words of a rule's title and source stay as the office wrote them: they are quotations.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.profile_terms import (
    CollectiveView,
    DeadlineKind,
    DeadlineRule,
    MajorityEffect,
    QuorumRule,
    SummaryPaper,
)
from models.profiles import Profile
from models.vocabulary import MeetingKind, Role
from ui.paper_names import paper_name
from ui.wording_words import wording_words
from ui.words import role_word

_VIEWS = {
    CollectiveView.NONE: QT_TRANSLATE_NOOP("Rules", "意见按发言人分别记录，不作归并"),
    CollectiveView.BY_ISSUE: QT_TRANSLATE_NOOP("Rules", "意见可以按问题归并，不写人数"),
}
_SUMMARIES = {
    SummaryPaper.NONE: QT_TRANSLATE_NOOP("Rules", "会议记录以外不另作材料"),
    SummaryPaper.BY_PERSON: QT_TRANSLATE_NOOP("Rules", "可以按发言人另作参考意见汇编"),
    SummaryPaper.POINTS: QT_TRANSLATE_NOOP("Rules", "可以另作讨论要点"),
    SummaryPaper.MINUTES: QT_TRANSLATE_NOOP("Rules", "可以另作会议纪要"),
}
_MAJORITIES = {
    MajorityEffect.NONE: QT_TRANSLATE_NOOP("Rules", "多数人的看法不产生程序后果"),
    MajorityEffect.REPORT: QT_TRANSLATE_NOOP(
        "Rules",
        "部门负责人或者承办检察官不同意多数人意见的，由部门负责人另行报告检察长，不写入会议记录",
    ),
    MajorityEffect.LOCAL: QT_TRANSLATE_NOOP(
        "Rules", "多数人的看法产生什么后果，依照本院规则，程序不作统计"
    ),
    MajorityEffect.OUTSIDE: QT_TRANSLATE_NOOP(
        "Rules", "多数人的看法在会议记录以外处理，程序不作统计"
    ),
}
_AFTERWARDS = {
    MajorityEffect.NONE: QT_TRANSLATE_NOOP("Rules", "意见不同不产生程序后果"),
    MajorityEffect.REPORT: QT_TRANSLATE_NOOP(
        "Rules", "依规定须报告的分歧，由部门负责人另行报告检察长，不写入会议记录"
    ),
    MajorityEffect.LOCAL: QT_TRANSLATE_NOOP("Rules", "分歧依照本院规则另行处理，不写入会议记录"),
    MajorityEffect.OUTSIDE: QT_TRANSLATE_NOOP("Rules", "分歧在会议记录以外处理"),
}
"""The same for the pages of a conference, where nothing speaks of a majority."""

_DEADLINES = {
    DeadlineKind.APPROVAL: QT_TRANSLATE_NOOP("Rules", "提请后{days}日内审批"),
    DeadlineKind.PAPERS: QT_TRANSLATE_NOOP("Rules", "会议{days}日前发出通知和材料"),
    DeadlineKind.NOTICE: QT_TRANSLATE_NOOP("Rules", "听证{days}日前告知参加人"),
    DeadlineKind.PUBLIC_NOTICE: QT_TRANSLATE_NOOP("Rules", "公开听证{days}日前发布公告"),
    DeadlineKind.OBSERVERS: QT_TRANSLATE_NOOP("Rules", "旁听申请至迟在听证{days}日前截止"),
}
_ON_THE_DAY = {
    DeadlineKind.APPROVAL: QT_TRANSLATE_NOOP("Rules", "提请当日审批"),
    DeadlineKind.PAPERS: QT_TRANSLATE_NOOP("Rules", "至迟在会议当日发出通知和材料"),
    DeadlineKind.NOTICE: QT_TRANSLATE_NOOP("Rules", "至迟在听证当日告知参加人"),
    DeadlineKind.PUBLIC_NOTICE: QT_TRANSLATE_NOOP("Rules", "至迟在听证当日发布公告"),
    DeadlineKind.OBSERVERS: QT_TRANSLATE_NOOP("Rules", "旁听申请至迟在听证当日截止"),
}


def profile_sentence(profile: Profile) -> str:
    """Return in one sentence what following a profile means."""
    if profile.kind is MeetingKind.HEARING:
        return QCoreApplication.translate(
            "Rules", "听证意见是依法处理案件的重要参考，不是处理决定。"
        )
    parts = (
        _word(_VIEWS[profile.collective_view]),
        _word(_SUMMARIES[profile.summary]),
        _word(_AFTERWARDS[profile.majority]),
    )
    return QCoreApplication.translate("Rules", "{one}；{two}；{three}。").format(
        one=parts[0], two=parts[1], three=parts[2]
    )


def local_rule_sentence(profile: Profile) -> str:
    """Return which local rules a profile needs; empty if it needs none."""
    if not profile.weaker_than_strict:
        return ""
    return QCoreApplication.translate(
        "Rules", "比“严格参考”宽：须有本院规则的名称和文号；跨院会议须有每个参加的检察院的规则。"
    )


def profile_facts(profile: Profile) -> list[tuple[str, str]]:
    """Return what a profile says, each fact with its label, in the order people ask."""
    conference = profile.kind is MeetingKind.JOINT_CONFERENCE
    facts = [
        (QCoreApplication.translate("Rules", "适用会议"), _kind_word(profile.kind)),
        *_allowed(profile),
    ]
    facts.append(
        (QCoreApplication.translate("Rules", "签名"), _list(map(role_word, profile.signers)))
    )
    if conference:
        facts.append(
            (QCoreApplication.translate("Rules", "计入人数"), quorum_words(profile.quorum))
        )
    facts.append((QCoreApplication.translate("Rules", "期限"), _deadlines(profile.deadlines)))
    facts.append((QCoreApplication.translate("Rules", "文书标题"), _titles(profile)))
    facts.append((QCoreApplication.translate("Rules", "文书引用"), _list(profile.cites)))
    facts.append((QCoreApplication.translate("Rules", "依据"), profile.source))
    facts.append((QCoreApplication.translate("Rules", "施行期间"), validity_words(profile)))
    return [(name, words) for name, words in facts if words]


def quorum_words(rule: QuorumRule) -> str:
    """Return who counts for the quorum and how many are required, with the source."""
    roles = list(rule.roles)
    if rule.handler_counts and Role.HANDLER not in roles:
        roles.append(Role.HANDLER)
    parts = [_list(map(role_word, roles))]
    if Role.HANDLER not in roles:
        parts.append(QCoreApplication.translate("Rules", "承办检察官不计入"))
    parts.append(QCoreApplication.translate("Rules", "检察官助理、书记员和回避的人员不计入"))
    if rule.required is not None:
        parts.append(
            QCoreApplication.translate("Rules", "不少于{count}人").format(count=rule.required)
        )
    if rule.share is not None:
        share = QCoreApplication.translate("Rules", "不少于部门检察官的{part}/{whole}")
        parts.append(share.format(part=rule.share[0], whole=rule.share[1]))
    if rule.offices is not None:
        parts.append(
            QCoreApplication.translate("Rules", "跨院会议来自{count}个以上检察院").format(
                count=rule.offices
            )
        )
    return _with_source(QCoreApplication.translate("Rules", "；").join(parts), rule.source)


def validity_words(profile: Profile) -> str:
    """Return from when to when a profile is in force; empty if nothing is said."""
    start, end = profile.valid_from, profile.valid_until
    if start and end:
        return QCoreApplication.translate("Rules", "{start}至{end}").format(
            start=start.isoformat(), end=end.isoformat()
        )
    if start:
        return QCoreApplication.translate("Rules", "{start}起").format(start=start.isoformat())
    return QCoreApplication.translate("Rules", "至{end}").format(end=end.isoformat()) if end else ""


def _allowed(profile: Profile) -> list[tuple[str, str]]:
    """Return what a profile allows; of a hearing's only what it says of wording."""
    between = QCoreApplication.translate("Rules", "；")
    wording = wording_words(profile.wording)
    if profile.kind is MeetingKind.HEARING:
        return [(QCoreApplication.translate("Rules", "用语"), between.join(wording))]
    kept = QCoreApplication.translate("Rules", "被拦下的用语可以写明理由后保留")
    rewritten = QCoreApplication.translate("Rules", "被拦下的用语须改写，不能保留")
    return [
        (QCoreApplication.translate("Rules", "意见归并"), _word(_VIEWS[profile.collective_view])),
        (QCoreApplication.translate("Rules", "材料"), _word(_SUMMARIES[profile.summary])),
        (QCoreApplication.translate("Rules", "程序后果"), _word(_MAJORITIES[profile.majority])),
        (
            QCoreApplication.translate("Rules", "用语"),
            between.join([kept if profile.keeps_blocked_wording else rewritten, *wording]),
        ),
        (
            QCoreApplication.translate("Rules", "本院规则"),
            local_rule_sentence(profile) or QCoreApplication.translate("Rules", "不需要"),
        ),
    ]


def _deadlines(rules: Mapping[DeadlineKind, DeadlineRule]) -> str:
    told = []
    for kind in (kind for kind in DeadlineKind if kind in rules):
        rule = rules[kind]
        words = _word((_DEADLINES if rule.days else _ON_THE_DAY)[kind]).format(days=rule.days)
        if rule.clear:
            words = QCoreApplication.translate("Rules", "{deadline}，首尾两日不计").format(
                deadline=words
            )
        told.append(_with_source(words, rule.source))
    return QCoreApplication.translate("Rules", "；").join(told)


def _titles(profile: Profile) -> str:
    """Return the titles that differ; of a summary paper only where one may be made."""
    none = profile.summary is SummaryPaper.NONE
    titles = {p: title for p, title in profile.titles.items() if not (none and p == "summary")}
    pattern = QCoreApplication.translate("Rules", "{paper}：{title}")
    return QCoreApplication.translate("Rules", "；").join(
        pattern.format(paper=paper_name(paper), title=title)
        for paper, title in sorted(titles.items())
    )


def _with_source(words: str, source: str) -> str:
    return (
        QCoreApplication.translate("Rules", "{words}（依据：{source}）").format(
            words=words, source=source
        )
        if source
        else words
    )


def _list(words: Iterable[str]) -> str:
    return QCoreApplication.translate("Rules", "、").join(words)


def _kind_word(kind: MeetingKind) -> str:
    return (
        QCoreApplication.translate("Rules", "检察听证")
        if kind is MeetingKind.HEARING
        else QCoreApplication.translate("Rules", "检察官联席会议")
    )


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Rules", str(text))
