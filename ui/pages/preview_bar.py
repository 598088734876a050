"""The bar over a preview: which paper, which page, how large, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QWidget

from ui.icons import ThemedIcons
from ui.paper_names import (
    FOR_THE_ROOM,
    WHOLE,
    Cases,
    VersionChoice,
    paper_name,
    short_version_name,
    version_choices,
    version_name,
)
from ui.theme import Theme
from ui.widgets.basics import button, label, row
from ui.widgets.cut_button import CutButton
from ui.widgets.page_plan import Fit, Zoom
from ui.widgets.paper_view import ZOOM_STEPS

_NARROW_PX = 920  # under this width, at 100 %, buttons keep only their icons
_CASE_PX = 420  # of a version's name in the menu, at 100 %; a longer one is cut


class PageField(QLineEdit):
    """The number of the page in view; another one typed there, with Enter, goes to it."""

    asked = Signal(int)  # from 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageField")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._shown = 1
        number = QRegularExpression(r"[1-9]\d{0,4}")  # a number in figures, without separators
        self.setValidator(QRegularExpressionValidator(number, self))
        self.returnPressed.connect(lambda: self.asked.emit(int(self.text())))

    def show_page(self, page: int) -> None:
        """Show the number of the page, from 1."""
        self._shown = page
        self.setText(str(page))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget a number that was typed without Enter."""
        super().focusOutEvent(event)
        self.setText(str(self._shown))


