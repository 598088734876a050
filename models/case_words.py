"""By which words the cases of a meeting are known: names, numbers and parties."""

import re
from collections.abc import Iterable

from models.masks import name_key, names_in, names_pattern
from models.snapshot import CaseView


class CaseWords:
    """The words of all cases, with one of them as the one that papers are made for.

    Words that are this case's too, such as a party of both, do not name another one.
    """

    def __init__(self, cases: Iterable[CaseView], case_id: str) -> None:
        self._cases: dict[str, set[str]] = {}
        words: list[str] = []
        for case in cases:
            for word in _words_of(case):
                self._cases.setdefault(name_key(word), set()).add(case.id)
                words.append(word)
        self._case_id = case_id
        self._pattern = names_pattern(words)

    def cases_named(self, text: str) -> set[str]:
        """Return the ids of the cases that a text names."""
        found = (self._cases_of(one) for one in self._pattern.finditer(text))
        return set().union(*found)

    def names_other(self, *texts: str) -> bool:
        """Say whether one of the texts names another case."""
        return any(
            self._is_other(match) for text in texts for match in self._pattern.finditer(text)
        )

    def without_other(self, text: str, note: str) -> str:
        """Return the text with a note in place of what names another case."""
        return self._pattern.sub(
            lambda match: note if self._is_other(match) else match.group(), text
        )

    def _is_other(self, match: re.Match[str]) -> bool:
        return self._case_id not in self._cases_of(match)

    def _cases_of(self, match: re.Match[str]) -> set[str]:
        return self._cases.get(name_key(match.group()), set())


def _words_of(case: CaseView) -> list[str]:
    parties = [name for party in case.parties for name in (party.name, party.display) if name]
    people = [one for name in parties for one in names_in(name)]
    words = [*people, *(one for one in (case.name, case.case_no, case.system_no) if one)]
    return [word for word in words if len(name_key(word)) > 1]
