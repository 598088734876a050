"""The numbers of an agenda, such as 2 or 2.1, which stay once they are frozen.

Notices name items by number, so a number that went out is kept when items move, come or go. An item
that comes late between frozen ones is numbered after its predecessor: 3-1, 3-2 after 3; 0-1 before
the first. After the last frozen one numbers go on as usual.
"""

import re
from collections.abc import Sequence

_LATE = re.compile(r"-\d+$", re.ASCII)
_LAST = re.compile(r"(\d+)(?:-\d+)?$", re.ASCII)


def numbers_of(levels: Sequence[int], frozen: Sequence[str | None]) -> list[str]:
    """Return the number of each item, given levels with none left out and the frozen numbers.

    No number that is made here is one that is frozen already.
    """
    found = [number or "" for number in frozen]
    taken = set(filter(None, frozen))
    for place, above in _groups(levels):
        prefix = "" if above is None else f"{found[above]}."
        _number_group(found, taken, place, prefix)
    return found


def _groups(levels: Sequence[int]) -> list[tuple[list[int], int | None]]:
    """Return the places of items that stand below the same one, with its place, from outside in."""
    groups: dict[int | None, list[int]] = {}
    path: list[int] = []
    for place, level in enumerate(levels):
        path = [*path[:level], place]
        groups.setdefault(path[-2] if level else None, []).append(place)
    return sorted(
        ((places, above) for above, places in groups.items()),
        key=lambda group: (levels[group[0][0]], group[0][0]),
    )


def _number_group(found: list[str], taken: set[str], places: Sequence[int], prefix: str) -> None:
    fixed = [place for place in places if found[place]]
    highest = max((_last_part(found[place]) for place in fixed), default=0)
    before = f"{prefix}0"
    for place in places:
        if found[place]:
            before = _LATE.sub("", found[place])
            continue
        if fixed and place < fixed[-1]:
            number = _free(f"{before}-", 1, taken)
        else:
            number = _free(prefix, highest + 1, taken)
            highest = _last_part(number)
        found[place] = number
        taken.add(number)


def _free(prefix: str, first: int, taken: set[str]) -> str:
    count = first
    while f"{prefix}{count}" in taken:
        count += 1
    return f"{prefix}{count}"


def _last_part(number: str) -> int:
    """Return what a number counts on its own level; 0 of one that counts nothing."""
    last = _LAST.search(number)
    return int(last[1]) if last else 0
