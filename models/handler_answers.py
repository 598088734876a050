"""What the handling prosecutor still owes the opinions: an answer to each, with its reason."""

from collections.abc import Iterable, Sequence

from models.forms import Entry
from models.snapshot import OpinionView
from models.vocabulary import AnswerStatus, Manner

NEEDS_REASON = "answer_needs_reason"
"""The code of a refusal: of an answer other than adoption that has no reason."""


def lacks_reason(status: object, reason: object) -> bool:
    """Say whether an answer does without the reason it needs; adopting an opinion needs none."""
    needed = status is not None and status != AnswerStatus.ADOPTED
    return needed and not str(reason or "").strip()


def fault_of_answer(answer: Entry, field: str, value: object) -> str | None:
    """Return the code of what is wrong with an answer if one of its values becomes another."""
    changed = dict(answer.values) | {field: value}
    missing = field in ("status", "reason") and lacks_reason(changed["status"], changed["reason"])
    return NEEDS_REASON if missing else None


def awaits_answer(opinion: OpinionView) -> bool:
    """Say whether an opinion is to be answered: that none was given is not."""
    return opinion.manner != Manner.NONE_GIVEN


def answers_to(opinion: OpinionView, answers: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the answers that name an opinion, or a line that it was spoken in."""
    return tuple(
        answer
        for answer in answers
        if answer.values["opinion"] == opinion.id
        or (answer.values["opinion"] is None and answer.values["line"] in opinion.line_ids)
    )


def open_opinions(
    opinions: Iterable[OpinionView], answers: Sequence[Entry]
) -> tuple[OpinionView, ...]:
    """Return the opinions without a full answer, in their order. The entries are the sheet's."""
    return tuple(
        opinion
        for opinion in opinions
        if awaits_answer(opinion) and not any(map(_is_full, answers_to(opinion, answers)))
    )


def _is_full(answer: Entry) -> bool:
    status, reason = answer.values["status"], answer.values["reason"]
    return status is not None and not lacks_reason(status, reason)
