"""Key presses beside the words themselves: Lianxi against a Word template, line by line.

Counted, not timed, from the lines of two samples and from what the program itself suggests. Run:
``python tests/bench/keystrokes.py``.

Assumptions. The words spoken cost the same on both sides and are not counted. A key that is held
(Shift, Ctrl) counts as one more. Both sides go to the next item or step with one key: F6 here, an
arrow down to a heading that the template has already. Word: each line begins with the time typed
as 09:05 and a blank; a new speaker's name and the kind of line are typed with an input method that
knows them all as words, so that the first letter of each character and one blank are enough, the
rarest characters too; a colon follows. That is the least a template can cost. The secretary never
mistypes and never looks anything up.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import resources
from models.snapshot import LineView, MeetingSnapshot
from models.vocabulary import MeetingKind
from tests.exporters.meetings import snapshot
from ui.line_choices import kind_choices, usual_kind

SAMPLES = ("s01-joint", "s03-hearing")

_ITEM_OF = {"s01-joint": (0, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4)}
"""Under which item of the agenda each line was spoken, where the sample does not say."""

_TIME = len("09:05 ") + 1  # Shift for the colon
_COLON = 2
_ENTER = 1
_TURN = 1
_TO_THE_KINDS = 4  # Shift+Tab twice
_PICK = 1  # Enter, which goes back to the words


@dataclass(frozen=True, slots=True)
class Cost:
    """The key presses of one line by what they are for."""

    name: str
    characters: int
    turn: int
    speaker: int
    time: int
    kind: int
    enter: int = _ENTER

    @property
    def overhead(self) -> int:
        """All of them."""
        return self.turn + self.speaker + self.time + self.kind + self.enter


def with_lianxi(sample: str) -> list[Cost]:
    """Return what each line costs: a speaker's number, and a kind that is not suggested.

    Who goes on speaking keeps the kind, until the number is typed again or the item changes.
    """
    found = []
    for meeting, line, section, turns, is_new in _walk(sample):
        kept = meeting.lines[-1].kind if not (is_new or turns) else None
        numbered = is_new or (kept is not None and kept != line.kind)
        found.append(
            Cost(
                _name(meeting, line),
                len(line.text or ""),
                turn=_TURN * turns,
                speaker=len(f"{_number(meeting, line)} ") if numbered else 0,
                time=0,
                kind=0 if kept == line.kind else _keys_to_kind(meeting, line, section),
            )
        )
    return found


def with_word(sample: str) -> list[Cost]:
    """Return what each line costs at least in a template."""
    return [
        Cost(
            _name(meeting, line),
            len(line.text or ""),
            turn=_TURN * turns,
            speaker=_with_input_method(_name(meeting, line)) + _COLON if is_new else 0,
            time=_TIME,
            kind=_with_input_method(line.kind or ""),
        )
        for meeting, line, _section, turns, is_new in _walk(sample)
    ]


def _walk(sample: str) -> Iterator[tuple[MeetingSnapshot, LineView, object, int, bool]]:
    """Yield the meeting before each line, the line, its item or step, turns to it, a new speaker."""
    whole = snapshot(resources.path(f"samples/{sample}.json"))
    hearing = whole.kind is MeetingKind.HEARING
    former: LineView | None = None
    place = 0 if hearing else -1  # a hearing's lines begin before its first step
    for number, line in enumerate(whole.lines):
        now = (line.step or 0) if hearing else _ITEM_OF[sample][number]
        section: object = line.step if hearing else whole.agenda[now].id
        is_new = former is None or former.speaker_id != line.speaker_id
        yield replace(whole, lines=whole.lines[:number]), line, section, now - place, is_new
        former, place = line, now


def _keys_to_kind(meeting: MeetingSnapshot, line: LineView, section: object) -> int:
    """Return the keys to another kind than the one suggested, by arrows through the list."""
    speaker = meeting.participants_by_id[line.speaker_id]
    suggested = usual_kind(meeting, speaker, section)
    if suggested == line.kind:
        return 0
    kinds = [*(value for _, value in kind_choices(meeting, speaker)), None]
    return _TO_THE_KINDS + abs(kinds.index(line.kind) - kinds.index(suggested)) + _PICK


def _name(meeting: MeetingSnapshot, line: LineView) -> str:
    return meeting.participants_by_id[line.speaker_id].name or ""


def _number(meeting: MeetingSnapshot, line: LineView) -> int:
    return meeting.participants_by_id[line.speaker_id].number or 0


def _with_input_method(word: str) -> int:
    """Return the keys of a word that the input method knows: a letter a character, and a blank."""
    return len(word) + 1


def main() -> None:
    """Print a table for each sample."""
    for sample in SAMPLES:
        ours, word = with_lianxi(sample), with_word(sample)
        print(f"\n{sample}: turn+speaker+time+kind+enter = key presses beside the words")
        for number, (here, there) in enumerate(zip(ours, word, strict=True), 1):
            print(
                f"{number:>3}  {here.characters:>4} characters  Lianxi {_sum(here):<18}"
                f" Word {_sum(there):<18} {here.name}"
            )
        mine, theirs = sum(c.overhead for c in ours), sum(c.overhead for c in word)
        untyped = theirs - sum(c.kind for c in word)
        print(
            f"     all {len(ours)} lines: Lianxi {mine} ({mine / len(ours):.1f} a line), Word {theirs}"
            f" ({theirs / len(ours):.1f}); Word without kinds {untyped} ({untyped / len(ours):.1f})"
        )


def _sum(cost: Cost) -> str:
    parts = (cost.turn, cost.speaker, cost.time, cost.kind, cost.enter)
    return f"{'+'.join(map(str, parts))} = {cost.overhead}"


if __name__ == "__main__":
    main()
