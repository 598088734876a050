"""What the window asks the workspace to do with opinions: operations with their names.

As in :mod:`ui.operations`, the functions behind them are imported in the worker that runs them.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.vocabulary import Manner
from ui.changes import Operation


def add_opinion(
    meeting_id: str, author_id: str, manner: Manner, question_id: str | None
) -> Operation:
    """Add an opinion given in writing, or the note that none was given; the result is its id."""

    def work(session: Any) -> str:  # noqa: ANN401  # SQLAlchemy stays out of ui
        from models.operations import opinions

        return opinions.add_opinion(
            session, meeting_id, author_id=author_id, manner=manner, question_id=question_id
        )

    if manner is Manner.WRITTEN:
        name = QCoreApplication.translate("Operations", "登记书面意见")
    else:
        name = QCoreApplication.translate("Operations", "登记未发表意见")
    return Operation(name, "add opinion", work, meeting=meeting_id)


def take_as_opinion(meeting_id: str, line_ids: Sequence[str], question_id: str | None) -> Operation:
    """Take lines of one speaker as one opinion, on a question if one is named."""

    def work(session: Any) -> str:  # noqa: ANN401  # as above
        from models.operations import opinions

        return opinions.take_as_opinion(session, meeting_id, line_ids, question_id)

    name = QCoreApplication.translate("Operations", "记为意见")
    return Operation(name, "take as opinion", work, meeting=meeting_id)


def delete_opinion(meeting_id: str, opinion_id: str) -> Operation:
    """Delete an opinion that has no line."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import opinions

        opinions.delete_opinion(session, meeting_id, opinion_id)

    name = QCoreApplication.translate("Operations", "删除意见")
    return Operation(name, "delete opinion", work, meeting=meeting_id)


def join_line(meeting_id: str, opinion_id: str, line_id: str) -> Operation:
    """Say that an opinion was spoken in a further line too."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import opinions

        opinions.join_line(session, meeting_id, opinion_id, line_id)

    name = QCoreApplication.translate("Operations", "并入发言")
    return Operation(name, "join line", work, meeting=meeting_id)


def part_line(meeting_id: str, line_id: str) -> Operation:
    """Say that a line does not belong to the opinion it was joined to."""

    def work(session: Any) -> None:  # noqa: ANN401  # as above
        from models.operations import opinions

        opinions.part_line(session, meeting_id, line_id)

    name = QCoreApplication.translate("Operations", "移出发言")
    return Operation(name, "part line", work, meeting=meeting_id)


def list_answers(meeting_id: str) -> Operation:
    """Add an answer for each opinion that has none; the result is their ids."""

    def work(session: Any) -> tuple[str, ...]:  # noqa: ANN401  # as above
        from models.operations import handler_answers

        return handler_answers.list_answers(session, meeting_id)

    name = QCoreApplication.translate("Operations", "逐条列出意见")
    return Operation(name, "list answers", work, meeting=meeting_id)
