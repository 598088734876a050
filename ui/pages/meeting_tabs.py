"""The pages of a meeting behind their tabs: which there are, and how each is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from models.vocabulary import MeetingKind
from ui.widgets.tab_page import TabPage

if TYPE_CHECKING:
    from ui.pages.meeting_page import MeetingPage

_BOTH = frozenset(MeetingKind)
_HEARING = frozenset({MeetingKind.HEARING})


@dataclass(frozen=True, slots=True)
class Tab:
    """One page of a meeting. ``make`` builds it when it is first looked at."""

    id: str
    title: object  # marked for translation
    make: Callable[["MeetingPage"], TabPage]
    kinds: frozenset[MeetingKind] = _BOTH


def _record(page: "MeetingPage") -> TabPage:
    return page.record


def _basics(page: "MeetingPage") -> TabPage:
    from ui.pages.basics_page import BasicsPage

    return BasicsPage(page.theme, page.editor, page.language)


def _case(page: "MeetingPage") -> TabPage:
    from ui.pages.case_page import CasePage

    return CasePage(page.theme, page.editor, page.language)


def _agenda(page: "MeetingPage") -> TabPage:
    from ui.pages.agenda_page import AgendaPage

    return AgendaPage(page.theme, page.editor, page.record.attachments.attaching, page.language)


def _people(page: "MeetingPage") -> TabPage:
    from ui.pages.people_page import PeoplePage

    return PeoplePage(page.theme, page.editor, page.language)


def _opinions(page: "MeetingPage") -> TabPage:
    from ui.pages.opinions_page import OpinionsPage

    made = OpinionsPage(page.theme, page.editor, page.language)
    made.line_asked.connect(page.show_line)
    return made


def _deliberation(page: "MeetingPage") -> TabPage:
    from ui.pages.deliberation_page import DeliberationPage

    return DeliberationPage(page.theme, page.editor, page.language)


def _signing(page: "MeetingPage") -> TabPage:
    from ui.pages.signing_page import SigningPage

    made = SigningPage(page.theme, page.editor, page.language)
    made.line_asked.connect(page.show_line)
    made.tab_asked.connect(page.show_tab)
    made.field_asked.connect(page.show_field)
    made.sign_asked.connect(page.sign_asked)
    return made


def _after(page: "MeetingPage") -> TabPage:
    from ui.pages.after_page import AfterPage

    return AfterPage(page.theme, page.editor, page.language)


TABS = (
    Tab("record", QT_TRANSLATE_NOOP("MeetingPage", "记录"), _record),
    Tab("basics", QT_TRANSLATE_NOOP("MeetingPage", "基本信息"), _basics),
    Tab("case", QT_TRANSLATE_NOOP("MeetingPage", "案件"), _case),
    Tab("agenda", QT_TRANSLATE_NOOP("MeetingPage", "议程"), _agenda),
    Tab("people", QT_TRANSLATE_NOOP("MeetingPage", "人员"), _people),
    Tab("opinions", QT_TRANSLATE_NOOP("MeetingPage", "意见"), _opinions),
    Tab("deliberation", QT_TRANSLATE_NOOP("MeetingPage", "评议与校阅"), _deliberation, _HEARING),
    Tab("signing", QT_TRANSLATE_NOOP("MeetingPage", "核对签名"), _signing),
    Tab("after", QT_TRANSLATE_NOOP("MeetingPage", "会后"), _after),
)
"""The pages in order. How to add one: a row here, and the function that builds it above."""
