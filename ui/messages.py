"""Words for errors and states in the user's language, without Qt: both faces use them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import resources
from exporters.text import visible
from models.archive_errors import DossierIncomplete
from models.errors import (
    AppError,
    CaseFileRefused,
    Fault,
    MoveNotAllowed,
    NothingToExport,
    NotReadyToSign,
    PaperNotReady,
    ProfileNotAllowed,
    RecordLocked,
    ValueRefused,
    WordingStops,
)
from models.file_faults import FileFault, SecrecyBroken, TemplateInvalid

if TYPE_CHECKING:
    from exporters.dossier.verify import FileReport
    from models.archive_gaps import Missing
    from models.authored import Finding
    from models.secrecy import SecrecyFinding
    from models.signing_facts import Gap
    from models.snapshot import CaseView

_STEP = re.compile(r"(.*?)((?:\[\d+\])*)", re.DOTALL)  # a key, and places in lists

_GAPS_TOLD = 20  # of what is missing before signing; the page lists all


def load_words(language: str) -> None:
    """Read the words of a language ahead, in a worker: at the first of them it would be felt."""
    _catalogue(language)


def error_parts(error: AppError, language: str) -> tuple[str, str, str]:
    """Return what happened, what is safe, and what to do now."""
    words = _catalogue(language)["error"][type(error).__name__]
    values = _values(error, language)
    happened, safe, now = (words[part].format(**values) for part in ("happened", "safe", "now"))
    return happened, safe, now


def error_text(error: AppError, language: str) -> str:
    """Return the three parts of the message, each on a line of its own."""
    return "\n".join(error_parts(error, language))


def reason_text(code: str, language: str) -> str:
    """Return what a reason code means; a code without words as it is."""
    return str(_catalogue(language)["reason"].get(code, code))


def fault_text(fault: Fault, language: str) -> str:
    """Return where a fault in a case file is, what it is and how to mend it."""
    catalogue = _catalogue(language)
    words = catalogue["fault"]
    # What a hostile file holds must neither reorder the message nor command a terminal.
    values = {name: visible(value).text for name, value in fault.values.items()}
    if "wanted" in values:
        names = catalogue["type"]
        values["wanted"] = names["or"].join(names[name] for name in values["wanted"].split())
    text = words[fault.code].format(**values)
    path = visible(fault.place).text
    place = place_text(path, language) if path else words["whole"]
    return str(words["line"].format(place=place, text=text))


def place_text(path: str, language: str) -> str:
    """Return a path into a case file in words, with the path itself for the text editor.

    ``records[2].speaker`` is 发言记录第3项的发言人（records[2].speaker）.
    """
    words = _catalogue(language)["place"]
    outer = ""
    for part in path.split("."):
        step = _STEP.fullmatch(part)
        assert step is not None  # it matches every text
        name, numbers = step.groups()
        inner = str(words.get(name, name))
        for number in re.findall(r"\d+", numbers):
            inner = words["entry"].format(part=inner, number=int(number) + 1)
        outer = words["inside"].format(outer=outer, inner=inner) if outer else inner
    return str(words["with_path"].format(words=outer, path=path))


def profile_fault_text(error: FileFault, language: str) -> str:
    """Return what is wrong with a profile or a template, without the file's name and place."""
    words = _catalogue(language)["profile_fault"]
    if isinstance(error, TemplateInvalid):
        words = {**words, **_catalogue(language)["template_fault"]}
    if isinstance(error, SecrecyBroken):
        words = {**words, **_catalogue(language)["secrecy_fault"]}
    if error.reason not in words:
        return reason_text(error.reason, language)
    # What a hostile file holds must neither reorder the message nor command a terminal.
    values = {name: visible(value).text for name, value in error.values.items()}
    return str(words[error.reason].format(**values))


def profile_place_text(error: FileFault, language: str) -> str:
    """Return the line and column of a fault in brackets; empty if they are not known."""
    words = _catalogue(language)["profile_fault"]
    if not error.line:
        return ""
    pattern = words["place" if error.column else "place_line"]
    return str(pattern.format(line=error.line, column=error.column))


def fault_line(error: FileFault, language: str) -> str:
    """Return name, place and fault of a profile or a template on one line, for a list of them."""
    name, place = visible(error.file.name).text, profile_place_text(error, language)
    pattern = _catalogue(language)["profile_fault"]["listed"]
    return str(pattern.format(file=name, place=place, reason=profile_fault_text(error, language)))


def gap_text(gap: "Gap", language: str) -> str:
    """Return what is missing before signing."""
    words = _catalogue(language)["gap"]
    name = visible(gap.name).text or words["nobody"]
    return str(words[gap.kind].format(name=name, number=gap.number))


def missing_text(missing: "Missing", language: str) -> str:
    """Return what a dossier lacks."""
    words = _catalogue(language)["missing"]
    return str(words[missing.kind.value].format(name=visible(missing.name).text))


