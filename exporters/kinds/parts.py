"""Parts that papers share: rows of forms, people, cases, times."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from math import ceil

from exporters.document import (
    Cell,
    FormRow,
    Paragraph,
    ParagraphStyle,
    Run,
)
from exporters.labels import Labels
from exporters.styles import face_of
from models.agenda_plan import planned
from models.papers import PaperRules
from models.snapshot import (
    AgendaItemView,
    CaseView,
    MeetingSnapshot,
    OfficeRuleView,
    ParticipantView,
    RecusalView,
)
from models.vocabulary import Mode, Role

TITLE_LENGTH = 20
"""Characters of a title on one line of the text width, in 22 points."""

_TITLE_REACH = 4
_TITLE_WORDS = (
    *(
        "公益诉讼",
        "民事诉讼",
        "行政诉讼",
        "刑事检察",
        "检察官",
        "联席会议",
        "会议",
        "听证",
        "检察院",
    ),
    *(
        "人民检察院",
        "人民法院",
        "监督管理局",
        "未成年人",
        "信息网络",
        "生态环境",
        "食品安全",
        "纠纷",
    ),
)
_TITLE_BREAK = re.compile("[的、，》）次]$|[院会部]$|会议$")
_CIVIL = re.compile(r"(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d))?")


def paragraph(text: str, style: ParagraphStyle, place: str = "") -> Paragraph:
    """Return a paragraph in the typeface of its style."""
    return Paragraph((Run(text, face_of(style)),), style, place)


def balanced(title: str) -> str:
    """Return a long title on several lines of nearly one length, as official documents have it.

    Lines end behind a word that a title is made of, where one is near (GB/T 9704-2012, 7.3.1).
    """
    lines = ceil(len(title) / TITLE_LENGTH)
    if lines <= 1:
        return title
    middle = len(title) / lines
    near = range(round(middle) - _TITLE_REACH, round(middle) + _TITLE_REACH + 1)
    rest = (lines - 1) * TITLE_LENGTH
    fitting = [at for at in near if len(title) - rest <= at <= TITLE_LENGTH]
    if not fitting:
        return title
    at = min(fitting, key=lambda at: (_roughness(title, at), abs(at - middle)))
    return f"{title[:at]}\n{balanced(title[at:])}"


def _roughness(title: str, at: int) -> int:
    """Return how ill a line ends there: behind a word 0, inside one of the field's words 2."""
    for word in _TITLE_WORDS:
        start = title.find(word, max(0, at - len(word) + 1), at + len(word) - 1)
        if start >= 0 and start < at < start + len(word):
            return 2
    return 0 if _TITLE_BREAK.search(title[:at]) else 1


def row(label: str, texts: Iterable[str]) -> FormRow:
    """Return a row of a form, a paragraph for each text; the label is the place of all."""
    cells = (paragraph(text, ParagraphStyle.CELL, label) for text in texts)
    return FormRow(label, tuple(cells))


def filled(label: str, texts: Iterable[str | None], labels: Labels) -> FormRow:
    """Return a row that must not be missing: it says so where nothing is given."""
    given = [text for text in texts if text]
    return row(label, given or [labels("common.missing")])


def optional(label: str, texts: Iterable[str | None]) -> tuple[FormRow, ...]:
    """Return a row, or none where nothing is given."""
    given = [text for text in texts if text]
    return (row(label, given),) if given else ()


def cell(text: str | None, place: str) -> Cell:
    """Return a cell of a table with a text, or an empty one."""
    return cells((text,), place)


def cells(texts: Iterable[str | None], place: str) -> Cell:
    """Return a cell with a paragraph for each text that is given."""
    return tuple(paragraph(text, ParagraphStyle.CELL, place) for text in texts if text)


def centred(text: str | None, place: str) -> Cell:
    """Return a cell with a text in its middle, or an empty one."""
    return (paragraph(text, ParagraphStyle.CELL_CENTRE, place),) if text else ()


def rule_rows(
    rules: PaperRules, snapshot: MeetingSnapshot, label: str, labels: Labels
) -> tuple[FormRow, ...]:
    """Return the row of the rules a meeting was held by; none where none is told."""
    source = (labels("common.profile_source", source=rules.source),) if rules.source else ()
    cited = [labels("common.cited", rule=rule) for rule in rules.cites]
    own = map(partial(office_rule_words, labels=labels), snapshot.office_rules)
    return optional(label, [profile_words(rules, labels), *source, *cited, *own])


def profile_words(rules: PaperRules, labels: Labels) -> str:
    """Return the profile followed, and the one that is not installed; empty if none is told."""
    if not rules.id:
        return ""
    followed = labels("common.profile", name=rules.name, id=rules.id)
    if not rules.missing:
        return followed
    return labels("common.profile_missing", followed=followed, missing=rules.missing)


def office_rule_words(rule: OfficeRuleView, labels: Labels) -> str:
    """Return a procuratorate's own rule with its number; what is not given is told."""
    title = rule.title or labels("common.missing")
    named = title if title.startswith("《") else labels("common.titled", title=title)
    words = labels("common.office_rule", organ=rule.organ or "", title=named)
    return labels(
        "common.person", name=words, details=rule.number or labels("common.no_rule_number")
    )


