"""A page of forms: sections below each other, scrolled, in a measure that reads well."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.forms import GROUPS, Sheet
from models.states import STATES, Phase
from models.vocabulary import MeetingKind
from ui.editing import MeetingEditor
from ui.forms.entry_list import EntryList
from ui.forms.form import GroupForm
from ui.forms.kit import Choices, FormKit
from ui.forms.paper_signing import PaperSigning
from ui.forms.sections import (
    DeadlinesPart,
    EntriesPart,
    FormPart,
    Part,
    Section,
    SignPart,
    TextsPart,
    page_word,
)
from ui.forms.tab_order import chain_tabs
from ui.forms.text_list import TextList
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import frame, label, row
from ui.widgets.deadline_list import DeadlineList
from ui.widgets.steady_focus import SteadyFocus
from ui.widgets.tab_page import TabPage

_MEASURE_PX = 900  # at 100 %

PartWidget = GroupForm | EntryList | TextList | DeadlineList | PaperSigning


class SectionFrame(QFrame):
    """One section: its title, what is said about it, its parts."""

    def __init__(self, kit: FormKit, section: Section, kind: MeetingKind) -> None:
        super().__init__()
        self.setObjectName("formSection")
        self.section = section
        self.title = label("cardTitle", wrap=True)
        self.note = label("muted", wrap=True)
        self.parts = [_widget_of(kit, part, kind) for part in section.parts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(18)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.note)
        column.addLayout(head)
        for part in self.parts:
            column.addWidget(part)
        self.title.setVisible(bool(section.title))  # only now: before, they would be windows
        self.note.setVisible(bool(section.note))
        self.retranslate()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the values of a meeting; texts show themselves."""
        self.setVisible(self.section.shown(sheet))
        for part in self.parts:
            if isinstance(part, (GroupForm, PaperSigning)):
                part.show_entry(sheet.single(part.group))
            elif isinstance(part, EntryList | DeadlineList):
                part.show_sheet(sheet)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(page_word(self.section.title))
        self.note.setText(page_word(self.section.note))
        self.setAccessibleName(self.title.text())
        for part in self.parts:
            part.retranslate()


