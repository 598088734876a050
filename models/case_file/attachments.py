"""The list ``attachments`` of the ``lianxi`` part: what is attached to which line or item.

An entry names a line of the record or an item of the agenda by its place; one with neither is
attached to the meeting as a whole. The bytes are not in the case file: the hash says which they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.attachments import Attachment
from models.case_file.additions import Values, as_it_stood, written
from models.errors import Fault
from models.meeting import Meeting

Document = Mapping[str, Any]


class AttachmentList:
    """Reads and writes the list."""

    key = "attachments"

    def describe(self, meeting: Meeting, *, plain: bool) -> list[dict[str, Any]]:
        """Return every attachment, in order."""
        entries = []
        for one in meeting.attachments:
            stood = one.shape if one.shape.keys and not plain else None
            entries.append(written({}, _values(one), stood))
        return entries

    def read(self, meeting: Meeting, data: Sequence[Mapping[str, Any]]) -> None:
        """Take the entries of a checked file over."""
        for position, entry in enumerate(data):
            one = Attachment(
                name=entry["name"],
                media_type=entry["media_type"],
                size=entry["size"],
                sha256=entry["sha256"],
                added_at=entry.get("added_at"),
                note=entry.get("note"),
                position=position,
            )
            if entry.get("record") is not None:
                one.line = meeting.lines[entry["record"] - 1]
            if entry.get("item") is not None:
                one.item = meeting.agenda[entry["item"] - 1]
            one.shape = as_it_stood(entry, set(_values(one)))
            meeting.attachments.append(one)


def _values(one: Attachment) -> Values:
    return {
        "record": (one.line_place, None),
        "item": (one.item_place, None),
        "name": (one.name, None),
        "media_type": (one.media_type, None),
        "size": (one.size, None),
        "sha256": (one.sha256, None),
        "added_at": (one.added_at, None),
        "note": (one.note, None),
    }


def attachment_faults(document: Document) -> Iterator[Fault]:
    """Find attachments of a line and an item at once, or of places that do not exist."""
    told = document.get("lianxi") or {}
    for index, entry in enumerate(told.get("attachments") or ()):
        here = f"lianxi.attachments[{index}]"
        if entry.get("record") is not None and entry.get("item") is not None:
            yield Fault(f"{here}.item", "record_or_item")
        for about, rows in (("record", "records"), ("item", "agenda")):
            if (entry.get(about) or 0) > len(document.get(rows) or ()):
                yield Fault(f"{here}.{about}", "no_such_place", {"number": str(entry[about])})
