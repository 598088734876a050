"""The bar at the top: name, menus, where the data is, the panes folded away, the export."""

from PySide6.QtCore import QEvent, QTime, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QMenuBar, QPushButton, QSizePolicy, QWidget

from ui.actions import Actions
from ui.icons import ThemedIcons
from ui.theme import Theme
from ui.widgets.basics import Logo, button, frame, label, row

PANES = {"meetings": "list", "outline": "list-tree", "people": "users"}
"""The panes that can be folded away, and the icons of their buttons."""

_UNSEEN_MS = 300
_NARROW_PX = 760  # under this width, at 100 %, buttons keep only their icons


class TopBar(QFrame):
    """Its buttons run the actions of the same names."""

    def __init__(
        self, theme: Theme, actions: Actions, menus: QMenuBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._theme = theme
        self._narrow = False
        self._actions = actions
        icons = ThemedIcons(theme, self)
        menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._name = label("appName")
        disk = QLabel()
        icons.on_label(disk, "hard-drive", "text3")
        self._saved_at = ""
        self._trouble = ""
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_UNSEEN_MS)
        self._saving.timeout.connect(self.retranslate)
        self._under_way = False
        self._lamp = label("muted")
        self._lamp_box = frame("lamp", row(disk, self._lamp, spacing=5))
        self.pane_buttons: dict[str, QPushButton] = {}
        for pane, icon in PANES.items():
            self.pane_buttons[pane] = self._pane_button(icons, icon, actions[pane])
        self._export = button("primary")
        icons.on_button(self._export, "file-down", "on_accent")
        self._export.clicked.connect(actions["export"].trigger)
        actions["export"].changed.connect(self._follow_export)
        self.setLayout(
            row(
                Logo(theme),
                2,
                self._name,
                8,
                menus,
                None,
                *self.pane_buttons.values(),
                6,
                self._lamp_box,
                10,
                self._export,
                margins=(16, 10, 16, 10),
            )
        )
        self._follow_export()
        self.retranslate()

    def show_saving(self, *, under_way: bool) -> None:
        """Tell that something is on its way to the disk, or that all of it is there."""
        if self._under_way and not under_way:
            self._saved_at = QTime.currentTime().toString("HH:mm:ss")
        self._under_way = under_way
        if under_way and not self._saving.isActive():
            self._saving.start()  # a quick disk is done before anybody could read it
        elif not under_way:
            self._saving.stop()
            self.retranslate()

    def show_trouble(self, trouble: str) -> None:
        """Tell why lines are not on disk; empty when they are."""
        self._trouble = trouble
        self.retranslate()

    def set_width(self, width: int) -> None:
        """Keep only the icons where the window, at 100 %, is narrower than they all need."""
        self._narrow = width < _NARROW_PX
        self._lamp.setVisible(not self._narrow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._name.setText(self.tr("联席"))
        tip = self.tr("会议只保存在这台电脑上，不联网，不上传。")
        if self._trouble:
            self._lamp.setText(self.tr("没有保存"))
            tip = self._trouble
        elif self._under_way:
            self._lamp.setText(self.tr("正在保存…"))
        elif self._saved_at:
            self._lamp.setText(self.tr("已保存 {time}").format(time=self._saved_at))
        else:
            self._lamp.setText(self.tr("仅存本机"))
        self._lamp.setObjectName("warnText" if self._trouble else "muted")
        self._lamp.style().polish(self._lamp)
        self._lamp_box.setToolTip(tip)
        self._lamp_box.setAccessibleName(f"{self._lamp.text()}。{tip}")
        self._export.setText(self.tr("导出"))
        for pane, pane_button in self.pane_buttons.items():
            text = self._actions[pane].text()
            pane_button.setText("" if self._narrow else text)
            pane_button.setAccessibleName(text)
            pane_button.setToolTip(self._actions[pane].toolTip())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._actions.retranslate()
            self.retranslate()
        super().changeEvent(event)

    def _pane_button(self, icons: ThemedIcons, icon: str, action: QAction) -> QPushButton:
        made = button("ghost")
        made.setCheckable(True)
        icons.on_button(made, icon)
        made.clicked.connect(action.trigger)
        action.toggled.connect(made.setChecked)
        action.changed.connect(lambda: made.setToolTip(action.toolTip()))
        made.hide()
        return made

    def _follow_export(self) -> None:
        self._export.setVisible(self._actions["export"].isEnabled())
        self._export.setToolTip(self._actions["export"].toolTip())
