"""What is said of the quorum, and of what else the foot of the window counts of the record."""

from PySide6.QtCore import QCoreApplication

from models.quorum import QuorumNow
from models.snapshot import MeetingSnapshot


def quorum_text(found: QuorumNow) -> str:
    """Return how many count and are required, such as 5/3人 · 2/2院."""
    people = QCoreApplication.translate("Quorum", "{count}人")
    offices = QCoreApplication.translate("Quorum", "{count}院")
    parts = [people.format(count=_of(found.counted, found.required))]
    if found.required_offices is not None:
        parts.append(offices.format(count=_of(found.offices, found.required_offices)))
    return " · ".join(parts)


def missing_text(found: QuorumNow | None) -> str:
    """Return what is missing, in a sentence; empty if nothing is."""
    if found is None or found.met:
        return ""
    people = QCoreApplication.translate("Quorum", "现有{count}人，要求{required}人")
    offices = QCoreApplication.translate("Quorum", "人员来自{count}个院，要求{required}个院")
    parts = []
    if not found.enough_people:
        parts.append(people.format(count=found.counted, required=found.required))
    if not found.enough_offices:
        parts.append(offices.format(count=found.offices, required=found.required_offices))
    text = QCoreApplication.translate("Quorum", "人数不足：{missing}。")
    return text.format(missing=QCoreApplication.translate("Quorum", "；").join(parts))


def foot_words(meeting: MeetingSnapshot, quorum: QuorumNow | None) -> list[str]:
    """Return what the foot of the window says: the quorum, lines awaiting a speaker or a check."""
    words = []
    if quorum is not None and meeting.participants:
        text = QCoreApplication.translate("Quorum", "人数 {counts}")
        short = QCoreApplication.translate("Quorum", "人数不足 {counts}")
        words.append((text if quorum.met else short).format(counts=quorum_text(quorum)))
    nobodys = [line for line in meeting.lines if line.speaker_id is None]
    unknown = sum(line.awaits_speaker for line in nobodys)
    marked = len([line for line in meeting.lines if line.marked])
    if unknown:
        text = QCoreApplication.translate("Quorum", "发言人待核{count}条")
        words.append(text.format(count=unknown))
    if marked:
        text = QCoreApplication.translate("Quorum", "标记待核对{count}条")
        words.append(text.format(count=marked))
    return words


def _of(count: int, required: int | None) -> str:
    return str(count) if required is None else f"{count}/{required}"
