"""Who spoke a line: from the name and number in the file to one participant."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.errors import Fault
from models.text import for_comparison


class Speakers:
    """Finds the participant a line names, among the participants of its meeting."""

    def __init__(self, participants: Sequence[Mapping[str, Any]]) -> None:
        self._numbers = [participant.get("no") for participant in participants]
        self._as_written: dict[str, list[int]] = {}
        self._compared: dict[str, list[int]] = {}
        for index, participant in enumerate(participants):
            name = participant.get("name")
            if name is not None:
                self._as_written.setdefault(name, []).append(index)
                self._compared.setdefault(for_comparison(name), []).append(index)

    def of(self, line: Mapping[str, Any]) -> int | Fault | None:
        """Return the index of the speaker, or None while it is not known.

        A line that names nobody in the room, or one of two namesakes without saying which, gives
        the fault, its place relative to the line.
        """
        name, number = line.get("speaker"), line.get("speaker_no")
        if name is None:
            return None if number is None else Fault("speaker_no", "number_without_speaker")
        namesakes = self._as_written.get(name) or self._compared.get(for_comparison(name), [])
        if not namesakes:
            return Fault("speaker", "speaker_unknown", {"name": name})
        if number is not None:
            namesakes = [index for index in namesakes if self._numbers[index] == number]
            if not namesakes:
                return Fault("speaker_no", "speaker_other", {"name": name, "number": str(number)})
        if len(namesakes) > 1:
            return Fault("speaker", "speaker_ambiguous", {"name": name})
        return namesakes[0]
