"""Which keys can be chosen, and what becomes of choices that make no sense."""

import json
import re
from collections import Counter

import pytest
from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS, Actions
from ui.key_choices import (
    KeysInForce,
    Refusal,
    is_risky,
    keys_to_store,
    native,
    portable,
    refusal_of,
    stored_keys,
)
from ui.keys import FIXED, SCOPE_TITLES, KeyScope, all_keys

_USUAL = KeysInForce({})


def _pressed(keys: str) -> QKeyCombination:
    found = QKeySequence(keys)[0]  # type: ignore[index]  # missing in PySide6's stubs
    assert isinstance(found, QKeyCombination)
    return found


def test_no_two_keys_are_the_same_at_first() -> None:
    used = Counter(
        QKeySequence(keys).toString() for row in all_keys() if row.changeable for keys in row.keys
    )
    fixed = {QKeySequence(keys).toString() for row in FIXED for keys in row.keys}

    assert [keys for keys, count in used.items() if count > 1] == []
    assert used.keys() & fixed == set()


def test_the_table_is_whole() -> None:
    rows = all_keys()

    assert len({row.id for row in rows}) == len(rows)
    assert {row.scope for row in rows} == set(KeyScope) == SCOPE_TITLES.keys()
    assert [row.id for row in rows if not row.changeable and not (row.keys or row.typed)] == []
    assert {row.id for row in rows if row.changeable} == {row.id for row in ACTIONS}


@pytest.mark.parametrize(
    ("keys", "refusal"),
    [
        ("A", Refusal.TYPING),
        ("7", Refusal.TYPING),
        ("Shift+A", Refusal.TYPING),
        (";", Refusal.TYPING),
        ("Space", Refusal.TYPING),
        ("Tab", Refusal.MOVING),
        ("Shift+Tab", Refusal.MOVING),
        ("Return", Refusal.MOVING),
        ("Esc", Refusal.MOVING),
        ("Up", Refusal.MOVING),
        ("Ctrl+Tab", Refusal.MOVING),
        ("Del", Refusal.EDITING),
        ("Ctrl+V", Refusal.EDITING),
        ("Ctrl+Left", Refusal.EDITING),
        ("Ctrl+Space", Refusal.INPUT_METHOD),
        ("Shift+Space", Refusal.INPUT_METHOD),
        ("Alt+F", Refusal.MENU),
        ("Alt+3", Refusal.MENU),
        ("F10", Refusal.MENU),
        ("Shift+F10", Refusal.MENU),
        ("Alt+F4", Refusal.SYSTEM),
        ("Alt+Tab", Refusal.SYSTEM),
        ("Meta+L", Refusal.SYSTEM),
        ("Ctrl+Alt+K", Refusal.SYSTEM),
        ("F3", None),
        ("Shift+F3", None),
        ("Ctrl+F3", None),
        ("Ctrl+J", None),
        ("Ctrl+Shift+J", None),
        ("Ctrl+7", None),
        ("Alt+Home", None),
    ],
)
def test_keys_of_typing_and_of_the_system_are_refused(keys: str, refusal: Refusal | None) -> None:
    assert refusal_of(_pressed(keys)) is refusal


def test_no_usual_key_would_be_refused_but_those_of_undo() -> None:
    refused = [row.id for row in ACTIONS if row.shortcut and refusal_of(_pressed(row.shortcut))]

    assert refused == ["undo", "redo"]


def test_the_keypad_is_the_same_as_the_row_of_digits() -> None:
    keypad = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier

    assert portable(QKeyCombination(keypad, Qt.Key.Key_7)) == "Ctrl+7"


@pytest.mark.parametrize(
    ("keys", "risky"),
    [("Ctrl+7", True), ("Ctrl+.", True), ("Ctrl+Shift+F", True), ("Ctrl+J", False), ("", False)],
)
def test_keys_that_input_methods_like_are_told(keys: str, risky: bool) -> None:  # noqa: FBT001
    assert is_risky(keys) is risky


def test_a_conflict_names_the_other_one() -> None:
    assert _USUAL.conflict("refresh", "Ctrl+E") == "export"
    assert _USUAL.conflict("refresh", "F12") == "suggestion"
    assert _USUAL.conflict("refresh", "Alt+Down") in {"move", "drop_down"}
    assert _USUAL.conflict("export", "Ctrl+E") == ""
    assert _USUAL.with_keys("export", "F3").conflict("refresh", "Ctrl+E") == ""
    assert _USUAL.with_keys("export", "F3").conflict("refresh", "F3") == "export"


def test_choices_are_kept_only_where_they_differ() -> None:
    keys = _USUAL.with_keys("export", "F3").with_keys("open", "Ctrl+J")

    assert json.loads(keys_to_store(keys)) == {"export": "F3", "open": "Ctrl+J"}
    assert stored_keys(keys_to_store(keys)).chosen == keys.chosen
    back = keys.with_keys("export", "Ctrl+E").with_keys("open", "Ctrl+O")
    assert keys_to_store(back) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "[" * 100_000,
        '{"no such action": "F3"}',
        '{"export": 7}',
        '{"export": ""}',
        '{"export": "no key"}',
        '{"export": "A"}',
        '{"export": "Ctrl+K, Ctrl+J"}',
        '{"export": "Ctrl+O"}',  # what another one has
        '{"export": "F12"}',  # fixed
        '{"export": "F3", "open": "F3"}',
        '{"export": "Ctrl+E"}',
    ],
)
def test_stored_choices_that_cannot_be_are_passed_over(text: str) -> None:
    assert stored_keys(text).chosen == {}


def test_good_choices_beside_bad_ones_are_kept_and_two_can_be_swapped() -> None:
    text = '{"export": "Ctrl+O", "open": "Ctrl+E", "filter": "A", "refresh": "ctrl+j"}'

    assert stored_keys(text).chosen == {"export": "Ctrl+O", "open": "Ctrl+E", "refresh": "Ctrl+J"}


def test_giving_up_one_choice_may_take_another_with_it() -> None:
    """Without F12 the export has its usual key again, which then nobody else can have."""
    assert stored_keys('{"export": "F12", "open": "Ctrl+E"}').chosen == {}


def test_actions_run_by_the_keys_chosen_and_say_so(qapp: object) -> None:
    assert qapp is not None
    owner = QObject()
    actions = Actions(owner)

    actions.use_keys({"export": "F3"})
    assert actions["export"].shortcut().toString() == "F3"
    assert re.search("（F3）", actions["export"].toolTip())
    assert actions["open"].shortcut().toString() == "Ctrl+O"

    actions.use_keys({})
    assert native("Ctrl+E") in actions["export"].toolTip()
