"""The languages of the program, and which of them the system is set to."""

import os

LANGUAGES = ("zh_CN", "en")
"""The languages of the program; the first is the one it falls back to."""


def system_language() -> str:
    """Return the language the system is set to, Chinese if it is neither of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.lower().startswith("en") else LANGUAGES[0]
    return LANGUAGES[0]