class FormPage(QScrollArea, TabPage):
    """Shows and edits some groups of the meeting; each kind of meeting has its own sections.

    The first section is made at once, the others one at a time between keys and clicks: all of
    them together would hold those up for longer than is felt.
    """

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        sections: Sequence[Section],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.editor = editor
        self._theme = theme
        self._kit = FormKit(theme, editor, language, self.references)
        self._table = tuple(sections)
        self._kind: MeetingKind | None = None
        self._meeting = ""
        self._stale = False
        self._due: list[Section] = []  # still to be made
        self.sections: list[SectionFrame] = []
        self._making = QTimer(self)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_next)
        self._reason = label("body", wrap=True)
        self._reason_box = self._make_reason()
        self._host = self._make_host()
        self.setWidget(self._host)
        SteadyFocus(self)
        editor.shown.connect(self._take_sheet)
        theme.changed.connect(self._set_measure)
        if editor.sheet is not None:
            self._take_sheet(editor.sheet)

    @property
    def is_complete(self) -> bool:
        """Whether all sections are there; not before the page was first shown."""
        return self._kind is not None and not self._due

    def commit(self) -> None:
        """Save what is being typed."""
        for section in self.sections:
            for part in section.parts:
                part.commit()

    def references(self, _group: str) -> Choices:
        """Return the entries of a group that a field can refer to."""
        return ()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        for section in self.sections:
            section.retranslate()
        if self.editor.sheet is not None:
            self._say_reason(self.editor.sheet)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the page was not in view."""
        super().showEvent(event)
        if self._stale and self.editor.sheet is not None:
            self._show(self.editor.sheet)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _take_sheet(self, sheet: object) -> None:
        assert isinstance(sheet, Sheet)  # what the signal carries
        if self.isVisible():
            self._show(sheet)
        else:
            self._stale = True

    def _show(self, sheet: Sheet) -> None:
        self._stale = False
        if sheet.kind is not self._kind:
            self._begin(sheet.kind)
        if self._due:
            self._making.start()
        if sheet.id != self._meeting:
            self._meeting = sheet.id
            self.verticalScrollBar().setValue(0)
        for section in self.sections:
            section.show_sheet(sheet)
        self._say_reason(sheet)

    def _begin(self, kind: MeetingKind) -> None:
        """Make the first section of a kind of meeting in place of the other's."""
        self._kind = kind
        for section in self.sections:
            self._column.removeWidget(section)
            section.hide()
            section.deleteLater()
        self.sections = []
        self._due = list(self._own_sections())
        if self._due:  # a conference has no deliberation
            self._make_section(kind)

    def _make_next(self) -> None:
        """Make one section more, with the values of the meeting in view."""
        sheet = self.editor.sheet
        if sheet is None or sheet.kind is not self._kind:
            self._making.stop()  # goes on with the values to show
            return
        if self._due:
            self._make_section(sheet.kind).show_sheet(sheet)
        if not self._due:
            self._making.stop()
            self._chain()

    def _make_section(self, kind: MeetingKind) -> SectionFrame:
        made = SectionFrame(self._kit, self._due.pop(0), kind)
        made.setProperty("first", not self.sections)
        made.setVisible(False)  # until its values are there
        self._column.addWidget(made)
        self.sections.append(made)
        for part in made.parts:
            if isinstance(part, EntryList):
                part.arranged.connect(self._chain)
        return made

    def _own_sections(self) -> tuple[Section, ...]:
        """Return the table's sections of the kind of meeting in view."""
        return tuple(section for section in self._table if self._kind in section.kinds)

    def _chain(self) -> None:
        chain_tabs(self._host)

    def _say_reason(self, sheet: Sheet) -> None:
        """Say why something on the page cannot be changed, if so."""
        open_long = {
            GROUPS[part.group].openness(field)
            for section in self._own_sections()
            for part in section.parts
            for field in _fields_of(part)
        }
        locked = any(STATES[sheet.state].locks(openness) for openness in open_long)
        self._reason_box.setVisible(locked)
        if not locked:
            return
        archived = STATES[sheet.state].phase is Phase.ARCHIVED
        hearing = sheet.kind is MeetingKind.HEARING
        if archived:
            words = QCoreApplication.translate("Pages", "会议已归档，内容只能查看。")
        elif hearing:
            words = QCoreApplication.translate(
                "Pages", "听证笔录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。"
            )
        else:
            words = QCoreApplication.translate(
                "Pages", "会议记录已签名，签名前的内容只能查看；确有错漏的，另作更正说明。"
            )
        self._reason.setText(words)

    def _make_reason(self) -> QFrame:
        sign = label()
        ThemedIcons(self._theme, self).on_label(sign, "shield-check", "text2")
        line = row(sign, self._reason, margins=(12, 8, 12, 8))
        line.setStretch(1, 1)
        box = frame("lockedLine", line)
        box.hide()
        return box

    def _make_host(self) -> QWidget:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(24)
        self._column.addWidget(self._reason_box)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self._measure = frame("formMeasure", inner)
        line = row(self._measure, margins=(26, 18, 26, 26), spacing=0)
        line.addStretch(0)
        line.setStretch(0, 1)
        self._set_measure()
        return frame("formHost", line)

    def _set_measure(self) -> None:
        self._measure.setMaximumWidth(self._theme.text_px(_MEASURE_PX))


def _fields_of(part: Part) -> Iterable[str]:
    return part.fields if isinstance(part, FormPart | DeadlinesPart) else GROUPS[part.group].fields


def _widget_of(kit: FormKit, part: Part, kind: MeetingKind) -> PartWidget:
    match part:
        case FormPart():
            fields = [f for f in part.fields if kind in GROUPS[part.group].fields[f].kinds]
            return GroupForm(kit, part.group, fields, labelled=part.labelled)
        case EntriesPart():
            return EntryList(kit, part.group)
        case SignPart():
            return PaperSigning(kit, part.group)
        case DeadlinesPart():
            return DeadlineList(kit.theme, lambda: kit.editor.profile)
        case TextsPart():
            return TextList(
                kit.theme,
                kit.editor,
                part.group,
                title=partial(page_word, part.title),
                hint=partial(page_word, part.hint),
            )
