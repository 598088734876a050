"""What the chair says at a step of a hearing (主持人提示), from a data file in both languages."""

from resources import toml
from ui.i18n import spoken_language


def step_prompt(step: int | None) -> str:
    """Return the chair's prompt for a step, in the language in force; empty if there is none."""
    prompts = toml("prompts/hearing.toml")["step"].get(str(step), {})
    return str(prompts.get(spoken_language(), ""))
