"""What the window shows before there is a meeting: what it is for, and the first step."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.vocabulary import MeetingKind
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import Logo, button, frame, label, row


class EmptyState(QFrame):
    """Offers to begin a meeting, to open a case file or to try the sample."""

    new_asked = Signal(object)  # a MeetingKind
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._theme = theme
        icons = ThemedIcons(theme, self)
        self._title = label("emptyTitle", wrap=True)
        self._text = label("body", wrap=True)
        self._hint = label("muted", wrap=True)
        self._conference = button("primary")
        self._hearing = button()
        self._open = button()
        self._sample = button()
        icons.on_button(self._conference, "plus", "on_accent")
        icons.on_button(self._hearing, "plus")
        icons.on_button(self._open, "folder-open")
        icons.on_button(self._sample, "play")
        kinds = (MeetingKind.JOINT_CONFERENCE, MeetingKind.HEARING)
        for begin, kind in zip((self._conference, self._hearing), kinds, strict=True):
            begin.clicked.connect(partial(self._ask_new, kind))
        self._open.clicked.connect(self.open_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._box = frame("emptyBox", self._column(theme))
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row(None, self._box, None))
        outer.addStretch(3)
        theme.changed.connect(self._set_width)
        self._set_width()
        self.setFocusProxy(self._conference)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._title.setText(self.tr("还没有会议"))
        self._text.setText(
            self.tr(
                "这里整理检察官联席会议和检察听证：谁、在何时、以什么身份发言，逐条如实记录；"
                "会后导出会议记录或者听证笔录。"
            )
        )
        self._conference.setText(self.tr("新建联席会议"))
        self._hearing.setText(self.tr("新建听证"))
        self._open.setText(self.tr("打开案件文件…"))
        self._sample.setText(self.tr("试用示例"))
        self._hint.setText(
            self.tr("也可以把案件文件拖到这个窗口。示例中的人、单位和案件都是虚构的。")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _column(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(BigLogo(theme), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(6)
        column.addLayout(row(self._conference, self._hearing, None, spacing=10))
        column.addLayout(row(self._open, self._sample, None, spacing=10))
        column.addWidget(self._hint)
        return column

    def _ask_new(self, kind: MeetingKind, *_checked: bool) -> None:
        self.new_asked.emit(kind)

    def _set_width(self) -> None:
        self._box.setMaximumWidth(self._theme.text_px(520))
        self._box.setMinimumWidth(min(self._theme.text_px(460), 720))


class BigLogo(Logo):
    """The sign of the program, twice as large."""

    def sizeHint(self) -> QSize:
        """Return its size at the text scale."""
        return super().sizeHint() * 2
