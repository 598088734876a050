"""The notice of a joint conference (会议通知): inside one office a 通知, to equal offices a 函.

A letter asks and thanks; it gives no orders. The words that an office may want to change are each a
label of their own.
"""

from collections.abc import Iterator
from dataclasses import replace

from exporters.document import Block, Document, Paragraph, ParagraphStyle, Sheet
from exporters.kinds.assembly import BuildOptions, Official, assemble_official
from exporters.kinds.by_hand import day_words
from exporters.kinds.conference.materials import materials_table
from exporters.kinds.parts import case_words, paragraph, time_words
from exporters.labels import Labels
from models.papers import MeetingPapers
from models.snapshot import MeetingSnapshot, ParticipantView
from models.vocabulary import AWAY, Role, Scope

_NUMERALS = "一二三四五六七"
_OTHERS = (
    *(Role.ATTENDEE_WITHOUT_STANDING, Role.EXPERT, Role.INVITED_ASSISTANT),
    *(Role.HANDLING_ASSISTANT, Role.INTERPRETER),
)


def build(papers: MeetingPapers, options: BuildOptions, labels: Labels) -> Document:
    """Return the notice: a letter if the conference is one of several offices."""
    meeting = papers.meeting
    letter = meeting.scope == Scope.CROSS_COURT
    host = meeting.host or labels("common.missing")
    given = options.rules.titles.get("notice")
    key = "notice.letter_title" if letter else "notice.title"
    name = _name(meeting, labels)
    own = name.removeprefix(host)
    title = given or labels(key, host=host, meeting=name if letter else own)
    return assemble_official(
        meeting,
        Official(
            title=title,
            statement=labels("statement.conference"),
            sheet=Sheet.LETTER if letter else Sheet.OFFICIAL,
            issuer=host if letter else "",
            number=meeting.number or "",
            office=host,
            day=day_words(papers.notice_times.notice_at, labels),
            after=_attached(meeting, labels),
        ),
        body=tuple(_body(papers, letter=letter, labels=labels)),
        options=options,
        labels=labels,
    )


def exists(papers: MeetingPapers) -> bool:
    """Say whether there is something to give notice of."""
    return bool(papers.notice_times.notice_at or papers.meeting.schedule.held_from)


def _name(meeting: MeetingSnapshot, labels: Labels) -> str:
    return meeting.title or labels("notice.meeting_unnamed")


def _body(papers: MeetingPapers, *, letter: bool, labels: Labels) -> Iterator[Block]:
    meeting = papers.meeting
    yield paragraph(_addressee(meeting, letter=letter, labels=labels), ParagraphStyle.ADDRESSEE)
    key = "notice.letter_opening" if letter else "notice.opening"
    words = labels(key, time=_begins(meeting, labels), meeting=_name(meeting, labels))
    yield _text(words, labels("notice.time"))
    if papers.notice_times.postponed_from:
        former = time_words(papers.notice_times.postponed_from, labels)
        key = "notice.postponed_letter" if letter else "notice.postponed_words"
        yield _text(labels(key, time=former), labels("notice.time"))
    parts = _parts(papers, letter=letter, labels=labels)
    for numeral, (heading, texts) in zip(_NUMERALS, parts, strict=True):
        words = labels("notice.heading", number=numeral, text=heading)
        yield paragraph(words, ParagraphStyle.HEADING)
        yield from (_text(text, heading) for text in texts)
    closing = labels("notice.letter_closing" if letter else "notice.closing")
    yield _text(labels("notice.closed", text=closing) if meeting.materials else closing, closing)


def _addressee(meeting: MeetingSnapshot, *, letter: bool, labels: Labels) -> str:
    """Return the other offices, or inside one office whoever is to come."""
    if letter:
        names = [one for one in meeting.organs if one != meeting.host]
    else:
        names = [one.name for one in meeting.participants if _is_asked(one) and one.name]
    if not names:
        return labels("notice.addressee_missing")
    return labels("notice.addressee", names="、".join(names))


def _is_asked(person: ParticipantView) -> bool:
    return person.role != Role.RECUSED and person.attendance not in AWAY


def _parts(papers: MeetingPapers, *, letter: bool, labels: Labels) -> list[tuple[str, list[str]]]:
    """Return each part with its heading, in the order of the paper."""
    meeting, missing = papers.meeting, labels("common.missing")
    keys = {True: ("materials_letter", "letter"), False: ("materials_words", "words")}[letter]
    materials = (
        labels(f"notice.{keys[0]}", count=len(meeting.materials))
        if meeting.materials
        else labels("notice.materials_none")
    )
    recorders = [one.name for one in meeting.holding((Role.RECORDER,)) if one.name]
    contact = labels("notice.contact_words", name="、".join(recorders) or missing)
    return [
        (labels("notice.time"), [f"{_begins(meeting, labels)}。"]),
        (labels("notice.place"), list(_place(meeting, labels))),
        (labels("notice.issues"), list(_issues(meeting, labels)) or [missing]),
        (labels("notice.people"), list(_people(meeting, labels)) or [missing]),
        (labels("notice.materials"), [materials]),
        (
            labels("notice.demands"),
            [labels(f"notice.{name}_{keys[1]}") for name in ("secrecy", "recusal", "leave")],
        ),
        (labels("notice.contact"), [contact]),
    ]


def _begins(meeting: MeetingSnapshot, labels: Labels) -> str:
    return time_words(meeting.schedule.held_from, labels) or labels("common.missing")


def _place(meeting: MeetingSnapshot, labels: Labels) -> Iterator[str]:
    place = meeting.schedule.place or labels("common.missing")
    yield labels("notice.place_words", place=place)
    venues = "、".join(filter(None, meeting.schedule.remote))
    if venues:
        yield labels("notice.venues", venues=venues)


def _issues(meeting: MeetingSnapshot, labels: Labels) -> Iterator[str]:
    yield from (words for words in (case_words(case, labels) for case in meeting.cases) if words)
    texts = (*meeting.issues, *meeting.questions)
    for number, text in enumerate(texts, 1):
        yield labels("common.numbered", number=number, text=text)


def _people(meeting: MeetingSnapshot, labels: Labels) -> Iterator[str]:
    for key, roles in (
        ("chair", (Role.CHAIR,)),
        ("attending", (Role.ATTENDING,)),
        ("handler", (Role.HANDLER,)),
        ("others", _OTHERS),
    ):
        people = [one for one in meeting.holding(roles) if _is_asked(one) and one.name]
        if people:
            names = "、".join(one.name or "" for one in people)
            yield labels(f"notice.{key}", names=names)


def _attached(meeting: MeetingSnapshot, labels: Labels) -> tuple[Block, ...]:
    """Return the list of materials at the head of a new page; nothing where there are none."""
    if not meeting.materials:
        return ()
    label = labels("notice.attachment_label")
    title = labels("notice.attachment_title")
    first = replace(paragraph(label, ParagraphStyle.HEADING, title), starts_page=True)
    return (
        first,
        paragraph(title, ParagraphStyle.TITLE, title),
        materials_table(meeting, labels),
    )


def _text(text: str, place: str) -> Paragraph:
    return paragraph(text, ParagraphStyle.BODY, place)
