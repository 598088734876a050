"""Parts that papers share: people, cases, times, spoken lines, page frame."""

import re
from collections.abc import Iterable, Sequence

from exporters.document import (
    FormRow,
    Paragraph,
    ParagraphStyle,
    Run,
    SignatureRow,
)
from exporters.labels import Labels
from exporters.styles import STYLES
from models.agenda_plan import planned
from models.snapshot import (
    AgendaItemView,
    CaseView,
    LineView,
    MeetingSnapshot,
    PaperRules,
    ParticipantView,
    RecusalView,
    YesOrWords,
)
from models.vocabulary import Mode, Role

_CIVIL = re.compile(r"(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d))?")


def paragraph(text: str, style: ParagraphStyle, place: str = "") -> Paragraph:
    """Return a paragraph in the typeface of its style."""
    return Paragraph((Run(text, STYLES[style].face),), style, place)


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


def rule_rows(rules: PaperRules, label: str, labels: Labels) -> tuple[FormRow, ...]:
    """Return the row of the profile followed and the rules it cites; none where none is told."""
    if not rules.id:
        return ()
    followed = labels("common.profile", name=rules.name, id=rules.id)
    if rules.missing:
        followed = labels("common.profile_missing", followed=followed, missing=rules.missing)
    cited = [labels("common.cited", rule=rule) for rule in rules.cites]
    return (row(label, [followed, *cited]),)


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


def spoken(snapshot: MeetingSnapshot, labels: Labels) -> list[tuple[LineView, list[Paragraph]]]:
    """Return each line with its paragraphs: who speaks, the words as spoken, remarks to them."""
    people = snapshot.participants_by_id
    return [
        (line, _line_blocks(line, number, people.get(line.speaker_id), labels))
        for number, line in enumerate(snapshot.lines, 1)
    ]


def _line_blocks(
    line: LineView, position: int, speaker: ParticipantView | None, labels: Labels
) -> list[Paragraph]:
    place = labels("common.line_place", number=line.seq or position)
    blocks = [
        paragraph(_line_head(line, speaker, labels), ParagraphStyle.SPEAKER, place),
        paragraph(line.text or "", ParagraphStyle.SPEECH, place),
    ]
    blocks.extend(
        paragraph(remark, ParagraphStyle.REMARK, place)
        for remark in _remarks(line, speaker, labels)
    )
    return blocks


def _line_head(line: LineView, speaker: ParticipantView | None, labels: Labels) -> str:
    who = speaker_words(speaker, labels) if speaker else labels("common.speaker_unknown")
    key = "common.line_head" if line.seq is not None else "common.line_head_without_number"
    time = time_words(line.at, labels) if "T" in (line.at or "") else line.at or ""
    words = labels(key, seq=line.seq, time=time, speaker=who, kind=line.kind or "")
    return words.strip()


def _remarks(line: LineView, speaker: ParticipantView | None, labels: Labels) -> list[str]:
    written = speaker is not None and speaker.mode == Mode.WRITTEN
    remarks = (
        line.limit and labels("remark.limit", value=line.limit),
        _foreign(line.lang, labels),
        line.source_text and _source(line.source_text, line.source_lang, labels),
        line.translation and labels("remark.translation", value=line.translation),
        line.translation_by and labels("remark.translation_by", value=line.translation_by),
        written and labels("remark.written"),
        _yes_or_words(line.signed, "signed", labels),
        _yes_or_words(line.event, "event", labels),
        line.note and labels("remark.note", value=line.note),
    )
    return [remark for remark in remarks if isinstance(remark, str) and remark]


def _yes_or_words(value: YesOrWords, key: str, labels: Labels) -> str | None:
    """Return the remark for a field in which offices write yes or words; no says nothing."""
    if value is True:
        return labels(f"remark.{key}")
    if value in (None, False, ""):
        return None
    return labels(f"remark.{key}_words", value=value)


def _source(text: str, language: str | None, labels: Labels) -> str:
    if not language:
        return labels("remark.source_without_language", value=text)
    return labels("remark.source", language=language_words(language, labels), value=text)


def _foreign(tag: str | None, labels: Labels) -> str | None:
    if not tag or tag.split("-")[0].lower() == "zh":
        return None
    return labels("remark.language", value=language_words(tag, labels))


def language_words(tag: str, labels: Labels) -> str:
    """Return the name of a language by its BCP 47 tag, or the tag."""
    return labels.find("language", tag.split("-", maxsplit=1)[0].lower(), tag)


def _apart(person: ParticipantView, labels: Labels) -> str:
    """Return what tells a person from a namesake: office, post and number."""
    parts = [f"{person.organ or ''}{person.post or ''}"]
    if person.number is not None:
        parts.append(labels("common.person_number", number=person.number))
    return labels("common.person_separator").join(filter(None, parts))


def signature_rows(
    snapshot: MeetingSnapshot, signers: Sequence[str], labels: Labels, *, kind: str
) -> tuple[SignatureRow, ...]:
    """Return a place to sign for everybody whose role signs, in the order of the roles.

    Where a paper of this ``kind`` has its own word for a signing role, that word stands.
    """
    shared = snapshot.shared_names
    return tuple(
        SignatureRow(
            label=labels.find(f"{kind}.signature_roles", role, role_label(role, labels)),
            name=person.name or labels("common.missing"),
            remark=_apart(person, labels) if person.name in shared else "",
        )
        for role in signers
        for person in snapshot.participants
        if person.role == role
    )
