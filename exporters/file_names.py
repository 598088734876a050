"""Names of exported files.

After DA/T 22 the code comes first, then the paper, the meeting, the case, the day and the version:
``0123-ZY·JL-2025-D30-0007_会议记录_联2025-07_刑31_20250618_v1.pdf``. Only Han, Latin letters, digits
and ``-_·`` stand in a name, at most 100 characters, in NFC. Nobody's name is put into one, and a
minor's is taken out of what offices write themselves: the archival code and the meeting's number.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from models.masks import name_key, names_pattern, people_in
from models.protection import is_minor
from models.snapshot import MeetingSnapshot
from models.vocabulary import Role

MAX_LENGTH = 100
"""Characters of a whole name."""

MAX_BYTES = 240
"""Bytes of a whole name in UTF-8: file systems allow 255."""

_ENDING = "_v999.docx"
_NUMBER = re.compile(r"检([^〔\[（(]*)[〔\[（(](\d{4})[〕\]）)](\d{1,6})(?:-\d{1,6})?号", re.ASCII)
_ALLOWED = re.compile(r"[^0-9A-Za-z\-·\u3007\u3400-\u9fff\U00020000-\U000323af]+")


def stem(snapshot: MeetingSnapshot, short_name: str, *, most: int = MAX_LENGTH) -> str:
    """Return the name of a paper without version and suffix, with which it has ``most`` characters.

    Where it would be too long, the archival code and the meeting's number give way.
    """
    case_no = (snapshot.cases[0].case_no if snapshot.cases else None) or ""
    fixed = [short_name, _case_number(case_no), _day(snapshot.schedule.held_from or "")]
    room = "_".join(["", "", *fixed, _ENDING])
    number = _meeting_number(without_minors(snapshot, snapshot.number or "", ""))
    number = _cut(number, room, most, share=2)
    code = _clean(without_minors(snapshot, snapshot.archival_code or "", ""))
    code = _cut(code, room + number, most)
    parts = [code, short_name, number, *fixed[1:]]
    return "_".join(filter(None, parts))


def without_minors(snapshot: MeetingSnapshot, text: str, instead: str) -> str:
    """Return a text with something else for each name of a minor in it, however it is written."""
    return names_pattern(_minors_names(snapshot)).sub(lambda _: instead, text)


def _minors_names(snapshot: MeetingSnapshot) -> Iterator[str]:
    """Yield the names of minors: of participants, and of parties of any case.

    Where a case is marked as a minor's, those of all its parties without an age.
    """
    fields = [person.name for person in snapshot.participants if person.role == Role.MINOR]
    for case in snapshot.cases:
        for party in case.parties:
            if is_minor(party) or (case.minor and party.age is None):
                fields += (party.name, party.display)
    for field in filter(None, fields):
        yield from (name for name in (field, *people_in(field)) if name_key(name))


def length_of(text: str) -> int:
    """Return how many characters a text has as Windows counts: the rarest Han count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, beside: str, most: int, share: int = 1) -> str:
    """Return as much of ``text`` as fits a name beside the rest, or a share of that room."""
    characters = (most - length_of(beside)) // share
    bytes_left = (MAX_BYTES - len(beside.encode())) // share
    kept = text.encode("utf-16-le")[: 2 * max(characters, 0)].decode("utf-16-le", errors="ignore")
    return kept.encode()[: max(bytes_left, 0)].decode(errors="ignore").rstrip("-_·")


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
    found = re.match(r"\d{4}-\d\d-\d\d", civil, re.ASCII)
    return found.group().replace("-", "") if found else ""


def _clean(text: str) -> str:
    return _ALLOWED.sub("", unicodedata.normalize("NFC", text))
