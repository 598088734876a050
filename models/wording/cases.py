"""Files of texts to judge: a JSON list of ``{text, field, profile}``, or ``{"cases": […]}``."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import WordingFileRefused
from models.files import read_bounded

MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WordingCase:
    """A text with the field it stands in; profile None means that the file names none."""

    text: str
    field: str
    profile: str | None


def read_wording_cases(file: Path) -> tuple[WordingCase, ...]:
    """Return the texts in a file, in its order; what else stands there is ignored.

    Raises FileUnreadable or WordingFileRefused.
    """
    document = _parsed(file)
    entries = document.get("cases") if isinstance(document, dict) else document
    prefix = "$.cases" if isinstance(document, dict) else "$"
    if not isinstance(entries, list):
        raise WordingFileRefused(file.name, "no_cases", prefix)
    return tuple(_case(entry, file, f"{prefix}[{place}]") for place, entry in enumerate(entries))


def _parsed(file: Path) -> Any:  # noqa: ANN401 - any JSON value
    data = read_bounded(file, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise WordingFileRefused(file.name, "too_large", "$")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WordingFileRefused(file.name, "not_utf8", "$") from error
    except (ValueError, RecursionError) as error:
        raise WordingFileRefused(file.name, "not_json", "$") from error


def _case(entry: object, file: Path, place: str) -> WordingCase:
    if not isinstance(entry, dict):
        raise WordingFileRefused(file.name, "not_an_object", place)
    text, field, profile = (entry.get(key) for key in ("text", "field", "profile"))
    if not isinstance(text, str):
        raise WordingFileRefused(file.name, "not_a_text", f"{place}.text")
    for key, value in (("field", field), ("profile", profile)):
        if value is not None and not isinstance(value, str):
            raise WordingFileRefused(file.name, "not_a_text", f"{place}.{key}")
    return WordingCase(text, field or "", profile)
