"""One field of a form: its label, what it is typed into, and what is wrong with what was typed.

A field shows the value of an entry and saves what is typed when it is left. What cannot be saved
stays as it was typed, with the words of the fault below, and is kept as a draft each second. A
sheet that comes in never touches what is being typed.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from models.authored import guard_field
from models.errors import (
    AppError,
    EndsBeforeStart,
    NumberTaken,
    ProfileNotAllowed,
    RecordLocked,
    ValueRefused,
)
from models.forms import GROUPS, Entry, ValueKind
from models.handler_answers import NEEDS_REASON
from ui.forms.choosing import ChoiceInput
from ui.forms.inputs import LineInput, LongTextInput, is_undo
from ui.forms.kit import FormKit
from ui.forms.labels import field_hint, field_label
from ui.forms.making import input_for
from ui.forms.times import shown_time
from ui.guard.judging import FieldWording
from ui.messages import error_parts, value_text
from ui.widgets.basics import button, label, row

_DRAFT_MS = 1000
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_OF_OTHER_FIELDS = frozenset({NEEDS_REASON})
"""Faults that go away when another field of the entry is filled in."""

_OF_THE_FIELD = (ValueRefused, NumberTaken, EndsBeforeStart, RecordLocked, ProfileNotAllowed)


class FieldEditor(QWidget):
    """Edits one field of one entry, or of the entry that its first value will make."""

    def __init__(self, kit: FormKit, group: str, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.group, self.field = group, field
        self._where: tuple[str, str] | None = None
        self._entry: Entry | None = None
        self._stored: object = None
        self._clean = ""  # the text of what is stored
        self._writing = 0
        self._touched = False
        self._locked = False
        self._fault: Callable[[], str] | None = None
        self._code: str | None = None  # of the fault
        self.label = label("fieldLabel", wrap=True)
        self.mark = label("unsaved")
        self.mark.hide()
        self.input = input_for(kit, group, field)
        self.hint = label("muted", wrap=True)
        self.fault = label("fieldFault", wrap=True)
        self.fault.hide()
        self.wording = self._guard()
        self._give_up: QWidget | None = None
        self._tick = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def unsaved(self) -> bool:
        """Whether something stands in the field that is not stored."""
        return self.input.composing or self.input.text() != self._clean

    @property
    def entry_id(self) -> str:
        """The id of the entry shown, where a meeting has several."""
        return self._entry.id if self._entry is not None else ""

    def show_entry(self, entry: Entry | None) -> None:
        """Show the value of an entry, unless something else is being typed."""
        where = (self._kit.editor.meeting_id, entry.id if entry and self._many else "")
        value = entry.values.get(self.field) if entry else None
        locked = self._kit.editor.locked(self.group, self.field, entry)
        if where != self._where:
            self._where = where
            self._begin()
        elif self._writing and not locked:
            return  # the sheet may be older than what was sent
        self._entry = entry if self._many else None
        self._stored = value
        if self.unsaved and not locked:
            self._refresh_draft(value)
            self._try_again()
        else:
            if self.unsaved:
                self._keep_draft(self.input.text())
            self._show_clean(self.input.text_of(value))
            self._hold(locked=locked)
            self._take_draft()

    def commit(self) -> None:
        """Save what was typed, if it can be saved; an old draft that nobody touched stays one."""
        if self.input.composing:
            QGuiApplication.inputMethod().commit()
        if self._touched or self.input.holds_focus():
            self._save()

    def take_focus(self) -> None:
        """Put the focus where one types; a focus proxy would make Tab come by here twice."""
        self.input.entry_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        words = field_label(self.group, self.field)
        hint = field_hint(self.group, self.field)
        self.label.setText(words)
        self.hint.setText("" if self._inside else hint)
        self.hint.setVisible(bool(self.hint.text()))
        self.mark.setText(QCoreApplication.translate("Forms", "尚未保存"))
        clean = self.input.text() == self._clean
        self.input.retranslate()
        if clean:
            self._show_clean(self.input.text_of(self._stored))
        if isinstance(self.input, LineInput) and self._inside:
            self.input.line.setPlaceholderText(hint)
            self.input.line.setToolTip(hint)
        self.input.set_name(words, hint)
        self._say_fault(self._fault)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save when the field is left; leave undo to the program once all is saved."""
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STILL_HERE and not self.input.holds_focus():
                self._save()
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            if is_undo(event) and not self.unsaved:
                event.ignore()
                return True
        else:
            self.input.watch(event)
        return super().eventFilter(watched, event)

    @property
    def _inside(self) -> bool:
        """Whether the hint stands in the field while that is empty."""
        return GROUPS[self.group].fields[self.field].kind is ValueKind.TEXT

    @property
    def _many(self) -> bool:
        return GROUPS[self.group].many

    def _build(self) -> None:
        self._head = row(self.label, self.mark, spacing=6)
        self._head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.input)
        column.addWidget(self.fault)
        if self.wording is not None:
            column.addWidget(self.wording.line)
        column.addWidget(self.hint)
        column.addStretch(1)
        self.label.setBuddy(self.input.entry_widget())

    def _connect(self) -> None:
        self.input.edited.connect(self._follow_typing)
        self.input.settled.connect(self._save)
        self._tick.timeout.connect(self._keep)
        parts = [self.input, *self.input.findChildren(QWidget)]
        for part in parts:
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                part.installEventFilter(self)

    def _begin(self) -> None:
        """Turn to another entry: what was typed for the former one is saved or a draft by now."""
        self._tick.stop()
        self._writing = 0
        self._touched = False
        self._clean = self.input.text()
        self._settle()

    def _hold(self, *, locked: bool) -> None:
        if locked != self._locked:
            self._locked = locked
            self.input.hold(locked=locked)
            self.label.setBuddy(self.input.entry_widget())

    def _show_clean(self, text: str) -> None:
        if self.input.text() != text:
            self.input.show_text(text)
        elif isinstance(self.input, ChoiceInput):
            self.input.show_text(text)  # the words of the list may have changed
        self._clean = self.input.text()

    def _take_draft(self) -> None:
        """Bring back what was typed and never saved."""
        editor = self._kit.editor
        draft = editor.draft(self.group, self.field, self._entry)
        if not isinstance(draft, str):
            return
        if draft == self._clean or _same(self.input.value_of(draft), self._stored):
            editor.keep_draft(self.group, self.field, self._entry, None)
        elif self._locked:
            pattern = QCoreApplication.translate("Forms", "锁定前没有保存的输入：{text}")
            self._say_fault(lambda: pattern.format(text=draft))
        else:
            self.input.show_text(draft)
            self._mark_unsaved()
            self._judge()

    def _refresh_draft(self, value: object) -> None:
        """See whether what stands in the field has become the stored value elsewhere."""
        if not self.input.composing and _same(self.input.value_of(self.input.text()), value):
            self._clean = self.input.text()
            self._settle()
            self._forget_draft()

    def _try_again(self) -> None:
        """Save what waited for another field, once that one holds what is needed."""
        waited = self._code in _OF_OTHER_FIELDS and not self.input.composing
        if waited and self.unsaved and not self._judge() and not self.input.holds_focus():
            self._save()

    def _follow_typing(self) -> None:
        self._touched = True
        if not self._tick.isActive():
            self._tick.start()
        if not self.unsaved:
            self._settle()
        elif self._fault is not None:
            self._judge()

    def _keep(self) -> None:
        """Keep what is being typed; by now a fault may be told."""
        if not self.unsaved:
            self._forget_draft()
        elif not self.input.composing:
            self._keep_draft(self.input.text())
            self._judge()

    def _save(self) -> None:
        self._tick.stop()
        self._touched = False
        text = self.input.text()
        where = self._where
        if where is None or where[0] != self._kit.editor.meeting_id:
            return
        if self._locked:
            return
        if text == self._clean:
            if not self._writing:
                self._forget_draft()  # of what was typed away again just now
            return
        value = self.input.value_of(text)
        self._keep_draft(text)  # until the value is on disk
        if self._judge():
            self._mark_unsaved()
            return
        if _same(value, self._stored):
            self._done(where, value, None)
            return
        self._settle()
        self._show_clean(self.input.text_of(value))
        self._writing += 1
        self._kit.editor.set_values(
            self.group,
            {self.field: value},
            name=QCoreApplication.translate("Forms", "修改{field}").format(
                field=field_label(self.group, self.field)
            ),
            entry_id=self._entry.id if self._entry else None,
            then=partial(self._done, where, value),
            otherwise=partial(self._take_refusal, where, text),
        )

    def _done(self, where: tuple[str, str], value: object, _result: object) -> None:
        """Take note that a value is on disk."""
        if not isValid(self) or where != self._where:
            return  # the draft of the other entry is seen to equal its value when it is shown
        self._writing = max(0, self._writing - 1)
        self._stored = value
        if self.input.text() == self._clean or _same(self.input.value_of(self.input.text()), value):
            self._show_clean(self.input.text_of(value))
            self._settle()
            self._forget_draft()

    def _take_refusal(self, where: tuple[str, str], text: str, error: object) -> None:
        """Give back what was refused, and say why."""
        assert isinstance(error, AppError)  # what a refusal is
        if not isinstance(error, _OF_THE_FIELD):
            self._kit.editor.refused.emit(error)
        if not isValid(self) or where != self._where:
            return  # it comes back as a draft
        self._writing = max(0, self._writing - 1)
        typed_since = self.unsaved
        self._clean = self.input.text_of(self._stored)
        if not typed_since:
            self.input.show_text(text)
        self._mark_unsaved()
        self._code = error.code if isinstance(error, ValueRefused) else None
        self._say_fault(lambda: self._words_of(error))

    def _judge(self) -> bool:
        """Say what is wrong with the text; return whether something is."""
        value = self.input.value_of(self.input.text())
        code = self._kit.editor.fault(self.group, self.field, value, self._entry)
        self._code = code
        self._say_fault(None if code is None else partial(self._words_of_code, code))
        return code is not None

    def _words_of(self, error: AppError) -> str:
        if isinstance(error, ValueRefused):
            return self._words_of_code(error.code, error.names)
        if isinstance(error, EndsBeforeStart):
            error = EndsBeforeStart(shown_time(error.start), shown_time(error.end))
        happened, _, now = error_parts(error, self._kit.language())
        return f"{happened}{now}" if self._kit.language() == "zh_CN" else f"{happened} {now}"

    def _words_of_code(self, code: str, names: Sequence[str] = ()) -> str:
        rule = GROUPS[self.group].fields[self.field]
        if code == "out_of_bounds":
            pattern = QCoreApplication.translate("Forms", "数字应在{least}到{most}之间")
            return pattern.format(least=rule.least, most=rule.most)
        return value_text(code, self._kit.language(), names)

    def _say_fault(self, words: Callable[[], str] | None) -> None:
        self._fault = words
        self.fault.setText(words() if words else "")
        self.fault.setVisible(words is not None)
        self._describe()
        entry = self.input.entry_widget()
        if bool(entry.property("faulty")) != (words is not None):
            entry.setProperty("faulty", words is not None)
            entry.style().polish(entry)

    def _describe(self) -> None:
        """Say to those who cannot see it what is wrong, what the guard found, and what to write."""
        wording = self.wording.line.text if self.wording is not None else ""
        words = (self.fault.text(), wording, field_hint(self.group, self.field))
        entry = self.input.entry_widget()
        told = next(filter(None, words), "")
        if told != entry.accessibleDescription():
            entry.setAccessibleDescription(told)

    def _guard(self) -> FieldWording | None:
        """Have what is written here judged, if it is written by the office."""
        typed, judged = self.input, guard_field(self.group, self.field) is not None
        if not judged or not isinstance(typed, (LineInput, LongTextInput)):
            return None
        wording = FieldWording(self._kit.theme, self._kit.editor, self.group, self.field)
        wording.line.watch(typed.line if isinstance(typed, LineInput) else typed.area)
        wording.line.told.connect(self._describe)
        return wording

    def _mark_unsaved(self) -> None:
        """Say that the text is not saved, and offer to have the stored one back."""
        self.mark.show()
        if self._give_up is None:
            give_up = button("fieldLink")
            give_up.clicked.connect(self._restore)
            give_up.setText(QCoreApplication.translate("Forms", "放弃输入"))
            self._head.addWidget(give_up)
            self._give_up = give_up
        self._give_up.show()

    def _restore(self) -> None:
        """Have the stored value back."""
        self.input.show_text(self._clean)
        self._touched = False
        self._settle()
        self._forget_draft()
        self.take_focus()

    def _settle(self) -> None:
        """Say no more of faults and unsaved texts."""
        self._code = None
        self._say_fault(None)
        self.mark.hide()
        if self._give_up is not None:
            self._give_up.hide()

    def _keep_draft(self, text: str) -> None:
        self._kit.editor.keep_draft(self.group, self.field, self._entry, text)

    def _forget_draft(self) -> None:
        self._kit.editor.keep_draft(self.group, self.field, self._entry, None)


def _same(one: object, other: object) -> bool:
    """Say whether two values are equal and of one type: True is not 1."""
    return one == other and type(one) is type(other)
