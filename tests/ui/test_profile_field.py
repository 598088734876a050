"""The profile of a meeting in its form: what it means, and why another is refused or taken."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from models.profile_rules import choosing_of, procuratorates
from models.vocabulary import MeetingKind
from models.workbench import AuditEntry
from tests.ui.form_bench import Bench
from ui.forms.entry_list import EntryList
from ui.forms.form import GroupForm
from ui.forms.profile_field import ProfileField


def _field(bench: Bench) -> ProfileField:
    """Show the field of the meeting that is edited."""
    form = GroupForm(bench.kit, "meeting", ("profile",))
    bench.editor.shown.connect(lambda _: form.show_entry(bench.entry("meeting")))
    form.show_entry(bench.entry("meeting"))
    bench.show(form)
    field = form.editors["profile"]
    assert isinstance(field, ProfileField)
    return field


def _new(bench: Bench, kind: MeetingKind = MeetingKind.JOINT_CONFERENCE) -> ProfileField:
    bench.new_meeting(kind)
    return _field(bench)


def _approved(bench: Bench, folder: Path, state: str = "J3") -> ProfileField:
    bench.sample("s01-joint", state, folder)
    return _field(bench)


def _reasons(bench: Bench) -> list[object]:
    found: list[object] = []

    def trail(session: object) -> object:
        rows = session.scalars(select(AuditEntry.changes))  # type: ignore[attr-defined]  # a session
        return [change["reason"] for row in rows for change in row if "reason" in change]

    bench.workspace.read(trail, then=found.append)
    bench.wait(lambda: bool(found))
    assert isinstance(found[0], list)
    return found[0]


def test_beside_the_choice_stands_what_it_means(bench: Bench) -> None:
    field = _new(bench)
    assert "意见按发言人分别记录" in field.meaning.text()
    assert "须有本院规则" not in field.meaning.text()

    bench.enter(field, "dept")

    assert "意见可以按问题归并" in field.meaning.text()
    assert "须有本院规则的名称和文号" in field.meaning.text()
    assert "须先填写主办检察院" in field.input.entry_widget().accessibleDescription()
    assert not field.entering.isVisible()


def test_without_a_choice_it_is_said_what_is_followed(bench: Bench) -> None:
    field = _new(bench, MeetingKind.HEARING)

    bench.enter(field, None)
    assert field.meaning.text() == "未选时按“检察听证”办理。"

    field.input.show_text("ours")
    field.retranslate()
    assert field.meaning.text() == "这项规则没有安装，按“检察听证”办理。"


def test_before_the_approval_another_profile_is_simply_taken(bench: Bench, tmp_path: Path) -> None:
    field = _approved(bench, tmp_path, "J1")

    bench.enter(field, "civil49")
    bench.wait(lambda: bench.stored("meeting", "profile") == "civil49")
    assert field.input.entry_widget().accessibleDescription() == field.meaning.text()

    assert not field.asking.isVisible()
    assert _reasons(bench) == []


def test_after_the_approval_another_profile_is_refused_in_words_and_stays_unsaved(
    bench: Bench, tmp_path: Path
) -> None:
    field = _approved(bench, tmp_path)

    bench.enter(field, "minutes")

    assert "会议批准后规则即固定" in field.fault.text()
    assert field.asking.isVisible()
    assert bench.stored("meeting", "profile") == "strict"


def test_a_fixed_profile_changes_by_keys_with_a_reason_in_the_audit_trail(
    bench: Bench, tmp_path: Path
) -> None:
    field = _approved(bench, tmp_path)
    bench.enter(field, "civil49")
    field.change.setFocus()
    QTest.keyClick(field.change, Qt.Key.Key_Space)
    assert "须写明理由" in field.fault.text()
    assert QApplication.focusWidget() is field.reason

    QTest.keyClicks(field.reason, "case turned out civil")
    QTest.keyClick(field.reason, Qt.Key.Key_Return)
    bench.wait(lambda: bench.stored("meeting", "profile") == "civil49")
    bench.settle()

    assert _reasons(bench) == ["case turned out civil"]
    assert (field.fault.text(), field.reason.text()) == ("", "")
    assert not field.asking.isVisible()
    assert "另行报告检察长" in field.meaning.text()


def _office(bench: Bench, tmp_path: Path) -> tuple[ProfileField, EntryList]:
    """Show the field of a conference that is not approved, above the list of the offices' rules."""
    field = _approved(bench, tmp_path, "J1")
    rules = EntryList(bench.kit, "office_rule")
    bench.editor.shown.connect(rules.show_sheet)
    assert bench.editor.sheet is not None
    rules.show_sheet(bench.editor.sheet)
    bench.show(rules)
    return field, rules


