"""The advisory statement: always in sight, the conference's own or the hearing's own."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from models.vocabulary import MeetingKind
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import label, row


class Banner(QFrame):
    """The statement for the kind of meeting that is open; the conference's if none is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._kind = MeetingKind.JOINT_CONFERENCE
        self._title = label("bannerTitle")
        self._text = label(wrap=True)
        self._sign = QLabel()
        ThemedIcons(theme, self).on_label(self._sign, "shield-check", "banner_text", size=16)
        self.setLayout(
            row(None, self._sign, self._title, 0, self._text, None, margins=(16, 7, 16, 7))
        )
        self.retranslate()

    @property
    def statement(self) -> str:
        """The whole statement as shown."""
        return self.accessibleName()

    def show_kind(self, kind: MeetingKind) -> None:
        """Show the statement of that kind of meeting."""
        self._kind = kind
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        title, text = statement_parts(self._kind)
        self._title.setVisible(bool(title))
        self._title.setText(f"{title} ·")
        self._text.setText(text)
        self.setAccessibleName(f"{title} · {text}" if title else text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the statement only where the window is too narrow for it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        taken = self._title.sizeHint().width() if self._title.isVisibleTo(self) else 0
        room = self.width() - taken - self._sign.sizeHint().width() - 80
        natural = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        self._text.setFixedWidth(max(min(natural, room), 200))


def statement_parts(kind: MeetingKind) -> tuple[str, str]:
    """Return heading and text of the statement of that kind of meeting; the heading may be empty."""
    if kind is MeetingKind.HEARING:
        return "", QCoreApplication.translate(
            "Banner", "听证意见是人民检察院依法处理案件的重要参考，不是处理决定。"
        )
    return (
        QCoreApplication.translate("Banner", "参考意见"),
        QCoreApplication.translate("Banner", "仅供承办检察官参考，不形成决议或者倾向性意见。"),
    )
