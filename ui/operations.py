"""What the window asks the workspace to do: each operation of ``models.operations`` with its name.

The functions behind them load the database layer, so they are imported in the worker that runs them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QCoreApplication

from exporters.progress import CancelToken, Progress
from models.profiles import Profiles
from models.states import STATES
from models.vocabulary import MeetingKind
from ui.changes import Operation


def set_values(
    meeting_id: str,
    group: str,
    values: Mapping[str, object],
    *,
    profiles: Profiles,
    name: str,
    entry_id: str | None = None,
) -> Operation:
    """Set fields of one entry; ``name`` tells the user which."""

    def work(session: Any) -> None:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import entries

        entries.set_values(session, meeting_id, group, values, profiles=profiles, entry_id=entry_id)

    return Operation(name, f"set {group}", work, meeting=meeting_id)


def set_each(
    meeting_id: str,
    group: str,
    values: Mapping[str, Mapping[str, object]],
    *,
    profiles: Profiles,
    name: str,
) -> Operation:
    """Set fields of several entries of a list, by their ids, in one step."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import entries

        entries.set_each(session, meeting_id, group, values, profiles=profiles)

    return Operation(name, f"set {group}", work, meeting=meeting_id)


def add_entries(
    meeting_id: str,
    group: str,
    values: Sequence[Mapping[str, object]],
    *,
    profiles: Profiles,
    name: str,
    owner_id: str | None = None,
    at: int | None = None,
) -> Operation:
    """Add entries to a list, at a place or at the end; the result is their ids."""

    def work(session: Any) -> tuple[str, ...]:  # noqa: ANN401  # as above
        from models.operations import entries

        return entries.add_entries(
            session, meeting_id, group, values, profiles=profiles, owner_id=owner_id, at=at
        )

    return Operation(name, f"add {group}", work, meeting=meeting_id)


def delete_entries(
    meeting_id: str, group: str, entry_ids: Sequence[str], *, profiles: Profiles, name: str
) -> Operation:
    """Delete entries of a list."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import entries

        entries.delete_entries(session, meeting_id, group, entry_ids, profiles=profiles)

    return Operation(name, f"delete {group}", work, meeting=meeting_id)


def move_entries(
    meeting_id: str, group: str, entry_ids: Sequence[str], to: int, *, name: str
) -> Operation:
    """Put entries of one list at a place, counted from 0 without them."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import entries

        entries.move_entries(session, meeting_id, group, entry_ids, to)

    return Operation(name, f"move {group}", work, meeting=meeting_id)


def arrange_entries(
    meeting_id: str,
    group: str,
    entry_ids: Sequence[str],
    to: int,
    values: Mapping[str, Mapping[str, object]],
    *,
    profiles: Profiles,
    name: str,
) -> Operation:
    """Put entries of one list at a place and set fields of entries with it, in one step."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import entries

        entries.move_entries(session, meeting_id, group, entry_ids, to)
        entries.set_each(session, meeting_id, group, values, profiles=profiles)

    return Operation(name, f"move {group}", work, meeting=meeting_id)


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line as typed. ``at`` is a civil time such as 09:05; ``step`` is a hearing's.

    ``draft_id`` tells its draft, if it has one, from that of the next line. ``seconds`` is how long
    it was spoken, None if that was not timed.
    """

    text: str
    speaker_id: str | None
    kind: str | None
    at: str | None = None
    step: int | None = None
    item_id: str | None = None
    draft_id: str = ""
    seconds: int | None = None


def line_draft_key(meeting_id: str) -> str:
    """Return under which key the unfinished line of a meeting is kept."""
    return f"line/{meeting_id}"


@cache
def _for_lines() -> tuple[ModuleType, ModuleType]:
    """Return what writes lines and what forgets drafts: a typed line waits for no import at all."""
    from models import workbench
    from models.operations import lines

    return lines, workbench


def add_line(meeting_id: str, line: TypedLine, line_id: str) -> Operation:
    """Add a line at the end of the record, under that id, and forget its draft."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        lines, workbench = _for_lines()
        if line.draft_id:
            workbench.forget_draft(session, line_draft_key(meeting_id), line.draft_id)
        lines.add_line(
            session,
            meeting_id,
            text=line.text,
            speaker_id=line.speaker_id,
            kind=line.kind,
            at=line.at,
            step=line.step,
            item_id=line.item_id,
            line_id=line_id,
            seconds=line.seconds,
        )
        return line_id

    name = QCoreApplication.translate("Operations", "记录发言")
    return Operation(name, "add line", work, meeting=meeting_id)


def revise_line(meeting_id: str, line_id: str, line: TypedLine) -> Operation:
    """Correct a line, and forget its draft; its time stays."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines
        from models.workbench import forget_draft

        forget_draft(session, line_draft_key(meeting_id), line.draft_id)
        lines.revise_line(
            session,
            meeting_id,
            line_id,
            text=line.text,
            speaker_id=line.speaker_id,
            kind=line.kind,
            step=line.step,
            item_id=line.item_id,
        )

    name = QCoreApplication.translate("Operations", "修改发言")
    return Operation(name, "revise line", work, meeting=meeting_id)


