"""What a field of a form can hold, and what is wrong with a value that it cannot."""

import re
import uuid

from models.civil_time import is_civil_time
from models.forms import Field, ValueKind

_LANGUAGE_TAG = re.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def fault_of(field: Field, value: object, choices: tuple[str, ...] = ()) -> str | None:
    """Return the code of what is wrong with a value, or None.

    ``choices`` is the closed list of a field whose list depends on the office. The codes are
    ``required``, ``not_listed``, ``bad_time``, ``bad_number``, ``out_of_bounds``, ``bad_text``,
    ``bad_language``.
    """
    if value is None or value == "":
        return "required" if field.required else None
    match field.kind:
        case ValueKind.TIME:
            fault = "" if isinstance(value, str) and is_civil_time(value) else "bad_time"
        case ValueKind.NUMBER:
            fault = _fault_of_number(field, value)
        case ValueKind.YES_NO:
            fault = "" if isinstance(value, bool) else "not_listed"
        case ValueKind.CHOICE:
            fault = "" if value in (field.choices or choices) else "not_listed"
        case ValueKind.REFERENCE:
            fault = "" if _is_id(value) else "not_listed"
        case ValueKind.YES_NO_OR_TEXT if isinstance(value, bool):
            fault = ""
        case _:
            fault = _fault_of_text(field, value)
    return fault or None


def _fault_of_number(field: Field, value: object) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        return "bad_number"
    return "" if field.least <= value <= field.most else "out_of_bounds"


def _is_id(value: object) -> bool:
    try:
        uuid.UUID(str(value))
    except ValueError:
        return False
    return True


def _fault_of_text(field: Field, value: object) -> str:
    if not isinstance(value, str) or "\0" in value:
        return "bad_text"
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return "bad_text"
    if field.language and not _LANGUAGE_TAG.fullmatch(value):
        return "bad_language"
    return ""
