"""The papers to choose from: those of the file, those for the room, and in which version."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.paper_names import WHOLE, Cases, Offer, VersionChoice, excerpt_name, paper_name
from ui.widgets.basics import button, label, row
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow_layout import FlowLayout

_CASE_LENGTH = 36  # of the name of a case, in narrow characters; a longer one is cut


class PaperGroup(QFrame):
    """One group of papers: a box for each, and a button for all of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._title = label("meta")
        self.all_button = button("ghost")
        self.all_button.clicked.connect(self._check_all)
        self._flow = FlowLayout(gap=16, line_gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(self._title, self.all_button, None, spacing=10))
        column.addLayout(self._flow)

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The boxes in order."""
        return tuple(self._boxes.values())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The kinds chosen, in order."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def offer(self, kinds: Sequence[str], chosen: frozenset[str]) -> None:
        """Offer these kinds; boxes that are there already stay, with their focus."""
        for kind in [kind for kind in self._boxes if kind not in kinds]:
            box = self._boxes.pop(kind)
            self._flow.removeWidget(box)
            box.deleteLater()
        for kind in kinds:
            if kind not in self._boxes:
                box = self._boxes[kind] = QCheckBox()
                box.toggled.connect(self._tell)
                self._flow.addWidget(box)
        self._boxes = {kind: self._boxes[kind] for kind in kinds}
        for kind, box in self._boxes.items():
            blocker = QSignalBlocker(box)
            box.setChecked(kind in chosen)
            blocker.unblock()
        self.setVisible(bool(kinds))
        self.retranslate()

    def name(self, title: str) -> None:
        """Say what the group is."""
        self._title.setText(title)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        for kind, box in self._boxes.items():
            box.setText(paper_name(kind))
            box.setAccessibleName(self.tr("导出{paper}").format(paper=box.text()))
        self._say_all()

    def _tell(self) -> None:
        self._say_all()
        self.changed.emit()

    def _say_all(self) -> None:
        full = len(self.chosen) == len(self._boxes)
        self.all_button.setText(self.tr("全不选") if full else self.tr("全选"))
        words = f"{self.all_button.text()}：{self._title.text()}"
        self.all_button.setAccessibleName(words)
        self.all_button.setVisible(len(self._boxes) > 1)

    def _check_all(self) -> None:
        checked = len(self.chosen) < len(self._boxes)
        for box in self._boxes.values():
            box.setChecked(checked)


class PaperChoice(QFrame):
    """Asks which papers, masked or not, and of which case if there are several."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: Cases = ()
        self.due, self.allowed, self.working = PaperGroup(), PaperGroup(), PaperGroup()
        self.masked, self.embedded = QCheckBox(), QCheckBox()
        self.case, self._version = ChoiceBox(), label("meta")
        self.case.setSizePolicy(self.masked.sizePolicy())
        self.case.setMinimumContentsLength(_CASE_LENGTH)
        for group in (self.due, self.allowed, self.working):
            group.changed.connect(self.changed)
        for box in (self.masked, self.embedded):
            box.toggled.connect(self._turn)
        self.case.currentIndexChanged.connect(self._turn)
        options = QWidget()
        flow = FlowLayout(options, gap=16, line_gap=6)
        for part in (self.masked, self.embedded, self.case):
            flow.addWidget(part)
        version = QHBoxLayout()
        version.setSpacing(14)
        version.addWidget(self._version)
        version.addWidget(options, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for group in (self.due, self.allowed, self.working):
            column.addWidget(group)
        column.addLayout(version)
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The kinds chosen, in order."""
        return (*self.due.chosen, *self.allowed.chosen, *self.working.chosen)

    @property
    def version(self) -> VersionChoice:
        """The version chosen."""
        found = self.case.value if self.case.isVisibleTo(self) else None
        case_id = found if isinstance(found, str) else None
        return VersionChoice(masked=self.masked.isChecked(), case_id=case_id)

    def offer(self, offer: Offer, chosen: frozenset[str], version: VersionChoice = WHOLE) -> None:
        """Offer the papers of a meeting, some of them and a version chosen."""
        self._cases = offer.cases
        self.due.offer(offer.due, chosen)
        self.allowed.offer(offer.allowed, chosen)
        self.working.offer(offer.working, chosen)
        self.masked.setChecked(version.masked)
        self.embedded.setChecked(False)
        self._offer_cases()
        self.case.choose(version.case_id)
        self._turn()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.due.name(self.tr("卷内文书"))
        self.allowed.name(self.tr("按适用规则可以另外制作"))
        self.working.name(self.tr("会场用件"))
        self._version.setText(self.tr("版本"))
        self.masked.setText(self.tr("脱敏版"))
        self.masked.setToolTip(
            self.tr("当事人姓名改为张某某；未成年人和可以认出他们的人总是隐去。数据不会改动。")
        )
        self.embedded.setText(self.tr("PDF 内附 DOCX 和案卷文件"))
        self.embedded.setToolTip(
            self.tr("生成 PDF/A-3。脱敏版和摘录不附案卷文件，因为其中有全部姓名和案件。")
        )
        for box in (self.masked, self.embedded):
            box.setAccessibleDescription(box.toolTip())
        self.case.setAccessibleName(self.tr("摘录的案件"))
        self._offer_cases()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _offer_cases(self) -> None:
        named = [(excerpt_name(name), case_id) for case_id, name in self._cases]
        self.case.offer([(self.tr("全部案件"), None), *named])
        self.case.setVisible(len(self._cases) > 1)

    def _turn(self) -> None:
        """Offer to embed only what shows no more than the paper itself."""
        whole = self.version.is_whole
        self.embedded.setEnabled(whole)
        if not whole:
            self.embedded.setChecked(False)
        self.changed.emit()
