"""What is missing before signing, each with a way to its place; afterwards, the seal."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from models.signing_facts import Gap, SealState, SigningFacts
from ui.i18n import spoken_language
from ui.icons import ThemedIcons
from ui.messages import gap_text
from ui.theme import Theme
from ui.widgets.basics import button, frame, label, row
from ui.widgets.go_row import GoRow

MOST_GAPS = 30  # shown; the number of all is told
_SHORT = 16  # characters of a digest that are read aloud on a telephone


class ReadyPanel(QFrame):
    """Tells how it stands with signing; the record is locked from here."""

    gap_chosen = Signal(object)  # a Gap, whose place is to be shown
    list_asked = Signal()
    all_asked = Signal()
    sign_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readyPanel")
        self.facts: SigningFacts | None = None
        self._signs_next = False  # whether the next state of the meeting is the signed one
        self._icons = ThemedIcons(theme, self)
        self.title = label("cardTitle", wrap=True)
        self.note = label("muted", wrap=True)
        self.gap_buttons: list[QPushButton] = []  # leading to what is missing, in order
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(4)
        self._rows: list[QWidget] = []
        self.list_signers, self.sign_all = button(), button()
        self.sign = button("primary")
        self.list_signers.clicked.connect(self.list_asked)
        self.sign_all.clicked.connect(self.all_asked)
        self.sign.clicked.connect(self.sign_asked)
        self._buttons = frame("plain", row(self.list_signers, self.sign_all, None, self.sign))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for part in (self.title, self.note):
            column.addWidget(part)
        column.addLayout(self._gaps)
        column.addWidget(self._buttons)
        self.retranslate()

    def show_facts(self, facts: SigningFacts, *, signs_next: bool) -> None:
        """Show how it stands; ``signs_next`` says whether the meeting can be signed in its state."""
        if (facts, signs_next) == (self.facts, self._signs_next):
            return
        self.facts, self._signs_next = facts, signs_next
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.list_signers.setText(self.tr("列出签名人员"))
        self.list_signers.setToolTip(self.tr("按适用规则列出应当签名的人，已登记的保持不变"))
        self.sign_all.setText(self.tr("其余登记为已签名"))
        self.sign_all.setToolTip(self.tr("把还没有登记签名情况的人登记为已签名"))
        self.sign.setText(self.tr("签名锁定…"))
        facts = self.facts
        if facts is None:
            self.title.setText(self.tr("正在检查……"))
            return
        self._show_gaps(facts.gaps)
        locked = bool(facts.sealed_at)
        self._buttons.setVisible(not locked)
        if locked:
            self._say_seal(facts)
        else:
            self._say_missing(facts.gaps)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_missing(self, gaps: tuple[Gap, ...]) -> None:
        stopping = sum(gap.stops for gap in gaps)
        if stopping:
            self.title.setText(self.tr("签名前还缺{count}项").format(count=stopping))
        else:
            self.title.setText(self.tr("可以签名锁定"))
        if self._signs_next:
            self.note.setText(self.tr("补齐以后才能签名锁定；锁定以后内容不能再改动。"))
        else:
            self.note.setText(self.tr("会议进入核对阶段以后才能签名锁定，现在可以先补齐。"))
        self.sign.setEnabled(self._signs_next and not stopping)

    def _say_seal(self, facts: SigningFacts) -> None:
        words = {
            SealState.INTACT: self.tr("已签名锁定，内容与签名时一致"),
            SealState.BROKEN: self.tr("注意：内容与签名时的摘要不一致"),
            SealState.UNKNOWN: self.tr("已签名锁定，摘要由更新的程序制作，不能核对"),
            SealState.NONE: self.tr("已签名锁定，没有摘要"),
        }
        self.title.setText(words[facts.seal])
        pattern = self.tr("封存时间：{time}　摘要（SHA-256）：{digest}")
        sealed = datetime.fromisoformat(facts.sealed_at).astimezone()
        time, digest = sealed.strftime("%Y-%m-%d %H:%M"), facts.digest[:_SHORT]
        self.note.setText(pattern.format(time=time, digest=digest))

    def _show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        for shown in self._rows:
            self._gaps.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.gap_buttons = []
        self._rows = [self._gap_row(gap) for gap in gaps[:MOST_GAPS]]
        if len(gaps) > MOST_GAPS:
            more = label("muted")
            more.setText(self.tr("……另有{count}项").format(count=len(gaps) - MOST_GAPS))
            self._rows.append(more)
        for made in self._rows:
            self._gaps.addWidget(made)

    def _gap_row(self, gap: Gap) -> QFrame:
        sign, words = label(), GoRow(gap_text(gap, spoken_language()))
        icon, colour = ("triangle-alert", "warn") if gap.stops else ("minus", "text2")
        self._icons.on_label(sign, icon, colour)
        words.asked.connect(partial(self.gap_chosen.emit, gap))
        self.gap_buttons.append(words.go)
        line = row(sign, words, spacing=10)
        line.setStretch(1, 1)
        return frame("gapRow", line)
