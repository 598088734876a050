"""What can be done with the people selected: set a value for all, take them out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.vocabulary import Attendance, Mode
from ui.editing import MeetingEditor
from ui.forms.labels import choice_word, field_label
from ui.icons import ThemedIcons
from ui.item_models.roster import PersonRow, quorum_word
from ui.theme import Theme
from ui.widgets.basics import button, label
from ui.widgets.flow_layout import FlowLayout
from ui.words import attendance_word

_FIELDS = ("role", "mode", "attendance", "counts_for_quorum", "organ")


class SelectionBar(QWidget):
    """Buttons with the choices of a field each; they act on everybody selected at once."""

    set_asked = Signal(str, object)  # field and value
    delete_asked = Signal()
    present_asked = Signal()  # everybody who is not registered yet came
    number_asked = Signal()

    def __init__(self, theme: Theme, editor: MeetingEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._selected: Sequence[PersonRow] = ()
        self._people = 0
        self._count = label("meta")
        self._menus = {field: QMenu(self) for field in _FIELDS}
        self._buttons: dict[str, QPushButton] = {}
        icons = ThemedIcons(theme, self)
        flow = FlowLayout(self, gap=6, line_gap=6)
        flow.addWidget(self._count)
        for field, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._fill, field))
            opener = self._buttons[field] = button()
            opener.clicked.connect(partial(self._open, field))
            opener.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
            icons.on_button(opener, "chevron-down")
            flow.addWidget(opener)
        self._delete, self._present, self._number = button(), button(), button()
        icons.on_button(self._present, "circle-check")
        icons.on_button(self._number, "hash")
        self._delete.clicked.connect(self.delete_asked)
        self._present.clicked.connect(self.present_asked)
        self._number.clicked.connect(self.number_asked)
        for made in (self._delete, self._present, self._number):
            flow.addWidget(made)
        self.retranslate()

    def show_selected(self, selected: Sequence[PersonRow], people: Sequence[PersonRow]) -> None:
        """Act on these people from now on, of all these."""
        self._selected, self._people = tuple(selected), len(people)
        for made in (*self._buttons.values(), self._delete):
            made.setEnabled(bool(selected))
        self._present.setEnabled(any(row.attendance is None for row in people))
        in_order = [row.number for row in people] == list(range(1, len(people) + 1))
        self._number.setEnabled(not in_order)
        self._say_count()

    def menu(self) -> QMenu:
        """Return a menu that offers the same for the people selected."""
        made = QMenu(self)
        for field, menu in self._menus.items():
            made.addMenu(menu).setText(field_label("participant", field))
        made.addSeparator()
        made.addAction(self._delete.text(), self.delete_asked.emit)
        return made

    def retranslate(self) -> None:
        """Say it in the language in force."""
        for field, made in self._buttons.items():
            made.setText(field_label("participant", field))
            made.setAccessibleName(
                self.tr("所选人员的{field}").format(field=field_label("participant", field))
            )
        self._delete.setText(self.tr("移出会议"))
        self._present.setText(self.tr("全部登记到场"))
        self._number.setText(self.tr("按顺序编号"))
        self._say_count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_count(self) -> None:
        self._count.setMinimumHeight(self._delete.sizeHint().height())
        chosen = self.tr("{people}人，已选{count}人")
        text = chosen if self._selected else self.tr("{people}人")
        self._count.setText(text.format(people=self._people, count=len(self._selected)))

    def _open(self, field: str, *_checked: bool) -> None:
        opener = self._buttons[field]
        self._menus[field].popup(opener.mapToGlobal(QPoint(0, opener.height())))

    def _fill(self, field: str) -> None:
        menu = self._menus[field]
        menu.clear()
        for value, words in self._choices(field):
            action = menu.addAction(words)
            action.setCheckable(True)
            held = {self._value(row, field) for row in self._selected}
            action.setChecked(held == {value})
            action.triggered.connect(partial(self._ask, field, value))

    def _ask(self, field: str, value: object, *_checked: bool) -> None:
        self.set_asked.emit(field, value)

    def _choices(self, field: str) -> list[tuple[object, str]]:
        match field:
            case "role":
                roles = self._editor.choices("participant", "role")
                return [(r, choice_word("participant", "role", r, {})) for r in roles]
            case "mode":
                return [(m.value, choice_word("participant", "mode", m, {})) for m in Mode]
            case "attendance":
                return [(a, attendance_word(a)) for a in (*map(str, Attendance), None)]
            case "counts_for_quorum":
                return [(counting, quorum_word(counting=counting)) for counting in (True, False)]
            case _:
                return [(organ, organ) for organ in organs_of(self._editor)]

    @staticmethod
    def _value(row: PersonRow, field: str) -> object:
        return row.counts if field == "counts_for_quorum" else getattr(row, field)


def organs_of(editor: MeetingEditor) -> tuple[str, ...]:
    """Return the offices named in the meeting: its host, its organs, those of its people."""
    if editor.sheet is None:
        return ()
    host = editor.sheet.single("meeting")
    named = [
        host.values["host"] if host else None,
        *(entry.values["name"] for entry in editor.sheet.of("organ")),
        *(entry.values["organ"] for entry in editor.sheet.of("participant")),
    ]
    return tuple(dict.fromkeys(str(name) for name in named if name))
