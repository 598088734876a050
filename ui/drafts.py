"""Unfinished texts on their way to the disk, or refused by it: until then this run keeps them."""

from collections.abc import Mapping


class UnwrittenDrafts:
    """What is not on disk yet, by key; None for a draft to be forgotten."""

    def __init__(self) -> None:
        self._texts: dict[str, object] = {}
        self.refused = False  # whether the disk did not take the last ones

    def put(self, key: str, text: object) -> dict[str, object]:
        """Keep a text until it is written; return all that is due."""
        self._texts[key] = text
        return dict(self._texts)

    def drop(self, key: str) -> None:
        """Let go of a text."""
        self._texts.pop(key, None)

    def note_written(self, due: Mapping[str, object]) -> None:
        """Let go of texts that are on disk, unless newer ones came meanwhile."""
        self.refused = False
        for key, text in due.items():
            if self._texts.get(key, due) is text:
                del self._texts[key]

    def of(self, prefix: str) -> dict[str, object]:
        """Return those whose keys begin so."""
        return {key: text for key, text in self._texts.items() if key.startswith(prefix)}
