"""Earlier versions of a paper in a folder: which of them were edited by hand since they were made."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from exporters.progress import CancelToken, Progress

_VERSION = re.compile(r"_v\d{1,6}\.docx")


def earlier_versions(folder: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Return the papers in a folder that bear one of the names, which are without version and suffix.

    Of a folder that cannot be read there are none.
    """
    wanted = tuple(dict.fromkeys(names))
    try:
        found = sorted(folder.iterdir())
        return tuple(
            file
            for file in found
            if any(_is_version(file.name, name) for name in wanted) and file.is_file()
        )
    except OSError:
        return ()


def edited_among(
    files: Sequence[Path], progress: Progress, cancel: CancelToken
) -> tuple[Path, ...]:
    """Return the papers whose text was changed since they were exported.

    What cannot be read, or says nothing of its text, is not told: whether somebody edited it is not
    known. Raises Cancelled.
    """
    edited = []
    for number, file in enumerate(files, 1):
        cancel.check()
        if _was_edited(file):
            edited.append(file)
        progress(number, len(files))
    return tuple(edited)


def _is_version(file: str, name: str) -> bool:
    return file.startswith(name) and _VERSION.fullmatch(file, len(name)) is not None


def _was_edited(file: Path) -> bool:
    from exporters.docx_package import Unreadable  # heavy: only where there are earlier ones
    from exporters.docx_seal import TextState, check_docx  # with the above

    try:
        with file.open("rb") as stream:
            return check_docx(stream).state in {TextState.EDITED, TextState.FURNITURE}
    except (OSError, Unreadable):
        return False
