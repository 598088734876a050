"""A keyboard with Chinese keys: the characters of a text on keys of a display that nobody needs.

xdotool types a character that no key has by giving it to a key for a moment; a program that is
busy just then reads the key too late, and the character is lost. These keys stay as they are.
"""

import ctypes
from collections.abc import Iterable

_FIRST, _COUNT = 8, 248  # the key codes of a display
_UNICODE = 0x0100_0000  # keysyms of characters beyond Latin-1 begin here
_NEEDLESS = 0x1008_0000  # from here on: keys to open the mail, to eject a disk, and the like


def teach(display: str, characters: Iterable[str]) -> None:
    """Give each of these characters a key of its own, alone or with Shift."""
    library = ctypes.CDLL("libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XGetKeyboardMapping.restype = ctypes.POINTER(ctypes.c_ulong)
    connection = ctypes.c_void_p(library.XOpenDisplay(display.encode()))
    assert connection.value, "no display"
    free = _free_codes(library, connection)
    wanted = sorted(set(characters))
    pairs = [wanted[at : at + 2] for at in range(0, len(wanted), 2)]
    assert len(pairs) <= len(free), "more characters than keys"
    for code, pair in zip(free, pairs, strict=False):
        keysyms = (ctypes.c_ulong * 2)(*(_UNICODE + ord(character) for character in pair))
        library.XChangeKeyboardMapping(connection, code, 2, keysyms, 1)
    library.XCloseDisplay(connection)


def _is_taught(keysym: int) -> bool:
    return _UNICODE < keysym <= _UNICODE + 0x10FFFF


def _free_codes(library: ctypes.CDLL, connection: ctypes.c_void_p) -> list[int]:
    width = ctypes.c_int()
    table = library.XGetKeyboardMapping(connection, _FIRST, _COUNT, ctypes.byref(width))
    rows = [table[at : at + width.value] for at in range(0, _COUNT * width.value, width.value)]
    free = [
        _FIRST + place
        for place, row in enumerate(rows)
        if all(keysym == 0 or keysym >= _NEEDLESS or _is_taught(keysym) for keysym in row)
    ]
    library.XFree(table)
    return free
