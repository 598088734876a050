"""The opinions of a meeting as listed: each with its author, its words, and what belongs to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.snapshot import LineView, MeetingSnapshot, OpinionView
from models.vocabulary import Manner
from ui.forms.labels import choice_word, field_label
from ui.item_models.lines import Extra, LineEntry, Tone
from ui.words import kind_word


@dataclass(frozen=True, slots=True)
class OpinionEntry(LineEntry):
    """An opinion as it is painted: ``line`` bears its id and its words, spoken or written."""

    opinion: OpinionView | None = None

    @property
    def tone(self) -> Tone:
        """All opinions look alike, whatever they say."""
        return Tone.OPINION

    @property
    def label(self) -> str:
        """How it was given; of a spoken one the kind of its line."""
        assert self.opinion is not None  # it is made with one
        return manner_word(self.opinion) or kind_word(self.line.kind)


def opinion_entries(meeting: MeetingSnapshot) -> list[OpinionEntry]:
    """Return the opinions in their order: the spoken ones as they were spoken, then the others."""
    lines = {line.id: line for line in meeting.lines}
    people, shared = meeting.participants_by_id, meeting.shared_names
    numbers = {person.id: number for number, person in enumerate(meeting.participants)}
    questions = dict(zip(meeting.question_ids, meeting.questions, strict=True))
    made = []
    for opinion in meeting.opinions:
        author = people[opinion.author_id]
        spoken = [lines[key] for key in opinion.line_ids if key in lines]
        made.append(
            OpinionEntry(
                line=_shown(opinion, spoken),
                speaker=author,
                number=numbers[author.id],
                shares_name=author.name in shared,
                extras=tuple(_extras(opinion, spoken, questions)),
                opinion=opinion,
            )
        )
    return made


def words_of(opinion: OpinionView, lines: Mapping[str, LineView]) -> str:
    """Return the words of an opinion: of its first line, as written, or why there are none."""
    if opinion.line_ids and opinion.line_ids[0] in lines:
        return lines[opinion.line_ids[0]].text or ""
    return opinion.text or opinion.silence_reason or ""


def manner_word(opinion: OpinionView) -> str:
    """Return how an opinion was given, if not by word of mouth."""
    if opinion.manner in (None, Manner.SPOKEN):
        return ""
    return choice_word("opinion", "manner", opinion.manner or "", {})


def _shown(opinion: OpinionView, spoken: Sequence[LineView]) -> LineView:
    """Return a line that stands for the opinion."""
    first = spoken[0] if spoken else None
    return LineView(
        id=opinion.id,
        seq=first.seq if first else None,
        at=opinion.given_at or (first.at if first else None),
        speaker_id=opinion.author_id,
        kind=first.kind if first else None,
        text=words_of(opinion, {line.id: line for line in spoken}) or _without_words(opinion),
    )


def _without_words(opinion: OpinionView) -> str:
    if opinion.manner == Manner.NONE_GIVEN:
        return QCoreApplication.translate("Opinions", "（没有写明原因）")
    return QCoreApplication.translate("Opinions", "（没有写明内容）")


def _extras(
    opinion: OpinionView, spoken: Sequence[LineView], questions: Mapping[str, str]
) -> Iterator[Extra]:
    question = questions.get(opinion.question_id or "")
    if question is not None:
        yield Extra(field_label("opinion", "question"), question)
    for line in spoken[1:]:
        pattern = QCoreApplication.translate("Opinions", "第{number}条续")
        yield Extra(pattern.format(number=line.seq or ""), line.text or "")
    for field in ("reasons", "legal_basis"):
        text = getattr(opinion, field)
        if text:
            yield Extra(field_label("opinion", field), text)
