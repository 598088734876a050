"""Templates: the words and the letterhead of a kind of paper that an office made its own.

Each template is a TOML file in the folder ``templates`` beside the database, for one kind of paper.
:mod:`models.changeable` says what may be changed; everything else is refused, and so is what the
wording guard would stop in a meeting. A faulty file holds nothing up: its paper has the program's
own words, and the fault is told with its line.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.changeable import (
    ChangeableKind,
    ChangeableWords,
    changeable_kinds,
    placeholders_of,
    statements,
)
from models.errors import reason_of
from models.file_faults import TemplateInvalid
from models.own_words import OwnLetterhead, Template, Templates
from models.profile_toml import BLANK, Table, bytes_of, parse_toml
from models.profiles import DEFAULT_PROFILE, load_profiles, title_fault
from models.vocabulary import MeetingKind
from models.wording import Match, Severity, check

LETTERHEAD = {"office": 40, "number_prefix": 20, "contact": 40, "phone": 60}
"""The keys of a letterhead, each with the most characters."""

MOST_IN_TITLE = 60
MOST_IN_WORDS = 600
_TITLE_FIELD = "标题"
_KEYS = ("kind", "source", "note", "host", "title", "letterhead", "words")
_STAND_INS = {"meeting": "检察官联席会议", "host": "检察院"}
"""What a placeholder is judged as by the wording guard; any other one holds a name or a time."""


@dataclass(frozen=True, slots=True)
class InstalledTemplates:
    """The sound templates in the order of their files, and what is wrong with the others.

    ``warnings`` tell where the wording guard has doubts of a template that is used all the same.
    """

    templates: Templates = ()
    faults: tuple[TemplateInvalid, ...] = ()
    warnings: tuple[TemplateInvalid, ...] = ()


def read_templates(folder: Path) -> InstalledTemplates:
    """Return the templates of a folder with their faults; one that does not exist holds none."""
    try:
        files = sorted(folder.glob("*.toml"))
    except OSError as error:
        return InstalledTemplates(faults=(TemplateInvalid(folder, reason_of(error)),))
    found: dict[tuple[str, str], Template] = {}
    faults: list[TemplateInvalid] = []
    warnings: list[TemplateInvalid] = []
    for file in files:
        try:
            template, doubts = read_template(file)
        except TemplateInvalid as fault:
            faults.append(fault)
            continue
        other = found.setdefault((template.kind, template.host), template)
        if other is template:
            warnings.extend(doubts)
        else:
            values = {"name": other.file.name, "value": template.kind}
            faults.append(TemplateInvalid(file, "kind_taken", values=values))
    return InstalledTemplates(tuple(found.values()), tuple(faults), tuple(warnings))


def read_template(file: Path) -> tuple[Template, tuple[TemplateInvalid, ...]]:
    """Return a template with the doubts of the wording guard. Raises TemplateInvalid."""
    data = bytes_of(file, TemplateInvalid)
    table = parse_toml(file, data, TemplateInvalid)
    kind = _kind(table)
    _refuse_others(table, _KEYS)
    warnings: list[TemplateInvalid] = []
    reader = _Reader(kind, warnings)
    host = _plain(table, "host", 100)
    letterhead, contact = reader.letterhead(table)
    if table.values.get("letterhead") and not host:
        raise table.fault("host_needed", "letterhead")
    title = reader.title(table)
    words = reader.words(table)
    return (
        Template(
            kind=kind.id,
            source=_source(table),
            file=file,
            digest=hashlib.sha256(data).hexdigest(),
            host=host,
            note=_plain(table, "note", 200),
            title=title,
            titles=bool(title) or any(w.title and w.key in words for w in kind.words.values()),
            letterhead=letterhead,
            words={**words, **contact},
        ),
        tuple(warnings),
    )


def _source(table: Table) -> str:
    table.text("source")  # must be there
    return table.words("source", most=200)


def _kind(table: Table) -> ChangeableKind:
    kinds = changeable_kinds()
    name = table.text("kind")
    if name not in kinds:
        raise table.fault("not_listed", "kind", value=name, listed="、".join(kinds))
    return kinds[name]


def _refuse_others(table: Table, allowed: Sequence[str]) -> None:
    """Refuse a key that may not be changed, with those that may."""
    for key in table.values:
        if key not in allowed:
            raise table.fault("not_changeable", key, listed="、".join(allowed) or "—")


def _plain(table: Table, key: str, most: int) -> str:
    """Return a text that stands as it is; empty if it is not there."""
    text = table.words(key, most=most)
    if "{" in text or "}" in text:
        raise table.fault("braces", key)
    return text


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what is changed in one kind of paper, and has the wording guard judge it."""

    kind: ChangeableKind
    warnings: list[TemplateInvalid]

    def title(self, table: Table) -> str:
        """Return the paper's title; empty if the template gives none."""
        if "title" not in table.values:
            return ""
        if not self.kind.title:
            raise table.fault("title_in_words", "title", listed="、".join(self._titles()) or "—")
        title = _plain(table, "title", MOST_IN_TITLE)
        self._judge(table, "title", title, title=True)
        return title

    def letterhead(self, table: Table) -> tuple[OwnLetterhead, dict[str, str]]:
        """Return what stands at the head, and the line that says whom to call."""
        inner = table.table("letterhead")
        _refuse_others(inner, self.kind.letterhead)
        texts = {key: _plain(inner, key, LETTERHEAD[key]) for key in LETTERHEAD}
        for key, text in texts.items():
            if text:
                self._judge(inner, key, text)
        head = OwnLetterhead(texts["office"], texts["number_prefix"])
        line = self.kind.contact
        if line is None or not (texts["contact"] or texts["phone"]):
            return head, {}
        return head, {line.key: line.filled(texts["contact"], texts["phone"])}

    def words(self, table: Table) -> dict[str, str]:
        """Return the changed words by their key."""
        inner = table.table("words")
        _refuse_others(inner, tuple(self.kind.words))
        changed = {}
        for name in inner.values:
            rule = self.kind.words[name]
            text = inner.words(name, most=MOST_IN_TITLE if rule.title else MOST_IN_WORDS)
            _check_placeholders(inner, name, text, rule)
            for word in rule.never:
                if word in text:
                    raise inner.fault("never_here", name, value=word)
            self._judge(inner, name, text, title=rule.title)
            changed[rule.key] = text
        return changed

    def _titles(self) -> Iterator[str]:
        return (f"words.{name}" for name, rule in self.kind.words.items() if rule.title)

    def _judge(self, table: Table, key: str, text: str, *, title: bool = False) -> None:
        """Refuse what the guard would stop and what only the statements may say."""
        if any(_bare(statement) in _bare(text) for statement in statements()):
            raise table.fault("statement", key)
        spoken = _filled(text)
        for meeting in self.kind.meetings:
            code = title_fault(spoken) if title and meeting is not MeetingKind.HEARING else ""
            if code:
                raise table.fault(code, key, value=text)
            for match in _found(spoken, _TITLE_FIELD if title else self.kind.field, meeting):
                fault = table.fault(_code(match), key, **_told(match))
                if match.severity is Severity.BLOCK:
                    raise fault
                assert isinstance(fault, TemplateInvalid)  # as the table was made
                self.warnings.append(fault)


