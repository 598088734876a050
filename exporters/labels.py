"""The words printed in papers, by dotted key, in the document's language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import resources


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of one language. A key that does not exist is a bug and raises KeyError."""

    language: str
    words: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of ``key`` with the placeholders filled."""
        words = self._part(key)
        if not isinstance(words, str):
            raise KeyError(key)
        return words.format(**values) if values else words

    def find(self, key: str, name: str, default: str) -> str:
        """Return the word for ``name`` in the table ``key``, or the default if there is none."""
        table = self._part(key)
        return table.get(name, default) if isinstance(table, Mapping) else default

    def overlaid(self, words: Mapping[str, str]) -> "Labels":
        """Return the same with other words for some keys. Raises KeyError for one that is none."""
        tables: Mapping[str, Any] = self.words
        for key, text in words.items():
            tables = _overlaid(tables, key.split("."), text)
        return replace(self, words=tables)

    def _part(self, key: str) -> Any:  # noqa: ANN401 - a word or a table of words
        part: Any = self.words
        for name in key.split("."):
            part = part.get(name) if isinstance(part, Mapping) else None
        return part


def _overlaid(table: Mapping[str, Any], names: list[str], text: str) -> Mapping[str, Any]:
    """Return a table with one text exchanged; the table itself is everybody's and stays."""
    name, *inner = names
    old = table[name]
    if isinstance(old, Mapping) != bool(inner):
        raise KeyError(name)
    return {**table, name: _overlaid(old, inner, text) if inner else text}


def load_labels(language: str = "zh_CN") -> Labels:
    """Return the words of a language; papers of Chinese procuratorates are in Chinese."""
    return Labels(language.replace("_", "-"), resources.toml(f"i18n/document_{language}.toml"))
