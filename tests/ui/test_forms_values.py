"""Every field of every group: set, cleared and undone by hand, and found in the case file."""

import pytest

from models.forms import GROUPS, Field, ValueKind
from models.vocabulary import MeetingKind
from tests.ui.form_bench import Bench
from ui.forms.form import GroupForm

CASES = [
    (kind, group)
    for group, rule in GROUPS.items()
    for kind in MeetingKind
    if group not in ("line", "opinion") and kind in rule.kinds
]


def _value(bench: Bench, group: str, name: str, rule: Field) -> tuple[object, str]:
    """Return a value for a field, and how its case file shows it."""
    number = list(GROUPS[group].fields).index(name)
    match rule.kind:
        case ValueKind.TIME:
            time = f"2025-06-{18 + number:02}T09:0{number % 10}"
            return time, f'"{time}"'
        case ValueKind.NUMBER:
            wanted = max(rule.least, min(rule.most, 31 + number))
            return wanted, f": {wanted}"
        case ValueKind.YES_NO:
            return False, "false"
        case ValueKind.CHOICE:
            # The last one, but an answer that asks for no reason.
            last = 0 if (group, name) == ("handler_answer", "status") else -1
            choice = bench.editor.choices(group, name)[last]
            return choice, f'"{choice}"'
        case _:
            text = f"写进{group}的{name}"
            return text, f'"{text}"'


@pytest.mark.parametrize(("kind", "group"), CASES)
def test_every_field_is_set_cleared_and_undone_by_hand(
    bench: Bench, kind: MeetingKind, group: str
) -> None:
    bench.new_meeting(kind)
    entry_id = bench.add(group) if GROUPS[group].many else None
    fields = {
        name: rule
        for name, rule in GROUPS[group].fields.items()
        if kind in rule.kinds and rule.kind is not ValueKind.REFERENCE
    }
    form = GroupForm(bench.kit, group, tuple(fields))
    bench.editor.shown.connect(lambda _: form.show_entry(bench.entry(group, entry_id)))
    form.show_entry(bench.entry(group, entry_id))
    bench.show(form)

    for name, rule in fields.items():
        former = bench.stored(group, name, entry_id)
        value, written = _value(bench, group, name, rule)
        field = form.editors[name]

        bench.enter(field, value)
        bench.wait(lambda: bench.stored(group, name, entry_id) == value)  # noqa: B023  # waited for here
        assert written in bench.document()
        assert not field.unsaved

        bench.undo()
        bench.wait(lambda: bench.stored(group, name, entry_id) == former)  # noqa: B023  # as above
        bench.settle()
        assert field.input.text() == field.input.text_of(former)

        bench.enter(field, value)
        bench.wait(lambda: bench.stored(group, name, entry_id) == value)  # noqa: B023  # as above
        if rule.required:
            continue
        bench.enter(field, None)
        bench.wait(lambda: bench.stored(group, name, entry_id) is None)  # noqa: B023  # as above


@pytest.mark.parametrize(("kind", "group"), CASES)
def test_what_a_file_holds_is_shown_and_not_changed_by_looking(
    bench: Bench, kind: MeetingKind, group: str
) -> None:
    bench.new_meeting(kind)
    entry_id = bench.add(group) if GROUPS[group].many else None
    fields = tuple(n for n, rule in GROUPS[group].fields.items() if kind in rule.kinds)
    form = GroupForm(bench.kit, group, fields)
    form.show_entry(bench.entry(group, entry_id))
    bench.show(form)
    before = bench.document()

    for field in form.editors.values():
        field.take_focus()
        bench.wait(field.input.holds_focus)
    bench.leave()
    form.commit()
    bench.settle()

    assert bench.document() == before