def numbered(texts: Sequence[str], labels: Labels) -> list[str]:
    """Return the texts with literal numbers, if there are several."""
    if len(texts) == 1:
        return list(texts)
    return [
        labels("common.numbered", number=number, text=text) for number, text in enumerate(texts, 1)
    ]


def numbered_agenda(items: Sequence[AgendaItemView], labels: Labels) -> list[str]:
    """Return the items of the agenda with their numbers, 2.1 below 2, if there are several."""
    if len(items) == 1:
        return [items[0].title]
    return [
        labels("common.numbered", number=one.number, text=one.item.title)
        for one in planned(items, None)
    ]


def time_words(civil: str | None, labels: Labels) -> str:
    """Return a civil time in words: 2025年6月18日9时05分; anything else as written."""
    form = _CIVIL.fullmatch(civil or "")
    if not civil or form is None:
        return civil or ""
    year, month, day, hour, minute = form.groups()
    values = {"minute": minute} | {
        name: int(part)
        for name, part in (("year", year), ("month", month), ("day", day), ("hour", hour))
        if part is not None
    }
    key = "date_time" if year and hour else "date" if year else "time"
    return labels(f"common.{key}", **values)


def held(snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return from when to when the meeting was held; the day is not repeated."""
    start, end = snapshot.schedule.held_from, snapshot.schedule.held_to
    if not start or not end:
        return time_words(start or end, labels)
    same_day = "T" in end and start[:10] == end[:10]
    until = end.split("T")[1] if same_day else end
    return labels(
        "common.time_range", start=time_words(start, labels), end=time_words(until, labels)
    )


def place_words(snapshot: MeetingSnapshot, labels: Labels) -> str:
    """Return the place with the rooms joined by video."""
    place = snapshot.schedule.place or ""
    if not any(snapshot.schedule.remote):
        return place
    venues = "、".join(filter(None, snapshot.schedule.remote))
    return labels("common.remote", place=place, venues=venues)


def person_words(person: ParticipantView, labels: Labels) -> str:
    """Return name, office, post, grade, and the way of taking part where it is not on site."""
    office = f"{person.organ or ''}{person.post or ''}"
    mode = person.mode if person.mode != Mode.ON_SITE else None
    details = labels("common.person_separator").join(filter(None, (office, person.grade, mode)))
    name = person.name or labels("common.missing")
    return labels("common.person", name=name, details=details) if details else name


def speaker_words(person: ParticipantView, labels: Labels) -> str:
    """Return name, office and post: who speaks, above the words."""
    office = f"{person.organ or ''}{person.post or ''}"
    name = person.name or labels("common.missing")
    return labels("common.person", name=name, details=office) if office else name


def role_label(role: str | None, labels: Labels) -> str:
    """Return how a role stands in the paper."""
    return labels.find("role", role or "", role or "")


def people_rows(
    snapshot: MeetingSnapshot, first: Sequence[str], labels: Labels, without: Sequence[str] = ()
) -> list[FormRow]:
    """Return a row for each role that somebody holds: ``first`` in their order, then the others.

    Every participant stands in exactly one of the rows, or holds a role in ``without``.
    """
    held_roles = [person.role or "" for person in snapshot.participants]
    order = [*first, *dict.fromkeys(role for role in held_roles if role not in first)]
    return [
        row(
            role_label(role, labels),
            [
                person_words(person, labels)
                for person in snapshot.participants
                if (person.role or "") == role
            ],
        )
        for role in order
        if role in held_roles and role not in without
    ]


def recusal_rows(snapshot: MeetingSnapshot, label: str, labels: Labels) -> tuple[FormRow, ...]:
    """Return who is recused and why. Participants who hold no other role stand here as well."""
    told = {recusal.person for recusal in snapshot.recusals}
    people = [person for person in snapshot.participants if person.role == Role.RECUSED]
    texts = [
        *(person_words(person, labels) for person in people),
        *(_recusal_words(recusal, labels) for recusal in snapshot.recusals),
    ]
    return (row(label, texts),) if told or people else ()


def _recusal_words(recusal: RecusalView, labels: Labels) -> str:
    details = [
        labels(f"common.{key}", value=value)
        for key, value in (
            ("ground", recusal.ground),
            ("raised", recusal.raised),
            ("ruling", recusal.ruling),
            ("at", time_words(recusal.at, labels)),
        )
        if value
    ]
    words = labels("common.list_separator").join([*details, *filter(None, (recusal.note,))])
    person = recusal.person or labels("common.missing")
    return labels("common.recusal", person=person, details=words) if words else person


def case_words(case: CaseView, labels: Labels) -> str:
    """Return the name and numbers of a case."""
    numbers = labels("common.person_separator").join(filter(None, (case.case_no, case.system_no)))
    if case.name and numbers:
        return labels("common.person", name=case.name, details=numbers)
    return case.name or numbers


def party_words(case: CaseView, labels: Labels) -> list[str]:
    """Return each party with its role; the name to show stands for the name where it is given."""
    words = []
    for party in case.parties:
        name = party.display or party.name or labels("common.missing")
        if party.age is not None:
            age = labels("common.age", age=party.age)
            name = labels("common.person", name=name, details=age)
        words.append(labels("common.party", role=party.role, name=name) if party.role else name)
    return words