def secrecy_text(finding: "SecrecyFinding", cases: "Iterable[CaseView]", language: str) -> str:
    """Return why papers bear no mark of secrecy, of which of the cases, and after which article."""
    words = _catalogue(language)["secrecy"]
    case = next((one for one in cases if one.id == finding.case_id), None)
    name = (case.name or case.case_no or "") if case is not None else ""
    return str(
        words[finding.fault.value].format(
            case=visible(name).text or words["unnamed"],
            field=words["fields"].get(finding.field, finding.field),
            source=finding.source,
        )
    )


def file_state_text(report: "FileReport", language: str) -> str:
    """Return what checking has found of a file of a dossier."""
    words = _catalogue(language)["file_state"]
    state = str(words[report.state.value])
    if not report.reason:
        return state
    reason = reason_text(report.reason, language)
    return str(words["with_reason"].format(state=state, reason=reason))


def value_text(code: str, language: str, names: Sequence[str] = ()) -> str:
    """Return what is wrong with the value of a field, after :func:`models.forms.fault_of`.

    ``names`` are those that a text about several offices names.
    """
    words = _catalogue(language)["value"]
    listed = words["between"].join(visible(name).text for name in names)
    return str(words.get(code, code)).format(names=listed)


def audit_text(verb: str, code: str, group: str, language: str) -> str:
    """Return what an entry of the audit trail was: the operation, undone or done again.

    ``group`` is what the kind of entry is called that a code such as ``set organ`` is about.
    """
    words = _catalogue(language)["audit"]
    what = words.get(code) or words.get(code.partition(" ")[0], code)
    return str(words.get(verb, words["do"])).format(what=str(what).format(group=group))


def hint_text(error: AppError, language: str) -> str | None:
    """Return what to type on the command line after a refusal, if that helps."""
    hint = _catalogue(language)["hint"].get(type(error).__name__)
    return None if hint is None else str(hint)


def finding_text(finding: "Finding", language: str) -> str:
    """Return where the wording guard found what, and what follows from it."""
    words = _catalogue(language)["wording"]
    field = str(_catalogue(language)["authored"][f"{finding.group}.{finding.field}"])
    if finding.number:
        field = words["numbered"].format(field=field, number=finding.number)
    match = finding.match
    kind = "stops" if finding.stops else "warns" if finding.open else "locked"
    return str(
        words[kind].format(
            place=words["place"].format(field=field),
            phrase=visible(match.text).text,
            reason=match.reason,
            suggestion=match.suggestion,
        )
    )


def state_text(code: str, language: str) -> str:
    """Return the name of a meeting's state."""
    return str(_catalogue(language)["state"][code])


def command_text(key: str, language: str, **values: object) -> str:
    """Return words of the command line."""
    return str(_catalogue(language)["command"][key]).format(**values)


def _catalogue(language: str) -> Mapping[str, Any]:
    return resources.toml(f"i18n/messages_{language}.toml")


def _gap_lines(found: Sequence["Gap"], language: str) -> str:
    lines = [gap_text(gap, language) for gap in found[:_GAPS_TOLD]]
    if len(found) > _GAPS_TOLD:
        lines.append(_catalogue(language)["gap"]["more"].format(count=len(found) - _GAPS_TOLD))
    return "\n".join(lines)


def _gaps_of(error: NotReadyToSign | DossierIncomplete, language: str) -> str:
    if isinstance(error, DossierIncomplete):
        return "\n".join(missing_text(one, language) for one in error.missing)
    return _gap_lines(error.gaps, language)


def _values(error: AppError, language: str) -> dict[str, object]:
    """Return the fields of an error as placeholders."""
    values: dict[str, object] = {
        name: visible(value).text if isinstance(value, str) else value
        for name, value in vars(error).items()
    }
    if "reason" in values:
        values["reason"] = reason_text(str(values["reason"]), language)
    if isinstance(error, ValueRefused | ProfileNotAllowed | PaperNotReady):
        values["code"] = value_text(error.code, language, error.names)
    if isinstance(error, RecordLocked) and not error.number:
        values["number"] = _catalogue(language)["value"]["unnamed"]
    if isinstance(error, MoveNotAllowed):
        states = _catalogue(language)["state"]
        values |= {name: states.get(values[name], values[name]) for name in ("state", "wanted")}
    if isinstance(error, NotReadyToSign | DossierIncomplete):
        values["gaps"] = _gaps_of(error, language)
    if isinstance(error, CaseFileRefused):
        values["faults"] = "\n".join(fault_text(fault, language) for fault in error.faults)
    if isinstance(error, FileFault):
        values |= {"file": visible(str(error.file)).text}
        values["place"] = profile_place_text(error, language)
        values["reason"] = profile_fault_text(error, language)
    if isinstance(error, WordingStops):
        values["count"] = len(error.findings)
        values["findings"] = "\n".join(finding_text(one, language) for one in error.findings)
    if isinstance(error, NothingToExport):
        values["known"] = ", ".join(error.known)
    return values
