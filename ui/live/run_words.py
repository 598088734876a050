"""Words for what is under way: state, minutes, how late, and what to do now."""

from PySide6.QtCore import QCoreApplication

from models.running import Part, Running, Stage, Target
from ui.words import step_number, step_word

_MINUTE_S = 60


def title_of(part: Part) -> str:
    """Return what an item or a step is called, without its number."""
    return part.title if part.target.step is None else step_word(part.target.step)


def name_of_target(running: Running, target: Target | None) -> str:
    """Return an item or a step as it is named in a sentence, such as 第2项 or 第3步."""
    if target is None:
        return ""
    if target.step is not None:
        return step_number(target.step)
    part = running.part_of(target)
    number = "" if part is None else part.number
    return QCoreApplication.translate("Running", "第{number}项").format(number=number)


def stage_word(part: Part) -> str:
    """Return where an item or a step stands; empty if it is still ahead."""
    match part.stage:
        case Stage.NOW:
            return QCoreApplication.translate("Running", "进行中")
        case Stage.DONE:
            return QCoreApplication.translate("Running", "已完成")
        case Stage.NEXT if part.target.step is None:
            return QCoreApplication.translate("Running", "下一项")
        case Stage.NEXT:
            return QCoreApplication.translate("Running", "下一步")
        case Stage.AHEAD:
            return ""


def minutes_words(part: Part) -> str:
    """Return the minutes used and planned, as far as they are known."""
    used, planned = part.used, part.planned
    if used is None and planned is None:
        return ""
    if used is None:
        words = QCoreApplication.translate("Running", "计划{planned}分")
    elif planned is None:
        words = QCoreApplication.translate("Running", "用{used}分")
    else:
        words = QCoreApplication.translate("Running", "用{used}分 / 计划{planned}分")
    return words.format(used=used, planned=planned)


def over_word(minutes: int) -> str:
    """Return how far the planned minutes are exceeded; empty if they are not."""
    if minutes <= 0:
        return ""
    return QCoreApplication.translate("Running", "超{minutes}分").format(minutes=minutes)


def late_words(late: int | None) -> str:
    """Return how far the meeting is behind its plan or before it; empty if that is not known."""
    if late is None:
        return ""
    if late > 0:
        return QCoreApplication.translate("Running", "比计划晚{minutes}分钟").format(minutes=late)
    if late < 0:
        return QCoreApplication.translate("Running", "比计划早{minutes}分钟").format(minutes=-late)
    return QCoreApplication.translate("Running", "按计划进行")


def part_words(part: Part) -> str:
    """Return an item or a step with all that is known of it, for a screen reader."""
    named = f"{part.number} {title_of(part)}"
    parts = (named, stage_word(part), minutes_words(part), over_word(part.over))
    return "，".join(word for word in parts if word)
