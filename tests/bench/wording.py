"""The CPU time of the wording guard at each key on a text of 2,000 characters, against a plain search."""

import time
from collections.abc import Callable, Sequence
from functools import partial

from models.profiles import load_profiles
from models.wording import check
from models.wording.rules import rules_for
from tests.models.wording.cases import cases_of

LENGTH = 2_000
KEYS = "与会人员依次发表个人意见，会议认为证据不足，由承办检察官参考。" * 10


def measure() -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the goal."""
    return [
        _row("wording guard, CPU from key to verdict", _text(innocent=True)),
        _row("the same, every sentence to be told", _text(innocent=False)),
        _row("the same, without a full stop", _text(innocent=True).replace("。", "，")),
        _first(),
    ]


def _first() -> tuple[str, str, str]:
    """Measure texts that were never seen: each has a number of its own in every sentence."""
    strict = load_profiles(())["strict"]
    text = _text(innocent=True)
    texts = [text.replace("。", f"{number}。") for number in range(1_000, 1_050)]
    spent = sorted(_seconds(partial(check, one, field="摘要", profile=strict)) for one in texts)
    return "a whole text for the first time, CPU", f"{_part(spent, 0.5) * 1000:.1f} ms", ""


def _text(*, innocent: bool) -> str:
    cases = (
        case.text
        for case in cases_of("tuning")
        if case.is_innocent == innocent and case.field == "摘要" and case.profile == "strict"
    )
    return "".join(cases)[: LENGTH - len(KEYS)]


def _row(name: str, text: str) -> tuple[str, str, str]:
    strict = load_profiles(())["strict"]
    typed = [text + KEYS[:end] for end in range(len(KEYS))]
    spent = sorted(_seconds(partial(check, now, field="摘要", profile=strict)) for now in typed)
    floor = sorted(_seconds(partial(_plain_search, now)) for now in typed)
    median, worst = _part(spent, 0.5), _part(spent, 0.99)
    ratio = median / _part(floor, 0.5)
    return name, f"{median * 1000:.2f}, {worst * 1000:.2f} ms ({ratio:.0f}× search)", "p99 < 2 ms"


def _plain_search(text: str) -> None:
    """Look once for each word that any rule needs: no guard can do with less."""
    for rule in rules_for(hearing=False):
        for word in rule.needs:
            text.find(word)


def _seconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _part(ordered: Sequence[float], share: float) -> float:
    return ordered[int(len(ordered) * share)]
