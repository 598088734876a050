"""The operation log (操作记录): what was done to a meeting, when, and every value before and after."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.changes import Change
from ui.dialogs.size import fit_to_screen
from ui.icons import ThemedIcons
from ui.item_models.rows import ROW_ROLE
from ui.item_models.trail import TrailModel
from ui.theme import Theme
from ui.trail_reading import (
    TrailPortion,
    TrailSearch,
    trail_break,
    trail_details,
    trail_portion,
)
from ui.trail_words import TrailRow
from ui.widgets.basics import button, frame, label, row
from ui.widgets.rows_view import RowsView
from ui.widgets.trail_delegate import TrailDelegate
from ui.workspace import Workspace

_TYPING_MS = 250  # after the last key, before the trail is searched
_NEAR_END = 2.0  # heights of the view before the end at which more is read


class TrailDialog(QDialog):
    """Shown beside the window; reads in portions, as far as one scrolls, and follows changes."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        meeting_id: str,
        title: str,
        *,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._meeting_id, self._language = workspace, meeting_id, language
        self._search: TrailSearch | None = None
        self._next: int | None = None  # before which number to go on
        self._reading = False
        self._broken: int | None = None  # where the chain breaks; None while it is checked
        self.model = TrailModel(self)
        self.view = RowsView(theme)
        self.view.setSelectionMode(RowsView.SelectionMode.ExtendedSelection)
        self.view.set_up(self.model, TrailDelegate(theme, self.view))
        self.title, self.chain, self.state = (
            label("cardTitle", wrap=True),
            label("body", wrap=True),
            label("muted", wrap=True),
        )
        self.title.setText(title)
        self.title.setProperty("quotes", True)  # noqa: FBT003  # Qt's order; what somebody entered
        self._sign = label()
        self._icons = ThemedIcons(theme, self)
        self.filter = QLineEdit()
        self.filter.setObjectName("filter")
        self.filter.setClearButtonEnabled(True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.copy, self._close = button(), button()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._put_together()
        self._connect()
        self.retranslate()
        fit_to_screen(self, theme.text_px(760), theme.text_px(680))
        self._check_chain()

    @property
    def is_complete(self) -> bool:
        """Whether all entries that hold the text are shown."""
        return not self._reading and self._next is None

    def retranslate(self) -> None:
        """Say it in the language in force; the entries are read anew, in its words."""
        self.setWindowTitle(self.tr("操作记录"))
        self.filter.setPlaceholderText(self.tr("按时间、操作、内容筛选"))
        self.filter.setAccessibleName(self.tr("筛选操作记录"))
        self.view.setAccessibleName(self.tr("操作记录，最新的在前"))
        self.view.copy_action.setText(self.tr("复制"))
        self.details.setAccessibleName(self.tr("所选操作的内容，改前和改后"))
        self.copy.setText(self.tr("复制为文字(&C)"))
        self.copy.setToolTip(self.tr("把所选操作连同改前、改后的内容复制到剪贴板"))
        self._close.setText(self.tr("关闭"))
        self._say_chain()
        self._begin()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _put_together(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 6, 2, 6)
        inner.addWidget(self.view)
        listed = frame("card", inner)
        em = self.fontMetrics().height()  # grows with the text
        listed.setMinimumHeight(5 * em)
        self.details.setMinimumHeight(4 * em)
        chain = row(self._sign, self.chain)
        chain.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(chain)
        column.addWidget(self.filter)
        column.addWidget(self.state)
        column.addWidget(listed, 3)
        column.addWidget(self.details, 2)
        column.addLayout(row(None, self.copy, self._close))
        self.copy.setAutoDefault(False)  # Enter in the filter must not press it
        self._close.setAutoDefault(False)
        self.filter.setFocus()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._begin)
        self.filter.textChanged.connect(lambda _text: self._typing.start())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        bar = self.view.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._go_on())
        bar.rangeChanged.connect(lambda *_: self._go_on())
        self.copy.clicked.connect(self.view.copy_selected)
        self._close.clicked.connect(self.close)
        self._workspace.changed.connect(self._follow)

    def _begin(self) -> None:
        """Read the first portion of what is wanted now."""
        self._typing.stop()
        self._search = TrailSearch(
            self._meeting_id,
            self.filter.text().strip().casefold(),
            self._language(),
            self._workspace.profiles,
        )
        self.model.set_rows([])
        self._next = None
        self._read()

    def _read(self) -> None:
        self._reading = True
        self._say_state()
        self._workspace.read(
            trail_portion,
            self._search,
            self._next,
            then=self._take,
            otherwise=self._fail,
            place="trail",
        )

    def _take(self, found: object) -> None:
        """Show a portion, unless other words are wanted by now."""
        portion = cast("TrailPortion", found)
        if portion.search is not self._search:
            return
        self._reading = False
        self.model.add(portion.rows)
        self._next = portion.next
        if self.model.rows and not self.view.selectionModel().hasSelection():
            self.view.select_key(self.model.rows[0].number)
        self._say_state()
        self._show_details()
        self._go_on()

    def _fail(self, error: object) -> None:
        """Leave what is shown; scrolling tries again."""
        self._reading = False
        self._workspace.failed.emit(error)

    def _go_on(self) -> None:
        """Read more where the end of the list is near, or was not reached by what was found."""
        bar = self.view.verticalScrollBar()
        left = bar.maximum() - bar.value()
        near = left <= _NEAR_END * self.view.viewport().height()
        if near and self._next is not None and not self._reading:
            self._read()

    def _follow(self, change: object) -> None:
        """Take in what was done meanwhile."""
        assert isinstance(change, Change)  # what the signal carries
        if self._meeting_id not in change.meetings:
            return
        if self._reading:
            self._begin()  # what is on its way may be older
            return
        self._workspace.read(
            trail_portion, self._search, None, then=self._take_new, place="trail news"
        )

    def _take_new(self, found: object) -> None:
        portion = cast("TrailPortion", found)
        if portion.search is self._search:
            newest = max((one.number for one in self.model.rows), default=0)
            self.model.add(one for one in portion.rows if one.number > newest)
            self._say_state()

    def _show_details(self) -> None:
        """Show the current entry with all its values."""
        chosen = self._chosen()
        self.copy.setEnabled(chosen is not None)
        self.details.setPlainText(chosen.text if chosen else "")
        if chosen is not None and not chosen.whole:
            self._workspace.read(
                trail_details,
                self._search,
                chosen.number,
                then=self._take_details,
                place="trail details",
            )

    def _take_details(self, found: object) -> None:
        portion, chosen = cast("TrailPortion", found), self._chosen()
        if portion.search is not self._search or chosen is None:
            return
        for one in portion.rows:
            if one.number == chosen.number:
                self.details.setPlainText(one.text)

    def _chosen(self) -> TrailRow | None:
        index = self.view.currentIndex()
        selected = self.view.selectionModel().isSelected(index) if index.isValid() else False
        return cast("TrailRow", index.data(ROW_ROLE)) if selected else None

    def _say_state(self) -> None:
        """Say how many entries are shown, and whether there may be more."""
        count = len(self.model.rows)
        if self._reading and not count:
            words = self.tr("正在读取…")
        elif not count:
            words = (
                self.tr("没有符合的操作记录。")
                if self.filter.text()
                else self.tr("还没有操作记录。")
            )
        elif self._next is None and not self._reading:
            words = self.tr("共{count}项").format(count=count)
        else:
            words = self.tr("已显示{count}项，向下滚动继续显示").format(count=count)
        self.state.setText(words)

    def _check_chain(self) -> None:
        """Look whether the trail is whole; it may be long."""
        self._workspace.read(trail_break, then=self._take_chain, place="trail chain", long=True)

    def _take_chain(self, broken: object) -> None:
        self._broken = cast("int", broken)
        self._say_chain()

    def _say_chain(self) -> None:
        if self._broken is None:
            words, icon, ink = self.tr("正在核对操作记录是否完整…"), "refresh-cw", "text3"
        elif self._broken:
            pattern = self.tr(
                "全部会议的操作记录从第{number}项起与前面不衔接，可能有人在程序以外改动过数据。"
            )
            words = pattern.format(number=self._broken)
            icon, ink = "triangle-alert", "warn"
        else:
            words = self.tr("全部会议的操作记录前后衔接，没有发现改动。")
            icon, ink = "shield-check", "ok"
        self.chain.setText(words)
        limits = self.tr("末尾整段缺失，或者全部重写的，单凭操作记录本身看不出来。")
        self.chain.setToolTip(limits)
        self.chain.setAccessibleDescription(limits)
        self._icons.on_label(self._sign, icon, ink)
