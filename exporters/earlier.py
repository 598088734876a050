"""Earlier versions of a paper in a folder: which of them were edited by hand since they were made."""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_VERSION = re.compile(r"_v\d{1,6}\.docx")


def edited_versions(folder: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Return the papers in a folder that bear one of the names and whose text was changed.

    ``names`` are without version and suffix. What cannot be read, or says nothing of its text, is not
    told: whether somebody edited it is not known.
    """
    wanted = tuple(dict.fromkeys(names))
    with suppress(OSError):
        return tuple(
            file
            for file in sorted(folder.iterdir())
            if any(_is_version(file.name, name) for name in wanted)
            and file.is_file()
            and _was_edited(file)
        )
    return ()


def _is_version(file: str, name: str) -> bool:
    return file.startswith(name) and _VERSION.fullmatch(file, len(name)) is not None


def _was_edited(file: Path) -> bool:
    from exporters.docx_package import Unreadable
    from exporters.docx_seal import TextState, check_docx

    try:
        with file.open("rb") as stream:
            return check_docx(stream).state in {TextState.EDITED, TextState.FURNITURE}
    except (OSError, Unreadable):
        return False
