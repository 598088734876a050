"""The pages of forms on a bench, with samples of each kind of meeting."""

from PySide6.QtWidgets import QWidget

from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from ui.forms.fields import FieldEditor
from ui.forms.page import FormPage
from ui.pages.after_page import AfterPage
from ui.pages.basics_page import BasicsPage
from ui.pages.case_page import CasePage
from ui.pages.deliberation_page import DeliberationPage

PAGES: tuple[type[BasicsPage | CasePage | DeliberationPage | AfterPage], ...] = (
    BasicsPage,
    CasePage,
    DeliberationPage,
    AfterPage,
)
SAMPLES = {
    MeetingKind.JOINT_CONFERENCE: ("s08-joint", "J5", "J8", "J11"),
    MeetingKind.HEARING: ("s03-hearing", "H6", "H11", "H13"),
}
KINDS = tuple(MeetingKind)


def page_on(
    bench: Bench, page: type[BasicsPage | CasePage | DeliberationPage | AfterPage]
) -> FormPage:
    """Show a page of that sort on the bench, once all of it is made."""
    made = page(bench.theme, bench.editor, lambda: bench.language)
    bench.show(made)
    bench.wait(lambda: made.is_complete)
    bench.settle()
    return made


def fields_of(page: QWidget) -> list[FieldEditor]:
    """Return all fields of the page."""
    return page.findChildren(FieldEditor)
