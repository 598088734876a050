"""The page of the cases: what is discussed or heard, why it was brought, the questions."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from models.forms import CONFERENCE, HEARING
from ui.editing import MeetingEditor
from ui.forms.page import FormPage
from ui.forms.sections import EntriesPart, FormPart, Section, TextsPart
from ui.theme import Theme

_CASES = Section(QT_TRANSLATE_NOOP("Pages", "案件"), (EntriesPart("case"),))

_REQUEST = Section(
    QT_TRANSLATE_NOOP("Pages", "提请与审批"),
    (
        FormPart("request", ("by", "at")),
        TextsPart(
            "request_reason",
            QT_TRANSLATE_NOOP("Pages", "提请事由"),
            QT_TRANSLATE_NOOP("Pages", "提请召开会议的事由，每行一个。"),
        ),
        TextsPart(
            "request_issue",
            QT_TRANSLATE_NOOP("Pages", "议题"),
            QT_TRANSLATE_NOOP("Pages", "提请讨论的问题，每行一个。"),
        ),
        FormPart("request", ("handler_view", "approved_by", "approved_at", "approval")),
    ),
    kinds=CONFERENCE,
)

_QUESTIONS = Section(
    "",
    (
        TextsPart(
            "question",
            QT_TRANSLATE_NOOP("Pages", "讨论问题"),
            QT_TRANSLATE_NOOP("Pages", "参会人员逐人发表意见的问题，每行一个。"),
        ),
    ),
    kinds=CONFERENCE,
)

_HEARING_QUESTIONS = Section(
    "",
    (
        TextsPart(
            "question",
            QT_TRANSLATE_NOOP("Pages", "听证问题"),
            QT_TRANSLATE_NOOP("Pages", "需要听证的问题，每行一个。"),
        ),
    ),
    kinds=HEARING,
)


class CasePage(FormPage):
    """The cases with their parties, and what is asked about them."""

    def __init__(
        self,
        theme: Theme,
        editor: MeetingEditor,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        sections = (_CASES, _REQUEST, _QUESTIONS, _HEARING_QUESTIONS)
        super().__init__(theme, editor, language, sections, parent)
