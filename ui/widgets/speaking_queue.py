"""The queue of those who wait to speak: ordered by mouse and keys, filled with the usual order."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.agenda_plan import Arrangement, arranged, shifted
from models.snapshot import MeetingSnapshot, ParticipantView
from ui.item_models.agenda import ListedRow
from ui.item_models.people import name_of, office_of
from ui.theme import Theme
from ui.widgets.basics import ScrollHost, button, frame, label, row
from ui.widgets.ordered_list import OrderedList

_LEAST_ROWS = 2.4  # in view; the half row says that there are more


class QueueView(OrderedList):
    """The rows of the queue. Enter, or a double click, gives the word."""

    word_given = Signal(str)  # id of a participant

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, agenda=False, narrow=True, parent=parent)
        self.rename.setShortcut("")

    def write(self) -> None:
        """Give the word to the current row: names are not written here."""
        if self.chosen and self.delegate.open:
            self.word_given.emit(self.chosen[0])


class SpeakingQueue(QFrame):
    """Title, a button that fills the queue, and its rows."""

    queue_set = Signal(object)  # ids of participants, in order
    word_given = Signal(str)  # id of a participant

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: Mapping[str | None, ParticipantView] = {}
        self._shared: frozenset[str] = frozenset()
        self.queue: tuple[str, ...] = ()
        self._suggested: tuple[str, ...] = ()
        self._most = 0
        self.title, self._nothing = label("paneTitle"), label("muted", wrap=True)
        self.fill = button("fieldLink")
        self.view = QueueView(theme)
        self.host = ScrollHost(frame("queueHost", row(self.view, spacing=0)))
        self._build()
        self._connect()
        self.retranslate()

    def show_people(self, meeting: MeetingSnapshot, suggested: Sequence[str]) -> None:
        """Be about these people; ``suggested`` is the order of those who are to speak."""
        self._people, self._shared = meeting.participants_by_id, meeting.shared_names
        self._suggested = tuple(suggested)
        self.show_queue(self.queue)

    def forget(self) -> None:
        """Be about nobody."""
        self._people, self._shared, self._suggested = {}, frozenset(), ()
        self.show_queue(())

    def show_queue(self, queue: Sequence[str]) -> None:
        """Show who waits, in order."""
        self.queue = tuple(queue)
        known = [self._people[person] for person in queue if person in self._people]
        self.view.show_rows(
            [
                ListedRow(person.id, str(place), self._name(person))
                for place, person in enumerate(known, 1)
            ]
        )
        self._fit()
        self.host.setVisible(bool(known))
        self._nothing.setVisible(not known)
        self.fill.setEnabled(self._filled() != self.queue)

    def limit(self, height: int) -> None:
        """Be no higher than that, but show a few rows; more are scrolled to."""
        self._most = int(max(height, self._theme.text_px(26) * _LEAST_ROWS))
        self._fit()

    @property
    def head_height(self) -> int:
        """How much stands above the rows."""
        return self.title.sizeHint().height() + self._theme.space_px(16)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.title.setText(self.tr("发言次序"))
        self.fill.setText(self.tr("按次序排队"))
        self.fill.setToolTip(
            self.tr("把在场而尚未发表意见的人按职级从低到高排队，主持人最后；次序可以随时调整")
        )
        self.fill.setAccessibleDescription(self.fill.toolTip())
        self._nothing.setText(self.tr("没有人排队。选中人员后按 Q 排队。"))
        self.view.setAccessibleName(self.tr("发言次序"))
        self.view.retranslate()
        self.view.rename.setText(self.tr("请其发言"))
        self.view.delete.setText(self.tr("移出次序"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as high as the rows, whenever they change."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.host.setFixedHeight(min(self.view.minimumHeight(), self._most))

    def _build(self) -> None:
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Maximum)
        self._nothing.setContentsMargins(20, 2, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addLayout(row(self.title, None, self.fill, margins=(20, 0, 14, 0)))
        column.addWidget(self._nothing)
        column.addWidget(self.host)
        self.view.installEventFilter(self)

    def _connect(self) -> None:
        view = self.view
        view.word_given.connect(self.word_given)
        view.delete_asked.connect(self._take_out)
        view.shift_asked.connect(lambda ids, by: self._arrange(shifted, ids, by))
        view.drop_asked.connect(lambda ids, gap, _level: self._arrange(arranged, ids, gap, 0))
        self.fill.clicked.connect(lambda: self.queue_set.emit(self._filled()))

    def _arrange(self, how: Callable[..., Arrangement | None], *where: object) -> None:
        found = how(self.view.list_model.rows, *where)
        if found is not None:
            order = [person for person in self.queue if person not in found.ids]
            order[found.to : found.to] = found.ids
            self.queue_set.emit(tuple(order))

    def _take_out(self, ids: object) -> None:
        assert isinstance(ids, tuple)  # what the signal carries
        self.queue_set.emit(tuple(person for person in self.queue if person not in ids))

    def _filled(self) -> tuple[str, ...]:
        """Return the suggested order; who waits for another word comes after it."""
        return tuple(dict.fromkeys((*self._suggested, *self.queue)))

    def _name(self, person: ParticipantView) -> str:
        office = office_of(person) if person.name in self._shared else ""
        number = "" if person.number is None else self.tr("{number}号").format(number=person.number)
        about = "，".join(part for part in (number, office) if part)
        return f"{name_of(person)}（{about}）" if about else name_of(person)
