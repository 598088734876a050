"""What the live desk asks the workspace to do: operations of ``models.operations.desk`` with names.

As in :mod:`ui.operations`, the functions behind them are imported in the worker that runs them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.vocabulary import Movement
from ui.changes import Operation
from ui.words import movement_word


def note_movement(
    meeting_id: str,
    participant_id: str,
    movement: Movement,
    *,
    at: str,
    reason: str = "",
    step: int | None = None,
    item_id: str | None = None,
) -> Operation:
    """Write into the record that somebody comes or goes; the result is the id of the line."""

    def work(session: Any) -> str:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import desk

        return desk.note_movement(
            session,
            meeting_id,
            participant_id,
            movement,
            at=at,
            reason=reason,
            step=step,
            item_id=item_id,
        )

    name = QCoreApplication.translate("Operations", "记录{movement}")
    name = name.format(movement=movement_word(movement))
    return Operation(name, "note movement", work, meeting=meeting_id)


def begin(
    meeting_id: str, *, at: str, item_id: str | None = None, step: int | None = None
) -> Operation:
    """Turn to an item of the agenda or to a step; ``at`` has day and time."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.begin(session, meeting_id, at=at, item_id=item_id, step=step)

    if step is None:
        name = QCoreApplication.translate("Operations", "转入议程")
    else:
        name = QCoreApplication.translate("Operations", "转入步骤")
    return Operation(name, "begin item", work, meeting=meeting_id)


def pause(meeting_id: str, *, at: str) -> Operation:
    """End what is under way without turning to anything else; ``at`` has day and time."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.pause(session, meeting_id, at=at)

    name = QCoreApplication.translate("Operations", "停止计时")
    return Operation(name, "stop time", work, meeting=meeting_id)


def set_queue(meeting_id: str, participant_ids: Sequence[str]) -> Operation:
    """Have these people wait to speak, in this order."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.set_queue(session, meeting_id, participant_ids)

    name = QCoreApplication.translate("Operations", "调整发言次序")
    return Operation(name, "set queue", work, meeting=meeting_id)


def wait_to_speak(meeting_id: str, participant_id: str, *, waiting: bool) -> Operation:
    """Put somebody at the end of the queue, or take them out of it."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.wait_to_speak(session, meeting_id, participant_id, waiting=waiting)

    if waiting:
        name = QCoreApplication.translate("Operations", "排队发言")
    else:
        name = QCoreApplication.translate("Operations", "取消排队")
    return Operation(name, "set queue", work, meeting=meeting_id)


def mark_lines(meeting_id: str, line_ids: Sequence[str], *, marked: bool) -> Operation:
    """Mark lines to be checked later, or take their marks away."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.mark_lines(session, meeting_id, line_ids, marked=marked)

    if marked:
        name = QCoreApplication.translate("Operations", "标记待核对")
    else:
        name = QCoreApplication.translate("Operations", "取消待核对标记")
    return Operation(name, "mark lines", work, meeting=meeting_id)


def add_note(meeting_id: str, text: str, *, at: str, after_id: str | None) -> Operation:
    """Add an internal note after a line; the result is its id."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations import desk

        return desk.add_note(session, meeting_id, text, at=at, after_id=after_id)

    name = QCoreApplication.translate("Operations", "添加内部备注")
    return Operation(name, "add internal note", work, meeting=meeting_id)


def revise_note(meeting_id: str, note_id: str, text: str) -> Operation:
    """Change the words of an internal note."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.revise_note(session, meeting_id, note_id, text)

    name = QCoreApplication.translate("Operations", "修改内部备注")
    return Operation(name, "revise internal note", work, meeting=meeting_id)


def delete_notes(meeting_id: str, note_ids: Sequence[str]) -> Operation:
    """Delete internal notes."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.delete_notes(session, meeting_id, note_ids)

    name = QCoreApplication.translate("Operations", "删除内部备注")
    return Operation(name, "delete internal note", work, meeting=meeting_id)


def hand_over(
    meeting_id: str,
    *,
    name: str,
    organ: str,
    post: str,
    at: str,
    step: int | None = None,
    item_id: str | None = None,
) -> Operation:
    """Let another secretary take the record down from now on, which the record says."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations import desk

        return desk.hand_over(
            session,
            meeting_id,
            name=name,
            organ=organ,
            post=post,
            at=at,
            step=step,
            item_id=item_id,
        )

    words = QCoreApplication.translate("Operations", "移交记录工作")
    return Operation(words, "hand over", work, meeting=meeting_id)


def begin_practice(document: Mapping[str, Any]) -> Operation:
    """Make an invented meeting to practise in; the result is its id."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations.case_files import import_documents

        (made,) = import_documents(session, [("practice", dict(document))], as_copy=True)
        return made.id

    name = QCoreApplication.translate("Operations", "开始练习")
    return Operation(name, "begin practice", work)


def set_short_codes(codes: Mapping[str, str], meeting_id: str) -> Operation:
    """Keep short codes of a meeting, or of the office if none is named, instead of former ones."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import desk

        desk.set_short_codes(session, codes, meeting_id)

    name = QCoreApplication.translate("Operations", "修改短语代码")
    return Operation(name, "set short codes", work, meeting=meeting_id)