def attribute_lines(meeting_id: str, line_ids: Sequence[str], speaker_id: str | None) -> Operation:
    """Say who spoke some lines."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines

        lines.attribute_lines(session, meeting_id, line_ids, speaker_id)

    return Operation(
        QCoreApplication.translate("Operations", "更改发言人"),
        "attribute lines",
        work,
        meeting=meeting_id,
    )


def assign_lines(meeting_id: str, line_ids: Sequence[str], item_id: str | None) -> Operation:
    """Put some lines to an item of the agenda."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines

        lines.assign_lines(session, meeting_id, line_ids, item_id)

    return Operation(
        QCoreApplication.translate("Operations", "更改所属议程"),
        "assign lines",
        work,
        meeting=meeting_id,
    )


def set_step(meeting_id: str, line_ids: Sequence[str], step: int) -> Operation:
    """Put some lines to a step of a hearing."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines

        lines.set_step(session, meeting_id, line_ids, step)

    name = QCoreApplication.translate("Operations", "更改所属步骤")
    return Operation(name, "set step", work, meeting=meeting_id)


def move_lines(meeting_id: str, line_ids: Sequence[str], to: int) -> Operation:
    """Put lines at another place, counted from 0 without them."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines

        lines.move_lines(session, meeting_id, line_ids, to)

    return Operation(
        QCoreApplication.translate("Operations", "移动发言"), "move lines", work, meeting=meeting_id
    )


def delete_lines(meeting_id: str, line_ids: Sequence[str]) -> Operation:
    """Delete lines."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import lines

        lines.delete_lines(session, meeting_id, line_ids)

    return Operation(
        QCoreApplication.translate("Operations", "删除发言"),
        "delete lines",
        work,
        meeting=meeting_id,
    )


def create_meeting(
    kind: MeetingKind,
    *,
    title: str,
    host: str,
    scope: str | None,
    recorder: str = "",
    recorder_post: str = "",
) -> Operation:
    """Make a meeting with nobody in it but its recorder, if one is named; the result is its id."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations import meetings

        return meetings.create_meeting(
            session,
            kind,
            title=title,
            host=host,
            scope=scope,
            recorder=recorder,
            recorder_post=recorder_post,
        )

    return Operation(QCoreApplication.translate("Operations", "新建会议"), "create meeting", work)


def copy_meeting(meeting_id: str) -> Operation:
    """Make a new meeting like an earlier one; the result is its id."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations import meetings

        return meetings.copy_meeting(session, meeting_id)

    return Operation(QCoreApplication.translate("Operations", "复制会议"), "copy meeting", work)


def move_meeting(meeting_id: str, state: str, *, profiles: Profiles) -> Operation:
    """Bring a meeting to another state; signing cannot be undone."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import meetings

        meetings.move_meeting(session, meeting_id, state, profiles)

    undoable = not STATES[state].signed
    name = QCoreApplication.translate("Operations", "更改会议状态")
    return Operation(name, "move meeting", work, meeting=meeting_id, undoable=undoable)


def bin_meeting(meeting_id: str) -> Operation:
    """Move a meeting to the bin."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import meetings

        meetings.bin_meeting(session, meeting_id)

    return Operation(
        QCoreApplication.translate("Operations", "删除会议"),
        "bin meeting",
        work,
        meeting=meeting_id,
    )


def restore_meeting(meeting_id: str) -> Operation:
    """Take a meeting out of the bin."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import meetings

        meetings.restore_meeting(session, meeting_id)

    return Operation(
        QCoreApplication.translate("Operations", "还原会议"),
        "restore meeting",
        work,
        meeting=meeting_id,
    )


def import_files(files: Sequence[Path], *, profiles: Profiles, as_copy: bool = False) -> Operation:
    """Take in case files, all or none; the result is the ids of the new meetings."""

    def read(progress: Progress, cancel: CancelToken) -> object:
        from models.operations.case_files import read_case_files

        documents: list[object] = []
        for done, file in enumerate(files, 1):
            cancel.check()
            documents += read_case_files([file], profiles)
            progress(done, len(files))
        return documents

    def store(session: Any, documents: Any) -> tuple[str, ...]:  # noqa: ANN401  # made by read()
        from models.operations.case_files import import_documents

        return tuple(m.id for m in import_documents(session, documents, as_copy=as_copy))

    name = QCoreApplication.translate("Operations", "打开案件文件")
    return Operation(name, "import", store, prepare=read, undoable=False)


def number_people(meeting_id: str) -> Operation:
    """Give the participants the numbers from 1 on, in their order."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import people

        people.number_people(session, meeting_id)

    return Operation(
        QCoreApplication.translate("Operations", "按顺序编号"),
        "number participants",
        work,
        meeting=meeting_id,
    )
