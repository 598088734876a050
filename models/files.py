"""Writing a file whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from models.errors import ExportFailed, reason_of


def write_whole(file: Path, data: bytes) -> None:
    """Write a file beside its place and rename it; what was there stays until then.

    Raises ExportFailed; the file is then as it was.
    """
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".lianxi-", suffix=".part", dir=file.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise ExportFailed(file, reason_of(error)) from error
