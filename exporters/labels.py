"""The words printed in papers, by dotted key, in the document's language."""

from collections.abc import Mapping
from dataclasses import dataclass
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

    def _part(self, key: str) -> Any:  # noqa: ANN401 - a word or a table of words
        part: Any = self.words
        for name in key.split("."):
            part = part.get(name) if isinstance(part, Mapping) else None
        return part


def load_labels(language: str = "zh_CN") -> Labels:
    """Return the words of a language; papers of Chinese procuratorates are in Chinese."""
    return Labels(language.replace("_", "-"), resources.toml(f"i18n/document_{language}.toml"))
