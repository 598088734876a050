"""A list of texts of a meeting: organs, reasons, issues, questions, materials.

Its last row is a field that is always there: Enter adds what was typed and stays. Several lines
pasted there become as many rows. What was typed and not added is kept as a draft.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.agenda_plan import Arrangement, arranged, shifted, with_below
from models.authored import guard_field
from models.forms import GROUPS, Entry, Sheet
from ui.editing import MeetingEditor
from ui.forms.list_changes import ListChanges
from ui.guard.judging import FieldWording
from ui.item_models.agenda import ListedRow, text_rows
from ui.theme import Theme
from ui.widgets.add_row import AddRow
from ui.widgets.basics import frame, label, row
from ui.widgets.ordered_list import OrderedList
from ui.widgets.row_field import focus_is_in

_DRAFT_MS = 1000
_NEW = "new"  # what the draft of a row that is not there yet is called


class TextList(QFrame):
    """The texts of a group, one per row, with a field at the end that adds more.

    ``owner_id`` tells whose texts they are where a meeting has several owners (of its cases one).
    """

    agenda = False

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        group: str,
        *,
        title: Callable[[], str],
        hint: Callable[[], str],
        owner_id: Callable[[], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editor = editor
        self._group = group
        self._field = next(iter(GROUPS[group].fields))
        self._title_text = title
        self._hint_text = hint
        self._owner_id = owner_id or (lambda: None)
        self._shown_for: tuple[str, str | None] = ("", None)
        self._rows: tuple[ListedRow, ...] = ()
        self._place_after_delete = -1
        self._kept: dict[str, str | None] = {}  # drafts that the timer will keep
        self.title = label("paneTitle")
        self.count = label("muted")
        self.view = OrderedList(theme, agenda=self.agenda)
        self.add_row = AddRow(theme, self.view.delegate)
        self.above = QVBoxLayout()  # what the list says of itself below its title
        self.nothing = label("muted", wrap=True)
        self.nothing.setContentsMargins(26, 6, 14, 6)
        self.nothing.hide()
        self.wording: FieldWording | None = None
        if guard_field(group, self._field) is not None:
            self.wording = FieldWording(theme, editor, group, self._field)
        self.changes = ListChanges(editor, group, self._owner_id, self)
        self._timer = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._timer.timeout.connect(self._keep_drafts)
        self._lay_out()
        self._connect()
        self.retranslate()
        if editor.sheet is not None:
            self.show_sheet(editor.sheet)
        else:
            self.set_locked()

    @property
    def group(self) -> str:
        """The group whose texts are listed."""
        return self._group

    def go_to(self, row_id: str) -> bool:
        """Take the focus at a row; say whether it is there."""
        place = next((n for n, one in enumerate(self._rows) if one.id == row_id), -1)
        if place >= 0:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.go_to(place)
        return place >= 0

    @property
    def rows(self) -> tuple[ListedRow, ...]:
        """The rows as listed."""
        return self._rows

    def enter(self) -> None:
        """Take the focus where one begins.

        A focus proxy would not do: Tab passes by the other parts of whoever has one.
        """
        begin = self.add_row.field if self.add_row.isVisibleTo(self) else self.view
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what is being typed."""
        self.view.writer.close(save=True, focus=focus_is_in(self.view))
        self._add_typed()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the texts of that meeting, leaving alone what the user is at."""
        whose = (sheet.id, self._owner_id())
        if whose != self._shown_for:
            self._shown_for = whose
            self._kept.clear()
            self.view.writer.close(save=False, focus=False)
            self.add_row.start_anew()
        self._rows = tuple(map(self._with_draft, self.rows_of(sheet)))
        self.view.show_rows(list(self._rows))
        self.count.setText(str(len(self._rows)) if self._rows else "")
        self._restore_typed()
        self._choose_after_delete()
        self.set_locked()
        self.add_row.show_number(self.next_number(self.add_row.level))
        self.changes.rows_came()

    def set_locked(self) -> None:
        """Let the list be changed, or only be read, as the meeting is."""
        locked = self._editor.sheet is None or self._editor.locked(self._group)
        self.view.set_open(not locked)
        self.add_row.setVisible(not locked)
        self.nothing.setVisible(locked and not self._rows)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(self._title_text())
        self.nothing.setText(self.tr("（没有）"))
        self.add_row.show_hint(self._hint_text(), self._title_text())
        self.view.setAccessibleName(self._title_text())
        self.view.setAccessibleDescription(self.keys_hint())
        self.view.retranslate()
        if self._editor.sheet is not None:
            self.show_sheet(self._editor.sheet)

    def keys_hint(self) -> str:
        """Return which keys change the list."""
        return self.tr("F2修改，Delete删除，Alt+↑、Alt+↓移动，也可以用鼠标拖动。")

    def rows_of(self, sheet: Sheet) -> Sequence[ListedRow]:
        """Return the rows for a meeting."""
        return text_rows(sheet.of(self._group, self._owner_id()), self._field)

    def next_number(self, _level: int) -> str:
        """Return the number that the next text would have."""
        return str(len(self._rows) + 1)

    def values_of(self, text: str) -> dict[str, object]:
        """Return the values of a new row with that text."""
        return {self._field: text}

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        card = QVBoxLayout()
        card.setContentsMargins(1, 5, 1, 5)
        card.setSpacing(0)
        card.addWidget(self.view)
        card.addWidget(self.nothing)
        card.addWidget(self.add_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row(self.title, self.count, None))
        column.addLayout(self.above)
        column.addWidget(frame("card", card))
        if self.wording is not None:
            column.addWidget(self.wording.line)

    def _connect(self) -> None:
        view, field = self.view, self.add_row.field
        self._editor.shown.connect(self._take)
        field.entered.connect(self._add_typed)
        field.left.connect(self._add_typed)
        field.gone_up.connect(self._enter_from_below)
        field.lines_pasted.connect(self._add_texts)
        field.textChanged.connect(self._note_typed)
        if self.wording is not None:
            self.wording.line.watch(field)
            view.writer.field_opened.connect(self.wording.line.watch)
        view.rename_asked.connect(self._rename)
        view.text_kept.connect(self._note_draft)
        view.delete_asked.connect(lambda ids: self.changes.ask(lambda: self._delete(ids)))
        view.shift_asked.connect(lambda ids, by: self.changes.ask(lambda: self._shift(ids, by)))
        view.drop_asked.connect(self._drop)
        view.gone_on.connect(self.enter)

    def _take(self, sheet: object) -> None:
        assert isinstance(sheet, Sheet)  # what the signal carries
        self.show_sheet(sheet)

    def _add_typed(self) -> None:
        text = self.add_row.field.text()
        if text and self.add_row.isVisibleTo(self):
            self._add_texts((text,))

    def _add_texts(self, texts: Sequence[str]) -> None:
        name = self.tr("添加{list}").format(list=self._title_text())
        refused = partial(self._give_back, texts[0]) if len(texts) == 1 else None
        self.changes.add([self.values_of(text) for text in texts], name, refused=refused)
        self.add_row.field.show_text("")
        self._forget_draft(_NEW)

    def _rename(self, row_id: str, text: str) -> None:
        name = self.tr("修改{list}").format(list=self._title_text())
        refused = partial(self._keep, row_id, text)
        values = {row_id: {self._field: text}}
        self.changes.ask(lambda: self.changes.set_each(values, name, refused=refused))

    def _delete(self, ids: Sequence[str]) -> None:
        places = with_below(self._rows, ids)
        if places:
            self._place_after_delete = places[0]
            name = self.tr("删除{list}").format(list=self._title_text())
            self.changes.delete([self._rows[place].id for place in places], name)

    def _shift(self, ids: Sequence[str], by: int) -> None:
        self._arrange(shifted(self._rows, ids, by))

    def _drop(self, ids: Sequence[str], gap: int, level: int) -> None:
        rows = self._rows
        self.changes.ask(lambda: self._arrange(arranged(rows, ids, gap, level)))

    def _arrange(self, wanted: Arrangement | None) -> None:
        if wanted is not None:
            name = self.tr("移动{list}").format(list=self._title_text())
            self.changes.arrange(wanted, name)
            self.view.scrollTo(self.view.currentIndex())

    def _give_back(self, text: str) -> None:
        """Have a text that was not added in the field again."""
        if not self.add_row.field.text():
            self.add_row.restore(text)

    def _enter_from_below(self) -> None:
        if self._rows:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.go_to(len(self._rows) - 1)

    def _choose_after_delete(self) -> None:
        """Go to the row that took the place of those that were deleted."""
        place, self._place_after_delete = self._place_after_delete, -1
        if place < 0 or not self.view.hasFocus():
            return
        if self._rows:
            self.view.go_to(place)
        else:
            self.enter()

    def _note_typed(self) -> None:
        self.add_row.show_unsaved(on=False)
        self._note_draft(_NEW, self.add_row.field.text() or None)

    def _note_draft(self, row_id: str, text: str | None) -> None:
        if text is None:
            self._forget_draft(row_id)
        else:
            self._kept[row_id] = text
            if not self._timer.isActive():
                self._timer.start()

    def _forget_draft(self, row_id: str) -> None:
        self._kept.pop(row_id, None)
        self._keep(row_id, None)

    def _keep_drafts(self) -> None:
        for row_id, text in self._kept.items():
            self._keep(row_id, text)
        self._kept.clear()

    def _keep(self, row_id: str, text: str | None) -> None:
        field, entry = self._draft_place(row_id)
        self._editor.keep_draft(self._group, field, entry, text)

    def _draft_place(self, row_id: str) -> tuple[str, Entry | None]:
        """Return the field and the entry that a draft belongs to; a new row's to its owner."""
        entry_id = self._owner_id() if row_id == _NEW else row_id
        entry = Entry(entry_id, "", {}) if entry_id else None
        return (_NEW if row_id == _NEW else self._field), entry

    def _with_draft(self, listed: ListedRow) -> ListedRow:
        field, entry = self._draft_place(listed.id)
        draft = self._editor.draft(self._group, field, entry)
        if not isinstance(draft, str) or self.view.writer.is_at(listed.id):
            return listed
        return replace(listed, draft=draft)

    def _restore_typed(self) -> None:
        """Bring back what was typed before the program ended."""
        draft = self._editor.draft(self._group, *self._draft_place(_NEW))
        if isinstance(draft, str) and not self.add_row.touched and draft:
            self.add_row.restore(draft)
