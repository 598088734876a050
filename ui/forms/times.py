"""Civil times as people type them, and as fields show them."""

import re
import unicodedata
from datetime import date

from models.civil_time import is_civil_time

_DATE = r"(?:(?:(?P<year>\d{4})(?:[-/.]|年\s*))?(?P<month>\d{1,2})(?:[-/.]|月)(?P<day>\d{1,2})日?)"
_CLOCK = (
    r"(?P<half>上午|下午|晚上)?"
    r"(?P<hour>\d{1,2})(?::|时|点)(?:(?P<minute>\d{1,2})分?|(?P<thirty>半))?(?::\d\d)?"
)
_FORM = re.compile(rf"{_DATE}?\s*T?\s*(?:{_CLOCK})?", re.ASCII)
_COLONS = str.maketrans({"：": ":", "∶": ":", "﹕": ":", "。": ".", "—": "-", "–": "-", "号": "日"})


def read_time(text: str, today: date) -> str:
    """Return the civil time that a text means; what means none comes back as it was.

    Without a year it is this year's day, without a day a time of day.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_COLONS).strip()
    form = _FORM.fullmatch(plain)
    if form is None or not plain:
        return text
    found = "T".join(part for part in (_day(form, today), _clock(form)) if part)
    return found if is_civil_time(found) else text


def shown_time(value: str) -> str:
    """Return a civil time as a field shows it: with a blank between day and hour."""
    return value.replace("T", " ")


def _day(form: re.Match[str], today: date) -> str:
    if form["month"] is None:
        return ""
    year = int(form["year"] or today.year)
    return f"{year:04}-{int(form['month']):02}-{int(form['day']):02}"


def _clock(form: re.Match[str]) -> str:
    if form["hour"] is None:
        return ""
    hour = int(form["hour"])
    if form["half"] in ("下午", "晚上") and hour < 12:
        hour += 12
    minute = 30 if form["thirty"] else int(form["minute"] or 0)
    return f"{hour:02}:{minute:02}"
