"""Half-entered texts of forms: what was typed away again does not come back."""

from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from ui.forms.form import GroupForm


def test_a_refused_text_that_was_deleted_stays_away_when_another_field_is_saved(
    bench: Bench,
) -> None:
    bench.new_meeting(MeetingKind.JOINT_CONFERENCE)
    form = GroupForm(bench.kit, "schedule", ("held_from", "place", "notice_at"))
    bench.show(form)
    bench.editor.shown.connect(lambda sheet: form.show_entry(sheet.single("schedule")))
    form.show_entry(bench.entry("schedule"))
    notice = form.editors["notice_at"]
    bench.enter(notice, "第二会议室")
    refused = notice.fault.isVisible()
    bench.write(notice, "")
    bench.leave()

    bench.enter(form.editors["place"], "第二会议室")
    bench.wait(lambda: bench.stored("schedule", "place") == "第二会议室")
    bench.settle()

    assert refused
    assert notice.input.text() == ""
    assert not notice.unsaved
    assert not notice.fault.isVisible()
