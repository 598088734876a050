"""The form of one entry: its fields in two columns, or in one where there is little room."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from models.forms import GROUPS, Entry, ValueKind
from ui.forms.fields import FieldEditor
from ui.forms.kit import FormKit
from ui.forms.profile_field import ProfileField

_COLUMN_PX = 280  # at 100 %: the width that a field needs, so that another may stand beside it
_SHORT_PX = 150  # the same, where all fields hold a few words only
_SHORT = frozenset(
    {
        "party",
        "participant_notice",
        "quorum",
        "officer_view",
        "transcript_check",
        "supervisor_feedback",
    }
)
"""Groups of short fields, of which four stand side by side; a wide one beside a name."""

_EDITORS: Mapping[tuple[str, str], type[FieldEditor]] = {("meeting", "profile"): ProfileField}
"""Fields with more to say than label, value and hint."""

_WIDE = frozenset(
    {
        ("meeting", "title"),
        ("case", "name"),
        ("case", "state_secret"),
        ("schedule", "place"),
        ("schedule", "postponed_reason"),
        ("approval", "open_reason"),
        ("quorum", "rule"),
        ("request", "approval"),
        ("handler_answer", "opinion"),
        ("handler_answer", "line"),
        ("divergence_report", "basis"),
        ("divergence_report", "chief"),
        ("transcript_check", "result"),
        ("decision", "adopted"),
        ("archive", "original"),
        ("opinion", "question"),
        ("opinion", "case"),
        ("opinion", "silence_reason"),
        ("deliberation", "note"),
    }
)
"""Short texts that need the whole width."""


class GroupForm(QWidget):
    """Edits some fields of a group: of the meeting's one entry, or of one of several."""

    def __init__(
        self,
        kit: FormKit,
        group: str,
        fields: Sequence[str],
        *,
        labelled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.group = group
        self.editors = {
            field: _EDITORS.get((group, field), FieldEditor)(kit, group, field) for field in fields
        }
        for editor in self.editors.values():
            editor.label.setVisible(labelled)
        self._offered = frozenset(fields)
        self._columns = 0
        self._rest = QWidget(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(2)
        kit.theme.changed.connect(self._fit)

    def show_entry(self, entry: Entry | None) -> None:
        """Show the values of an entry; None if it is still to be made."""
        for editor in self.editors.values():
            editor.show_entry(entry)

    def offer(self, fields: Collection[str]) -> None:
        """Show some of the fields only; the others keep what stands in them."""
        if frozenset(fields) == self._offered:
            return
        self._offered = frozenset(fields)
        for editor in self.editors.values():
            editor.setVisible(editor.field in self._offered)
        columns, self._columns = self._columns, 0
        self._arrange(columns)

    def commit(self) -> None:
        """Save what is being typed."""
        for editor in self.editors.values():
            editor.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        for editor in self.editors.values():
            editor.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = self.group in _SHORT
        room = self.width() // self._kit.theme.text_px(_SHORT_PX if short else _COLUMN_PX)
        self._arrange(4 if short and room >= 4 else 2 if room >= 2 else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setHorizontalSpacing(20 if columns < 4 else 12)
        self._grid.setVerticalSpacing(14)
        place = 0
        for editor in self.editors.values():
            self._grid.removeWidget(editor)
            if editor.field not in self._offered:
                continue
            span = 1
            if self._wide(editor.field):
                rest = columns - place % columns
                span = rest if rest > 2 else columns
                place += rest if span > rest else 0
            line, column = divmod(place, columns)
            self._grid.addWidget(editor, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        self._grid.removeWidget(self._rest)
        self._rest.setVisible(place < columns)
        if place < columns:  # a single short field is as wide as those of other forms
            self._grid.addWidget(self._rest, 0, columns - 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _wide(self, field: str) -> bool:
        long = GROUPS[self.group].fields[field].kind is ValueKind.LONG_TEXT
        return long or (self.group, field) in _WIDE
