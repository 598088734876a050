"""A meeting being edited, for tests of forms: a real workspace, real keys, a place to leave for."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.forms import GROUPS, Entry, ValueKind
from models.queries import meeting_document
from models.vocabulary import MeetingKind
from tests.ui.meetings import sample_file
from ui.editing import MeetingEditor
from ui.forms.choosing import ChoiceInput, YesNoInput, YesNoOrTextInput
from ui.forms.fields import FieldEditor
from ui.forms.form import GroupForm
from ui.forms.inputs import LongTextInput
from ui.forms.kit import Choices, FormKit
from ui.operations import create_meeting, import_files
from ui.theme import Theme
from ui.workspace import Workspace

LIST_OWNERS = {"party": "case", "officer_view": "deliberation", "handler_answer": "handler_note"}

CONFERENCE, HEARING = MeetingKind.JOINT_CONFERENCE, MeetingKind.HEARING


class Bench:
    """Shows forms beside a field to leave them for, and types into them."""

    def __init__(self, qtbot: QtBot, theme: Theme, database: Path) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self.language = "zh_CN"
        self.workspace = Workspace(database)
        with qtbot.waitSignal(self.workspace.opened):
            self.workspace.open()
        self.editor = MeetingEditor(self.workspace)
        self.lines: Choices = ()
        self.kit = FormKit(theme, self.editor, lambda: self.language, lambda _group: self.lines)
        self.elsewhere = QLineEdit()
        self.window = QWidget()
        self._column = QVBoxLayout(self.window)
        self._column.addWidget(self.elsewhere)
        self.window.resize(1000, 700)

    def new_meeting(self, kind: MeetingKind) -> str:
        """Make an empty meeting and edit it."""
        made: list[object] = []
        self.workspace.run(create_meeting(kind, title="", host="", scope=None), then=made.append)
        self.qtbot.waitUntil(lambda: bool(made))
        self.edit(str(made[0]))
        return str(made[0])

    def sample(self, name: str, state: str, folder: Path) -> str:
        """Take a sample in, in another state than its own, and edit it."""
        document = json.loads(sample_file(name).read_text(encoding="utf-8")) | {"state": state}
        file = folder / f"{name}-{state}.json"
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        made: list[Any] = []
        operation = import_files([file], profiles=self.workspace.profiles, as_copy=True)
        self.workspace.run(operation, then=made.append)
        self.qtbot.waitUntil(lambda: bool(made))
        self.edit(made[0][0])
        return str(made[0][0])

    def edit(self, meeting_id: str) -> None:
        """Edit a meeting that is there."""
        self.editor.show_meeting(meeting_id)
        self.qtbot.waitUntil(lambda: self.editor.sheet is not None)

    def show(self, widget: QWidget) -> None:
        """Show a form."""
        self._column.insertWidget(0, widget, 1)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.leave()

    def leave(self) -> None:
        """Leave whatever has the focus."""
        self.elsewhere.setFocus()
        self.qtbot.waitUntil(self.elsewhere.hasFocus)

    def add(self, group: str) -> str:
        """Add an entry to a list, with an owner if it needs one of several."""
        owner = self.add("case") if group == "party" else None
        required = {
            name: 0 if rule.kind is ValueKind.NUMBER else "某"
            for name, rule in GROUPS[group].fields.items()
            if rule.required
        }
        made: list[Any] = []
        self.editor.add(group, [required], name="添加", owner_id=owner, then=made.append)
        self.wait(lambda: bool(made) and self.entry(group, made[0][0]) is not None)
        return str(made[0][0])

    def entry(self, group: str, entry_id: str | None = None) -> Entry | None:
        """Return an entry as the sheet has it."""
        sheet = self.editor.sheet
        if sheet is None:
            return None
        if entry_id is None:
            return sheet.single(group)
        return next((entry for entry in sheet.of(group) if entry.id == entry_id), None)

    def stored(self, group: str, field: str, entry_id: str | None = None) -> object:
        """Return a value as the sheet has it."""
        entry = self.entry(group, entry_id)
        return None if entry is None else entry.values[field]

    def document(self) -> str:
        """Return the case file of the meeting."""
        found: list[Any] = []
        self.workspace.read(meeting_document, self.editor.meeting_id, then=found.append)
        self.wait(lambda: bool(found))
        return json.dumps(found[0], ensure_ascii=False)

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until it is so."""
        self.qtbot.waitUntil(done)

    def settle(self) -> None:
        """Wait until nothing is being written or read any more."""
        ended: list[object] = []
        self.workspace.run(_nothing(), then=ended.append)
        self.wait(lambda: bool(ended))
        self.workspace.read(lambda _session: None, then=ended.append)
        self.wait(lambda: len(ended) > 1)

    def undo(self) -> None:
        """Take the last step back."""
        self.workspace.undo()

    def write(self, field: FieldEditor, text: str) -> None:
        """Go to a field and type a text in place of what stands there, without leaving it."""
        field.take_focus()
        self.wait(field.input.holds_focus)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(focused, Qt.Key.Key_Delete)
        if text:
            compose(focused, commit=text)

    def enter(self, field: FieldEditor, value: object) -> None:
        """Give a field a value by its own means, and leave it."""
        match field.input:
            case YesNoInput() as asked:
                segment = asked.segments[asked.text_of(value)]
                QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
            case YesNoOrTextInput() as either:
                self.write(field, either.text_of(value))
            case ChoiceInput() as choice:
                choice.combo.setFocus()
                wanted = choice.combo.findData(choice.text_of(value))
                QTest.keyClick(choice.combo, Qt.Key.Key_Home)
                for _ in range(wanted):
                    QTest.keyClick(choice.combo, Qt.Key.Key_Down)
            case LongTextInput() | _:
                self.write(field, field.input.text_of(value))
        self.leave()

    def close(self) -> None:
        """Take everything down, in order."""
        self.window.close()
        self.workspace.close()
        self.editor.deleteLater()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def bench_on(qtbot: QtBot, theme: Theme, database: Path) -> Iterator[Bench]:
    """Give a bench on a database, and take it down."""
    made = Bench(qtbot, theme, database)
    try:
        yield made
    finally:
        made.close()


def compose(widget: QWidget, *, preedit: str = "", commit: str = "") -> None:
    """Type as an input method does: show what is being composed, or hand text over."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)


def _nothing() -> Any:
    from ui.changes import Operation

    return Operation("", "nothing", lambda _session: None)


def form_on(bench: Bench, group: str, *fields: str, kind: MeetingKind = CONFERENCE) -> GroupForm:
    """Show a form of a group's single entry, in a new meeting."""
    if bench.editor.sheet is None:
        bench.new_meeting(kind)
    form = GroupForm(bench.kit, group, fields)
    bench.editor.shown.connect(lambda _: form.show_entry(bench.entry(group)))
    form.show_entry(bench.entry(group))
    bench.show(form)
    return form
