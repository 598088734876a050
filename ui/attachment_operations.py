"""What the window asks the workspace to do with attachments, each with its name.

As in :mod:`ui.operations`, the functions behind them are imported in the worker that runs them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from exporters.progress import CancelToken, Progress
from ui.changes import Operation


@dataclass(frozen=True, slots=True)
class Target:
    """What something is attached to: a line, an item, or with neither the meeting as a whole."""

    line_id: str | None = None
    item_id: str | None = None


def attach_files(meeting_id: str, files: Sequence[Path], target: Target, *, at: str) -> Operation:
    """Attach files, all or none; they are read before the transaction begins."""

    def read(progress: Progress, cancel: CancelToken) -> object:
        from models.attachment_files import read_content, refuse_too_many

        refuse_too_many(files)
        contents = []
        for done, file in enumerate(files):
            progress(done, len(files))
            cancel.check()
            contents.append(read_content(file))
        progress(len(files), len(files))
        return contents

    return _attach(meeting_id, read, target, at)


def attach_data(
    meeting_id: str, name: str, made: Callable[[], bytes], target: Target, *, at: str
) -> Operation:
    """Attach bytes under a name; ``made`` returns them, in the worker."""

    def read(_progress: Progress, _cancel: CancelToken) -> object:
        from models.attachment_files import content_of

        return [content_of(name, made())]

    return _attach(meeting_id, read, target, at)


def _attach(
    meeting_id: str, read: Callable[[Progress, CancelToken], object], target: Target, at: str
) -> Operation:
    def work(session: Any, contents: Any) -> tuple[str, ...]:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import attachments

        return attachments.attach(
            session, meeting_id, contents, at=at, line_id=target.line_id, item_id=target.item_id
        )

    name = QCoreApplication.translate("Operations", "添加附件")
    return Operation(name, "attach", work, meeting=meeting_id, prepare=read)


def detach(meeting_id: str, attachment_id: str) -> Operation:
    """Take an attachment away."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import attachments

        attachments.detach(session, meeting_id, [attachment_id])

    name = QCoreApplication.translate("Operations", "移除附件")
    return Operation(name, "detach", work, meeting=meeting_id)


def describe_attachment(meeting_id: str, attachment_id: str, note: str) -> Operation:
    """Say what an attachment shows."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import attachments

        attachments.describe(session, meeting_id, attachment_id, note)

    name = QCoreApplication.translate("Operations", "修改附件说明")
    return Operation(name, "describe attachment", work, meeting=meeting_id)
