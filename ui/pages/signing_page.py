"""The page of signing: what is missing, who has signed; afterwards the seal and sheets of correction."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.forms import Sheet
from models.signing_facts import Gap, GapKind, SigningFacts
from models.snapshot import MeetingSnapshot
from models.states import STATES, moves_from
from ui import signing_operations
from ui.editing import MeetingEditor
from ui.forms.entry_list import EntryList
from ui.forms.kit import Choices
from ui.forms.page import FormPage
from ui.forms.sections import EntriesPart, Section
from ui.item_models.people import name_of
from ui.queries import signing_facts
from ui.theme import Theme
from ui.widgets.ready_panel import ReadyPanel

_TABS = {
    GapKind.NO_LINES: "record",
    GapKind.NOT_HEARD: "opinions",
    GapKind.SILENCE_UNEXPLAINED: "opinions",
    GapKind.STATEMENT_NOT_READ: "basics",
}
"""The page where a gap is mended; the others are found by what they are about."""


def _has_kept(sheet: Sheet) -> bool:
    return bool(sheet.of("kept_wording"))


def _is_signed(sheet: Sheet) -> bool:
    return STATES[sheet.state].signed


_SIGNATURES = Section(
    QT_TRANSLATE_NOOP("Pages", "签名情况"),
    (EntriesPart("signature"),),
    note=QT_TRANSLATE_NOOP("Pages", "逐人登记已签名、拒绝签名或者缺席；拒绝签名的写明原因。"),
)

_CORRECTIONS = Section(
    QT_TRANSLATE_NOOP("Pages", "更正说明"),
    (EntriesPart("correction_sheet"),),
    note=QT_TRANSLATE_NOOP(
        "Pages", "签名的内容保持原样；确有错漏的，逐份编号说明，与原记录一并打印保存。"
    ),
    shown=_is_signed,
)

_KEPT = Section(
    QT_TRANSLATE_NOOP("Pages", "说明理由后保留的用语"),
    (EntriesPart("kept_wording"),),
    shown=_has_kept,
)


class SigningPage(FormPage):
    """Brings a record to its signatures, and keeps what comes to it afterwards apart from it."""

    tab_asked = Signal(str)  # the page where something is missing
    line_asked = Signal(str)  # the line where something is missing
    field_asked = Signal(str, str, str)  # group, field and entry of what has to be reworded
    sign_asked = Signal(str)  # the state that locks the record

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self._snapshot: MeetingSnapshot | None = None
        self.panel = ReadyPanel(theme)
        super().__init__(theme, editor, language, (_SIGNATURES, _CORRECTIONS, _KEPT), parent)
        self._column.insertWidget(0, self.panel)
        self.panel.gap_chosen.connect(self._go_to)
        self.panel.list_asked.connect(self._list_signers)
        self.panel.all_asked.connect(self._sign_all)
        self.panel.sign_asked.connect(self._sign)

    def references(self, group: str) -> Choices:
        """Return the participants, or the lines, with the words they are chosen by."""
        meeting = self._snapshot
        if meeting is None:
            return ()
        if group == "participant":
            return tuple((person.id, name_of(person)) for person in meeting.participants)
        people = meeting.participants_by_id
        speakers = ((line, people.get(line.speaker_id)) for line in meeting.lines)
        return tuple(
            (line.id, f"{line.seq or place}  {name_of(who) if who else ''}".rstrip())
            for place, (line, who) in enumerate(speakers, 1)
        )

    def show_meeting(self, meeting: MeetingSnapshot) -> None:
        """Show how it stands with that meeting; it comes anew after every change."""
        self._snapshot = meeting
        if self.editor.sheet is not None and self.editor.sheet.id == meeting.id:
            self._take_sheet(self.editor.sheet)
        if self.isVisible():
            self._check()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for what is missing when the page comes into view."""
        super().showEvent(event)
        self._check()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        super().retranslate()
        self.panel.retranslate()

    def _check(self) -> None:
        if self.editor.meeting_id:
            self.editor.workspace.read(
                signing_facts,
                self.editor.meeting_id,
                self.editor.workspace.profiles,
                then=self._take_facts,
                otherwise=self.editor.refused.emit,
                place="signing",
            )

    def _take_facts(self, found: object) -> None:
        facts = cast("SigningFacts", found)
        if facts.meeting_id == self.editor.meeting_id:
            self.panel.show_facts(facts, signs_next=bool(self._next_state()))
            self._chain()

    def _next_state(self) -> str:
        """Return the state that signing leads to, empty if it is not its turn."""
        meeting = self._snapshot
        if meeting is None or STATES[meeting.state].signed:
            return ""
        return next((code for code in moves_from(meeting.state) if STATES[code].signed), "")

    def _list_signers(self) -> None:
        self.commit()
        editor = self.editor
        editor.run(
            signing_operations.list_signers(editor.meeting_id, profiles=editor.workspace.profiles)
        )

    def _sign_all(self) -> None:
        self.commit()
        self.editor.run(signing_operations.sign_all(self.editor.meeting_id))

    def _sign(self) -> None:
        self.commit()
        state = self._next_state()
        if state:
            self.sign_asked.emit(state)

    def _go_to(self, gap: object) -> None:
        assert isinstance(gap, Gap)  # what the signal carries
        match gap.kind:
            case GapKind.SPEAKER_UNKNOWN:
                self.line_asked.emit(gap.subject)
            case GapKind.SIGNATURE_OPEN | GapKind.SIGNATURE_UNEXPLAINED:
                self._go_to_signature(gap)
            case GapKind.WORDING:
                self.field_asked.emit(gap.group, gap.field, gap.subject)
            case _:
                self.tab_asked.emit(_TABS[gap.kind])

    def _go_to_signature(self, gap: Gap) -> None:
        """Go to somebody's signature; to the list if it is not there yet."""
        sheet = self.editor.sheet
        entries = sheet.of("signature") if sheet is not None else ()
        wanted = next(
            (e.id for e in entries if gap.subject in (e.id, e.values.get("participant"))), ""
        )
        cards = next(
            part.cards
            for section in self.sections
            for part in section.parts
            if isinstance(part, EntryList) and part.group == "signature"
        )
        if wanted in cards:
            cards[wanted].form.editors["status"].take_focus()
            self.ensureWidgetVisible(cards[wanted])
        else:
            self.panel.list_signers.setFocus()
