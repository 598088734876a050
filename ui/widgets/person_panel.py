"""The form of one person of the meeting, or of the rule of the quorum, beside the table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from models.forms import Entry
from ui.forms.form import GroupForm
from ui.forms.kit import FormKit
from ui.item_models.roster import name_shown
from ui.widgets.basics import button, label, row
from ui.widgets.focus import is_free_for

_PERSON = (
    "name",
    "number",
    "organ",
    "post",
    "grade",
    "role",
    "mode",
    "attendance",
    "counts_for_quorum",
    "note",
)
_QUORUM = ("rule", "required", "counted", "met")


class PersonPanel(QFrame):
    """Shows one form at a time, under the name of what it edits."""

    closed = Signal(bool)  # whether the cursor was in it

    def __init__(self, kit: FormKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("personPanel")
        self._kit = kit
        self._shown = ""  # the id of a participant, or "quorum"; empty while closed
        self._title = label("cardTitle", wrap=True)
        self._close = button("ghost")
        self._close.clicked.connect(self.close_form)
        self.person = GroupForm(kit, "participant", _PERSON)
        self.quorum = GroupForm(kit, "quorum", _QUORUM)
        self._organs = QStringListModel(self)
        self._offer_organs()
        head = row(self._title, self._close, spacing=8)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.person)
        column.addWidget(self.quorum)
        column.addStretch(1)
        self.hide()
        self.retranslate()

    @property
    def person_id(self) -> str:
        """Whose form is open; empty if nobody's."""
        return "" if self._shown == "quorum" else self._shown

    @property
    def is_open(self) -> bool:
        """Whether a form is open."""
        return bool(self._shown)

    def open_person(self, person_id: str) -> None:
        """Show the form of that person."""
        self._turn_to(person_id)

    def open_quorum(self) -> None:
        """Show the form of the rule of the quorum."""
        self._turn_to("quorum")
        self.quorum.editors["rule"].setFocus()

    def focus_on(self, field: str) -> None:
        """Put the cursor into a field of the person."""
        entry = self.person.editors[field].input.entry_widget()
        entry.setFocus()
        if isinstance(entry, QLineEdit):
            entry.selectAll()

    def refresh(self) -> None:
        """Show the values of the sheet; close if the person is no longer there."""
        if not self._shown:
            return
        entry = self._entry()
        if entry is None and self._shown != "quorum":
            self.close_form()
            return
        form = self.quorum if self._shown == "quorum" else self.person
        form.show_entry(entry)
        self._say_title(entry)

    def close_form(self) -> None:
        """Save what is typed and go."""
        if not self._shown:
            return
        self.commit()
        self._shown = ""
        focused = is_free_for(self)
        self.hide()
        self.closed.emit(focused)

    def commit(self) -> None:
        """Save what is being typed."""
        self.person.commit()
        self.quorum.commit()

    def offer_organs(self, organs: Sequence[str]) -> None:
        """Complete the office with these."""
        self._organs.setStringList(list(organs))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._close.setText(self.tr("收起"))
        self.person.retranslate()
        self.quorum.retranslate()
        self._say_title(self._entry())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _turn_to(self, shown: str) -> None:
        if self._shown != shown:
            self.commit()
        self._shown = shown
        self.person.setVisible(shown != "quorum")
        self.quorum.setVisible(shown == "quorum")
        self.show()
        self.refresh()

    def _entry(self) -> Entry | None:
        sheet = self._kit.editor.sheet
        if sheet is None:
            return None
        if self._shown == "quorum":
            return sheet.single("quorum")
        return next((e for e in sheet.of("participant") if e.id == self._shown), None)

    def _say_title(self, entry: Entry | None) -> None:
        if self._shown == "quorum":
            self._title.setText(self.tr("人数要求"))
        elif entry is not None:
            self._title.setText(name_shown(str(entry.values["name"] or "")))
        self.setAccessibleName(self._title.text())

    def _offer_organs(self) -> None:
        line = self.person.editors["organ"].input.entry_widget()
        assert isinstance(line, QLineEdit)  # the input of a short text
        completer = QCompleter(self._organs, line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
