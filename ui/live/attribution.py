"""What to say when words are about to be attributed to somebody who is not there."""

from PySide6.QtCore import QCoreApplication

from models.presence import presence_now
from models.snapshot import MeetingSnapshot
from models.vocabulary import Mode, Presence
from ui.item_models.people import name_of
from ui.words import attendance_word, presence_word


def absence_words(meeting: MeetingSnapshot, participant_id: str | None) -> str:
    """Return the words to show beside what is typed; empty if that somebody is there.

    Who takes part in writing need not be in the room. Nothing is forbidden by it.
    """
    person = meeting.participants_by_id.get(participant_id)
    if person is None or person.mode == Mode.WRITTEN:
        return ""
    where = presence_now(meeting)[person.id]
    if where.is_there:
        return ""
    noted = where is not Presence.AWAY or person.attendance is not None
    word = presence_word(where, person.attendance) if noted else attendance_word(None)
    text = QCoreApplication.translate(
        "Attribution", "{name}现在不在场（{where}）。仍可记录，请核对发言人。"
    )
    return text.format(name=name_of(person), where=word)
