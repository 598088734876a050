"""What an administrator entered about secrecy (保密), in the file ``secrecy.toml`` beside the database.

It says that the computer is confirmed for state secrets (涉密设备), by whom, when and on what basis, and
for each case what was decided of it elsewhere. It is the only road to a mark such as 秘密★10年: no
form of the window has one. A file with a fault counts as none, so that half of one marks nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from models.file_faults import SecrecyBroken
from models.paths import secrecy_file
from models.profile_toml import Table, read_toml
from models.secrecy import STATE_SECRET_FIELDS, Marking, SecrecyRules, StateSecret, marking
from models.secrecy_marks import bundled_marks
from models.snapshot import CaseView

_MONTHS = 12
_CONFIRMATION = ("by", "at", "basis")


@dataclass(frozen=True, slots=True)
class OfficeSecrecy:
    """What the file says: how the computer stands, and the entries by the number of the case.

    ``fault`` is what is wrong with the file; all else is then as without one.
    """

    rules: SecrecyRules = field(default_factory=SecrecyRules)
    entries: Mapping[str, StateSecret] = field(default_factory=dict)
    fault: SecrecyBroken | None = None

    def marking(self, cases: Iterable[CaseView]) -> Marking:
        """Return what mark papers about these cases bear, and why there is none where one is due."""
        told = tuple(cases)
        entries = {
            case.id: entry
            for case in told
            if (entry := self.entries.get(case.case_no or "")) is not None
        }
        return marking(told, self.rules, entries)


NOTHING_ENTERED = OfficeSecrecy()
"""Without a file: no computer is confirmed, no case has an entry."""


def read_office_secrecy(database: Path) -> OfficeSecrecy:
    """Return what was entered beside a database; a file that is not there says nothing."""
    file = secrecy_file(database)
    if not file.exists():
        return NOTHING_ENTERED
    try:
        return _read(read_toml(file, SecrecyBroken))
    except SecrecyBroken as fault:
        return OfficeSecrecy(fault=fault)


def _read(data: Table) -> OfficeSecrecy:
    data.refuse_others(("computer", "work_secret_words", "case"))
    words = data.text("work_secret_words", "") or None
    known = bundled_marks().work_secret
    if words is not None and words not in known:
        raise data.fault("not_listed", "work_secret_words", value=words, listed="、".join(known))
    by = at = basis = ""
    if "computer" in data.values:
        computer = data.table("computer")
        computer.refuse_others(_CONFIRMATION)
        by, at, basis = computer.text("by"), _day(computer, "at"), computer.text("basis")
    cases = data.table("case")
    entries = {number: _entry(cases.table(number)) for number in cases.values}
    return OfficeSecrecy(SecrecyRules(by, at, basis, words), entries)


def _entry(table: Table) -> StateSecret:
    table.refuse_others(STATE_SECRET_FIELDS)
    levels = bundled_marks().levels
    names, level = [one.name for one in levels], table.text("level")
    if level not in names:
        raise table.fault("not_listed", "level", value=level, listed="、".join(names))
    longest = max(one.max_years for one in levels) * _MONTHS
    return StateSecret(
        level=level,
        months=table.number("months", most=longest),
        circle=table.text("circle"),
        basis=table.text("basis"),
        responsible=table.text("responsible"),
        entered_by=table.text("entered_by"),
        entered_at=_day(table, "entered_at"),
    )


def _day(table: Table, key: str) -> str:
    day = table.day(key)
    if day is None:
        raise table.fault("missing_key", key)
    return day.isoformat()
