"""Comparing texts. What was typed is stored as typed; only comparing and searching normalise."""

import unicodedata

# Dots that people type between the parts of a name instead of the middle dot U+00B7.
_MIDDLE_DOTS = str.maketrans("•・‧･∙", "·····")


def for_comparison(text: str) -> str:
    """Return the text as names and numbers are compared: canonical form, one kind of middle dot."""
    return unicodedata.normalize("NFC", text).translate(_MIDDLE_DOTS).strip()