def test_a_weaker_profile_names_the_missing_offices_and_leads_to_their_rules(
    bench: Bench, tmp_path: Path
) -> None:
    field, rules = _office(bench, tmp_path)
    offices = procuratorates(choosing_of(bench.editor.sheet)) if bench.editor.sheet else ()

    bench.enter(field, "dept")
    assert len(offices) > 1
    assert f"还缺：{'、'.join(offices)}" in field.fault.text()
    field.enter_rules.setFocus()
    QTest.keyClick(field.enter_rules, Qt.Key.Key_Space)
    bench.wait(lambda: len(rules.cards) == len(offices))

    cards = list(rules.cards.values())
    assert [card.form.editors["organ"].input.text() for card in cards] == list(offices)
    bench.wait(cards[0].form.editors["title"].input.holds_focus)


def test_the_choice_is_taken_once_its_rules_are_entered(bench: Bench, tmp_path: Path) -> None:
    field, rules = _office(bench, tmp_path)
    bench.enter(field, "dept")
    field.enter_rules.click()
    bench.wait(lambda: bool(rules.cards))

    for card in rules.cards.values():
        assert bench.stored("meeting", "profile") == "strict"
        bench.enter(card.form.editors["title"], "本院规则")
        bench.enter(card.form.editors["number"], "1")
    bench.wait(lambda: bench.stored("meeting", "profile") == "dept")

    bench.wait(lambda: not field.unsaved)
    assert field.fault.text() == ""
    assert not field.entering.isVisible()


def test_asking_again_goes_to_the_rule_that_was_begun(bench: Bench, tmp_path: Path) -> None:
    field, rules = _office(bench, tmp_path)
    bench.enter(field, "dept")
    field.enter_rules.click()
    bench.wait(lambda: bool(rules.cards))
    begun = len(rules.cards)

    field.enter_rules.click()
    bench.settle()

    assert len(rules.cards) == begun


def test_a_rule_that_is_needed_cannot_be_emptied_and_says_why(bench: Bench, tmp_path: Path) -> None:
    field, rules = _office(bench, tmp_path)
    bench.enter(field, "dept")
    field.enter_rules.click()
    bench.wait(lambda: bool(rules.cards))
    for card in rules.cards.values():
        bench.enter(card.form.editors["title"], "本院规则")
        bench.enter(card.form.editors["number"], "1")
    bench.wait(lambda: bench.stored("meeting", "profile") == "dept")

    number = next(iter(rules.cards.values())).form.editors["number"]
    bench.enter(number, "")
    bench.wait(lambda: bool(number.fault.text()))

    assert "会议采用的规则不允许这一步" in number.fault.text()
    assert bench.stored("office_rule", "number", next(iter(rules.cards))) == "1"


def test_undoing_the_change_brings_the_former_profile_back(bench: Bench, tmp_path: Path) -> None:
    field = _approved(bench, tmp_path)
    bench.enter(field, "civil49")
    field.reason.setText("理由")
    field.change.click()
    bench.wait(lambda: bench.stored("meeting", "profile") == "civil49")

    bench.undo()
    bench.wait(lambda: bench.stored("meeting", "profile") == "strict")

    bench.wait(lambda: field.input.text() == "strict")


def test_giving_up_brings_the_fixed_profile_back(bench: Bench, tmp_path: Path) -> None:
    field = _approved(bench, tmp_path)
    bench.enter(field, "civil49")
    field.reason.setText("理由")

    assert field._give_up is not None
    QTest.mouseClick(field._give_up, Qt.MouseButton.LeftButton)

    assert (field.input.text(), field.reason.text()) == ("strict", "")
    assert not field.asking.isVisible()
    assert "意见按发言人分别记录" in field.meaning.text()


def test_a_profile_out_of_force_on_the_day_is_refused_without_asking_why(
    bench: Bench, tmp_path: Path
) -> None:
    field = _approved(bench, tmp_path, "J1")
    bench.editor.set_values(
        "schedule", {"held_from": "2021-07-31T09:00", "held_to": None}, name="x"
    )
    bench.wait(lambda: bench.stored("schedule", "held_from") == "2021-07-31T09:00")

    bench.enter(field, "civil49")

    assert "不在施行期内" in field.fault.text()
    assert not field.asking.isVisible()


def test_the_profile_of_a_signed_record_is_read_only(bench: Bench, tmp_path: Path) -> None:
    field = _approved(bench, tmp_path, "J7")

    assert not field.asking.isVisible()
    assert field.input.entry_widget() is not None
    assert getattr(field.input.entry_widget(), "isReadOnly", bool)()
    assert "意见按发言人分别记录" in field.meaning.text()
