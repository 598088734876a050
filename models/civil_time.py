"""Civil times of the case file: without zone, to the minute or the day, kept as written."""

import re
from datetime import date, time

_FORM = re.compile(r"(?:(\d{4})-(\d\d)-(\d\d))?(?:(?(1)T)(\d\d):(\d\d))?", re.ASCII)


def is_civil_time(text: str) -> bool:
    """Say whether the text is a date, a date with a time of day, a time of day, or empty."""
    form = _FORM.fullmatch(text)
    if form is None:
        return False
    year, month, day, hour, minute = form.groups()
    try:
        if year is not None:
            date(int(year), int(month), int(day))
        if hour is not None:
            time(int(hour), int(minute))
    except ValueError:
        return False
    return True


def is_before(earlier: str, later: str) -> bool:
    """Say whether the first time is surely before the second.

    Two times of different precision are compared as far as both go; a time of day and a date not
    at all.
    """
    if ("-" in earlier) != ("-" in later):
        return False
    precision = min(len(earlier), len(later))
    return earlier[:precision] < later[:precision]


def day_of(text: object) -> date | None:
    """Return the date of a civil time; None of a time of day, and of what is no civil time."""
    if not isinstance(text, str) or not is_civil_time(text) or "-" not in text:
        return None
    return date.fromisoformat(text[:10])
