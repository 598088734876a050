"""A list of entries, each a card with a form: cases, parties, notices, answers, checks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from models.forms import GROUPS, Entry, Sheet
from models.locks import PAPERS
from ui.forms.form import GroupForm
from ui.forms.kit import FormKit
from ui.forms.labels import group_title, purpose
from ui.forms.paper_signing import PaperSigning
from ui.forms.tab_order import OwnOrder
from ui.icons import ThemedIcons
from ui.widgets.basics import button, label, row
from ui.widgets.page_scroll import PageScroll

_ROUNDS, _ROUND_MS = 5, 20  # wrapped texts of a page find their heights one after the other

_INNER = {"case": ("party",)}
"""Lists inside the entries of a list."""

_NAMES = {
    "participant_notice": "to",
    "recusal": "person",
    "handler_answer": "speaker",
    "office_rule": "organ",
}
"""The field that an entry is called by, where it is not its name."""


class EntryCard(OwnOrder):
    """One entry: its number and name, its form, and buttons to move or delete it."""

    move_asked = Signal(int)  # by how many places
    delete_asked = Signal()

    def __init__(self, kit: FormKit, group: str, entry_id: str) -> None:
        super().__init__()
        self.setObjectName("entryCard")
        self.group, self.entry_id = group, entry_id
        self._place = 0
        self._name = ""
        self.title = label("entryTitle", wrap=True)
        self.form = GroupForm(kit, group, tuple(GROUPS[group].fields))
        self.signing = PaperSigning(kit, group) if group in PAPERS else None
        self.inner = [
            EntryList(kit, inner, owner_id=lambda: self.entry_id) for inner in _INNER.get(group, ())
        ]
        self.up, self.down, self.delete = (button("ghost") for _ in range(3))
        icons = ThemedIcons(kit.theme, self)
        for part, icon in ((self.up, "arrow-up"), (self.down, "arrow-down")):
            icons.on_button(part, icon)
        icons.on_button(self.delete, "trash-2")
        self.up.clicked.connect(partial(self.move_asked.emit, -1))
        self.down.clicked.connect(partial(self.move_asked.emit, 1))
        self.delete.clicked.connect(self.delete_asked)
        head = row(self.title, self.up, self.down, self.delete, spacing=2)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.form)
        for inner in self.inner:
            column.addWidget(inner)
        if self.signing is not None:
            column.addWidget(self.signing)
        self.retranslate()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return the fields first, then the buttons above them."""
        signing = () if self.signing is None else (self.signing,)
        return (self.form, *self.inner, *signing, self.up, self.down, self.delete)

    def show_entry(self, entry: Entry, sheet: Sheet, *, place: int, last: int) -> None:
        """Show an entry that stands at a place of its list, counted from 0."""
        self._place = place
        self._name = str(entry.values.get(_NAMES.get(self.group, "name")) or "")
        self._say_title()
        self.form.show_entry(entry)
        for inner in self.inner:
            inner.show_sheet(sheet)
        if self.signing is not None:
            self.signing.show_entry(entry)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < last)

    def allow(self, *, changes: bool) -> None:
        """Offer to move and delete, or not."""
        for part in (self.up, self.down, self.delete):
            part.setVisible(changes)

    def commit(self) -> None:
        """Save what is being typed."""
        self.form.commit()
        for inner in self.inner:
            inner.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._say_title()
        self.form.retranslate()
        for inner in self.inner:
            inner.retranslate()
        if self.signing is not None:
            self.signing.retranslate()

    def _say_title(self) -> None:
        kind = group_title(self.group)
        pattern = QCoreApplication.translate("Forms", "{kind}{number}")
        text = pattern.format(kind=kind, number=self._place + 1)
        self.title.setText(f"{text} · {self._name}" if self._name else text)
        self.setAccessibleName(self.title.text())
        words = {
            self.up: QCoreApplication.translate("Forms", "上移（Ctrl+Shift+↑）"),
            self.down: QCoreApplication.translate("Forms", "下移（Ctrl+Shift+↓）"),
            self.delete: QCoreApplication.translate("Forms", "删除"),
        }
        spoken = QCoreApplication.translate("Forms", "{action}：{entry}")
        for part, word in words.items():
            part.setToolTip(word)
            part.setAccessibleName(spoken.format(action=word, entry=self.title.text()))


