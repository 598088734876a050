"""The short codes of a meeting and of the office: added, changed, deleted, taken from files."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from models.short_codes import (
    LONGEST_WORDS,
    computed_words,
    fault_of_code,
    fault_of_words,
    people_by_number,
    plain_code,
)
from ui.code_words import fault_words
from ui.dialogs.short_code_files import CodeFiles
from ui.dialogs.size import fit_to_screen
from ui.item_models.codes import CodesModel
from ui.item_models.meetings import title_of
from ui.live.code_lists import CodeLists
from ui.messages import error_text
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row
from ui.widgets.code_delegate import CodeDelegate
from ui.widgets.code_help import CodeHelp
from ui.widgets.rows_view import RowsView
from ui.workspace import Workspace

if TYPE_CHECKING:
    from models.snapshot import MeetingSnapshot

_DELETE = QKeyCombination(Qt.Key.Key_Delete)


class ShortCodesDialog(QDialog):
    """Shown without blocking the window; each change is a step of its own that can be undone."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        meeting: "MeetingSnapshot | None",
        *,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self._language = theme, language
        self._meeting_id = "" if meeting is None else meeting.id
        self._people = {} if meeting is None else people_by_number(meeting.participants)
        self.owner = self._meeting_id  # whose list is shown; "" is the office
        self.lists = CodeLists(workspace, self._meeting_id, self)
        self.model = CodesModel(self)
        self.view = RowsView(theme)
        self.view.set_up(self.model, CodeDelegate(theme, self.view))
        self._of_meeting, self._of_office = QRadioButton(), QRadioButton()
        self._title, self._about = label("meta", wrap=True), label("muted", wrap=True)
        self._nothing = label("body", wrap=True)
        self.message = label("wordingText", wrap=True)
        self.code, self.words = QLineEdit(), QLineEdit()
        self.add, self.change, self.delete = button("primary"), button(), button()
        self.files = CodeFiles(self)
        self._close = button()
        self._title.setText("" if meeting is None else title_of(meeting))
        self._title.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; what somebody entered
        self._put_together()
        self._connect()
        self.retranslate()
        self._show_list()
        fit_to_screen(self, theme.text_px(860), theme.text_px(560))
        self.code.setFocus()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.setWindowTitle(self.tr("短语代码"))
        self._of_meeting.setText(self.tr("这次会议"))
        self._of_office.setText(self.tr("本单位"))
        self._about.setText(
            self.tr("本单位的代码在所有会议中都能用；代码相同时，先用这次会议的，再用本单位的。")
        )
        self._nothing.setText(self.tr("还没有代码。在下面填写代码和短语，再按“添加”。"))
        self.view.setAccessibleName(self.tr("短语代码"))
        self.view.copy_action.setText(self.tr("复制"))
        for field, name in ((self.code, self.tr("代码")), (self.words, self.tr("短语"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
        self.add.setText(self.tr("添加(&A)"))
        self.change.setText(self.tr("更改(&E)"))
        self.delete.setText(self.tr("删除(&D)"))
        self._remove.setText(self.tr("删除"))
        self.files.retranslate()
        self._help_host.setAccessibleName(self.tr("不用添加的代码"))
        self._close.setText(self.tr("关闭"))
        self.tell("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def turn_to(self, owner: str) -> None:
        """Show the list of the meeting, or that of the office."""
        self.owner = owner
        self.tell("")
        self._show_list()

    def tell(self, words: str) -> None:
        """Say what became of the last attempt, or nothing."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def take_in(self, codes: dict[str, str]) -> None:
        """Add codes of a file to the list in view; those that are there get the words of the file."""
        former = self.lists.of(self.owner)
        new = sum(code not in former for code in codes)
        changed = sum(former.get(code, words) != words for code, words in codes.items())
        if new or changed:
            self.lists.keep(self.owner, {**former, **codes})
        told = self.tr("已添加{new}个代码，更改{changed}个。")
        self.tell(told.format(new=new, changed=changed))

    @property
    def chosen(self) -> str:
        """The code that is selected; empty if none is."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()].code if index.isValid() else ""

    def _put_together(self) -> None:
        group = QButtonGroup(self)
        for one in (self._of_meeting, self._of_office):
            one.setObjectName("segment")
            group.addButton(one)
        switch = frame("segments", row(self._of_meeting, self._of_office, spacing=0))
        self._of_meeting.setEnabled(bool(self._meeting_id))
        (self._of_meeting if self._meeting_id else self._of_office).setChecked(True)
        head = row(switch, self._title)
        head.setStretch(1, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 6, 2, 6)
        inner.addWidget(self._nothing)
        inner.addWidget(self.view, 1)
        self._nothing.setContentsMargins(12, 8, 12, 8)
        listed = frame("card", inner)
        listed.setMinimumHeight(4 * self.fontMetrics().height())
        fields = row(self.code, self.words)
        fields.setStretch(0, 1)
        fields.setStretch(1, 4)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(head)
        left.addWidget(self._about)
        left.addWidget(listed, 1)
        left.addLayout(fields)
        left.addWidget(self.message)
        left.addLayout(row(self.add, self.change, self.delete, None))
        self._lay_out(left)

    def _lay_out(self, left: QVBoxLayout) -> None:
        self.help = CodeHelp(self._people)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addLayout(left, 5)
        self._help_host = ScrollHost(frame("codeHelp", row(self.help)))
        self._help_host.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be scrolled by keys
        beside.addWidget(self._help_host, 3, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addLayout(beside, 1)
        column.addLayout(row(self.files.bring, self.files.give, None, self._close))
        for one in (self.add, self.change, self.delete, self._close):
            one.setAutoDefault(False)  # Enter in a field adds or changes, whatever stands first
        self.words.setMaxLength(LONGEST_WORDS)

    def _connect(self) -> None:
        self._remove = QAction(self)
        self._remove.setShortcut(QKeySequence(_DELETE))
        self._remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._remove.triggered.connect(lambda _checked=False: self._delete())
        self.view.addAction(self._remove)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._fill())
        self._of_meeting.clicked.connect(partial(self._turn, self._meeting_id))
        self._of_office.clicked.connect(partial(self._turn, ""))
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.delete.clicked.connect(self._delete)
        self.code.returnPressed.connect(self.words.setFocus)
        self.words.returnPressed.connect(self._enter)
        for field in (self.code, self.words):
            field.textChanged.connect(lambda _text: self._offer())
        self._close.clicked.connect(self.close)
        self.lists.changed.connect(self._show_list)
        self.lists.refused.connect(self._refuse)

    def _turn(self, owner: str, *_checked: bool) -> None:
        self.turn_to(owner)

    def _show_list(self) -> None:
        codes = self.lists.of(self.owner)
        self.model.show(codes)
        self._nothing.setVisible(not codes)
        self.view.setVisible(bool(codes))
        self._offer()

    def _fill(self) -> None:
        """Put the selected code into the fields, to be changed."""
        code = self.chosen
        if code:
            self.code.setText(code)
            self.words.setText(self.lists.of(self.owner).get(code, ""))
            self.tell("")
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is selected and written."""
        written = bool(self.code.text().strip() and self.words.text().strip())
        self.add.setEnabled(written and plain_code(self.code.text().strip()) != self.chosen)
        self.change.setEnabled(written and bool(self.chosen))
        self.delete.setEnabled(bool(self.chosen))
        self.files.offer(any_codes=bool(self.lists.of(self.owner)))

    def _enter(self) -> None:
        """Change the code that is selected, if that is what the fields hold, else add one."""
        if plain_code(self.code.text().strip()) == self.chosen != "":
            self._change()
        else:
            self._add()

    def _add(self) -> None:
        self._keep("")

    def _change(self) -> None:
        self._keep(self.chosen)

    def _keep(self, former: str) -> None:
        """Keep what is written, in place of a code or as another one; say why if that cannot be."""
        code = plain_code(self.code.text().strip().lstrip(";；"))
        words, known = self.words.text().strip(), dict(self.lists.of(self.owner))
        if fault := fault_of_code(code):
            self._point_at(self.code, fault_words(fault))
        elif fault := fault_of_words(words):
            self._point_at(self.words, fault_words(fault))
        elif code in known and code != former:
            told = self.tr("代码“{code}”已经有了：“{words}”。请换一个代码，或者选中它再更改。")
            self._point_at(self.code, told.format(code=code, words=known[code]))
        else:
            known.pop(former, None)
            self.lists.keep(self.owner, {**known, code: words})
            self._begin_anew(code)

    def _begin_anew(self, code: str) -> None:
        """Be ready for the next code; say if the new one hides a computed one."""
        self.view.clear_current()
        self.code.clear()
        self.words.clear()
        self._offer()
        hidden = computed_words(code, self._people)
        told = self.tr("已保存。以后“;{code}”得到这里的短语，不再是“{words}”。")
        self.tell(told.format(code=code, words=hidden) if hidden else "")
        self.code.setFocus()

    def _point_at(self, field: QLineEdit, words: str) -> None:
        self.tell(words)
        field.setFocus()
        field.selectAll()

    def _delete(self) -> None:
        code = self.chosen
        if not code:
            return
        left = {one: words for one, words in self.lists.of(self.owner).items() if one != code}
        self.code.clear()
        self.words.clear()
        self.lists.keep(self.owner, left)
        self.tell(self.tr("已删除“{code}”，可以撤销。").format(code=code))
        (self.view if left else self.code).setFocus()

    def _refuse(self, error: object) -> None:
        if isinstance(error, AppError):
            self.tell(error_text(error, self._language()))

    def tell_error(self, error: AppError) -> None:
        """Say in words what went wrong with a file."""
        self.tell(error_text(error, self._language()))
