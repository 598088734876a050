"""The meeting that is being edited: its values, the way of every change, and half-entered texts.

Pages and forms show the sheet and ask for changes; whether a change is taken, the operations
decide. A text that cannot be saved yet is kept as a draft and comes back with its field.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from models.field_values import fault_of
from models.forms import GROUPS, Entry, Sheet
from models.handler_answers import fault_of_answer
from models.locks import is_locked
from models.profile_rules import ChoiceFault, choosing_of, fault_of_change, office_rules_of
from models.profiles import Profile, profile_of, roles_of
from ui import operations
from ui.changes import Change, Operation
from ui.queries import meeting_sheet
from ui.workspace import Then, Workspace


class MeetingEditor(QObject):
    """Holds the sheet of one meeting and runs its changes."""

    shown = Signal(object)  # the Sheet, when another meeting or other values came
    refused = Signal(object)  # an AppError that no form shows by itself
    signing_asked = Signal(str, str)  # group and id of a paper that is signed by itself
    entry_wanted = Signal(str, str)  # group and id of an entry of a list to go to

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.sheet: Sheet | None = None
        self._wanted = ""
        self._drafts: dict[str, object] = {}
        workspace.changed.connect(self._follow)

    @property
    def meeting_id(self) -> str:
        """The id of the meeting that is edited; empty if there is none."""
        return self._wanted

    def show_meeting(self, meeting_id: str) -> None:
        """Edit that meeting from now on."""
        if meeting_id == self._wanted:
            return
        self._wanted = meeting_id
        self.sheet = None
        self._drafts = {}
        if not meeting_id:
            return
        self.workspace.read_drafts(
            f"field/{meeting_id}/", then=self._take_drafts, place="field drafts"
        )
        self._load()

    def locked(self, group: str, field: str = "", entry: Entry | None = None) -> bool:
        """Say whether a field, or the list of a group, may not change any more."""
        return self.sheet is None or is_locked(self.sheet, group, field, entry)

    def choices(self, group: str, field: str) -> tuple[str, ...]:
        """Return the closed list of a field, of the office's own values where profiles add some."""
        if group == "meeting" and field == "profile":
            kind = self.sheet.kind if self.sheet else None
            return tuple(p.id for p in self.workspace.profiles.values() if p.kind is kind)
        if group == "participant" and field == "role" and self.sheet is not None:
            return tuple(sorted(roles_of(self.sheet.kind, self.workspace.profiles)))
        return GROUPS[group].fields[field].choices

    def fault(
        self, group: str, field: str, value: object, entry: Entry | None = None
    ) -> str | None:
        """Return the code of what is wrong with a value of an entry, or None."""
        code = fault_of(GROUPS[group].fields[field], value, self.choices(group, field))
        if code is None and group == "handler_answer" and entry is not None:
            code = fault_of_answer(entry, field, value)
        if code is None and (group, field) == ("meeting", "profile"):
            fault = self.fault_of_profile(value)
            code = fault.kind if fault else None
        return code

    def fault_of_profile(self, value: object) -> ChoiceFault | None:
        """Return why the meeting may not turn to a profile, or None."""
        if self.sheet is None:
            return None
        profiles, rules = self.workspace.profiles, office_rules_of(self.sheet)
        wanted = profile_of(self.sheet.kind, str(value or ""), profiles)
        return fault_of_change(choosing_of(self.sheet), wanted, profiles, rules)

    @property
    def profile(self) -> Profile:
        """The profile that the meeting follows."""
        assert self.sheet is not None  # whoever asks shows it
        wanted = choosing_of(self.sheet).profile
        return profile_of(self.sheet.kind, wanted, self.workspace.profiles)

    def set_values(
        self,
        group: str,
        values: Mapping[str, object],
        *,
        name: str,
        entry_id: str | None = None,
        then: Then | None = None,
        otherwise: Then | None = None,
    ) -> None:
        """Set fields of one entry; ``name`` is what the step is called in the menu."""
        operation = operations.set_values(
            self._wanted,
            group,
            values,
            profiles=self.workspace.profiles,
            name=name,
            entry_id=entry_id,
        )
        self.run(operation, then=then, otherwise=otherwise)

    def add(
        self,
        group: str,
        values: Sequence[Mapping[str, object]],
        *,
        name: str,
        owner_id: str | None = None,
        at: int | None = None,
        then: Then | None = None,
    ) -> None:
        """Add entries to a list; ``then`` gets their ids, a tuple of texts."""
        operation = operations.add_entries(
            self._wanted,
            group,
            values,
            profiles=self.workspace.profiles,
            name=name,
            owner_id=owner_id,
            at=at,
        )
        self.run(operation, then=then)

    def delete(self, group: str, entry_ids: Sequence[str], *, name: str) -> None:
        """Delete entries of a list."""
        profiles = self.workspace.profiles
        operation = operations.delete_entries(
            self._wanted, group, entry_ids, profiles=profiles, name=name
        )
        self.run(operation)

    def move(self, group: str, entry_ids: Sequence[str], to: int, *, name: str) -> None:
        """Put entries at a place of their list, counted from 0 without them."""
        self.run(operations.move_entries(self._wanted, group, entry_ids, to, name=name))

    def run(
        self, operation: Operation, *, then: Then | None = None, otherwise: Then | None = None
    ) -> None:
        """Run any operation; a refusal that the caller does not take is told by the window."""
        self.workspace.run(operation, then=then, otherwise=otherwise or self.refused.emit)

    def draft(self, group: str, field: str, entry: Entry | None) -> object:
        """Return the half-entered text of a field, or None."""
        return self._drafts.get(self._draft_key(group, field, entry))

    def keep_draft(self, group: str, field: str, entry: Entry | None, text: str | None) -> None:
        """Keep a half-entered text, or forget it with None."""
        key = self._draft_key(group, field, entry)
        if text == self._drafts.get(key):
            return
        if text is None:
            self._drafts.pop(key, None)
        else:
            self._drafts[key] = text
        self.workspace.keep_draft(key, text)

    def _draft_key(self, group: str, field: str, entry: Entry | None) -> str:
        return f"field/{self._wanted}/{group}/{entry.id if entry else ''}/{field}"

    def _take_drafts(self, found: object) -> None:
        self._drafts = {**cast("dict[str, object]", found), **self._drafts}
        if self.sheet is not None:
            self.shown.emit(self.sheet)

    def _follow(self, change: object) -> None:
        assert isinstance(change, Change)  # what the signal carries
        if self._wanted in change.meetings and not change.only("line", "opinion"):
            self._load()

    def _load(self) -> None:
        self.workspace.read(
            meeting_sheet,
            self._wanted,
            then=self._take_sheet,
            otherwise=self._tell,
            place="sheet",
        )

    def _take_sheet(self, found: object) -> None:
        sheet = cast("Sheet", found)
        if sheet.id == self._wanted:
            self.sheet = sheet
            self.shown.emit(sheet)

    def _tell(self, error: object) -> None:
        if isinstance(error, AppError):
            self.refused.emit(error)
