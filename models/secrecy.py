"""What mark of secrecy a paper bears (密级标志): none, unless there is a reason for one.

After the Law on Guarding State Secrets (保守国家秘密法, 2024): what is no state secret bears no level
(art. 22); a level is somebody's act with a basis and a term (arts. 17-20); a computer that is not for
state secrets must not hold one (art. 31). So nobody chooses a level for a paper: an administrator
enters what was decided elsewhere, on a computer that is confirmed for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from models.protection import is_state_secret
from models.secrecy_marks import SecrecyLevel, SecrecyMarks, bundled_marks
from models.snapshot import CaseView

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """The words at the top left of the first page, and at the head of the others.

    ``state_secret`` tells a level such as 秘密★10年 from the neutral words for work secrets (工作秘密),
    which are none.
    """

    text: str
    state_secret: bool = False


@dataclass(frozen=True, slots=True)
class SecrecyRules:
    """How this computer stands: who confirmed when and on what basis that it is for state secrets.

    ``work_secret_words`` are the office's choice among those of the list; None for the usual ones.
    """

    confirmed_by: str = ""
    confirmed_at: str = ""
    basis: str = ""
    work_secret_words: str | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the computer is confirmed for state secrets (涉密设备); half a note is none."""
        return all(text.strip() for text in (self.confirmed_by, self.confirmed_at, self.basis))


@dataclass(frozen=True, slots=True)
class StateSecret:
    """What an administrator enters of a case that is a state secret, as it was decided.

    ``months`` is the term (保密期限), ``circle`` who may know (知悉范围), ``basis`` after which rule or
    from which document the level was taken over (定密依据), ``responsible`` who decided (定密责任人).
    """

    level: str = ""
    months: int = 0
    circle: str = ""
    basis: str = ""
    responsible: str = ""
    entered_by: str = ""
    entered_at: str = ""


STATE_SECRET_FIELDS = tuple(field.name for field in fields(StateSecret))
"""What a form for state secrets asks for, in its order; all of it is required."""


class SecrecyFault(StrEnum):
    """Why a paper bears no level although a case is said to be a state secret."""

    NOT_ON_THIS_COMPUTER = "not_on_this_computer"  # such material must not be handled here
    NOT_ENTERED = "not_entered"  # the case has no entry of an administrator
    FIELD_MISSING = "field_missing"
    LEVEL_UNKNOWN = "level_unknown"
    LEVELS_DIFFER = "levels_differ"  # the case says another level than the entry
    TERM_TOO_LONG = "term_too_long"


_CITED = {
    SecrecyFault.NOT_ON_THIS_COMPUTER: "computer",
    SecrecyFault.NOT_ENTERED: "power",
    SecrecyFault.FIELD_MISSING: "power",
    SecrecyFault.LEVEL_UNKNOWN: "term",
    SecrecyFault.LEVELS_DIFFER: "power",
    SecrecyFault.TERM_TOO_LONG: "term",
}


@dataclass(frozen=True, slots=True)
class SecrecyFinding:
    """One fault, of which case and field, with the article it follows from."""

    fault: SecrecyFault
    case_id: str
    source: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """The mark that papers bear, None for no mark; and why there is none where one was due."""

    mark: SecrecyMark | None = None
    findings: tuple[SecrecyFinding, ...] = ()


def marking(
    cases: Iterable[CaseView],
    rules: SecrecyRules,
    entries: Mapping[str, StateSecret] | None = None,
    *,
    marks: SecrecyMarks | None = None,
) -> Marking:
    """Return what mark papers about these cases bear; ``entries`` are by the id of the case.

    Of several cases the highest level counts, and its longest term. Where anything is wrong with a
    level no mark is printed at all: half a mark would pass for a lawful one.
    """
    marks = marks or bundled_marks()
    told = tuple(cases)
    secret = [case for case in told if is_state_secret(case.state_secret)]
    if not secret:
        return Marking(_work_secret(told, rules, marks))
    if not rules.confirmed:
        fault = SecrecyFault.NOT_ON_THIS_COMPUTER
        return Marking(findings=tuple(_finding(fault, case, marks) for case in secret))
    given = entries or {}
    findings = tuple(
        finding for case in secret for finding in _faults(case, given.get(case.id), marks)
    )
    if findings:
        return Marking(findings=findings)
    return Marking(_state_secret([given[case.id] for case in secret], marks))


def _work_secret(
    cases: tuple[CaseView, ...], rules: SecrecyRules, marks: SecrecyMarks
) -> SecrecyMark | None:
    if not any(case.work_secret for case in cases):
        return None
    chosen = rules.work_secret_words
    return SecrecyMark(chosen if chosen in marks.work_secret and chosen else marks.work_secret[0])


def _faults(
    case: CaseView, entry: StateSecret | None, marks: SecrecyMarks
) -> tuple[SecrecyFinding, ...]:
    if entry is None:
        return (_finding(SecrecyFault.NOT_ENTERED, case, marks),)
    missing = [name for name in STATE_SECRET_FIELDS if _is_missing(getattr(entry, name))]
    if missing:
        fault = SecrecyFault.FIELD_MISSING
        return tuple(_finding(fault, case, marks, field=name) for name in missing)
    level = marks.level(entry.level)
    if level is None:
        return (_finding(SecrecyFault.LEVEL_UNKNOWN, case, marks, field="level"),)
    return _faults_of_level(case, entry, level, marks)


def _faults_of_level(
    case: CaseView, entry: StateSecret, level: SecrecyLevel, marks: SecrecyMarks
) -> tuple[SecrecyFinding, ...]:
    said = marks.level_in(case.state_secret) if isinstance(case.state_secret, str) else None
    findings = []
    if said is not None and said != level:
        findings.append(_finding(SecrecyFault.LEVELS_DIFFER, case, marks, field="level"))
    if entry.months > level.max_years * _MONTHS:
        findings.append(_finding(SecrecyFault.TERM_TOO_LONG, case, marks, field="months"))
    return tuple(findings)


def _is_missing(value: object) -> bool:
    return value <= 0 if isinstance(value, int) else not str(value).strip()


def _finding(
    fault: SecrecyFault, case: CaseView, marks: SecrecyMarks, field: str = ""
) -> SecrecyFinding:
    source = "circle" if field == "circle" else _CITED[fault]
    return SecrecyFinding(fault, case.id, marks.sources[source], field)


def _state_secret(entries: list[StateSecret], marks: SecrecyMarks) -> SecrecyMark:
    order = [level.name for level in marks.levels]
    highest = min((entry.level for entry in entries), key=order.index)
    months = max(entry.months for entry in entries if entry.level == highest)
    years, rest = divmod(months, _MONTHS)
    term = f"{months}个月" if rest else f"{years}年"
    return SecrecyMark(f"{highest}★{term}", state_secret=True)
