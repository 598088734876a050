"""Finding words in the lines of a record, whatever their width, case and composition."""

import unicodedata
from collections.abc import Mapping, Sequence

from models.snapshot import LineView
from models.text import for_comparison


def lines_with(lines: Sequence[LineView], names: Mapping[str, str], query: str) -> tuple[str, ...]:
    """Return the ids of the lines in which every word of the query stands, in order.

    A word may stand in what was said, in its translation or original, or in the speaker's name;
    ``names`` are those by id of the speaker. Nothing is found without a word.
    """
    words = _folded(query).split()
    if not words:
        return ()
    return tuple(line.id for line in lines if _has(line, names, words))


def _has(line: LineView, names: Mapping[str, str], words: Sequence[str]) -> bool:
    parts = (line.text, line.source_text, line.translation, names.get(line.speaker_id or ""))
    text = _folded("\n".join(part for part in parts if part))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", for_comparison(text)).casefold()
