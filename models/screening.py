"""What of a meeting the room may see: the one way from a meeting to the second screen.

Nothing is taken but titles, numbers, the question put, and name, role and office of who speaks.
"""

from collections.abc import Iterable

from models.agenda_plan import planned
from models.protection import concerns_minor, is_state_secret
from models.screen_view import ScreenView, SpeakerView
from models.snapshot import LineView, MeetingSnapshot, ParticipantView
from models.vocabulary import CONFERENCE_ROLES, MeetingKind, Role

DELIBERATION = 4
"""The step of a hearing in which its officers are alone (审查案件听证工作规定 art. 15)."""

_ADJOURNED = "H7"
_OFFICIAL_ROLES = CONFERENCE_ROLES | {Role.HEARING_OFFICER, Role.PEOPLES_SUPERVISOR}
"""Those who are here by their office; of others a protected case does not even tell the names."""


def screen_view(
    meeting: MeetingSnapshot,
    *,
    speaker_id: str | None = None,
    seconds: int | None = None,
    limit: int | None = None,
) -> ScreenView:
    """Return what the room may see of a meeting at this moment.

    The question is one of the meeting's own: that which the last line answers, or the only one
    there is. So no free text gets here. Of a protected case there is neither title nor question, and
    who is not here by office goes by the role alone.
    """
    guarded = is_guarded(meeting)
    title = (meeting.number if guarded else meeting.title) or ""
    item_id, step = _place(meeting)
    hearing = meeting.kind is MeetingKind.HEARING
    if hearing and _deliberates(meeting, step):
        return ScreenView(meeting.kind, title, neutral=True)
    number, item = _item(meeting, item_id)
    return ScreenView(
        meeting.kind,
        title,
        item_number=number,
        item_title="" if guarded else item,
        step=step if hearing else None,
        question="" if guarded else _question(meeting, item_id, step),
        speaker=_speaker(meeting.participants_by_id.get(speaker_id), guarded=guarded),
        seconds=seconds,
        limit=limit,
    )


def is_guarded(meeting: MeetingSnapshot) -> bool:
    """Say whether titles and questions may name somebody or something that the room shall not read.

    So it is where a minor or a state secret is concerned; a work secret (工作秘密) is to be kept
    from a hearing, to which outsiders come, while a conference has only those who deal with it.
    """
    hearing = meeting.kind is MeetingKind.HEARING
    return any(person.role == Role.MINOR for person in meeting.participants) or any(
        concerns_minor(case) or is_state_secret(case.state_secret) or (hearing and case.work_secret)
        for case in meeting.cases
    )


def _deliberates(meeting: MeetingSnapshot, step: int | None) -> bool:
    """Say whether the officers are alone: by the step, or by the state until a later step begins."""
    adjourned = meeting.state == _ADJOURNED and (step or 0) <= DELIBERATION
    return step == DELIBERATION or adjourned


def _place(meeting: MeetingSnapshot) -> tuple[str | None, int | None]:
    """Return the item or the step under way: where the last line stands, if no time was taken.

    A deliberation that is paused is not over.
    """
    if meeting.signed:
        return None, None
    if meeting.stretches:
        last = meeting.stretches[-1]
        goes_on = last.ended_at is None or last.step == DELIBERATION
        return (last.item_id, last.step) if goes_on else (None, None)
    last_line = meeting.lines[-1] if meeting.lines else None
    return (last_line.item_id, last_line.step) if last_line else (None, None)


def _item(meeting: MeetingSnapshot, item_id: str | None) -> tuple[str, str]:
    """Return number and title of an item: the number that notices went out with, if they did."""
    for one in planned(meeting.agenda, None):
        if one.item.id == item_id:
            return one.item.number or one.number, one.item.title
    return "", ""


def _question(meeting: MeetingSnapshot, item_id: str | None, step: int | None) -> str:
    texts = dict(zip(meeting.question_ids, meeting.questions, strict=True))
    if meeting.signed:
        return ""
    for line in _at_end(meeting.lines, item_id, step):
        if line.question_id in texts:
            return texts[line.question_id]
    return meeting.questions[0] if len(texts) == 1 else ""


def _at_end(
    lines: tuple[LineView, ...], item_id: str | None, step: int | None
) -> Iterable[LineView]:
    """Yield the lines that belong to what is under way, the last one first."""
    for line in reversed(lines):
        if (line.item_id, line.step) != (item_id, step):
            return
        yield line


def _speaker(person: ParticipantView | None, *, guarded: bool) -> SpeakerView | None:
    if person is None:
        return None
    if guarded and person.role not in _OFFICIAL_ROLES:
        return SpeakerView(role=person.role or "")
    return SpeakerView(person.name or "", person.role or "", person.organ or "")