def _check_placeholders(table: Table, key: str, text: str, rule: ChangeableWords) -> None:
    allowed = rule.placeholders
    listed = "、".join(f"{{{name}}}" for name in allowed) or "—"
    try:
        held = placeholders_of(text)
    except ValueError:
        raise table.fault("bad_braces", key, listed=listed) from None
    for name in held:
        if name not in allowed:
            raise table.fault("unknown_placeholder", key, value=name, listed=listed)
    for name in allowed:
        if name not in held and name not in rule.may_omit:
            raise table.fault("missing_placeholder", key, value=name)


def _filled(text: str) -> str:
    for name in placeholders_of(text):
        text = text.replace(f"{{{name}}}", _STAND_INS.get(name, "某"))
    return text


def _bare(text: str) -> str:
    return "".join(text.replace(BLANK, "").split())


def _found(text: str, field_name: str, meeting: MeetingKind) -> tuple[Match, ...]:
    """Return what is more than a hint, judged by the rules that hold where none were chosen."""
    profile = load_profiles(())[DEFAULT_PROFILE[meeting]]
    found = check(text, field=field_name, profile=profile).matches
    return tuple(match for match in found if match.severity in (Severity.WARN, Severity.BLOCK))


def _code(match: Match) -> str:
    return "wording_stops" if match.severity is Severity.BLOCK else "wording_warns"


def _told(match: Match) -> dict[str, str]:
    return {"value": match.text, "why": match.reason, "better": match.suggestion.rstrip("。")}
