"""Which opinions the handling prosecutor has still to answer, each as a way to its answer."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.forms.kit import Choices
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.flow_layout import FlowLayout

_MOST = 24
"""So many are named at once; the next ones follow as these are answered."""


class OpenAnswers(QFrame):
    """The work that is left, and the button that lists every opinion."""

    list_asked = Signal()
    chosen = Signal(str)  # id of an opinion
    arranged = Signal()  # buttons came or went

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: Choices = ()
        self._known = False
        self.state = label("strongBody", wrap=True)
        self.list_all = button()
        ThemedIcons(theme, self).on_button(self.list_all, "list")
        self.list_all.clicked.connect(self.list_asked)
        self.links: list[QPushButton] = []
        self._host = QFrame()
        self._flow = FlowLayout(self._host, gap=4, line_gap=2)
        head = row(self.state, self.list_all)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._host)
        self.retranslate()

    def show_open(self, opinions: Choices, *, known: bool, listing: bool) -> None:
        """Name the opinions without an answer; ``known`` says whether there is any opinion."""
        self._known = known
        self.list_all.setVisible(listing)
        if opinions != self._open:
            self._open = opinions
            self._show_links()
        self._say_state()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.list_all.setText(self.tr("逐条列出意见"))
        self.list_all.setToolTip(self.tr("为还没有列出的意见逐条添加参考情况，按发言顺序"))
        self._say_state()
        self._show_links()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_state(self) -> None:
        if self._open:
            words = self.tr("还有{number}条意见没有参考情况").format(number=len(self._open))
        elif self._known:
            words = self.tr("每条意见都已写明参考情况。")
        else:
            words = self.tr("这次会议没有可供说明的意见。")
        self.state.setText(words)

    def _show_links(self) -> None:
        shown = self._open[:_MOST]
        while len(self.links) > len(shown):
            gone = self.links.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.links) < len(shown):
            link = button("fieldLink", parent=self._host)
            link.clicked.connect(partial(self._choose, len(self.links)))
            self.links.append(link)
            self._flow.addWidget(link)
            link.show()
        spoken = self.tr("填写参考情况：{opinion}")
        for link, (_, words) in zip(self.links, shown, strict=True):
            link.setText(words.partition("：")[0])
            link.setAccessibleName(spoken.format(opinion=words))
            link.setToolTip(words)
        self._host.setVisible(bool(shown))
        self.arranged.emit()

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._open[place][0])
