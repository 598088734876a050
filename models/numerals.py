"""Chinese numerals (中文数字), as articles of laws are numbered: 二百六十四, 一千零一十."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")

GREATEST = 9999
"""The greatest number that is written out here; no law has more articles."""


def chinese_numeral(number: int) -> str:
    """Return a whole number from 1 to :data:`GREATEST` in words. Raises ValueError for others."""
    if not 1 <= number <= GREATEST:
        raise ValueError(number)
    digits = [int(digit) for digit in str(number)]
    words = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            words += _DIGITS[digit] + _UNITS[place]
        elif any(digits[len(digits) - place :]) and not words.endswith(_DIGITS[0]):
            words += _DIGITS[0]  # once for zeros side by side, and none at the end
    return words.removeprefix("一") if words.startswith("一十") else words
