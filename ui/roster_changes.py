"""What the page of people changes in a meeting: each change with its name, as one step."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from models.profile_terms import QuorumRule
from models.roster import Values, counts_by_role, join_list, joining, newcomer, read_list
from models.vocabulary import Attendance
from ui import operations
from ui.editing import MeetingEditor
from ui.forms.labels import field_label
from ui.item_models.roster import PersonRow, name_shown

if TYPE_CHECKING:
    from models.roster import KnownPerson

Added = Callable[[tuple[str, ...]], None]
"""What to do with the ids of people who were added."""


class RosterChanges(QObject):
    """Asks the editor for changes of the participants of its meeting."""

    def __init__(self, editor: MeetingEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor

    def add_known(self, person: "KnownPerson", *, then: Added) -> None:
        """Add somebody known, with the role held last."""
        roles = self._editor.choices("participant", "role")
        self._add([joining(person, self._present(), roles, self._rule)], then)

    def add_new(self, name: str, *, then: Added) -> None:
        """Add somebody of the host of whom only the name is known."""
        self._add([newcomer(name, self._host())], then)

    def add_list(
        self, text: str, known: "Sequence[KnownPerson]", *, then: Added
    ) -> tuple[int, int]:
        """Add everybody on a list; return how many that is, and how many are there already."""
        listed = read_list(text)
        people = join_list(
            listed,
            known,
            self._present(),
            roles=self._editor.choices("participant", "role"),
            host=self._host(),
            rule=self._rule,
        )
        self._add(people, then)
        return len(people), len(listed) - len(people)

    def set_for(self, people: Sequence[PersonRow], field: str, value: object) -> None:
        """Give all these people a value; the role brings along whether they count."""
        values: dict[str, Values] = {}
        for person in people:
            values[person.id] = {field: value}
            if field == "role":
                counting = counts_by_role(value, person.post, self._rule)
                values[person.id] = {"role": value, "counts_for_quorum": counting}
        words = field_label("participant", field)
        one, several = self.tr("修改{field}"), self.tr("修改{count}人的{field}")
        name = (one if len(people) == 1 else several).format(count=len(people), field=words)
        self._set_each(values, name)

    def toggle_presence(self, people: Sequence[PersonRow]) -> None:
        """Register these people as present; if all of them are, take that back."""
        if all(person.present for person in people):
            nothing = {person.id: {"attendance": None} for person in people}
            self._set_each(nothing, self.tr("取消登记到场"))
        else:
            self.register(people)

    def register(self, people: Sequence[PersonRow]) -> None:
        """Register these people as present."""
        values = {person.id: {"attendance": Attendance.PRESENT.value} for person in people}
        self._set_each(values, self.tr("登记到场"))

    def take_out(self, people: Sequence[PersonRow]) -> None:
        """Take these people out of the meeting."""
        if not people:
            return
        one, several = self.tr("移出{name}"), self.tr("移出{count}人")
        pattern = one if len(people) == 1 else several
        name = pattern.format(name=name_shown(people[0].name), count=len(people))
        self._editor.delete("participant", [person.id for person in people], name=name)

    def move(self, ids: Sequence[str], to: int) -> None:
        """Put people at a place, counted without them."""
        self._editor.move("participant", ids, to, name=self.tr("调整人员顺序"))

    def number(self) -> None:
        """Give everybody a number in the order they stand in."""
        self._editor.run(operations.number_people(self._editor.meeting_id))

    def store_count(self, count: int) -> None:
        """Write into the record how many count for the quorum."""
        name = self.tr("修改{field}").format(field=field_label("quorum", "counted"))
        self._editor.set_values("quorum", {"counted": count}, name=name)

    def _add(self, people: Sequence[Values], then: Added) -> None:
        if not people:
            return
        one, several = self.tr("添加{name}"), self.tr("添加{count}人")
        pattern = one if len(people) == 1 else several
        name = pattern.format(name=people[0]["name"], count=len(people))

        def added(ids: object) -> None:
            then(cast("tuple[str, ...]", ids))  # what adding returns

        self._editor.add("participant", people, name=name, then=added)

    def _set_each(self, values: Mapping[str, Values], name: str) -> None:
        if not values:
            return
        operation = operations.set_each(
            self._editor.meeting_id,
            "participant",
            values,
            profiles=self._editor.workspace.profiles,
            name=name,
        )
        self._editor.run(operation)

    @property
    def _rule(self) -> QuorumRule:
        return self._editor.profile.quorum

    def _present(self) -> tuple[Values, ...]:
        sheet = self._editor.sheet
        return tuple(e.values for e in sheet.of("participant")) if sheet else ()

    def _host(self) -> str | None:
        sheet = self._editor.sheet
        meeting = sheet.single("meeting") if sheet else None
        return cast("str | None", meeting.values["host"]) if meeting else None
