"""Which font files set which typeface: installed official fonts first, then the shipped ones.

Official papers ask for 小标宋, 仿宋, 黑体, 楷体 and 宋体 (GB/T 9704-2012, 5.2). Where a licensed
copy is installed it is used; the shipped fonts, which are free, follow and make every export
possible without it. Fonts for rare characters come last. A font that forbids embedding (OS/2
fsType) is passed over.
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import resources
from exporters.document import Face

# How to add one: the file name under which a system or the maker installs it, in lower case.
_OFFICIAL: dict[Face, tuple[str, ...]] = {
    Face.TITLE: (
        "方正小标宋简体.ttf",
        "方正小标宋_gbk.ttf",
        "fzxbsjw.ttf",
        "fzxbsjw--gb1-0.ttf",
        "fzxbsk.ttf",
        "fzxbsk--gbk1-0.ttf",
    ),
    Face.BODY: (
        "仿宋_gb2312.ttf",
        "fangsong_gb2312.ttf",
        "方正仿宋_gbk.ttf",
        "方正仿宋简体.ttf",
        "fzfsk.ttf",
        "fzfsjw.ttf",
        "simfang.ttf",
    ),
    Face.KAI: (
        "楷体_gb2312.ttf",
        "kaiti_gb2312.ttf",
        "方正楷体_gbk.ttf",
        "方正楷体简体.ttf",
        "fzktk.ttf",
        "fzktjw.ttf",
        "simkai.ttf",
    ),
    Face.HEI: ("方正黑体_gbk.ttf", "方正黑体简体.ttf", "fzhtk.ttf", "fzhtjw.ttf", "simhei.ttf"),
    Face.SONG: ("方正书宋_gbk.ttf", "方正书宋简体.ttf", "fzssk.ttf", "fzssjw.ttf", "simsun.ttc"),
}
_RARE = ("babelstonehan.ttf", "simsunb.ttf", "simsunextg.ttf", "hanamina.ttf", "hanaminb.ttf")

_SHIPPED: dict[Face, str] = {
    Face.BODY: "FandolFang-Regular.otf",
    Face.KAI: "FandolKai-Regular.otf",
    Face.HEI: "FandolHei-Regular.otf",
    Face.SONG: "FandolSong-Regular.otf",
    Face.TITLE: "FandolSong-Bold.otf",
}
_SHIPPED_FALLBACKS = (
    "LXGWWenKai-Regular.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerifTibetan-Regular.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansMongolian-Regular.ttf",
)

_RESTRICTED = 0x0002  # OS/2 fsType: restricted licence embedding
_USAGE = 0x000F
_BITMAPS_ONLY = 0x0200


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font by its file; of a collection the first one is meant."""

    path: Path


@dataclass(frozen=True, slots=True)
class FontSet:
    """The fonts of an export: some for each typeface, in order of preference, then for all."""

    faces: dict[Face, tuple[FontFile, ...]]
    fallbacks: tuple[FontFile, ...]

    def stack(self, face: Face) -> tuple[FontFile, ...]:
        """Return the fonts to try for ``face``, best first."""
        return self.faces[face] + self.fallbacks


def shipped_fonts() -> FontSet:
    """Return the fonts that come with the program; the same on every computer."""
    return FontSet(
        {face: (_shipped(name),) for face, name in _SHIPPED.items()},
        tuple(map(_shipped, _SHIPPED_FALLBACKS)),
    )


def available_fonts(folders: Iterable[Path] | None = None) -> FontSet:
    """Return the official fonts found in ``folders``, the shipped fonts, and rare ones found.

    Without ``folders`` the font folders of the system and of the user are searched, by file
    name alone: a few milliseconds for a thousand fonts.
    """
    found = _files_by_name(system_folders() if folders is None else folders)
    shipped = shipped_fonts()
    return FontSet(
        {face: (*_first(found, _OFFICIAL[face]), *shipped.faces[face]) for face in Face},
        shipped.fallbacks + tuple(_present(found, _RARE)),
    )


def system_folders() -> tuple[Path, ...]:
    """Return where this system keeps fonts; some may not exist."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return (data / "fonts", home / ".fonts", *shared)


def _shipped(name: str) -> FontFile:
    return FontFile(resources.path(f"fonts/{name}"))


def _files_by_name(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the files under ``folders`` by lower-case name; an earlier folder wins."""
    found: dict[str, Path] = {}
    for top in folders:
        for folder, subfolders, names in os.walk(top):
            subfolders.sort()
            for name in names:
                found.setdefault(name.casefold(), Path(folder, name))
    return found


def _present(found: dict[str, Path], names: Iterable[str]) -> Iterator[FontFile]:
    for name in names:
        path = found.get(name)
        if path is not None and may_embed(path):
            yield FontFile(path)


def _first(found: dict[str, Path], names: Iterable[str]) -> tuple[FontFile, ...]:
    for file in _present(found, names):
        return (file,)
    return ()


def may_embed(path: Path) -> bool:
    """Tell whether the first font in ``path`` has outlines that may stand in a document.

    Reads the table directory and OS/2 fsType alone. A damaged or unreadable file may not, nor one
    that ends within its tables: half a font would print blanks for the characters of the rest.
    """
    try:
        with path.open("rb") as file:
            tables = _tables(file.read(65536))
            if not tables.keys() & {b"glyf", b"CFF "} or b"OS/2" not in tables:
                return False
            size = os.fstat(file.fileno()).st_size
            if any(offset + length > size for offset, length in tables.values()):
                return False
            file.seek(tables[b"OS/2"][0] + 8)
            (fs_type,) = struct.unpack(">H", file.read(2))
    except (OSError, struct.error):
        return False
    return fs_type & _USAGE != _RESTRICTED and not fs_type & _BITMAPS_ONLY


def _tables(head: bytes) -> dict[bytes, tuple[int, int]]:
    """Return start and length of each table of the first font, from the first bytes of the file."""
    start: int = 0
    if head[:4] == b"ttcf":
        (start,) = struct.unpack_from(">I", head, 12)
    (count,) = struct.unpack_from(">H", head, start + 4)
    records = (struct.unpack_from(">4sIII", head, start + 12 + 16 * n) for n in range(count))
    return {tag: (offset, length) for tag, _, offset, length in records}
