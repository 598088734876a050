"""What to say when words are about to be attributed to somebody who is not there."""

from PySide6.QtCore import QCoreApplication

from models.snapshot import ParticipantView
from models.vocabulary import Mode, Presence
from ui.item_models.people import name_of
from ui.words import attendance_word, presence_word


def absence_words(person: ParticipantView, where: Presence) -> str:
    """Return the words to show beside what is typed; empty if that somebody is there.

    Who takes part in writing need not be in the room. Nothing is forbidden by it.
    """
    if where.is_there or person.mode == Mode.WRITTEN:
        return ""
    noted = where is not Presence.AWAY or person.attendance is not None
    word = presence_word(where, person.attendance) if noted else attendance_word(None)
    text = QCoreApplication.translate(
        "Attribution", "{name}现在不在场（{where}）。仍可记录，请核对发言人。"
    )
    return text.format(name=name_of(person), where=word)