class PreviewBar(QFrame):
    """Says what is in view and asks for what is wanted; the page does it."""

    kind_asked = Signal(str)
    version_asked = Signal(object)  # VersionChoice
    page_asked = Signal(int)  # from 1
    zoom_asked = Signal(object)  # Zoom

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewBar")
        self._theme = theme
        self._kind = ""
        self._kinds: tuple[str, ...] = ()
        self._version, self._cases = WHOLE, Cases()
        self._zoom: Zoom = Fit.WIDTH
        self._factor = 1.0
        self._count = 0
        icons = ThemedIcons(theme, self)
        self._title = label("cardTitle")
        self.kind_button = self._with_menu(CutButton("ghost"))
        self.version_button = self._with_menu(button("ghost"))
        self.page_field = PageField()
        self.page_field.asked.connect(self.page_asked)
        self._total = label("meta")
        self.smaller, self.larger = button("ghost"), button("ghost")
        self.zoom_button = self._with_menu(button("ghost"))
        self.print_button, self.export_button, self.close_button = button(), button(), button()
        for made, icon in (
            (self.smaller, "minus"),
            (self.larger, "plus"),
            (self.print_button, "printer"),
            (self.export_button, "file-down"),
            (self.close_button, "x"),
        ):
            icons.on_button(made, icon)
        for made in (self.kind_button, self.version_button, self.zoom_button):
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
            icons.on_button(made, "chevron-down", "text3")
        self.setLayout(
            row(
                self._title,
                self.kind_button,
                self.version_button,
                None,
                self.page_field,
                self._total,
                12,
                self.smaller,
                self.zoom_button,
                self.larger,
                None,
                self.print_button,
                self.export_button,
                self.close_button,
                margins=(26, 8, 20, 8),
                spacing=6,
            )
        )
        theme.changed.connect(self._set_width)
        self._set_width()
        self.show_pages(0)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The papers offered."""
        return self._kinds

    def show_kinds(self, kind: str, kinds: Sequence[str]) -> None:
        """Say which paper is shown; offer the others if there are any."""
        self._kind, self._kinds = kind, tuple(kinds)
        self.retranslate()

    def show_version(self, version: VersionChoice, cases: Cases) -> None:
        """Say which version is shown, of a meeting with these cases."""
        self._version, self._cases = version, cases
        self.retranslate()

    def show_pages(self, count: int) -> None:
        """Say how many pages there are; 0 while there is no paper."""
        self._count = count
        for part in (self.page_field, self._total, self.smaller, self.zoom_button, self.larger):
            part.setVisible(count > 0)
        self.retranslate()

    def show_page(self, page: int) -> None:
        """Say which page, from 1, is in view."""
        self.page_field.show_page(page)

    def show_zoom(self, zoom: Zoom, factor: float) -> None:
        """Say how large the pages are."""
        self._zoom, self._factor = zoom, factor
        self.retranslate()

    def allow(self, *, printing: bool, exporting: bool, closing: bool) -> None:
        """Enable what can be done now."""
        self.print_button.setEnabled(printing)
        self.export_button.setEnabled(exporting)
        self.close_button.setEnabled(closing)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        several = len(self._kinds) > 1
        self._title.setVisible(not several)
        self.kind_button.setVisible(several)
        if self._kind:
            name = paper_name(self._kind)
            self._title.setText(self.tr("预览{paper}").format(paper=name))
            self.kind_button.setText(name)
            self.kind_button.setToolTip(name)
            self.kind_button.setAccessibleName(self.tr("文书：{paper}").format(paper=name))
        version = self.tr("版本：{version}").format(
            version=version_name(self._version, self._cases)
        )
        self.version_button.setText(short_version_name(self._version))
        self.version_button.setAccessibleName(version)
        self.version_button.setToolTip(version)
        pages = self.tr("页码，共{count}页").format(count=self._count)
        self.page_field.setAccessibleName(pages)
        self.page_field.setToolTip(self.tr("输入页码后按回车"))
        self._total.setText(f"/ {self._count}")
        self._say_zoom()
        self._say_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the icons where there is no room for words."""
        super().resizeEvent(event)
        self._say_buttons()

    def zoom_word(self, zoom: Zoom) -> str:
        """Return the name of a zoom."""
        match zoom:
            case Fit.WIDTH:
                return self.tr("适合宽度")
            case Fit.PAGE:
                return self.tr("整页")
        return f"{round(zoom * 100)}%"

    def _say_zoom(self) -> None:
        self.zoom_button.setText(self.zoom_word(self._zoom))
        words = self.tr("显示比例：{zoom}")
        self.zoom_button.setToolTip(words.format(zoom=f"{round(self._factor * 100)}%"))
        self.zoom_button.setAccessibleName(words.format(zoom=self.zoom_word(self._zoom)))
        for made, text, keys in (
            (self.smaller, self.tr("缩小"), "Ctrl+-"),
            (self.larger, self.tr("放大"), "Ctrl++"),
        ):
            made.setAccessibleName(text)
            made.setToolTip(f"{text}（{keys}）")

    def _say_buttons(self) -> None:
        narrow = self.width() / self._theme.text_scale < _NARROW_PX
        for made, text, short in (
            (self.print_button, self.tr("打印…"), self.tr("打印")),
            (self.export_button, self.tr("导出…"), self.tr("导出")),
            (self.close_button, self.tr("关闭"), self.tr("关闭预览（Esc）")),
        ):
            made.setText("" if narrow else text)
            made.setAccessibleName(text)
            made.setToolTip(short)

    def _with_menu(self, made: QPushButton) -> QPushButton:
        """Let a button offer its choices, made when it is pressed."""
        made.clicked.connect(
            lambda: self.choices(made).popup(made.mapToGlobal(made.rect().bottomLeft()))
        )
        return made

    def choices(self, opener: QPushButton) -> QMenu:
        """Return the menu of what a button offers, with what is in force marked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        make = {
            self.kind_button: self._kind_actions,
            self.version_button: self._version_actions,
            self.zoom_button: self._zoom_actions,
        }[opener]
        for action, chosen in make(menu):
            action.setCheckable(True)
            action.setChecked(chosen)
            group.addAction(action)
            menu.addAction(action)
        for_the_room = [one for one in menu.actions() if one.data() in FOR_THE_ROOM]
        if 0 < len(for_the_room) < len(menu.actions()):
            menu.insertSeparator(for_the_room[0])
        return menu

    def _kind_actions(self, menu: QMenu) -> list[tuple[QAction, bool]]:
        made = []
        for kind in self._kinds:
            action = QAction(paper_name(kind), menu)
            action.setData(kind)
            action.triggered.connect(lambda *_, kind=kind: self.kind_asked.emit(kind))
            made.append((action, kind == self._kind))
        return made

    def _version_actions(self, menu: QMenu) -> list[tuple[QAction, bool]]:
        made = []
        width = self._theme.text_px(_CASE_PX)
        menu.setToolTipsVisible(True)
        for version in version_choices(self._cases):
            name = version_name(version, self._cases)
            cut = menu.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, width)
            action = QAction(cut.replace("&", "&&"), menu)
            action.setToolTip(name)
            action.triggered.connect(lambda *_, version=version: self.version_asked.emit(version))
            made.append((action, version == self._version))
        return made

    def _zoom_actions(self, menu: QMenu) -> list[tuple[QAction, bool]]:
        made = []
        for zoom in (Fit.WIDTH, Fit.PAGE, *ZOOM_STEPS):
            action = QAction(self.zoom_word(zoom), menu)
            action.triggered.connect(lambda *_, zoom=zoom: self.zoom_asked.emit(zoom))
            made.append((action, zoom == self._zoom))
        return made

    def _set_width(self) -> None:
        self.page_field.setFixedWidth(self._theme.text_px(58))
        self._say_buttons()
