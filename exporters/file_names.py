"""Names of exported files.

After DA/T 22 the code comes first, then the paper, the meeting, the case, the day and the version:
``0123-ZY·JL-2025-D30-0007_会议记录_联2025-07_刑31_20250618_v1.pdf``. Only Han, Latin letters, digits
and ``-_·`` stand in a name, at most 100 characters, in NFC; never the name of a person.
"""

import re
import unicodedata
from pathlib import Path

from models.snapshot import MeetingSnapshot

MAX_LENGTH = 100

_NUMBER = re.compile(r"检([^〔\[（(]*)[〔\[（(](\d{4})[〕\]）)](\d+)(?:-\d+)?号")
_ALLOWED = re.compile(r"[^0-9A-Za-z\-·\u3007\u3400-\u9fff\U00020000-\U000323af]+")


def stem(snapshot: MeetingSnapshot, short_name: str) -> str:
    """Return the name of a paper without version and suffix."""
    archive_code = (snapshot.archive.code if snapshot.archive else None) or ""
    case_no = (snapshot.cases[0].case_no if snapshot.cases else None) or ""
    parts = (
        _clean(archive_code),
        short_name,
        _meeting_number(snapshot.number or ""),
        _case_number(case_no),
        _day(snapshot.schedule.held_from or ""),
    )
    name = unicodedata.normalize("NFC", "_".join(filter(None, parts)))
    return name[: MAX_LENGTH - len("_v999.docx")].rstrip("_-")


def reserve_file(folder: Path, name: str, suffix: str) -> Path:
    """Create, empty, the first version of a file that does not exist yet; return it.

    Creating it is what reserves the name: two exports at once never take the same.
    """
    version = 1
    while True:
        file = folder / f"{name}_v{version}{suffix}"
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            version += 1
        else:
            return file


def _meeting_number(number: str) -> str:
    """Return 联2025-07 for 河澜检联〔2025〕7号."""
    found = _NUMBER.search(number)
    if found is None:
        return _clean(number)
    return f"{_clean(found.group(1))}{found.group(2)}-{int(found.group(3)):02d}"


def _case_number(number: str) -> str:
    """Return 刑31 for 朔川检刑诉〔2025〕31号."""
    found = _NUMBER.search(number)
    return f"{_clean(found.group(1))[:1]}{found.group(3)}" if found else ""


def _day(civil: str) -> str:
    return civil[:10].replace("-", "") if re.match(r"\d{4}-\d\d-\d\d", civil) else ""


def _clean(text: str) -> str:
    return _ALLOWED.sub("", text)
