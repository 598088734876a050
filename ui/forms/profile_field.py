"""The field of a meeting's profile: beside the choice, what it means.

Once the conference is approved the profile is fixed. Another one is then refused with the reason in
words, and taken if somebody says why; that goes into the audit trail. One that needs rules of the
offices leads to where they are entered, and is taken once they are.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from shiboken6 import isValid

from models.forms import Entry
from models.profile_rules import ChoiceFault, ChoiceFaultKind, same_office
from models.profiles import DEFAULT_PROFILE
from models.vocabulary import MeetingKind
from ui.forms.fields import FieldEditor
from ui.messages import value_text
from ui.profile_changes import change_profile
from ui.rule_words import local_rule_sentence, profile_sentence
from ui.widgets.basics import button, frame, label, row

_LONGEST_REASON = 200
_OF_RULES = (ChoiceFaultKind.RULE_NEEDED, ChoiceFaultKind.RULES_MISSING)


class ProfileField(FieldEditor):
    """Edits the profile, says in a sentence what it means, and asks why a fixed one changes."""

    def show_entry(self, entry: Entry | None) -> None:
        """Show the profile of a meeting and what it means."""
        super().show_entry(entry)
        self._say_meaning()
        if self.fault.text() and self.unsaved and not self._locked:
            still_refused = self._judge()
            if self._awaiting_rules and not still_refused:
                self._save()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        super().retranslate()
        reason = QCoreApplication.translate("Forms", "更改理由，记入操作记录")
        self.reason.setPlaceholderText(reason)
        self.reason.setAccessibleName(reason)
        self.change.setText(QCoreApplication.translate("Forms", "更改规则"))
        self.enter_rules.setText(QCoreApplication.translate("Forms", "填写本院规则"))
        self._say_meaning()

    def _build(self) -> None:
        super()._build()
        self._awaiting_rules = False
        self.meaning = label("muted", wrap=True)
        self.reason, self.change = QLineEdit(), button()
        self.reason.setObjectName("fieldLine")
        self.reason.setMaxLength(_LONGEST_REASON)
        line = row(self.reason, self.change, spacing=8)
        line.setStretch(0, 1)
        self.asking = frame("profileReason", line)
        self.asking.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # made above
        below_fault = column.indexOf(self.fault) + 1
        column.insertWidget(below_fault, self.meaning)
        column.insertWidget(below_fault, self.asking)
        self.enter_rules = button()
        self.entering = frame("profileRules", row(self.enter_rules, None))
        self.entering.hide()
        column.insertWidget(below_fault, self.entering)

    def _connect(self) -> None:
        super()._connect()
        self.input.edited.connect(self._say_meaning)
        self.reason.returnPressed.connect(self._change)
        self.change.clicked.connect(self._change)
        self.enter_rules.clicked.connect(self._enter_rules)

    def _begin(self) -> None:
        self._awaiting_rules = False
        super()._begin()

    def _say_fault(self, words: Callable[[], str] | None) -> None:
        """Say what is wrong; ask for the reason, or lead to the rules, where that would help."""
        super()._say_fault(words)
        fault = self._fault_of_choice()
        kind = fault.kind if fault and words else None
        self.asking.setVisible(kind is ChoiceFaultKind.FIXED)
        self.entering.setVisible(kind in _OF_RULES)

    def _words_of_code(self, code: str, names: Sequence[str] = ()) -> str:
        fault = self._fault_of_choice()
        return super()._words_of_code(code, names or (fault.organs if fault else ()))

    def _fault_of_choice(self) -> ChoiceFault | None:
        return self._kit.editor.fault_of_profile(self.input.value_of(self.input.text()))

    def _restore(self) -> None:
        self._awaiting_rules = False
        super()._restore()
        self.reason.clear()
        self._say_meaning()

    def _say_meaning(self) -> None:
        words = self._meaning_words()
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))
        if not self.fault.text():
            self.input.entry_widget().setAccessibleDescription(words)

    def _meaning_words(self) -> str:
        """Return what the choice means; of none, or of one not installed, what is followed."""
        profiles = self._kit.editor.workspace.profiles
        chosen = self.input.text()
        if chosen in profiles:
            sentences = (profile_sentence(profiles[chosen]), local_rule_sentence(profiles[chosen]))
            between = " " if self._kit.language() == "en" else ""
            return between.join(filter(None, sentences))
        followed = profiles.get(self._usual())
        if followed is None:
            return ""
        name = followed.name_in(self._kit.language())
        if chosen:
            pattern = QCoreApplication.translate("Forms", "这项规则没有安装，按“{name}”办理。")
        else:
            pattern = QCoreApplication.translate("Forms", "未选时按“{name}”办理。")
        return pattern.format(name=name)

    def _usual(self) -> str:
        sheet = self._kit.editor.sheet
        return DEFAULT_PROFILE[sheet.kind if sheet else MeetingKind.JOINT_CONFERENCE]

    def _change(self) -> None:
        """Change the fixed profile, if somebody said why."""
        where, wanted = self._where, self.input.text() or self._usual()
        if where is None or self._locked:
            return
        if not self.reason.text().strip():
            self._say_fault(lambda: value_text("profile_reason_missing", self._kit.language()))
            self.reason.setFocus()
            return
        operation = change_profile(
            self._kit.editor.meeting_id,
            wanted,
            reason=self.reason.text(),
            profiles=self._kit.editor.workspace.profiles,
        )
        self._settle()
        self._show_clean(wanted)
        self._writing += 1
        self._kit.editor.run(
            operation,
            then=partial(self._changed, where, wanted),
            otherwise=partial(self._take_refusal, where, wanted),
        )

    def _enter_rules(self) -> None:
        """Go to where the missing rules are entered; those that nobody began are added."""
        editor, fault = self._kit.editor, self._fault_of_choice()
        if fault is None or editor.sheet is None:
            return
        self._awaiting_rules = True
        begun = {str(e.values["organ"] or ""): e.id for e in editor.sheet.of("office_rule")}
        found = {
            organ: next((key for name, key in begun.items() if same_office(name, organ)), None)
            for organ in fault.organs
        }
        new = [{"organ": organ} for organ, key in found.items() if key is None]
        if new:
            name = QCoreApplication.translate("Forms", "填写本院规则")
            editor.add("office_rule", new, name=name, then=self._go_to_rule)
        else:
            self._go_to_rule(tuple(found.values()))

    def _go_to_rule(self, ids: object) -> None:
        assert isinstance(ids, tuple)  # what adding returns
        self._kit.editor.entry_wanted.emit("office_rule", str(ids[0]))

    def _changed(self, where: tuple[str, str], wanted: str, result: object) -> None:
        self._done(where, wanted, result)
        if not isValid(self):
            return  # another kind of meeting is shown by now
        self._awaiting_rules = False
        self.reason.clear()
        self._say_meaning()
