"""What was said, as it was said: the lines, opinions in writing, and who gave none."""

from exporters.document import Block, Paragraph, ParagraphStyle
from exporters.kinds.parts import paragraph, speaker_words, time_words
from exporters.labels import Labels
from models.snapshot import LineView, MeetingSnapshot, OpinionView, ParticipantView, YesOrWords
from models.vocabulary import Manner, Mode

Spoken = tuple[LineView, list[Paragraph]]
"""A line with its paragraphs."""


def spoken(snapshot: MeetingSnapshot, labels: Labels) -> list[Spoken]:
    """Return each line with its paragraphs: who speaks, the words as spoken, remarks to them.

    The reasons and the legal basis of an opinion stand below the line it was first spoken in. That
    somebody comes or goes is a plain statement between the words.
    """
    people = snapshot.participants_by_id
    opinions = {opinion.line_ids[0]: opinion for opinion in snapshot.opinions if opinion.line_ids}
    names = case_names(snapshot)
    blocks: list[Spoken] = []
    for number, line in enumerate(snapshot.lines, 1):
        speaker, opinion = people.get(line.speaker_id), opinions.get(line.id)
        place = labels("common.line_place", number=line.seq or number)
        if line.movement is not None:
            blocks.append((line, [_movement(line, place, labels)]))
            continue
        if line.omitted is not None:
            blocks.append((line, [paragraph(line.text or "", ParagraphStyle.BODY, place)]))
            continue
        remarks = _remarks(line, speaker, opinion, labels)
        if opinion is not None:
            remarks += _opinion_remarks(opinion, names, labels)
        blocks.append((line, _line_blocks(line, place, speaker, remarks, labels)))
    return blocks


def written_opinions(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    """Return the opinions given in writing under a heading, each with author, time and words."""
    blocks = words_in_writing(snapshot, labels)
    heading = labels("opinions.written")
    return [paragraph(heading, ParagraphStyle.HEADING), *blocks] if blocks else []


def words_in_writing(
    snapshot: MeetingSnapshot, labels: Labels, author_id: str | None = None
) -> list[Paragraph]:
    """Return what was given in writing, by everybody or by one author."""
    return [
        block
        for opinion in snapshot.opinions
        if _is_written(opinion) and author_id in (None, opinion.author_id)
        for block in _written(opinion, snapshot, labels)
    ]


def silences(snapshot: MeetingSnapshot, labels: Labels) -> list[Block]:
    """Return who gave no opinion and why, under a heading."""
    heading = labels("opinions.silent")
    words = [
        _silence(opinion, snapshot, labels)
        for opinion in snapshot.opinions
        if opinion.manner == Manner.NONE_GIVEN
    ]
    if not words:
        return []
    return [
        paragraph(heading, ParagraphStyle.HEADING),
        *(paragraph(text, ParagraphStyle.BODY, heading) for text in words),
    ]


def _is_written(opinion: OpinionView) -> bool:
    return bool(opinion.text) or (opinion.manner == Manner.WRITTEN and not opinion.line_ids)


def _written(opinion: OpinionView, snapshot: MeetingSnapshot, labels: Labels) -> list[Paragraph]:
    author = _author(opinion, snapshot, labels)
    head = labels("opinions.head", author=author, time=time_words(opinion.given_at, labels))
    words = opinion.text or labels("common.missing")
    remarks = _opinion_remarks(opinion, case_names(snapshot), labels)
    place = labels("opinions.place", author=author)
    return [
        paragraph(head.strip(), ParagraphStyle.SPEAKER, place),
        paragraph(words, ParagraphStyle.SPEECH, place),
        *(paragraph(remark, ParagraphStyle.REMARK, place) for remark in remarks),
    ]


def _silence(opinion: OpinionView, snapshot: MeetingSnapshot, labels: Labels) -> str:
    reason = opinion.silence_reason or labels("opinions.no_reason")
    return labels("opinions.silence", author=_author(opinion, snapshot, labels), reason=reason)


def _author(opinion: OpinionView, snapshot: MeetingSnapshot, labels: Labels) -> str:
    author = snapshot.participants_by_id.get(opinion.author_id)
    return speaker_words(author, labels) if author else labels("common.speaker_unknown")


def case_names(snapshot: MeetingSnapshot) -> dict[str | None, str | None]:
    """Return the names of the cases by id, if there are several to be told apart."""
    several = len(snapshot.cases) > 1
    return {case.id: case.name or case.case_no for case in snapshot.cases} if several else {}


def _opinion_remarks(
    opinion: OpinionView, case_names: dict[str | None, str | None], labels: Labels
) -> list[str]:
    given = (
        ("case", case_names.get(opinion.case_id)),
        ("reasons", opinion.reasons),
        ("legal_basis", opinion.legal_basis),
    )
    return [labels(f"remark.{key}", value=value) for key, value in given if value]


def _line_blocks(
    line: LineView,
    place: str,
    speaker: ParticipantView | None,
    remarks: list[str],
    labels: Labels,
) -> list[Paragraph]:
    blocks = [
        paragraph(_line_head(line, speaker, labels), ParagraphStyle.SPEAKER, place),
        paragraph(line.text or "", ParagraphStyle.SPEECH, place),
    ]
    blocks.extend(paragraph(remark, ParagraphStyle.REMARK, place) for remark in remarks)
    return blocks


def _movement(line: LineView, place: str, labels: Labels) -> Paragraph:
    """Return that somebody comes or goes, in brackets; its number counts on from the lines."""
    key = "common.movement" if line.seq is not None else "common.movement_without_number"
    statement = " ".join(part for part in (_time(line, labels), line.text) if part)
    return paragraph(labels(key, seq=line.seq, statement=statement), ParagraphStyle.BODY, place)


def _line_head(line: LineView, speaker: ParticipantView | None, labels: Labels) -> str:
    who = speaker_words(speaker, labels) if speaker else labels("common.speaker_unknown")
    key = "common.line_head" if line.seq is not None else "common.line_head_without_number"
    time = _time(line, labels)
    words = labels(key, seq=line.seq, time=time, speaker=who, kind=line.kind or "")
    return words.strip()


def _time(line: LineView, labels: Labels) -> str:
    return time_words(line.at, labels) if "T" in (line.at or "") else line.at or ""


def _remarks(
    line: LineView, speaker: ParticipantView | None, opinion: OpinionView | None, labels: Labels
) -> list[str]:
    written = (speaker is not None and speaker.mode == Mode.WRITTEN) or (
        opinion is not None and opinion.manner == Manner.WRITTEN
    )
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
