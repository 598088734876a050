"""The page of the agenda: its items with their times, and the papers handed out."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.agenda_plan import Total, total
from models.forms import Sheet
from models.snapshot import AttachmentView
from models.vocabulary import MeetingKind
from ui.attaching import Attaching
from ui.attachment_operations import Target
from ui.editing import MeetingEditor
from ui.forms.agenda_list import AgendaList, held_from, held_to
from ui.forms.text_list import TextList
from ui.icons import ThemedIcons
from ui.item_models.agenda import ListedRow
from ui.theme import Theme
from ui.widgets.attachment_panel import AttachmentPanel, Offer
from ui.widgets.basics import button, label, row
from ui.widgets.focus import is_free_for
from ui.widgets.tab_page import TabPage

_MEASURE_PX = 900
_MOST_SHOWN = 16  # characters of an item on a button


class AgendaPage(QScrollArea, TabPage):
    """Shows and changes agenda and materials of the meeting that is edited."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        attaching: Attaching,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agendaPage")
        self._theme = theme
        self._editor = editor
        self._met = ""  # the meeting that was welcomed
        self.agenda = AgendaList(
            theme,
            editor,
            title=lambda: self.tr("议程"),
            hint=lambda: self.tr("写一项议程，按回车添加"),
        )
        self.materials = TextList(
            theme,
            editor,
            "material",
            title=lambda: self.tr("会议材料"),
            hint=lambda: self.tr("写一份材料的名称，按回车添加"),
        )
        self.attachments = AttachmentPanel(
            theme,
            attaching,
            language,
            wanted=lambda view: view.line_id is None,
            offers=self._offers,
            place=self._place_of,
        )
        icons = ThemedIcons(theme, self)
        self.locked = label("muted", wrap=True)
        self.purpose = label("body", wrap=True)
        self.usual = button()
        self.usual.clicked.connect(self._add_usual)
        self.steps = label("muted", wrap=True)
        self.summary = label("body", wrap=True)
        self.overrun = label("warnText", wrap=True)
        self.sign = label()
        icons.on_label(self.sign, "triangle-alert", "warn", size=16)
        self.frozen = label("muted", wrap=True)
        self.lock = label()
        icons.on_label(self.lock, "lock", size=14)
        self.keys = label("muted", wrap=True)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what stands on the page
        editor.shown.connect(self._take)
        self.agenda.view.selectionModel().currentChanged.connect(
            lambda *_: self.attachments.refresh()
        )
        theme.changed.connect(self._set_measure)
        self._set_measure()
        self.retranslate()

    def enter(self) -> None:
        """Take the focus where one begins."""
        self.agenda.enter()

    def commit(self) -> None:
        """Save what is being typed."""
        self.agenda.commit()
        self.materials.commit()
        self.attachments.commit()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.agenda.view.setAccessibleName(self.tr("议程"))
        self.locked.setText(self.tr("会议记录或者听证笔录已经签名，议程和材料只能查看。"))
        self.purpose.setText(
            self.tr(
                "议程写明会议按什么次序进行。一行写一项；从别处复制几行粘贴进来，就是几项。"
                "写上计划用时，就能看到每项几点开始。"
            )
        )
        self.usual.setText(self.tr("采用通常议程"))
        self.steps.setText(
            self.tr("听证的七个步骤由规定确定，不必写进议程；这里写听证前的准备和其他安排。")
        )
        self.frozen.setText(
            self.tr("会议通知已经发出，议程编号不再变动；临时插入的项目使用“3-1”这样的编号。")
        )
        self.keys.setText(self.agenda.keys_hint())
        if self._editor.sheet is not None:
            self._show(self._editor.sheet)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the cursor ready where the first item is to be written."""
        super().showEvent(event)
        self._welcome()

    def _lay_out(self) -> None:
        self._column = QWidget()
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.locked)
        self.agenda.above.addWidget(self.steps)
        self.agenda.above.addWidget(self.purpose)
        self.agenda.above.addLayout(row(self.usual, None))
        inner.addWidget(self.agenda)
        inner.addWidget(self.summary)
        warning = row(self.sign, spacing=6)
        warning.addWidget(self.overrun, 1)
        inner.addLayout(warning)
        kept = row(self.lock, spacing=6)
        kept.addWidget(self.frozen, 1)
        inner.addLayout(kept)
        inner.addWidget(self.keys)
        inner.addSpacing(20)
        inner.addWidget(self.materials)
        inner.addSpacing(12)
        inner.addWidget(self.attachments)
        inner.addStretch(1)
        host = QWidget()
        outer = QVBoxLayout(host)
        outer.setContentsMargins(26, 20, 26, 26)
        measured = QHBoxLayout()
        measured.addWidget(self._column, 1000)  # all the room there is, up to its measure
        measured.addStretch(1)
        outer.addLayout(measured, 1)
        self.setWidget(host)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_measure(self) -> None:
        self._column.setMaximumWidth(self._theme.text_px(_MEASURE_PX))

    def _take(self, sheet: object) -> None:
        assert isinstance(sheet, Sheet)  # what the signal carries
        self._show(sheet)

    def _show(self, sheet: Sheet) -> None:
        locked = self._editor.locked("agenda_item")
        empty = not self.agenda.items
        hearing = sheet.kind is MeetingKind.HEARING
        self.locked.setVisible(locked)
        self.purpose.setVisible(empty and not locked)
        self.usual.setVisible(empty and not locked)
        self.keys.setVisible(not empty and not locked)
        frozen = any(item.number for item in self.agenda.items)
        self.lock.setVisible(frozen)
        self.frozen.setVisible(frozen)
        self.steps.setVisible(hearing)
        self._show_total(sheet)
        self.attachments.show_meeting(sheet.id, locked=locked)
        if sheet.id != self._met and self.isVisible():
            self._welcome()

    def _show_total(self, sheet: Sheet) -> None:
        items, start, end = self.agenda.items, held_from(sheet), held_to(sheet)
        found = total(items, start, end)
        over = found.over or 0
        self.overrun.setText(self._overrun_words(over, end) if over > 0 else "")
        self.overrun.setVisible(over > 0)
        self.sign.setVisible(over > 0)
        sentences = self._total_words(found, len(items), start, end)
        self.summary.setText(_joined(sentences))
        self.summary.setVisible(bool(items))

    def _overrun_words(self, over: int, end: str | None) -> str:
        return self.tr("比会议的计划结束时间（{end}）超出{minutes}分钟。").format(
            end=_clock(end), minutes=over
        )

    def _total_words(
        self, found: Total, count: int, start: str | None, end: str | None
    ) -> list[str]:
        """Return what the agenda takes, when it ends, and why that cannot be told."""
        words = [self.tr("共{count}项。").format(count=count)]
        if found.minutes:
            words.append(self.tr("计划用时合计{minutes}分钟。").format(minutes=found.minutes))
        if found.ends:
            words.append(self.tr("预计{time}结束。").format(time=found.ends))
        if found.over is not None and found.over < 0:
            early = self.tr("比会议的计划结束时间（{end}）早{minutes}分钟。")
            words.append(early.format(end=_clock(end), minutes=-found.over))
        if found.over == 0:
            words.append(self.tr("正好是会议的计划结束时间。"))
        if found.unknown and found.unknown < count:
            unknown = self.tr("有{count}项没有写计划用时，所以其后各项的时间未定。")
            words.append(unknown.format(count=found.unknown))
        if not _clock(start):
            words.append(self.tr("写了会议的开始时间，这里就显示每项几点开始、几点结束。"))
        return words

    def _offers(self) -> list[Offer]:
        """Return what attachments can be added to: the item that is current, and the meeting."""
        current = next((one for one in self.agenda.rows if one.id in self.agenda.view.chosen), None)
        if current is None:
            item: Offer = (self.tr("添加到选中的议程…"), None)
        else:
            words = self.tr("添加到“{item}”…").format(item=_called(current))
            item = (words, Target(item_id=current.id))
        return [item, (self.tr("添加到整个会议…"), Target())]

    def _place_of(self, view: AttachmentView) -> str:
        """Return what an attachment belongs to."""
        item = next((one for one in self.agenda.rows if one.id == view.item_id), None)
        return self.tr("整个会议") if item is None else _called(item)

    def _add_usual(self) -> None:
        self.agenda.add_usual()
        self.agenda.enter()

    def _welcome(self) -> None:
        sheet = self._editor.sheet
        if sheet is None:
            return
        self._met = sheet.id
        if not self.agenda.items and not self._editor.locked("agenda_item") and is_free_for(self):
            self.agenda.enter()


def _called(item: ListedRow) -> str:
    """Return number and title of an item, cut where it is long."""
    text = item.text if len(item.text) <= _MOST_SHOWN else f"{item.text[: _MOST_SHOWN - 1]}…"
    return f"{item.number} {text}"


def _joined(sentences: list[str]) -> str:
    """Return the sentences in one line; Chinese ones need no blanks between them."""
    return "".join(one if one.endswith("。") else f"{one} " for one in sentences).strip()


def _clock(time: str | None) -> str:
    """Return the time of day of a civil time; empty if it has none."""
    return (time or "").rpartition("T")[2] if ":" in (time or "") else ""
