"""Unfinished lines as they are kept: what was typed and chosen, as JSON objects."""

from collections.abc import Mapping

from ui.operations import TypedLine


def draft_of(line: TypedLine, line_id: str = "") -> dict[str, object]:
    """Return a line as the draft that it was, of a new line or of a correction."""
    return {
        "id": line.draft_id,
        "text": line.text,
        "speaker": line.speaker_id,
        "kind": line.kind,
        "section": line.item_id if line.step is None else line.step,
        "at": line.at,
        "editing": line_id,
    }


def joined(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Return two drafts of new lines as one, said as the first was."""
    texts = (str(one.get("text") or "") for one in (first, second))
    return {**first, "text": "\n".join(text for text in texts if text), "editing": ""}
