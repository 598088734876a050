"""The list of the agenda: items with levels, planned minutes and computed clock times."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from models.agenda_plan import DEEPEST, USUAL, indented, planned
from models.forms import Sheet
from models.snapshot import AgendaItemView
from ui.editing import MeetingEditor
from ui.forms.text_list import TextList
from ui.item_models.agenda import ListedRow, agenda_items, agenda_rows
from ui.theme import Theme


class AgendaList(TextList):
    """Shows and changes the agenda of a meeting."""

    agenda = True

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        *,
        title: Callable[[], str],
        hint: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self.items: tuple[AgendaItemView, ...] = ()
        super().__init__(theme, editor, "agenda_item", title=title, hint=hint, parent=parent)
        view, field = self.view, self.add_row.field
        view.minutes_asked.connect(self._set_minutes)
        view.indent_asked.connect(lambda ids, by: self.changes.ask(lambda: self._indent(ids, by)))
        field.take_tab = self._change_new_level
        field.emptied_further.connect(lambda: self._set_new_level(self.add_row.level - 1))

    def add_usual(self) -> None:
        """Add the items that such a meeting usually has, in one step."""
        sheet = self._editor.sheet
        if sheet is not None:
            texts = [self.values_of(text) for text in USUAL[sheet.kind]]
            self.changes.add(texts, self.tr("采用通常议程"))

    def rows_of(self, sheet: Sheet) -> Sequence[ListedRow]:
        """Return the items with numbers and times."""
        self.items = agenda_items(sheet)
        return agenda_rows(self.items, held_from(sheet), held_to(sheet))

    def next_number(self, level: int) -> str:
        """Return the number that the next item would have at that level."""
        last = AgendaItemView("", "", level)
        return planned([*self.items, last], None)[-1].number

    def values_of(self, text: str) -> dict[str, object]:
        """Return the values of a new item, at the level of the field."""
        return {"title": text, "level": self.add_row.level}

    def keys_hint(self) -> str:
        """Return which keys change the list."""
        return self.tr(
            "写的时候或者选中以后，Tab、Shift+Tab改级别。选中以后：键入数字填计划用时，"
            "Alt+↑、Alt+↓移动，F2修改，Delete删除，Esc离开；也可以用鼠标拖动。"
        )

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the agenda of that meeting; what is being typed stays below what is there."""
        super().show_sheet(sheet)
        self._set_new_level(self.add_row.level)

    def _set_minutes(self, ids: Sequence[str], minutes: int | None) -> None:
        name = self.tr("修改计划用时")
        values = {
            item.id: {"planned_minutes": minutes}
            for item in self.items
            if item.id in ids and item.planned_minutes != minutes
        }
        if values:
            self.changes.ask(lambda: self.changes.set_each(values, name))

    def _indent(self, ids: Sequence[str], by: int) -> None:
        levels = indented(self.items, ids, by)
        if levels:
            name = self.tr("调整议程级别")
            values = {item_id: {"level": level} for item_id, level in levels.items()}
            self.changes.set_each(values, name)

    def _change_new_level(self, forwards: bool) -> bool:  # noqa: FBT001  # as Qt asks
        """Change the level of what is being typed by Tab; with nothing typed, go on."""
        if not self.add_row.field.text():
            return False
        self._set_new_level(self.add_row.level + (1 if forwards else -1))
        return True

    def _set_new_level(self, level: int) -> None:
        deepest = min(self._rows[-1].level + 1, DEEPEST) if self._rows else 0
        self.add_row.set_level(max(0, min(level, deepest)))
        self.add_row.show_number(self.next_number(self.add_row.level))


def held_from(sheet: Sheet) -> str | None:
    """Return when the meeting begins, as far as that is known."""
    return _time(sheet, "held_from")


def held_to(sheet: Sheet) -> str | None:
    """Return when the meeting is planned to end, as far as that is known."""
    return _time(sheet, "held_to")


def _time(sheet: Sheet, field: str) -> str | None:
    schedule = sheet.single("schedule")
    value = schedule.values[field] if schedule is not None else None
    return value if isinstance(value, str) else None
