"""How time grows with the length of a paper, told apart from what else the machine does."""

import time
from collections.abc import Callable

_ROUNDS = range(3, 11)


def growth(work: Callable[[int], object], few: int, many: int, *, limit: float) -> float:
    """Return how many times as long ``work`` takes over many as over few, in processor time.

    Both are measured in turn, so that a busy machine slows both, and of each the quickest counts.
    Where that is over the limit there are more rounds: nothing slows the program each time.
    """
    work(few)  # what is only loaded the first time
    least = {few: float("inf"), many: float("inf")}
    for done in range(1, _ROUNDS.stop):
        for count in (few, many):
            started = time.process_time()
            work(count)
            least[count] = min(least[count], time.process_time() - started)
        if done >= _ROUNDS.start and least[many] < limit * least[few]:
            break
    return least[many] / least[few]
