"""The page of a hearing's deliberation: the break, each officer's view, checks of the transcript."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from models.forms import HEARING
from ui.editing import MeetingEditor
from ui.forms.page import FormPage
from ui.forms.sections import EntriesPart, FormPart, Section
from ui.theme import Theme

_BREAK = Section(
    QT_TRANSLATE_NOOP("Pages", "休会评议"),
    (FormPart("deliberation", ("began_at", "ended_at", "majority", "note")),),
    note=QT_TRANSLATE_NOOP("Pages", "评议由听证员单独进行，评议内容与交当事人校阅的听证笔录分开。"),
    kinds=HEARING,
)

_VIEWS = Section(
    QT_TRANSLATE_NOOP("Pages", "听证员意见"), (EntriesPart("officer_view"),), kinds=HEARING
)

_CHECKS = Section(
    QT_TRANSLATE_NOOP("Pages", "笔录校阅"), (EntriesPart("transcript_check"),), kinds=HEARING
)


class DeliberationPage(FormPage):
    """What happens between a hearing's break and the signing of its transcript."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, editor, language, (_BREAK, _VIEWS, _CHECKS), parent)
