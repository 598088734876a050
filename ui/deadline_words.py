"""The deadlines of a meeting in words, in the language in force."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.deadlines import Deadline, Outcome
from models.profile_terms import DeadlineKind
from ui.words import date_text

_KINDS = {
    DeadlineKind.APPROVAL: QT_TRANSLATE_NOOP("Deadlines", "审批"),
    DeadlineKind.PAPERS: QT_TRANSLATE_NOOP("Deadlines", "发出通知和材料"),
    DeadlineKind.NOTICE: QT_TRANSLATE_NOOP("Deadlines", "告知参加人"),
    DeadlineKind.PUBLIC_NOTICE: QT_TRANSLATE_NOOP("Deadlines", "发布公告"),
    DeadlineKind.OBSERVERS: QT_TRANSLATE_NOOP("Deadlines", "旁听申请截止"),
}
_OUTCOMES = {
    Outcome.KEPT: QT_TRANSLATE_NOOP("Deadlines", "按时"),
    Outcome.MISSED: QT_TRANSLATE_NOOP("Deadlines", "逾期"),
    Outcome.OPEN: QT_TRANSLATE_NOOP("Deadlines", "未到期"),
}


def deadline_what(deadline: Deadline) -> str:
    """Return what is to be done, and whom it is to reach where several are."""
    what = _word(_KINDS[deadline.kind])
    if not deadline.whom:
        return what
    return QCoreApplication.translate("Deadlines", "{what}：{whom}").format(
        what=what, whom=deadline.whom
    )


def deadline_due(deadline: Deadline) -> str:
    """Return until when it is to be done."""
    pattern = QCoreApplication.translate("Deadlines", "至迟{day}")
    return pattern.format(day=date_text(deadline.due.isoformat()))


def deadline_outcome(deadline: Deadline) -> str:
    """Return how it stands: kept, missed or open, and when it was done."""
    outcome = _word(_OUTCOMES[deadline.outcome])
    if deadline.done is None:
        if deadline.outcome is Outcome.MISSED:
            return QCoreApplication.translate("Deadlines", "已过期限，没有填写办理时间")
        return outcome
    pattern = QCoreApplication.translate("Deadlines", "{outcome}（{day}）")
    return pattern.format(outcome=outcome, day=date_text(deadline.done.isoformat()))


def deadline_source(deadline: Deadline) -> str:
    """Return the rule that sets it; a quotation."""
    pattern = QCoreApplication.translate("Deadlines", "依据：{source}")
    return pattern.format(source=deadline.source)


def joined(words: Iterable[str]) -> str:
    """Return words in one line, for the screen reader."""
    return QCoreApplication.translate("Deadlines", "，").join(words)


def _word(text: object) -> str:  # PySide6 declares that QT_TRANSLATE_NOOP returns an object
    return QCoreApplication.translate("Deadlines", str(text))
