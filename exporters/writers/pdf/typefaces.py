"""Chooses the font for each piece of text: the first one of a typeface that has all of it."""

import unicodedata

from exporters.document import Face
from exporters.fonts import FontFile, FontSet
from exporters.writers.pdf.hb_font import HBFont

IGNORABLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0100-\U000e01ef"
)
"""Characters without a look of their own, as the inside of a regular expression's class.

Default_Ignorable_Code_Point of Unicode without the controls of direction, which are made visible
before a document is written, and without what is not assigned.
"""


class NoFont(Exception):
    """No font has this character."""

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.character = character


class Typefaces:
    """The opened fonts of one document. A font is opened when it is first looked into."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._opened: dict[FontFile, HBFont] = {}
        self._of_character: dict[tuple[Face, str], HBFont] = {}

    def used(self) -> list[HBFont]:
        """Return the fonts that show something, in order of opening."""
        return [font for font in self._opened.values() if font.used]

    def of_character(self, face: Face, character: str) -> HBFont:
        """Return the font that shows ``character`` in ``face``. Raises NoFont."""
        key = (face, character)
        if key not in self._of_character:
            self._of_character[key] = self._search(face, character)
        return self._of_character[key]

    def of_text(self, face: Face, visible: str) -> HBFont | None:
        """Return the first font that has all of ``visible``, None if it takes several."""
        for file in self._fonts.stack(face):
            font = self._open(file)
            if all(map(font.glyph, visible)):
                return font
        return None

    def is_own(self, face: Face, font: HBFont) -> bool:
        """Tell whether ``font`` is of ``face`` and no substitute for all faces."""
        return any(self._opened.get(file) is font for file in self._fonts.faces[face])

    def _search(self, face: Face, character: str) -> HBFont:
        font = self.of_text(face, character)
        if font is not None:
            return font
        if unicodedata.category(character) == "Zs":
            return self.of_character(face, " ")
        raise NoFont(character)

    def _open(self, file: FontFile) -> HBFont:
        if file not in self._opened:
            self._opened[file] = HBFont(file, f"F{len(self._opened) + 1}")
        return self._opened[file]