class EntryList(QFrame):
    """The entries of a group, of the meeting or of one owner, with a button that adds one."""

    arranged = Signal()  # cards came, went or moved

    def __init__(
        self,
        kit: FormKit,
        group: str,
        *,
        owner_id: Callable[[], str | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entryList")
        self._kit = kit
        self.group = group
        self._owner_id = owner_id
        self._wanted = ""  # the entry to go to once it is shown
        self._scroll = PageScroll(self)
        self._rounds = 0
        self._settling = QTimer(self, interval=_ROUND_MS)
        self._settling.timeout.connect(self._scroll_to_focused)
        self.cards: dict[str, EntryCard] = {}
        self.title = label("entryListTitle")
        self.empty = label("muted", wrap=True)
        self.add = button()
        ThemedIcons(kit.theme, self).on_button(self.add, "plus")
        self.add.clicked.connect(self.add_entry)
        kit.editor.entry_wanted.connect(self._take_wish)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.empty)
        column.addLayout(self._column)
        column.addLayout(row(self.add, None))
        self.title.setVisible(owner_id is not None)  # a list of the meeting stands in a section
        if owner_id is None:
            self._add_shortcuts()
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the entries as they are now; cards that stay keep what is typed in them."""
        entries = sheet.of(self.group, self._owner_id() if self._owner_id else None)
        shown = list(self.cards)
        self._drop_others({entry.id for entry in entries})
        locked = self._kit.editor.locked(self.group)
        for place, entry in enumerate(entries):
            card = self.cards.get(entry.id) or self._make_card(entry.id)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            card.show_entry(entry, sheet, place=place, last=len(entries) - 1)
            card.allow(changes=not self._kit.editor.locked(self.group, entry=entry))
        self.cards = {entry.id: self.cards[entry.id] for entry in entries}
        self.empty.setVisible(not entries)
        self.add.setVisible(not locked)
        if shown != list(self.cards):
            self.arranged.emit()
        self._go_to_wanted()

    def add_entry(self) -> None:
        """Add an entry at the end and go to its first field."""
        words = QCoreApplication.translate("Forms", "添加{kind}")
        self._kit.editor.add(
            self.group,
            [{}],
            name=words.format(kind=group_title(self.group)),
            owner_id=self._owner_id() if self._owner_id else None,
            then=self._want,
        )

    def delete_entry(self, entry_id: str) -> None:
        """Delete an entry; undo brings it back."""
        self.cards[entry_id].commit()
        words = QCoreApplication.translate("Forms", "删除{kind}")
        name = words.format(kind=group_title(self.group))
        self._kit.editor.delete(self.group, [entry_id], name=name)

    def move_entry(self, entry_id: str, by: int) -> None:
        """Move an entry up or down in the list."""
        to = list(self.cards).index(entry_id) + by
        if 0 <= to < len(self.cards):
            words = QCoreApplication.translate("Forms", "移动{kind}")
            name = words.format(kind=group_title(self.group))
            self._kit.editor.move(self.group, [entry_id], to, name=name)

    def commit(self) -> None:
        """Save what is being typed."""
        for card in self.cards.values():
            card.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        kind = group_title(self.group)
        self.title.setText(kind)
        self.setAccessibleName(kind)
        self.empty.setText(purpose(self.group))
        self.add.setText(QCoreApplication.translate("Forms", "添加{kind}").format(kind=kind))
        for card in self.cards.values():
            card.retranslate()

    def _make_card(self, entry_id: str) -> EntryCard:
        card = EntryCard(self._kit, self.group, entry_id)
        card.move_asked.connect(partial(self.move_entry, entry_id))
        card.delete_asked.connect(partial(self.delete_entry, entry_id))
        for inner in card.inner:
            inner.arranged.connect(self.arranged)
        self.cards[entry_id] = card
        return card

    def _drop_others(self, wanted: set[str]) -> None:
        for entry_id in [entry_id for entry_id in self.cards if entry_id not in wanted]:
            card = self.cards.pop(entry_id)
            if _holds_focus(card):
                self.add.setFocus()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _want(self, ids: object) -> None:
        assert isinstance(ids, tuple)  # what adding returns
        self._take_wish(self.group, str(ids[0]))

    def _take_wish(self, group: str, entry_id: str) -> None:
        if group == self.group:
            self._wanted = entry_id
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        card = self.cards.get(self._wanted)
        if card is not None:
            self._wanted = ""
            fields = list(card.form.editors.values())
            next((field for field in fields if not field.input.text()), fields[0]).take_focus()
            self._rounds = _ROUNDS
            self._settling.start()

    def _scroll_to_focused(self) -> None:
        card = next((one for one in self.cards.values() if _holds_focus(one)), None)
        if card is not None:
            self._scroll.bring_into_view(card.geometry())
        self._rounds -= 1
        if self._rounds <= 0 or card is None:
            self._settling.stop()

    def _add_shortcuts(self) -> None:
        """Move the innermost card that has the focus, by keys."""
        for keys, by in (("Ctrl+Shift+Up", -1), ("Ctrl+Shift+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))

    def _move_focused(self, by: int) -> None:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, EntryCard):
                if not self._kit.editor.locked(widget.group):
                    widget.move_asked.emit(by)
                return
            widget = widget.parentWidget()


def _holds_focus(card: EntryCard) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)
