"""The people of a meeting: who is there in which role, and who is recused."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.forms import Sheet
from models.roster import identity
from ui.editing import MeetingEditor
from ui.forms.kit import FormKit
from ui.forms.tab_order import tab_stops
from ui.item_models.roster import PersonRow, RosterModel
from ui.queries import known_people
from ui.roster_changes import RosterChanges
from ui.theme import Theme
from ui.widgets.basics import frame, label, row
from ui.widgets.person_add import AddPersonLine
from ui.widgets.person_bar import SelectionBar, organs_of
from ui.widgets.person_panel import PersonPanel
from ui.widgets.person_quorum import QuorumLine
from ui.widgets.person_recusals import LockedLine, RecusalSection
from ui.widgets.person_table import RosterView
from ui.widgets.tab_page import TabPage

if TYPE_CHECKING:
    from models.roster import KnownPerson

_BESIDE_FROM_PX = 940  # at 100 %: below, the form stands under the table
_PANEL_PX = 336
_MARGIN_PX = 24
_ABOVE_PX = 60  # of the table stays in view above a form below it
_MEASURE_PX = 1080  # at 100 %


class PeoplePage(QFrame, TabPage):
    """The roster of the meeting that is edited, with everything that is done to it."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme, self._editor = theme, editor
        self._meeting = ""
        self._showing = False  # rows come and go: it is not the user who walks
        self._stale = editor.sheet is not None  # whether the sheet is still to be shown
        self._to_select: tuple[str, ...] = ()
        self._to_complete = ""  # the newcomer whose form is to be opened
        self._completing = False  # a newcomer's form is open: the next one may follow
        self.model = RosterModel(self)
        self.changes = RosterChanges(editor, self)
        self.quorum = QuorumLine(theme)
        self.add_line = AddPersonLine(theme)
        self.bar = SelectionBar(theme, editor)
        self.table = RosterView(theme, self.model)
        kit = FormKit(theme, editor, language)
        self.panel = PersonPanel(kit)
        self.recusals = RecusalSection(kit)
        self._locked_line = LockedLine(theme)
        self._nothing = label("muted", wrap=True)
        self._build()
        self._connect()
        self._set_widths()
        self.retranslate()

    def begin(self) -> None:
        """Go to where people are added."""
        self.add_line.field.setFocus()

    def commit(self) -> None:
        """Save what is being typed; a name that nobody was added for stays a draft."""
        self.panel.commit()
        self.recusals.commit()
        self.add_line.keep_text()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.table.setAccessibleName(self.tr("参会人员"))
        self._nothing.setText(
            self.tr("还没有参会人员。在上面输入姓名添加，也可以粘贴一份名单，每行一人。")
        )
        self.model.refresh_words()
        self.table.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form where there is room for it."""
        super().resizeEvent(event)
        self._place_panel()
        self.table.set_most_height(self.height() - self._theme.space_px(_MARGIN_PX))

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        for part in (self.quorum, self._locked_line, self.add_line, self.bar, self._nothing):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 100)
        self._column.addWidget(self.recusals)
        self._column.addStretch(1)
        self._measure = frame("peopleMeasure", self._column)
        line = row(self._measure, spacing=0)
        line.addStretch(0)
        line.setStretch(0, 1)
        self.area = _scrolled(frame("peopleHost", line))
        side = _scrolled(QWidget())
        self._side = frame("sidePane", row(side, spacing=0))
        self._side_column = QVBoxLayout(side.widget())
        self._side_column.setContentsMargins(0, 0, 0, 0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self._side)
        self._side_column.addWidget(self.panel)
        self._side.hide()
        self.recusals.arranged.connect(self._chain_tabs)
        self._chain_tabs()

    def _connect(self) -> None:
        editor, table, add, changes = self._editor, self.table, self.add_line, self.changes
        editor.shown.connect(self._take_sheet)
        table.opened.connect(self.open_person)
        table.current_changed.connect(self._follow_current)
        table.selection_changed.connect(self._show_selected)
        table.delete_asked.connect(lambda ids: changes.take_out(self._people(ids)))
        table.presence_asked.connect(lambda ids: changes.toggle_presence(self._people(ids)))
        table.moved.connect(changes.move)
        table.customContextMenuRequested.connect(self._open_menu)
        self.bar.set_asked.connect(lambda *what: changes.set_for(table.selected, *what))
        self.bar.delete_asked.connect(lambda: changes.take_out(table.selected))
        self.bar.present_asked.connect(self._register_all)
        self.bar.number_asked.connect(changes.number)
        add.wanted.connect(self._read_known)
        add.wanted.connect(lambda: self.area.ensureWidgetVisible(add))
        self.area.verticalScrollBar().valueChanged.connect(add.popup.hide)
        add.chosen.connect(self._add_known)
        add.named.connect(self._add_new)
        add.listed.connect(self._add_list)
        add.text_kept.connect(self._keep_text)
        self.quorum.store_asked.connect(changes.store_count)
        self.quorum.rule_asked.connect(self._open_quorum)
        self.panel.closed.connect(self._after_close)
        self._theme.changed.connect(self._set_widths)

    def _chain_tabs(self) -> None:
        """Have Tab go from the table to the form, wherever that stands, and then on."""
        parts = (self.quorum, self.add_line, self.bar, self.table, self.panel, self.recusals)
        stops = [stop for part in parts for stop in tab_stops(part)]
        for former, later in pairwise(stops):
            QWidget.setTabOrder(former, later)

    def open_person(self, person_id: str) -> None:
        """Show the form of that person and go into it."""
        self._completing = False
        self.panel.open_person(person_id)
        self._bring_panel()
        self.panel.focus_on("name")

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while the page was not in view."""
        super().showEvent(event)
        if self._stale and self._editor.sheet is not None:
            self._show(self._editor.sheet)

    def _take_sheet(self, sheet: object) -> None:
        if self.isVisible():
            self._show(cast("Sheet", sheet))
        else:
            self._stale = True

    def _show(self, sheet: Sheet) -> None:
        self._stale = False
        if sheet.id != self._meeting:
            self._turn_to(sheet)
        locked = self._editor.locked("participant")
        self.model.movable = not locked
        self._showing = True
        self.model.rule = self._editor.profile.quorum
        self.table.show_sheet(sheet)
        self._showing = False
        self.quorum.show_sheet(sheet, self.model.rule, locked=locked)
        self.add_line.set_present({identity(r.name, r.organ) for r in self.model.rows})
        self.add_line.setVisible(not locked)
        self.bar.setVisible(not locked and bool(self.model.rows))
        self._locked_line.show_sheet(sheet, locked=locked)
        self.recusals.show_sheet(sheet)
        self.table.setVisible(bool(self.model.rows))
        self._nothing.setVisible(not self.model.rows and not locked)
        self.panel.offer_organs(self._organs())
        self.panel.refresh()
        self._select_added()
        self._show_selected()
        if self.add_line.field.hasFocus():
            self._read_known()  # who was added is known from now on

    def _turn_to(self, sheet: Sheet) -> None:
        """Begin with another meeting."""
        self.add_line.set_text("")
        self._meeting = sheet.id
        self._to_select, self._to_complete = (), ""
        self.panel.close_form()
        self.table.clearSelection()
        draft = self._editor.draft("participant", "name", None)
        self.add_line.set_text(draft if isinstance(draft, str) else "")
        self.area.verticalScrollBar().setValue(0)

    def _show_selected(self) -> None:
        self.bar.show_selected(self.table.selected, self.model.rows)

    def _follow_current(self, person_id: str) -> None:
        """Have the open form show whoever the user goes to."""
        if self._showing:
            return
        if person_id and self.panel.person_id and person_id != self.panel.person_id:
            self.panel.open_person(person_id)

    def _add_known(self, found: object) -> None:
        self.add_line.clear()
        person = cast("KnownPerson", found)
        self.changes.add_known(person, then=partial(self._note_added, self._meeting))

    def _add_new(self, name: str) -> None:
        self.add_line.clear()
        self.changes.add_new(name, then=partial(self._note_added, self._meeting, complete=True))

    def _add_list(self, text: str) -> None:
        self.add_line.clear()
        taken = partial(self._note_added, self._meeting)
        added, left_out = self.changes.add_list(text, self.add_line.people, then=taken)
        words = self.tr("已添加{count}人。").format(count=added)
        if left_out:
            words += self.tr("{count}人已在会议中，没有重复添加。").format(count=left_out)
        self.add_line.tell(words)

    def _note_added(self, meeting: str, ids: tuple[str, ...], *, complete: bool = False) -> None:
        """Remember whom to select when the sheet comes that has them."""
        if meeting == self._meeting:
            self._to_select = ids
            self._to_complete = ids[0] if complete else ""
            self._select_added()

    def _select_added(self) -> None:
        if not self._to_select or self.model.row_of(self._to_select[-1]) < 0:
            return
        wanted, self._to_select = self._to_select, ()
        self.table.select(wanted)
        complete, self._to_complete = self._to_complete, ""
        if complete:
            self.open_person(complete)
            self._completing = True
            self.panel.focus_on("organ")

    def _people(self, ids: object) -> list[PersonRow]:
        wanted = set(cast("Sequence[str]", ids))
        return [row for row in self.model.rows if row.id in wanted]

    def _register_all(self) -> None:
        self.changes.register([row for row in self.model.rows if row.attendance is None])

    def _read_known(self) -> None:
        self._editor.workspace.read(known_people, then=self._take_known, place="known people")

    def _take_known(self, found: object) -> None:
        self.add_line.set_known(cast("tuple[KnownPerson, ...]", found))
        self.panel.offer_organs(self._organs())

    def _keep_text(self, text: str) -> None:
        if self._meeting == self._editor.meeting_id:
            self._editor.keep_draft("participant", "name", None, text or None)

    def _organs(self) -> tuple[str, ...]:
        known = (person.organ for person in self.add_line.people if person.organ)
        return tuple(dict.fromkeys((*organs_of(self._editor), *known)))

    def _open_quorum(self) -> None:
        self.panel.open_quorum()
        self._bring_panel()

    def _open_menu(self, at: QPoint) -> None:
        if not self.model.movable or not self.table.selected:
            return
        menu = self.bar.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _after_close(self, focused: bool) -> None:  # noqa: FBT001  # what the signal carries
        self._side.hide()
        completed, self._completing = self._completing, False
        if focused and completed:
            self.begin()
        elif focused and self.table.isVisible():
            self.table.setFocus()

    def _bring_panel(self) -> None:
        """Have the form in view."""
        self._place_panel()
        if not self._side.isVisible():
            self._column.activate()
            above = self._theme.space_px(_ABOVE_PX)
            self.area.verticalScrollBar().setValue(self.panel.y() - above)

    def _place_panel(self) -> None:
        """Have the form at the right, or under the table where the page is narrow."""
        beside = self.width() >= self._theme.text_px(_BESIDE_FROM_PX)
        self._side.setVisible(beside and self.panel.is_open)
        if beside == (self._side_column.indexOf(self.panel) >= 0):
            return
        if beside:
            self._column.removeWidget(self.panel)
            self._side_column.addWidget(self.panel)
        else:
            self._side_column.removeWidget(self.panel)
            self._column.insertWidget(self._column.indexOf(self.table) + 1, self.panel)
        self.panel.setObjectName("personPanel" if beside else "entryCard")
        self.panel.style().polish(self.panel)
        self.panel.setVisible(self.panel.is_open)

    def _set_widths(self) -> None:
        margin = self._theme.space_px(_MARGIN_PX)
        self._column.setContentsMargins(margin, self._theme.space_px(16), margin, margin)
        self._side.setFixedWidth(self._theme.text_px(_PANEL_PX))
        self._measure.setMaximumWidth(self._theme.text_px(_MEASURE_PX))
        self._place_panel()


def _scrolled(content: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
