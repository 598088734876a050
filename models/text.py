"""Comparing texts. What was typed is stored as typed; only comparing and searching normalise."""

import unicodedata

# Dots that people type between the parts of a name instead of the middle dot U+00B7.
_MIDDLE_DOTS = str.maketrans("•・‧･∙", "·····")


def folded(text: str) -> str:
    """Return the text without differences of width, case and composition, as codes are looked up."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def for_comparison(text: str) -> str:
    """Return the text as names and numbers are compared: canonical form, one kind of middle dot."""
    return unicodedata.normalize("NFC", text).translate(_MIDDLE_DOTS).strip()
