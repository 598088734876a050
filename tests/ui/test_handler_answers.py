"""The handling prosecutor's note: every opinion listed, answered with its reason, none lost."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.vocabulary import Manner, MeetingKind
from tests.ui.form_bench import Bench
from ui.forms.entry_list import EntryList
from ui.forms.fields import FieldEditor
from ui.opinion_operations import add_opinion
from ui.pages.after_page import AfterPage
from ui.widgets.open_answers import OpenAnswers

FAULT = "除采纳外，须写明理由"


def _page(bench: Bench, folder: Path, state: str = "J8") -> AfterPage:
    """Show what follows a conference whose five opinions are answered, one more given in writing."""
    bench.sample("s01-joint", "J6", folder)
    sheet = bench.editor.sheet
    assert sheet is not None
    person = sheet.of("participant")[2].id
    if state == "J6":
        _run(bench, person)
    else:
        bench.sample("s01-joint", state, folder)
    page = AfterPage(bench.theme, bench.editor, lambda: bench.language)
    bench.show(page)
    bench.wait(lambda: page.is_complete and bool(page._views))
    return page


def _run(bench: Bench, person: str) -> None:
    done: list[object] = []
    operation = add_opinion(bench.editor.meeting_id, person, Manner.WRITTEN, None)
    bench.workspace.run(operation, then=done.append)
    bench.wait(lambda: bool(done))


def _parts(page: AfterPage) -> tuple[OpenAnswers, EntryList]:
    assert page._answers is not None
    return page._answers


def _listed(bench: Bench, page: AfterPage) -> tuple[FieldEditor, FieldEditor]:
    """List what is missing by the keyboard; return status and reason of the new answer."""
    head, cards = _parts(page)
    bench.wait(head.list_all.isVisible)
    head.list_all.setFocus()
    QTest.keyClick(head.list_all, Qt.Key.Key_Return)
    bench.wait(lambda: len(cards.cards) == 6)
    form = list(cards.cards.values())[-1].form
    return form.editors["status"], form.editors["reason"]


def _stored(bench: Bench, field: str) -> object:
    sheet = bench.editor.sheet
    assert sheet is not None
    return sheet.of("handler_answer")[-1].values[field]


def test_what_is_still_to_be_answered_is_named_and_counted(bench: Bench, tmp_path: Path) -> None:
    page = _page(bench, tmp_path, "J6")
    head, cards = _parts(page)

    assert head.state.text() == "还有1条意见没有参考情况"
    assert [link.text() for link in head.links] == ["书面 司马㛃"]
    assert len(cards.cards) == 5
    status, _ = _listed(bench, page)
    bench.wait(lambda: not head.list_all.isVisible())
    assert head.state.text() == "还有1条意见没有参考情况"
    bench.enter(status, "采纳")
    bench.wait(lambda: head.state.text() == "每条意见都已写明参考情况。")


def test_the_new_answer_names_speaker_and_opinion_and_is_undone_by_name(
    bench: Bench, tmp_path: Path
) -> None:
    page = _page(bench, tmp_path, "J6")
    _, cards = _parts(page)
    steps: list[str] = []
    bench.workspace.steps_changed.connect(lambda undo, _redo: steps.append(undo))
    _listed(bench, page)

    assert _stored(bench, "speaker") == "司马㛃"
    assert _stored(bench, "opinion") == page._views[-1].id
    assert steps == ["逐条列出意见"]
    bench.undo()
    bench.wait(lambda: len(cards.cards) == 5)


def test_a_named_opinion_leads_to_its_answer_and_has_it_listed_first(
    bench: Bench, tmp_path: Path
) -> None:
    page = _page(bench, tmp_path, "J6")
    head, cards = _parts(page)
    head.links[0].setFocus()

    QTest.keyClick(head.links[0], Qt.Key.Key_Return)

    bench.wait(lambda: len(cards.cards) == 6)
    status = list(cards.cards.values())[-1].form.editors["status"]
    bench.wait(status.input.holds_focus)


def test_a_status_waits_for_its_reason_and_is_saved_with_it(bench: Bench, tmp_path: Path) -> None:
    page = _page(bench, tmp_path, "J6")
    head, _ = _parts(page)
    status, reason = _listed(bench, page)

    bench.enter(status, "未采纳")
    bench.wait(status.fault.isVisible)
    assert status.fault.text() == FAULT
    assert status.mark.isVisible()
    assert _stored(bench, "status") is None
    assert head.state.text() == "还有1条意见没有参考情况"
    bench.write(reason, "已经查明。")
    bench.leave()

    bench.wait(lambda: _stored(bench, "status") == "未采纳")
    bench.wait(lambda: not status.fault.isVisible() and not status.mark.isVisible())
    assert _stored(bench, "reason") == "已经查明。"
    bench.wait(lambda: head.state.text() == "每条意见都已写明参考情况。")


def test_a_status_without_its_reason_outlasts_the_page(bench: Bench, tmp_path: Path) -> None:
    page = _page(bench, tmp_path, "J6")
    status, _ = _listed(bench, page)
    bench.enter(status, "部分采纳")
    bench.wait(status.fault.isVisible)
    page.hide()

    again = AfterPage(bench.theme, bench.editor, lambda: bench.language)
    bench.show(again)
    bench.wait(lambda: again.is_complete and len(_parts(again)[1].cards) == 6)

    field = list(_parts(again)[1].cards.values())[-1].form.editors["status"]
    assert field.input.text() == "部分采纳"
    assert field.fault.text() == FAULT


def test_a_reason_that_is_needed_cannot_be_taken_away(bench: Bench, tmp_path: Path) -> None:
    page = _page(bench, tmp_path)
    _, cards = _parts(page)
    first = next(iter(cards.cards.values()))
    status, reason = (first.form.editors[field] for field in ("status", "reason"))

    bench.write(reason, "")
    bench.leave()
    bench.wait(reason.fault.isVisible)
    assert reason.fault.text() == FAULT
    assert bench.stored("handler_answer", "reason", first.entry_id)
    bench.enter(status, "采纳")

    bench.wait(lambda: bench.stored("handler_answer", "reason", first.entry_id) is None)
    assert bench.stored("handler_answer", "status", first.entry_id) == "采纳"


def test_an_archived_note_lists_nothing(bench: Bench, tmp_path: Path) -> None:
    head, _ = _parts(_page(bench, tmp_path, "J11"))

    assert not head.list_all.isVisible()


def test_a_hearing_has_no_answers(bench: Bench, tmp_path: Path) -> None:
    page = _page(bench, tmp_path)

    bench.new_meeting(MeetingKind.HEARING)

    bench.wait(lambda: page.is_complete and page._answers is None)
