"""What a dossier would lack, each with a way to where it is filled in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.i18n import spoken_language
from ui.icons import ThemedIcons
from ui.messages import missing_text, secrecy_text
from ui.pages.archiving import Outlook, Place
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, frame, label, row
from ui.widgets.go_row import GoRow

_HEIGHT_PX = 200  # a longer list is scrolled, so that the buttons stay in sight


class LacksList(QFrame):
    """Tells how it stands with what an archive asks for."""

    asked = Signal(object)  # a Place

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lacks")
        self.outlook: Outlook | None = None
        self._icons = ThemedIcons(theme, self)
        self._good, self._bad, self._secret = label(), label(), label()
        self._icons.on_label(self._good, "circle-check", "ok", size=16)
        for sign in (self._bad, self._secret):
            self._icons.on_label(sign, "triangle-alert", "warn", size=16)
        self.happened = label("strongBody", wrap=True)
        head = row(self._good, self._bad, self.happened)
        head.setStretch(2, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._rows.setContentsMargins(24, 0, 0, 0)
        self._scroll = ScrollHost(frame("lackRows", self._rows))
        self.note = label("muted", wrap=True)
        self.secrecy = label("warnText", wrap=True)
        secret = row(self._secret, self.secrecy)
        secret.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self.note)
        column.addLayout(secret)
        self._theme = theme
        theme.changed.connect(self._bound)
        self._bound()

    @property
    def go_buttons(self) -> Sequence[QWidget]:
        """The buttons that lead to the places, in order."""
        found = (self._rows.itemAt(place).widget() for place in range(self._rows.count()))
        return [one.go for one in found if isinstance(one, GoRow)]

    def show_outlook(self, outlook: Outlook | None) -> None:
        """List what is missing; None while it is looked for."""
        self.outlook = outlook
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        while self._rows.count():
            part = self._rows.takeAt(0).widget()
            part.hide()
            part.deleteLater()
        lacks = self.outlook.lacks if self.outlook is not None else ()
        for lack in lacks:
            made = GoRow(missing_text(lack.missing, spoken_language()))
            made.asked.connect(partial(self._ask, lack.place))
            self._rows.addWidget(made)
        self._scroll.setVisible(bool(lacks))
        self._good.setVisible(self.outlook is not None and not lacks)
        self._bad.setVisible(bool(lacks))
        if self.outlook is None:
            self.happened.setText(self.tr("正在检查应当归档的内容…"))
        elif lacks:
            self.happened.setText(self.tr("还缺 {count} 项").format(count=len(lacks)))
        else:
            self.happened.setText(self.tr("应当归档的内容齐全"))
        self.note.setText(self.tr("可以先补齐；缺项归档的，以上各项写进卷内备考表和清单。"))
        self.note.setVisible(bool(lacks))
        self._say_secrecy()

    def _say_secrecy(self) -> None:
        found = self.outlook.secrecy if self.outlook is not None else ()
        cases = self.outlook.cases if self.outlook is not None else ()
        lines = [secrecy_text(one, cases, spoken_language()) for one in found]
        self.secrecy.setText("\n".join(lines))
        for part in (self._secret, self.secrecy):
            part.setVisible(bool(lines))

    def _ask(self, place: Place) -> None:
        self.asked.emit(place)

    def _bound(self) -> None:
        self._scroll.setMaximumHeight(self._theme.space_px(_HEIGHT_PX))
