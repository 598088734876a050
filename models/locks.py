"""What of a meeting is closed to changes: by the meeting's state, or by a paper's own signature."""

from models.forms import GROUPS, Entry, Sheet
from models.states import STATES

PAPERS = ("handler_note", "divergence_report", "decision", "correction_sheet")
"""The groups whose entries are signed by themselves (:mod:`models.operations.papers`)."""


def is_locked(sheet: Sheet, group: str, field: str = "", entry: Entry | None = None) -> bool:
    """Say whether a field of an entry, or without one the list of a group, may not change any more.

    A paper that is signed by itself locks what is in it, whatever the meeting's state.
    """
    rule = GROUPS[group]
    if STATES[sheet.state].locks(rule.openness(field)):
        return True
    owner = sheet.single(rule.owner) if rule.owner not in ("", "meeting") else None
    paper = entry if rule.many else sheet.single(group)
    return any(one is not None and one.signed_at is not None for one in (paper, owner))
