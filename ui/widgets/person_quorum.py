"""How many people count for the quorum, as a plain statement of facts."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.forms import Sheet
from models.profile_terms import USUAL_QUORUM, QuorumRule
from models.roster import PresentCount, count_present, required_offices, required_people
from models.vocabulary import Attendance, MeetingKind, Role
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row


class QuorumLine(QFrame):
    """The rule as it is stored, or else the profile's, and what can be counted now.

    A hearing has no quorum: there the hearing officers are counted.
    """

    store_asked = Signal(int)  # the number counted, for the record
    rule_asked = Signal()  # the rule is to be changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quorum")
        self._sheet: Sheet | None = None
        self._rule_applied = USUAL_QUORUM
        self._locked = True
        self._counted = 0
        self._facts = label("cardTitle", wrap=True)
        self._more, self._source = label("meta", wrap=True), label("meta", wrap=True)
        self._source.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; a rule's own title
        self._store, self._rule = button(), button("ghost")
        self._store.clicked.connect(lambda: self.store_asked.emit(self._counted))
        self._rule.clicked.connect(self.rule_asked)
        sign = label()
        ThemedIcons(theme, self).on_label(sign, "users", "text2", size=16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._facts)
        words.addWidget(self._more)
        words.addWidget(self._source)
        line = row(sign, words, self._store, self._rule, spacing=10)
        line.setStretch(1, 1)
        self.setLayout(line)

    @property
    def statement(self) -> str:
        """All that is stated."""
        return "\n".join(part.text() for part in (self._facts, self._more, self._source))

    def show_sheet(self, sheet: Sheet, rule: QuorumRule, *, locked: bool) -> None:
        """State the facts of that meeting; ``rule`` is that of its profile."""
        self._sheet, self._rule_applied, self._locked = sheet, rule, locked
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        sheet = self._sheet
        if sheet is None:
            return
        self._rule.setText(self.tr("人数要求…"))
        if sheet.kind is MeetingKind.HEARING:
            self._state_officers(sheet)
        else:
            self._state_quorum(sheet)
        for part in (self._more, self._source):
            part.setVisible(bool(part.text()))
        self.setAccessibleName(f"{self._facts.text()}\n{self._more.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _state_quorum(self, sheet: Sheet) -> None:
        quorum = sheet.single("quorum")
        values = quorum.values if quorum else {}
        rule, people = self._rule_applied, [entry.values for entry in sheet.of("participant")]
        found = count_present(people, rule)
        self._counted = found.counted
        stored = values.get("counted")
        written = values.get("rule") or values.get("required")
        required = values.get("required") if written else required_people(rule)
        self._facts.setText(self._counted_text(found, required))
        parts = [str(values.get("rule") or "") if written else self._rule_text(sheet)]
        source = "" if written else rule.source
        self._source.setText(self.tr("依据：{source}").format(source=source) if source else "")
        if not found.registered:
            parts.append(self.tr("到会情况尚未登记。"))
        elif found.unregistered:
            missing = self.tr("另有{count}名计入人数的人员未登记到会情况。")
            parts.append(missing.format(count=found.unregistered))
        differs = stored is not None and stored != found.counted
        if differs:
            parts.append(self.tr("会议记录中写的是{count}人。").format(count=stored))
        self._more.setText("  ".join(part for part in parts if part))
        self._store.setText(
            self.tr("改为{count}人").format(count=found.counted)
            if differs
            else self.tr("记入会议记录")
        )
        worth = differs or (stored is None and found.counted > 0)
        self._store.setVisible(worth and not self._locked)
        self._rule.setVisible(not self._locked)

    def _counted_text(self, found: PresentCount, required: object) -> str:
        if found.registered:
            text = self.tr("到场并计入人数{count}人，来自{offices}个院")
        else:
            text = self.tr("计入人数{count}人，来自{offices}个院")
        text = text.format(count=found.counted, offices=found.offices)
        if required is None:
            return text
        return self.tr("{counted}；要求{required}人").format(counted=text, required=required)

    def _rule_text(self, sheet: Sheet) -> str:
        """Return what else the profile requires."""
        rule, meeting = self._rule_applied, sheet.single("meeting")
        offices = required_offices(rule, str(meeting.values["scope"]) if meeting else None)
        parts = []
        if offices:
            parts.append(self.tr("要求来自{count}个以上检察院。").format(count=offices))
        if rule.share:
            words = self.tr("并且不少于部门检察官的{part}/{whole}。")
            parts.append(words.format(part=rule.share[0], whole=rule.share[1]))
        return "".join(parts)

    def _state_officers(self, sheet: Sheet) -> None:
        self._store.hide()
        self._rule.hide()
        self._source.setText("")
        people = [entry.values for entry in sheet.of("participant")]
        officers = [p for p in people if p["role"] == Role.HEARING_OFFICER]
        here = sum(p["attendance"] == Attendance.PRESENT for p in officers)
        text = self.tr("听证员{count}人").format(count=len(officers))
        if any(p["attendance"] for p in people):
            text = self.tr("听证员{count}人，到场{present}人")
            text = text.format(count=len(officers), present=here)
            self._more.setText("")
        else:
            self._more.setText(self.tr("到会情况尚未登记。"))
        self._facts.setText(text)
