"""What the chair says at each step of a hearing: there in both languages, and leading nobody."""

import re

import pytest

from models.running import STEPS
from ui.i18n import Interface
from ui.live.prompts import step_prompt


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_prompt_in_both_languages(interface: Interface, step: int) -> None:
    chinese = step_prompt(step)
    interface.speak("en")
    english = step_prompt(step)
    interface.speak("zh_CN")

    assert re.fullmatch(r"[一-鿿，。、]+。", chinese)
    assert re.fullmatch(r"[A-Za-z ,.]+\.", english)


@pytest.mark.parametrize("step", [None, 0, 8])
def test_nothing_else_has_one(interface: Interface, step: int | None) -> None:
    interface.speak("zh_CN")

    assert step_prompt(step) == ""
